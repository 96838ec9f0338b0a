#pragma once

#include <cmath>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/governance/pyramid.hpp>

namespace orgscale {

/// Pay in a pyramid: s reports per manager, who earns b times their pay.
///
///     pay(h)      = A b^h                            h levels above the lowest [1]
///     top_pay(n)  = A b^(L-1)                        the head's, of n people on L levels
///     size exponent   = ln b / ln s                  power of the size with which top pay grows
///     Pareto exponent = ln s / ln b                  of the distribution of pay [2]
///
/// The exponents need no A; left out, pay is in units of the lowest. They hold in large firms: in small
/// ones, top pay is a power of the number of workers, not of people. Fractional L are interpolated as in `pyramid`. Not for pay that depends on anything but rank,
/// nor for salaries below the managers', which no Pareto law describes.
///
/// [1] Simon, H. A. (1957). The compensation of executives. Sociometry 20(1), 32-35.
/// [2] Lydall, H. F. (1959). The distribution of employment incomes. Econometrica 27(1), 110-115.
template <real Real = double>
struct executive_pay {
    using real_type = Real;

    above_one<Real>       span_of_control; ///< s, direct reports per manager    [people]
    above_one<Real>       pay_step;        ///< b, manager's pay over a report's [-]
    finite_positive<Real> base_pay{1};     ///< A, pay on the lowest level       [money/person/time]

    /// Pay h levels above the lowest [money/person/time].
    [[nodiscard]] Real pay(const non_negative<Real>& levels_above_lowest) const
    {
        using std::pow;
        return base_pay * pow(Real{pay_step}, Real{levels_above_lowest});
    }

    /// Pay of the head of n >= 1 people [money/person/time].
    [[nodiscard]] Real top_pay(const at_least_one<Real>& people) const
    {
        return pay(levels_below_head(Real{span_of_control}, Real{people}));
    }

    /// ln b / ln s, the elasticity of top pay with respect to the size of a large firm [-].
    [[nodiscard]] Real size_exponent() const
    {
        using std::log;
        return log(Real{pay_step}) / log(Real{span_of_control});
    }

    /// ln s / ln b, the exponent of Pareto's law of pay in a large firm [-].
    [[nodiscard]] Real pareto_exponent() const
    {
        using std::log;
        return log(Real{span_of_control}) / log(Real{pay_step});
    }

    /// (A/pay)^(ln s/ln b), the share of a large firm's people who earn at least that pay [-].
    /// Exact at the pay of a level, interpolated between.
    [[nodiscard]] Real share_paid(const non_negative<Real>& at_least) const
    {
        using std::pow;
        return pow(Real(base_pay / greatest(Real{at_least}, Real{base_pay})), pareto_exponent());
    }

    static constexpr auto parameters()
    {
        return description{parameter{"span_of_control", "s", "people", "direct reports per manager",
                                     &executive_pay::span_of_control},
                           parameter{"pay_step", "b", "-", "pay of a manager relative to a report's",
                                     &executive_pay::pay_step},
                           parameter{"base_pay", "A", "money/person/time",
                                     "pay on the lowest level", &executive_pay::base_pay}};
    }
};

static_assert(fully_described<executive_pay<>>);

} // namespace orgscale
