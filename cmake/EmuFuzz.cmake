# The fuzzers, tests/fuzz/<parser>_fuzz.cc, in two ways:
#
#   EMU_FUZZ         with clang: `<parser>_fuzz`; the target `fuzz` runs them all, each for
#                    EMU_FUZZ_SECONDS on the seeds in tests/fuzz/seeds/<parser>. What they find anew
#                    stays in the build folder.
#   EMU_FUZZ_SEEDS   with any compiler: the ctest `seeds_<parser>` hands each seed to the parser, as
#                    it is and in changed copies; the target `fuzz_seeds` builds them. Worth
#                    something under a sanitizer.

set(EMU_FUZZ_SECONDS 60 CACHE STRING "How long each fuzzer runs under the target `fuzz`.")

function(emu_fuzz_program name)
  add_executable(${name} ${ARGN})
  target_include_directories(${name} PRIVATE
    "${PROJECT_SOURCE_DIR}/include" "${PROJECT_SOURCE_DIR}/emu" "${PROJECT_SOURCE_DIR}/tests")
  target_link_libraries(${name} PRIVATE emu::emu emu_build_flags)
  # Each has one function of the same name.
  set_target_properties(${name} PROPERTIES UNITY_BUILD OFF)
endfunction()

if(EMU_FUZZ)
  add_custom_target(fuzz)
endif()
if(EMU_FUZZ_SEEDS)
  add_custom_target(fuzz_seeds)
  add_library(emu_fuzz_replay OBJECT "${PROJECT_SOURCE_DIR}/tests/fuzz/replay.cc")
  target_include_directories(emu_fuzz_replay PRIVATE
    "${PROJECT_SOURCE_DIR}/include" "${PROJECT_SOURCE_DIR}/emu")
  target_link_libraries(emu_fuzz_replay PRIVATE emu_build_flags)
endif()

file(GLOB fuzz_sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/fuzz/*_fuzz.cc")
foreach(source IN LISTS fuzz_sources)
  cmake_path(GET source STEM name)
  string(REGEX REPLACE "_fuzz$" "" parser "${name}")
  set(seeds "${PROJECT_SOURCE_DIR}/tests/fuzz/seeds/${parser}")
  if(EMU_FUZZ)
    emu_fuzz_program(${name} "${source}")
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
    set(corpus "${PROJECT_BINARY_DIR}/corpus/${parser}")
    file(MAKE_DIRECTORY "${corpus}")
    add_custom_target(run_${name}
      COMMAND ${name} -max_total_time=${EMU_FUZZ_SECONDS} -max_len=65536 -print_final_stats=1
        "${corpus}" "${seeds}"
      WORKING_DIRECTORY "${PROJECT_BINARY_DIR}"
      USES_TERMINAL
      VERBATIM)
    add_dependencies(fuzz run_${name})
  endif()
  if(EMU_FUZZ_SEEDS)
    emu_fuzz_program(${parser}_seeds "${source}" $<TARGET_OBJECTS:emu_fuzz_replay>)
    add_dependencies(fuzz_seeds ${parser}_seeds)
    add_test(NAME seeds_${parser} COMMAND ${parser}_seeds "${seeds}")
    set_tests_properties(seeds_${parser} PROPERTIES LABELS seeds TIMEOUT 300)
  endif()
endforeach()
