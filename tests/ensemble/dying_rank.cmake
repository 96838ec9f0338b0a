# A rank that dies ends the job with a failure, a word about which, and without a file.
# usage: cmake -DMPIRUN=<mpirun> -DCOUNT=-n -DPROGRAM=<dying_rank> -DFILE=<file> -P dying_rank.cmake
cmake_minimum_required(VERSION 3.24)

file(REMOVE ${FILE})
execute_process(COMMAND ${MPIRUN} ${COUNT} 3 ${PROGRAM} ${FILE}
  RESULT_VARIABLE status OUTPUT_VARIABLE text ERROR_VARIABLE text TIMEOUT 120)
if(status EQUAL 0)
  message(SEND_ERROR "a job of which a rank died ended well:\n${text}")
endif()
if(text MATCHES "saved" OR EXISTS ${FILE} OR EXISTS ${FILE}.part)
  message(SEND_ERROR "half an ensemble was saved:\n${text}")
endif()
if(NOT text MATCHES "[Rr]ank|exit|process")
  message(SEND_ERROR "nothing tells that a rank died:\n${text}")
endif()
