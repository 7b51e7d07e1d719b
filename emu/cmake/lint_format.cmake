# Fails when clang-format (CLANG_FORMAT) would change a file of the project (SOURCE).

if(NOT CLANG_FORMAT)
  message("clang-format is not installed: the format of the sources was not checked.")
  return()
endif()

file(GLOB_RECURSE sources "${SOURCE}/include/*.h"
  "${SOURCE}/emu/*.h" "${SOURCE}/emu/*.cc" "${SOURCE}/app/*.h" "${SOURCE}/app/*.cc"
  "${SOURCE}/tests/*.h" "${SOURCE}/tests/*.cc")
execute_process(COMMAND "${CLANG_FORMAT}" --dry-run -Werror ${sources} RESULT_VARIABLE result)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "Not formatted. To put it right: ${CLANG_FORMAT} -i <file>")
endif()
