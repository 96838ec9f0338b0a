#pragma once

#include <tuple>

#include <orgscale/core/ownership_policy.hpp>
#include <orgscale/core/real.hpp>

namespace orgscale {

/// The neutral ownership: one person owns a customer across all functions.
///
///     handoff_delay(n)     = 0
///     decision_multiple(n) = 1
///
/// What a cross-trained owner loses in speed is not in it (case_owners has it). Not for work that
/// takes more than one craft.
template <real Real = double>
struct single_owner {
    using real_type = Real;

    /// Nobody is waited for [time].
    [[nodiscard]] constexpr Real handoff_delay(const Real&) const { return Real(0); }

    /// Nothing is decided twice [-].
    [[nodiscard]] constexpr Real decision_multiple(const Real&) const { return Real(1); }

    static constexpr auto parameters() { return std::tuple{}; }
};

static_assert(ownership_policy<single_owner<>, double>);

} // namespace orgscale
