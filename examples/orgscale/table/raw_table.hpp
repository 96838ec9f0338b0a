#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace program {

/// A CSV's cells as they are written, and what its comments say of it.
class raw_table {
public:
    /// More rows would take long to compute with, and no plot could show them.
    static constexpr std::size_t max_rows    = 10'000;
    static constexpr std::size_t max_columns = 500;

    std::string              file;
    std::string              title;   ///< of a comment "# title: ..."
    std::vector<std::string> units;   ///< of "# units: COLUMN: ...", one for each column
    std::vector<std::string> sources; ///< of "# source: ..."
    std::vector<std::string> notes;   ///< of "# note: ..."
    std::vector<std::string> heads; ///< the names of the columns; "1", "2", ... where the file has none
    char separator;

    [[nodiscard]] std::size_t      rows() const { return lines_.size(); }
    [[nodiscard]] std::size_t      columns() const { return heads.size(); }
    [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const;

    /// "figures.csv: row 5, column users".
    [[nodiscard]] std::string place(std::size_t row, std::size_t column) const;

    /// "figures.csv: row 2", of the head.
    [[nodiscard]] std::string place_of_head() const;

    /// The line of the file in which a row begins.
    [[nodiscard]] std::size_t line(std::size_t row) const { return lines_[row]; }

    /// The column of that name, but for capitals where no other has it so, or of that number; refuses what
    /// isn't there, with the nearest, and a name that two columns have.
    [[nodiscard]] std::size_t column_named(const std::string& name) const;

    /// Refuses a column whose name another has too.
    void check_name_of(std::size_t column) const;

    void add_row(std::size_t line, const std::vector<std::string>& cells);

    std::size_t head_line = 1;

private:
    [[noreturn]] void refuse_same_name(std::size_t one, std::size_t other) const;

    std::string                text_; ///< of all cells, one after another
    std::vector<std::uint32_t> ends_; ///< where each of them ends in it
    std::vector<std::size_t>   lines_;
};

/// Reads a CSV. Refuses (bad_input), with row and column, what csv_rows refuses; rows with more or fewer cells than the
/// head, unless those too many are empty; no rows at all, or too many.
[[nodiscard]] raw_table read_raw_table(std::istream& in, const std::string& file);
[[nodiscard]] raw_table read_raw_table(const std::filesystem::path& file);

} // namespace program
