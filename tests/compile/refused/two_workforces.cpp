// Two workforces of an organisation are refused, like two of any other policy.
// must say: two_workforces.cpp:
// must say: two policies of an operated organisation satisfy the same concept
#include <orgscale/governance/frictionless.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/improvement/no_improvement.hpp>
#include <orgscale/organization/operated.hpp>
#include <orgscale/workforce/ready_at_once.hpp>
#include <orgscale/workforce/rookies.hpp>

#if defined(REFUSED)
template <class Real>
using second = orgscale::ready_at_once<Real>;
#else
template <class Real>
using second = orgscale::no_improvement<Real>;
#endif

double people_who_learn_twice(
    const orgscale::operated<orgscale::linear_growth<orgscale::frictionless>, orgscale::rookies,
                             second>& organisation);

double people_who_learn_twice(
    const orgscale::operated<orgscale::linear_growth<orgscale::frictionless>, orgscale::rookies,
                             second>& organisation)
{
    return organisation.opening({.people = 10, .customers = 40}).people;
}
