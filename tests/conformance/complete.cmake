# Each header of a noun's room that has a model or a policy has its case in the conformance suite. Writes
# the list of the cases, from which the suite is made.
# usage: cmake -DROOT=<repository> -DLIST=<header to write> -P complete.cmake
cmake_minimum_required(VERSION 3.24)

# Every other room is a noun's.
set(without_models core solve compare ensemble fit design)

# Headers of the nouns' rooms without a model.
set(no_model
  # records, names and concepts
  queueing/service_goal.hpp
  customer/stage.hpp
  queueing/staffing.hpp
  governance/greiner_phase.hpp
  growth/asymptotic_growth.hpp
  growth/growth_flows.hpp
  growth/growth_limits.hpp
  growth/growth_state.hpp
  growth/scalability_law.hpp
  growth/value_law.hpp
  organization/customer_experience.hpp
  organization/funded_state.hpp
  organization/market_growth_state.hpp
  organization/observed_funded_state.hpp
  organization/observed_state.hpp
  organization/operable_growth.hpp
  workforce/overhead_policy.hpp
  workforce/project_state.hpp
  workforce/workforce_state.hpp
  # laws of whole numbers, alike for every number type
  governance/graicunas.hpp
  governance/parallel_processing.hpp
  governance/perfect_pyramid.hpp
  governance/ranks.hpp
  governance/ring_queues.hpp
  governance/star_queues.hpp
  governance/tree_queues.hpp
  workforce/communication_channels.hpp
  # searches, which end in whole numbers
  queueing/least_agents.hpp
  queueing/staff_for.hpp
  # networks of any number of stations, which hold vectors
  queueing/jackson_network.hpp
  queueing/tandem_queues.hpp
  # settings of a model, and its tables, which are asked through it
  improvement/published_erosion.hpp
  organization/market_growth_1968.hpp
  organization/table_function.hpp)

file(GLOB headers RELATIVE ${ROOT}/include/orgscale ${ROOT}/include/orgscale/*/*.hpp)
list(SORT headers)
set(includes "")
set(names "")
set(types "")
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
      message(SEND_ERROR "${header} has a model, so tests/conformance/complete.cmake must not except it")
    endif()
    continue()
  endif()
  if(models GREATER 1)
    message(SEND_ERROR "${header} has ${models} models; the conformance suite takes one a header")
  endif()
  if(NOT EXISTS ${ROOT}/tests/conformance/${header})
    message(SEND_ERROR "${header} is not in the conformance suite: it needs tests/conformance/${header} "
      "(see case.hpp there), or, if it has no model, its place among no_model of complete.cmake")
    continue()
  endif()
  list(APPEND expected ${header})
  cmake_path(GET header STEM name)
  string(APPEND includes "#include \"${ROOT}/tests/conformance/${header}\"\n")
  string(APPEND names
    "template <>\ninline constexpr const char* name_of<${name}_case> = \"${name}\";\n")
  list(APPEND types ${name}_case)
  math(EXPR count "${count} + 1")
endforeach()

foreach(header IN LISTS no_model)
  message(SEND_ERROR "tests/conformance/complete.cmake excepts ${header}, which is not there")
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

if(LIST)
  list(JOIN types ", " types)
  file(CONFIGURE OUTPUT ${LIST} CONTENT "#pragma once

#include \"type_list.hpp\"

${includes}
template <class Case>
inline constexpr const char* name_of = \"\";
${names}
using all_cases = type_list<${types}>;
" @ONLY)
endif()
message(STATUS "${count} models and policies are in the conformance suite")
