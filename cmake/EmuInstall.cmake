# What `cmake --install` and `cpack` give. There are three components:
#
#   program       bin/emu, the scenarios and the README
#   libraries     lib/emu: the shared libraries that the program uses, but for glibc's. It looks for
#                 them there first, so that the folder runs wherever it is put, and where nothing else
#                 is installed
#   development   a prefix in which find_package(emu) finds emu::emu, emu::cli and
#                 emu_add_scenario_test()
#
# cpack packs the first two, as an archive and as a package of Debian.

include(CMakePackageConfigHelpers)

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/emu")
set(bundle_dir "lib/emu")

install(TARGETS emu EXPORT emu_targets COMPONENT development)
if(TARGET emu_cli)
  # RPATH and not RUNPATH, which would not count for what the libraries themselves need.
  set_target_properties(emu_cli PROPERTIES INSTALL_RPATH "$ORIGIN/../${bundle_dir}")
  target_link_options(emu_cli PRIVATE LINKER:--disable-new-dtags)
  install(TARGETS emu_cli EXPORT emu_targets
    RUNTIME_DEPENDENCY_SET emu_runtime
    RUNTIME COMPONENT program)
  install(RUNTIME_DEPENDENCY_SET emu_runtime
    PRE_EXCLUDE_REGEXES "^ld-linux" "^lib(c|m|pthread|dl|rt|resolv)\\.so"
    LIBRARY DESTINATION "${bundle_dir}" COMPONENT libraries)
  install(FILES "${PROJECT_SOURCE_DIR}/README.md" "${PROJECT_SOURCE_DIR}/LICENSE"
    DESTINATION share/doc/emu COMPONENT program)
  install(DIRECTORY "${PROJECT_SOURCE_DIR}/scenarios" DESTINATION share/emu COMPONENT program)
endif()
install(DIRECTORY "${PROJECT_SOURCE_DIR}/include/" TYPE INCLUDE COMPONENT development)
install(EXPORT emu_targets NAMESPACE emu:: FILE emu-targets.cmake DESTINATION "${package_dir}"
  COMPONENT development)

configure_package_config_file("${PROJECT_SOURCE_DIR}/cmake/emu-config.cmake.in"
  "${PROJECT_BINARY_DIR}/emu-config.cmake" INSTALL_DESTINATION "${package_dir}")
# Before 1.0 a minor version may break its users, so only the same minor version is compatible.
write_basic_package_version_file("${PROJECT_BINARY_DIR}/emu-config-version.cmake"
  COMPATIBILITY SameMinorVersion)
install(FILES
  "${PROJECT_BINARY_DIR}/emu-config.cmake"
  "${PROJECT_BINARY_DIR}/emu-config-version.cmake"
  "${PROJECT_SOURCE_DIR}/cmake/EmuScenario.cmake"
  DESTINATION "${package_dir}" COMPONENT development)

if(PROJECT_IS_TOP_LEVEL AND TARGET emu_cli)
  include(EmuPackage)
endif()
