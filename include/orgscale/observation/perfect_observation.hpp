#pragma once

#include <orgscale/core/description.hpp>
#include <orgscale/core/observation_policy.hpp>
#include <orgscale/core/real.hpp>

namespace orgscale {

/// The neutral observation policy: decision makers see everything, at once.
///
///     signal_retention(m) = 1
///
/// For any number m >= 0 of layers. It has no reporting_delay, so the organisation's state needs no
/// memory of past observations. The pattern to copy for a policy of your own. Not for anybody who reads
/// reports.
template <real Real = double>
struct perfect_observation {
    using real_type = Real;

    /// 1, for any number of layers [-].
    [[nodiscard]] constexpr Real signal_retention(const Real&) const { return Real(1); }

    static constexpr auto parameters() { return description<>{}; }
};

static_assert(observation_policy<perfect_observation<>, double>);
static_assert(!delayed_observation<perfect_observation<>, double>);

} // namespace orgscale
