// A policy that no slot of an organisation takes is refused, with the concepts there are.
// must say: policy_of_no_slot.cpp:
// must say: a policy of an operated organisation satisfies one of the concepts
// must say: intake_policy
#include <orgscale/governance/frictionless.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/organization/operated.hpp>

template <class Real>
struct queue_of_mine {
    using real_type = Real;
#if !defined(REFUSED)
    Real given_up(const Real& waiting) const { return waiting; }
#endif
};

double people_in_no_slot(const orgscale::operated<orgscale::linear_growth<orgscale::frictionless>,
                                                  queue_of_mine>& organisation);

double people_in_no_slot(const orgscale::operated<orgscale::linear_growth<orgscale::frictionless>,
                                                  queue_of_mine>& organisation)
{
    return organisation.opening({.people = 10, .customers = 40}).people;
}
