#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include <orgscale/design/promise_margins.hpp>

namespace orgscale::detail {

enum class run_outcome { ran, ended_early, no_organisation };

/// A point of the box and its evaluation.
template <class Real>
struct evaluation {
    std::vector<Real>     at;   ///< coordinates in the unit cube
    Real                  cost; ///< infinite if not computed
    promise_margins<Real> margins;
    run_outcome           outcome;
};

/// The objective of a search: keep some parts of a promise, each relaxed by a share of itself, then
/// minimise cost or else maximise the worst margin. Feasible points rank before infeasible ones whatever
/// their cost, and infeasible ones by their violation [1].
///
/// [1] Deb, K. (2000). An efficient constraint handling method for genetic algorithms. Computer Methods
///     in Applied Mechanics and Engineering 186(2-4), 311-338. doi:10.1016/S0045-7825(99)00389-8
template <class Real>
struct objective {
    std::array<bool, promise_parts.size()> keeps{};
    std::array<Real, promise_parts.size()> relaxed{};
    Real                                   guard = 0; ///< margin that must remain
    Real max_violation = 0; ///< violation up to which points are ranked by cost and penalty
    Real penalty       = 0; ///< cost of a violation of 1           [cost]
    bool least_cost    = true;

    [[nodiscard]] Real worst(const evaluation<Real>& one) const
    {
        if (one.outcome == run_outcome::no_organisation) return -3; // margins are -1 or more
        if (one.outcome == run_outcome::ended_early) return -2;
        Real       lowest  = infinity<Real>();
        const auto margins = to_array<Real>(one.margins);
        for (std::size_t n = 0; n < margins.size(); ++n)
            if (keeps[n] && margins[n] + relaxed[n] < lowest) lowest = margins[n] + relaxed[n];
        return lowest;
    }

    /// The violation of its worst part; 0 if the objective is met.
    [[nodiscard]] Real broken(const evaluation<Real>& one) const
    {
        const Real margin = worst(one) - guard;
        return margin < 0 ? -margin : Real(0);
    }

    [[nodiscard]] bool met(const evaluation<Real>& one) const { return broken(one) <= 0; }

    [[nodiscard]] bool better(const evaluation<Real>& one, const evaluation<Real>& other) const
    {
        if (costs(one) && costs(other)) return value(one) < value(other);
        return worst(other) < worst(one);
    }

    /// Whether its cost matters, given its other margins.
    [[nodiscard]] bool asks_cost(const evaluation<Real>& one) const
    {
        return keeps[static_cast<std::size_t>(promise_part::cost)] || costs(one);
    }

    /// Whether it is ranked by its cost.
    [[nodiscard]] bool costs(const evaluation<Real>& one) const
    {
        return least_cost && broken(one) <= max_violation;
    }

    /// The value it is ranked by: cost with penalty, or the worst margin.
    [[nodiscard]] Real value(const evaluation<Real>& one) const
    {
        return costs(one) ? one.cost + penalty * broken(one) : worst(one);
    }
};

} // namespace orgscale::detail
