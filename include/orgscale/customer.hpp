#pragma once

// Whom an organisation serves: queues and staffing, the support funnel, how customers are seen, how work
// gets better, who owns a customer, and the stages on the way to scale.

// IWYU pragma: begin_exports
#include <orgscale/customer/bullwhip.hpp>
#include <orgscale/customer/bullwhip_stages.hpp>
#include <orgscale/customer/capability_trap.hpp>
#include <orgscale/customer/case_owners.hpp>
#include <orgscale/customer/community_answering.hpp>
#include <orgscale/customer/community_support.hpp>
#include <orgscale/customer/continuous_improvement.hpp>
#include <orgscale/customer/crawford_curve.hpp>
#include <orgscale/customer/dashboard.hpp>
#include <orgscale/customer/erlang_a.hpp>
#include <orgscale/customer/erlang_b.hpp>
#include <orgscale/customer/erlang_c.hpp>
#include <orgscale/customer/exponential_smoothing.hpp>
#include <orgscale/customer/functional_silos.hpp>
#include <orgscale/customer/garnett.hpp>
#include <orgscale/customer/half_life.hpp>
#include <orgscale/customer/halfin_whitt.hpp>
#include <orgscale/customer/heaps_law.hpp>
#include <orgscale/customer/jackson_network.hpp>
#include <orgscale/customer/kaizen_or_step.hpp>
#include <orgscale/customer/layered_signal.hpp>
#include <orgscale/customer/least_agents.hpp>
#include <orgscale/customer/littles_law.hpp>
#include <orgscale/customer/no_improvement.hpp>
#include <orgscale/customer/perfect_observation.hpp>
#include <orgscale/customer/periodic_report.hpp>
#include <orgscale/customer/published_erosion.hpp>
#include <orgscale/customer/quality_erosion.hpp>
#include <orgscale/customer/queue_demand.hpp>
#include <orgscale/customer/random_walk_filter.hpp>
#include <orgscale/customer/reorganization.hpp>
#include <orgscale/customer/scaling_journey.hpp>
#include <orgscale/customer/self_service.hpp>
#include <orgscale/customer/service_goal.hpp>
#include <orgscale/customer/shop_floor.hpp>
#include <orgscale/customer/single_owner.hpp>
#include <orgscale/customer/staff_for.hpp>
#include <orgscale/customer/staffing.hpp>
#include <orgscale/customer/stage.hpp>
#include <orgscale/customer/support_funnel.hpp>
#include <orgscale/customer/support_staff.hpp>
#include <orgscale/customer/tandem_queues.hpp>
#include <orgscale/customer/wright_curve.hpp>
// IWYU pragma: end_exports
