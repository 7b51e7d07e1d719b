"""SQS, in the Query protocol that this SDK speaks to it."""

import hashlib
import json
import threading
import unittest

import support

NON_EXISTENT = "AWS.SimpleQueueService.NonExistentQueue"
ODD_TEXT = "seat \"12A\" & <b>'x'</b> 100% a+b=c\ttab\nline\r\nÄ 버스 🚌 %2B;"


def md5(text):
    return hashlib.md5(text.encode()).hexdigest()


class SqsTest(support.ClientTest):
    def setUp(self):
        super().setUp()
        self.sqs = self.client("sqs")

    def create(self, name, **attributes):
        return self.sqs.create_queue(QueueName=name, Attributes=attributes)["QueueUrl"]

    def attributes(self, queue, *names):
        return self.sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=names or ["All"])[
            "Attributes"
        ]

    def arn(self, queue):
        return self.attributes(queue, "QueueArn")["QueueArn"]

    def send(self, queue, *bodies):
        return [
            self.sqs.send_message(QueueUrl=queue, MessageBody=body)["MessageId"] for body in bodies
        ]

    def receive(self, queue, **more):
        return self.sqs.receive_message(QueueUrl=queue, **more).get("Messages", [])


class Queues(SqsTest):
    def test_a_queue_is_created_found_changed_and_deleted(self):
        queue = self.create("orders", VisibilityTimeout="36", DelaySeconds="1")
        self.assertEqual(queue, f"{self.url}/{self.account}/orders")
        self.assertEqual(self.sqs.get_queue_url(QueueName="orders")["QueueUrl"], queue)
        attributes = self.attributes(queue)
        self.assertEqual(attributes["QueueArn"], f"arn:aws:sqs:eu-west-1:{self.account}:orders")
        self.assertEqual(attributes["VisibilityTimeout"], "36")
        self.assertEqual(attributes["MessageRetentionPeriod"], "345600")
        self.assertEqual(attributes["ApproximateNumberOfMessages"], "0")

        self.sqs.set_queue_attributes(
            QueueUrl=queue, Attributes={"VisibilityTimeout": "60", "DelaySeconds": "0"}
        )
        self.assertEqual(
            self.attributes(queue, "VisibilityTimeout", "DelaySeconds"),
            {"VisibilityTimeout": "60", "DelaySeconds": "0"},
        )

        self.sqs.delete_queue(QueueUrl=queue)
        with self.refused(NON_EXISTENT, 400, "The specified queue does not exist"):
            self.sqs.get_queue_url(QueueName="orders")
        with self.assertRaises(self.sqs.exceptions.QueueDoesNotExist):
            self.send(queue, "too late")
        with self.refused("AWS.SimpleQueueService.QueueDeletedRecently", 400, "60 seconds"):
            self.create("orders")
        self.advance("60s")
        self.create("orders")

    def test_creating_again_is_fine_if_nothing_differs(self):
        queue = self.create("orders", VisibilityTimeout="36")
        self.assertEqual(self.create("orders", VisibilityTimeout="36"), queue)
        with self.refused("QueueAlreadyExists", 400, "VisibilityTimeout"):
            self.create("orders", VisibilityTimeout="37")

    def test_wrong_names_and_attributes_are_refused(self):
        with self.refused("InvalidParameterValue", 400, "1 to 80 in length"):
            self.create("a queue")
        with self.refused("InvalidAttributeName", 400, "Unknown Attribute Colour"):
            self.create("orders", Colour="red")
        with self.refused("InvalidAttributeValue", 400, "VisibilityTimeout"):
            self.create("orders", VisibilityTimeout="43201")
        self.assertNotIn("QueueUrls", self.sqs.list_queues())

    def test_queues_are_listed_by_prefix_and_in_pages(self):
        queues = [self.create(f"orders-{number}") for number in range(5)]
        self.create("other")
        self.assertEqual(self.sqs.list_queues(QueueNamePrefix="orders-")["QueueUrls"], queues)
        pages = self.pages(self.sqs, "list_queues", 2, QueueNamePrefix="orders-")
        self.assertEqual([url for page in pages for url in page["QueueUrls"]], queues)

    def test_accounts_and_regions_do_not_see_each_other(self):
        queue = self.create("orders")
        stranger = support.make_client("sqs", support.fresh_account())
        with self.refused(NON_EXISTENT):
            stranger.get_queue_url(QueueName="orders")
        elsewhere = self.client("sqs", region="ap-northeast-2")
        with self.refused(NON_EXISTENT):
            elsewhere.get_queue_url(QueueName="orders")
        found = stranger.get_queue_url(QueueName="orders", QueueOwnerAWSAccountId=self.account)
        self.assertEqual(found["QueueUrl"], queue)

    def test_a_queue_is_known_by_its_url_on_aws_too(self):
        self.create("orders")
        url = f"https://sqs.eu-west-1.amazonaws.com/{self.account}/orders"
        self.send(url, "hello")
        self.assertEqual(self.receive(url)[0]["Body"], "hello")

    def test_tags(self):
        queue = self.sqs.create_queue(QueueName="orders", tags={"team": "red"})["QueueUrl"]
        self.sqs.tag_queue(QueueUrl=queue, Tags={"stage": "a & b", "empty": ""})
        self.assertEqual(
            self.sqs.list_queue_tags(QueueUrl=queue)["Tags"],
            {"team": "red", "stage": "a & b", "empty": ""},
        )
        self.sqs.untag_queue(QueueUrl=queue, TagKeys=["team", "empty", "unknown"])
        self.assertEqual(self.sqs.list_queue_tags(QueueUrl=queue)["Tags"], {"stage": "a & b"})

    def test_permissions_become_statements_of_the_policy(self):
        queue = self.create("orders")
        permission = {"QueueUrl": queue, "Label": "partner"}
        self.sqs.add_permission(
            **permission, AWSAccountIds=["111122223333"], Actions=["SendMessage"]
        )
        [statement] = json.loads(self.attributes(queue, "Policy")["Policy"])["Statement"]
        self.assertEqual(statement["Sid"], "partner")
        self.assertEqual(statement["Action"], "SQS:SendMessage")
        self.assertIn("111122223333", json.dumps(statement["Principal"]))
        with self.refused("InvalidParameterValue", 400, "Already exists"):
            self.sqs.add_permission(**permission, AWSAccountIds=["111122223333"], Actions=["*"])
        self.sqs.remove_permission(**permission)
        with self.refused("InvalidParameterValue", 400, "can't find label"):
            self.sqs.remove_permission(**permission)

    def test_a_purge_empties_a_queue_at_most_once_a_minute(self):
        queue = self.create("orders")
        self.send(queue, "a", "b")
        self.sqs.purge_queue(QueueUrl=queue)
        self.assertEqual(self.receive(queue), [])
        with self.refused("AWS.SimpleQueueService.PurgeQueueInProgress", 403):
            self.sqs.purge_queue(QueueUrl=queue)
        self.advance("60s")
        self.sqs.purge_queue(QueueUrl=queue)


