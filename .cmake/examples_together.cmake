# For the gate: the examples in one program, compiled nine at a time, since headers that all of them include take
# most of the time. `together NAME` runs the example NAME. In a unit the includes of all its examples come first;
# then each example follows in a namespace of its own, with its main() as run().
set(in_a_unit 9)

function(orgscale_examples_together target) # EXAMPLES...
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/together)
  set(units)
  set(declarations)
  set(names)
  list(LENGTH ARGN count)
  math(EXPR last "${count} - 1")
  foreach(first RANGE 0 ${last} ${in_a_unit})
    list(SUBLIST ARGN ${first} ${in_a_unit} sources)
    set(includes)
    set(bodies)
    foreach(source IN LISTS sources)
      cmake_path(GET source STEM name)
      set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${source})
      file(READ ${source} text)
      string(REGEX MATCHALL "#include <[^>\n]*>" own "${text}")
      list(APPEND includes ${own})
      string(REGEX REPLACE "#include <[^>\n]*>" "" text "${text}")
      string(REPLACE "\nint main()\n" "\nint run()\n" text "${text}")
      string(FIND "${text}" "\n}" end REVERSE)
      string(SUBSTRING "${text}" 0 ${end} text) # after it come comments
      string(APPEND bodies "namespace ${name} {\n#line 1 \"${source}\"\n${text}\n    return 0;\n}\n}\n")
      string(APPEND declarations "namespace ${name} { int run(); }\n")
      string(APPEND names "    if (example == \"${name}\") return ${name}::run();\n")
    endforeach()
    list(REMOVE_DUPLICATES includes)
    list(JOIN includes "\n" includes)
    file(CONFIGURE OUTPUT ${folder}/unit_${first}.cpp CONTENT "@includes@\n@bodies@" @ONLY)
    list(APPEND units ${folder}/unit_${first}.cpp)
  endforeach()
  file(CONFIGURE OUTPUT ${folder}/main.cpp CONTENT "#include <string_view>

@declarations@
int main(int count, char** arguments)
{
    const std::string_view example = count == 2 ? arguments[1] : \"\";
@names@    return 2;
}
" @ONLY)
  add_executable(${target} ${folder}/main.cpp ${units})
  target_link_libraries(${target} PRIVATE orgscale::orgscale)
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU) # each example's types are in a file that the unit includes
    target_compile_options(${target} PRIVATE -Wno-subobject-linkage)
  endif()
endfunction()
