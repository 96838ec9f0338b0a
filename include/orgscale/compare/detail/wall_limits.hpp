#pragma once

#include <algorithm>
#include <map>
#include <optional>

#include <orgscale/compare/detail/shortage.hpp>
#include <orgscale/core/flows.hpp>
#include <orgscale/core/growth_model.hpp>
#include <orgscale/solve/solve.hpp>

namespace orgscale::detail {

/// The limits that a wall names: the one that binds the customers, its cause if that is `serve`, and
/// another that binds too.
template <class Limit>
struct wall_limits {
    Limit                limit;
    std::optional<Limit> cause;
    std::optional<Limit> also;
};

/// The limits at one time.
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

/// The limits of a wall that stands throughout a run: the limit that binds longest in its first quarter,
/// with its most frequent cause. The first moment depends on the arbitrary start (where nobody has been
/// hired yet, nobody decides), so the limit that binds then is only named as another.
template <growth_model Model>
[[nodiscard]] auto limits_over(const Model& model, const trajectory<Model>& run,
                               const typename Model::real_type& shortfall)
{
    using Real          = typename Model::real_type;
    using limit         = typename Model::limit;
    constexpr int looks = 64;
    auto          at    = run.cursor();
    const auto    named = [&](const Real& time, const Real& missing) {
        return limits_at(model, time, at(time), missing);
    };
    const auto most = [](const auto& times) {
        return std::max_element(times.begin(), times.end(),
                                [](const auto& a, const auto& b) { return a.second < b.second; })
            ->first;
    };

    std::map<limit, int>                                 times;
    std::map<limit, std::map<std::optional<limit>, int>> times_of_cause;
    for (int i = 0; i < looks; ++i) {
        const Real share = Real(2 * i + 1) /
                           Real(8 * looks); // midpoints of equal parts of the quarter
        const auto then = named(Real(run.from() + share * (run.to() - run.from())), shortfall);
        if (then.limit == limit{}) continue; // a recovery the search has missed
        ++times[then.limit];
        ++times_of_cause[then.limit][then.cause];
    }

    auto first = named(run.from(), Real(shortfall / 2));
    if (times.empty()) return first;
    const limit lasting = most(times);
    if (lasting != first.limit) first.also = first.limit;
    first.limit = lasting;
    first.cause = most(times_of_cause[lasting]);
    return first;
}

} // namespace orgscale::detail
