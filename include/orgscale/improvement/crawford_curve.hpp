#pragma once

#include <cmath>
#include <cstdint>
#include <optional>
#include <source_location>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/parameter_error.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/improvement/detail/power_sum.hpp>

namespace orgscale {

/// b = log2(rate), the exponent of a learning curve: cost is proportional to n^b.
template <real Real>
[[nodiscard]] Real learning_exponent(const Real& rate)
{
    using std::log;
    return log(rate) / log(Real(2));
}

/// Crawford's learning curve: each doubling of output multiplies the unit cost by the rate [1].
///
///     unit(n)    = y1 n^b                    b = log2(rate)
///     total(n)   = y1 (1 + 2^b + ... + n^b)
///     average(n) = total(n)/n
///
/// Totals are sums; beyond 32 units (128 for types wider than long double) the Euler-Maclaurin formula
/// gives the rest to full precision. A rate of 1 is no learning.
///
///     crawford_curve<> cost{.first_unit = 100, .rate = 0.8};  cost.unit(10);              // 47.65
///
/// Not for a rate estimated from average costs: that is Wright's curve, which predicts lower costs at the
/// same rate (wright_curve). Ask which curve a published rate refers to.
///
/// [1] Crawford, J. R. (1944). Learning Curve, Ship Curve, Ratios, Related Data. Lockheed Aircraft
///     Corporation.
template <real Real = double>
struct crawford_curve {
    using real_type = Real;

    finite_positive<Real>   first_unit; ///< y1, cost of the first unit                    [cost]
    positive_fraction<Real> rate;       ///< unit cost after over before a doubling of output  [-]

    /// b, at most 0 [-].
    [[nodiscard]] Real exponent() const { return learning_exponent(Real{rate}); }

    /// Cost of unit number n >= 1 [cost].
    [[nodiscard]] Real unit(const at_least_one<Real>& number) const
    {
        using std::pow;
        return first_unit * pow(Real{number}, exponent());
    }

    /// Total cost of units 1 to n [cost]; 0 for n = 0. Refuses n < 0.
    [[nodiscard]] Real total(std::int64_t         units,
                             std::source_location where = std::source_location::current()) const
    {
        if (units < 0) refuse(parameter_error{"units must be 0 or more", where});
        return first_unit * detail::power_sum(units, exponent(), learning_exponent(Real(2 * rate)));
    }

    /// Average cost of units 1 to n [cost]. Refuses n < 1.
    [[nodiscard]] Real average(std::int64_t         units,
                               std::source_location where = std::source_location::current()) const
    {
        if (units < 1) refuse(parameter_error{"units must be 1 or more", where});
        return total(units) / Real(static_cast<double>(units));
    }

    /// y1 rate^d, unit cost after d doublings of output [cost].
    [[nodiscard]] Real after_doublings(const non_negative<Real>& doublings) const
    {
        using std::pow;
        return first_unit * pow(Real{rate}, Real{doublings});
    }

    /// Doublings of output until a unit costs `cost` [-]; empty if it never does.
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
        return description{parameter{"first_unit", "y1", "cost", "cost of the first unit",
                                     &crawford_curve::first_unit},
                           parameter{"rate", "", "-",
                                     "unit cost after over before a doubling of output",
                                     &crawford_curve::rate}};
    }
};

static_assert(fully_described<crawford_curve<>>);

} // namespace orgscale
