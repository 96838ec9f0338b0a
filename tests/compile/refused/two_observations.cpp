// Two policies for the same slot of an organisation are refused, with a sentence.
// must say: two_observations.cpp:
// must say: two policies of an operated organisation satisfy the same concept
#include <orgscale/governance/frictionless.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/improvement/no_improvement.hpp>
#include <orgscale/observation/dashboard.hpp>
#include <orgscale/observation/shop_floor.hpp>
#include <orgscale/organization/operated.hpp>

#if defined(REFUSED)
template <class Real>
using second = orgscale::shop_floor<Real>;
#else
template <class Real>
using second = orgscale::no_improvement<Real>;
#endif

double people_seen_twice(const orgscale::operated<orgscale::linear_growth<orgscale::frictionless>,
                                                  orgscale::dashboard, second>& organisation);

double people_seen_twice(const orgscale::operated<orgscale::linear_growth<orgscale::frictionless>,
                                                  orgscale::dashboard, second>& organisation)
{
    return organisation.opening({.people = 10, .customers = 40}).people;
}
