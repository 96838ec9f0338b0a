# Warnings for orgscale's own tests, examples and benchmarks, and for each header compiled alone; other
# targets don't get them.

add_library(orgscale_warnings INTERFACE)
if(MSVC)
  target_compile_options(orgscale_warnings INTERFACE /W4 /permissive- /utf-8)
else()
  target_compile_options(orgscale_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wdouble-promotion
    -Wold-style-cast)
  # g++ 12 at -O3 reports overlapping copies inside std::string (its bug 105651, fixed in 13).
  # From 13 on it takes every returned reference for one to a temporary argument.
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    if(CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
      target_compile_options(orgscale_warnings INTERFACE -Wno-restrict)
    else()
      target_compile_options(orgscale_warnings INTERFACE -Wno-dangling-reference)
    endif()
  endif()
  # Clang reports that libstdc++'s std::stable_sort uses std::get_temporary_buffer, which is deprecated.
  if(CMAKE_CXX_COMPILER_ID STREQUAL Clang)
    target_compile_options(orgscale_warnings INTERFACE -Wno-deprecated-declarations)
  endif()
endif()

# For targets defined from here on, in this folder and below: C++20 without extensions or modules, and
# warnings are errors. (`cmake --compile-no-warning-as-error` allows them, for an untested compiler.)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)
if(NOT DEFINED CMAKE_COMPILE_WARNING_AS_ERROR)
  set(CMAKE_COMPILE_WARNING_AS_ERROR ON)
endif()
link_libraries(orgscale_warnings)
