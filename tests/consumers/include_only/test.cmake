# orgscale without a build system: its folder is passed to the compiler.
include(${CMAKE_CURRENT_LIST_DIR}/../common.cmake)

separate_arguments(flags NATIVE_COMMAND "${FLAGS}")
file(REMOVE_RECURSE ${WORK})
file(MAKE_DIRECTORY ${WORK})
list(REMOVE_ITEM FOLDERS ${KNOWN_FOLDERS})
list(TRANSFORM FOLDERS PREPEND -I)
must_run(${COMPILER} ${flags} ${STANDARD} -I${ROOT}/include ${FOLDERS}
         ${CMAKE_CURRENT_LIST_DIR}/../consumer.cpp -o ${WORK}/consumer)
must_work(${WORK}/consumer)
