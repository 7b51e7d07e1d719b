# Two targets that judge the sources:
#
#   lint-format   every .h and .cc is as clang-format would write it (also a ctest)
#   lint-tidy     clang-tidy has nothing to say; a file is looked at again only when it or a header
#                 that it includes has changed. Not where files are compiled in units: of those no
#                 compile command is known.

find_program(EMU_CLANG_FORMAT NAMES clang-format-14 clang-format)
find_program(EMU_CLANG_TIDY NAMES clang-tidy-14 clang-tidy)

set(format_command "${CMAKE_COMMAND}"
  "-DCLANG_FORMAT=${EMU_CLANG_FORMAT}" "-DSOURCE=${PROJECT_SOURCE_DIR}"
  -P "${PROJECT_SOURCE_DIR}/cmake/lint_format.cmake")
add_custom_target(lint-format COMMAND ${format_command} VERBATIM)
add_test(NAME lint_format COMMAND ${format_command})
set_tests_properties(lint_format PROPERTIES
  LABELS source SKIP_REGULAR_EXPRESSION "clang-format is not installed")

# Adds one stamp for one source file of a target. The compiler lists the headers, since clang-tidy
# cannot.
function(emu_tidy_stamp source result)
  cmake_path(RELATIVE_PATH source BASE_DIRECTORY "${PROJECT_SOURCE_DIR}" OUTPUT_VARIABLE name)
  set(stamp "${PROJECT_BINARY_DIR}/tidy/${name}.stamp")
  set(includes "")
  foreach(folder IN ITEMS include emu app tests)
    list(APPEND includes -I "${PROJECT_SOURCE_DIR}/${folder}")
  endforeach()
  foreach(app IN LISTS EMU_APP_TARGETS)
    list(APPEND includes -I "${PROJECT_BINARY_DIR}/generated/${app}")
  endforeach()
  cmake_path(GET stamp PARENT_PATH stamp_folder)
  file(MAKE_DIRECTORY "${stamp_folder}")
  add_custom_command(
    OUTPUT "${stamp}"
    COMMAND "${CMAKE_CXX_COMPILER}" -std=c++20 ${includes}
      -MM -MT "${stamp}" -MF "${stamp}.d" "${source}"
    COMMAND "${EMU_CLANG_TIDY}" --quiet -p "${PROJECT_BINARY_DIR}" --extra-arg=-w "${source}"
    COMMAND "${CMAKE_COMMAND}" -E touch "${stamp}"
    DEPENDS "${source}" "${PROJECT_SOURCE_DIR}/.clang-tidy" emu_embedded
    DEPFILE "${stamp}.d"
    COMMENT "clang-tidy ${name}"
    VERBATIM)
  set(${result} "${stamp}" PARENT_SCOPE)
endfunction()

if(EMU_CLANG_TIDY AND NOT CMAKE_UNITY_BUILD)
  set(tidy_stamps "")
  get_property(targets DIRECTORY PROPERTY BUILDSYSTEM_TARGETS)
  foreach(target IN LISTS targets)
    get_target_property(sources ${target} SOURCES)
    list(FILTER sources INCLUDE REGEX "^${PROJECT_SOURCE_DIR}/(emu|app|tests)/.*\\.cc$")
    foreach(source IN LISTS sources)
      emu_tidy_stamp("${source}" stamp)
      list(APPEND tidy_stamps "${stamp}")
    endforeach()
  endforeach()
  add_custom_target(lint-tidy DEPENDS ${tidy_stamps})
endif()
