# The project's own tests. tests/<folder>/*_test.cc become the program `<folder>_test` and the ctest
# `<folder>`.

find_package(doctest REQUIRED)

# What every test program has. doctest's main takes seconds to compile, so it is compiled once. Where
# the project and its program lie is known to one file alone: all other objects are the same in
# another folder, and a cache has them.
set(test_paths "${PROJECT_SOURCE_DIR}/tests/support/paths.cc")
add_library(emu_test_main OBJECT "${PROJECT_SOURCE_DIR}/tests/support/main.cc" "${test_paths}")
target_include_directories(emu_test_main PRIVATE "${PROJECT_SOURCE_DIR}/tests")
target_link_libraries(emu_test_main PRIVATE emu_build_flags doctest::doctest)
set(test_program "")
if(TARGET emu_cli)
  set(test_program "${PROJECT_BINARY_DIR}/emu")
endif()
set_source_files_properties("${test_paths}" PROPERTIES COMPILE_DEFINITIONS
  "EMU_SOURCE_DIR=\"${PROJECT_SOURCE_DIR}\";EMU_PROGRAM=\"${test_program}\"")

file(GLOB support_sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/support/*.cc")
list(FILTER support_sources EXCLUDE REGEX "/(main|paths)\\.cc$")
if(support_sources)
  add_library(emu_test_support STATIC ${support_sources})
  target_include_directories(emu_test_support PRIVATE
    "${PROJECT_SOURCE_DIR}/emu" "${PROJECT_SOURCE_DIR}/tests")
  target_link_libraries(emu_test_support PUBLIC emu::emu PRIVATE emu_build_flags doctest::doctest)
endif()

function(emu_test_program name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "LABEL" "SOURCES;LIBRARIES")
  add_executable(${name}_test ${arg_SOURCES} $<TARGET_OBJECTS:emu_test_main>)
  target_include_directories(${name}_test PRIVATE
    "${PROJECT_SOURCE_DIR}/include" "${PROJECT_SOURCE_DIR}/emu" "${PROJECT_SOURCE_DIR}/tests")
  # A test runs once for each time that it is compiled, and it is the library that does the work.
  target_compile_options(${name}_test PRIVATE $<$<CONFIG:Release>:-O0>)
  target_link_libraries(${name}_test PRIVATE emu_build_flags doctest::doctest ${arg_LIBRARIES})
  add_test(NAME ${name} COMMAND ${name}_test)
  set_tests_properties(${name} PROPERTIES LABELS ${arg_LABEL} TIMEOUT 300)
endfunction()

function(emu_test folder)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LIBRARIES")
  file(GLOB sources CONFIGURE_DEPENDS
    "${PROJECT_SOURCE_DIR}/tests/${folder}/*.cc" "${PROJECT_SOURCE_DIR}/tests/${folder}/*/*.cc")
  if(NOT sources)
    return()
  endif()
  set(support "")
  if(TARGET emu_test_support)
    set(support emu_test_support)
  endif()
  emu_test_program(${folder} LABEL unit SOURCES ${sources} LIBRARIES
    ${support} ${EMU_APP_TARGETS} emu::emu fmt::fmt nlohmann_json::nlohmann_json ${arg_LIBRARIES})
endfunction()

# A test that reads files and links nothing of the library: tests/<name>_test.cc and what
# tests/<name> holds.
function(emu_source_test name)
  file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/${name}/*.cc")
  emu_test_program(${name} LABEL source SOURCES
    "${PROJECT_SOURCE_DIR}/tests/${name}_test.cc" ${sources})
endfunction()

emu_source_test(arch)
emu_source_test(house)

# Every folder that holds tests is a program.
set(EMU_TEST_LIBRARIES_cli PkgConfig::httplib)
set(EMU_TEST_LIBRARIES_server PkgConfig::httplib)
set(EMU_TEST_LIBRARIES_wire PkgConfig::httplib)
file(GLOB test_folders CONFIGURE_DEPENDS RELATIVE "${PROJECT_SOURCE_DIR}/tests"
  "${PROJECT_SOURCE_DIR}/tests/*/*_test.cc" "${PROJECT_SOURCE_DIR}/tests/*/*/*_test.cc")
list(TRANSFORM test_folders REPLACE "/.*" "")
list(REMOVE_DUPLICATES test_folders)
foreach(folder IN LISTS test_folders)
  emu_test(${folder} LIBRARIES ${EMU_TEST_LIBRARIES_${folder}})
endforeach()

# These tests start the program.
if(TARGET cli_test AND TARGET emu_cli)
  add_dependencies(cli_test emu_cli)
endif()

# Bursts in the donut shop take longer than all its other tests, and are skipped by them.
if(TARGET donuts_test)
  add_test(NAME donuts_bursts COMMAND donuts_test --no-skip "--test-suite=donuts: bursts")
  set_tests_properties(donuts_bursts PROPERTIES LABELS slow TIMEOUT 600)
endif()

# Tests in Python that need nothing but its standard library; the shapes, and what the scaffold
# writes, are held against AWS's API models where a botocore is found.
find_program(EMU_PYTHON python3)
if(EMU_PYTHON)
  function(emu_python_test name script)
    add_test(NAME ${name}
      COMMAND "${EMU_PYTHON}" -B "${PROJECT_SOURCE_DIR}/tests/${script}" ${ARGN})
    set_tests_properties(${name} PROPERTIES LABELS unit TIMEOUT 300 SKIP_RETURN_CODE 77)
  endfunction()
  emu_python_test(models_compare models/compare_test.py)
  emu_python_test(models_scaffold models/scaffold_test.py)
  if(TARGET emu_cli)
    emu_python_test(models models/shapes_test.py)
    emu_python_test(models_absent models/absent_test.py)
    set_tests_properties(models_absent PROPERTIES
      ENVIRONMENT "EMU_PROGRAM=$<TARGET_FILE:emu_cli>")
    set(models_environment "EMU_PROGRAM=$<TARGET_FILE:emu_cli>"
      "EMU_NODE_MODULES=${PROJECT_BINARY_DIR}/clients/node/node_modules")
    set_tests_properties(models PROPERTIES ENVIRONMENT "${models_environment}")
    # Sanitizers have memory of their own, which is not given back.
    set(attack attack/attack.py)
    if(CMAKE_CXX_FLAGS_DEBUG MATCHES "fsanitize" AND CMAKE_BUILD_TYPE STREQUAL "Debug")
      list(APPEND attack --no-memory)
    endif()
    emu_python_test(attack ${attack})
    set_tests_properties(attack PROPERTIES
      LABELS slow PROCESSORS 2 ENVIRONMENT "EMU_PROGRAM=$<TARGET_FILE:emu_cli>")
  endif()
endif()

# What the documents show in C++ is compiled, and their tests run. Not in one unit: each file has to
# bring its own includes.
if(EMU_PYTHON)
  file(GLOB documents CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/README.md"
    "${PROJECT_SOURCE_DIR}/docs/*.md" "${PROJECT_SOURCE_DIR}/emu/*/README.md")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${documents})
  set(snippets "${PROJECT_SOURCE_DIR}/tests/docs/snippets.py")
  set(snippet_sources "")
  foreach(document IN LISTS documents)
    file(STRINGS "${document}" fences REGEX "^ *```cpp *$")
    if(fences)
      cmake_path(RELATIVE_PATH document BASE_DIRECTORY "${PROJECT_SOURCE_DIR}" OUTPUT_VARIABLE name)
      string(MAKE_C_IDENTIFIER "${name}" name)
      set(snippet_source "${PROJECT_BINARY_DIR}/generated/docs/${name}.cc")
      add_custom_command(OUTPUT "${snippet_source}"
        COMMAND "${EMU_PYTHON}" -B "${snippets}" "${document}" "${snippet_source}"
        DEPENDS "${document}" "${snippets}" VERBATIM)
      list(APPEND snippet_sources "${snippet_source}")
    endif()
  endforeach()
  if(snippet_sources)
    emu_test_program(docs LABEL unit SOURCES ${snippet_sources} LIBRARIES emu::emu)
    set_target_properties(docs_test PROPERTIES UNITY_BUILD OFF)
  endif()
