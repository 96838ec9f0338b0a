#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace program {

/// The rows of a CSV, read one after another from a stream of any length in bounded memory.
///
/// Cells are separated by commas, semicolons, tabs or bars, whichever gives the first rows as many cells as the head; a first
/// line "sep=;" settles it. A cell in double quotes may hold the separator, line ends, and a quote as two. Lines
/// end in LF, CRLF or CR. Lines that begin with # are comments, except for errors of a spreadsheet such as #N/A.
/// Refuses (bad_input), with the row and where it can the column: a quote that isn't closed, text behind a
/// closing quote, a row of more than a million bytes, UTF-16, and bytes that no text has.
class csv_rows {
public:
    /// `in` must outlive this; `file` is how messages name it.
    csv_rows(std::istream& in, std::string file);

    /// Reads the next row that isn't blank; false at the end.
    [[nodiscard]] bool next();

    [[nodiscard]] const std::vector<std::string>& cells() const { return cells_; }
    [[nodiscard]] std::size_t line() const { return row_; } ///< of its start, from 1
    [[nodiscard]] char        separator() const { return separator_; }
    [[nodiscard]] const std::vector<std::string>& comments() const { return comments_; }
    [[nodiscard]] const std::string&              file() const { return file_; }

    /// Names the columns, for messages.
    void name_columns(std::vector<std::string> heads) { heads_ = std::move(heads); }

    /// "figures.csv: row 5, column users"; a column without a name by its number.
    [[nodiscard]] std::string place(std::size_t line, std::size_t column) const;

private:
    csv_rows(std::istream& in, std::string file, char separator);

    void               begin();
    void               choose_separator();
    [[nodiscard]] bool fits(char separator, double& share, std::size_t& cells) const;

    [[nodiscard]] bool             fill(std::size_t ahead);
    [[nodiscard]] int              peek();
    [[nodiscard]] int              get();
    [[nodiscard]] std::string_view ahead(std::size_t bytes);

    [[nodiscard]] bool at_comment();
    void               read_comment();
    [[nodiscard]] bool read_cell();
    void               read_quoted(std::string& cell);
    [[noreturn]] void  refuse(const std::string& why) const;

    std::istream*            in_;
    std::string              file_;
    std::vector<std::string> heads_, cells_, comments_;
    std::string              buffer_;
    std::size_t              at_ = 0, line_ = 1, row_ = 1, bytes_ = 0;
    char                     separator_ = ',';
};

} // namespace program
