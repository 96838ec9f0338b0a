# The same refused value in a program with exceptions and in one without: both fail with the same message on
# standard error, the second by an immediate abort.
# usage: cmake -DWITH=<program> -DWITHOUT=<program> -P refused_value.cmake
cmake_minimum_required(VERSION 3.24)

foreach(program WITH WITHOUT)
  execute_process(COMMAND ${${program}} 7 RESULT_VARIABLE status OUTPUT_VARIABLE printed)
  if(NOT status EQUAL 0 OR NOT printed MATCHES "went on with ")
    message(SEND_ERROR "${${program}} must take a span of 7, but: ${status} ${printed}")
  endif()
  execute_process(COMMAND ${${program}} -2
    RESULT_VARIABLE status_${program} OUTPUT_VARIABLE printed ERROR_VARIABLE message_${program})
  if(status_${program} STREQUAL "0" OR printed)
    message(SEND_ERROR "${${program}} must not go on with -2, but: ${status_${program}} ${printed}")
  endif()
endforeach()

if(NOT message_WITH MATCHES "refused_value\\.cpp:[0-9]+:[0-9]+: must be [^\n]*, but is -2\n$")
  message(SEND_ERROR "the program with exceptions prints: ${message_WITH}")
endif()
if(NOT message_WITHOUT STREQUAL message_WITH)
  message(SEND_ERROR "without exceptions the message differs: ${message_WITHOUT}")
endif()
if(NOT status_WITHOUT MATCHES "[Aa]bort" AND NOT status_WITHOUT EQUAL 134)
  message(SEND_ERROR "the program without exceptions must end by abort, not ${status_WITHOUT}")
endif()
