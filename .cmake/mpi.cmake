# The optional component: orgscale with MPI, for ensembles on many machines. Defined the same way in the
# build and by the installed package; without MPI there is no such target.

if(NOT TARGET MPI::MPI_CXX)
  find_package(MPI QUIET COMPONENTS CXX)
endif()
if(TARGET MPI::MPI_CXX AND NOT TARGET orgscale::mpi)
  add_library(orgscale::mpi INTERFACE IMPORTED GLOBAL)
  target_link_libraries(orgscale::mpi INTERFACE orgscale::orgscale MPI::MPI_CXX)
endif()
