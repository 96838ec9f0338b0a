#pragma once

#include <tuple>

#include <orgscale/core/improvement_policy.hpp>
#include <orgscale/core/real.hpp>

namespace orgscale {

/// The neutral improvement policy: work is done as it always was, and done right.
///
///     productivity(t) = 1
///     defects(t)      = 0
///
/// The pattern to copy for a policy of your own. Not for a firm whose quality costs it customers.
template <real Real = double>
struct no_improvement {
    using real_type = Real;

    [[nodiscard]] constexpr Real productivity(const Real&) const { return Real(1); }
    [[nodiscard]] constexpr Real defects(const Real&) const { return Real(0); }

    static constexpr auto parameters() { return std::tuple{}; }
};

static_assert(improvement_policy<no_improvement<>, double>);

} // namespace orgscale
