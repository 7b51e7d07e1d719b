"""Has the SDK's clients run commands of the AWS CLI instead of sending requests themselves.

    support.use_transport(by_aws_cli.attach)   # from now on, of all clients that are made

What a test calls is given to the CLI as `--cli-input-json` and files, and what the CLI prints is
read by the SDK's model. Of an error the CLI prints code and message, and neither its other members
nor its status.
"""

import base64
import copy
import datetime
import functools
import importlib.metadata
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import threading
import types

import support
from botocore import xform_name
from botocore.response import StreamingBody
from botocore.utils import parse_timestamp
from emu_server import SKIPPED, skip_without

# Commands of services that the CLI calls otherwise than the SDK.
CLI_NAMES = {"s3": "s3api"}
# Deprecated operations whose commands the CLI has taken away: the SDK sends these itself.
WITHOUT_COMMAND = {
    ("ses", "DeleteVerifiedEmailAddress"),
    ("ses", "ListVerifiedEmailAddresses"),
    ("ses", "VerifyEmailAddress"),
}
WORKER = pathlib.Path(__file__).with_name("aws_cli_worker.py")
REFUSED_BY_THE_SERVICE = re.compile(
    r"An error occurred \((\S+)\) when calling the (\w+) operation"
    r"(?: \(reached max retries: \d+\))?: ?(.*)",
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


_one_at_a_time = threading.Lock()


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


def _run(environment, arguments):
    """The exit status of a command and what it prints, to stdout and to stderr."""
    with _one_at_a_time:
        worker = _worker()
        print(
            json.dumps({"environment": environment, "arguments": arguments}),
            file=worker.stdin,
            flush=True,
        )
        return json.loads(worker.stdout.readline())


def _option(name):
    return "--" + xform_name(name, "-")


def _text_of(value):
    """What JSON has no form for, as the CLI takes it."""
    if isinstance(value, datetime.datetime):
        return value.isoformat()
    return base64.b64encode(value).decode()


def _read(shape, printed):
    """What the CLI printed, as the SDK gives it to programs."""
    kind = shape.type_name
    if kind == "structure":
        # The CLI may know of more than the SDK.
        known = {name: value for name, value in printed.items() if name in shape.members}
        return {name: _read(shape.members[name], value) for name, value in known.items()}
    if kind == "list":
        return [_read(shape.member, value) for value in printed]
    if kind == "map":
        return {name: _read(shape.value, value) for name, value in printed.items()}
    if kind == "timestamp":
        return parse_timestamp(printed)
    if kind == "blob":
        return base64.b64decode(printed)
    if kind == "string" and isinstance(printed, dict):
        return json.dumps(printed)  # a policy, which both read for people
    return printed


def _answer(status, members):
    members["ResponseMetadata"] = {"HTTPStatusCode": status}
    return types.SimpleNamespace(status_code=status, raw=None), members


def _stored(body, path):
    if hasattr(body, "read"):
        body = body.read()
    path.write_bytes(body.encode() if isinstance(body, str) else body)
    return str(path)


class _Command:
    """One call as a command; the files that it needs are in a folder."""

    def __init__(self, model, parameters, folder):
        self._model = model
        self._parameters = parameters
        self._folder = pathlib.Path(folder)

    def arguments(self):
        service = self._model.service_model.service_name
        arguments = [CLI_NAMES.get(service, service), xform_name(self._model.name, "-")]
        if self._streamed(self._model.output_shape):
            # The CLI takes no document for these commands.
            options = [
                f"{_option(name)}={value if isinstance(value, (str, int)) else _text_of(value)}"
                for name, value in self._parameters.items()
            ]
            return [*arguments, *options, str(self._folder / "answer")]
        body = self._streamed(self._model.input_shape)
        if body in self._parameters:
            stored = _stored(self._parameters.pop(body), self._folder / "body")
            arguments.append(f"{_option(body)}={stored}")
        document = json.dumps(self._parameters, default=_text_of)
        return [*arguments, "--cli-input-json", document]

    def answer(self, printed):
        members = _read(self._model.output_shape, json.loads(printed)) if printed else {}
        streamed = self._streamed(self._model.output_shape)
        if streamed:
            body = (self._folder / "answer").read_bytes()
            members[streamed] = StreamingBody(io.BytesIO(body), len(body))
        return members

    @staticmethod
    def _streamed(shape):
        """The member that is a body of any length, not a value."""
        payload = shape and shape.serialization.get("payload")
        if payload and shape.members[payload].type_name == "blob":
            return payload
        return None


def attach(client, endpoint_url, region, access_key, secret, token):
    """Has the CLI make this client's calls."""
    environment = {
        "AWS_ACCESS_KEY_ID": access_key,
        "AWS_SECRET_ACCESS_KEY": secret,
        "AWS_SESSION_TOKEN": token or "",
        "AWS_DEFAULT_REGION": region,
    }

    def remember(params, context, **_):
        """What the test has given, before the SDK changes it."""
        context["given"] = copy.copy(params)

    def call(model, params, context, **_):
        if (model.service_model.service_name, model.name) in WITHOUT_COMMAND:
            return None
        # The CLI has decoded the keys of listings already; the SDK is not to do so again.
        context.pop("encoding_type_auto_set", None)
        # A request in JSON is what the CLI takes, also of a Table that was given Python's own types.
        is_json = model.service_model.metadata["protocol"] == "json"
        parameters = json.loads(params["body"]) if is_json else context["given"]
        with tempfile.TemporaryDirectory() as folder:
            command = _Command(model, parameters, folder)
            status, printed, complaint = _run(
                environment,
                command.arguments()
                + ["--endpoint-url", endpoint_url, "--no-paginate", "--output", "json"],
            )
            if status == 0:
                return _answer(200, command.answer(printed))
        refused = REFUSED_BY_THE_SERVICE.fullmatch(complaint)
        if not refused or refused[2] != model.name:
            raise AssertionError(f"aws {model.name} ended with {status}: {complaint}")
        code = refused[1]
        error = {"Code": code, "Message": refused[3]}
        return _answer(int(code) if code.isdigit() else 400, {"Error": error})

    client.meta.events.register("provide-client-params", remember)
    client.meta.events.register("before-call", call)
