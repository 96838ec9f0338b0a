# orgscale as a subdirectory of another project, which installs its own program and nothing else.
include(${CMAKE_CURRENT_LIST_DIR}/../common.cmake)

file(REMOVE_RECURSE ${WORK})
must_build(${CMAKE_CURRENT_LIST_DIR} ${WORK}/build -DORGSCALE=${ROOT})
must_work(${WORK}/build/consumer)

must_run(${CMAKE_COMMAND} --install ${WORK}/build --prefix ${WORK}/prefix)
file(GLOB_RECURSE installed RELATIVE ${WORK}/prefix ${WORK}/prefix/*)
if(NOT installed STREQUAL "bin/consumer")
  message(FATAL_ERROR "the parent installs ${installed}")
endif()
