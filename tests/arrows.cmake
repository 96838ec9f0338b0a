# The architecture of the library and of the program orgscale: which folder ("room") may include which, and
# where other libraries may be included.
# usage: cmake -DROOT=<repository> -P arrows.cmake
cmake_minimum_required(VERSION 3.24)

set(may_include_core)
foreach(noun growth governance workforce queueing support observation improvement customer network people)
  set(may_include_${noun} core)
endforeach()
set(may_include_organization core growth governance workforce queueing support observation improvement
                               customer network people)
set(may_include_solve core)
set(may_include_compare core solve fit) # for growth_order of figures
set(may_include_ensemble core solve)
set(may_include_fit core solve growth ensemble)
set(may_include_design core solve)

set(rooms core growth governance workforce queueing support observation improvement customer network
          people organization
          solve compare ensemble fit design)

# The first folders of other libraries' headers, and the rooms that may include them. Everything else is the
# standard library's, whose headers have no folder (except experimental/simd, which `real` supports).
set(rooms_with_boost/math   solve compare ensemble fit design queueing governance)
set(rooms_with_boost/random ensemble)
set(rooms_with_range/v3     solve ensemble)
set(rooms_with_experimental core ensemble)

# Optional components, and the system's terminal check: each in one header only.
set(only_place_of_mpi.h    ensemble/on_ranks.hpp)
set(only_place_of_tbb      ensemble/on_tbb.hpp)
set(only_place_of_io.h     ensemble/progress_bar.hpp)
set(only_place_of_unistd.h ensemble/progress_bar.hpp)

# Umbrellas list every header of their room, and orgscale.hpp every umbrella, except for these.
set(not_in_umbrellas
  core/lanes.hpp solve/batch.hpp                                           # for many runs in lanes
  ensemble/on_ranks.hpp ensemble/on_tbb.hpp ensemble/progress_bar.hpp      # need a component or the system
  ensemble.hpp                                                             # needs exceptions
  fit.hpp                                                                  # a door of its own
  orgscale.hpp)

