# complete.cmake accepts a complete conformance suite and finds every kind of violation, in trees made here.
# usage: cmake -DWORK=<folder to use> -P complete_refuses.cmake
cmake_minimum_required(VERSION 3.24)

set(model "struct model { static constexpr auto parameters() { return std::tuple{}; } }\n")

# The exceptions listed in complete.cmake: a valid tree has them all.
file(READ ${CMAKE_CURRENT_LIST_DIR}/complete.cmake rule)
string(REGEX MATCH "set\\(no_model[^)]*\\)" records "${rule}")
string(REGEX MATCHALL "[a-z]+/[a-z0-9_]+\\.hpp" records "${records}")
list(LENGTH records count)
if(count EQUAL 0)
  message(FATAL_ERROR "this test found no headers in no_model of complete.cmake")
endif()

# A valid tree with one file replaced, or removed if there is no text.
function(completeness_of_tree result file text)
  file(REMOVE_RECURSE ${WORK})
  foreach(record IN LISTS records)
    file(WRITE ${WORK}/include/orgscale/${record} "struct record {}\n")
  endforeach()
  file(WRITE ${WORK}/include/orgscale/growth/bass.hpp "${model}")
  file(WRITE ${WORK}/include/orgscale/growth/detail/staffing.hpp "${model}")
  file(WRITE ${WORK}/include/orgscale/solve/reach.hpp "#pragma once\n")
  file(WRITE ${WORK}/tests/conformance/growth/bass.hpp "struct bass_case : model_case {}\n")
  if(text)
    file(WRITE ${WORK}/${file} "${text}")
  else()
    file(REMOVE ${WORK}/${file})
  endif()
  execute_process(
    COMMAND ${CMAKE_COMMAND} -DROOT=${WORK} -DFOLDER=${WORK}/made
            -P ${CMAKE_CURRENT_LIST_DIR}/complete.cmake
    RESULT_VARIABLE status ERROR_VARIABLE errors OUTPUT_QUIET)
  string(REGEX REPLACE "[ \n]+" " " errors "${errors}")
  set(${result} "${status}:${errors}" PARENT_SCOPE)
endfunction()

function(expect_complete file text)
  completeness_of_tree(found ${file} "${text}")
  if(NOT found STREQUAL "0:")
    message(SEND_ERROR "${file} must pass, but: ${found}")
  endif()
endfunction()

function(expect_incomplete file text named)
  completeness_of_tree(found ${file} "${text}")
  if(NOT found MATCHES "^[1-9].*${named}")
    message(SEND_ERROR "${file} must be refused by name, but: ${found}")
  endif()
endfunction()

expect_complete(README.md "an unrelated file")
file(READ ${WORK}/made/cases_growth.hpp list)
if(NOT list MATCHES "type_list<bass_case>")
  message(SEND_ERROR "the list must contain the existing case, but is ${list}")
endif()
expect_complete(include/orgscale/compare/crossover.hpp "${model}") # not a folder of models

expect_incomplete(include/orgscale/growth/gompertz.hpp "${model}" growth/gompertz.hpp)
expect_incomplete(include/orgscale/workforce/hiring.hpp "${model}" workforce/hiring.hpp) # a new folder
expect_incomplete(tests/conformance/growth/bass.hpp "" growth/bass.hpp)       # a model without a case
expect_incomplete(include/orgscale/growth/bass.hpp "" growth/bass.hpp)        # a case without a model
expect_incomplete(tests/conformance/customer/queue.hpp "struct queue_case\n" customer/queue.hpp)
expect_incomplete(include/orgscale/growth/growth_state.hpp "${model}" growth/growth_state.hpp)
expect_incomplete(include/orgscale/growth/growth_state.hpp "" growth/growth_state.hpp)
expect_incomplete(include/orgscale/growth/bass.hpp "${model}${model}" growth/bass.hpp) # one of two
