# The README's program, as it stands there, compiles against the headers alone and prints what the README
# says it prints: the first ```cpp block and the indented lines after it.
#
#     cmake -DROOT=<source> -DCOMPILER=<c++> -DWORK=<folder> -P readme.cmake
file(READ ${ROOT}/README.md readme)
string(FIND "${readme}" "```cpp\n" begin)
if(begin EQUAL -1)
  message(FATAL_ERROR "README.md has no program")
endif()
math(EXPR begin "${begin} + 7")
string(SUBSTRING "${readme}" ${begin} -1 rest)
string(FIND "${rest}" "```\n" end)
string(SUBSTRING "${rest}" 0 ${end} program)
math(EXPR end "${end} + 4")
string(SUBSTRING "${rest}" ${end} -1 after)
if(NOT after MATCHES "^\n((    [^\n]*\n)+)")
  message(FATAL_ERROR "README.md does not say what its program prints")
endif()
string(REGEX REPLACE "(^|\n)    " "\\1" promised "${CMAKE_MATCH_1}")

file(REMOVE_RECURSE ${WORK})
file(WRITE ${WORK}/program.cpp "${program}")
execute_process(COMMAND ${COMPILER} -std=c++20 -Wall -Wextra -Wpedantic -Werror -I${ROOT}/include
                        ${WORK}/program.cpp -o ${WORK}/program
                COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${WORK}/program OUTPUT_VARIABLE printed COMMAND_ERROR_IS_FATAL ANY)
if(NOT printed STREQUAL promised)
  message(FATAL_ERROR "README.md promises\n${promised}but its program prints\n${printed}")
endif()
