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

# The AWS SDK for Python and the AWS CLI. They are packages of the system, so it is the system's
# Python that has them.
set(EMU_CLIENT_PYTHON /usr/bin/python3 CACHE FILEPATH "The Python that has boto3.")
set(python "${EMU_CLIENT_PYTHON}" -B)
emu_client_test(NAME clients_boto3 COMMAND ${python} "${clients}/python/run.py")
emu_client_test(NAME clients_held_clock COMMAND ${python} "${clients}/python/held_clock_test.py")
emu_client_test(NAME clients_aws_cli COMMAND ${python} "${clients}/cli_test.py" PROCESSORS 2)

# Clients written for Node.js.
include(EmuNodeClients)
