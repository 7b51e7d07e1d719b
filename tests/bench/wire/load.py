"""Requests of several kinds at several numbers of connections, by wrk."""

import json
import pathlib
import re
import statistics
import struct
import subprocess
import tempfile
import threading
import time
import urllib.parse
import urllib.request

import process

KIB = 1024
LARGE = 10 * 1024 * KIB
SCENARIO = pathlib.Path(__file__).parents[3] / "scenarios" / "bus-booking.yaml"
FIXED_BODY = "x" * 108  # as long as a typical answer of SQS

NAMES = ["nginx", "nginx-large-get", "nginx-large-put", "sqs", "sns", "metric-query", "metric-json",
         "metric-cbor", "dynamodb-update", "dynamodb-put", "dynamodb-get", "dynamodb-query",
         "s3-put-1k", "s3-get-1k", "s3-put-10m", "s3-get-10m", "booking"]


def signed(service, region="us-east-1"):
    """What clients send, and nobody verifies here."""
    return {
        "Authorization": f"AWS4-HMAC-SHA256 Credential=test/20260101/{region}/"
                         f"{service}/aws4_request, SignedHeaders=content-type;host;x-amz-date, "
                         "Signature=" + "0" * 64,
        "X-Amz-Date": "20260101T000000Z",
    }


def amz_json(service, target):
    return {**signed(service), "Content-Type": "application/x-amz-json-1.0",
            "X-Amz-Target": target}


def form(service):
    return {**signed(service), "Content-Type": "application/x-www-form-urlencoded"}


def send(port, method, path, headers, body=b""):
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", data=body, headers=headers,
                                     method=method)
    with urllib.request.urlopen(request) as response:
        return response.read()


class Measurement:
    def __init__(self, path, method="GET", headers=None, body="", body_bytes=0):
        self.path = path
        self.method = method
        self.headers = headers or {}
        self.body = body
        self.body_bytes = body_bytes  # instead of a body: so many bytes

    def script(self):
        """The request in wrk's language."""
        body = f'string.rep("x", {self.body_bytes})' if self.body_bytes else lua(self.body)
        lines = [f"wrk.method = {lua(self.method)}"]
        if self.method != "GET":
            lines.append(f"wrk.body = {body}")
        lines += [f"wrk.headers[{lua(name)}] = {lua(value)}"
                  for name, value in self.headers.items()]
        lines.append(REPORT)
        return "\n".join(lines)


def lua(text):
    """A literal; for ASCII it is the same as in JSON."""
    if isinstance(text, bytes):
        return '"' + "".join(f"\\{byte:03}" for byte in text) + '"'
    return json.dumps(text)


# wrk's own report rounds; this one is for machines.
REPORT = """
function done(summary, latency, requests)
  io.write(string.format('{"requests": %d, "microseconds": %d, "p50": %d, "p99": %d, ' ..
    '"errors": %d}\\n', summary.requests, summary.duration, latency:percentile(50),
    latency:percentile(99), summary.errors.connect + summary.errors.read + summary.errors.write +
    summary.errors.status + summary.errors.timeout))
end
"""


def sqs(port):
    headers = amz_json("sqs", "AmazonSQS.CreateQueue")
    url = json.loads(send(port, "POST", "/", headers, b'{"QueueName": "bench"}'))["QueueUrl"]
    body = json.dumps({"QueueUrl": url, "MessageBody": "seat 12A of the bus at half past nine"})
    return Measurement("/", "POST", amz_json("sqs", "AmazonSQS.SendMessage"), body)


def sns(port):
    """Publish to a topic with one subscriber, a queue."""
    def call(action, **parameters):
        body = urllib.parse.urlencode({"Action": action, "Version": "2010-03-31", **parameters})
        return send(port, "POST", "/", form("sns"), body.encode()).decode()

    send(port, "POST", "/", amz_json("sqs", "AmazonSQS.CreateQueue"), json.dumps({
        "QueueName": "bench",
        "Attributes": {"Policy": json.dumps({
            "Version": "2012-10-17",
            "Statement": [{"Effect": "Allow", "Principal": {"Service": "sns.amazonaws.com"},
                           "Action": "sqs:SendMessage", "Resource": "*"}]})}}).encode())
    topic = re.search("<TopicArn>(.*)</TopicArn>", call("CreateTopic", Name="bench"))[1]
    call("Subscribe", TopicArn=topic, Protocol="sqs", Endpoint=topic.replace(":sns:", ":sqs:"))
    body = urllib.parse.urlencode({
        "Action": "Publish", "Version": "2010-03-31", "TopicArn": topic,
        "Message": "seat 12A of the bus at half past nine"})
    return Measurement("/", "POST", form("sns"), body)


