#pragma once

#include <optional>
#include <tuple>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/observation_policy.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/observation/periodic_report.hpp>
#include <orgscale/observation/random_walk_filter.hpp>

namespace orgscale {

/// To go and see: those who decide visit the customer and weigh what they see against what they saw.
///
///     signal_retention(m)  = 1                         nobody stands between, whatever the layers
///     reporting_delay(m)   = T (1/2 + (1-K)/K)         mean age of what they go by
///     mean square error    = K R + Q T/2 = Q · reporting_delay
///
/// A visit every T shows a sample of j customers, each with an error of variance σ² [demand²]: R =
/// σ²/j. Demand wanders by a variance of Q per time, so K is the gain of random_walk_filter for Q T a
/// visit, and (1-K)/K visits the mean age of what it averages; at any time between two visits the last
/// is T/2 old.
///
/// The third line is what the shop floor is worth: noisy as it is, it is as right as an exact report
/// that is reporting_delay old, and better than any that is older.
///
///     shop_floor<>{.visit_interval = 1, .sample = 20, .standard_error = 1, .volatility = 0.4}
///         .reporting_delay(5);                                 // 0.612, whatever the layers
///
/// Measure demand and errors in the same unit, or both as a share of the demand, which then must not
/// change much from visit to visit. Not for visits that are shown what they should see: the errors of
/// the sampled are independent. Derived.
template <real Real = double>
struct shop_floor {
    using real_type = Real;

    finite_positive<Real>     visit_interval; ///< T, from one visit to the next [time]
    finite_positive<Real>     sample;         ///< j, customers seen at a visit [customers]
    finite_non_negative<Real> standard_error; ///< σ, standard error of one of them [demand]
    finite_positive<Real>     volatility;     ///< Q, variance that demand gains [demand²/time]

    /// They enter the filter as these.
    [[no_unique_address]] agreed within_the_numbers{
        Real(volatility * visit_interval) > 0 &&
            Real(volatility* visit_interval) < infinity<Real>() &&
            Real(standard_error* standard_error / sample) < infinity<Real>(),
        "volatility * visit_interval and standard_error² / sample must be finite, and the first above 0"};

    /// [time]
    [[nodiscard]] Real reporting_delay(const Real&) const
    {
        return between_visits() + visit_interval * filter().break_even_delay();
    }

    /// [-]
    [[nodiscard]] constexpr Real signal_retention(const Real&) const { return Real(1); }

    /// Of what they go by, on average over time [demand²].
    [[nodiscard]] Real mean_square_error() const { return volatility * reporting_delay(Real(0)); }

    /// K, the weight of the newest visit [-].
    [[nodiscard]] Real gain() const { return filter().gain(); }

    /// How many customers a visit must show to be as right as an exact report of that age; nothing if no
    /// number is enough, because the visits are too rare [customers].
    [[nodiscard]] std::optional<Real> sample_to_match(const Real& report_age) const
        requires ordered_real<Real>
    {
        const Real visits = (report_age - between_visits()) / visit_interval;
        if (!(visits > 0)) return std::nullopt;
        return filter().break_even_sample(Real(standard_error * standard_error), visits);
    }

    static constexpr auto parameters()
    {
        return std::tuple{
            parameter{"visit_interval", "T", "time", "from one visit to the next",
                      &shop_floor::visit_interval},
            parameter{"sample", "j", "customers", "customers seen at a visit", &shop_floor::sample},
            parameter{"standard_error", "σ", "demand", "standard error of one of them",
                      &shop_floor::standard_error},
            parameter{"volatility", "Q", "demand²/time", "variance that demand gains",
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
