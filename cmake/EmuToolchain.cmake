# How this project's own code is compiled. Nothing here reaches a user's targets: `emu_build_flags`
# is linked privately.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)

if(PROJECT_IS_TOP_LEVEL)
  if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Release)
  endif()
  # A copy of these sources in another folder finds its objects in the cache: paths below the
  # project's root are relative to the cache, and the working directory is nothing to it.
  find_program(EMU_CCACHE ccache)
  if(EMU_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env
      "CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}" CCACHE_NOHASHDIR=true "${EMU_CCACHE}")
  endif()
endif()

add_library(emu_build_flags INTERFACE)
# Contracting a*b+c into one rounding would let two machines disagree in the last bit, and equal
# seeds would no longer give equal runs.
target_compile_options(emu_build_flags INTERFACE -ffp-contract=off)
if(PROJECT_IS_TOP_LEVEL OR EMU_WERROR)
  target_compile_options(emu_build_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion $<$<BOOL:${EMU_WERROR}>:-Werror>)
elseif(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  # A project that takes emu in and names no build type debugs its own code, not emu.
  target_compile_options(emu_build_flags INTERFACE -O2)
endif()
# What sanitizers add makes g++ take values for uninitialized that are not; its manual advises against
# making errors of warnings then. The builds without them still make errors of these.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_FLAGS_DEBUG MATCHES "-fsanitize=")
  target_compile_options(emu_build_flags INTERFACE -Wno-error=maybe-uninitialized)
endif()
if(CMAKE_UNITY_BUILD)
  # The files of a unit are included by their whole path, which __FILE__ would carry into objects.
  # g++'s warning takes an included file for a header, and so a type of an unnamed namespace in a
  # class for one that differs from file to file; builds without units still look for those.
  target_compile_options(emu_build_flags INTERFACE
    "-ffile-prefix-map=${PROJECT_SOURCE_DIR}/="
    $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endif()
target_compile_definitions(emu_build_flags INTERFACE $<$<BOOL:${EMU_FIBER_THREAD}>:EMU_FIBER_THREAD>)
