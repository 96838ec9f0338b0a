# A machine with only a compiler, CMake, Boost and range-v3: orgscale is configured, reports what it leaves
# out, and is installed without being built. The installed files are then moved, for the consumers of the
# installed package.
include(${CMAKE_CURRENT_LIST_DIR}/../common.cmake)

file(REMOVE_RECURSE ${WORK})
set(without)
foreach(package Catch2 benchmark nlohmann_json CLI11 fmt MPI TBB)
  list(APPEND without -DCMAKE_DISABLE_FIND_PACKAGE_${package}=ON)
endforeach()
must_configure(${ROOT} ${WORK}/build ${without})
foreach(left_out "NO tests, since Catch2 is not installed" "NO benchmarks, since benchmark is not installed"
                 "NO program orgscale[^\n]*nlohmann")
  if(NOT said MATCHES "orgscale: ${left_out}")
    message(SEND_ERROR "no message \"${left_out}\":\n${said}")
  endif()
endforeach()
must_run(${CMAKE_COMMAND} --install ${WORK}/build --prefix ${WORK}/first/prefix)
file(RENAME ${WORK}/first/prefix ${WORK}/moved)

# Tests that are requested are not left out silently.
execute_process(COMMAND ${CMAKE_COMMAND} -DORGSCALE_TESTS=ON ${WORK}/build
  RESULT_VARIABLE status OUTPUT_VARIABLE text ERROR_VARIABLE text)
if(status EQUAL 0 OR NOT text MATCHES "Catch2")
  message(SEND_ERROR "ORGSCALE_TESTS=ON must fail without Catch2, but: ${status}\n${text}")
endif()
file(REMOVE_RECURSE ${WORK}/build)

file(GLOB_RECURSE public RELATIVE ${ROOT} ${ROOT}/include/*)
file(GLOB_RECURSE installed RELATIVE ${WORK}/moved ${WORK}/moved/*)
foreach(header IN LISTS public)
  if(NOT header IN_LIST installed)
    message(SEND_ERROR "${header} is not installed")
  endif()
endforeach()
foreach(file IN LISTS installed)
  if(NOT file MATCHES "^(include/orgscale|share/cmake/orgscale|share/pkgconfig)/")
    message(SEND_ERROR "${file} is installed, but is neither a header nor a package file")
  endif()
  file(READ ${WORK}/moved/${file} text)
  foreach(place ${ROOT} ${WORK})
    string(FIND "${text}" "${place}" at)
    if(NOT at EQUAL -1)
      message(SEND_ERROR "${file} contains ${place}, so it can't be moved")
    endif()
  endforeach()
endforeach()
