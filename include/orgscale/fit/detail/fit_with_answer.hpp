#pragma once

#include <cmath>
#include <limits>
#include <vector>

#include <orgscale/fit/detail/constrained_evaluator.hpp>
#include <orgscale/fit/detail/many_starts.hpp>
#include <orgscale/fit/detail/search_space.hpp>
#include <orgscale/fit/least_squares_fit.hpp>
#include <orgscale/fit/least_squares_options.hpp>

namespace orgscale::detail {

struct fit_with_answer_result {
    least_squares_fit   fit; ///< its last residual is the constraint's
    std::vector<double> estimates;
    bool                met; ///< the answer is at its goal
};

/// The best fit with an answer at `goal` within `tolerance`, started from the estimates `nearby`: by the method of
/// multipliers, with this weight of the constraint at first.
template <class Base, class Answer>
[[nodiscard]] fit_with_answer_result fit_with_answer(
    constrained_evaluator<Base, Answer>& constrained, double goal, double weight, double tolerance,
    const std::vector<double>& nearby, const least_squares_options& options, const char* open,
    search_space& space)
{
    constrained.goal   = goal;
    constrained.shift  = 0;
    constrained.weight = weight;
    fit_with_answer_result found{{}, nearby, false};
    for (int round = 0; round < 60 && !found.met; ++round) {
        found.fit =
            many_starts<constrained_evaluator<Base, Answer>>{constrained, options, space, 0, open}
                .run(found.estimates.data());
        if (found.fit.residuals.empty() ||
            !(found.fit.residual_sum < std::numeric_limits<double>::infinity()))
            break;
        found.estimates   = found.fit.estimates;
        const double miss = found.fit.residuals.back() / constrained.weight + constrained.shift;
        found.met         = std::abs(miss) <= tolerance;
        constrained.shift -= miss;
        // Far from the estimate the multiplier may converge slowly: a heavier weight helps.
        if (round % 10 == 9) constrained.weight *= 10;
    }
    return found;
}

} // namespace orgscale::detail
