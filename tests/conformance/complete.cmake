# Each header of a noun's room that has a model or a policy has its case in the conformance suite. Writes
# the lists of the cases, from which the suite is made: one for each part of it, so that after a change of
# one model only its part is compiled again.
# usage: cmake -DROOT=<repository> [-DFOLDER=<where to write>] -P complete.cmake
cmake_minimum_required(VERSION 3.24)

# Every other room is a noun's.
set(without_models core solve compare ensemble fit design)

# Headers of the nouns' rooms without a model.
set(no_model
  # records, names and concepts
  queueing/abandonment_goal.hpp
  queueing/day_interval.hpp
  queueing/load_rule.hpp
  queueing/mean_wait_goal.hpp
  queueing/service_goal.hpp
  queueing/staffing_goal.hpp
  queueing/staffing_options.hpp
  customer/stage.hpp
  queueing/staffing.hpp
  governance/greiner_phase.hpp
  governance/promoted.hpp
  governance/screening.hpp
  governance/vote_accuracy.hpp
  growth/asymptotic_growth.hpp
  growth/growth_peak.hpp
  growth/output_peak.hpp
  growth/growth_flows.hpp
  growth/initiative_flows.hpp
  growth/growth_limits.hpp
  growth/growth_state.hpp
  growth/scalability_law.hpp
  growth/value_law.hpp
  organization/customer_experience.hpp
  organization/customers_asked.hpp
  organization/market_growth_state.hpp
  organization/operable_growth.hpp
  organization/organization_state.hpp
  organization/stock_policy.hpp
  workforce/overhead_policy.hpp
  workforce/project_state.hpp
  workforce/workforce_state.hpp
  network/cascade_window.hpp
  network/contact_link.hpp
  network/crowd_tipping.hpp
  # laws of whole numbers, alike for every number type
  governance/approval_chain.hpp
  governance/consensus.hpp
  governance/graicunas.hpp
  governance/nk_landscape.hpp
  governance/parallel_processing.hpp
  governance/perfect_pyramid.hpp
  governance/polyarchy.hpp
  governance/ranks.hpp
  governance/ring_queues.hpp
  governance/star_queues.hpp
  governance/tree_queues.hpp
  network/dodds_watts_sabel.hpp
  network/k_core.hpp
  network/message_tree.hpp
  network/threshold_crowd.hpp
  workforce/communication_channels.hpp
  # searches, which end in whole numbers
  queueing/arrivals_for.hpp
  queueing/least_agents.hpp
  queueing/staff_for.hpp
  queueing/queue_through_day.hpp
  queueing/staff_through_day.hpp
  # rates of any form
  growth/birth_death_chain.hpp
  # networks of any number of people or stations and juries of any number of voters, which hold vectors
  governance/jury.hpp
  network/configuration_model.hpp
  network/contact_graph.hpp
  network/message_network.hpp
  queueing/day_demand.hpp
  queueing/jackson_network.hpp
  queueing/tandem_queues.hpp
  # architectures made of others
  governance/composed.hpp
  governance/iterated.hpp
  # settings of a model, and its tables, which are asked through it
  improvement/published_capability.hpp
  improvement/published_erosion.hpp
  organization/market_growth_1968.hpp
  organization/table_function.hpp)

