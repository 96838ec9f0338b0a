# The optional component: orgscale with MPI, for ensembles on many machines. Defined the same way in the
# build and by the installed package; without MPI there is no such target.

# The target MPI::MPI_CXX doesn't show that there is MPI: CMake defines it even where nothing was found.
find_package(MPI QUIET COMPONENTS CXX)
if(MPI_CXX_FOUND AND NOT TARGET orgscale::mpi)
  add_library(orgscale::mpi INTERFACE IMPORTED GLOBAL)
  target_link_libraries(orgscale::mpi INTERFACE orgscale::orgscale MPI::MPI_CXX)
endif()
