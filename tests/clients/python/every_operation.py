"""Nothing is added to emu without being called by a client: run after all other tests."""

import re
import unittest

import support
from emu_server import PROJECT

# Where a service's folder is not called as the SDK calls the service.
SDK_NAMES = {"apigateway": "apigatewayv2"}


def camel(snake):
    return "".join(word.capitalize() for word in snake.split("_"))


def operations_of_emu():
    """Read from the lines `table.add<CreateQueue>(sqs, &Sqs::create_queue, …)`."""
    operations = set()
    for file in (PROJECT / "emu").glob("**/operations.cc"):
        service = SDK_NAMES.get(file.parent.name, file.parent.name)
        for line in re.finditer(
            r"table\.add(?:<(\w+)>)?\(\s*\w+,\s*&\w+::(\w+)", file.read_text(encoding="utf-8")
        ):
            operations.add((service, line[1] or camel(line[2])))
    return operations


class EveryOperation(unittest.TestCase):
    def test_every_operation_was_called_and_answered(self):
        there = operations_of_emu()
        self.assertGreaterEqual(len(there), 180, "the lines of operations.cc have another form")
        missing = sorted(there - support.answered)
        self.assertEqual(missing, [], "operations without a test with the AWS SDK for Python")
        print(f"\n{len(there)} operations were called and answered.")
