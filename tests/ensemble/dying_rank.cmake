# A rank that dies ends the job with a failure, a word about which, and without a file.
# usage: cmake -DMPIRUN=<mpirun> -DCOUNT=-n -DPROGRAM=<dying_rank> -DFILE=<file> -P dying_rank.cmake
cmake_minimum_required(VERSION 3.24)

file(REMOVE ${FILE})
execute_process(COMMAND ${MPIRUN} ${COUNT} 3 ${PROGRAM} ${FILE}
  RESULT_VARIABLE status OUTPUT_VARIABLE text ERROR_VARIABLE text TIMEOUT 120)
if(NOT text MATCHES "rank 1 dies now")
  message(FATAL_ERROR "no rank came as far as to die (${status}):\n${text}")
endif()
if(NOT status MATCHES "^[0-9]+$") # words: it was killed, or took too long
  message(SEND_ERROR "the job did not end by itself (${status}):\n${text}")
endif()
if(status EQUAL 0)
  message(SEND_ERROR "a job of which a rank died ended well:\n${text}")
endif()
if(text MATCHES "saved" OR EXISTS ${FILE} OR EXISTS ${FILE}.part)
  message(SEND_ERROR "half an ensemble was saved:\n${text}")
endif()
string(REPLACE "rank 1 dies now" "" said "${text}") # the rank's own message, not mpirun's
if(NOT said MATCHES "[Rr]ank|exit|process")
  message(SEND_ERROR "no message says that a rank died:\n${text}")
endif()
