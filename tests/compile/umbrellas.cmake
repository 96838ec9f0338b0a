# An object that includes all umbrella headers and uses nothing of them defines no strong symbol: everything
# in the headers is inline.
# usage: cmake -DNM=<nm> -DOBJECT=<object> -P umbrellas.cmake
cmake_minimum_required(VERSION 3.24)

execute_process(COMMAND ${NM} -C --defined-only --extern-only ${OBJECT}
  OUTPUT_VARIABLE symbols COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCHALL "[0-9a-f]+ [TDBRS] [^\n]*orgscale[^\n]*" strong "${symbols}")
if(strong)
  list(JOIN strong "\n" strong)
  message(FATAL_ERROR "not inline, so two units of a program would clash:\n${strong}")
endif()