endif()

# Fibers that are threads must give the same digests. They are linked before those of the library,
# so nothing else is compiled a second time.
if(TARGET core_test AND TARGET sim_test AND NOT EMU_FIBER_THREAD)
  add_library(emu_fiber_thread OBJECT "${PROJECT_SOURCE_DIR}/emu/core/task/fiber_thread.cc")
  target_include_directories(emu_fiber_thread PRIVATE
    "${PROJECT_SOURCE_DIR}/include" "${PROJECT_SOURCE_DIR}/emu")
  target_compile_definitions(emu_fiber_thread PRIVATE EMU_FIBER_THREAD)
  target_link_libraries(emu_fiber_thread PRIVATE emu_build_flags)
  foreach(name IN ITEMS core sim)
    get_target_property(libraries ${name}_test LINK_LIBRARIES)
    add_executable(${name}_fiber_thread_test
      $<TARGET_OBJECTS:emu_fiber_thread> $<TARGET_OBJECTS:${name}_test>
      $<TARGET_OBJECTS:emu_test_main>)
    set_target_properties(${name}_fiber_thread_test PROPERTIES LINKER_LANGUAGE CXX)
    target_link_libraries(${name}_fiber_thread_test PRIVATE ${libraries})
  endforeach()
  # Without the case that has more tasks than there can be threads.
  add_test(NAME fiber_thread_scheduler COMMAND core_fiber_thread_test
    "--test-suite=*scheduler*,*killing*" "--test-case-exclude=ten thousand*")
  add_test(NAME fiber_thread_digest COMMAND sim_fiber_thread_test
    "--test-case=the digest is the one that it always was")
  set_tests_properties(fiber_thread_scheduler fiber_thread_digest PROPERTIES
    LABELS unit TIMEOUT 300)
