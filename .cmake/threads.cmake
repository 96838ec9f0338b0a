# The optional component: orgscale with oneTBB and the system's threads, for ensembles on many
# processors. Defined the same way in the build and by the installed package; without oneTBB there is no
# such target.

if(NOT TARGET Threads::Threads)
  find_package(Threads QUIET)
endif()
if(NOT TARGET TBB::tbb)
  find_package(TBB QUIET CONFIG)
endif()
if(TARGET TBB::tbb AND TARGET Threads::Threads AND NOT TARGET orgscale::threads)
  add_library(orgscale::threads INTERFACE IMPORTED GLOBAL)
  target_link_libraries(orgscale::threads INTERFACE orgscale::orgscale TBB::tbb Threads::Threads)
endif()
