# Builds the consumer in this folder in both ways that a user has. Run by ctest, with these
# variables:
#
#   EMU_SOURCE  EMU_BUILD     the source tree and a finished build of it
#   EMU_FLAGS                 a list of -D options, so that the consumer is compiled as emu was
#   EMU_SCENARIO              a scenario for the consumer to run, or empty

cmake_minimum_required(VERSION 3.25)

function(run)
  execute_process(COMMAND ${ARGN} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

set(scratch "${EMU_BUILD}/package")
file(REMOVE_RECURSE "${scratch}")
set(configure "${CMAKE_COMMAND}" -G Ninja -S "${CMAKE_CURRENT_LIST_DIR}"
  ${EMU_FLAGS} "-DEMU_SCENARIO=${EMU_SCENARIO}")

message(STATUS "find_package")
run("${CMAKE_COMMAND}" --install "${EMU_BUILD}" --prefix "${scratch}/prefix")
run(${configure} -B "${scratch}/installed" "-DCMAKE_PREFIX_PATH=${scratch}/prefix")
run("${CMAKE_COMMAND}" --build "${scratch}/installed")
run("${CMAKE_CTEST_COMMAND}" --test-dir "${scratch}/installed" --output-on-failure)

# Compiling all of emu a second time would show nothing new: that the project configures as a
# subdirectory and that its headers are found is what can go wrong here.
message(STATUS "add_subdirectory")
run(${configure} -B "${scratch}/subdirectory" "-DEMU_SOURCE=${EMU_SOURCE}")
run("${CMAKE_COMMAND}" --build "${scratch}/subdirectory" --target consumer_objects)

# A project that names no build type gets an emu that is quick, and none of emu's warnings.
message(STATUS "add_subdirectory without a build type")
run("${CMAKE_COMMAND}" -G Ninja -S "${CMAKE_CURRENT_LIST_DIR}" -B "${scratch}/untyped"
  "-DEMU_SOURCE=${EMU_SOURCE}" -DCMAKE_BUILD_TYPE= -DCMAKE_EXPORT_COMPILE_COMMANDS=ON)
file(READ "${scratch}/untyped/compile_commands.json" commands)
if(NOT commands MATCHES "-O2[^\n]*emu/cloud.cc" OR commands MATCHES "-Wconversion")
  message(FATAL_ERROR "emu is compiled without optimisation, or with warnings")
endif()
