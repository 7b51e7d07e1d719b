#!/usr/bin/python3
"""Every operation as a command of the AWS CLI: the stories that are told with the AWS SDK for
Python, once more.

    aws_cli_test.py dynamodb    those of DynamoDB and its streams
    aws_cli_test.py others      those of all services that have no test of their own
"""

import sys
import unittest

import by_aws_cli
import every_operation
import run
import support
from emu_server import BUS_SCENARIO, EmuServer

# About signatures and about what clients read of their environment.
NO_COMMANDS = ("test_environment", "test_signatures")
# Services with so many operations that they have a test each.
PARTS = ("dynamodb", "s3")


def is_of(part, name):
    """Whether a service, or what tests it, is in this part."""
    return not name.startswith(PARTS) if part == "others" else name.startswith(part)


def main(part):
    by_aws_cli.skip_without_cli()
    support.use_transport(by_aws_cli.attach)
    names = [name for name in run.names_of_tests("*") if name not in NO_COMMANDS]
    suite = run.suite_of([name for name in names if is_of(part, name.removeprefix("test_"))])
    services = {service for service, _ in every_operation.operations_of_emu()}
    suite.addTest(every_operation.EveryOperation(services=[s for s in services if is_of(part, s)]))
    with EmuServer("--clock", "held", "--init", BUS_SCENARIO) as server:
        support.use_server(server)
        result = unittest.TextTestRunner(verbosity=2).run(suite)
    return 0 if result.wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
