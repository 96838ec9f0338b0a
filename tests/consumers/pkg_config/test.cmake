# orgscale found by its pkg-config file at the place to which it was moved after installation.
include(${CMAKE_CURRENT_LIST_DIR}/../common.cmake)

find_program(PKG_CONFIG NAMES pkg-config pkgconf)
if(NOT PKG_CONFIG)
  message(STATUS "SKIPPED: pkg-config was not found")
  return()
endif()

set(ENV{PKG_CONFIG_PATH} ${MOVED}/share/pkgconfig)
must_run(${PKG_CONFIG} --modversion orgscale)
string(STRIP "${said}" said)
if(NOT said STREQUAL VERSION)
  message(FATAL_ERROR "pkg-config reports version ${said}, not ${VERSION}")
endif()
must_run(${PKG_CONFIG} --cflags orgscale)
separate_arguments(cflags NATIVE_COMMAND "${said}")

separate_arguments(flags NATIVE_COMMAND "${FLAGS}")
file(REMOVE_RECURSE ${WORK})
file(MAKE_DIRECTORY ${WORK})
list(REMOVE_ITEM FOLDERS ${KNOWN_FOLDERS} ${ROOT}/include)
list(TRANSFORM FOLDERS PREPEND -I)
must_run(${COMPILER} ${flags} ${STANDARD} ${cflags} ${FOLDERS}
         ${CMAKE_CURRENT_LIST_DIR}/../consumer.cpp -o ${WORK}/consumer)
must_work(${WORK}/consumer)
