#!/usr/bin/python3
"""Functions as processes: Python and Node.js, uploaded with the SDK and run in real time."""

import io
import json
import shutil
import sys
import time
import unittest
import zipfile

import support
from emu_server import EmuServer

# Debian's boto3 knows no AWS_ENDPOINT_URL.
PYTHON = """
import json, os, boto3
from botocore.exceptions import ClientError

def handler(event, context):
    if "Records" in event:
        out = boto3.client("sqs")
        for record in event["Records"]:
            print("took", record["body"])
            out.send_message(QueueUrl=os.environ["OUT"], MessageBody=record["body"].upper())
        return None
    try:
        boto3.client("sqs").purge_queue(QueueUrl=os.environ["OUT"])
    except ClientError as error:
        return error.response["Error"]["Code"]
"""

NODE = """
exports.handler = async (event) => {
  console.log("asked by", event.who);
  if (event.fail) throw new RangeError("no such seat");
  return { key: process.env.AWS_ACCESS_KEY_ID.slice(0, 4), home: process.env.AWS_ENDPOINT_URL };
};
"""

PATIENCE = 120  # seconds of real time; what is waited for comes within one or two


def zipped(**files):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "."), text)
    return data.getvalue()


class Functions(support.ClientTest):
    def setUp(self):
        super().setUp()
        self.lambda_ = self.client("lambda", config={"read_timeout": PATIENCE})
        self.iam = self.client("iam")
        self.sqs = self.client("sqs")
        self.logs = self.client("logs")

    def create_role(self, *actions):
        trust = support.trust({"Service": "lambda.amazonaws.com"})
        role = self.iam.create_role(RoleName="runner", AssumeRolePolicyDocument=trust)
        self.iam.put_role_policy(
            RoleName="runner", PolicyName="p", PolicyDocument=support.policy(list(actions))
        )
        return role["Role"]["Arn"]

    def invoke(self, name, event):
        answer = self.lambda_.invoke(FunctionName=name, Payload=json.dumps(event))
        return answer.get("FunctionError"), json.load(answer["Payload"])

    def test_python_works_off_a_queue_as_its_role(self):
        role = self.create_role("logs:*", "sqs:SendMessage", "sqs:ReceiveMessage",
                                "sqs:DeleteMessage", "sqs:GetQueueAttributes")
        come = self.sqs.create_queue(
            QueueName="come", Attributes={"VisibilityTimeout": "120"}
        )["QueueUrl"]
        gone = self.sqs.create_queue(QueueName="gone")["QueueUrl"]
        self.lambda_.create_function(
            FunctionName="worker", Runtime="python3.12", Role=role, Handler="app.handler",
            Code={"ZipFile": zipped(app__py=PYTHON)}, Timeout=100, MemorySize=512,
            Environment={"Variables": {"OUT": gone}},
        )
        self.lambda_.create_event_source_mapping(
            FunctionName="worker",
            EventSourceArn=f"arn:aws:sqs:{support.REGION}:{self.account}:come",
        )
        self.sqs.send_message(QueueUrl=come, MessageBody="seat")
        until = time.monotonic() + PATIENCE
        received = []
        while not received and time.monotonic() < until:
            received = self.sqs.receive_message(QueueUrl=gone, WaitTimeSeconds=20).get(
                "Messages", []
            )
        self.assertEqual([message["Body"] for message in received], ["SEAT"])
        # What the role may not do, the function may not do.
        self.assertEqual(self.invoke("worker", {}), (None, "AccessDenied"))

    def test_node_answers_fails_and_logs(self):
        if shutil.which("node") is None:
            self.skipTest("there is no node here")
        self.lambda_.create_function(
            FunctionName="hello", Runtime="nodejs20.x", Role=self.create_role("logs:*"),
            Handler="index.handler", Code={"ZipFile": zipped(index__js=NODE)}, Timeout=100,
            MemorySize=512,
        )
        self.assertEqual(
            self.invoke("hello", {"who": "me"}),
            (None, {"key": "ASIA", "home": self.server.url}),
        )
        error, told = self.invoke("hello", {"who": "you", "fail": True})
        self.assertEqual((error, told["errorType"], told["errorMessage"]),
                         ("Unhandled", "RangeError", "no such seat"))
        self.assertEqual(told["trace"][0], "RangeError: no such seat")
        events = self.logs.filter_log_events(logGroupName="/aws/lambda/hello")["events"]
        lines = "".join(event["message"] for event in events)
        for part in ("INIT_START Runtime Version: nodejs20.x", "\tINFO\tasked by me",
                     "START RequestId: ", "END RequestId: ", "REPORT RequestId: ",
                     "Init Duration: ", "\tERROR\tInvoke Error \t"):
            self.assertIn(part, lines)


if __name__ == "__main__":
    with EmuServer("--python", sys.executable) as server:
        support.use_server(server)
        result = unittest.main(exit=False).result
    sys.exit(not result.wasSuccessful())
