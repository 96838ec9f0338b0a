#pragma once

#include <string>
#include <vector>

#include "format/time_scale.hpp"

namespace program {

struct tick {
    double      at;
    std::string label;
};

/// Round numbers (1, 2 or 5 times a power of ten) from one end to the other, about so many.
[[nodiscard]] std::vector<double> round_steps(double from, double to, int about);

/// Ticks of an axis that begins at 0; the last one is at the top or above.
[[nodiscard]] std::vector<tick> linear_ticks(double top, int about);

/// Powers of ten from one end to the other, both above 0; with 2 and 5 where there are few.
[[nodiscard]] std::vector<tick> log_ticks(double from, double to, int about);

/// Calendar years where the start is known, else whole months or years.
[[nodiscard]] std::vector<tick> time_ticks(const time_scale& time, int about);

} // namespace program
