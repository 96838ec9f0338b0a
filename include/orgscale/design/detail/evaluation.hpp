#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include <orgscale/design/promise_margins.hpp>

namespace orgscale::detail {

enum class run_outcome { ran, ended_early, no_organisation };

/// A point of the box, and what became of it.
template <class Real>
struct evaluation {
    std::vector<Real>     at;   ///< in the unit cube
    Real                  cost; ///< infinite where it was not asked for
    promise_margins<Real> margins;
    run_outcome           outcome;
};

/// What one looks for: parts of a promise that are kept, each relaxed by a share of itself, and then the
/// least cost or, without, the greatest margin. What keeps the parts goes before what doesn't, whatever it
/// costs, and of those that don't, the least broken first [1].
///
/// [1] Deb, K. (2000). An efficient constraint handling method for genetic algorithms. Computer Methods
///     in Applied Mechanics and Engineering 186(2-4), 311-338. doi:10.1016/S0045-7825(99)00389-8
template <class Real>
struct objective {
    std::array<bool, promise_parts.size()> keeps{};
    std::array<Real, promise_parts.size()> relaxed{};
    Real                                   guard = 0; ///< margin that must be left
    Real max_violation = 0; ///< share by which any may be broken for a fine
    Real penalty       = 0; ///< of all of it                      [cost]
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

    /// By how much its worst part is broken; 0 where it is met.
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

    /// Whether it matters what it costs, its other margins being known.
    [[nodiscard]] bool asks_cost(const evaluation<Real>& one) const
    {
        return keeps[static_cast<std::size_t>(promise_part::cost)] || costs(one);
    }

    /// Whether it is compared by its cost.
    [[nodiscard]] bool costs(const evaluation<Real>& one) const
    {
        return least_cost && broken(one) <= max_violation;
    }

    /// What is left to gain among some that are equally good is nothing: their costs, or margins.
    [[nodiscard]] Real value(const evaluation<Real>& one) const
    {
        return costs(one) ? one.cost + penalty * broken(one) : worst(one);
    }
};

} // namespace orgscale::detail
