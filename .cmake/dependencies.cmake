# Boost's headers and range-v3, for the build. The installed package finds the same ones (see
# orgscale-config.cmake.in).

if(NOT TARGET Boost::headers)
  find_package(Boost 1.74 REQUIRED)
endif()

# Requested without a version, since range-v3's package accepts only its exact version.
if(NOT TARGET range-v3::range-v3)
  find_package(range-v3 REQUIRED)
  if(range-v3_VERSION AND range-v3_VERSION VERSION_LESS 0.10)
    message(FATAL_ERROR "orgscale: needs range-v3 0.10 or newer, found ${range-v3_VERSION}")
  endif()
endif()
