# For parts of the project that need a package which the library doesn't: tests, benchmarks.

# orgscale_optional_part(<option> <part> <package> <least version> <Debian's name of the package>)
#
# Resolves an option that is AUTO: to ON if the package is installed, otherwise to OFF, with a message.
# An option that is ON stays ON, so that the part itself fails without its package.
#
# A macro, since some packages set variables of the calling folder (Catch2 its module path).
macro(orgscale_optional_part option part package version debian)
  string(TOUPPER "${${option}}" ${option})
  if(${option} STREQUAL "AUTO")
    find_package(${package} QUIET) # without a version, since Catch2 3 is not accepted as a newer 2
    if(NOT ${package}_FOUND)
      message(STATUS "orgscale: NO ${part}, since ${package} is not installed "
                     "(Debian and Ubuntu: ${debian})")
      set(${option} OFF)
    elseif(${package}_VERSION VERSION_LESS ${version})
      message(STATUS "orgscale: NO ${part}, since ${package} ${${package}_VERSION} is older than ${version}")
      set(${option} OFF)
    else()
      set(${option} ON)
    endif()
  endif()
endmacro()
