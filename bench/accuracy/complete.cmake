# Which headers have an accuracy table, and whether one is missing. Included by CMakeLists.txt, and a test by itself:
# usage: cmake -DROOT=<the project's folder> -P complete.cmake
cmake_minimum_required(VERSION 3.24)

set(rooms_of_nouns growth governance workforce queueing support observation improvement customer network
  people organization)
set(nothing_of_their_own
  # records, names and concepts
  queueing/service_goal customer/stage queueing/staffing
  queueing/load_rule queueing/staffing_goal queueing/staffing_options queueing/agent_group
  governance/greiner_phase governance/promoted governance/screening governance/vote_accuracy
  growth/asymptotic_growth growth/growth_flows growth/initiative_flows growth/growth_limits growth/growth_state
  growth/scalability_law growth/value_law growth/growth_peak growth/output_peak growth/scaled 
  organization/customer_experience organization/customers_asked organization/market_growth_state
  organization/no_budget organization/organization_state
  organization/operable_growth organization/stock_policy
  network/cascade_window network/contact_link network/crowd_tipping
  workforce/no_layoffs workforce/no_overhead workforce/overhead_policy workforce/ready_at_once
  workforce/project_state workforce/workforce_state
  # laws of integers
  governance/nk_landscape governance/parallel_processing governance/perfect_pyramid governance/ranks
  network/threshold_crowd
  workforce/communication_channels
  # composed of functions that are tested by themselves
  growth/linear_growth growth/parallel_growth growth/network_growth growth/plain_service
  governance/frictionless governance/transition governance/composed governance/iterated
  governance/screened governance/approval_by_level
  improvement/no_improvement improvement/fixed_standard improvement/published_capability
  improvement/combined_improvement
  observation/perfect_observation improvement/published_erosion
  customer/scaling_journey customer/single_owner customer/turned_away queueing/least_agents queueing/staff_for
  queueing/abandonment_goal queueing/mean_wait_goal queueing/arrivals_for queueing/day_demand
  queueing/staff_through_day queueing/queue_through_day queueing/day_interval
  organization/composition organization/market_growth_1968 organization/operated
  # in double only: sums over given links
  network/contact_graph network/message_network network/dodds_watts_sabel)

# accuracy_tables_of(ROOM RESULT ROOT): the headers of a room that need a table, without their suffix; fails if one
# has none.
function(accuracy_tables_of room result root)
  file(GLOB headers RELATIVE ${root}/include/orgscale ${root}/include/orgscale/${room}/*.hpp)
  set(needed)
  foreach(header IN LISTS headers)
    string(REGEX REPLACE "\\.hpp$" "" function ${header})
    if(function IN_LIST nothing_of_their_own)
      continue()
    endif()
    if(NOT EXISTS ${root}/bench/accuracy/${header})
      message(FATAL_ERROR "include/orgscale/${header} has no bench/accuracy/${header} (see accuracy_table.hpp "
        "there), and is not listed in bench/accuracy/complete.cmake as computing nothing of its own")
    endif()
    list(APPEND needed ${function})
  endforeach()
  set(${result} ${needed} PARENT_SCOPE)
endfunction()

if(CMAKE_SCRIPT_MODE_FILE STREQUAL CMAKE_CURRENT_LIST_FILE)
  foreach(room IN LISTS rooms_of_nouns)
    accuracy_tables_of(${room} tables ${ROOT})
  endforeach()
endif()
