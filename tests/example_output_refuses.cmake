# An example whose output is as promised passes, and one whose output differs is found.
# usage: cmake -DWORK=<folder to use> -P example_output_refuses.cmake
cmake_minimum_required(VERSION 3.24)

# Runs the check on a source that ends with the given lines; the program prints two lines and an empty one.
function(check result ending)
  file(WRITE ${WORK}/example.cpp "// A question?\nint main()\n{\n}\n\n${ending}")
  file(WRITE ${WORK}/program "[1, 2] people; \\ 30 %\n// as a firm\n\n")
  execute_process(
    COMMAND ${CMAKE_COMMAND} "-DPROGRAM=${CMAKE_COMMAND};-E;cat;${WORK}/program"
            -DSOURCE=${WORK}/example.cpp -P ${CMAKE_CURRENT_LIST_DIR}/example_output.cmake
    RESULT_VARIABLE status ERROR_VARIABLE errors OUTPUT_QUIET)
  if(status EQUAL 0)
    set(${result} kept PARENT_SCOPE)
  elseif(errors MATCHES "example\\.cpp")
    set(${result} broken PARENT_SCOPE)
  else()
    set(${result} "${errors}" PARENT_SCOPE)
  endif()
endfunction()

function(expect what ending)
  check(found "${ending}")
  if(NOT found STREQUAL what)
    message(SEND_ERROR "must be ${what}, but is ${found}:\n${ending}")
  endif()
endfunction()

expect(kept   "// Output:\n// [1, 2] people; \\ 30 %\n// // as a firm\n//\n")
expect(kept   "// As a table.\n//\n// Output:\n// [1, 2] people; \\ 30 %\n// // as a firm\n//\n")
expect(broken "// [1, 2] people; \\ 30 %\n// // as a firm\n//\n")
expect(broken "// Output:\n// [1, 2] people; \\ 30 %\n// // as a firm\n")
expect(broken "// Output:\n// [1, 2] people; \\ 31 %\n// // as a firm\n//\n")
expect(broken "// Output:\n//  [1, 2] people; \\ 30 %\n// // as a firm\n//\n")
expect(broken "// Output:\n// [1, 2] people; \\ 30 %\n// // as a firm\n//\nint more;\n")
expect(broken "// Output:\n")
