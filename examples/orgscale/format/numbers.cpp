#include "format/numbers.hpp"

#include <array>
#include <cmath>
#include <cstdlib>
#include <optional>

#include <fmt/core.h>

namespace program {

namespace {

struct scaled {
    double      value;
    std::size_t step; ///< thousands
};

/// Rounded to three digits first, so that 999.7 becomes 1.00 thousand and not 1000.
scaled in_thousands(double value)
{
    scaled one{std::strtod(fmt::format("{:.2e}", value).c_str(), nullptr), 0};
    while (std::abs(one.value) >= 1000 && one.step < 4) one.value /= 1000, ++one.step;
    return one;
}

int decimals_of_three_digits(double value)
{
    const double size = std::abs(value);
    return size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 ? 2 : size >= 0.09995 ? 3 : 4;
}

/// 9,999 and below stay whole numbers: more readable than 9.99 thousand.
std::optional<std::string> small_whole(double value)
{
    if (std::abs(value) < 999.5 || std::abs(value) >= 9999.5) return std::nullopt;
    return with_commas(fixed(value, 0));
}

} // namespace

std::string with_commas(std::string digits)
{
    const std::size_t sign = digits.starts_with('-') ? 1 : 0;
    const auto        dot  = digits.find('.');
    for (std::size_t at = dot < digits.size() ? dot : digits.size(); at > 3 + sign; at -= 3)
        digits.insert(at - 3, ",");
    return digits;
}

std::string without_trailing_zeros(std::string digits)
{
    if (digits.find('.') == std::string::npos || digits.find('e') != std::string::npos)
        return digits;
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.') digits.pop_back();
    return digits;
}

bool is_whole(double value) { return std::abs(value - std::round(value)) < 1e-9; }

std::string fixed(double value, int decimals) { return fmt::format("{:.{}f}", value, decimals); }

std::string plain_digits(double value)
{
    if (std::isinf(value)) return value > 0 ? "no limit" : "-no limit";
    const double size = std::abs(value);
    if (size >= 1e5 && size < 1e15 && is_whole(value)) return spoken(value);
    if (size > 1e4 && size < 1e5 && is_whole(value)) return with_commas(fixed(value, 0));
    return fmt::format("{:.6g}", value);
}

std::string counted_digits(double value)
{
    const double size = std::abs(value);
    return size >= 1000 && size <= 1e4 && is_whole(value) ? with_commas(fixed(value, 0))
                                                          : plain_digits(value);
}

std::string brief(double value)
{
    if (!std::isfinite(value)) return "-";
    const double size = std::abs(value);
    if (size < 5e-10) return "0";
    if (size < 0.01 || size >= 9.995e14) return fmt::format("{:.1e}", value);
    if (const auto whole = small_whole(value)) return *whole;
    const auto one   = in_thousands(value);
    const auto digit = fixed(one.value, decimals_of_three_digits(one.value));
    if (one.step == 0) return is_whole(one.value) ? fixed(one.value, 0) : digit;
    return digit + std::array{"", "k", "M", "B", "T"}[one.step];
}

std::string brief_count(double value)
{
    return value >= 5e-10 && value < 0.01 ? "< 0.01" : brief(value);
}

std::string spoken(double value)
{
    if (!std::isfinite(value)) return "no finite number";
    const double size = std::abs(value);
    if (size < 5e-10) return "0";
    if (size < 0.01 || size >= 9.995e14) return fmt::format("{:.2g}", value);
    if (const auto whole = small_whole(value)) return *whole;
    const auto one = in_thousands(value);
    return without_trailing_zeros(fixed(one.value, decimals_of_three_digits(one.value))) +
           std::array{"", " thousand", " million", " billion", " trillion"}[one.step];
}

std::string percent(double share)
{
    const double value = 100 * share;
    return fixed(value, std::abs(value) >= 99.95 ? 0 : 1) + " percent";
}

std::string times_as_many(double ratio) { return fixed(ratio, ratio >= 9.95 ? 0 : 1) + " times"; }

} // namespace program
