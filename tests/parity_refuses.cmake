# parity.cmake accepts a valid tree and finds every kind of violation, in trees made here.
# usage: cmake -DWORK=<folder to use> -P parity_refuses.cmake
cmake_minimum_required(VERSION 3.24)

# A valid tree with one file replaced, or removed if there is no text.
function(parity_of_tree result file text)
  file(REMOVE_RECURSE ${WORK})
  file(WRITE ${WORK}/include/orgscale/growth.hpp "#pragma once\n")
  file(WRITE ${WORK}/include/orgscale/growth/bass.hpp "#pragma once\n")
  file(WRITE ${WORK}/include/orgscale/growth/detail/logs.hpp "#pragma once\n")
  file(WRITE ${WORK}/tests/growth/bass_test.cpp "#include <orgscale/growth/bass.hpp>\n#include <cmath>\n")
  file(WRITE ${WORK}/tests/composition/firm_test.cpp "#include <cmath>\n")
  if(text)
    file(WRITE ${WORK}/${file} "${text}")
  else()
    file(REMOVE ${WORK}/${file})
  endif()
  execute_process(
    COMMAND ${CMAKE_COMMAND} -DROOT=${WORK} -P ${CMAKE_CURRENT_LIST_DIR}/parity.cmake
    RESULT_VARIABLE status ERROR_VARIABLE errors OUTPUT_QUIET)
  string(REGEX REPLACE "[ \n]+" " " errors "${errors}")
  set(${result} "${status}:${errors}" PARENT_SCOPE)
endfunction()

function(expect_kept file text)
  parity_of_tree(found ${file} "${text}")
  if(NOT found STREQUAL "0:")
    message(SEND_ERROR "${file} must pass, but: ${found}")
  endif()
endfunction()

function(expect_broken file text)
  parity_of_tree(found ${file} "${text}")
  if(NOT found MATCHES "^[1-9].*${file}")
    message(SEND_ERROR "${file} must be refused by name, but: ${found}")
  endif()
endfunction()

expect_kept(README.md "a file that doesn't matter")
expect_kept(tests/growth/detail/logs_test.cpp "#include <orgscale/growth/detail/logs.hpp>\n")
expect_kept(tests/composition/firm_test.cpp "")

expect_broken(tests/growth/bass_test.cpp "")                           # a header without a test
expect_broken(include/orgscale/growth/bass.hpp "")                     # a test without a header
expect_broken(include/orgscale/growth/logistic.hpp "#pragma once\n")
expect_broken(tests/growth/logistic_test.cpp "#include <orgscale/growth/logistic.hpp>\n")
expect_broken(tests/growth/bass_test.cpp "#include <cmath>\n#include <orgscale/growth/bass.hpp>\n")
expect_broken(tests/growth/bass_test.cpp "int none;\n")
expect_broken(tests/misc/other_test.cpp "#include <cmath>\n")
expect_broken(tests/composition/firm_test.cpp "TEST_CASE(\"one; and nothing\")\n")
