# orgscale found at the place to which it was moved after installation.
include(${CMAKE_CURRENT_LIST_DIR}/../common.cmake)

file(REMOVE_RECURSE ${WORK})
must_build(${CMAKE_CURRENT_LIST_DIR} ${WORK}/build
           -DCMAKE_PREFIX_PATH=${MOVED} -DORGSCALE_VERSION=${VERSION})
must_work(${WORK}/build/consumer)
# Run alone, an MPI program is a job of one rank; Open MPI leaks at exit.
set(ENV{OMPI_ALLOW_RUN_AS_ROOT} 1)
set(ENV{OMPI_ALLOW_RUN_AS_ROOT_CONFIRM} 1)
set(ENV{ASAN_OPTIONS} detect_leaks=0)
foreach(component files threads mpi)
  if(EXISTS ${WORK}/build/consumer_of_${component})
    must_run(${WORK}/build/consumer_of_${component})
  endif()
endforeach()
