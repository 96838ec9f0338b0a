// An observation that lacks a function is refused where it is used, with the concept's and the function's name.
// must say: incomplete_observation.cpp:
// must say: observation_policy
// must say: signal_retention
#include <orgscale/customer/single_owner.hpp>
#include <orgscale/governance/frictionless.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/improvement/no_improvement.hpp>
#include <orgscale/organization/operated.hpp>

template <class Real>
struct hearsay {
    using real_type = Real;
    Real reporting_delay(const Real&) const { return 1; }
#if !defined(REFUSED)
    Real signal_retention(const Real&) const { return 1; }
#endif
};

double people_of_hearsay(
    const orgscale::operated<orgscale::linear_growth<orgscale::frictionless>, hearsay,
                             orgscale::no_improvement, orgscale::single_owner>& organisation);

double people_of_hearsay(
    const orgscale::operated<orgscale::linear_growth<orgscale::frictionless>, hearsay,
                             orgscale::no_improvement, orgscale::single_owner>& organisation)
{
    return organisation.opening({.people = 10, .customers = 40}).people;
}
