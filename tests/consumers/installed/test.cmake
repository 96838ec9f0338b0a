# orgscale found where it was moved to after it was installed.
include(${CMAKE_CURRENT_LIST_DIR}/../common.cmake)

file(REMOVE_RECURSE ${WORK})
must_build(${CMAKE_CURRENT_LIST_DIR} ${WORK}/build
           -DCMAKE_PREFIX_PATH=${MOVED} -DORGSCALE_VERSION=${VERSION})
must_work(${WORK}/build/consumer)
if(EXISTS ${WORK}/build/consumer_of_files)
  must_run(${WORK}/build/consumer_of_files)
endif()
