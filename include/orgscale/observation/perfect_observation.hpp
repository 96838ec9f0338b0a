#pragma once

#include <tuple>

#include <orgscale/core/observation_policy.hpp>
#include <orgscale/core/real.hpp>

namespace orgscale {

/// The neutral observation: those who decide see what happens, all of it and at once.
///
///     signal_retention(m) = 1
///
/// For any m >= 0 layers. It has no reporting_delay, so an organisation that observes so needs no memory
/// of what it saw. The pattern to copy for a policy of your own. Not for anybody who reads reports.
template <real Real = double>
struct perfect_observation {
    using real_type = Real;

    [[nodiscard]] constexpr Real signal_retention(const Real&) const { return Real(1); }

    static constexpr auto parameters() { return std::tuple{}; }
};

static_assert(observation_policy<perfect_observation<>, double>);
static_assert(!delayed_observation<perfect_observation<>, double>);

} // namespace orgscale
