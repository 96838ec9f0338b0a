# arrows.cmake accepts a valid tree and finds every kind of violation, in trees made here.
# usage: cmake -DWORK=<folder to use> -P arrows_refuses.cmake
cmake_minimum_required(VERSION 3.24)

# A valid tree with one more include: in which header, of what.
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

# The error must name a header, usually the one with the include.
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

# The same for the program: a valid tree of its rooms with one more include.
function(arrows_of_program result file include)
  file(REMOVE_RECURSE ${WORK})
  file(WRITE ${WORK}/include/orgscale/core/real.hpp "#pragma once\n")
  foreach(one format/numbers format/time_scale scenario/scenario study/study study/examine chart/svg
              text/words report/report main/plan)
    file(WRITE ${WORK}/examples/orgscale/${one}.hpp "#pragma once\n#include <string>\n")
    file(WRITE ${WORK}/examples/orgscale/${one}.cpp "#include \"${one}.hpp\"\n")
  endforeach()
  foreach(arrow "study/study.hpp scenario/scenario.hpp" "study/examine.hpp study/study.hpp"
                "text/words.hpp study/study.hpp" "format/numbers.cpp format/time_scale.hpp")
    string(REPLACE " " ";" arrow ${arrow})
    list(GET arrow 0 from)
    list(GET arrow 1 to)
    file(APPEND ${WORK}/examples/orgscale/${from} "#include \"${to}\"\n")
  endforeach()
  file(APPEND ${WORK}/examples/orgscale/study/examine.hpp
    "#include <orgscale/organization/composition.hpp>\n")
  if(include)
    file(APPEND ${WORK}/examples/orgscale/${file} "#include ${include}\n")
  endif()
  execute_process(
    COMMAND ${CMAKE_COMMAND} -DROOT=${WORK} -P ${CMAKE_CURRENT_LIST_DIR}/arrows.cmake
    RESULT_VARIABLE status ERROR_VARIABLE errors OUTPUT_QUIET)
  string(REGEX REPLACE "[ \n]+" " " errors "${errors}")
  set(${result} "${status}:${errors}" PARENT_SCOPE)
endfunction()

function(expect_program_kept file include)
  arrows_of_program(found ${file} "${include}")
  if(NOT found STREQUAL "0:")
    message(SEND_ERROR "${file} with ${include} must pass, but: ${found}")
  endif()
endfunction()

# expect_program_broken(FILE INCLUDE WHY): refused by name, for this reason.
function(expect_program_broken file include why)
  arrows_of_program(found ${file} "${include}")
  string(REGEX REPLACE "\\.[ch]pp$" "" part ${file})
  if(NOT found MATCHES "^[1-9].*${part}" OR NOT found MATCHES "${why}")
    message(SEND_ERROR "${file} with ${include} must be refused by name (${why}), but: ${found}")
  endif()
endfunction()

expect_program_kept(main/plan.cpp "")
expect_program_kept(main/plan.cpp "\"report/report.hpp\"")
expect_program_kept(main/main.cpp "<CLI/CLI.hpp>")
expect_program_kept(report/report.cpp "\"text/words.hpp\"")
expect_program_kept(report/report.cpp "\"chart/svg.hpp\"")
expect_program_kept(chart/svg.cpp "\"study/study.hpp\"")
expect_program_kept(chart/svg.cpp "<fmt/core.h>")
expect_program_kept(text/words.hpp "<orgscale/growth/growth_limits.hpp>")
expect_program_kept(study/study.cpp "<orgscale/solve/solve.hpp>")
expect_program_kept(format/located_json.cpp "<nlohmann/json.hpp>")

expect_program_broken(format/numbers.cpp "\"scenario/scenario.hpp\"" "may not include scenario/")
expect_program_broken(scenario/scenario.cpp "\"study/study.hpp\"" "may not include study/")
expect_program_broken(study/study.cpp "\"chart/svg.hpp\"" "may not include chart/")
expect_program_broken(chart/svg.cpp "\"text/words.hpp\"" "may not include text/")
expect_program_broken(text/words.cpp "\"chart/svg.hpp\"" "may not include chart/")
expect_program_broken(text/words.cpp "\"report/report.hpp\"" "may not include report/")
expect_program_broken(report/report.cpp "\"main/plan.hpp\"" "may not include main/")
expect_program_broken(main/plan.cpp "\"chart/svg.hpp\"" "may not include chart/")
expect_program_broken(text/words.cpp "<orgscale/orgscale.hpp>" "umbrella")          # of the library
expect_program_broken(study/study.cpp "<orgscale/orgscale.hpp>" "umbrella")
expect_program_broken(text/words.cpp "<orgscale/growth/linear_growth.hpp>" "may not include a model")
expect_program_broken(format/numbers.hpp "<orgscale/solve/solve.hpp>" "may not include a model")
expect_program_broken(text/words.cpp "\"study/examine.hpp\"" "reaches a model")     # by way of others
expect_program_broken(main/plan.cpp "\"study/examine.hpp\"" "reaches a model")
expect_program_broken(text/words.cpp "<nlohmann/json.hpp>" "only these files may")  # outer libraries
expect_program_broken(main/plan.cpp "<CLI/CLI.hpp>" "only these files may")
expect_program_broken(study/study.cpp "<boost/math/distributions/beta.hpp>" "only these files may")
expect_program_broken(study/study.cpp "<math.h>" "only these files may")
expect_program_broken(format/time_scale.cpp "\"format/numbers.hpp\"" "circle")      # of two parts
expect_program_broken(study/study.cpp "\"study/examine.hpp\"" "circle")
expect_program_broken(study/study.cpp "\"examine.hpp\"" "\"room/one.hpp\"")
expect_program_broken(study/study.cpp "\"study/nothing.hpp\"" "doesn.t exist")
expect_program_broken(figures/bars.cpp "<string>" "in no room")
expect_program_broken(bars.cpp "<string>" "in no room")
