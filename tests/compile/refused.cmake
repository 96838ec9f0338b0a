# Compiles a source with REFUSED defined, which must fail, and the compiler's first lines must contain the text
# of each line `// must say: <text>` in the source; or, with ACCEPTED, without REFUSED, which must work. A
# line `// with: <option>` adds a compiler option.
# usage: cmake -DCOMPILER=... -DOPTIONS=... -DFOLDERS=... -DKNOWN_FOLDERS=... -DSOURCE=... [-DACCEPTED=ON]
#              -P refused.cmake
cmake_minimum_required(VERSION 3.24)

set(first_lines 16)

set(arguments ${OPTIONS} -fsyntax-only)
list(REMOVE_ITEM FOLDERS ${KNOWN_FOLDERS})
list(TRANSFORM FOLDERS PREPEND -I)
list(APPEND arguments ${FOLDERS})

if(NOT ACCEPTED)
  list(APPEND arguments -DREFUSED)
  file(STRINGS ${SOURCE} options REGEX "^// with: ")
  list(TRANSFORM options REPLACE "^// with: " "")
  list(APPEND arguments ${options})
endif()
execute_process(COMMAND ${COMPILER} ${arguments} ${SOURCE}
  RESULT_VARIABLE status OUTPUT_VARIABLE said ERROR_VARIABLE said)
if(ACCEPTED)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${SOURCE} must compile without REFUSED:\n${said}")
  endif()
  return()
endif()
if(status EQUAL 0)
  message(FATAL_ERROR "${SOURCE} compiles, but must be refused")
endif()
set(head)
foreach(line RANGE 1 ${first_lines})
  string(FIND "${said}" "\n" end)
  if(end EQUAL -1)
    break()
  endif()
  string(SUBSTRING "${said}" 0 ${end} one)
  string(APPEND head "${one}\n")
  math(EXPR end "${end} + 1")
  string(SUBSTRING "${said}" ${end} -1 said)
endforeach()

file(STRINGS ${SOURCE} promises REGEX "^// must say: ")
if(NOT promises)
  message(FATAL_ERROR "${SOURCE} does not say what the compiler must print")
endif()
foreach(promise IN LISTS promises)
  string(REPLACE "// must say: " "" promise "${promise}")
  string(FIND "${head}" "${promise}" at)
  if(at EQUAL -1)
    message(SEND_ERROR "the first ${first_lines} lines must say ${promise}, but are:\n${head}")
  endif()
endforeach()
