# Tests with clients that are written for Node.js: the AWS SDK for JavaScript, a browser on the bus
# application's page, artillery, and the example for Jest. Their packages are installed into the build tree by tests of
# their own, which find them there the second time. Since they are downloaded, all of these count as
# slow.

set(node_packages "${PROJECT_SOURCE_DIR}/tests/clients/node_packages.sh")
set(node_folder "${PROJECT_BINARY_DIR}/clients/node")
set(artillery_folder "${PROJECT_BINARY_DIR}/clients/artillery")
set(jest_folder "${PROJECT_BINARY_DIR}/clients/jest")
set(sdk_v2_folder "${PROJECT_BINARY_DIR}/clients/aws-sdk-v2")

# emu_node_packages(NAME <test> FIXTURE <fixture> FROM <where package.json is> TO <folder>)
function(emu_node_packages)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "NAME;FIXTURE;FROM;TO" "")
  emu_client_test(NAME ${arg_NAME} TIMEOUT 600
    COMMAND "${node_packages}" install "${arg_FROM}" "${arg_TO}")
  set_tests_properties(${arg_NAME} PROPERTIES FIXTURES_SETUP ${arg_FIXTURE} LABELS "clients;slow")
endfunction()

# emu_node_test(<test> TESTS <file of tests/clients/node> [ALSO <fixture>…]
#               [ENVIRONMENT <name>=<value>…])
function(emu_node_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "TESTS" "ALSO;ENVIRONMENT")
  emu_client_test(NAME ${name} ENVIRONMENT ${arg_ENVIRONMENT}
    COMMAND "${node_packages}" run "${node_folder}" "${arg_TESTS}")
  set_tests_properties(${name} PROPERTIES
    FIXTURES_REQUIRED "node_packages;${arg_ALSO}" LABELS "clients;slow")
endfunction()

emu_node_packages(NAME clients_npm_install FIXTURE node_packages
  FROM "${PROJECT_SOURCE_DIR}/tests/clients/node" TO "${node_folder}")
emu_node_packages(NAME clients_npm_install_artillery FIXTURE artillery_packages
  FROM "${PROJECT_SOURCE_DIR}/tests/clients/artillery" TO "${artillery_folder}")
emu_node_packages(NAME clients_npm_install_jest FIXTURE jest_packages
  FROM "${PROJECT_SOURCE_DIR}/tests/clients/jest" TO "${jest_folder}")

emu_node_packages(NAME clients_npm_install_sdk_v2 FIXTURE sdk_v2_packages
  FROM "${PROJECT_SOURCE_DIR}/tests/clients/aws-sdk-v2" TO "${sdk_v2_folder}")

emu_client_test(NAME clients_functions_sdks
  COMMAND ${python} "${clients}/python/functions_sdk_test.py" "${node_folder}/node_modules"
    "${sdk_v2_folder}/node_modules")
set_tests_properties(clients_functions_sdks PROPERTIES
  FIXTURES_REQUIRED "node_packages;sdk_v2_packages" LABELS "clients;slow")

emu_client_test(NAME docs_jest PROCESSORS 2 ENVIRONMENT "EMU_CLIENT_PYTHON=${EMU_CLIENT_PYTHON}"
  COMMAND "${PROJECT_SOURCE_DIR}/tests/docs/examples_test.sh" jest
    "${PROJECT_BINARY_DIR}/docs/jest" "${jest_folder}")
set_tests_properties(docs_jest PROPERTIES
  FIXTURES_REQUIRED jest_packages LABELS "clients;slow")
emu_node_test(clients_node TESTS run.mjs)
emu_node_test(clients_node_held_clock TESTS held_clock.test.mjs)
emu_node_test(clients_browser TESTS browser.test.mjs
  ENVIRONMENT "EMU_PICTURES=${PROJECT_BINARY_DIR}/clients/pictures")
emu_node_test(clients_browser_pages TESTS browser_pages.test.mjs
  ENVIRONMENT "EMU_PICTURES=${PROJECT_BINARY_DIR}/clients/pictures")
emu_node_test(clients_artillery TESTS artillery.test.mjs ALSO artillery_packages
  ENVIRONMENT "EMU_ARTILLERY=${artillery_folder}/node_modules/artillery/bin/artillery")
