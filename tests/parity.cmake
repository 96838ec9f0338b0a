# Each header include/orgscale/<room>/<name>.hpp has a test tests/<room>/<name>_test.cpp, which includes
# that header first, and each test has its header. Private headers may have a test.
# usage: cmake -DROOT=<repository> -P parity.cmake
cmake_minimum_required(VERSION 3.24)

# Folders of other tests.
set(not_rooms compile composition conformance consumers orgscale)

file(GLOB_RECURSE headers RELATIVE ${ROOT}/include/orgscale ${ROOT}/include/orgscale/*/*.hpp)
set(count 0)
foreach(header IN LISTS headers)
  string(REGEX REPLACE "\\.hpp$" "_test.cpp" test ${header})
  if(EXISTS ${ROOT}/tests/${test})
    math(EXPR count "${count} + 1")
  elseif(NOT header MATCHES "/detail/")
    message(SEND_ERROR "include/orgscale/${header} has no tests/${test}")
  endif()
endforeach()
if(NOT headers)
  message(SEND_ERROR "there are no headers under ${ROOT}/include/orgscale")
endif()

file(GLOB_RECURSE tests RELATIVE ${ROOT}/tests ${ROOT}/tests/*_test.cpp)
foreach(test IN LISTS tests)
  # Catch2 2.13 and CTest split a name at a semicolon; one half passes without running anything.
  file(READ ${ROOT}/tests/${test} text)
  if(text MATCHES "TEST_CASE\\([ \n]*\"[^\"\n]*;")
    message(SEND_ERROR "tests/${test}: no semicolon in a test's name")
  endif()

  string(REGEX REPLACE "/.*" "" room ${test})
  if(room IN_LIST not_rooms)
    continue()
  endif()
  string(REGEX REPLACE "_test\\.cpp$" ".hpp" header ${test})
  if(NOT header IN_LIST headers)
    message(SEND_ERROR "tests/${test} has no include/orgscale/${header}")
    continue()
  endif()
  file(STRINGS ${ROOT}/tests/${test} includes REGEX "^[ \t]*#[ \t]*include")
  list(APPEND includes none)
  list(GET includes 0 first)
  if(NOT first STREQUAL "#include <orgscale/${header}>")
    message(SEND_ERROR "tests/${test} must first include <orgscale/${header}>, not ${first}")
  endif()
endforeach()

message(STATUS "${count} headers have their tests at the corresponding paths")
