# Tests with the clients that people use, unmodified: each test starts `emu serve` and talks to it.
# What a client needs is installed by ./test.sh; a test whose client is missing says so, and is
# skipped unless the environment variable CI is set.

# emu_client_test(NAME <name> COMMAND <program> <argument>… [ENVIRONMENT <name>=<value>…]
#                 [PROCESSORS <n>] [TIMEOUT <seconds>])
#
# Adds a test to ctest; EMU_PROGRAM tells it which program to start.
function(emu_client_test)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "NAME;PROCESSORS;TIMEOUT" "COMMAND;ENVIRONMENT")
  if(NOT arg_PROCESSORS)
    set(arg_PROCESSORS 1)
  endif()
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 300)
  endif()
  add_test(NAME ${arg_NAME} COMMAND ${arg_COMMAND})
  set_tests_properties(${arg_NAME} PROPERTIES
    LABELS clients
    SKIP_RETURN_CODE 77
    PROCESSORS ${arg_PROCESSORS}
    TIMEOUT ${arg_TIMEOUT}
    ENVIRONMENT "EMU_PROGRAM=$<TARGET_FILE:emu_cli>;${arg_ENVIRONMENT}")
endfunction()

set(clients "${PROJECT_SOURCE_DIR}/tests/clients")

# The AWS SDK for Python. Where it is a package of the system, the system's Python has it; elsewhere
# the first one of PATH may.
if(NOT EMU_CLIENT_PYTHON)
  set(client_python /usr/bin/python3)
  find_program(EMU_PATH_PYTHON python3)
  foreach(candidate IN ITEMS /usr/bin/python3 "${EMU_PATH_PYTHON}")
    execute_process(COMMAND "${candidate}" -c
      "import importlib.util, sys; sys.exit(importlib.util.find_spec('boto3') is None)"
      RESULT_VARIABLE has_no_boto3 OUTPUT_QUIET ERROR_QUIET)
    if(has_no_boto3 EQUAL 0)
      set(client_python "${candidate}")
      break()
    endif()
  endforeach()
  set(EMU_CLIENT_PYTHON "${client_python}" CACHE FILEPATH "The Python that has boto3.")
endif()
set(python "${EMU_CLIENT_PYTHON}" -B)
emu_client_test(NAME clients_boto3 COMMAND ${python} "${clients}/python/run.py")
emu_client_test(NAME clients_functions COMMAND ${python} "${clients}/python/functions_test.py")
emu_client_test(NAME clients_functions_killed TIMEOUT 600 PROCESSORS 2
  COMMAND ${python} "${clients}/python/functions_kill_test.py" 200)
set_tests_properties(clients_functions_killed PROPERTIES LABELS "clients;slow")
emu_client_test(NAME clients_held_clock COMMAND ${python} "${clients}/python/held_clock_test.py")
emu_client_test(NAME docs_pytest ENVIRONMENT "EMU_CLIENT_PYTHON=${EMU_CLIENT_PYTHON}"
  COMMAND "${PROJECT_SOURCE_DIR}/tests/docs/examples_test.sh" pytest
    "${PROJECT_BINARY_DIR}/docs/pytest")
emu_client_test(NAME clients_aws_cli COMMAND ${python} "${clients}/cli_test.py" PROCESSORS 2)
foreach(part IN ITEMS dynamodb s3 others)
  emu_client_test(NAME clients_aws_cli_${part}
    COMMAND ${python} "${clients}/python/aws_cli_test.py" ${part})
endforeach()
set_tests_properties(clients_aws_cli_s3 clients_aws_cli_others PROPERTIES LABELS "clients;slow")

emu_client_test(NAME clients_s3_transfers
  COMMAND ${python} "${clients}/s3_transfers_test.py" 20)
emu_client_test(NAME clients_s3_large_transfers
  COMMAND ${python} "${clients}/s3_transfers_test.py" 100)
set_tests_properties(clients_s3_large_transfers PROPERTIES LABELS "clients;slow")

# Programs that copy files.
foreach(program IN ITEMS aws rclone s3cmd)
  emu_client_test(NAME clients_${program}_copies
    COMMAND ${python} "${clients}/s3_programs_test.py" ${program})
endforeach()
set_tests_properties(clients_aws_copies PROPERTIES LABELS "clients;slow")

# Terraform, where it and its provider for AWS are installed.
foreach(folder dynamodb s3 parameters bus donuts)
  emu_client_test(NAME clients_terraform_${folder}
    COMMAND ${python} "${clients}/terraform_test.py" "${clients}/terraform/${folder}")
  set_tests_properties(clients_terraform_${folder} PROPERTIES LABELS "clients;slow")
endforeach()

# Clients written for Node.js.
include(EmuNodeClients)

# The example for GoogleTest in docs/ci.md, where there is a GoogleTest.
find_package(GTest QUIET)
if(GTest_FOUND AND EMU_PYTHON)
  set(gtest_example "${PROJECT_BINARY_DIR}/generated/docs/orders_gtest.cc")
  cmake_path(GET gtest_example PARENT_PATH gtest_folder)
  set(ci_page "${PROJECT_SOURCE_DIR}/docs/ci.md")
  set(examples "${PROJECT_SOURCE_DIR}/tests/docs/examples.py")
  add_custom_command(OUTPUT "${gtest_example}"
    COMMAND "${EMU_PYTHON}" -B "${examples}" "${ci_page}" "cpp gtest" "${gtest_folder}"
    DEPENDS "${ci_page}" "${examples}"
    VERBATIM)
  add_executable(docs_gtest "${gtest_example}")
  target_compile_options(docs_gtest PRIVATE $<$<CONFIG:Release>:-O0>)
  target_link_libraries(docs_gtest PRIVATE emu::emu GTest::gtest_main)
  add_test(NAME docs_gtest COMMAND docs_gtest)
  set_tests_properties(docs_gtest PROPERTIES LABELS unit TIMEOUT 60)
endif()
