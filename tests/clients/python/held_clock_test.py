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


class Alarm(support.ClientTest):
    def test_a_dead_letter_comes_to_a_mail(self):
        """From a failed message by an alarm and a topic to a mail, in virtual time."""
        sqs, sns, cloudwatch = (self.client(name) for name in ("sqs", "sns", "cloudwatch"))
        topic = sns.create_topic(Name="ops")["TopicArn"]
        sns.subscribe(TopicArn=topic, Protocol="email", Endpoint="ops@example.com")
        [asked] = self.mails()
        sns.confirm_subscription(TopicArn=topic, Token=asked["token"])
        dead = sqs.create_queue(QueueName="dead")["QueueUrl"]
        cloudwatch.put_metric_alarm(
            AlarmName="dead orders",
            Namespace="AWS/SQS",
            MetricName="ApproximateNumberOfMessagesVisible",
            Dimensions=[{"Name": "QueueName", "Value": "dead"}],
            Statistic="Maximum",
            Period=60,
            EvaluationPeriods=1,
            Threshold=0,
            ComparisonOperator="GreaterThanThreshold",
            AlarmActions=[topic],
        )
        self.advance("24h")
        sqs.send_message(QueueUrl=dead, MessageBody="broken")
        self.assertEqual(len(self.mails()), 1)
        self.advance("61s")
        told = self.mails()[1:]
        self.assertEqual(len(told), 1)
        self.assertEqual(told[0]["to"], "ops@example.com")
        self.assertTrue(told[0]["subject"].startswith('ALARM: "dead orders" in '))
        self.assertEqual(json.loads(told[0]["body"].split("\n\n--")[0])["NewStateValue"], "ALARM")

    def mails(self):
        return self.server.control("outbox", account=self.account)["messages"]


if __name__ == "__main__":
    with EmuServer("--clock", "held") as running:
        support.use_server(running)
        outcome = unittest.main(verbosity=2, exit=False).result
    sys.exit(0 if outcome.wasSuccessful() else 1)
