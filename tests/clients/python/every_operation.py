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
    def __init__(self, name="test_every_operation_was_called_and_answered", services=None):
        """Of these services, or of all."""
        super().__init__(name)
        self.services = services

    def test_every_operation_was_called_and_answered(self):
        there = operations_of_emu()
        self.assertGreater(len(there), 100)
        if self.services:
            there = {(service, name) for service, name in there if service in self.services}
            self.assertEqual({service for service, _ in there}, set(self.services))
        missing = sorted(there - support.answered)
        self.assertEqual(missing, [], "operations that no test of this client calls")
        print(f"\n{len(there)} operations were called and answered.")
