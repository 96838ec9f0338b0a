#pragma once

#include <cmath>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/growth/bass.hpp>

namespace orgscale {

namespace detail {

struct finite_zero_or_below {
    static constexpr auto text = "must be 0 or less, and finite";
    template <real Real>
    static constexpr auto holds(const Real& x)
    {
        return x <= 0 && x > -infinity<Real>();
    }
};

} // namespace detail

/// Bass's regression: the sales of a period as a quadratic function of the previous adopters.
///
///     S = a + b Y + c Y²,    a = p m,  b = q - p,  c = -q/m                             [1]
///     m = (-b - sqrt(b² - 4 a c))/(2 c),    p = a/m,  q = -m c
///
/// Equivalent to `bass` if and only if a > 0 (innovators), c <= 0 (imitation is not negative) and, at
/// c = 0, b < 0 (a finite market); other coefficients are refused. Not for estimates from long periods:
/// the sales of a period are not the rate at its start, and the fit is biased [2].
///
/// [1] Bass, F. M. (1969). A new product growth for model consumer durables. Management Science
///     15(5), 215-227. doi:10.1287/mnsc.15.5.215
/// [2] Srinivasan, V., Mason, C. H. (1986). Nonlinear least squares estimation of new product
///     diffusion models. Marketing Science 5(2), 169-178. doi:10.1287/mksc.5.2.169
template <real Real = double>
struct bass_regression {
    using real_type = Real;

    finite_positive<Real> constant; ///< a, sales without previous adopters [customers/time]
    finite_value<Real>    linear;   ///< b, change of sales per adopter     [1/time]
    checked<Real, detail::finite_zero_or_below> quadratic; ///< c           [1/customer/time]

    [[no_unique_address]] agreed sales_end{least(Real{linear}, Real{quadratic}) < 0,
                                           "linear or quadratic must be less than 0"};

    /// The coefficients of a Bass diffusion.
    [[nodiscard]] static constexpr bass_regression of(const bass<Real>& law)
    {
        return {.constant  = law.innovation * law.potential,
                .linear    = law.imitation - law.innovation,
                .quadratic = Real(-(law.imitation / law.potential))};
    }

    /// S, the sales of a period with Y previous adopters: the regression form [customers/time].
    [[nodiscard]] constexpr Real sales(const Real& adopters) const
    {
        return Real{constant} + adopters * (linear + quadratic * adopters);
    }

    /// The Bass diffusion with these coefficients.
    [[nodiscard]] bass<Real> law() const
    {
        using std::sqrt;
        // p - q = -b and p q = -a c: the larger of the two first, without cancellation.
        const auto more_imitation = linear > 0;
        const Real half           = select(more_imitation, Real{linear}, Real(-linear)) / 2;
        const Real product        = -Real(constant * quadratic);
        const Real larger         = half + sqrt(Real(half * half + product));
        const Real smaller        = product / larger;
        const Real p              = select(more_imitation, smaller, larger);
        return {.innovation = p,
                .imitation  = select(more_imitation, larger, smaller),
                .potential  = constant / p};
    }

    static constexpr auto parameters()
    {
        return description{parameter{"constant", "a", "customers/time",
                                     "sales without previous adopters", &bass_regression::constant},
                           parameter{"linear", "b", "1/time",
                                     "linear coefficient of sales in previous adopters",
                                     &bass_regression::linear},
                           parameter{"quadratic", "c", "1/customer/time",
                                     "quadratic coefficient of sales in previous adopters",
                                     &bass_regression::quadratic}};
    }
};

static_assert(fully_described<bass_regression<>>);

} // namespace orgscale
