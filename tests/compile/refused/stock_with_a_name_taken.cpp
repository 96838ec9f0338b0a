// A stock that has the name of another number of an organisation is refused, with the reason.
// must say: stock_with_a_name_taken.cpp:
// must say: a stock has the name of another number of an organisation
#include <orgscale/governance/frictionless.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/organization/operated.hpp>

template <class Real>
struct treasury {
    using real_type = Real;
    struct state_type {
#if defined(REFUSED)
        Real cash;
#else
        Real saved;
#endif
    };
    state_type opening(const auto&, const auto&) const { return {Real(0)}; }
    state_type rates(const state_type&, const auto&, const auto& flows) const
    {
        return {flows.inflow};
    }
    auto changed(const orgscale::growth_conditions<Real>& now, const state_type&) const
    {
        return now;
    }
};

double people_who_save(const orgscale::operated<orgscale::linear_growth<orgscale::frictionless>,
                                                treasury>& organisation);

double people_who_save(const orgscale::operated<orgscale::linear_growth<orgscale::frictionless>,
                                                treasury>& organisation)
{
    return organisation.opening({.people = 10, .customers = 40}).people;
}
