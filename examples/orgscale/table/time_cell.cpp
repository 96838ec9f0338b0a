#include "table/time_cell.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>

#include "table/number_cell.hpp"
#include "table/time_pattern.hpp"

namespace program {

namespace {

bool is_numeral(char letter) { return letter >= '0' && letter <= '9'; }

struct shape {
    std::string_view letters;
    time_form        form;
    std::string_view order; ///< of the numbers: y the year, p the part, d the day, - none of them
};

constexpr std::array shapes{
    shape{"Y", time_form::year, "y"},          shape{"fyY", time_form::year, "y"},
    shape{"fy Y", time_form::year, "y"},       shape{"Y-d", time_form::month, "yp"},
    shape{"Y/d", time_form::month, "yp"},      shape{"d/Y", time_form::month, "py"},
    shape{"d-Y", time_form::month, "py"},      shape{"d.Y", time_form::month, "py"},
    shape{"m Y", time_form::month, "py"},      shape{"m-Y", time_form::month, "py"},
    shape{"m/Y", time_form::month, "py"},      shape{"m. Y", time_form::month, "py"},
    shape{"mY", time_form::month, "py"},       shape{"Y m", time_form::month, "yp"},
    shape{"Y-m", time_form::month, "yp"},      shape{"Ym", time_form::month, "yp"},
    shape{"Yqd", time_form::quarter, "yp"},    shape{"Y-qd", time_form::quarter, "yp"},
    shape{"Y qd", time_form::quarter, "yp"},   shape{"Y/qd", time_form::quarter, "yp"},
    shape{"qd Y", time_form::quarter, "py"},   shape{"qd-Y", time_form::quarter, "py"},
    shape{"qd/Y", time_form::quarter, "py"},   shape{"qdY", time_form::quarter, "py"},
    shape{"dq Y", time_form::quarter, "py"},   shape{"dqY", time_form::quarter, "py"},
    shape{"qd fyY", time_form::quarter, "py"}, shape{"fyY qd", time_form::quarter, "yp"},
    shape{"Yhd", time_form::half, "yp"},       shape{"Y-hd", time_form::half, "yp"},
    shape{"Y hd", time_form::half, "yp"},      shape{"hd Y", time_form::half, "py"},
    shape{"Y-wd", time_form::week, "yp"},      shape{"Ywd", time_form::week, "yp"},
    shape{"Y wd", time_form::week, "yp"},      shape{"Y-d-d", time_form::day, "ypd"},
    shape{"Y/d/d", time_form::day, "ypd"},     shape{"Y.d.d", time_form::day, "ypd"},
    shape{"d.d.Y", time_form::day, "dpy"},     shape{"d. d. Y", time_form::day, "dpy"},
    shape{"d/d/Y", time_form::day, "dpy"},     shape{"d-d-Y", time_form::day, "dpy"},
    shape{"d m Y", time_form::day, "dpy"},     shape{"d. m Y", time_form::day, "dpy"},
    shape{"d-m-Y", time_form::day, "dpy"},     shape{"dmY", time_form::day, "dpy"},
    shape{"m d Y", time_form::day, "pdy"},     shape{"Y m d", time_form::day, "ypd"},
    shape{"Y-m-d", time_form::day, "ypd"}};

/// A day, and hours of it, in calendar years.
double in_years(std::chrono::sys_days day, double hours)
{
    using namespace std::chrono;
    const auto of     = year_month_day{day}.year();
    const auto before = (day - sys_days{of / January / 1}).count();
    return static_cast<int>(of) +
           (static_cast<double>(before) + hours / 24) / (of.is_leap() ? 366 : 365);
}

/// Monday of a week: the first one of a year is that of 4 January (ISO 8601).
std::chrono::sys_days monday_of(int of_year, int week)
{
    using namespace std::chrono;
    const sys_days fourth{year{of_year} / January / 4};
    return fourth - (weekday{fourth} - Monday) + days{7 * (week - 1)};
}

} // namespace

const char* name(time_form form)
{
    switch (form) {
    case time_form::year: return "a year";
    case time_form::half: return "half a year";
    case time_form::quarter: return "a quarter";
    case time_form::month: return "a month";
    case time_form::week: return "a week";
    case time_form::day: return "a day";
    }
    return "";
}

std::optional<written_time> time_in(std::string_view cell)
{
    constexpr std::size_t longest = 60;
    if (cell.size() > longest) return std::nullopt;
    std::string text{cell};
    for (auto& letter : text)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter + 32);
    const auto hours = take_hours(text);
    if (!hours) return std::nullopt;
    const auto found = pattern_of(text);
    if (!found) return std::nullopt;
    const auto* at = std::find_if(shapes.begin(), shapes.end(),
                                  [&](const shape& one) { return one.letters == found->letters; });
    if (at == shapes.end()) return std::nullopt;
    written_time one{.form = at->form, .year = 0, .hours = *hours};
    for (std::size_t i = 0; i < at->order.size(); ++i)
        (at->order[i] == 'y'   ? one.year
         : at->order[i] == 'p' ? one.part
                               : one.day) = found->numbers[i];
    if (one.year < 1000 || one.year > 2999 || (*hours > 0 && one.form != time_form::day))
        return std::nullopt;
    if (at->letters == "d/d/Y" || at->letters == "d-d-Y") {
        const bool day = exists(one), month = exists(swapped(one));
        one.order = day && month && one.day != one.part ? day_order::either
                    : month && !day                     ? day_order::month_first
                    : day && !month                     ? day_order::day_first
                                                        : day_order::other_form;
        if (one.order == day_order::month_first) return swapped(one);
    }
    one.season = (at->letters == "Y/d" || at->letters == "Y-d") && one.part == (one.year + 1) % 100;
    return one;
}

written_time swapped(written_time one)
{
    std::swap(one.day, one.part);
    return one;
}

bool exists(const written_time& one)
{
    const auto up_to = [&](int most) { return one.part >= 1 && one.part <= most; };
    switch (one.form) {
    case time_form::year: return true;
    case time_form::half: return up_to(2);
    case time_form::quarter: return up_to(4);
    case time_form::month: return up_to(12);
    case time_form::week: return up_to(53);
    case time_form::day: break;
    }
    return up_to(12) && one.day >= 1 && one.day <= 31 &&
           std::chrono::year_month_day{std::chrono::year{one.year},
                                       std::chrono::month{static_cast<unsigned>(one.part)},
                                       std::chrono::day{static_cast<unsigned>(one.day)}}
               .ok();
}

double years_of(const written_time& one)
{
    const auto of = [&](double parts) { return one.year + (one.part - 1) / parts; };
    switch (one.form) {
    case time_form::year: return one.year;
    case time_form::half: return of(2);
    case time_form::quarter: return of(4);
    case time_form::month: return of(12);
    case time_form::week: return in_years(monday_of(one.year, one.part), 0);
    case time_form::day: break;
    }
    using namespace std::chrono;
    return in_years(sys_days{year{one.year} / month{static_cast<unsigned>(one.part)} /
                             day{static_cast<unsigned>(one.day)}},
                    one.hours);
}

bool looks_like_time(std::string_view cell) { return time_in(cell) && !number_in(cell); }

bool looks_like_year(std::string_view cell)
{
    return cell.size() == 4 && std::all_of(cell.begin(), cell.end(), is_numeral) &&
           cell >= "1500" && cell <= "2200";
}

} // namespace program
