#include "table/time_pattern.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "table/number_cell.hpp"

namespace program {

namespace {

using namespace std::string_view_literals;

bool is_digit_of_time(char letter) { return letter >= '0' && letter <= '9'; }
bool is_letter_of_time(char letter) { return (letter >= 'a' && letter <= 'z'); }

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

} // namespace

std::optional<time_pattern> pattern_of(std::string_view cell)
{
    time_pattern found;
    for (std::size_t at = 0; at < cell.size();) {
        std::size_t end = at;
        if (is_digit_of_time(cell[at])) {
            int value = 0;
            while (end < cell.size() && is_digit_of_time(cell[end]) && end - at < 5)
                value = 10 * value + (cell[end++] - '0');
            const auto size = end - at;
            if (size != 4 && size > 2) return std::nullopt;
            found.letters += size == 4 ? 'Y' : 'd';
            found.numbers.push_back(value);
        } else if (is_letter_of_time(cell[at])) {
            while (end < cell.size() && is_letter_of_time(cell[end])) ++end;
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

} // namespace program
