#pragma once

#include <optional>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/observation_policy.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/observation/periodic_report.hpp>
#include <orgscale/observation/random_walk_filter.hpp>

namespace orgscale {

/// Go and see: decision makers visit customers and average the visits by an optimal filter.
///
///     signal_retention(m)  = 1                         no layer stands between
///     reporting_delay(m)   = T (1/2 + (1-K)/K)         mean age of the estimate
///     mean square error    = K R + Q T/2 = Q · reporting_delay
///
/// A visit every T shows a sample of j customers, each observed with variance σ² [demand²]: R = σ²/j.
/// Demand is a random walk that gains variance Q per unit of time, so K is the gain of
/// random_walk_filter with Q T per visit, (1-K)/K visits is the mean age of what it averages, and
/// between two visits the last is T/2 old on average.
///
/// The third line gives the worth of visits: noisy as they are, they have the error of an exact report
/// that is reporting_delay old, and beat any that is older.
///
///     shop_floor<>{.visit_interval = 1, .sample = 20, .standard_error = 1, .volatility = 0.4}
///         .reporting_delay(5);                                 // 0.612, for any number of layers
///
/// Measure demand and errors in the same unit, or both as shares of a demand that changes little from
/// visit to visit. Errors of the customers sampled must be independent: not for visitors who are shown
/// what they are meant to see. Derived.
template <real Real = double>
struct shop_floor {
    using real_type = Real;

    finite_positive<Real> visit_interval; ///< T, time between visits [time]
    finite_positive<Real> sample;         ///< j, customers seen on a visit [customers]
    finite_non_negative<Real>
        standard_error;               ///< σ, standard error of one customer's observation [demand]
    finite_positive<Real> volatility; ///< Q, variance demand gains per unit of time [demand²/time]

    /// The filter's Q and R, computed from these, must be finite, and Q above 0.
    [[no_unique_address]] agreed within_the_numbers{
        Real(volatility * visit_interval) > 0 &&
            Real(volatility* visit_interval) < infinity<Real>() &&
            Real(standard_error* standard_error / sample) < infinity<Real>(),
        "volatility * visit_interval and standard_error² / sample must be finite, and the first above 0"};

    /// T (1/2 + (1-K)/K), for any number of layers [time].
    [[nodiscard]] Real reporting_delay(const Real&) const
    {
        return between_visits() + visit_interval * filter().break_even_delay();
    }

    /// 1, for any number of layers [-].
    [[nodiscard]] constexpr Real signal_retention(const Real&) const { return Real(1); }

    /// Q · reporting_delay, average over time [demand²].
    [[nodiscard]] Real mean_square_error() const { return volatility * reporting_delay(Real(0)); }

    /// K, the weight of the newest visit [-].
    [[nodiscard]] Real gain() const { return filter().gain(); }

    /// Customers to see on each visit for the error of an exact report of the given age [customers];
    /// empty if visits are too rare for any sample to be enough.
    [[nodiscard]] std::optional<Real> sample_to_match(const Real& report_age) const
        requires ordered_real<Real>
    {
        const Real visits = (report_age - between_visits()) / visit_interval;
        if (!(visits > 0)) return std::nullopt;
        return filter().break_even_sample(Real(standard_error * standard_error), visits);
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"visit_interval", "T", "time", "time between visits",
                      &shop_floor::visit_interval},
            parameter{"sample", "j", "customers", "customers seen on a visit", &shop_floor::sample},
            parameter{"standard_error", "σ", "demand",
                      "standard error of one customer's observation", &shop_floor::standard_error},
            parameter{"volatility", "Q", "demand²/time", "variance demand gains per unit of time",
                      &shop_floor::volatility}};
    }

private:
    [[nodiscard]] constexpr Real between_visits() const
    {
        return periodic_report<Real>{.interval = Real{visit_interval}}.mean_age();
    }

    [[nodiscard]] random_walk_filter<Real> filter() const
    {
        return {.volatility           = Real(volatility * visit_interval),
                .observation_variance = Real(standard_error * standard_error / sample)};
    }
};

static_assert(delayed_observation<shop_floor<>, double>);
static_assert(fully_described<shop_floor<>>);

} // namespace orgscale
