#pragma once

#include <orgscale/core/description.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/workforce/overhead_policy.hpp>

namespace orgscale {

/// The neutral overhead policy: communication costs no time, whatever the team's size.
///
///     share(n) = 0
///
/// Not for people whose work depends on each other's.
template <real Real = double>
struct no_overhead {
    using real_type = Real;

    [[nodiscard]] constexpr Real share(const Real&) const { return Real(0); }

    static constexpr auto parameters() { return description<>{}; }
};

static_assert(overhead_policy<no_overhead<>, double>);

} // namespace orgscale
