# Runs an example and compares its output exactly with the end of its source: the lines after `// Output:`,
# each after `// `.
# usage: cmake -DPROGRAM=<example> [-DARGUMENT=<for the program>] -DSOURCE=<its source> -P example_output.cmake
cmake_minimum_required(VERSION 3.24)

file(READ ${SOURCE} text)
string(FIND "${text}" "\n// Output:\n" at REVERSE)
if(at EQUAL -1)
  message(FATAL_ERROR "${SOURCE} does not end with its output, after a line `// Output:`")
endif()
string(SUBSTRING "${text}" ${at} -1 promised)
string(REGEX REPLACE "^\n// Output:" "" promised "${promised}")

string(REGEX REPLACE "\n//[^\n]*" "" code "${promised}")
if(NOT code STREQUAL "\n")
  message(FATAL_ERROR "${SOURCE}: only comment lines may follow `// Output:`")
endif()
string(ASCII 1 start)
string(REPLACE "\n// " "\n${start}" promised "${promised}")
string(REPLACE "\n//" "\n" promised "${promised}")
string(REPLACE "${start}" "" promised "${promised}")
string(SUBSTRING "${promised}" 1 -1 promised)

execute_process(COMMAND ${PROGRAM} ${ARGUMENT} RESULT_VARIABLE status OUTPUT_VARIABLE printed ERROR_VARIABLE errors)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "${PROGRAM} ended with ${status}\n${errors}")
endif()
if(NOT printed STREQUAL promised)
  message(FATAL_ERROR "${PROGRAM} printed\n${printed}\nwhere ${SOURCE} promises\n${promised}")
endif()
