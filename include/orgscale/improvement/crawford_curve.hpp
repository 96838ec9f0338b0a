#pragma once

#include <cmath>
#include <cstdint>
#include <optional>
#include <source_location>
#include <tuple>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/parameter_error.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/improvement/detail/power_sum.hpp>

namespace orgscale {

/// log2 of a learning curve's rate: b, by which cost is a power n^b of the units.
template <real Real>
[[nodiscard]] Real learning_exponent(const Real& rate)
{
    using std::log;
    return log(rate) / log(Real(2));
}

/// Crawford's learning curve: each doubling multiplies the cost of the unit by the rate [1].
///
///     unit(n)    = y1 n^b                    b = log2(rate)
///     total(n)   = y1 (1 + 2^b + ... + n^b)
///     average(n) = total(n)/n
///
/// Totals are sums; from 32 units on (128 in more than long double) Euler's and Maclaurin's formula takes
/// the place of the rest, and no digits are lost. A rate of 1 is no learning.
///
///     crawford_curve<> cost{.first_unit = 100, .rate = 0.8};  cost.unit(10);              // 47.65
///
/// Not for a rate that was estimated from average costs: that is Wright's, which at one rate promises less
/// cost (wright_curve). Ask which one it was.
///
/// [1] Crawford, J. R. (1944). Learning Curve, Ship Curve, Ratios, Related Data. Lockheed Aircraft
///     Corporation.
template <real Real = double>
struct crawford_curve {
    using real_type = Real;

    finite_positive<Real>   first_unit; ///< y1, cost of the first unit            [cost]
    positive_fraction<Real> rate;       ///< cost after a doubling of units, to before [-]

    /// b, at most 0 [-].
    [[nodiscard]] Real exponent() const { return learning_exponent(Real{rate}); }

    /// What unit number n >= 1 costs [cost].
    [[nodiscard]] Real unit(const Real& number) const
    {
        using std::pow;
        return first_unit * pow(number, exponent());
    }

    /// What the units 1 to n cost together [cost]; 0 for none, fewer are refused.
    [[nodiscard]] Real total(std::int64_t         units,
                             std::source_location where = std::source_location::current()) const
    {
        if (units < 0) refuse(parameter_error{"units must be 0 or more", where});
        return first_unit * detail::power_sum(units, exponent(), learning_exponent(Real(2 * rate)));
    }

    /// What one of the units 1 to n costs on average [cost]; fewer than one are refused.
    [[nodiscard]] Real average(std::int64_t         units,
                               std::source_location where = std::source_location::current()) const
    {
        if (units < 1) refuse(parameter_error{"units must be 1 or more", where});
        return total(units) / Real(static_cast<double>(units));
    }

    /// y1 rate^d, what a unit costs when output has doubled d times [cost].
    [[nodiscard]] Real after_doublings(const Real& doublings) const
    {
        using std::pow;
        return first_unit * pow(Real{rate}, doublings);
    }

    /// How often output must double until a unit costs that [-]; nothing if it never does.
    [[nodiscard]] std::optional<Real> doublings_to(const Real& cost) const
        requires ordered_real<Real>
    {
        using std::log, std::log1p;
        if (!(cost > 0) || !(cost <= first_unit)) return std::nullopt;
        if (cost >= first_unit) return Real(0);
        if (!(rate < 1)) return std::nullopt;
        return log1p(Real((first_unit - cost) / cost)) / -log(Real{rate});
    }

    static constexpr auto parameters()
    {
        return std::tuple{parameter{"first_unit", "y1", "cost", "cost of the first unit",
                                    &crawford_curve::first_unit},
                          parameter{"rate", "", "-", "cost after a doubling of units, to before",
                                    &crawford_curve::rate}};
    }
};

static_assert(fully_described<crawford_curve<>>);

} // namespace orgscale
