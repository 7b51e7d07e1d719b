# Fails when clang-format (CLANG_FORMAT) would change a file of the project (SOURCE), and names it.

if(NOT CLANG_FORMAT)
  message("clang-format is not installed: the format of the sources was not checked.")
  return()
endif()

file(GLOB_RECURSE sources RELATIVE "${SOURCE}" "${SOURCE}/include/*.h"
  "${SOURCE}/emu/*.h" "${SOURCE}/emu/*.cc" "${SOURCE}/app/*.h" "${SOURCE}/app/*.cc"
  "${SOURCE}/tests/*.h" "${SOURCE}/tests/*.cc")
execute_process(COMMAND "${CLANG_FORMAT}" --dry-run -Werror ${sources}
  WORKING_DIRECTORY "${SOURCE}" RESULT_VARIABLE result ERROR_VARIABLE output)
if(NOT result EQUAL 0)
  string(REGEX MATCHALL "[^\n:]+:[0-9]+:[0-9]+: error" places "\n${output}")
  list(TRANSFORM places REPLACE ":.*" "")
  list(REMOVE_DUPLICATES places)
  if(NOT places)
    message(FATAL_ERROR "${output}")
  endif()
  list(JOIN places " " files)
  message(FATAL_ERROR "Not formatted. To put it right:\n  clang-format -i ${files}")
endif()