# One value of one metric.
METRIC = {"Namespace": "bus", "MetricData": [{"MetricName": "bookings", "Value": 12.5}]}


def cbor(value):
    """RFC 8949, as far as METRIC needs it."""
    if isinstance(value, float):
        return b"\xfb" + struct.pack(">d", value)
    if isinstance(value, str):
        text = value.encode()
        assert len(text) < 24
        return bytes([0x60 + len(text)]) + text
    if isinstance(value, list):
        return bytes([0x80 + len(value)]) + b"".join(map(cbor, value))
    return bytes([0xa0 + len(value)]) + b"".join(cbor(part) for pair in value.items()
                                                 for part in pair)


def metric_query(_):
    body = urllib.parse.urlencode({
        "Action": "PutMetricData", "Version": "2010-08-01", "Namespace": "bus",
        "MetricData.member.1.MetricName": "bookings", "MetricData.member.1.Value": "12.5"})
    return Measurement("/", "POST", form("monitoring"), body)


def metric_json(_):
    headers = amz_json("monitoring", "GraniteServiceVersion20100801.PutMetricData")
    return Measurement("/", "POST", headers, json.dumps(METRIC))


def metric_cbor(_):
    headers = {**signed("monitoring"), "Content-Type": "application/cbor",
               "Smithy-Protocol": "rpc-v2-cbor", "Accept": "application/cbor"}
    return Measurement("/service/GraniteServiceVersion20100801/operation/PutMetricData", "POST",
                       headers, cbor(METRIC))


TRIP = {"bus": {"S": "12"}, "seat": {"N": "1"}}
DYNAMODB = {
    "UpdateItem": {"Key": TRIP, "UpdateExpression": "ADD requests :one",
                   "ExpressionAttributeValues": {":one": {"N": "1"}}},
    "PutItem": {"Item": {**TRIP, "requests": {"N": "1"}}},
    "GetItem": {"Key": TRIP},
    # 100 items.
    "Query": {"KeyConditionExpression": "bus = :bus",
              "ExpressionAttributeValues": {":bus": {"S": "12"}}},
}


def dynamodb(operation):
    def prepare(port):
        def headers(name):
            return amz_json("dynamodb", "DynamoDB_20120810." + name)

        def call(name, request):
            body = json.dumps({"TableName": "bench", **request}).encode()
            return send(port, "POST", "/", headers(name), body)

        call("CreateTable", {
            "BillingMode": "PAY_PER_REQUEST",
            "AttributeDefinitions": [{"AttributeName": "bus", "AttributeType": "S"},
                                     {"AttributeName": "seat", "AttributeType": "N"}],
            "KeySchema": [{"AttributeName": "bus", "KeyType": "HASH"},
                          {"AttributeName": "seat", "KeyType": "RANGE"}]})
        while b'"ACTIVE"' not in call("DescribeTable", {}):
            time.sleep(0.05)
        for seat in range(100):
            call("PutItem", {"Item": {**TRIP, "seat": {"N": str(seat)}, "state": {"S": "booked"}}})
        body = json.dumps({"TableName": "bench", **DYNAMODB[operation]})
        return Measurement("/", "POST", headers(operation), body)
    return prepare


def s3(method, size):
    def prepare(port):
        headers = {**signed("s3"), "X-Amz-Content-Sha256": "UNSIGNED-PAYLOAD"}
        send(port, "PUT", "/bench", headers)
        path = f"/bench/object-{size}"
        if method == "GET":
            send(port, "PUT", path, headers, b"x" * size)
            return Measurement(path, "GET", headers)
        return Measurement(path, "PUT", headers, body_bytes=size)
    return prepare


def booking(port):
    apis = json.loads(send(port, "GET", "/v2/apis", signed("apigateway", "ap-northeast-2")))["items"]
    path = f"/restapis/{apis[0]['apiId']}/prod/_user_request_/api/book-bus"
    return Measurement(path, "POST", {"Content-Type": "application/json"}, "{}")


