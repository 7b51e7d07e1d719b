#!/usr/bin/python3
"""The AWS CLI against a server with the bus deployed: its commands, and what it prints.

A command takes a second to start, so two of the stories run at a time.
"""

import concurrent.futures
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
import unittest
import urllib.request
import zipfile

from emu_server import BUS_SCENARIO, EmuServer, program, skip_without, with_exports

# The first that is there; it may have come from somewhere else than the system's packages.
CANDIDATES = [os.environ.get("EMU_AWS_CLI"), "/usr/bin/aws", shutil.which("aws")]
INSTALLED = list(dict.fromkeys(path for path in CANDIDATES if path and os.path.exists(path)))
AWS = INSTALLED[0] if INSTALLED else None
BUS_ACCOUNT = "000000000000"
BUS_REGION = "ap-northeast-2"
SERVICE_ERROR = 254  # the CLI's exit status for an error that the service answered


class Cli:
    """The CLI as one account uses it, in a folder of its own."""

    def __init__(self, server, folder, account, region="eu-west-1", aws=AWS):
        self.aws = aws
        self.url = server.url
        self.exports = server.exports
        self.account = account
        self.folder = pathlib.Path(folder)
        self.commands = 0
        self._environment = {
            **os.environ,
            "AWS_ACCESS_KEY_ID": account,
            "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_DEFAULT_REGION": region,
            "AWS_PAGER": "",
            "LC_ALL": "C.UTF-8",
        }

    def run(self, *arguments):
        self.commands += 1
        return subprocess.run(
            [self.aws, "--endpoint-url", self.url, *arguments],
            env=self._environment,
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
        )

    def text(self, *arguments):
        """What a command prints that must succeed."""
        done = self.run(*arguments)
        if done.returncode != 0:
            raise AssertionError(
                f"aws {' '.join(arguments)} ended with {done.returncode}\n{done.stdout}{done.stderr}"
            )
        return done.stdout

    def json(self, *arguments):
        return json.loads(self.text(*arguments, "--output", "json"))

    def refused(self, *arguments):
        """What a command prints that the service must refuse."""
        done = self.run(*arguments)
        check.assertEqual(done.returncode, SERVICE_ERROR, done.stdout + done.stderr)
        check.assertEqual(done.stdout, "")
        return done.stderr.strip()

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        let_be_older(path)
        return name


check = unittest.TestCase()


def let_be_older(path):
    """S3 tells whole seconds: a file of the second of its upload counts as newer than its object."""
    before = time.time() - 3600
    os.utime(path, (before, before))


def get(url, host=None):
    request = urllib.request.Request(url, headers={"Host": host} if host else {})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return answer.read().decode()


