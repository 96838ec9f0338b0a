#pragma once

#include <orgscale/core/description.hpp>
#include <orgscale/core/ownership_policy.hpp>
#include <orgscale/core/real.hpp>

namespace orgscale {

/// The neutral ownership policy: one person owns a customer across all functions.
///
///     handoff_delay(n)     = 0
///     decision_multiple(n) = 1
///
/// Does not include the lower speed of cross-trained owners (see case_owners). Not for work that needs
/// more than one specialism.
template <real Real = double>
struct single_owner {
    using real_type = Real;

    /// 0: nothing waits at a hand-off [time].
    [[nodiscard]] constexpr Real handoff_delay(const Real&) const { return Real(0); }

    /// 1: nothing is decided twice [-].
    [[nodiscard]] constexpr Real decision_multiple(const Real&) const { return Real(1); }

    static constexpr auto parameters() { return description<>{}; }
};

static_assert(ownership_policy<single_owner<>, double>);

} // namespace orgscale
