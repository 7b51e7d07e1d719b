"""What the server prints for clients, in a Python that knows nothing else."""

import sys
import unittest

import support
from emu_server import with_exports

KNOWS_ENDPOINT_URL = (1, 28)  # as the server says, too

SHOW_ENDPOINT = """
import boto3
print(boto3.client("sqs").meta.endpoint_url)
"""
GET_QUEUE = """
import boto3, os
sqs = boto3.client("sqs", endpoint_url=os.environ["AWS_ENDPOINT_URL"])
print(sqs.get_queue_url(QueueName="aram-queue")["QueueUrl"])
"""


class Environment(support.ClientTest):
    def run_python(self, program):
        done = with_exports(self.server.exports, sys.executable, "-c", program)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout.strip()

    def test_the_variable_is_known_from_the_version_on_that_the_server_names(self):
        version = tuple(int(part) for part in support.boto3.__version__.split(".")[:2])
        endpoint = self.run_python(SHOW_ENDPOINT)
        if version >= KNOWS_ENDPOINT_URL:
            self.assertEqual(endpoint, self.url)
        else:
            self.assertIn("amazonaws.com", endpoint)

    def test_with_the_url_every_version_finds_what_was_deployed(self):
        self.assertEqual(self.run_python(GET_QUEUE), f"{self.url}/000000000000/aram-queue")


if __name__ == "__main__":
    unittest.main()
