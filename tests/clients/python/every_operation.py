"""Nothing is added to emu without being called by a client: run after all other tests."""

import json
import subprocess
import unittest

import emu_server
import support


def operations_of_emu():
    """What the program itself lists, under the names that boto3 has for the services."""
    listed = subprocess.run(
        [emu_server.program(), "operations", "--json"], check=True, capture_output=True, text=True
    )
    return {
        (service["cli_name"], operation["name"])
        for service in json.loads(listed.stdout)["services"]
        for operation in service["operations"]
    }


class EveryOperation(unittest.TestCase):
    def test_every_operation_was_called_and_answered(self):
        there = operations_of_emu()
        self.assertGreater(len(there), 100)
        missing = sorted(there - support.answered)
        self.assertEqual(missing, [], "operations without a test with the AWS SDK for Python")
        print(f"\n{len(there)} operations were called and answered.")
