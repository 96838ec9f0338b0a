#pragma once

#include <cstddef>
#include <limits>
#include <vector>

#include <orgscale/fit/ar1_regression.hpp>
#include <orgscale/fit/change_points.hpp>
#include <orgscale/fit/detail/scaling_pairs.hpp>
#include <orgscale/fit/identified_scaling.hpp>
#include <orgscale/fit/information_criteria.hpp>

namespace orgscale::detail {

/// Adds the best break of a relation over time, a step, another exponent, or both, if it lowers BIC enough below that of
/// the relation without one.
inline void add_scaling_break(identified_scaling& answer, const log_pairs& data, double bic_without)
{
    const std::size_t                n = data.sizes.size();
    std::vector<std::vector<double>> columns{std::vector<double>(n, 1.0), data.sizes};
    constexpr std::size_t            shortest = 4;
    double                           least    = std::numeric_limits<double>::infinity();
    for (std::size_t k = shortest - 1; k + shortest < n; ++k)
        for (int form = 0; form < 3; ++form) {
            std::vector<double> step(n, 0.0), bend(n, 0.0);
            for (std::size_t i = k + 1; i < n; ++i) {
                step[i] = 1;
                bend[i] = data.sizes[i] - data.sizes[k];
            }
            columns.resize(2);
            if (form != 1) columns.push_back(step);
            if (form != 0) columns.push_back(bend);
            auto broken = ar1_regression(columns, data.outputs, data.times);
            if (broken.coefficients.empty()) continue;
            broken.likelihood.parameters += 1; // the date
            if (!(bic(broken.likelihood) < least)) continue;
            least           = bic(broken.likelihood);
            answer.change   = change_point{k, data.times[k], data.times[k], data.times[k + 1]};
            const double by = form == 0 ? 0 : broken.coefficients.back();
            answer.segments = {broken.coefficients[1], broken.coefficients[1] + by};
        }
    const double gain    = bic_without - least;
    const bool   crosses = answer.change && (answer.segments[0] - 1) * (answer.segments[1] - 1) < 0;
    if (!(gain >= 6) && !(gain >= 4 && crosses)) {
        answer.change.reset();
        answer.segments.clear();
    }
}

} // namespace orgscale::detail
