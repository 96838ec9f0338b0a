# A README whose code compiles passes, and code that doesn't compile is found, with its line, wherever it is.
# With READMEs and headers made here, a valid one first.
# usage: cmake -DCOMPILER=... -DOPTIONS=... -DWORK=<folder> -P readme_refuses.cmake
cmake_minimum_required(VERSION 3.24)

file(REMOVE_RECURSE ${WORK})
file(WRITE ${WORK}/include/orgscale/growth/line.hpp "inline int line(int slope) { return 2 * slope; }\n")
file(WRITE ${WORK}/include/orgscale/growth/curve.hpp "inline int curve(int slope) { return 3 * slope; }\n")
file(WRITE ${WORK}/context.hpp "namespace readme { inline const int slope = 7; }\n")

# Checks a README with a program, a snippet and a table with a call, after replacing one of these.
function(check result part with)
  string(CONCAT program "#include <cstdio>\n#include <orgscale/growth/line.hpp>\n"
                        "int main() { std::printf(\"%d\\n\", line(21)); }\n")
  set(printed "    42\n")
  set(snippet "#include <orgscale/growth/line.hpp>\n\nint x = 1;\nif (x > 0) x = line(x);\n")
  set(row "| How far? | `growth/line.hpp` | `line(slope)`, or `line(3) \\| 1` |\n")
  if(part)
    set(${part} "${with}")
  endif()
  file(WRITE ${WORK}/README.md
    "# Title\n\n```cpp\n${program}```\n\n${printed}\nText.\n\n```cpp\n${snippet}```\n\n${row}")
  execute_process(
    COMMAND ${CMAKE_COMMAND} -DREADME=${WORK}/README.md -DINCLUDE=${WORK}/include
            -DCONTEXT=${WORK}/context.hpp -DCOMPILER=${COMPILER} -DOPTIONS=${OPTIONS}
            -DWORK=${WORK}/work -P ${CMAKE_CURRENT_LIST_DIR}/readme.cmake
    RESULT_VARIABLE status ERROR_VARIABLE errors OUTPUT_QUIET)
  set(${result} "${status}:${errors}" PARENT_SCOPE)
endfunction()

function(expect_kept part with)
  check(found "${part}" "${with}")
  if(NOT found STREQUAL "0:")
    message(SEND_ERROR "with ${part} ${with} it must pass, but: ${found}")
  endif()
endfunction()

function(expect_broken line part with)
  check(found ${part} "${with}")
  if(NOT found MATCHES "^[1-9].*README\\.md:${line}:")
    message(SEND_ERROR "with ${part} ${with} line ${line} must be refused, but: ${found}")
  endif()
endfunction()

expect_kept("" "")
expect_kept(snippet "#include <orgscale/growth/line.hpp>\n\nstruct mine { int at() const { return line(2); } };\n")
expect_kept(snippet "int x[] = {1, 2}; // [no include]\n")
expect_kept(row "| No header | `line` | `anything` |\n")

expect_broken(4  program "int main() { return line(0); }\n")                  # no include
expect_broken(4  program "#include <orgscale/growth/lines.hpp>\nint main() {}\n")
expect_broken(4  printed "    43\n")
expect_broken(4  printed "42\n")
expect_broken(16 snippet "\nint x = 1;\nif (x > 0) x = line(x);\n")           # no include
expect_broken(17 snippet "#include <orgscale/growth/curve.hpp>\n\nint x = 1;\nif (x > 0) x = line(x);\n")
expect_broken(15 snippet "#include <orgscale/growth/line.hpp>\nconst int x = line({...});\n")
expect_broken(20 row "| How far? | `growth/line.hpp` | `line(slope, 1)` |\n")  # no such call
expect_broken(20 row "| How far? | `growth/line.hpp` | `line(unknown)` |\n")
expect_broken(20 row "| How far? | `growth/line.hpp` | far |\n")
expect_broken(20 row "| How far? | `growth/curve.hpp` | `line(slope)` |\n")    # another header's
expect_broken(20 row "| How far? | `growth/lines.hpp` | `line(slope)` |\n")
