# What `cpack` makes in a build folder: emu-<version>-<system>-<processor>.tar.gz, which runs in any
# folder, and a package of Debian. Both need glibc and nothing else.

set(CPACK_GENERATOR TGZ DEB)
set(CPACK_PACKAGE_NAME emu)
set(CPACK_PACKAGE_VENDOR "The authors of emu")
set(CPACK_PACKAGE_CONTACT "The authors of emu <emu@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_PACKAGE_FILE_NAME
  "emu-${PROJECT_VERSION}-${CMAKE_SYSTEM_NAME}-${CMAKE_SYSTEM_PROCESSOR}")
set(CPACK_STRIP_FILES ON)

set(CPACK_COMPONENTS_ALL program libraries)
set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)
set(CPACK_ARCHIVE_COMPONENT_INSTALL ON)
set(CPACK_PROJECT_CONFIG_FILE "${PROJECT_SOURCE_DIR}/cmake/cpack_generator.cmake")
set(CPACK_DEB_COMPONENT_INSTALL ON)

# The libraries lie beside the program, so the machine's own may be older or newer; of glibc it must
# be the one that everything was linked with, or a later one.
execute_process(COMMAND getconf GNU_LIBC_VERSION OUTPUT_VARIABLE glibc ERROR_QUIET)
string(REGEX MATCH "[0-9]+\\.[0-9]+" glibc "${glibc}")
if(glibc)
  set(CPACK_DEBIAN_PACKAGE_DEPENDS "libc6 (>= ${glibc})")
endif()
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)

include(CPack)
