#pragma once

#include <tuple>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/observation_policy.hpp>
#include <orgscale/observation/layered_signal.hpp>
#include <orgscale/observation/periodic_report.hpp>

namespace orgscale {

/// To be led by reports: they come at intervals, through the layers, and are smoothed to be readable.
///
///     reporting_delay(m)  = T/2 + δ m + A         mean age of what is seen
///     signal_retention(m) = α^m                   each layer leaves out a share 1-α (layered_signal)
///
/// m layers report to one another; a report every T adds T/2 to what it says (periodic_report), each
/// layer δ for writing and meeting, and smoothing its mean age A: (1-α)/α periods for exponential
/// smoothing by α, (p-1)/2 for the mean of p periods. Ages of steps that follow one another add up.
///
///     dashboard<>{.reporting_interval = 1, .delay_per_level = 0.25}.reporting_delay(4);      // 1.5
///
/// What is lost is taken to be a share of the signal; noise that layers add is in layered_signal. Not
/// for one who asks the customer beside it (shop_floor). Derived.
template <real Real = double>
struct dashboard {
    using real_type = Real;

    finite_positive<Real>     reporting_interval;     ///< T, from one report to the next [time]
    finite_non_negative<Real> delay_per_level{0};     ///< δ, until a layer passes it on [time]
    positive_fraction<Real>   retention_per_level{1}; ///< α, left of what a layer was told [-]
    finite_non_negative<Real> smoothing{0}; ///< A, mean age of the numbers averaged [time]

    /// [time]
    [[nodiscard]] constexpr Real reporting_delay(const Real& layers) const
    {
        const Real waiting = periodic_report<Real>{.interval = Real{reporting_interval}}.mean_age();
        return waiting + delay_per_level * layers + smoothing;
    }

    /// [-]
    [[nodiscard]] Real signal_retention(const Real& layers) const
    {
        return layered_signal<Real>{.retention = Real{retention_per_level}}.retained(layers);
    }

    static constexpr auto parameters()
    {
        return std::tuple{
            parameter{"reporting_interval", "T", "time", "from one report to the next",
                      &dashboard::reporting_interval},
            parameter{"delay_per_level", "δ", "time", "until a layer passes a report on",
                      &dashboard::delay_per_level},
            parameter{"retention_per_level", "α", "-", "what a layer leaves of what it was told",
                      &dashboard::retention_per_level},
            parameter{"smoothing", "A", "time", "mean age of the numbers averaged",
                      &dashboard::smoothing}};
    }
};

static_assert(delayed_observation<dashboard<>, double>);
static_assert(fully_described<dashboard<>>);

} // namespace orgscale
