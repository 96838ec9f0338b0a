#pragma once

// Queues: Erlang's formulas and their limits, networks of queues, staffing for a goal and through a day.

// IWYU pragma: begin_exports
#include <orgscale/queueing/abandonment_goal.hpp>
#include <orgscale/queueing/agent_group.hpp>
#include <orgscale/queueing/arrivals_for.hpp>
#include <orgscale/queueing/case_owners.hpp>
#include <orgscale/queueing/day_demand.hpp>
#include <orgscale/queueing/day_interval.hpp>
#include <orgscale/queueing/erlang_a.hpp>
#include <orgscale/queueing/erlang_b.hpp>
#include <orgscale/queueing/erlang_c.hpp>
#include <orgscale/queueing/garnett.hpp>
#include <orgscale/queueing/halfin_whitt.hpp>
#include <orgscale/queueing/jackson_network.hpp>
#include <orgscale/queueing/least_agents.hpp>
#include <orgscale/queueing/littles_law.hpp>
#include <orgscale/queueing/load_rule.hpp>
#include <orgscale/queueing/mean_wait_goal.hpp>
#include <orgscale/queueing/queue_demand.hpp>
#include <orgscale/queueing/queue_through_day.hpp>
#include <orgscale/queueing/service_goal.hpp>
#include <orgscale/queueing/staff_for.hpp>
#include <orgscale/queueing/staff_through_day.hpp>
#include <orgscale/queueing/staffing.hpp>
#include <orgscale/queueing/staffing_goal.hpp>
#include <orgscale/queueing/staffing_options.hpp>
#include <orgscale/queueing/tandem_queues.hpp>
// IWYU pragma: end_exports