PREPARE = {"sqs": sqs, "sns": sns, "metric-query": metric_query, "metric-json": metric_json,
           "metric-cbor": metric_cbor, "dynamodb-update": dynamodb("UpdateItem"),
           "dynamodb-put": dynamodb("PutItem"), "dynamodb-get": dynamodb("GetItem"),
           "dynamodb-query": dynamodb("Query"), "s3-put-1k": s3("PUT", KIB),
           "s3-get-1k": s3("GET", KIB), "s3-put-10m": s3("PUT", LARGE),
           "s3-get-10m": s3("GET", LARGE), "booking": booking,
           "nginx": lambda _: Measurement("/", "POST", body="x" * 146),
           "nginx-large-get": lambda _: Measurement("/large"),
           "nginx-large-put": lambda _: Measurement("/upload", "PUT", body_bytes=LARGE)}


def shares(port):
    """How many bytes have gone over each connection in both directions, so far."""
    listing = subprocess.run(["ss", "-tinOH", "state", "established", f"sport = :{port}"],
                             capture_output=True, text=True, check=True).stdout
    return [sum(int(count) for count in re.findall(r"bytes_(?:acked|received):(\d+)", line))
            for line in listing.splitlines()]


def fairness(port):
    """What the slowest connection got of what the middle one got."""
    received = shares(port)
    return min(received) / max(1, statistics.median(received)) if received else 0


class Watch(threading.Thread):
    """Looks at the connections shortly before the load ends."""

    def __init__(self, port, seconds):
        super().__init__()
        self.port = port
        self.seconds = seconds
        self.share = 0

    def run(self):
        time.sleep(self.seconds * 0.9)
        self.share = fairness(self.port)


def measure_one(server, measurement, connections, seconds):
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(measurement.script())
        script.flush()
        threads = 1 if connections == 1 else 2
        watch = Watch(server.port, seconds)
        before = server.cpu_seconds()
        watch.start()
        output = subprocess.run(
            ["wrk", f"-t{threads}", f"-c{connections}", f"-d{seconds}s", "--timeout", "60s", "-s",
             script.name, f"http://127.0.0.1:{server.port}{measurement.path}"],
            capture_output=True, text=True, check=True).stdout
        cpu = server.cpu_seconds() - before
        watch.join()
    result = json.loads(output[output.index("{"):])
    result["cpu"] = cpu * 1e6 / max(1, result["requests"])
    result["rate"] = result["requests"] * 1e6 / result["microseconds"]
    result["share"] = watch.share
    return result


# What nginx is asked for beside it; a fixed small body unless named here.
BESIDE = {"s3-put-10m": "nginx-large-put", "s3-get-10m": "nginx-large-get"}


def start(name, program, folder):
    if name.startswith("nginx"):
        return process.start_nginx(folder, FIXED_BODY, b"x" * LARGE)
    if name == "booking":
        return process.start_emu(program, "--init", str(SCENARIO))
    return process.start_emu(program)


def measure(program, names, connections, seconds):
    """Prints a row for each; whether all was well."""
    print(f"{'':16} {'connections':>11} {'req/s':>9} {'p50 ms':>8} {'p99 ms':>8} "
          f"{'CPU us':>8} {'errors':>7} {'slowest':>8} {'of nginx':>9}")
    is_well = True
    nginx = {}  # its rates
    for name in names:
        for count in connections:
            with tempfile.TemporaryDirectory() as folder, \
                    start(name, program, pathlib.Path(folder)) as server:
                measurement = PREPARE[name](server.port)
                result = measure_one(server, measurement, count, seconds)
            beside = None
            if name.startswith("nginx"):
                nginx[name, count] = result["rate"]
            else:
                beside = nginx.get((BESIDE.get(name, "nginx"), count))
            ratio = f"{result['rate'] / beside:9.2f}" if beside else ""
            print(f"{name:16} {count:11} {result['rate']:9.0f} {result['p50'] / 1000:8.2f} "
                  f"{result['p99'] / 1000:8.2f} {result['cpu']:8.1f} {result['errors']:7} "
                  f"{result['share']:8.2f} {ratio}".rstrip(), flush=True)
            is_well = is_well and result["errors"] == 0 and result["share"] > 0
    return is_well
