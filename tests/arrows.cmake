# The architecture: which room may include which, and where outer libraries may come in.
# usage: cmake -DROOT=<repository> -P arrows.cmake
cmake_minimum_required(VERSION 3.24)

set(may_include_core)
foreach(noun growth governance workforce queueing support observation improvement customer network people)
  set(may_include_${noun} core)
endforeach()
set(may_include_organization core growth governance workforce queueing support observation improvement
                               customer network people)
set(may_include_solve core)
set(may_include_compare core solve)
set(may_include_ensemble core solve)
set(may_include_fit core solve)
set(may_include_design core solve)

set(rooms core growth governance workforce queueing support observation improvement customer network
          people organization
          solve compare ensemble fit design)

# The first folders of outer headers, and the rooms that may include them. All else is the standard
# library's, whose headers lie in no folder (but experimental/simd, where `real` is widened to it).
set(rooms_with_boost/math   solve compare ensemble fit design queueing governance)
set(rooms_with_boost/random ensemble)
set(rooms_with_range/v3     solve ensemble)
set(rooms_with_experimental core ensemble)

# Optional components, and what asks the system whether anybody looks: each in one header alone.
set(only_place_of_mpi.h    ensemble/on_ranks.hpp)
set(only_place_of_tbb      ensemble/on_tbb.hpp)
set(only_place_of_io.h     ensemble/progress_bar.hpp)
set(only_place_of_unistd.h ensemble/progress_bar.hpp)

# Umbrellas list every header of their room and orgscale.hpp every umbrella, but for these.
set(not_in_umbrellas
  core/lanes.hpp solve/batch.hpp                                           # for many runs at once
  ensemble/on_ranks.hpp ensemble/on_tbb.hpp ensemble/progress_bar.hpp      # need a component or the system
  ensemble.hpp                                                             # needs exceptions
  orgscale.hpp)

file(GLOB_RECURSE headers RELATIVE ${ROOT}/include/orgscale ${ROOT}/include/orgscale/*)
list(LENGTH headers count)
if(count EQUAL 0)
  message(SEND_ERROR "there are no headers under ${ROOT}/include/orgscale")
endif()

# The header that an include names, without its brackets, for each include of a header.
function(includes_of header result)
  file(STRINGS ${ROOT}/include/orgscale/${header} lines REGEX "^[ \t]*#[ \t]*include")
  set(found)
  foreach(line IN LISTS lines)
    if(line MATCHES "^[ \t]*#[ \t]*include[ \t]*<([^>]+)>")
      list(APPEND found ${CMAKE_MATCH_1})
    else()
      message(SEND_ERROR "${header}: every include is <one>, unlike ${line}")
    endif()
  endforeach()
  set(${result} ${found} PARENT_SCOPE)
endfunction()

# What an umbrella must list.
function(headers_below umbrella result)
  set(found ${headers})
  if(umbrella STREQUAL orgscale)
    list(FILTER found EXCLUDE REGEX "/")
  else()
    list(FILTER found INCLUDE REGEX "^${umbrella}/[^/]+$")
  endif()
  list(REMOVE_ITEM found ${not_in_umbrellas})
  set(${result} ${found} PARENT_SCOPE)
endfunction()

foreach(header IN LISTS headers)
  if(NOT header MATCHES "^([a-z0-9_]+/)?(detail/)?[a-z0-9_]+\\.hpp$" OR header MATCHES "^detail/")
    message(SEND_ERROR "${header}: headers are <room>.hpp, <room>/name.hpp or <room>/detail/name.hpp")
    continue()
  endif()
  includes_of(${header} includes)

  if(NOT header MATCHES "/") # an umbrella
    cmake_path(GET header STEM umbrella)
    foreach(include IN LISTS includes)
      if(umbrella STREQUAL orgscale AND include MATCHES "^orgscale/[a-z_]+\\.hpp$")
      elseif(include MATCHES "^orgscale/${umbrella}/[a-z0-9_]+\\.hpp$")
      else()
        message(SEND_ERROR "${header} is an umbrella and may not include <${include}>")
      endif()
    endforeach()
    headers_below(${umbrella} listed)
    foreach(one IN LISTS listed)
      if(NOT "orgscale/${one}" IN_LIST includes)
        message(SEND_ERROR "${header} does not list <orgscale/${one}>")
      endif()
    endforeach()
    continue()
  endif()

  string(REGEX REPLACE "/.*" "" room ${header})
  if(NOT room IN_LIST rooms)
    message(SEND_ERROR "${header}: ${room} is no room of the table in tests/arrows.cmake")
    continue()
  endif()
  foreach(include IN LISTS includes)
    string(REGEX REPLACE "/.*" "" outer ${include})
    if(header STREQUAL "${only_place_of_${outer}}")
      continue()
    endif()
    if(include MATCHES "^orgscale/([a-z0-9_]+)/(detail/)?[a-z0-9_]+\\.hpp$")
      set(other ${CMAKE_MATCH_1})
      set(detail "${CMAKE_MATCH_2}")
      if(other STREQUAL room)
      elseif(NOT other IN_LIST may_include_${room})
        message(SEND_ERROR "${header} may not include ${other}/: <${include}>")
      elseif(detail)
        message(SEND_ERROR "${header} may not include what is private to ${other}/: <${include}>")
      endif()
    elseif(include MATCHES "^orgscale/")
      message(SEND_ERROR "${header} may not include an umbrella: <${include}>")
    elseif(include MATCHES "/")
      set(allowed OFF)
      foreach(outer boost/math boost/random range/v3 experimental)
        if(include MATCHES "^${outer}/" AND room IN_LIST rooms_with_${outer})
          set(allowed ON)
        endif()
      endforeach()
      if(NOT allowed)
        message(SEND_ERROR "${header} may not include <${include}>: not in the budget of ${room}/")
      endif()
    elseif(include MATCHES "\\.h(pp)?$")
      message(SEND_ERROR "${header} may not include <${include}>: neither orgscale's nor C++'s")
    endif()
  endforeach()
endforeach()

message(STATUS "${count} headers keep to the arrows")