class Messages(SqsTest):
    def test_a_message_arrives_as_it_was_sent(self):
        queue = self.create("orders")
        sent = self.sqs.send_message(
            QueueUrl=queue,
            MessageBody=ODD_TEXT,
            MessageAttributes={
                "Text": {"DataType": "String", "StringValue": ODD_TEXT},
                "Count": {"DataType": "Number.int", "StringValue": "12"},
                "Bytes": {"DataType": "Binary", "BinaryValue": b"\x00\xff+/="},
            },
            MessageSystemAttributes={
                "AWSTraceHeader": {"DataType": "String", "StringValue": "Root=1-5759e988-bd862e3"}
            },
        )
        self.assertEqual(sent["MD5OfMessageBody"], md5(ODD_TEXT))

        [message] = self.receive(queue, AttributeNames=["All"], MessageAttributeNames=["All"])
        self.assertEqual(message["MessageId"], sent["MessageId"])
        self.assertEqual(message["Body"], ODD_TEXT)
        self.assertEqual(message["MD5OfBody"], md5(ODD_TEXT))
        self.assertEqual(message["MD5OfMessageAttributes"], sent["MD5OfMessageAttributes"])
        attributes = message["MessageAttributes"]
        self.assertEqual(attributes["Text"]["StringValue"], ODD_TEXT)
        self.assertEqual(attributes["Count"], {"DataType": "Number.int", "StringValue": "12"})
        self.assertEqual(attributes["Bytes"]["BinaryValue"], b"\x00\xff+/=")
        self.assertEqual(message["Attributes"]["ApproximateReceiveCount"], "1")
        self.assertEqual(message["Attributes"]["AWSTraceHeader"], "Root=1-5759e988-bd862e3")
        self.assertRegex(message["Attributes"]["SentTimestamp"], r"^\d{13}$")

        handle = message["ReceiptHandle"]
        self.assertEqual(self.receive(queue), [])
        self.sqs.change_message_visibility(
            QueueUrl=queue, ReceiptHandle=handle, VisibilityTimeout=0
        )
        [again] = self.receive(queue, MessageAttributeNames=["Te.*"], AttributeNames=["SenderId"])
        self.assertEqual(list(again["MessageAttributes"]), ["Text"])
        self.assertEqual(list(again["Attributes"]), ["SenderId"])
        self.sqs.delete_message(QueueUrl=queue, ReceiptHandle=again["ReceiptHandle"])
        self.advance("1h")
        self.assertEqual(self.receive(queue), [])

    def test_a_message_comes_back_when_its_visibility_timeout_has_passed(self):
        queue = self.create("orders", VisibilityTimeout="36")
        self.send(queue, "slow")
        self.assertEqual(len(self.receive(queue)), 1)
        self.advance("35.999s")
        self.assertEqual(self.receive(queue), [])
        self.assertEqual(self.attributes(queue)["ApproximateNumberOfMessagesNotVisible"], "1")
        self.advance("1ms")
        [message] = self.receive(queue, AttributeNames=["ApproximateReceiveCount"])
        self.assertEqual(message["Attributes"], {"ApproximateReceiveCount": "2"})

    def test_a_delayed_message_appears_when_its_delay_has_passed(self):
        queue = self.create("orders")
        self.sqs.send_message(QueueUrl=queue, MessageBody="later", DelaySeconds=5)
        self.assertEqual(self.attributes(queue)["ApproximateNumberOfMessagesDelayed"], "1")
        self.assertEqual(self.receive(queue), [])
        self.advance("5s")
        self.assertEqual(self.receive(queue)[0]["Body"], "later")

    @unittest.skipIf(support.one_call_at_a_time(), "A message must be sent during the poll.")
    def test_a_long_poll_answers_when_a_message_comes_or_its_time_is_over(self):
        queue = self.create("orders")
        answers = []

        def poll():
            answers.append(self.receive(queue, WaitTimeSeconds=20))

        waiting = threading.Thread(target=poll)
        waiting.start()
        self.send(queue, "hello")
        waiting.join(timeout=30)
        [message] = answers.pop()
        self.assertEqual(message["Body"], "hello")
        self.sqs.delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])

        waiting = threading.Thread(target=poll)
        waiting.start()
        while waiting.is_alive():  # until time has moved by 20 s after its request arrived
            self.advance("20s")
            waiting.join(timeout=0.02)
        self.assertEqual(answers, [[]])

    def test_batches_tell_of_each_entry(self):
        queue = self.create("orders")
        sent = self.sqs.send_message_batch(
            QueueUrl=queue,
            Entries=[
                {"Id": "a", "MessageBody": "first"},
                {"Id": "b", "MessageBody": "second", "DelaySeconds": 901},
                {"Id": "c", "MessageBody": ODD_TEXT},
            ],
        )
        self.assertEqual([entry["Id"] for entry in sent["Successful"]], ["a", "c"])
        self.assertEqual(sent["Successful"][1]["MD5OfMessageBody"], md5(ODD_TEXT))
        [failed] = sent["Failed"]
        self.assertEqual(failed["Id"], "b")
        self.assertEqual(failed["Code"], "InvalidParameterValue")
        self.assertTrue(failed["SenderFault"])

        messages = self.receive(queue, MaxNumberOfMessages=10)
        self.assertEqual([message["Body"] for message in messages], ["first", ODD_TEXT])
        handles = [message["ReceiptHandle"] for message in messages]
        changed = self.sqs.change_message_visibility_batch(
            QueueUrl=queue,
            Entries=[
                {"Id": "x", "ReceiptHandle": handles[0], "VisibilityTimeout": 100},
                {"Id": "y", "ReceiptHandle": "nonsense", "VisibilityTimeout": 100},
            ],
        )
        self.assertEqual(changed["Successful"], [{"Id": "x"}])
        self.assertEqual(changed["Failed"][0]["Code"], "ReceiptHandleIsInvalid")
        deleted = self.sqs.delete_message_batch(
            QueueUrl=queue,
            Entries=[
                {"Id": str(number), "ReceiptHandle": handle}
                for number, handle in enumerate(handles)
            ],
        )
        self.assertEqual([entry["Id"] for entry in deleted["Successful"]], ["0", "1"])
        self.assertNotIn("Failed", deleted)

    def test_wrong_batches_are_refused_as_a_whole(self):
        queue = self.create("orders")
        prefix = "AWS.SimpleQueueService."
        cases = [
            ("EmptyBatchRequest", []),
            ("BatchEntryIdsNotDistinct", [("a", "x"), ("a", "y")]),
            ("InvalidBatchEntryId", [("a b", "x")]),
            ("TooManyEntriesInBatchRequest", [(str(number), "x") for number in range(11)]),
            ("BatchRequestTooLong", [(name, "x" * 600_000) for name in "ab"]),
        ]
        for code, entries in cases:
            with self.subTest(code), self.refused(prefix + code, 400):
                self.sqs.send_message_batch(
                    QueueUrl=queue,
                    Entries=[{"Id": name, "MessageBody": body} for name, body in entries],
                )
        self.assertEqual(self.peek(queue)["messages"], [])

    def test_wrong_messages_and_handles_are_refused(self):
        queue = self.create("orders")
        with self.refused("InvalidParameterValue", 400, "shorter than 1048576 bytes"):
            self.send(queue, "x" * 1_048_577)
        with self.refused("InvalidMessageContents", 400):
            self.send(queue, "\x00")
        with self.refused("MissingParameter", 400, "MessageBody"):
            self.send(queue, "")
        with self.refused("InvalidParameterValue", 400, "DelaySeconds must be >= 0 and <= 900"):
            self.sqs.send_message(QueueUrl=queue, MessageBody="x", DelaySeconds=901)
        with self.refused("InvalidParameterValue", 400, "MaxNumberOfMessages"):
            self.receive(queue, MaxNumberOfMessages=11)
        with self.refused("ReceiptHandleIsInvalid", says="nonsense"):
            self.sqs.delete_message(QueueUrl=queue, ReceiptHandle="nonsense")
        self.send(queue, "x")
        [message] = self.receive(queue)
        with self.refused("InvalidParameterValue", 400, "VisibilityTimeout"):
            self.sqs.change_message_visibility(
                QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"], VisibilityTimeout=43201
            )
        self.assertEqual(self.peek(queue)["depth"], {"visible": 0, "in_flight": 1, "delayed": 0})

    def test_a_message_of_one_mebibyte_passes(self):
        queue = self.create("orders")
        body = "%&+ä" * 209_715  # five bytes of UTF-8, eleven in a form
        self.send(queue, body)
        self.assertEqual(self.receive(queue)[0]["Body"], body)


