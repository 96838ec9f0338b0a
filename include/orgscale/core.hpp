#pragma once

// The words all rooms share. Not here: lanes.hpp, numbers for the lanes of the processor's registers.

// IWYU pragma: begin_exports
#include <orgscale/core/breakpoints.hpp>
#include <orgscale/core/budget_policy.hpp>
#include <orgscale/core/check_start.hpp>
#include <orgscale/core/checked.hpp>
#include <orgscale/core/choice.hpp>
#include <orgscale/core/customer_service.hpp>
#include <orgscale/core/decision_losses.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/description.hpp>
#include <orgscale/core/dual.hpp>
#include <orgscale/core/dynamics.hpp>
#include <orgscale/core/flows.hpp>
#include <orgscale/core/flows_from_limits.hpp>
#include <orgscale/core/geometric_sum.hpp>
#include <orgscale/core/governance_at_size.hpp>
#include <orgscale/core/governance_policy.hpp>
#include <orgscale/core/growth_model.hpp>
#include <orgscale/core/growth_shape.hpp>
#include <orgscale/core/improvement_policy.hpp>
#include <orgscale/core/intake_policy.hpp>
#include <orgscale/core/language.hpp>
#include <orgscale/core/law.hpp>
#include <orgscale/core/layoff_policy.hpp>
#include <orgscale/core/make.hpp>
#include <orgscale/core/margined_derivative.hpp>
#include <orgscale/core/missing_parameters.hpp>
#include <orgscale/core/nearest_name.hpp>
#include <orgscale/core/observation_policy.hpp>
#include <orgscale/core/one_of.hpp>
#include <orgscale/core/ownership_policy.hpp>
#include <orgscale/core/parameter_error.hpp>
#include <orgscale/core/parameter_line.hpp>
#include <orgscale/core/parameter_path.hpp>
#include <orgscale/core/passive.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/core/relative_exponential.hpp>
#include <orgscale/core/relative_logarithm.hpp>
#include <orgscale/core/rules.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/core/service_policy.hpp>
#include <orgscale/core/staging.hpp>
#include <orgscale/core/standard_policy.hpp>
#include <orgscale/core/state.hpp>
#include <orgscale/core/type_name.hpp>
#include <orgscale/core/unset.hpp>
#include <orgscale/core/version.hpp>
#include <orgscale/core/with_real.hpp>
#include <orgscale/core/workforce_policy.hpp>
// IWYU pragma: end_exports
