#pragma once

#include <orgscale/core/budget_policy.hpp>
#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale {

/// Budget: what an organisation earns, what its people cost, and how many hires it can fund itself.
///
///     earnings   = P served - w n W(n, β)                            [money/time]
///     affordable = max(0, earnings + cash/T) / (h + w t)             [people/time]
///     d cash/dt  = earnings - h hired
///
/// Each customer served pays P. A person without reports earns w and each manager β times a report's wage
/// (Williamson's wage step [1]), so the mean wage is W w. A hire costs h and is paid for the time t until it
/// earns: τo + D until a customer is served, and τa more while it learns. Hiring is funded from earnings and
/// from cash at hand, of which it spends at most 1/T per unit time: self-financed growth [2]. Money does not
/// limit the hiring of people who cost nothing, h = w t = 0, once there is any.
///
/// While it hires, cash falls at most at the rate cash/T, and from 0 not at all. Wages due may still exceed the
/// income: then cash falls below 0, and a firm has spent more than it had (see insolvency). It hires nobody
/// until its earnings would restore the cash within T. Not for borrowed money, nor for customers who pay late:
/// see self_financing_growth.
///
/// [1] Williamson, O. E. (1967). Hierarchical control and optimum firm size. Journal of Political
///     Economy 75(2), 123-138. doi:10.1086/259258
/// [2] Churchill, N. C., Mullins, J. W. (2001). How fast can your company afford to grow? Harvard
///     Business Review 79(5), 135-142.
template <real Real = double>
struct budget {
    using real_type = Real;

    finite_non_negative<Real> price;            ///< P, per customer served [money/customer/time]
    finite_non_negative<Real> wage;             ///< w, without reports [money/person/time]
    at_least_one<Real>        wage_step{1};     ///< β, manager's wage over a report's [-]
    finite_non_negative<Real> cost_per_hire{0}; ///< h [money/person]
    positive<Real>            spending_time{1}; ///< T, to spend the cash on hiring [time]

    /// w n W, wages of n people with W, the mean wage relative to the lowest [money/time].
    [[nodiscard]] constexpr Real payroll(const Real& people, const Real& wage_multiple) const
    {
        return wage * people * wage_multiple;
    }

    /// Earnings after wages, before the cost of hiring [money/time].
    [[nodiscard]] constexpr Real earnings(const Real& served, const Real& people,
                                          const Real& wage_multiple) const
    {
        return price * served - payroll(people, wage_multiple);
    }

    /// h + w t, what a hire costs who earns after a time t; the limit of small w if t is infinite
    /// [money/person].
    [[nodiscard]] constexpr Real cost_until(const Real& time) const
    {
        const auto paid = wage > 0;
        return cost_per_hire + wage * select(paid, time, Real(0));
    }

    /// People who can be hired if they earn after a time t; infinite if they cost nothing and there is money
    /// [people/time].
    [[nodiscard]] constexpr Real affordable(const Real& earned, const Real& cash,
                                            const Real& time) const
    {
        const Real cost  = cost_until(time);
        const Real spent = greatest(funds(earned, cash), Real(0));
        const auto free  = cost <= 0;
        return select(free, select(spent > 0, infinity<Real>(), Real(0)),
                      Real(spent / select(free, Real(1), cost)));
    }

    /// What can be spent on hiring; none is, if it is negative [money/time].
    [[nodiscard]] constexpr Real funds(const Real& earned, const Real& cash) const
    {
        return earned + cash / spending_time;
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"price", "P", "money/customer/time", "price paid by each customer served",
                      &budget::price},
            parameter{"wage", "w", "money/person/time", "wage of a person without reports",
                      &budget::wage},
            parameter{"wage_step", "β", "-", "wage of a manager relative to a report's",
                      &budget::wage_step},
            parameter{"cost_per_hire", "h", "money/person", "cost of hiring a person",
                      &budget::cost_per_hire},
            parameter{"spending_time", "T", "time",
                      "time in which hiring may spend the cash at hand", &budget::spending_time}};
    }
};

static_assert(budget_policy<budget<>, double>);
static_assert(fully_described<budget<>>);

} // namespace orgscale