class DeadLetters(SqsTest):
    def setUp(self):
        super().setUp()
        self.dead = self.create("dead")
        self.queue = self.create(
            "orders",
            VisibilityTimeout="36",
            RedrivePolicy=json.dumps(
                {"deadLetterTargetArn": self.arn(self.dead), "maxReceiveCount": "2"}
            ),
        )

    def let_die(self, *bodies):
        self.send(self.queue, *bodies)
        for _ in range(3):
            self.receive(self.queue, MaxNumberOfMessages=10)
            self.advance("36s")

    def moves(self):
        return self.sqs.list_message_move_tasks(SourceArn=self.arn(self.dead), MaxResults=10)[
            "Results"
        ]

    def test_a_message_that_is_never_deleted_ends_in_the_dead_letter_queue(self):
        self.let_die("bad")
        [message] = self.receive(self.dead, AttributeNames=["All"])
        self.assertEqual(message["Body"], "bad")
        self.assertEqual(
            message["Attributes"]["DeadLetterQueueSourceArn"], self.arn(self.queue)
        )
        self.assertEqual(self.peek(self.queue)["messages"], [])

    def test_the_sources_of_a_dead_letter_queue_are_listed(self):
        more = self.create("more", RedrivePolicy=self.attributes(self.queue)["RedrivePolicy"])
        pages = self.pages(self.sqs, "list_dead_letter_source_queues", 1, QueueUrl=self.dead)
        self.assertEqual([page["queueUrls"] for page in pages], [[more], [self.queue]])

    def test_a_redrive_policy_must_name_a_queue(self):
        for value, says in [
            ("{", "not a valid JSON map"),
            ('{"maxReceiveCount":"3"}', "deadLetterTargetArn"),
            (
                json.dumps({"deadLetterTargetArn": self.arn(self.dead) + "x", "maxReceiveCount": 3}),
                "does not exist",
            ),
        ]:
            with self.subTest(value), self.refused("InvalidParameterValue", 400, says):
                self.sqs.set_queue_attributes(
                    QueueUrl=self.queue, Attributes={"RedrivePolicy": value}
                )

    def test_dead_messages_are_moved_home(self):
        self.let_die("a", "b", "c")
        self.assertEqual(self.peek(self.dead)["depth"]["visible"], 3)
        task = self.sqs.start_message_move_task(
            SourceArn=self.arn(self.dead), MaxNumberOfMessagesPerSecond=1
        )["TaskHandle"]
        self.assertEqual(self.moves()[0]["Status"], "RUNNING")
        self.assertEqual(self.moves()[0]["ApproximateNumberOfMessagesToMove"], 3)
        with self.refused("InvalidParameterValue", 400, "already a task"):
            self.sqs.start_message_move_task(SourceArn=self.arn(self.dead))
        self.advance("1s")
        cancelled = self.sqs.cancel_message_move_task(TaskHandle=task)
        self.assertEqual(cancelled["ApproximateNumberOfMessagesMoved"], 1)
        self.assertEqual(self.moves()[0]["Status"], "CANCELLED")
        self.sqs.start_message_move_task(SourceArn=self.arn(self.dead))
        self.advance("10s")
        self.assertEqual(self.moves()[0]["Status"], "COMPLETED")
        self.assertEqual(
            sorted(message["body"] for message in self.peek(self.queue)["messages"]),
            ["a", "b", "c"],
        )
        with self.refused("ResourceNotFoundException"):
            self.sqs.cancel_message_move_task(TaskHandle=task)


