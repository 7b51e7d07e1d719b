#!/usr/bin/python3
"""Every operation of DynamoDB and its streams as a command of the AWS CLI: the stories that are
told with the AWS SDK for Python, once more."""

import sys
import unittest

import by_aws_cli
import every_operation
import run
import support
from emu_server import EmuServer


def main():
    by_aws_cli.skip_without_cli()
    support.use_transport(by_aws_cli.attach)
    suite = run.suite_of(run.names_of_tests("dynamodb*"))
    suite.addTest(every_operation.EveryOperation(services=("dynamodb", "dynamodbstreams")))
    with EmuServer("--clock", "held") as server:
        support.use_server(server)
        result = unittest.TextTestRunner(verbosity=2).run(suite)
    return 0 if result.wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main())
