# Read by cpack once for each kind of package. An archive holds one folder, a package of Debian the
# system's.

if(CPACK_GENERATOR STREQUAL "TGZ")
  set(CPACK_COMPONENT_INCLUDE_TOPLEVEL_DIRECTORY ON)
endif()
