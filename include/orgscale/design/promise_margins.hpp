#pragma once

#include <algorithm>
#include <array>
#include <cstddef>

#include <orgscale/core/state.hpp>
#include <orgscale/design/promise_part.hpp>

namespace orgscale {

/// The relative margin by which each part of a promise is kept; negative if broken, infinite if not
/// promised.
///
///     (customers - promised) / the larger       where more is better
///     (promised - wait) / the larger            where less is better
///
///     (lowest cash - promised) / the largest amount of cash or debt in the run, or promised
///
/// Continuous, from -1 to 1, and 0 where a part is just kept; 0.1 is a tenth better than promised.
template <real Real = double>
struct promise_margins {
    Real customers{infinity<Real>()};
    Real wait{infinity<Real>()};
    Real share{infinity<Real>()};
    Real people{infinity<Real>()};
    Real cost{infinity<Real>()};
    Real cash{infinity<Real>()};

    [[nodiscard]] constexpr Real of(promise_part part) const
    {
        return to_array<Real>(*this)[static_cast<std::size_t>(part)];
    }

    /// The smallest margin.
    [[nodiscard]] constexpr Real worst() const
    {
        const auto all = to_array<Real>(*this);
        return *std::min_element(all.begin(), all.end());
    }

    /// Whether every part is kept.
    [[nodiscard]] constexpr bool kept() const { return worst() >= 0; }

    /// (there - wanted) / max(|there|, |wanted|); 0 if both are 0, and -1 if either is not a number.
    [[nodiscard]] static constexpr Real more(const Real& there, const Real& wanted)
    {
        if (there == wanted) return Real(0);
        const Real mine   = there < 0 ? Real(-there) : there,
                   other  = wanted < 0 ? Real(-wanted) : wanted;
        const Real larger = mine < other ? other : mine;
        if (!(larger < infinity<Real>())) return there > wanted ? Real(1) : Real(-1);
        const Real margin = (there - wanted) / larger;
        if (!(margin > -1)) return Real(-1);
        return margin < 1 ? margin : Real(1);
    }
};

static_assert(state<promise_margins<>, double>);

} // namespace orgscale
