#include "numbers.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <optional>

namespace plan {

namespace {

struct scaled {
    double value;
    int    step; ///< thousands
};

/// Rounded to three digits first, so that 999.7 becomes 1.00 thousand and not 1000.
scaled in_thousands(double value)
{
    char rounded[40];
    std::snprintf(rounded, sizeof rounded, "%.2e", value);
    scaled one{std::strtod(rounded, nullptr), 0};
    while (std::abs(one.value) >= 1000 && one.step < 4) one.value /= 1000, ++one.step;
    return one;
}

std::string formatted(const char* form, double value)
{
    char text[64];
    std::snprintf(text, sizeof text, form, value);
    return text;
}

int decimals_of_three_digits(double value)
{
    const double size = std::abs(value);
    return size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 ? 2 : size >= 0.09995 ? 3 : 4;
}

std::string without_trailing_zeros(std::string digits)
{
    if (digits.find('.') == std::string::npos || digits.find('e') != std::string::npos)
        return digits;
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.') digits.pop_back();
    return digits;
}

/// 9,999 and below stay whole numbers: more readable than 9.99 thousand.
std::optional<std::string> small_whole(double value)
{
    if (std::abs(value) < 999.5 || std::abs(value) >= 9999.5) return std::nullopt;
    return with_commas(fixed(value, 0));
}

bool is_whole(double value) { return std::abs(value - std::round(value)) < 1e-9; }

} // namespace

std::string with_commas(std::string digits)
{
    const std::size_t sign = digits.starts_with('-') ? 1 : 0;
    const auto        dot  = std::min(digits.find('.'), digits.size());
    for (std::size_t at = dot; at > 3 + sign; at -= 3) digits.insert(at - 3, ",");
    return digits;
}

std::string fixed(double value, int decimals)
{
    char text[400]; // the largest double has 309 digits
    std::snprintf(text, sizeof text, "%.*f", decimals, value);
    return text;
}

std::string plain_digits(double value)
{
    if (std::isinf(value)) return value > 0 ? "no limit" : "-no limit";
    const double size = std::abs(value);
    if (size >= 1e5 && size < 1e15 && is_whole(value)) return spoken(value);
    if (size > 1e4 && size < 1e5 && is_whole(value)) return with_commas(fixed(value, 0));
    return formatted("%.6g", value);
}

std::string brief(double value)
{
    if (!std::isfinite(value)) return "-";
    const double size = std::abs(value);
    if (size < 5e-10) return "0";
    if (size < 0.01 || size >= 9.995e14) return formatted("%.1e", value);
    if (const auto whole = small_whole(value)) return *whole;
    const auto one   = in_thousands(value);
    const auto digit = fixed(one.value, decimals_of_three_digits(one.value));
    if (one.step == 0) return is_whole(one.value) ? fixed(one.value, 0) : digit;
    return digit + std::array{"", "k", "M", "B", "T"}[static_cast<std::size_t>(one.step)];
}

std::string spoken(double value)
{
    if (!std::isfinite(value)) return "no finite number";
    const double size = std::abs(value);
    if (size < 5e-10) return "0";
    if (size < 0.01 || size >= 9.995e14) return formatted("%.2g", value);
    if (const auto whole = small_whole(value)) return *whole;
    const auto one = in_thousands(value);
    const auto digits =
        without_trailing_zeros(fixed(one.value, decimals_of_three_digits(one.value)));
    return digits + std::array{"", " thousand", " million", " billion",
                               " trillion"}[static_cast<std::size_t>(one.step)];
}

std::string percent(double share)
{
    const double value = 100 * share;
    return fixed(value, std::abs(value) >= 99.95 ? 0 : 1) + " percent";
}

std::string times_as_many(double ratio) { return fixed(ratio, ratio >= 9.95 ? 0 : 1) + " times"; }

std::string date(const time_scale& time, double at)
{
    if (time.start) {
        const double label = time.label(at);
        return without_trailing_zeros(fixed(label, 1));
    }
    return time.unit + " " + without_trailing_zeros(fixed(at, at >= 99.95 ? 0 : 1));
}

std::string on_date(const time_scale& time, double at)
{
    return (time.start ? "in " : "at ") + date(time, at);
}

std::string since(const time_scale& time, double at)
{
    return date(time, at) == date(time, 0) ? "the start" : date(time, at);
}

std::string duration(const time_scale& time, double lasts)
{
    const double years    = lasts / time.per_year();
    const bool   in_years = time.unit == "year" && years >= 2;
    const double value    = in_years ? years : 12 * years;
    const auto   digits   = without_trailing_zeros(fixed(value, value >= 9.95 ? 0 : 1));
    const auto   unit     = std::string{in_years ? "year" : "month"};
    return (digits == "0" && value > 0 ? "less than 0.1" : digits) + " " + unit +
           (digits == "1" ? "" : "s");
}

std::string waiting(const time_scale& time, double lasts)
{
    const double days = lasts / time.per_year() * 365.25;
    if (!(days < 365.25 / 12)) return std::isfinite(lasts) ? duration(time, lasts) : "without end";
    const auto told = [](double value, const std::string& unit) {
        const auto digits = without_trailing_zeros(fixed(value, value >= 9.95 ? 0 : 1));
        return digits + " " + unit + (digits == "1" ? "" : "s");
    };
    if (days >= 0.95) return told(days, "day");
    return 24 * days >= 0.95 || days == 0 ? told(24 * days, "hour")
                                          : told(24 * 60 * days, "minute");
}

std::string column_head(const time_scale& time, double at)
{
    if (time.start) return date(time, at);
    const double years = at / time.per_year();
    if (!is_whole(years)) return time.unit + " " + without_trailing_zeros(fixed(at, 1));
    return fixed(years, 0) + (is_whole(years - 1) && years < 1.5 ? " year" : " years");
}

} // namespace plan
