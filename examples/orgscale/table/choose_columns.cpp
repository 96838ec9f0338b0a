#include "table/choose_columns.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "format/bad_input.hpp"
#include "format/shortened.hpp"
#include "table/column_figures.hpp"
#include "table/column_times.hpp"
#include "table/time_cell.hpp"

namespace program {

namespace {

using namespace std::string_view_literals;

constexpr std::array words_of_time{
    "time"sv, "t"sv,   "date"sv, "year"sv,   "years"sv,    "quarter"sv, "month"sv, "months"sv,
    "week"sv, "day"sv, "days"sv, "period"sv, "released"sv, "fy"sv,      "jahr"sv,  "datum"sv};
constexpr std::array words_of_size{
    "size"sv,    "headcount"sv,  "heads"sv, "people"sv,       "employees"sv,  "staff"sv,
    "workers"sv, "developers"sv, "fte"sv,   "contributors"sv, "population"sv, "load"sv,
    "nodes"sv,   "workforce"sv,  "team"sv,  "processors"sv,   "threads"sv,    "personnel"sv};

/// What numbers name rather than count.
constexpr std::array words_of_names{"id"sv,   "index"sv, "rank"sv, "release"sv, "version"sv,
                                    "code"sv, "no"sv,    "nr"sv,   "zip"sv,     "row"sv};

/// Whether one of the words stands in a head: "fiscal_year" has "year".
template <class Words>
bool speaks_of(const std::string& head, const Words& words)
{
    std::string word;
    const auto  is_one = [&] { return std::find(words.begin(), words.end(), word) != words.end(); };
    for (const char letter : head) {
        const char small = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
        if (small >= 'a' && small <= 'z') {
            word += small;
        } else {
            if (is_one()) return true;
            word.clear();
        }
    }
    return is_one();
}

bool has_years_only(const raw_table& all, std::size_t column)
{
    bool any = false;
    for (std::size_t row = 0; row < all.rows(); ++row) {
        if (is_missing(all.cell(row, column))) continue;
        if (!looks_like_year(all.cell(row, column))) return false;
        any = true;
    }
    return any;
}

std::optional<std::size_t> column_of_times(const raw_table& all, const std::vector<bool>& taken)
{
    const auto first = [&](const auto& is_it) -> std::optional<std::size_t> {
        for (std::size_t column = 0; column < all.columns(); ++column)
            if (!taken[column] && is_it(column)) return column;
        return std::nullopt;
    };
    if (const auto at = first([&](std::size_t one) { return share_of_times(all, one, true) > 0.5; }))
        return at;
    if (const auto at = first([&](std::size_t one) {
            return speaks_of(all.heads[one], words_of_time) &&
                   share_of_times(all, one, false) > 0.5;
        }))
        return at;
    return first([&](std::size_t one) { return has_years_only(all, one); });
}

std::vector<std::size_t> columns_of_figures(const raw_table& all, const std::vector<bool>& taken)
{
    std::vector<std::size_t> found;
    for (std::size_t column = 0; column < all.columns(); ++column)
        if (!taken[column] && !all.heads[column].empty() &&
            !speaks_of(all.heads[column], words_of_names) && share_of_numbers(all, column) > 0.5)
            found.push_back(column);
    return found;
}

} // namespace

chosen_columns choose_columns(const raw_table& all, const wanted_columns& wanted)
{
    std::vector<bool> taken(all.columns(), false);
    const auto        named = [&](const std::optional<std::string>& name) {
        std::optional<std::size_t> at;
        if (!name) return at;
        at = all.column_named(*name);
        if (taken[*at])
            throw bad_input{all.file + ": column " + shortened(*name) +
                            " can't be two of time, size and output"};
        taken[*at] = true;
        return at;
    };
    auto       time = named(wanted.time), size = named(wanted.size), output = named(wanted.output);
    const auto asked_for = taken;
    if (!time) time = column_of_times(all, taken);
    if (time) taken[*time] = true;

    auto       figures = columns_of_figures(all, taken);
    const auto take    = [&](std::size_t at) {
        const auto column = figures[at];
        figures.erase(figures.begin() + static_cast<std::ptrdiff_t>(at));
        return column;
    };
    const auto sized = std::find_if(figures.begin(), figures.end(), [&](std::size_t one) {
        return speaks_of(all.heads[one], words_of_size);
    });
    if (!size && !output && time && sized != figures.end() && figures.size() > 1)
        size = take(static_cast<std::size_t>(sized - figures.begin()));
    else if (!size && !time && figures.size() + (output ? 1U : 0U) > 1)
        size = take(0);
    else if (size && !output && time)
        output = std::exchange(size, std::nullopt); // its growth
    if (!output && !figures.empty()) output = take(0);
    if (!output) throw bad_input{all.place_of_head() + ": there is no column of figures"};
    if (!time && !size)
        throw bad_input{all.place_of_head() +
                        ": there is neither a column of times nor a second one of figures"};
    for (const auto& column : {time, size, output})
        if (column && !asked_for[*column]) all.check_name_of(*column);
    return {time, size, *output, figures};
}

} // namespace program
