#pragma once

#include <orgscale/core/description.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/core/standard_policy.hpp>

namespace orgscale {

/// The neutral standard: people work today as they always have, however much there is to do.
///
/// Not for services in which corners can be cut (eroding_standard), nor for skill that has to be kept up
/// (capability).
template <real Real = double>
struct fixed_standard {
    using real_type = Real;

    /// 1 [-].
    [[nodiscard]] constexpr Real opening() const { return Real(1); }

    /// 1: that of the growth model [-].
    [[nodiscard]] constexpr Real productivity(const Real&) const { return Real(1); }

    /// 1: nobody works faster under pressure [-].
    [[nodiscard]] constexpr Real exertion(const Real&) const { return Real(1); }

    /// 0 [1/time].
    [[nodiscard]] constexpr Real rate(const Real&, const Real&) const { return Real(0); }

    static constexpr auto parameters() { return description<>{}; }
};

static_assert(standard_policy<fixed_standard<>, double>);

} // namespace orgscale
