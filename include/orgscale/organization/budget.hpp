#pragma once

#include <tuple>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale {

/// What an organisation earns, what its people cost, and how many it can hire of its own money.
///
///     earnings   = P served - w n W(n, β)                            [money/time]
///     affordable = max(0, earnings + cash/T) / h                     [people/time]
///     d cash/dt  = earnings - h hired
///
/// P is paid by each customer who is served, w to each of n people without reports; each manager is paid
/// β times what a report is (Williamson's wage step [1]), so that the mean is W times w. To hire one
/// costs h, and there is no other money than what is earned and what is at hand, of which hiring takes
/// at most its T-th part a time: growth that finances itself [2]. With h = 0 money limits nothing.
///
/// Not for borrowed money, nor for customers who pay late: see self_financing_growth. Cash below 0 is a
/// firm that spent what it doesn't have; it hires nobody until it earns enough to cover that in T.
///
/// [1] Williamson, O. E. (1967). Hierarchical control and optimum firm size. Journal of Political
///     Economy 75(2), 123-138. doi:10.1086/259258
/// [2] Churchill, N. C., Mullins, J. W. (2001). How fast can your company afford to grow? Harvard
///     Business Review 79(5), 135-142.
template <real Real = double>
struct budget {
    using real_type = Real;

    finite_non_negative<Real> price;        ///< P, by each customer served [money/customer/time]
    finite_non_negative<Real> wage;         ///< w, without reports [money/person/time]
    at_least_one<Real>        wage_step{1}; ///< β, of a manager to a report [-]
    finite_non_negative<Real> cost_per_hire{0}; ///< h [money/person]
    positive<Real> spending_time{1}; ///< T, in which hiring would use up what is at hand [time]

    /// What so many people are paid, with the mean wage to the lowest [money/time].
    [[nodiscard]] constexpr Real payroll(const Real& people, const Real& wage_multiple) const
    {
        return wage * people * wage_multiple;
    }

    /// What is left when people are paid, with customers served and mean wage to the lowest
    /// [money/time].
    [[nodiscard]] constexpr Real earnings(const Real& served, const Real& people,
                                          const Real& wage_multiple) const
    {
        return price * served - payroll(people, wage_multiple);
    }

    /// People who can be hired [people/time].
    [[nodiscard]] constexpr Real affordable(const Real& earned, const Real& cash) const
    {
        const auto free  = cost_per_hire <= 0;
        const Real spent = select(free, Real(1), Real{cost_per_hire});
        const Real funds = greatest(Real(earned + cash / spending_time), Real(0));
        return select(free, infinity<Real>(), Real(funds / spent));
    }

    static constexpr auto parameters()
    {
        return std::tuple{parameter{"price", "P", "money/customer/time",
                                    "paid by each customer who is served", &budget::price},
                          parameter{"wage", "w", "money/person/time", "wage of one without reports",
                                    &budget::wage},
                          parameter{"wage_step", "β", "-",
                                    "wage of a manager over that of a report", &budget::wage_step},
                          parameter{"cost_per_hire", "h", "money/person",
                                    "what it costs to hire one", &budget::cost_per_hire},
                          parameter{"spending_time", "T", "time",
                                    "time in which hiring would use up what is at hand",
                                    &budget::spending_time}};
    }
};

static_assert(fully_described<budget<>>);

} // namespace orgscale
