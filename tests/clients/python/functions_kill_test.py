#!/usr/bin/python3
"""Sandboxes that are killed from outside while they work, and a server that is.

    functions_kill_test.py [<kills>]
"""

import json
import os
import pathlib
import random
import signal
import sys
import tempfile
import threading
import time
import unittest

import support
from emu_server import EmuServer
from functions_test import zipped

PATIENCE = 240  # seconds of real time
KILLS = int(sys.argv[1]) if len(sys.argv) > 1 else 200
MESSAGES = 100

HANDLER = """
import time

def handler(event, context):
    for record in event.get("Records", []):
        print("took", record["body"])
    time.sleep(0.02)
    return event.get("number")
"""

# It leaves a child behind, which waits as well.
SLEEPER = """
import os, time

def handler(event, context):
    os.fork()
    print("asleep")
    time.sleep(600)
"""


def processes_with(text):
    """Whose command line holds the text."""
    found = []
    for folder in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            if text in (folder / "cmdline").read_text(errors="replace"):
                found.append(int(folder.name))
        except OSError:
            pass  # it has ended
    return found


def wait_until(holds):
    until = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > until:
            raise AssertionError("what is waited for did not come")
        time.sleep(0.02)


class Server(support.ClientTest):
    """With a folder of its own for all that it makes."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        os.environ["TMPDIR"] = self.folder.name
        self.addCleanup(os.environ.pop, "TMPDIR")
        self.running = EmuServer("--python", sys.executable, "--lambda-processes", "4")
        self.addCleanup(self.process.kill)  # when the test has failed
        support.use_server(self.running)
        super().setUp()
        self.lambda_ = self.client("lambda", config={"read_timeout": PATIENCE})
        trust = support.trust({"Service": "lambda.amazonaws.com"})
        iam = self.client("iam")
        self.role = iam.create_role(RoleName="r", AssumeRolePolicyDocument=trust)["Role"]["Arn"]
        iam.put_role_policy(
            RoleName="r", PolicyName="p", PolicyDocument=support.policy(["logs:*", "sqs:*"])
        )

    def create(self, name, text):
        self.lambda_.create_function(
            FunctionName=name, Runtime="python3.12", Role=self.role, Handler="app.handler",
            Code={"ZipFile": zipped(app__py=text)}, Timeout=10, MemorySize=256,
        )

    def sandboxes(self):
        return processes_with(self.folder.name + "/emu-functions-")

    @property
    def process(self):
        return self.running._process

    def descriptors(self):
        return len(list(pathlib.Path(f"/proc/{self.process.pid}/fd").iterdir()))


class Killed(Server):
    def test_sandboxes_under_load(self):
        self.create("direct", HANDLER)
        self.create("queued", HANDLER)
        sqs = self.client("sqs")
        queue = sqs.create_queue(QueueName="q", Attributes={"VisibilityTimeout": "10"})["QueueUrl"]
        arn = f"arn:aws:sqs:{support.REGION}:{self.account}:q"
        mapping = self.lambda_.create_event_source_mapping(
            FunctionName="queued", EventSourceArn=arn, BatchSize=1
        )["UUID"]
        is_over = threading.Event()
        answers = {"right": 0, "killed": 0}
        wrong = []

        def invoke_on_and_on(first):
            client = self.client("lambda", config={"read_timeout": PATIENCE})
            number = first
            while not is_over.is_set():
                number += 1
                answer = client.invoke(
                    FunctionName="direct", Payload=json.dumps({"number": number})
                )
                told = json.load(answer["Payload"])
                if "FunctionError" not in answer and told == number:
                    answers["right"] += 1
                elif "signal: killed" in str(told):
                    answers["killed"] += 1
                else:
                    wrong.append(told)

        threads = [
            threading.Thread(target=invoke_on_and_on, args=(first,)) for first in (0, 10**6)
        ]
        for thread in threads:
            thread.start()
        for number in range(MESSAGES):
            sqs.send_message(QueueUrl=queue, MessageBody=f"message {number}.")
        chance = random.Random(7)
        for _ in range(KILLS):
            victims = []
            wait_until(lambda: victims.extend(self.sandboxes()) or victims)
            try:
                os.kill(chance.choice(victims), signal.SIGKILL)
            except ProcessLookupError:
                pass
            time.sleep(chance.random() * 0.2)
        is_over.set()
        for thread in threads:
            thread.join(PATIENCE)
        self.assertEqual(wrong, [])
        self.assertGreater(answers["right"], 0)

        # What was cut off comes again when its visibility timeout has passed.
        wait_until(lambda: not any(self.running.control("queues/peek", queue=queue)["messages"]))
        pages = self.client("logs").get_paginator("filter_log_events").paginate(
            logGroupName="/aws/lambda/queued", filterPattern="took"
        )
        taken = "".join(event["message"] for page in pages for event in page["events"])
        self.assertEqual([n for n in range(MESSAGES) if f"message {n}." not in taken], [])

        self.lambda_.delete_event_source_mapping(UUID=mapping)
        for name in ("direct", "queued"):
            self.lambda_.delete_function(FunctionName=name)
        wait_until(lambda: not self.sandboxes())
        print(f"{KILLS} kills: {answers}, {self.descriptors()} descriptors", file=sys.stderr)
        # Those of the connections, of the pool's threads and of the server itself.
        wait_until(lambda: self.descriptors() < 60)
        wait_until(lambda: not list(pathlib.Path(self.folder.name).glob("emu-functions-*/tmp-*")))
        self.running.stop()
        self.assertEqual(os.listdir(self.folder.name), [])

    def test_the_server(self):
        self.create("sleeper", SLEEPER)
        self.lambda_.invoke(FunctionName="sleeper", InvocationType="Event")
        wait_until(lambda: len(self.sandboxes()) >= 2)
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()
        wait_until(lambda: not self.sandboxes())
        wait_until(lambda: not os.listdir(self.folder.name))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
