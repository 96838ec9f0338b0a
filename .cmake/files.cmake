# The optional component: orgscale with nlohmann-json, for programs that read scenario files. Defined the
# same way in the build and by the installed package; without nlohmann-json there is no such target.

if(NOT TARGET nlohmann_json::nlohmann_json)
  find_package(nlohmann_json 3.7 QUIET)
endif()
if(TARGET nlohmann_json::nlohmann_json AND NOT TARGET orgscale::files)
  add_library(orgscale::files INTERFACE IMPORTED GLOBAL)
  target_link_libraries(orgscale::files INTERFACE orgscale::orgscale nlohmann_json::nlohmann_json)
endif()
