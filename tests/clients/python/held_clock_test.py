#!/usr/bin/python3
"""With the clock held, three visibility timeouts of 36 s take no time: a message that nobody
deletes is received three times and then lies in the dead-letter queue."""

import datetime
import json
import sys
import time
import unittest

import support
from emu_server import EmuServer

VISIBILITY = datetime.timedelta(seconds=36)


class HeldClock(support.ClientTest):
    def now(self):
        text = self.server.control("clock")["now"]
        return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))

    def setUp(self):
        super().setUp()
        self.sqs = self.client("sqs")
        self.dead = self.sqs.create_queue(QueueName="dead")["QueueUrl"]
        dead_arn = f"arn:aws:sqs:{support.REGION}:{self.account}:dead"
        self.queue = self.sqs.create_queue(
            QueueName="orders",
            Attributes={
                "VisibilityTimeout": "36",
                "RedrivePolicy": json.dumps(
                    {"deadLetterTargetArn": dead_arn, "maxReceiveCount": 3}
                ),
            },
        )["QueueUrl"]

    def receive(self, queue):
        return self.sqs.receive_message(
            QueueUrl=queue, AttributeNames=["All"], MaxNumberOfMessages=10
        ).get("Messages", [])

    def test_a_message_walks_into_the_dead_letter_queue(self):
        began = time.perf_counter()
        start = self.now()
        sent = self.sqs.send_message(QueueUrl=self.queue, MessageBody="slow")["MessageId"]
        for attempt in (1, 2, 3):
            [message] = self.receive(self.queue)
            self.assertEqual(message["MessageId"], sent)
            self.assertEqual(message["Attributes"]["ApproximateReceiveCount"], str(attempt))
            self.assertEqual(self.now(), start + (attempt - 1) * VISIBILITY)
            [hidden] = self.peek(self.queue)["messages"]
            self.assertEqual(hidden["state"], "in_flight")
            self.assertEqual(
                datetime.datetime.fromisoformat(hidden["visible_at"].replace("Z", "+00:00")),
                start + attempt * VISIBILITY,
            )
            self.assertEqual(self.receive(self.queue), [])
            self.advance("36s")
        # A fourth receive comes upon it, and moves it.
        self.assertEqual(self.receive(self.queue), [])
        [dead] = self.receive(self.dead)
        took = time.perf_counter() - began

        self.assertEqual(dead["MessageId"], sent)
        self.assertEqual(dead["Body"], "slow")
        self.assertEqual(self.now(), start + 3 * VISIBILITY)
        self.assertEqual(dead["Attributes"]["SentTimestamp"], str(round(start.timestamp() * 1000)))
        self.assertEqual(self.peek(self.queue)["messages"], [])
        print(f"\n{self.now() - start} of virtual time in {took * 1000:.0f} ms.")


if __name__ == "__main__":
    with EmuServer("--clock", "held") as running:
        support.use_server(running)
        outcome = unittest.main(verbosity=2, exit=False).result
    sys.exit(0 if outcome.wasSuccessful() else 1)
