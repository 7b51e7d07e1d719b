# The kinds of targets this project is made of. Sources are found by folder, so that adding a file
# needs no list.
#
#   emu_main_library()                   `emu::emu`, the one library that a user links
#   emu_library(<folder> [LIBRARIES <lib>…] [HEADER_ONLY <lib>…])
#                                        the objects of emu/<folder>, made part of emu::emu
#   emu_apps()                           `emu_app_<name>` for each folder of app/
#   emu_program()                        `emu::cli`, the program `emu`, when emu/cli has a main
#   emu_embed(<target> <file> <symbol>)  a file's bytes inside the program
#   emu_preload(<target> <folder>)       a library in C that goes into processes of other programs

include_guard(GLOBAL)

function(emu_main_library)
  add_library(emu STATIC)
  add_library(emu::emu ALIAS emu)
  set_target_properties(emu PROPERTIES LINKER_LANGUAGE CXX)
  target_compile_features(emu PUBLIC cxx_std_20)
  target_include_directories(emu PUBLIC
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>
    $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
endfunction()

# The sources in a folder and in the folders right below it; `.` stands for the files that lie in
# emu/ itself. What LIBRARIES names, a user's program links too; what HEADER_ONLY names is over once
# the folder is compiled.
function(emu_library folder)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LIBRARIES;HEADER_ONLY")
  set(root "${PROJECT_SOURCE_DIR}/emu")
  if(folder STREQUAL ".")
    set(target emu_root)
    file(GLOB sources CONFIGURE_DEPENDS "${root}/*.cc")
  else()
    set(target emu_${folder})
    file(GLOB sources CONFIGURE_DEPENDS "${root}/${folder}/*.cc" "${root}/${folder}/*/*.cc")
  endif()
  if(NOT sources)
    return()
  endif()
  add_library(${target} OBJECT ${sources})
  target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}/include" "${root}")
  target_link_libraries(${target} PRIVATE emu_build_flags ${arg_LIBRARIES} ${arg_HEADER_ONLY})
  # GCC bounds how much a unit may grow by inlining, and twelve files in one would have to do with the
  # bound of one: the program took 40 % more CPU. What a run spends no time in keeps the bound.
  if(CMAKE_UNITY_BUILD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_BUILD_TYPE STREQUAL "Release"
     AND NOT folder MATCHES "^(sts|server|remote)$")
    target_compile_options(${target} PRIVATE
      --param=large-unit-insns=400000 --param=inline-unit-growth=150)
  endif()
  target_sources(emu PRIVATE $<TARGET_OBJECTS:${target}>)
  target_link_libraries(emu PRIVATE ${arg_LIBRARIES})
endfunction()

# An application is a library, so that the program and its tests share it. Every page
# app/<name>/<page>.html is embedded as `<name>_<page>_html()`.
function(emu_apps)
  file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/app/*/*.cc")
  set(names ${sources})
  list(TRANSFORM names REPLACE "^.*/app/([^/]+)/[^/]+$" "\\1")
  list(REMOVE_DUPLICATES names)
  foreach(name IN LISTS names)
    set(folder "${PROJECT_SOURCE_DIR}/app/${name}")
    file(GLOB app_sources CONFIGURE_DEPENDS "${folder}/*.cc")
    file(GLOB pages CONFIGURE_DEPENDS "${folder}/*.html")
    add_library(emu_app_${name} STATIC ${app_sources})
    target_include_directories(emu_app_${name} PUBLIC "${PROJECT_SOURCE_DIR}/app")
    target_link_libraries(emu_app_${name} PUBLIC emu::emu
      PRIVATE emu_build_flags fmt::fmt nlohmann_json::nlohmann_json)
    foreach(page IN LISTS pages)
      cmake_path(GET page STEM stem)
      string(MAKE_C_IDENTIFIER "${name}_${stem}_html" symbol)
      emu_embed(emu_app_${name} "${page}" ${symbol})
    endforeach()
  endforeach()
  list(TRANSFORM names PREPEND emu_app_)
  set(EMU_APP_TARGETS ${names} PARENT_SCOPE)
endfunction()

function(emu_program)
  file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/emu/cli/*.cc")
  if(NOT "${PROJECT_SOURCE_DIR}/emu/cli/main.cc" IN_LIST sources)
    return()
  endif()
  add_executable(emu_cli ${sources})
  add_executable(emu::cli ALIAS emu_cli)
  set_target_properties(emu_cli PROPERTIES OUTPUT_NAME emu EXPORT_NAME cli)
  target_include_directories(emu_cli PRIVATE "${PROJECT_SOURCE_DIR}/emu")
  target_link_libraries(emu_cli PRIVATE
    emu::emu ${EMU_APP_TARGETS} emu_build_flags fmt::fmt nlohmann_json::nlohmann_json)
  emu_link_allocator(emu_cli)
endfunction()

# A program of its own may choose its allocator; a library may not. jemalloc takes a quarter off the
# CPU of a load, and gives memory back after it, for which emu/cli/allocator.cc asks it.
function(emu_link_allocator target)
  if(NOT EMU_JEMALLOC)
    return()
  endif()
  pkg_check_modules(jemalloc QUIET IMPORTED_TARGET jemalloc)
  if(TARGET PkgConfig::jemalloc)
    target_link_libraries(${target} PRIVATE PkgConfig::jemalloc)
  elseif(PROJECT_IS_TOP_LEVEL)
    message(NOTICE "jemalloc was not found: the program emu uses the system's allocator.")
  endif()
endfunction()

# Makes `#include "embedded/<symbol>.h"` declare `std::string_view emu::embedded::<symbol>()`, the
# file's bytes.
function(emu_embed target file symbol)
  set(output "${PROJECT_BINARY_DIR}/generated/${target}")
  set(script "${PROJECT_SOURCE_DIR}/cmake/embed.cmake")
  add_custom_command(
    OUTPUT "${output}/embedded/${symbol}.h" "${output}/embedded/${symbol}.cc"
    COMMAND "${CMAKE_COMMAND}"
      "-DFILE=${file}" "-DSYMBOL=${symbol}" "-DOUTPUT=${output}/embedded" -P "${script}"
    DEPENDS "${file}" "${script}"
    COMMENT "Embedding ${symbol}"
    VERBATIM)
  target_sources(${target} PRIVATE
    "${output}/embedded/${symbol}.h" "${output}/embedded/${symbol}.cc")
  # For those that read the header without what is compiled.
  if(NOT TARGET emu_embedded)
    add_custom_target(emu_embedded)
  endif()
  add_custom_target(emu_embedded_${symbol} DEPENDS "${output}/embedded/${symbol}.h")
  add_dependencies(emu_embedded emu_embedded_${symbol})
  target_include_directories(${target} PRIVATE "${output}")
endfunction()

# What is loaded into a program that somebody else has made: it needs nothing but the C library and
# shows nothing but the functions that it takes the place of. No sanitizer goes with it.
function(emu_preload target folder)
  file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/${folder}/*.c")
  add_library(${target} MODULE ${sources})
  set_target_properties(${target} PROPERTIES
    PREFIX "" C_STANDARD 17 C_VISIBILITY_PRESET hidden UNITY_BUILD OFF)
  target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}/emu")
  target_compile_options(${target} PRIVATE -O2 -Wall -Wextra $<$<BOOL:${EMU_WERROR}>:-Werror>)
  target_link_options(${target} PRIVATE -s)
  target_link_libraries(${target} PRIVATE ${CMAKE_DL_LIBS})
endfunction()
