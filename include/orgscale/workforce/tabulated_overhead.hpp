#pragma once

#include <orgscale/core/description.hpp>
#include <orgscale/core/dual.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/workforce/overhead_policy.hpp>

namespace orgscale {

/// Communication overhead of a project team, from Madachy's table.
///
///     n          0    5    10   15    20   25    30
///     share(n)   0  1.5     6  13.5   24  37.5   54  percent                            [1]
///
/// Linear between the nodes, which lie on 0.06 n² percent. Not for more than 30 people: beyond, it
/// stays at 54 percent.
///
/// [1] Madachy, R. J. (2008). Software Process Dynamics. Wiley. Chapter 1.
///     doi:10.1002/9780470192719
template <real Real = double>
struct tabulated_overhead {
    using real_type = Real;

    /// Share of everybody's time [-].
    [[nodiscard]] constexpr Real share(const Real& people) const
    {
        // From node to node the slope is 1, 3, 5, 7, 9, 11 times 0.3 percent per person.
        Real rise = Real(0);
        for (int node = 0; node < 6; ++node) {
            const auto before = static_cast<passive_t<Real>>(5 * node);
            const auto slope  = static_cast<passive_t<Real>>(2 * node + 1);
            rise = rise + slope * least(greatest(Real(people - before), Real(0)), Real(5));
        }
        return 3 * rise / 1000;
    }

    static constexpr auto parameters() { return description<>{}; }
};

static_assert(overhead_policy<tabulated_overhead<>, double>);

} // namespace orgscale
