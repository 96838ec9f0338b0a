#pragma once

#include <cmath>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/improvement/crawford_curve.hpp>

namespace orgscale {

/// Wright's learning curve: each doubling of output multiplies the average cost by the rate [1].
///
///     average(n) = y1 n^b                    b = log2(rate)
///     total(n)   = y1 n^(b+1)
///     unit(n)    = y1 (n^(b+1) - (n-1)^(b+1))          tends to (b+1) times the average
///
/// For n >= 1. A rate of 1 is no learning; at 1/2 every unit after the first would cost nothing, so the
/// rate must exceed 1/2.
///
///     wright_curve<> cost{.first_unit = 100, .rate = 0.8};  cost.average(8);               // 51.2
///
/// Not for a rate estimated from unit costs (crawford_curve).
///
/// [1] Wright, T. P. (1936). Factors affecting the cost of airplanes. Journal of the Aeronautical
///     Sciences 3(4), 122-128.
template <real Real = double>
struct wright_curve {
    using real_type = Real;

    finite_positive<Real>   first_unit; ///< y1, cost of the first unit                       [cost]
    positive_fraction<Real> rate; ///< average cost after over before a doubling of output  [-]

    [[no_unique_address]] agreed units_cost{rate > Real(0.5), "rate must exceed 1/2"};

    /// b, above -1 and at most 0 [-].
    [[nodiscard]] Real exponent() const { return learning_exponent(Real{rate}); }

    /// Average cost of units 1 to n [cost].
    [[nodiscard]] Real average(const at_least_one<Real>& units) const
    {
        using std::pow;
        return first_unit * pow(Real{units}, exponent());
    }

    /// Total cost of units 1 to n [cost].
    [[nodiscard]] Real total(const non_negative<Real>& units) const
    {
        using std::pow;
        return first_unit * pow(Real{units}, total_exponent());
    }

    /// Cost of unit number n [cost].
    [[nodiscard]] Real unit(const at_least_one<Real>& number) const
    {
        using std::expm1, std::log, std::log1p;
        // The share 1 - (1 - 1/n)^(b+1) of the total; all of it for the first unit. Below 2, n - 1 is exact.
        const auto is_first = Real{number} <= 1;
        const Real n        = select(is_first, Real(2), Real{number});
        const Real logarithm =
            select(n < 2, Real(log(Real((n - 1) / n))), Real(log1p(Real(-1 / n))));
        const Real share = -expm1(Real(total_exponent() * logarithm));
        return total(Real{number}) * select(is_first, Real(1), share);
    }

    static constexpr auto parameters()
    {
        return description{parameter{"first_unit", "y1", "cost", "cost of the first unit",
                                     &wright_curve::first_unit},
                           parameter{"rate", "", "-",
                                     "average cost after over before a doubling of output",
                                     &wright_curve::rate}};
    }

private:
    /// b + 1 [-].
    [[nodiscard]] Real total_exponent() const { return learning_exponent(Real(2 * rate)); }
};

static_assert(fully_described<wright_curve<>>);

} // namespace orgscale