class FifoQueues(SqsTest):
    def setUp(self):
        super().setUp()
        self.queue = self.create("seats.fifo", FifoQueue="true")

    def send_in(self, group, *bodies):
        for body in bodies:
            self.sqs.send_message(
                QueueUrl=self.queue,
                MessageBody=body,
                MessageGroupId=group,
                MessageDeduplicationId=body,
            )

    def bodies(self, messages):
        return [message["Body"] for message in messages]

    def test_groups_keep_their_order(self):
        self.assertEqual(self.attributes(self.queue)["FifoQueue"], "true")
        self.send_in("a", "a1", "a2")
        self.send_in("b", "b1")
        self.send_in("a", "a3")
        first = self.receive(self.queue, MaxNumberOfMessages=2, AttributeNames=["All"])
        self.assertEqual(self.bodies(first), ["a1", "a2"])
        attributes = first[0]["Attributes"]
        self.assertEqual(attributes["MessageGroupId"], "a")
        self.assertEqual(attributes["MessageDeduplicationId"], "a1")
        self.assertRegex(attributes["SequenceNumber"], r"^\d{20}$")
        self.assertEqual(self.bodies(self.receive(self.queue, MaxNumberOfMessages=10)), ["b1"])
        for message in first:
            self.sqs.delete_message(
                QueueUrl=self.queue, ReceiptHandle=message["ReceiptHandle"]
            )
        self.assertEqual(self.bodies(self.receive(self.queue, MaxNumberOfMessages=10)), ["a3"])

    def test_a_message_is_sent_once_in_five_minutes(self):
        self.sqs.set_queue_attributes(
            QueueUrl=self.queue, Attributes={"ContentBasedDeduplication": "true"}
        )
        entry = {"MessageBody": "12A", "MessageGroupId": "a"}
        first = self.sqs.send_message(QueueUrl=self.queue, **entry)
        batch = self.sqs.send_message_batch(QueueUrl=self.queue, Entries=[{"Id": "1", **entry}])
        self.assertEqual(batch["Successful"][0]["MessageId"], first["MessageId"])
        self.assertEqual(batch["Successful"][0]["SequenceNumber"], first["SequenceNumber"])
        self.advance("5min")
        again = self.sqs.send_message(QueueUrl=self.queue, **entry)
        self.assertNotEqual(again["MessageId"], first["MessageId"])

    def test_a_receive_can_be_tried_again(self):
        self.send_in("a", "a1")
        first = self.receive(self.queue, ReceiveRequestAttemptId="try")
        again = self.receive(self.queue, ReceiveRequestAttemptId="try")
        self.assertEqual(first[0]["ReceiptHandle"], again[0]["ReceiptHandle"])
        self.advance("30s")
        with self.refused("InvalidParameterValue", 400, "The receipt handle has expired."):
            self.sqs.delete_message(
                QueueUrl=self.queue, ReceiptHandle=first[0]["ReceiptHandle"]
            )

    def test_what_a_fifo_queue_needs(self):
        with self.refused("MissingParameter", 400, "the parameter MessageGroupId"):
            self.send(self.queue, "no group")
        with self.refused("InvalidParameterValue", 400, "ContentBasedDeduplication enabled"):
            self.sqs.send_message(QueueUrl=self.queue, MessageBody="no id", MessageGroupId="a")
        with self.refused("InvalidParameterValue", 400, "must end with .fifo suffix"):
            self.create("seats", FifoQueue="true")
        with self.refused("InvalidParameterValue", 400, "Dead-letter queue must be same type"):
            self.create(
                "orders",
                RedrivePolicy=json.dumps(
                    {"deadLetterTargetArn": self.arn(self.queue), "maxReceiveCount": 1}
                ),
            )


class Effects(SqsTest):
    def rule(self, **rule):
        support.http("POST", f"{self.url}/_emu/faults", json.dumps(rule).encode())
        self.addCleanup(support.http, "DELETE", f"{self.url}/_emu/faults")

    def test_a_queue_delivers_twice_where_a_rule_says_so(self):
        queue = self.create("orders")
        self.send(queue, "12A")
        self.rule(resource="orders", effect="duplicate", calls=1)
        self.assertEqual(len(self.receive(queue)), 1)
        self.assertEqual(len(self.receive(queue)), 1)
        self.assertEqual(len(self.receive(queue)), 0)

    def test_a_short_poll_misses_messages_where_a_rule_says_so(self):
        queue = self.create("orders")
        self.send(queue, "12A")
        self.rule(operation="ReceiveMessage", effect="miss", calls=1)
        self.assertEqual(self.receive(queue), [])
        self.assertEqual(len(self.receive(queue)), 1)
