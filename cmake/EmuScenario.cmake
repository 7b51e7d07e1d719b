# emu_add_scenario_test(NAME <name> SCENARIO <file.yaml> [ARGS <argument>…])
#
# Adds a test to ctest that runs a scenario with the program `emu`: it passes when every expectation
# of the scenario holds. A relative file is looked for in the calling CMakeLists.txt's folder.

include_guard(GLOBAL)

function(emu_add_scenario_test)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "NAME;SCENARIO" "ARGS")
  if(NOT arg_NAME OR NOT arg_SCENARIO OR arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR
      "emu_add_scenario_test needs NAME <name> SCENARIO <file.yaml> [ARGS <argument>...]")
  endif()
  if(NOT TARGET emu::cli)
    message(FATAL_ERROR
      "emu_add_scenario_test(${arg_NAME}): the program emu is not part of this build of emu")
  endif()
  cmake_path(ABSOLUTE_PATH arg_SCENARIO
    BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" OUTPUT_VARIABLE scenario)
  add_test(NAME "${arg_NAME}" COMMAND $<TARGET_FILE:emu::cli> run "${scenario}" ${arg_ARGS})
  set_tests_properties("${arg_NAME}" PROPERTIES LABELS scenario TIMEOUT 600)
endfunction()
