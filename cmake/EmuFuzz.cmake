# tests/fuzz/<parser>_fuzz.cc becomes the program `<parser>_fuzz`, and the target `fuzz` runs them
# all, each for EMU_FUZZ_SECONDS on the seeds in tests/fuzz/seeds/<parser>. What they find anew stays
# in the build folder. Only what they need of the library is built.

set(EMU_FUZZ_SECONDS 60 CACHE STRING "How long each fuzzer runs under the target `fuzz`.")

# The service whose values have a form of their own in JSON.
set(fuzz_json_libraries emu_dynamodb)

add_custom_target(fuzz)
file(GLOB fuzz_sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/fuzz/*_fuzz.cc")
foreach(source IN LISTS fuzz_sources)
  cmake_path(GET source STEM name)
  string(REGEX REPLACE "_fuzz$" "" parser "${name}")
  add_executable(${name} "${source}")
  target_include_directories(${name} PRIVATE
    "${PROJECT_SOURCE_DIR}/include" "${PROJECT_SOURCE_DIR}/emu" "${PROJECT_SOURCE_DIR}/tests")
  target_link_libraries(${name} PRIVATE emu_wire emu_core emu_build_flags ${fuzz_${parser}_libraries})
  target_link_options(${name} PRIVATE -fsanitize=fuzzer)
  set(corpus "${PROJECT_BINARY_DIR}/corpus/${parser}")
  file(MAKE_DIRECTORY "${corpus}")
  add_custom_target(run_${name}
    COMMAND ${name} -max_total_time=${EMU_FUZZ_SECONDS} -max_len=65536 -print_final_stats=1
      "${corpus}" "${PROJECT_SOURCE_DIR}/tests/fuzz/seeds/${parser}"
    WORKING_DIRECTORY "${PROJECT_BINARY_DIR}"
    USES_TERMINAL
    VERBATIM)
  add_dependencies(fuzz run_${name})
endforeach()
