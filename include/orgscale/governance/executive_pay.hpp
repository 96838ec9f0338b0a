#pragma once

#include <cmath>
#include <tuple>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/governance/pyramid.hpp>

namespace orgscale {

/// Pay in a pyramid: s reports to each manager, who is paid b times what they are.
///
///     pay(h)      = A b^h                            h levels above the lowest [1]
///     top_pay(n)  = A b^(L-1)                        the head's, of n people on L levels
///     size exponent   = ln b / ln s                  top pay grows as that power of the size
///     Pareto exponent = ln s / ln b                  and so pay is distributed [2]
///
/// The exponents are those of large firms: in small ones top pay is a power of the workers, not of
/// everybody. For L between whole numbers interpolated as in `pyramid`. Not for pay by anything but
/// rank, nor for salaries below the managers', which no Pareto law describes.
///
/// [1] Simon, H. A. (1957). The compensation of executives. Sociometry 20(1), 32-35.
/// [2] Lydall, H. F. (1959). The distribution of employment incomes. Econometrica 27(1), 110-115.
template <real Real = double>
struct executive_pay {
    using real_type = Real;

    above_one<Real>       span_of_control; ///< s, direct reports of a manager            [people]
    above_one<Real>       pay_step;        ///< b, pay of a manager over a report's            [-]
    finite_positive<Real> base_pay;        ///< A, pay on the lowest level            [money/time]

    /// On a level, 0 for the lowest [money/time].
    [[nodiscard]] Real pay(const non_negative<Real>& levels_above_lowest) const
    {
        using std::pow;
        return base_pay * pow(Real{pay_step}, Real{levels_above_lowest});
    }

    /// The head's, of n >= 1 people [money/time].
    [[nodiscard]] Real top_pay(const at_least_one<Real>& people) const
    {
        return pay(levels_below_head(Real{span_of_control}, Real{people}));
    }

    /// ln b / ln s, the elasticity of top pay to the size of a large firm [-].
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

    /// (A/pay)^(ln s/ln b), the share of a large firm's people who are paid that or more [-].
    /// Exact at what a level is paid, interpolated between.
    [[nodiscard]] Real share_paid(const non_negative<Real>& at_least) const
    {
        using std::pow;
        return pow(Real(base_pay / greatest(Real{at_least}, Real{base_pay})), pareto_exponent());
    }

    static constexpr auto parameters()
    {
        return std::tuple{parameter{"span_of_control", "s", "people", "direct reports of a manager",
                                    &executive_pay::span_of_control},
                          parameter{"pay_step", "b", "-", "pay of a manager over that of a report",
                                    &executive_pay::pay_step},
                          parameter{"base_pay", "A", "money/time", "pay on the lowest level",
                                    &executive_pay::base_pay}};
    }
};

static_assert(fully_described<executive_pay<>>);

} // namespace orgscale
