"""Has the SDK's clients run commands of the AWS CLI instead of sending requests themselves.

    support.use_transport(by_aws_cli.attach)   # from now on, of all clients that are made

What a test calls is serialized by the SDK and given to the CLI as `--cli-input-json`, and what the
CLI prints is parsed by the SDK: where requests are JSON, these are the same documents. Of an error
the CLI prints code and message, and neither its other members nor its status.
"""

import functools
import importlib.metadata
import json
import os
import pathlib
import re
import subprocess
import sys
import types

import support
from botocore import parsers, xform_name
from emu_server import SKIPPED, skip_without

WORKER = pathlib.Path(__file__).with_name("aws_cli_worker.py")
REFUSED_BY_THE_SERVICE = re.compile(
    r"An error occurred \((\S+)\) when calling the (\w+) operation"
    r"(?: \(reached max retries: \d+\))?: (.*)",
    re.DOTALL,
)


def skip_without_cli():
    """Ends the test as skipped where this Python has no CLI, or one that is too old. The CLI is not
    imported here, since it puts a botocore of its own in the place of others."""
    try:
        version = importlib.metadata.version("awscli")
    except importlib.metadata.PackageNotFoundError:
        skip_without("The AWS CLI as a package of this Python", "awscli")
    if version.startswith("1."):
        print("The AWS CLI 1 takes bytes in another form than requests have.", file=sys.stderr)
        sys.exit(SKIPPED)


@functools.cache
def _worker():
    settings = {"AWS_DATA_PATH": support.MODELS, "AWS_MAX_ATTEMPTS": "1", "AWS_PAGER": ""}
    # It ends with its input, which ends with this process.
    return subprocess.Popen(
        [sys.executable, WORKER],
        env=os.environ | settings,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def _run(environment, *arguments):
    """The exit status of a command and what it prints, to stdout and to stderr."""
    worker = _worker()
    print(
        json.dumps({"environment": environment, "arguments": arguments}),
        file=worker.stdin,
        flush=True,
    )
    return json.loads(worker.stdout.readline())


def _answer(status, members):
    members["ResponseMetadata"] = {"HTTPStatusCode": status}
    return types.SimpleNamespace(status_code=status), members


def attach(client, endpoint_url, region, access_key, secret):
    """Has the CLI make this client's calls."""
    environment = {
        "AWS_ACCESS_KEY_ID": access_key,
        "AWS_SECRET_ACCESS_KEY": secret,
        "AWS_DEFAULT_REGION": region,
    }

    def call(model, params, **_):
        status, printed, complaint = _run(
            environment,
            *(model.service_model.service_name, xform_name(model.name, "-")),
            *("--cli-input-json", params["body"].decode(), "--endpoint-url", endpoint_url),
            *("--no-paginate", "--output", "json"),
        )
        if status == 0:
            body = {"status_code": 200, "headers": {}, "body": printed.encode() or b"{}"}
            return _answer(200, parsers.JSONParser().parse(body, model.output_shape))
        refused = REFUSED_BY_THE_SERVICE.fullmatch(complaint)
        if not refused or refused[2] != model.name:
            raise AssertionError(f"aws {model.name} ended with {status}: {complaint}")
        return _answer(400, {"Error": {"Code": refused[1], "Message": refused[3]}})

    client.meta.events.register("before-call", call)
