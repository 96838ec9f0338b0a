#pragma once

#include <concepts>

#include <orgscale/core/real.hpp>

namespace orgscale {

/// What an organisation of n people earns and pays, and what it can spend on hiring. W is the mean wage
/// relative to the lowest, as wage_multiple(n, β) of the governance returns it.
///
///     earnings(served, n, W)       what is left after wages, before hiring              [money/time]
///     payroll(n, W)                wages                                                [money/time]
///     funds(earned, cash)          what may be spent on hiring; none if 0 or less       [money/time]
///     affordable(earned, cash, t)  people that can be hired if each is paid for a time t before earning,
///                                  >= 0; may be infinite                               [people/time]
///     wage_step                    a member: β, a manager's wage over a report's, >= 1           [-]
///     cost_per_hire                a member: >= 0                                     [money/person]
///
/// The neutral policy, `no_budget`, earns and pays nothing and affords any hire.
template <class Policy, class Real>
concept budget_policy = real<Real> && requires(const Policy& policy, const Real& number) {
    { policy.earnings(number, number, number) } -> std::convertible_to<Real>;
    { policy.payroll(number, number) } -> std::convertible_to<Real>;
    { policy.funds(number, number) } -> std::convertible_to<Real>;
    { policy.affordable(number, number, number) } -> std::convertible_to<Real>;
    { policy.wage_step } -> std::convertible_to<Real>;
    { policy.cost_per_hire } -> std::convertible_to<Real>;
};

} // namespace orgscale