endif()

# What continuous integration leaves out when its time is over.
add_test(NAME ci_budget COMMAND "${PROJECT_SOURCE_DIR}/tests/ci/budget_test.sh")
# How clients are installed where some are not to be had.
add_test(NAME ci_setup COMMAND "${PROJECT_SOURCE_DIR}/tests/ci/setup_test.sh")
set_tests_properties(ci_budget ci_setup PROPERTIES LABELS source TIMEOUT 60)

# Every scenario is a test of the whole, unless its first line is a comment that says `ctest: off`.
# One that takes over twenty seconds on a slow machine says `ctest: slow` there, and one whose
# functions need a program or a module says so: `needs: boto3`, `needs: boto3 node`.
find_program(EMU_NODE node)
if(EMU_PYTHON)
  execute_process(RESULT_VARIABLE no_boto3 OUTPUT_QUIET ERROR_QUIET
    COMMAND "${EMU_PYTHON}" -c
      "import importlib.util, sys; sys.exit(importlib.util.find_spec('boto3') is None)")
else()
  set(no_boto3 1)
endif()
if(TARGET emu::cli)
  file(GLOB scenarios CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/scenarios/*.yaml")
  foreach(scenario IN LISTS scenarios)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${scenario}")
    file(STRINGS "${scenario}" first_line LIMIT_COUNT 1)
    if((first_line MATCHES "^#.*needs:.*boto3" AND no_boto3)
        OR (first_line MATCHES "^#.*needs:.*node" AND NOT EMU_NODE))
      continue()
    endif()
    if(NOT first_line MATCHES "^#.*ctest: off")
      cmake_path(GET scenario STEM stem)
      emu_add_scenario_test(NAME scenario_${stem} SCENARIO "${scenario}")
      if(first_line MATCHES "^#.*ctest: slow")
        set_property(TEST scenario_${stem} APPEND PROPERTY LABELS slow)
      endif()
    endif()
  endforeach()
endif()

if(EMU_CLIENTS AND TARGET emu_cli)
  include(EmuClients)
endif()

if(EMU_BENCH)
  file(GLOB bench_sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/bench/*.cc")
  if(bench_sources)
    add_executable(emu_bench ${bench_sources})
    target_include_directories(emu_bench PRIVATE
      "${PROJECT_SOURCE_DIR}/emu" "${PROJECT_SOURCE_DIR}/tests")
    target_link_libraries(emu_bench PRIVATE ${EMU_APP_TARGETS} emu::emu emu_build_flags fmt::fmt)
  endif()
  add_executable(emu_http_bench "${PROJECT_SOURCE_DIR}/tests/bench/http/main.cc")
  target_include_directories(emu_http_bench PRIVATE "${PROJECT_SOURCE_DIR}/emu")
  target_link_libraries(emu_http_bench PRIVATE emu::emu emu_build_flags fmt::fmt)
endif()

# Whether others can build with emu, installed or as a subdirectory.
if(EMU_INSTALL)
  string(TOUPPER "${CMAKE_BUILD_TYPE}" build_type)
  set(consumer_flags
    "-DCMAKE_CXX_COMPILER=${CMAKE_CXX_COMPILER}"
    "-DCMAKE_BUILD_TYPE=${CMAKE_BUILD_TYPE}"
    "-DCMAKE_CXX_FLAGS=${CMAKE_CXX_FLAGS}"
    "-DCMAKE_CXX_FLAGS_${build_type}=${CMAKE_CXX_FLAGS_${build_type}}")
  set(consumer_scenario "${PROJECT_SOURCE_DIR}/scenarios/bus-trap.yaml")
  if(NOT TARGET emu::cli OR NOT EXISTS "${consumer_scenario}")
    set(consumer_scenario "")
  endif()
  add_test(NAME package_consumer COMMAND "${CMAKE_COMMAND}"
    "-DEMU_SOURCE=${PROJECT_SOURCE_DIR}" "-DEMU_BUILD=${PROJECT_BINARY_DIR}"
    "-DEMU_FLAGS=${consumer_flags}" "-DEMU_SCENARIO=${consumer_scenario}"
    -P "${PROJECT_SOURCE_DIR}/tests/package/check.cmake")
  set_tests_properties(package_consumer PROPERTIES LABELS package TIMEOUT 300)
  if(TARGET emu_cli)
    add_test(NAME package_archive COMMAND "${PROJECT_SOURCE_DIR}/tests/package/archive_test.sh"
      "${PROJECT_BINARY_DIR}" "${PROJECT_BINARY_DIR}/archive")
    set_tests_properties(package_archive PROPERTIES
      LABELS package TIMEOUT 300 SKIP_RETURN_CODE 77)
  endif()
endif()
