#pragma once

#include <vector>

#include "format/time_scale.hpp"

namespace program {

/// The times that tables show: 1, 2, 5 and 10 years as far as they lie before the end, and the end.
[[nodiscard]] inline std::vector<double> marks_until(const time_scale& time, double end)
{
    std::vector<double> marks;
    for (const double years : {1.0, 2.0, 5.0, 10.0})
        if (years * time.per_year() < end) marks.push_back(years * time.per_year());
    marks.push_back(end);
    return marks;
}

} // namespace program
