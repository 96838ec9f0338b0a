#pragma once

#include <cmath>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/observation_policy.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/observation/periodic_report.hpp>

namespace orgscale {

/// Management by reports, which come at intervals, pass through layers and are smoothed.
///
///     reporting_delay(m)  = T/2 + δ m + A         mean age of what is seen
///     signal_retention(m) = α^m                   each layer drops a share 1-α (layered_signal)
///
/// m layers report to one another. The delays add up: a report every T is T/2 old on average
/// (periodic_report), each layer takes δ to write and meet, and smoothing adds its mean age A, which is
/// (1-g)/g periods for exponential smoothing with gain g and (p-1)/2 for a mean of p periods.
///
///     dashboard<>{.reporting_interval = 1, .delay_per_level = 0.25}.reporting_delay(4);      // 1.5
///
/// Layers lose a share of the signal; for noise they add see layered_signal. Not for managers who also
/// see customers themselves (shop_floor). Derived.
template <real Real = double>
struct dashboard {
    using real_type = Real;

    finite_positive<Real>     reporting_interval;   ///< T, time between reports [time]
    finite_non_negative<Real> delay_per_level{0};   ///< δ, time a layer takes to pass it on [time]
    positive_fraction<Real> retention_per_level{1}; ///< α, share of a report a layer passes on [-]
    finite_non_negative<Real> smoothing{0};         ///< A, mean age added by smoothing [time]

    /// T/2 + δ m + A [time].
    [[nodiscard]] constexpr Real reporting_delay(const Real& layers) const
    {
        const Real waiting = periodic_report<Real>{.interval = Real{reporting_interval}}.mean_age();
        return waiting + delay_per_level * greatest(layers, Real(0)) + smoothing;
    }

    /// α^m [-].
    [[nodiscard]] Real signal_retention(const Real& layers) const
    {
        using std::pow;
        return pow(Real{retention_per_level}, greatest(layers, Real(0)));
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"reporting_interval", "T", "time", "time between reports",
                      &dashboard::reporting_interval},
            parameter{"delay_per_level", "δ", "time", "time a layer takes to pass a report on",
                      &dashboard::delay_per_level},
            parameter{"retention_per_level", "α", "-", "share of a report that a layer passes on",
                      &dashboard::retention_per_level},
            parameter{"smoothing", "A", "time", "mean age added by smoothing",
                      &dashboard::smoothing}};
    }
};

static_assert(delayed_observation<dashboard<>, double>);
static_assert(fully_described<dashboard<>>);

} // namespace orgscale
