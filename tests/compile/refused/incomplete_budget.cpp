// A budget that lacks a function is refused where it is used, with the concept's and the function's name.
// must say: incomplete_budget.cpp:
// must say: budget_policy
// must say: earnings
#include <orgscale/customer/single_owner.hpp>
#include <orgscale/governance/frictionless.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/improvement/no_improvement.hpp>
#include <orgscale/observation/perfect_observation.hpp>
#include <orgscale/organization/operated.hpp>

template <class Real>
struct purse {
    using real_type = Real;
    Real wage_step{1};
    Real cost_per_hire{0};
    Real payroll(const Real&, const Real&) const { return 0; }
    Real funds(const Real&, const Real&) const { return 5; }
    Real affordable(const Real&, const Real&, const Real&) const { return 5; }
#if !defined(REFUSED)
    Real earnings(const Real&, const Real&, const Real&) const { return 0; }
#endif
};

double people_of_purse(
    const orgscale::operated<orgscale::linear_growth<orgscale::frictionless>,
                             orgscale::perfect_observation, orgscale::no_improvement,
                             orgscale::single_owner, purse>& organisation);

double people_of_purse(
    const orgscale::operated<orgscale::linear_growth<orgscale::frictionless>,
                             orgscale::perfect_observation, orgscale::no_improvement,
                             orgscale::single_owner, purse>& organisation)
{
    return organisation.opening({.people = 10, .customers = 40}, 1000).people;
}
