#pragma once

#include <cmath>
#include <cstdio>
#include <string>

namespace orgscale::detail {

/// A number for a sentence: four significant digits, and no exponent from 1e-4 to 1e15.
[[nodiscard]] inline std::string in_digits(double x)
{
    const double size = std::abs(x);
    if (!(size >= 9999.5 && size < 1e15)) {
        char text[32];
        std::snprintf(text, sizeof text, "%.4g", x);
        return text;
    }
    const double unit = std::pow(10, std::floor(std::log10(size)) - 3);
    char         text[32];
    std::snprintf(text, sizeof text, "%.0f", std::round(x / unit) * unit);
    return text;
}

} // namespace orgscale::detail
