#pragma once

#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include <orgscale/core/parameter_error.hpp>

namespace orgscale::detail {

struct given_figures {
    std::vector<double> times, sizes;
};

/// Figures as given, without those that are NaN. Refuses times that don't increase, and sizes that are negative or
/// infinite.
[[nodiscard]] inline given_figures check_figures(std::span<const double> times,
                                                 std::span<const double> sizes)
{
    if (times.size() != sizes.size())
        refuse(parameter_error{"must be as many as the sizes", "times"});
    given_figures given;
    for (std::size_t i = 0; i < times.size(); ++i) {
        if (std::isnan(sizes[i])) continue;
        if (!std::isfinite(times[i])) refuse(parameter_error{"must be finite", times[i], "times"});
        if (!std::isfinite(sizes[i]) || sizes[i] < 0)
            refuse(parameter_error{"must be finite and not negative", sizes[i], "sizes"});
        if (!given.times.empty() && !(times[i] > given.times.back()))
            refuse(parameter_error{"must increase", times[i], "times"});
        given.times.push_back(times[i]);
        given.sizes.push_back(sizes[i]);
    }
    return given;
}

} // namespace orgscale::detail
