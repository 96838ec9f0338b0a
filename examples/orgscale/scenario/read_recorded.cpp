#include "scenario/read_recorded.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <sstream>

#include "format/bad_input.hpp"
#include "format/located_json.hpp"
#include "format/nearest_name.hpp"

namespace program {

namespace {

std::string trimmed(const std::string& text)
{
    const auto first = text.find_first_not_of(" \t\r\"");
    if (first == std::string::npos) return "";
    return text.substr(first, text.find_last_not_of(" \t\r\"") - first + 1);
}

std::vector<std::string> cells_of(const std::string& line)
{
    std::vector<std::string> cells;
    std::size_t              from = 0;
    for (auto comma = line.find(','); comma != std::string::npos; comma = line.find(',', from)) {
        cells.push_back(trimmed(line.substr(from, comma - from)));
        from = comma + 1;
    }
    cells.push_back(trimmed(line.substr(from)));
    return cells;
}

std::string shown(std::string cell)
{
    for (auto& letter : cell)
        if (static_cast<unsigned char>(letter) < 0x20 || letter == 0x7f) letter = ' ';
    return "\"" + cell.substr(0, 40) + (cell.size() > 40 ? "..." : "") + "\"";
}

std::optional<double> number_in(const std::string& cell)
{
    double     value      = 0;
    const auto end        = cell.data() + cell.size();
    const auto [at, code] = std::from_chars(cell.data(), end, value);
    if (code != std::errc{} || at != end || !std::isfinite(value)) return std::nullopt;
    return value;
}

std::size_t column_named(const std::string& name, const std::vector<std::string>& heads,
                         const std::string& file)
{
    const auto at = std::find(heads.begin(), heads.end(), name);
    if (at == heads.end())
        throw bad_input{file + ": there is no column " + name + did_you_mean(name, heads)};
    return static_cast<std::size_t>(at - heads.begin());
}

} // namespace

recorded read_recorded(const std::filesystem::path& path, const recorded_columns& columns)
{
    recorded                   found{.file = path.string(), .people = {}, .customers = {}};
    std::vector<std::string>   heads;
    std::size_t                row = 0, time_column = 0;
    std::optional<std::size_t> people_column, customers_column;

    std::istringstream lines{read_file(path)};
    for (std::string line; std::getline(lines, line);) {
        ++row;
        if (row == 1 && line.starts_with("\xef\xbb\xbf")) line.erase(0, 3);
        if (trimmed(line).empty() || line.front() == '#') continue;
        const auto cells = cells_of(line);
        if (heads.empty()) {
            heads       = cells;
            time_column = column_named(columns.time, heads, found.file);
            if (columns.people) people_column = column_named(*columns.people, heads, found.file);
            if (columns.customers)
                customers_column = column_named(*columns.customers, heads, found.file);
            continue;
        }

        const auto place = [&](std::size_t column) {
            return found.file + ": row " + std::to_string(row) + ", column " + heads[column];
        };
        if (cells.size() != heads.size())
            throw bad_input{found.file + ": row " + std::to_string(row) + " has " +
                            std::to_string(cells.size()) + " cells, but the head has " +
                            std::to_string(heads.size())};
        const auto time = number_in(cells[time_column]);
        if (!time)
            throw bad_input{place(time_column) + ": " + shown(cells[time_column]) +
                            " is not a number"};
        const auto add = [&](std::optional<std::size_t> column, std::vector<record>& series) {
            if (!column || cells[*column].empty()) return;
            const auto value = number_in(cells[*column]);
            if (!value)
                throw bad_input{place(*column) + ": " + shown(cells[*column]) + " is not a number"};
            if (*value < 0)
                throw bad_input{place(*column) + ": must be 0 or greater, but is " + cells[*column]};
            if (!series.empty() && series.back().time >= *time)
                throw bad_input{place(time_column) + ": " + cells[time_column] +
                                " is not later than the row before"};
            series.push_back({*time, *value});
        };
        add(people_column, found.people);
        add(customers_column, found.customers);
    }

    if (heads.empty()) throw bad_input{found.file + ": is empty"};
    if (found.people.empty() && found.customers.empty())
        throw bad_input{found.file + ": has no figures in " +
                        columns.people.value_or(columns.customers.value_or(columns.time))};
    return found;
}

} // namespace program
