#include "table/time_cell.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <vector>

#include "table/number_cell.hpp"

namespace program {

namespace {

using namespace std::string_view_literals;

bool is_numeral(char letter) { return letter >= '0' && letter <= '9'; }
bool is_letter(char letter) { return (letter >= 'a' && letter <= 'z'); }

/// A cell as a pattern and the numbers in it: "13 July 2012" is "d m Y" with 13, 7 and 2012.
struct pattern {
    std::string      letters;
    std::vector<int> numbers;
};

/// 1 to 12 of an English month or its first three letters or more; 0 of anything else.
int month_of(std::string_view word)
{
    constexpr std::array months{"january"sv,   "february"sv, "march"sv,    "april"sv,
                                "may"sv,       "june"sv,     "july"sv,     "august"sv,
                                "september"sv, "october"sv,  "november"sv, "december"sv};
    for (std::size_t i = 0; i < months.size(); ++i)
        if (word.size() >= 3 && months[i].starts_with(word)) return static_cast<int>(i) + 1;
    return 0;
}

bool is_weekday(std::string_view word)
{
    constexpr std::array days{"monday"sv, "tuesday"sv,  "wednesday"sv, "thursday"sv,
                              "friday"sv, "saturday"sv, "sunday"sv};
    return word.size() >= 3 && std::any_of(days.begin(), days.end(), [&](std::string_view day) {
               return day.starts_with(word);
           });
}

/// Years as Y, other numbers of one or two digits as d, months as m, the words q, w, h and fy as themselves; nothing
/// where there is more.
std::optional<pattern> pattern_of(std::string_view cell)
{
    pattern found;
    for (std::size_t at = 0; at < cell.size();) {
        std::size_t end = at;
        if (is_numeral(cell[at])) {
            int value = 0;
            while (end < cell.size() && is_numeral(cell[end]) && end - at < 5)
                value = 10 * value + (cell[end++] - '0');
            const auto size = end - at;
            if (size != 4 && size > 2) return std::nullopt;
            found.letters += size == 4 ? 'Y' : 'd';
            found.numbers.push_back(value);
        } else if (is_letter(cell[at])) {
            while (end < cell.size() && is_letter(cell[end])) ++end;
            const auto word = cell.substr(at, end - at);
            if (const int month = month_of(word); month > 0) {
                found.letters += 'm';
                found.numbers.push_back(month);
            } else if (word == "q" || word == "w" || word == "h" || word == "fy") {
                found.letters += word;
            } else if (!is_weekday(word)) {
                return std::nullopt;
            }
        } else {
            const char mark = cell[at] == ',' ? ' ' : cell[at];
            if (std::string_view{" -/."}.find(mark) == std::string_view::npos) return std::nullopt;
            end = at + 1;
            if (mark != ' ' || (!found.letters.empty() && found.letters.back() != ' '))
                found.letters += mark;
        }
        at = end;
    }
    while (!found.letters.empty() && found.letters.back() == ' ') found.letters.pop_back();
    return found;
}

/// Takes "T10:30:15.5Z" or " 10:30" off the end; hours since midnight, or nothing where it is wrong.
std::optional<double> take_hours(std::string& cell)
{
    const auto colon = cell.find(':');
    if (colon == std::string::npos) return 0.0;
    const auto from = cell.find_last_of("t ", colon);
    if (from == std::string::npos) return std::nullopt;
    auto clock = cell.substr(from + 1);
    cell.erase(from);
    if (const auto zone = clock.find_first_of("z+-"); zone != std::string::npos) clock.erase(zone);
    double               hours = 0, unit = 1;
    constexpr std::array most{24.0, 60.0, 61.0};
    std::size_t          at = 0;
    for (std::size_t part = 0; part < most.size(); ++part) {
        const auto end   = std::min(clock.find(':', at), clock.size());
        const auto found = number_in(std::string_view{clock}.substr(at, end - at));
        const auto value = found ? value_of(*found, decimal_mark::point) : std::nullopt;
        if (!value || *value < 0 || *value >= most[part]) return std::nullopt;
        hours += *value * unit;
        unit /= 60;
        if (end == clock.size()) return part > 0 ? std::optional{hours} : std::nullopt;
        at = end + 1;
    }
    return std::nullopt;
}

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
