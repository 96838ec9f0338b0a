# Used by the scripts in this folder.

cmake_minimum_required(VERSION 3.24)

# Runs a command and stores its output in `said`. A failure ends the test.
function(must_run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE text ERROR_VARIABLE text)
  if(NOT status EQUAL 0)
    list(JOIN ARGN " " command)
    message(FATAL_ERROR "${command}\nended with ${status}:\n${text}")
  endif()
  set(said "${text}" PARENT_SCOPE)
endfunction()

# Runs the consumer, which prints the version.
function(must_work program)
  must_run(${program})
  if(NOT said MATCHES "^orgscale ${VERSION}: [0-9]+ customers\n$")
    message(FATAL_ERROR "${program} printed ${said}")
  endif()
  message(STATUS "${said}")
endfunction()

# Configures a project with the compiler and the flags of this build, without optimization.
function(must_configure source folder)
  must_run(${CMAKE_COMMAND} -S ${source} -B ${folder} -G ${GENERATOR}
           -DCMAKE_CXX_COMPILER=${COMPILER} "-DCMAKE_CXX_FLAGS=${FLAGS}"
           -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG= ${ARGN})
  set(said "${said}" PARENT_SCOPE)
endfunction()

# Configures and builds a project.
function(must_build source folder)
  must_configure(${source} ${folder} ${ARGN})
  must_run(${CMAKE_COMMAND} --build ${folder})
endfunction()
