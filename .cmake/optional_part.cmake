# For parts of the project that need a package which the library does not need: tests, benchmarks.

# orgscale_optional_part(<option> <part> <package> <least version> <Debian's name of the package>)
#
# Resolves an option that is AUTO: to ON where the package is installed, otherwise to OFF, with a message.
# An option that is ON stays ON, so that the part itself fails for want of its package.
#
# A macro, since some packages set variables of the folder that finds them (Catch2 its module path).
macro(orgscale_optional_part option part package version debian)
  string(TOUPPER "${${option}}" ${option})
  if(${option} STREQUAL "AUTO")
    find_package(${package} QUIET) # without a version, since Catch2 3 does not pass for a newer 2
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
