#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <limits>

namespace orgscale::detail {

/// Whether values at five equal distances are of one sign, and so are parabolas through them, by
/// a quarter of what they change. Where the condition turns, whether it could be down to zero in a cusp: of
/// the fourth root it would change by half of the least value.
[[nodiscard]] inline bool stays_away(int side, bool turns, std::array<double, 5> values)
{
    double lowest = std::numeric_limits<double>::infinity(), highest = 0;
    for (double& value : values) {
        value = value * side;
        if (!(value > 0)) return false;
        lowest  = value < lowest ? value : lowest;
        highest = value > highest ? value : highest;
    }
    if (turns && !(lowest > 2.5 * (highest - lowest))) return false;
    if (values[1] > 2 * values[0] || values[3] > 2 * values[4]) return false;
    if (lowest > 0.5 * (highest - lowest)) return true;
    if (!(lowest > 0.05 * (highest - lowest))) return false;
    for (std::size_t i = 0; i + 2 < values.size(); ++i) {
        const double bend  = values[i] - 2 * values[i + 1] + values[i + 2];
        const double slope = (values[i + 2] - values[i]) / 2;
        if (bend > 0 && std::abs(slope) < 2 * bend) {
            const double least_value = values[i + 1] - slope * slope / (2 * bend);
            if (!(least_value > 0.25 * (highest - least_value))) return false;
        }
    }
    return true;
}

} // namespace orgscale::detail
