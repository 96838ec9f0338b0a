# The arrows are kept, and every way of breaking them is found: trees made here, a good one first.
# usage: cmake -DWORK=<folder to use> -P arrows_refuses.cmake
cmake_minimum_required(VERSION 3.24)

# A good tree with one include more: in the header, of what.
function(arrows_of_tree result header include)
  file(REMOVE_RECURSE ${WORK})
  foreach(one core/real core/detail/digits growth/bass growth/detail/logs governance/hierarchy
              solve/solve solve/detail/steps compare/wall)
    file(WRITE ${WORK}/include/orgscale/${one}.hpp "#pragma once\n#include <cmath>\n")
  endforeach()
  file(WRITE ${WORK}/include/orgscale/growth.hpp "#include <orgscale/growth/bass.hpp>\n")
  file(WRITE ${WORK}/include/orgscale/orgscale.hpp "#include <orgscale/growth.hpp>\n")
  file(APPEND ${WORK}/include/orgscale/compare/wall.hpp "#include <orgscale/solve/solve.hpp>\n")
  if(include)
    file(APPEND ${WORK}/include/orgscale/${header} "#include ${include}\n")
  endif()
  execute_process(
    COMMAND ${CMAKE_COMMAND} -DROOT=${WORK} -P ${CMAKE_CURRENT_LIST_DIR}/arrows.cmake
    RESULT_VARIABLE status ERROR_VARIABLE errors OUTPUT_QUIET)
  string(REGEX REPLACE "[ \n]+" " " errors "${errors}")
  set(${result} "${status}:${errors}" PARENT_SCOPE)
endfunction()

function(expect_kept header include)
  arrows_of_tree(found ${header} "${include}")
  if(NOT found STREQUAL "0:")
    message(SEND_ERROR "${header} with ${include} must pass, but: ${found}")
  endif()
endfunction()

# The error names a header, mostly the one with the include.
function(expect_broken_at named header include)
  arrows_of_tree(found ${header} "${include}")
  if(NOT found MATCHES "^[1-9].*${named}")
    message(SEND_ERROR "${header} with ${include} must be refused by name, but: ${found}")
  endif()
endfunction()

function(expect_broken header include)
  expect_broken_at(${header} ${header} "${include}")
endfunction()

expect_kept(growth/bass.hpp "")
expect_kept(growth/bass.hpp "<orgscale/core/real.hpp>")
expect_kept(growth/bass.hpp "<orgscale/growth/detail/logs.hpp>")
expect_kept(growth.hpp "<orgscale/growth/bass.hpp>")
expect_kept(growth/detail/curves.hpp "<cmath>")
expect_kept(solve/batch.hpp "<cmath>")
expect_kept(ensemble.hpp "<orgscale/ensemble/draws.hpp>")
expect_kept(solve/solve.hpp "<boost/math/tools/roots.hpp>")
expect_kept(solve/solve.hpp "<range/v3/view/facade.hpp>")
expect_kept(ensemble/draws.hpp "<boost/random/sobol.hpp>")
expect_kept(ensemble/on_ranks.hpp "<mpi.h>")
expect_kept(ensemble/on_tbb.hpp "<tbb/parallel_for.h>")

expect_broken(core/real.hpp "<orgscale/growth/bass.hpp>")             # core knows no room
expect_broken(growth/bass.hpp "<orgscale/governance/hierarchy.hpp>")  # siblings
expect_broken(growth/bass.hpp "<orgscale/solve/solve.hpp>")           # a noun and a verb
expect_broken(solve/solve.hpp "<orgscale/growth/bass.hpp>")           # a verb and a noun
expect_broken(solve/solve.hpp "<orgscale/compare/wall.hpp>")          # a cycle
expect_broken(solve/detail/steps.hpp "<orgscale/growth/bass.hpp>")    # private headers as well
expect_broken(compare/wall.hpp "<orgscale/solve/detail/steps.hpp>")   # another room's private ones
expect_broken(growth/bass.hpp "<orgscale/core/detail/digits.hpp>")
expect_broken(growth/bass.hpp "<orgscale/growth.hpp>")                # umbrellas
expect_broken(growth/bass.hpp "<orgscale/orgscale.hpp>")
expect_broken(growth.hpp "<orgscale/core/real.hpp>")                  # another room's header
expect_broken(growth.hpp "<orgscale/growth/detail/logs.hpp>")
expect_broken(growth.hpp "<vector>")
expect_broken(orgscale.hpp "<orgscale/growth/bass.hpp>")
expect_broken_at(growth.hpp growth/logistic.hpp "<cmath>")            # a header that is not listed
expect_broken_at(orgscale.hpp solve.hpp "<orgscale/solve/solve.hpp>") # an umbrella that is not
expect_broken(growth/bass.hpp "<boost/math/tools/roots.hpp>")         # outer libraries
expect_broken(solve/solve.hpp "<boost/numeric/odeint.hpp>")
expect_broken(compare/wall.hpp "<range/v3/all.hpp>")
expect_broken(growth/bass.hpp "<nlohmann/json.hpp>")
expect_broken(growth/bass.hpp "<math.h>")
expect_broken(solve/solve.hpp "<boost/random/sobol.hpp>")
expect_broken(ensemble/on_threads.hpp "<mpi.h>")                      # components
expect_broken(ensemble/ensemble.hpp "<tbb/parallel_for.h>")
expect_broken(ensemble/progress.hpp "<unistd.h>")
expect_broken(growth/bass.hpp "\"logistic.hpp\"")
expect_broken(models/bass.hpp "<cmath>")                              # no such room
expect_broken(detail/bass.hpp "<cmath>")
expect_broken(growth/curves/bass.hpp "<cmath>")
