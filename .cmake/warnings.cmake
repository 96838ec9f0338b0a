# Warnings of orgscale's own tests, examples and benchmarks, and of each header compiled alone; nobody
# else's targets get them.

add_library(orgscale_warnings INTERFACE)
if(MSVC)
  target_compile_options(orgscale_warnings INTERFACE /W4 /permissive- /utf-8)
else()
  target_compile_options(orgscale_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wdouble-promotion
    -Wold-style-cast)
  # g++ 12 at -O3 sees overlapping copies inside std::string (its bug 105651, mended in 13).
  # From 13 on it takes every reference that a function returns for one into its temporary argument.
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    if(CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
      target_compile_options(orgscale_warnings INTERFACE -Wno-restrict)
    else()
      target_compile_options(orgscale_warnings INTERFACE -Wno-dangling-reference)
    endif()
  endif()
endif()

# For what is made from here on, in this folder and below: C++20 without extensions or modules, and
# no warning passes. (`cmake --compile-no-warning-as-error` lets them pass, for a compiler not tried yet.)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)
set(CMAKE_COMPILE_WARNING_AS_ERROR ON)
link_libraries(orgscale_warnings)
