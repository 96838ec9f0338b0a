// An ownership that lacks a function is refused where it is used, with the concept's and the function's name.
// must say: incomplete_ownership.cpp:
// must say: ownership_policy
// must say: decision_multiple
#include <orgscale/governance/frictionless.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/improvement/no_improvement.hpp>
#include <orgscale/observation/perfect_observation.hpp>
#include <orgscale/organization/operated.hpp>

template <class Real>
struct committee {
    using real_type = Real;
    Real handoff_delay(const Real&) const { return 1; }
#if !defined(REFUSED)
    Real decision_multiple(const Real&) const { return 2; }
#endif
};

double people_of_committee(
    const orgscale::operated<orgscale::linear_growth<orgscale::frictionless>,
                             orgscale::perfect_observation, orgscale::no_improvement, committee>&
        organisation);

double people_of_committee(
    const orgscale::operated<orgscale::linear_growth<orgscale::frictionless>,
                             orgscale::perfect_observation, orgscale::no_improvement, committee>&
        organisation)
{
    return organisation.opening({.people = 10, .customers = 40}).people;
}