file(GLOB_RECURSE headers RELATIVE ${ROOT}/include/orgscale ${ROOT}/include/orgscale/*)
list(LENGTH headers count)
if(count EQUAL 0)
  message(SEND_ERROR "there are no headers under ${ROOT}/include/orgscale")
endif()

# The headers that a header includes, without brackets.
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

# The headers that an umbrella must list.
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
    message(SEND_ERROR "${header}: ${room} is not a room of the table in tests/arrows.cmake")
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
        message(SEND_ERROR "${header} may not include a private header of ${other}/: <${include}>")
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
        message(SEND_ERROR "${header} may not include <${include}>: not allowed in ${room}/")
      endif()
    elseif(include MATCHES "\\.h(pp)?$")
      message(SEND_ERROR "${header} may not include <${include}>: neither orgscale's nor the standard library's")
    endif()
  endforeach()
endforeach()

message(STATUS "${count} headers keep to the arrows")

# --- the program ---------------------------------------------------------------------------------

set(program_may_include_format)
set(program_may_include_table    format)
set(program_may_include_scenario format table)
set(program_may_include_study    format table scenario)
set(program_may_include_chart    format scenario study)
set(program_may_include_text     format scenario study)
set(program_may_include_report   format scenario study chart text)
set(program_may_include_main     format table scenario study report text)
set(program_rooms format table scenario study chart text report main)

# Rooms that compute include what they use from the library, but no umbrella. The others only describe or
# draw results: their files reach only the library's core and its plain records.
set(program_rooms_that_compute scenario study)
set(records compare/region_map.hpp compare/region_side.hpp customer/stage.hpp design/design_verdict.hpp design/promise.hpp design/promise_margins.hpp
            design/promise_part.hpp growth/growth_limits.hpp growth/growth_state.hpp
            organization/customer_experience.hpp)

# Other libraries: {fmt} is allowed everywhere, the others take long to compile.
set(places_of_nlohmann format/located_json.cpp text/json_values.hpp)
set(places_of_CLI      main/main.cpp)
set(places_of_boost    scenario/distribution_forms.cpp)

set(program ${ROOT}/examples/orgscale)
file(GLOB_RECURSE files RELATIVE ${program} ${program}/*.hpp ${program}/*.cpp)
list(LENGTH files program_count)

# The includes of a file: the program's own without quotes, others in brackets.
function(includes_of_program file result)
  file(STRINGS ${program}/${file} lines REGEX "^[ \t]*#[ \t]*include")
  set(found)
  foreach(line IN LISTS lines)
    if(line MATCHES "^[ \t]*#[ \t]*include[ \t]*\"([a-z0-9_]+/[a-z0-9_]+\\.hpp)\"")
      if(NOT CMAKE_MATCH_1 IN_LIST files)
        message(SEND_ERROR "examples/orgscale/${file} includes ${CMAKE_MATCH_1}, which doesn't exist")
      endif()
      list(APPEND found ${CMAKE_MATCH_1})
    elseif(line MATCHES "^[ \t]*#[ \t]*include[ \t]*(<[^>]+>)")
      list(APPEND found ${CMAKE_MATCH_1})
    else()
      message(SEND_ERROR
        "examples/orgscale/${file}: an include is <one> or \"room/one.hpp\", unlike ${line}")
    endif()
  endforeach()
  set(${result} ${found} PARENT_SCOPE)
endfunction()

# A header and the source with its name form one part.
function(part_of file result)
  string(REGEX REPLACE "\\.[ch]pp$" "" part ${file})
  set(${result} ${part} PARENT_SCOPE)
endfunction()

set(parts)
foreach(file IN LISTS files)
  string(REGEX REPLACE "/.*" "" room ${file})
  if(NOT file MATCHES "^[a-z0-9_]+/[a-z0-9_]+\\.[ch]pp$" OR NOT room IN_LIST program_rooms)
    message(SEND_ERROR "examples/orgscale/${file} is in no room of the table in tests/arrows.cmake")
    continue()
  endif()
  part_of(${file} part)
  list(APPEND parts ${part})
  includes_of_program(${file} includes_of_${file})
  foreach(include IN LISTS includes_of_${file})
    if(include MATCHES "^<orgscale/(.*)>$")
      set(of_library ${CMAKE_MATCH_1})
      if(NOT of_library MATCHES "/")
        message(SEND_ERROR "examples/orgscale/${file} may not include an umbrella: ${include}")
      elseif(NOT room IN_LIST program_rooms_that_compute AND NOT of_library MATCHES "^core/"
             AND NOT of_library IN_LIST records)
        message(SEND_ERROR "examples/orgscale/${file} may not include a model: ${include}")
      endif()
    elseif(include MATCHES "^<([^/.>]+)[/.]")
      set(outer ${CMAKE_MATCH_1})
      if(NOT outer STREQUAL fmt AND NOT file IN_LIST places_of_${outer})
        message(SEND_ERROR "examples/orgscale/${file} may not include ${include}: "
                           "only these files may: ${places_of_${outer}}")
      endif()
    elseif(NOT include MATCHES "^<")
      string(REGEX REPLACE "/.*" "" other ${include})
      if(NOT other STREQUAL room AND NOT other IN_LIST program_may_include_${room})
        message(SEND_ERROR "examples/orgscale/${file} may not include ${other}/: ${include}")
      endif()
      part_of(${include} other)
      if(NOT other STREQUAL part)
        list(APPEND uses_of_${part} ${other})
      endif()
    endif()
  endforeach()
endforeach()

# What a file of a room that doesn't compute includes indirectly.
foreach(file IN LISTS files)
  string(REGEX REPLACE "/.*" "" room ${file})
  if(room IN_LIST program_rooms_that_compute)
    continue()
  endif()
  set(ahead ${includes_of_${file}})
  set(seen)
  foreach(include IN LISTS ahead)
    unset(from_of_${include})
  endforeach()
  while(ahead)
    list(POP_FRONT ahead one)
    if(one MATCHES "^<orgscale/(.*)>$")
      set(of_library ${CMAKE_MATCH_1})
      if(DEFINED from_of_${one} AND NOT of_library MATCHES "^core/" AND NOT of_library IN_LIST records)
        message(SEND_ERROR
          "examples/orgscale/${file} reaches a model through ${from_of_${one}}: ${one}")
      endif()
    elseif(NOT one MATCHES "^<" AND NOT one IN_LIST seen)
      list(APPEND seen ${one})
      foreach(next IN LISTS includes_of_${one})
        set(from_of_${next} ${one})
        list(APPEND ahead ${next})
      endforeach()
    endif()
  endwhile()
endforeach()

# No cycles: parts that use no remaining part are removed until none is left.
list(REMOVE_DUPLICATES parts)
set(taken ON)
while(taken)
  set(taken OFF)
  foreach(part IN LISTS parts)
    set(left OFF)
    foreach(other IN LISTS uses_of_${part})
      if(other IN_LIST parts)
        set(left ON)
        break()
      endif()
    endforeach()
    if(NOT left)
      list(REMOVE_ITEM parts ${part})
      set(taken ON)
    endif()
  endforeach()
endwhile()
if(parts)
  list(JOIN parts ", " parts)
  message(SEND_ERROR "includes form a circle in examples/orgscale, among or below: ${parts}")
endif()

message(STATUS "${program_count} files of the program keep to the arrows")
