#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>

#include <orgscale/compare/detail/shortage.hpp>
#include <orgscale/core/dual.hpp>
#include <orgscale/core/flows.hpp>
#include <orgscale/core/growth_model.hpp>
#include <orgscale/solve/crossings.hpp>
#include <orgscale/solve/solve.hpp>

namespace orgscale::detail {

/// The limits that a wall names: the one that binds the customers, what stands behind it where that is
/// `serve`, and another that binds too.
template <class Limit>
struct wall_limits {
    Limit                limit;
    std::optional<Limit> cause;
    std::optional<Limit> also;
};

/// Those of a moment.
template <growth_model Model>
[[nodiscard]] auto limits_at(const Model& model, const typename Model::real_type& time,
                             const typename Model::state_type& state,
                             const typename Model::real_type&  shortfall)
{
    using limit      = typename Model::limit;
    const auto now   = flows(model, time, state);
    const auto binds = binding<limit>(now, shortfall);

    wall_limits<limit> named{binds.limit, std::nullopt, binds.also};
    if constexpr (requires { now.staffing(), limit::serve; })
        if (named.limit == limit::serve) named.cause = now.staffing();
    return named;
}

/// Those of a wall that stands all through a run: the limit that binds longest, and the cause that does
/// behind it. The first moment was chosen by who wrote the start: where nobody has been hired yet nobody
/// decides, whatever binds from then on. The limit of that moment is named as another that binds.
template <growth_model Model>
[[nodiscard]] auto limits_over(const Model& model, const trajectory<Model>& run,
                               const typename Model::real_type& shortfall)
{
    using Real         = typename Model::real_type;
    using limit        = typename Model::limit;
    auto       at      = run.cursor();
    const auto longest = [](const auto& times) {
        return std::max_element(times.begin(), times.end(),
                                [](const auto& a, const auto& b) { return a.second < b.second; })
            ->first;
    };

    std::map<limit, double>                                 of_limit;
    std::map<limit, std::map<std::optional<limit>, double>> of_cause;
    const auto                                              grid = grid_of(run);
    for (std::size_t i = 0; i + 1 < grid.size(); ++i) {
        const Real   middle = grid[i] + (grid[i + 1] - grid[i]) / 2;
        const double length = plain(Real(grid[i + 1] - grid[i]));
        const auto   named  = limits_at(model, middle, at(middle), shortfall);
        if (named.limit == limit{}) continue; // not short: a recovery within the grid
        of_limit[named.limit] += length;
        of_cause[named.limit][named.cause] += length;
    }

    auto named = limits_at(model, run.from(), at(run.from()), Real(shortfall / 2));
    if (of_limit.empty()) return named;
    const limit first = named.limit;
    named.limit       = longest(of_limit);
    named.cause       = longest(of_cause[named.limit]);
    if (named.limit != first) named.also = first;
    return named;
}

} // namespace orgscale::detail
