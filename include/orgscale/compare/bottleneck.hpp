#pragma once

#include <vector>

#include <orgscale/compare/detail/shortage.hpp>
#include <orgscale/core/checked.hpp>
#include <orgscale/core/dual.hpp>
#include <orgscale/core/flows.hpp>
#include <orgscale/core/growth_model.hpp>
#include <orgscale/solve/crossings.hpp>
#include <orgscale/solve/solve.hpp>

namespace orgscale {

/// A period during which one limit binds the customers.
template <growth_model Model>
struct bound_time {
    typename Model::real_type from;
    typename Model::real_type to;
    typename Model::limit     limit;
};

/// Which limit binds when, over a whole run.
///
/// Growth is limited by demand, the first of the limits, unless the inflow falls short of demand by
/// `shortfall`; then it is limited by whichever loses most. The run is sampled at 400 times or more, and
/// a change between two of them is located by bisection; a shorter band can be missed. The times have no
/// derivatives (those of scaling_wall and of events do).
template <growth_model Model>
[[nodiscard]] std::vector<bound_time<Model>> bottlenecks(
    const Model& model, const trajectory<Model>& run,
    fraction_below_one<typename Model::real_type> shortfall = typename Model::real_type(0.05))
{
    using Real          = typename Model::real_type;
    using limit         = typename Model::limit;
    auto       at       = run.cursor();
    const auto label_at = [&](const Real& time) {
        return detail::binding<limit>(flows(model, time, at(time)), Real{shortfall}).limit;
    };

    std::vector<bound_time<Model>> bands{{run.from(), run.from(), label_at(run.from())}};
    for (const Real& time : grid_of(run, 400)) {
        const limit now = label_at(time);
        if (bands.back().limit != now) {
            Real before = bands.back().to;
            Real after  = time;
            for (Real half = before + (after - before) / 2; before < half && half < after;
                 half      = before + (after - before) / 2)
                (label_at(half) == now ? after : before) = half;
            after           = without_slope(after);
            bands.back().to = after;
            bands.push_back({after, after, now});
        }
        bands.back().to = time;
    }
    return bands;
}

} // namespace orgscale
