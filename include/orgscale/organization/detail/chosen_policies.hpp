#pragma once

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/one_of.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/customer/functional_silos.hpp>
#include <orgscale/customer/single_owner.hpp>
#include <orgscale/customer/turned_away.hpp>
#include <orgscale/customer/waiting_list.hpp>
#include <orgscale/improvement/capability.hpp>
#include <orgscale/improvement/combined_improvement.hpp>
#include <orgscale/improvement/continuous_improvement.hpp>
#include <orgscale/improvement/eroding_standard.hpp>
#include <orgscale/improvement/fixed_standard.hpp>
#include <orgscale/improvement/no_improvement.hpp>
#include <orgscale/improvement/reorganization.hpp>
#include <orgscale/observation/dashboard.hpp>
#include <orgscale/observation/perfect_observation.hpp>
#include <orgscale/observation/shop_floor.hpp>
#include <orgscale/organization/budget.hpp>
#include <orgscale/organization/no_budget.hpp>
#include <orgscale/workforce/layoffs.hpp>
#include <orgscale/workforce/no_layoffs.hpp>
#include <orgscale/workforce/ready_at_once.hpp>
#include <orgscale/workforce/rookies.hpp>
#include <orgscale/workforce/two_stage_learning.hpp>

/// The policies of an organisation that can be chosen at run time; the first of each kind is neutral.
namespace orgscale::detail {

/// An improvement policy with the churn caused by defects.
template <class Policy>
struct with_defect_churn {
    using real_type   = typename Policy::real_type;
    using policy_type = Policy;

    Policy                         policy{};
    finite_non_negative<real_type> defect_churn{0}; ///< χd, if all work were defective [1/time]

    static constexpr auto parameters()
    {
        return description{parameter{"", "", "", "how work improves", &with_defect_churn::policy},
                           parameter{"defect_churn", "χd", "1/time",
                                     "additional churn if all work were defective",
                                     &with_defect_churn::defect_churn}};
    }
};

template <real Real>
using chosen_observation = one_of<perfect_observation<Real>, dashboard<Real>, shop_floor<Real>>;

template <real Real>
using chosen_improvement =
    one_of<no_improvement<Real>, with_defect_churn<continuous_improvement<Real>>,
           with_defect_churn<reorganization<Real>>, with_defect_churn<combined_improvement<Real>>>;

template <real Real>
using chosen_ownership = one_of<single_owner<Real>, functional_silos<Real>>;

template <real Real>
using chosen_budget = one_of<no_budget<Real>, budget<Real>>;

template <real Real>
using chosen_intake = one_of<turned_away<Real>, waiting_list<Real>>;

template <real Real>
using chosen_workforce = one_of<ready_at_once<Real>, rookies<Real>, two_stage_learning<Real>>;

template <real Real>
using chosen_standard = one_of<fixed_standard<Real>, eroding_standard<Real>, capability<Real>>;

template <real Real>
using chosen_layoffs = one_of<no_layoffs<Real>, layoffs<Real>>;

} // namespace orgscale::detail
