#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <orgscale/fit/inseparable.hpp>
#include <orgscale/fit/least_squares_fit.hpp>

namespace orgscale::detail {

/// Directions of J diag(θ) along which a change by the parameters' own size moves the curve by less than `visible`.
[[nodiscard]] inline std::vector<inseparable> inseparables_of(const least_squares_fit&        fit,
                                                              const std::vector<std::string>& names,
                                                              double visible)
{
    std::vector<inseparable> found;
    const auto               split = fit.sensitivities();
    const auto               p     = fit.free.size();
    for (std::size_t k = p; k-- > 0;) {
        if (split.values[k] >= visible) break;
        inseparable              one{{}, visible > 0 ? split.values[k] / visible : 0};
        const double* const      v = split.vectors.data() + k * p;
        std::vector<std::size_t> order(p);
        for (std::size_t i = 0; i < p; ++i) order[i] = i;
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return std::abs(v[a]) > std::abs(v[b]) || (std::abs(v[a]) >= std::abs(v[b]) && a < b);
        });
        for (const std::size_t i : order)
            if (std::abs(v[i]) >= 0.1 * std::abs(v[order[0]]))
                one.parts.push_back({names[fit.free[i]], v[i] / v[order[0]]});
        found.push_back(std::move(one));
    }
    return found;
}

} // namespace orgscale::detail
