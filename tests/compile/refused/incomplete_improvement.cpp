// An improvement that lacks a function is refused where it is used, with the concept's and the function's name.
// must say: incomplete_improvement.cpp:
// must say: improvement_policy
// must say: defects
#include <orgscale/customer/single_owner.hpp>
#include <orgscale/governance/frictionless.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/observation/perfect_observation.hpp>
#include <orgscale/organization/operated.hpp>

template <class Real>
struct routine {
    using real_type = Real;
    Real productivity(const Real&) const { return 1; }
#if !defined(REFUSED)
    Real defects(const Real&) const { return 0; }
#endif
};

double people_of_routine(const orgscale::operated<orgscale::linear_growth<orgscale::frictionless>,
                                                  orgscale::perfect_observation, routine,
                                                  orgscale::single_owner>& organisation);

double people_of_routine(const orgscale::operated<orgscale::linear_growth<orgscale::frictionless>,
                                                  orgscale::perfect_observation, routine,
                                                  orgscale::single_owner>& organisation)
{
    return organisation.opening({.people = 10, .customers = 40}).people;
}
