"""What the tests with the AWS SDK for Python have in common.

Every test gets an account of its own, in which nothing exists: it signs with twelve digits. The
server's clock is held; a test that wants time to pass calls advance().
"""

import contextlib
import itertools
import json
import pathlib
import sys
import unittest
import urllib.error
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))

import emu_server  # noqa: E402  (it clears the environment that botocore reads)

try:
    import boto3
    from botocore.config import Config
    from botocore.exceptions import ClientError
except ImportError:
    emu_server.skip_without("The AWS SDK for Python", "python3-boto3")

REGION = "eu-west-1"
SECRET = "test"  # of every account, where signatures are verified

# The operations that were called, as ("sqs", "SendMessage"), and answered without an error.
answered = set()

_session = boto3.Session(region_name=REGION)
_open_clients = []
_accounts = itertools.count(200_000_000_001)
_server = None
_transport = None


def _note_answer(http_response, model, **_):
    if http_response.status_code < 300:
        answered.add((model.service_model.service_name, model.name))


_session.events.register("after-call", _note_answer)
# Operations that are younger than the SDK. What a model is extended by is read from the first folder
# that has it.
MODELS = str(pathlib.Path(__file__).parent / "models")
_session._session.get_component("data_loader").search_paths.insert(0, MODELS)


def use_server(server):
    """The server that make_client() and the tests talk to unless they name another."""
    global _server
    _server = server


def use_transport(attach):
    """Has every client that is made from now on attached to something else than the SDK's HTTP."""
    global _transport
    _transport = attach


def answers_are_whole():
    """Whether status, headers and the other members of errors than code and message are seen."""
    return _transport is None


def one_call_at_a_time():
    """Whether a call waits for the one before it, of whichever thread."""
    return _transport is not None


def _opened(client, access_key, secret, token, region, endpoint_url):
    _open_clients.append(client)
    if _transport:
        _transport(
            client,
            endpoint_url=endpoint_url,
            region=region,
            access_key=access_key,
            secret=secret,
            token=token,
        )
    return client


def make_client(service, access_key, secret=SECRET, token=None, region=REGION, server=None, **how):
    """A client that tries once, so that every error of the server is seen."""
    server = server or _server
    settings = how.pop("config", {})
    how.setdefault("endpoint_url", server.url)
    client = _session.client(
        service,
        region_name=region,
        aws_access_key_id=access_key,
        aws_secret_access_key=secret,
        aws_session_token=token,
        config=Config(
            **{
                "retries": {"total_max_attempts": 1},
                "read_timeout": 30,
                "max_pool_connections": 4,
                **settings,
            }
        ),
        **how,
    )
    return _opened(client, access_key, secret, token, region, how["endpoint_url"])


def make_resource(service, access_key):
    """The SDK's object-oriented face of a service, such as dynamodb's Table."""
    resource = _session.resource(
        service,
        region_name=REGION,
        endpoint_url=_server.url,
        aws_access_key_id=access_key,
        aws_secret_access_key=SECRET,
        config=Config(retries={"total_max_attempts": 1}),
    )
    _opened(resource.meta.client, access_key, SECRET, None, REGION, _server.url)
    return resource


def fresh_account():
    return str(next(_accounts))


def policy(actions, resources="*", effect="Allow", **more):
    statement = {"Effect": effect, "Action": actions, "Resource": resources, **more}
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})


def trust(principal):
    statement = {"Effect": "Allow", "Principal": principal, "Action": "sts:AssumeRole"}
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})


class HttpAnswer:
    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers
        self.body = body
        self.text = body.decode("utf-8", "replace")


class _Unfollowed(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def http(method, url, body=None, headers=None):
    """A request as a browser makes it: without credentials, redirects not followed."""
    request = urllib.request.Request(url, body, headers or {}, method=method)
    opener = urllib.request.build_opener(_Unfollowed)
    try:
        with opener.open(request, timeout=30) as answer:
            return HttpAnswer(answer.status, answer.headers, answer.read())
    except urllib.error.HTTPError as error:
        with error:
            return HttpAnswer(error.code, error.headers, error.read())


class ClientTest(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.account = fresh_account()
        self.server = _server

    def tearDown(self):
        while _open_clients:
            _open_clients.pop().close()

    def client(self, service, **how):
        return make_client(service, self.account, **how)

    @property
    def url(self):
        return _server.url

    def advance(self, by):
        return _server.control("clock/advance", {"by": by})

    def settle(self):
        """Waits until what calls have set going, such as a delivery, has come to rest."""
        self.advance("0s")

    def peek(self, queue_url):
        """How much is in a queue, and its messages, without receiving them."""
        return _server.control("queues/peek", queue=queue_url)

    @contextlib.contextmanager
    def refused(self, code, status=None, says=None):
        """The block must fail with this error code of AWS."""
        with self.assertRaises(ClientError) as caught:
            yield caught
        answer = caught.exception.response
        self.assertEqual(answer["Error"]["Code"], code, answer)
        if status is not None and answers_are_whole():
            self.assertEqual(answer["ResponseMetadata"]["HTTPStatusCode"], status)
        if says is not None:
            self.assertIn(says, answer["Error"]["Message"])

    def pages(self, client, operation, page_size, **parameters):
        """All pages of a listing, of which there must be several."""
        pages = list(
            client.get_paginator(operation).paginate(
                **parameters, PaginationConfig={"PageSize": page_size}
            )
        )
        self.assertGreater(len(pages), 1)
        return pages
