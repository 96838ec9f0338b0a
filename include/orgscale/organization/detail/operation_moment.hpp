#pragma once

#include <orgscale/growth/growth_flows.hpp>

namespace orgscale::detail {

/// The parameters that the equations of growth take by name, with the effects of the policies.
template <class Real>
struct operation_terms {
    Real        decisions_per_customer;
    const Real& upkeep_decisions;
    const Real& onboarding_time;
    const Real& hiring_time;
    const Real& attrition;
    Real        churn;
    Real        patience;
    const Real& core_people;
};

/// What is computed once for all the rates of a moment.
template <class Real>
struct operation_moment {
    operation_terms<Real>   named;
    growth_conditions<Real> now;
    Real                    paid{1}; ///< mean wage over the lowest, if there is a budget [-]
    bool                    reported{false}; ///< whether the observed load may differ from the load
    Real                    retention{1};    ///< share of the load that is observed [-]
    Real                    delay{0};        ///< until it is observed; 0 without delay [time]
};

} // namespace orgscale::detail
