#include "scenario/read_recorded.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "format/bad_input.hpp"
#include "format/located_json.hpp"
#include "format/nearest_name.hpp"
#include "format/numbers.hpp"
#include "format/shortened.hpp"
#include "scenario/csv_row.hpp"

namespace program {

namespace {

/// More would take long to compare with, and no plot could show them.
constexpr std::size_t most_rows   = 10'000;
constexpr std::size_t largest_csv = 4U << 20U;

std::string shown(const std::string& cell) { return "\"" + shortened(cell) + "\""; }

std::optional<double> number_in(const std::string& cell)
{
    double     value      = 0;
    const auto end        = cell.data() + cell.size();
    const auto [at, code] = std::from_chars(cell.data(), end, value);
    if (code != std::errc{} || at != end || !std::isfinite(value)) return std::nullopt;
    return value;
}

/// Where the rows of a file name the columns, and what they hold so far.
class table_reader {
public:
    table_reader(std::string file, const recorded_columns& columns)
        : columns_{columns}, found_{.file = std::move(file), .people = {}, .customers = {}}
    {}

    void read(std::size_t row, const std::string& line)
    {
        row_            = row;
        const auto read = csv_row_of(line);
        if (read.unclosed)
            throw bad_input{place(read.cells.size() - 1) + ": a quote is opened and never closed"};
        if (heads_.empty())
            read_heads(read.cells);
        else
            read_figures(read.cells);
    }

    [[nodiscard]] recorded result() const
    {
        if (heads_.empty()) throw bad_input{found_.file + ": is empty"};
        if (found_.people.empty() && found_.customers.empty())
            throw bad_input{
                found_.file + ": has no figures in " +
                shortened(columns_.people.value_or(columns_.customers.value_or(columns_.time)))};
        refuse_zeros(people_, found_.people);
        refuse_zeros(customers_, found_.customers);
        return found_;
    }

private:
    /// A column with its head, or its number where it has none yet.
    [[nodiscard]] std::string place(std::size_t column) const
    {
        return found_.file + ": row " + std::to_string(row_) + ", column " +
               (column < heads_.size() ? shortened(heads_[column]) : std::to_string(column + 1));
    }

    [[nodiscard]] std::size_t column_named(const std::string& name) const
    {
        const auto at = std::find(heads_.begin(), heads_.end(), name);
        if (at == heads_.end())
            throw bad_input{found_.file + ": there is no column " + shortened(name) +
                            did_you_mean(name, heads_)};
        const auto again = std::find(at + 1, heads_.end(), name);
        if (again != heads_.end())
            throw bad_input{found_.file + ": row " + std::to_string(row_) + ": columns " +
                            std::to_string(at - heads_.begin() + 1) + " and " +
                            std::to_string(again - heads_.begin() + 1) + " are both named " +
                            shortened(name)};
        return static_cast<std::size_t>(at - heads_.begin());
    }

    void read_heads(const std::vector<std::string>& cells)
    {
        heads_ = cells;
        time_  = column_named(columns_.time);
        if (columns_.people) people_ = column_named(*columns_.people);
        if (columns_.customers) customers_ = column_named(*columns_.customers);
    }

    void read_figures(const std::vector<std::string>& cells)
    {
        if (++rows_ > most_rows)
            throw bad_input{found_.file + ": row " + std::to_string(row_) + ": more than " +
                            plain_digits(double{most_rows}) +
                            " rows of figures can't be used; leave out those in between"};
        if (cells.size() != heads_.size())
            throw bad_input{found_.file + ": row " + std::to_string(row_) + " has " +
                            std::to_string(cells.size()) + " cells, but the head has " +
                            std::to_string(heads_.size())};
        const auto time = number_in(cells[time_]);
        if (!time) throw bad_input{place(time_) + ": " + shown(cells[time_]) + " is not a number"};
        add(people_, *time, cells, found_.people);
        add(customers_, *time, cells, found_.customers);
    }

    void add(std::optional<std::size_t> column, double time, const std::vector<std::string>& cells,
             std::vector<record>& series) const
    {
        if (!column || cells[*column].empty()) return;
        const auto value = number_in(cells[*column]);
        if (!value)
            throw bad_input{place(*column) + ": " + shown(cells[*column]) + " is not a number"};
        if (*value < 0)
            throw bad_input{place(*column) + ": must be 0 or greater, but is " +
                            shortened(cells[*column])};
        if (!series.empty() && series.back().time >= time)
            throw bad_input{place(time_) + ": " + shortened(cells[time_]) +
                            " is not later than the row before"};
        series.push_back({time, *value});
    }

    /// A series of zeros is mostly a column that was never filled in.
    void refuse_zeros(std::optional<std::size_t> column, const std::vector<record>& series) const
    {
        const bool zeros = std::all_of(series.begin(), series.end(),
                                       [](const record& one) { return one.value == 0; });
        if (column && !series.empty() && zeros)
            throw bad_input{
                place(*column) + ": all " + std::to_string(series.size()) +
                " figures up to this row are 0; leave out the column, or its cells empty"};
    }

    const recorded_columns&    columns_;
    recorded                   found_;
    std::vector<std::string>   heads_;
    std::size_t                row_ = 0, rows_ = 0, time_ = 0;
    std::optional<std::size_t> people_, customers_;
};

/// Whether there is nothing in a line but spaces and quotes.
bool is_blank(const std::string& line)
{
    return line.find_first_not_of(" \t\r\"") == std::string::npos;
}

} // namespace

recorded read_recorded(const std::filesystem::path& path, const recorded_columns& columns)
{
    table_reader       table{path.string(), columns};
    std::istringstream lines{read_file(path, largest_csv)};
    std::size_t        row = 0;
    for (std::string line; std::getline(lines, line);) {
        if (++row == 1 && line.starts_with("\xef\xbb\xbf")) line.erase(0, 3);
        if (!is_blank(line) && line.front() != '#') table.read(row, line);
    }
    return table.result();
}

} // namespace program
