#!/usr/bin/python3
"""SDKs in functions reach home without configuration, as the function's role.

    functions_sdk_test.py <node_modules with @aws-sdk/client-sqs> <node_modules with aws-sdk>
"""

import json
import sys
import unittest

import support
from emu_server import EmuServer
from functions_test import PATIENCE, zipped

# One call that the role allows, and one that it does not.
PYTHON = """
import os, boto3

def handler(event, context):
    sqs = boto3.client("sqs")
    sqs.send_message(QueueUrl=os.environ["QUEUE"], MessageBody="from boto3")
    try:
        sqs.purge_queue(QueueUrl=os.environ["QUEUE"])
    except sqs.exceptions.ClientError as error:
        return error.response["Error"]["Code"]
"""

MODULE = """
import { SQS } from "@aws-sdk/client-sqs";
const sqs = new SQS({});
export const handler = async () => {
  const QueueUrl = process.env.QUEUE;
  await sqs.sendMessage({ QueueUrl, MessageBody: "from @aws-sdk" });
  return sqs.purgeQueue({ QueueUrl }).catch((error) => error.name);
};
"""

COMMON = MODULE.replace(
    'import { SQS } from "@aws-sdk/client-sqs"', 'const { SQS } = require("@aws-sdk/client-sqs")'
).replace("export const handler", "exports.handler")

VERSION_2 = """
const AWS = require("aws-sdk");
const sqs = new AWS.SQS();
exports.handler = async () => {
  const QueueUrl = process.env.QUEUE;
  await sqs.sendMessage({ QueueUrl, MessageBody: "from aws-sdk" }).promise();
  return sqs.purgeQueue({ QueueUrl }).promise().catch((error) => error.code);
};
"""


class Sdks(support.ClientTest):
    def run_handler(self, runtime, files, said):
        sqs = self.client("sqs")
        iam = self.client("iam")
        functions = self.client("lambda", config={"read_timeout": PATIENCE})
        queue = sqs.create_queue(QueueName="q")["QueueUrl"]
        trust = support.trust({"Service": "lambda.amazonaws.com"})
        role = iam.create_role(RoleName="runner", AssumeRolePolicyDocument=trust)["Role"]["Arn"]
        iam.put_role_policy(
            RoleName="runner", PolicyName="p",
            PolicyDocument=support.policy(["logs:*", "sqs:SendMessage"]),
        )
        functions.create_function(
            FunctionName="f", Runtime=runtime, Role=role, Handler="app.handler",
            Code={"ZipFile": zipped(**files)}, Timeout=100, MemorySize=512,
            Environment={"Variables": {"QUEUE": queue}},
        )
        answer = functions.invoke(FunctionName="f")
        told = json.load(answer["Payload"])
        self.assertNotIn("FunctionError", answer, told)
        self.assertIn("AccessDenied", told)
        messages = sqs.receive_message(QueueUrl=queue)["Messages"]
        self.assertEqual([message["Body"] for message in messages], [said])

    def test_boto3(self):
        self.run_handler("python3.12", {"app__py": PYTHON}, "from boto3")

    def test_the_sdk_v3_in_an_es_module(self):
        self.run_handler("nodejs20.x", {"app__mjs": MODULE}, "from @aws-sdk")

    def test_the_sdk_v3_in_a_common_module(self):
        self.run_handler("nodejs20.x", {"app__js": COMMON}, "from @aws-sdk")

    def test_the_sdk_v2(self):
        self.run_handler("nodejs16.x", {"app__js": VERSION_2}, "from aws-sdk")


if __name__ == "__main__":
    folders = [part for folder in sys.argv[1:] for part in ("--node-modules", folder)]
    with EmuServer("--python", sys.executable, *folders) as server:
        support.use_server(server)
        result = unittest.main(argv=sys.argv[:1], exit=False).result
    sys.exit(not result.wasSuccessful())
