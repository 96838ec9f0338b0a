#include "table/column_times.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "format/bad_input.hpp"
#include "format/shortened.hpp"
#include "table/column_figures.hpp"
#include "table/time_cell.hpp"

namespace program {

namespace {

std::string quoted(const raw_table& all, std::size_t row, std::size_t column)
{
    return "\"" + shortened(all.cell(row, column)) + "\"";
}

[[noreturn]] void refuse(const raw_table& all, std::size_t row, std::size_t column,
                         const std::string& why)
{
    throw bad_input{all.place(row, column) + ": " + quoted(all, row, column) + " " + why};
}

/// "201207", "20120713" and "2012.07" as "2012-07" and "2012-07-13"; nothing of other numbers.
std::optional<written_time> packed_date(std::string_view cell)
{
    const auto digits = [&](std::size_t from, std::size_t size) {
        int value = 0;
        for (const char one : cell.substr(from, size)) {
            if (one < '0' || one > '9') return -1;
            value = 10 * value + (one - '0');
        }
        return value;
    };
    const bool point = cell.size() == 7 && cell[4] == '.';
    if (!point && cell.size() != 6 && cell.size() != 8) return std::nullopt;
    written_time found{.form = cell.size() == 8 ? time_form::day : time_form::month,
                       .year = digits(0, 4),
                       .part = digits(point ? 5 : 4, 2)};
    if (cell.size() == 8) found.day = digits(6, 2);
    if (found.year < 1500 || found.year > 2200 || !exists(found)) return std::nullopt;
    return found;
}

/// Calls with each row that has a cell in the column.
template <class Use>
void for_each_cell(const raw_table& all, std::size_t column, Use&& use)
{
    for (std::size_t row = 0; row < all.rows(); ++row)
        if (!is_missing(all.cell(row, column))) use(row, all.cell(row, column));
}

template <class Is>
bool every_cell(const raw_table& all, std::size_t column, Is&& is)
{
    bool every = true, any = false;
    for_each_cell(all, column, [&](std::size_t, std::string_view cell) {
        any   = true;
        every = every && is(cell);
    });
    return any && every;
}

bool is_packed(std::string_view cell) { return packed_date(cell).has_value(); }

column_times in_packed_dates(const raw_table& all, std::size_t column)
{
    column_times found{.at = {}, .calendar = true};
    found.at.resize(all.rows());
    for_each_cell(all, column, [&](std::size_t row, std::string_view cell) {
        found.at[row] = years_of(*packed_date(cell));
    });
    return found;
}

column_times in_numbers(const raw_table& all, std::size_t column, std::optional<decimal_mark> mark)
{
    const auto   read = figures_in(all, {column}, mark).front();
    column_times found{.at = read.figures, .calendar = true};
    for (const auto& one : found.at)
        if (one && !(*one >= 1500 && *one <= 2200)) found.calendar = false;
    return found;
}

column_times in_calendar(const raw_table& all, std::size_t column)
{
    const bool seasons = every_cell(all, column, [](std::string_view cell) {
        const auto one = time_in(cell);
        return one && one->season;
    });
    std::optional<std::pair<std::size_t, written_time>> first;
    std::optional<std::size_t>                          open;
    bool                                                month_first = false, day_first = false;
    column_times                                        found{.at = {}, .calendar = true};
    found.at.resize(all.rows());
    for_each_cell(all, column, [&](std::size_t row, std::string_view cell) {
        const auto one = time_in(cell);
        if (!one) refuse(all, row, column, "is neither a number nor a date");
        if (first && first->second.form != one->form)
            refuse(all, row, column,
                   std::string{"is "} + name(one->form) + ", but row " +
                       std::to_string(all.line(first->first)) + " has " + name(first->second.form));
        if (!first) first.emplace(row, *one);
        if (!seasons && !exists(*one))
            refuse(all, row, column, std::string{"is "} + name(one->form) + " that doesn't exist");
        if (one->order == day_order::either && !open) open = row;
        month_first   = month_first || one->order == day_order::month_first;
        day_first     = day_first || one->order == day_order::day_first;
        found.at[row] = seasons ? one->year : years_of(*one);
    });
    if (!open) return found;
    if (month_first == day_first)
        refuse(all, *open, column,
               month_first ? "has day and month in an order that other rows contradict"
                           : "may have the month first or the day; write it as 2012-07-13");
    if (month_first)
        for_each_cell(all, column, [&](std::size_t row, std::string_view cell) {
            if (const auto one = *time_in(cell); one.order == day_order::either)
                found.at[row] = years_of(swapped(one));
        });
    return found;
}

} // namespace

column_times times_in(const raw_table& all, std::size_t column, std::optional<decimal_mark> mark)
{
    if (every_cell(all, column, is_packed)) return in_packed_dates(all, column);
    const bool numbers = share_of_times(all, column, true) <= 0.5;
    return numbers ? in_numbers(all, column, mark) : in_calendar(all, column);
}

double share_of_times(const raw_table& all, std::size_t column, bool of_calendar)
{
    double cells = 0, times = 0;
    for_each_cell(all, column, [&](std::size_t, std::string_view cell) {
        ++cells;
        if (looks_like_time(cell) || (!of_calendar && looks_like_number(cell))) ++times;
    });
    return cells > 0 ? times / cells : 0;
}

} // namespace program