def s3_story(cli):
    bucket = f"photos-{cli.account}"
    cli.text("s3", "mb", f"s3://{bucket}")
    cli.write("note.txt", "hello")
    copied = cli.text("s3", "cp", "note.txt", f"s3://{bucket}/notes/a b+c ü.txt", "--no-progress")
    check.assertIn("upload: ./note.txt to s3://", copied)
    check.assertEqual(cli.text("s3", "cp", f"s3://{bucket}/notes/a b+c ü.txt", "-"), "hello")
    check.assertRegex(cli.text("s3", "ls", f"s3://{bucket}"), r"^ +PRE notes/\n$")
    listed = cli.text("s3", "ls", f"s3://{bucket}/notes/", "--summarize")
    check.assertRegex(listed, r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d +5 a b\+c ü\.txt\n")
    check.assertIn("Total Objects: 1", listed)
    link = cli.text("s3", "presign", f"s3://{bucket}/notes/a b+c ü.txt").strip()
    check.assertEqual(get(link), "hello")
    check.assertEqual(
        cli.refused("s3api", "get-object", "--bucket", bucket, "--key", "none", "out"),
        "An error occurred (NoSuchKey) when calling the GetObject operation: "
        "The specified key does not exist.",
    )


def website_story(cli):
    bucket = f"page-{cli.account}"
    cli.text("s3", "mb", f"s3://{bucket}")
    cli.write("page/index.html", "<p>index</p>")
    cli.write("page/style.css", "p {}")
    synced = cli.text("s3", "sync", "page", f"s3://{bucket}", "--no-progress")
    check.assertEqual(len(synced.splitlines()), 2, synced)
    (cli.folder / "page" / "style.css").unlink()
    synced = cli.text("s3", "sync", "page", f"s3://{bucket}", "--delete", "--no-progress")
    check.assertEqual(synced, f"delete: s3://{bucket}/style.css\n")
    cli.text("s3", "website", f"s3://{bucket}", "--index-document", "index.html")
    cli.text("s3api", "delete-public-access-block", "--bucket", bucket)
    statement = {
        "Effect": "Allow",
        "Principal": "*",
        "Action": "s3:GetObject",
        "Resource": f"arn:aws:s3:::{bucket}/*",
    }
    policy = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
    cli.text("s3api", "put-bucket-policy", "--bucket", bucket, "--policy", policy)
    host = f"{bucket}.s3-website-eu-west-1.amazonaws.com"
    check.assertEqual(get(f"{cli.url}/", host), "<p>index</p>")
    removed = cli.text("s3", "rb", f"s3://{bucket}", "--force")
    check.assertIn(f"remove_bucket: {bucket}", removed)


def sqs_story(cli):
    queue = cli.json("sqs", "create-queue", "--queue-name", "orders")["QueueUrl"]
    check.assertEqual(queue, f"{cli.url}/{cli.account}/orders")
    attributes = '{"passenger":{"DataType":"String","StringValue":"Ann & Bob"}}'
    sent = cli.json(
        *("sqs", "send-message", "--queue-url", queue, "--message-body", "seat 12A ü"),
        *("--message-attributes", attributes),
    )
    received = cli.json(
        *("sqs", "receive-message", "--queue-url", queue, "--attribute-names", "All"),
        *("--message-attribute-names", "All"),
    )
    [message] = received["Messages"]
    check.assertEqual(message["MessageId"], sent["MessageId"])
    check.assertEqual(message["Body"], "seat 12A ü")
    check.assertEqual(message["MessageAttributes"]["passenger"]["StringValue"], "Ann & Bob")
    handle = message["ReceiptHandle"]
    cli.text("sqs", "delete-message", "--queue-url", queue, "--receipt-handle", handle)
    left = cli.text(
        *("sqs", "get-queue-attributes", "--queue-url", queue, "--attribute-names", "All"),
        *("--query", "Attributes.ApproximateNumberOfMessagesNotVisible", "--output", "text"),
    )
    check.assertEqual(left, "0\n")
    check.assertRegex(
        cli.refused("sqs", "get-queue-url", "--queue-name", "none"),
        r"^An error occurred \(AWS\.SimpleQueueService\.NonExistentQueue\) when calling the "
        r"GetQueueUrl operation: The specified queue does not exist",
    )
    fifo = cli.json(
        *("sqs", "create-queue", "--queue-name", "seats.fifo"),
        *("--attributes", "FifoQueue=true,ContentBasedDeduplication=true"),
    )["QueueUrl"]
    send = ("sqs", "send-message", "--queue-url", fifo, "--message-group-id", "a")
    first = cli.json(*send, "--message-body", "12A")
    again = cli.json(*send, "--message-body", "12A")
    check.assertEqual(first["SequenceNumber"], again["SequenceNumber"])


def dynamodb_story(cli):
    cli.json(
        *("dynamodb", "create-table", "--table-name", "stats"),
        *("--attribute-definitions", "AttributeName=id,AttributeType=S"),
        *("--key-schema", "AttributeName=id,KeyType=HASH"),
        *("--billing-mode", "PAY_PER_REQUEST"),
    )
    cli.text("dynamodb", "wait", "table-exists", "--table-name", "stats")
    updated = cli.json(
        *("dynamodb", "update-item", "--table-name", "stats", "--key", '{"id":{"S":"total"}}'),
        *("--update-expression", "ADD requests :one"),
        *("--expression-attribute-values", '{":one":{"N":"1"}}'),
        *("--return-values", "ALL_NEW"),
    )
    check.assertEqual(updated["Attributes"], {"id": {"S": "total"}, "requests": {"N": "1"}})
    found = cli.json(
        *("dynamodb", "query", "--table-name", "stats"),
        *("--key-condition-expression", "id = :id"),
        *("--expression-attribute-values", '{":id":{"S":"total"}}'),
    )
    check.assertEqual((found["Count"], found["Items"]), (1, [updated["Attributes"]]))
    check.assertEqual(cli.json("dynamodb", "scan", "--table-name", "stats")["Count"], 1)
    check.assertRegex(
        cli.refused("dynamodb", "describe-table", "--table-name", "none"),
        r"^An error occurred \(ResourceNotFoundException\) when calling the DescribeTable "
        r"operation: Requested resource not found",
    )


def transactions_story(cli):
    cli.json(
        *("dynamodb", "create-table", "--table-name", "seats"),
        *("--attribute-definitions", "AttributeName=id,AttributeType=S"),
        *("--key-schema", "AttributeName=id,KeyType=HASH"),
        *("--billing-mode", "PAY_PER_REQUEST"),
    )
    cli.text("dynamodb", "wait", "table-exists", "--table-name", "seats")
    put = {"Put": {"TableName": "seats", "Item": {"id": {"S": "a"}}}}
    guard = {"TableName": "seats", "Key": {"id": {"S": "b"}}}
    guard["ConditionExpression"] = "attribute_exists(id)"
    transact = ("dynamodb", "transact-write-items", "--transact-items")
    cli.text(*transact, json.dumps([put]))
    check.assertRegex(
        cli.refused(*transact, json.dumps([put, {"ConditionCheck": guard}])),
        r"TransactionCanceledException.*\[None, ConditionalCheckFailed\]",
    )
    statement = ("dynamodb", "execute-statement", "--statement")
    cli.json(*statement, "UPDATE seats SET n = 1 WHERE id = 'a'")
    read = cli.json(*statement, 'SELECT n FROM "seats" WHERE id = ?', "--parameters", '[{"S":"a"}]')
    check.assertEqual(read["Items"], [{"n": {"N": "1"}}])


def identity_story(cli):
    who = cli.json("sts", "get-caller-identity")
    check.assertEqual(who["Account"], cli.account)
    check.assertEqual(who["Arn"], f"arn:aws:iam::{cli.account}:root")
    statement = {
        "Effect": "Allow",
        "Principal": {"Service": "lambda.amazonaws.com"},
        "Action": "sts:AssumeRole",
    }
    trust = cli.write("trust.json", json.dumps({"Version": "2012-10-17", "Statement": [statement]}))
    role = cli.json(
        *("iam", "create-role", "--role-name", "worker"),
        *("--assume-role-policy-document", f"file://{trust}", "--tags", "Key=team,Value=red"),
    )["Role"]
    check.assertEqual(role["Arn"], f"arn:aws:iam::{cli.account}:role/worker")
    check.assertEqual(role["AssumeRolePolicyDocument"]["Statement"], [statement])
    names = cli.text("iam", "list-roles", "--query", "Roles[].RoleName", "--output", "text")
    check.assertEqual(names, "worker\n")
    with zipfile.ZipFile(cli.folder / "code.zip", "w") as code:
        code.writestr("lambda_function.py", "bound in process")
    function = cli.json(
        *("lambda", "create-function", "--function-name", "aram-producer"),
        *("--runtime", "python3.12", "--handler", "lambda_function.lambda_handler"),
        *("--role", role["Arn"], "--zip-file", "fileb://code.zip", "--timeout", "5"),
    )
    check.assertEqual(function["State"], "Pending")
    cli.text("lambda", "wait", "function-active-v2", "--function-name", "aram-producer")
    check.assertEqual(function["CodeSize"], (cli.folder / "code.zip").stat().st_size)
    check.assertEqual(
        cli.refused("iam", "get-role", "--role-name", "none"),
        "An error occurred (NoSuchEntity) when calling the GetRole operation: "
        "The role with name none cannot be found.",
    )


def bus_story(cli):
    booking = '{"routeKey":"POST /api/book-bus","body":"{\\"passenger\\":\\"1\\"}"}'
    invoked = cli.json(
        *("lambda", "invoke", "--function-name", "aram-producer", "--payload", booking),
        *("--cli-binary-format", "raw-in-base64-out", "answer.json"),
    )
    check.assertEqual(invoked["StatusCode"], 200)
    answer = json.loads((cli.folder / "answer.json").read_text(encoding="utf-8"))
    check.assertEqual(answer["body"], '{"status":"queued"}')
    functions = cli.text(
        "lambda", "list-functions", "--query", "Functions[].FunctionName", "--output", "text"
    )
    check.assertEqual(functions.split(), ["aram-consumer", "aram-producer"])
    lines = cli.text(
        *("logs", "filter-log-events", "--log-group-name", "/aws/lambda/aram-producer"),
        *("--filter-pattern", "REPORT", "--query", "events[].message", "--output", "text"),
    )
    check.assertIn("Billed Duration:", lines)
    groups = cli.json("logs", "describe-log-groups", "--log-group-name-prefix", "/aws/lambda/")
    check.assertIn(
        "/aws/lambda/aram-producer", [group["logGroupName"] for group in groups["logGroups"]]
    )
    [api] = cli.json("apigatewayv2", "get-apis")["Items"]
    check.assertEqual(api["Name"], "aram-api")
    routes = cli.json("apigatewayv2", "get-routes", "--api-id", api["ApiId"])["Items"]
    check.assertEqual(
        sorted(route["RouteKey"] for route in routes), ["GET /api/stats", "POST /api/book-bus"]
    )
    stats = get(f"{cli.url}/restapis/{api['ApiId']}/prod/_user_request_/api/stats")
    check.assertEqual(json.loads(stats)["requests"], 1)


def version_of(aws):
    """(2, 9) of aws-cli/2.9.19."""
    done = subprocess.run([aws, "--version"], capture_output=True, text=True, check=True)
    found = re.match(r"aws-cli/(\d+)\.(\d+)", done.stdout + done.stderr)
    return int(found[1]), int(found[2])


def environment_story(cli):
    """What the server prints is enough for those clients of which it says so, and `emu aws` is for
    every one."""
    for aws in INSTALLED:
        version = version_of(aws)
        knows_variable = version >= (2, 13) or (1, 29) <= version < (2, 0)
        reached = [["sts", "get-caller-identity", "--query", "Account"]] if knows_variable else []
        if knows_variable and version >= (2, 0):
            reached.append(["sqs", "get-queue-url", "--queue-name", "aram-queue"])
        for command in reached:
            done = with_exports(cli.exports, aws, *command)
            check.assertEqual(done.returncode, 0, f"{version} {command}: {done.stderr}")
            check.assertIn(BUS_ACCOUNT, done.stdout)
        path = f"{pathlib.Path(aws).parent}:{os.environ['PATH']}"
        for command in (
            ["sts", "get-caller-identity"],
            ["sqs", "get-queue-url", "--queue-name", "aram-queue"],
        ):
            done = subprocess.run(
                [program(), "aws", *command],
                env={**os.environ, "PATH": path, "EMU_URL": cli.url},
                capture_output=True,
                text=True,
                timeout=60,
            )
            check.assertEqual(done.returncode, 0, f"emu aws, {version}: {done.stderr}")
            check.assertIn(BUS_ACCOUNT, done.stdout)
            cli.commands += 1


STORIES = [
    s3_story,
    website_story,
    sqs_story,
    bus_story,
    environment_story,
    identity_story,
    dynamodb_story,
    transactions_story,
]


def main():
    if not AWS:
        skip_without("The AWS CLI", "awscli")
    # Version 1 words its options differently; that it is led to the server is all that is asked.
    stories = STORIES if version_of(AWS) >= (2, 0) else [environment_story]
    began = time.perf_counter()
    failures = 0
    commands = 0
    with EmuServer("--init", BUS_SCENARIO) as server, tempfile.TemporaryDirectory() as folder:

        def tell(number, story):
            own_folder = pathlib.Path(folder) / story.__name__
            own_folder.mkdir()
            if story is bus_story:
                cli = Cli(server, own_folder, BUS_ACCOUNT, BUS_REGION)
            else:
                cli = Cli(server, own_folder, str(300_000_000_001 + number))
            story(cli)
            return cli.commands

        with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
            told = [pool.submit(tell, number, story) for number, story in enumerate(stories)]
        for story, future in zip(stories, told):
            error = future.exception()
            print(f"{story.__name__}: {'failed' if error else 'ok'}")
            if error:
                failures += 1
                traceback.print_exception(error)
            else:
                commands += future.result()
    print(f"{commands} commands in {time.perf_counter() - began:.1f} s.")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
