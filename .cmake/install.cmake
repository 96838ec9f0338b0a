# Headers, CMake package and pkg-config file. Installed files contain no absolute paths, so the folder can
# be moved.

include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(package_folder ${CMAKE_INSTALL_DATADIR}/cmake/orgscale)

install(TARGETS orgscale EXPORT orgscale-targets FILE_SET HEADERS FILE_SET components)
install(EXPORT orgscale-targets NAMESPACE orgscale:: DESTINATION ${package_folder})

configure_package_config_file(.cmake/orgscale-config.cmake.in
  ${PROJECT_BINARY_DIR}/package/orgscale-config.cmake
  INSTALL_DESTINATION ${package_folder}
  NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/package/orgscale-config-version.cmake
  COMPATIBILITY SameMinorVersion
  ARCH_INDEPENDENT)
install(FILES
  ${PROJECT_BINARY_DIR}/package/orgscale-config.cmake
  ${PROJECT_BINARY_DIR}/package/orgscale-config-version.cmake
  .cmake/files.cmake
  .cmake/mpi.cmake
  .cmake/threads.cmake
  DESTINATION ${package_folder})

# The prefix relative to the pkg-config file, unless a packager chose folders outside of it.
set(pkgconfig_folder ${CMAKE_INSTALL_DATADIR}/pkgconfig)
set(prefix_for_pkgconfig ${CMAKE_INSTALL_PREFIX})
if(NOT IS_ABSOLUTE "${pkgconfig_folder}")
  file(RELATIVE_PATH up /prefix/${pkgconfig_folder} /prefix)
  string(REGEX REPLACE "/$" "" up "${up}")
  set(prefix_for_pkgconfig "\${pcfiledir}/${up}")
endif()
set(include_for_pkgconfig "\${prefix}/${CMAKE_INSTALL_INCLUDEDIR}")
if(IS_ABSOLUTE "${CMAKE_INSTALL_INCLUDEDIR}")
  set(include_for_pkgconfig ${CMAKE_INSTALL_INCLUDEDIR})
endif()
configure_file(.cmake/orgscale.pc.in ${PROJECT_BINARY_DIR}/package/orgscale.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/package/orgscale.pc DESTINATION ${pkgconfig_folder})
