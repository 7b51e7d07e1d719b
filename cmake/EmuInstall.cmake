# `cmake --install` gives a prefix in which find_package(emu) finds emu::emu, emu::cli and
# emu_add_scenario_test().

include(CMakePackageConfigHelpers)

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/emu")

install(TARGETS emu EXPORT emu_targets)
if(TARGET emu_cli)
  install(TARGETS emu_cli EXPORT emu_targets)
endif()
install(DIRECTORY "${PROJECT_SOURCE_DIR}/include/" TYPE INCLUDE)
install(EXPORT emu_targets NAMESPACE emu:: FILE emu-targets.cmake DESTINATION "${package_dir}")

configure_package_config_file("${PROJECT_SOURCE_DIR}/cmake/emu-config.cmake.in"
  "${PROJECT_BINARY_DIR}/emu-config.cmake" INSTALL_DESTINATION "${package_dir}")
# Before 1.0 a minor version may break its users, so only the same minor version is compatible.
write_basic_package_version_file("${PROJECT_BINARY_DIR}/emu-config-version.cmake"
  COMPATIBILITY SameMinorVersion)
install(FILES
  "${PROJECT_BINARY_DIR}/emu-config.cmake"
  "${PROJECT_BINARY_DIR}/emu-config-version.cmake"
  "${PROJECT_SOURCE_DIR}/cmake/EmuScenario.cmake"
  DESTINATION "${package_dir}")