file(GLOB headers RELATIVE ${ROOT}/include/orgscale ${ROOT}/include/orgscale/*/*.hpp)
list(SORT headers)
# The part of a case: its room's, or its own if every governance policy is tried with it.
set(rooms_of_growth growth)
set(rooms_of_governance governance workforce)
set(rooms_of_queueing queueing)
set(rooms_of_customer support observation improvement customer network people)
set(rooms_of_organization organization)
set(parts growth governance queueing customer organization)

set(policies "")
set(expected "")
set(count 0)
foreach(header IN LISTS headers)
  cmake_path(GET header PARENT_PATH room)
  if(room IN_LIST without_models)
    continue()
  endif()
  file(READ ${ROOT}/include/orgscale/${header} text)
  string(REGEX MATCHALL "auto parameters\\(\\)" described "${text}")
  list(LENGTH described models)
  if(header IN_LIST no_model)
    list(REMOVE_ITEM no_model ${header})
    if(models GREATER 0)
      message(SEND_ERROR "${header} has a model, so it must not be in no_model of tests/conformance/complete.cmake")
    endif()
    continue()
  endif()
  if(models GREATER 1)
    message(SEND_ERROR "${header} has ${models} models; the conformance suite takes one per header")
  endif()
  if(NOT EXISTS ${ROOT}/tests/conformance/${header})
    message(SEND_ERROR "${header} is not in the conformance suite: it needs tests/conformance/${header} "
      "(see case.hpp there) or, if it has no model, an entry in no_model of complete.cmake")
    continue()
  endif()
  list(APPEND expected ${header})
  cmake_path(GET header STEM name)
  file(STRINGS ${ROOT}/tests/conformance/${header} kind REGEX "^struct ${name}_case : ")
  if(kind MATCHES " : policy_case")
    list(APPEND policies ${header})
  elseif(kind MATCHES " : growth_case")
    list(APPEND parts ${name})
    set(cases_of_${name} ${header})
  else()
    set(part)
    foreach(candidate growth governance queueing customer organization)
      if(room IN_LIST rooms_of_${candidate})
        set(part ${candidate})
      endif()
    endforeach()
    if(NOT part)
      message(SEND_ERROR "${room}/ has no part of the suite: see rooms_of_... in tests/conformance/complete.cmake")
      continue()
    endif()
    list(APPEND cases_of_${part} ${header})
  endif()
  math(EXPR count "${count} + 1")
endforeach()

foreach(header IN LISTS no_model)
  message(SEND_ERROR "no_model of tests/conformance/complete.cmake has ${header}, which doesn't exist")
endforeach()
file(GLOB cases RELATIVE ${ROOT}/tests/conformance ${ROOT}/tests/conformance/*/*.hpp)
foreach(case IN LISTS cases)
  if(NOT case IN_LIST expected)
    message(SEND_ERROR "tests/conformance/${case} has no include/orgscale/${case} with a model")
  endif()
endforeach()
if(count EQUAL 0)
  message(SEND_ERROR "there are no models under ${ROOT}/include/orgscale")
endif()

# The include and the name of each case, for a list.
function(cases_of headers result_includes result_types)
  set(includes "")
  set(names "")
  set(types "")
  foreach(header IN LISTS headers)
    cmake_path(GET header STEM name)
    string(APPEND includes "#include \"${ROOT}/tests/conformance/${header}\"\n")
    string(APPEND names
      "template <>\ninline constexpr const char* name_of<${name}_case> = \"${name}\";\n")
    list(APPEND types ${name}_case)
  endforeach()
  list(JOIN types ", " types)
  set(${result_includes} "${includes}\n${names}" PARENT_SCOPE)
  set(${result_types} "${types}" PARENT_SCOPE)
endfunction()

if(FOLDER)
  set(declared "")
  set(listed "")
  foreach(part IN LISTS parts)
    string(APPEND declared "struct ${part}_part;\n")
    list(APPEND listed ${part}_part)
    set(headers ${cases_of_${part}})
    if(headers MATCHES "^growth/${part}\\.hpp$")
      list(APPEND headers ${policies})
    endif()
    cases_of("${headers}" includes types)
    file(CONFIGURE OUTPUT ${FOLDER}/cases_${part}.hpp CONTENT "#pragma once

#include \"rows.hpp\"

${includes}
template <>
struct cases_in<${part}_part> {
    using type = type_list<${types}>;
};
" @ONLY)
  endforeach()
  list(JOIN listed ", " listed)
  file(CONFIGURE OUTPUT ${FOLDER}/parts.hpp CONTENT "#pragma once

#include \"type_list.hpp\"

${declared}
using all_parts = type_list<${listed}>;
" @ONLY)
endif()
message(STATUS "${count} models and policies are in the conformance suite")
