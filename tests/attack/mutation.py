"""Spoils a request: the value that it carries, or its bytes."""

import copy

from asking import Pair, is_object, pairs_of

NASTY = [
    lambda random: None,
    lambda random: "",
    lambda random: " ",
    lambda random: "\x00",
    lambda random: "\ud800",
    lambda random: "a" * random.choice([64, 65, 256, 1025, 70_000]),
    lambda random: "\u00e4" * random.choice([127, 128, 600]),
    lambda random: "../" * 20,
    lambda random: "%00%2f%zz",
    lambda random: "${aws:username}" * 20,
    lambda random: "*" * 50,
    lambda random: "((((" * 200,
    lambda random: "arn:aws:" + ":" * 20,
    lambda random: "arn:aws:sqs:us-east-1:000000000000:",
    lambda random: "9999-12-31T23:59:59Z",
    lambda random: "-9999-01-01T00:00:00Z",
    lambda random: "NaN",
    lambda random: "1E+999999999",
    lambda random: "9" * 400,
    lambda random: random.choice([-1, 0, 1, 2**31 - 1, 2**31, 2**53]),
    lambda random: random.choice([2**63 - 1, 2**63, -(2**63) - 1, 2**64]),
    lambda random: random.choice([0.1, -0.0, 1e-320, 1e308, -1e18]),
    lambda random: random.random() < 0.5,
    lambda random: [],
    lambda random: {},
    lambda random: nested(random.choice([10, 40, 500])),
    lambda random: [None] * random.choice([1, 11, 101, 5000]),
    lambda random: {f"k{number}": "v" for number in range(random.choice([1, 26, 51, 1000]))},
    lambda random: {"S": {"S": "a"}},
    lambda random: random.randbytes(random.choice([1, 40, 3000])),
]


def nested(depth):
    value = "deep"
    for level in range(depth):
        value = [value] if level % 2 else {"L": value}
    return value


def spoil_value(random, value):
    """A copy with one to three of its parts replaced, dropped, renamed or doubled."""
    spoilt = copy.deepcopy(value)
    for _ in range(random.choice([1, 1, 1, 2, 3])):
        spoilt = _spoil_part(random, spoilt)
    return spoilt


def _spoil_part(random, value):
    if isinstance(value, dict) and value and random.random() < 0.85:
        name = random.choice(list(value))
        if random.random() < 0.4:
            return _spoil_member(random, value, name)
        value[name] = _spoil_part(random, value[name])
        return value
    if isinstance(value, list) and value and random.random() < 0.8:
        at = random.randrange(len(value))
        one = value[at]
        if isinstance(one, Pair):
            value[at] = Pair(one.name, _spoil_part(random, one.value))
        else:
            value[at] = _spoil_part(random, one)
        return value
    if isinstance(value, (str, bytes)) and value and random.random() < 0.5:
        return _spoil_text(random, value)
    return random.choice(NASTY)(random)


def _spoil_member(random, value, name):
    nasty = random.choice(NASTY)(random)
    way = random.randrange(4)
    if way == 0:
        del value[name]
    elif way == 1:
        value[random.choice(["", name + "x", name.lower(), "__type"])] = value.pop(name)
    elif way == 2:
        value[f"extra{random.randrange(10)}"] = nasty
    else:
        return [Pair(*pair) for pair in value.items()] + [Pair(name, nasty)]
    return value


def _spoil_text(random, value):
    at = random.randrange(len(value) + 1)
    to = at + random.choice([0, 1, 3, 20])
    if isinstance(value, bytes):
        return value[:at] + random.randbytes(random.randrange(4)) + value[to:]
    return value[:at] + random.choice(PIECES + [value[:2000]]) + value[to:]


PIECES = ["", '"', "}", "]", "{", "\\", "'", "\x00", "\u20ac", "*", "?", ":", "-", "99999999999"]


def spoil_bytes(random, request):
    """The request with its framing, its head or any of its bytes changed."""
    if random.random() < 0.3:
        return _spoil_anywhere(random, request)
    head, _, body = request.partition(b"\r\n\r\n")
    lines, body = random.choice(HEADS)(random, head.split(b"\r\n"), body)
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


def _spoil_anywhere(random, request):
    at = random.randrange(len(request))
    length = random.randrange(1, 40)
    return random.choice(
        [
            request[:at],
            request[:at] + random.randbytes(1) + request[at + 1 :],
            request[:at] + random.randbytes(length) + request[at:],
            request[:at] + request[at : at + length] * 50 + request[at + length :],
        ]
    )


def _method(random, lines, body):
    methods = [b"GET", b"PUT", b"HEAD", b"DELETE", b"OPTIONS", b"PATCH", b"BREW", b""]
    return [random.choice(methods) + b" " + lines[0].partition(b" ")[2], *lines[1:]], body


def _version(random, lines, body):
    version = random.choice([b"HTTP/1.0", b"HTTP/2.0", b"HTTP/1.1 x", b""])
    return [lines[0].replace(b"HTTP/1.1", version), *lines[1:]], body


def _target(random, lines, body):
    before = [b"http://localhost", b"http://evil.example:99999", b"//", b"/%2e%2e/..", b"?"]
    method, _, rest = lines[0].partition(b" ")
    return [method + b" " + random.choice(before) + rest, *lines[1:]], body


def _host(random, lines, body):
    hosts = [b"", b"orders.s3.localhost", b"evil.example", b"[::1", b"a" * 300]
    hosts.append(b"abcdefghij.execute-api.localhost")
    return [lines[0], b"Host: " + random.choice(hosts), *lines[2:]], body


def _without_header(random, lines, body):
    gone = random.randrange(1, len(lines))
    return lines[:gone] + lines[gone + 1 :], body


def _header_twice(random, lines, body):
    return lines + [random.choice(lines[1:])], body


def _unframed(lines):
    return [line for line in lines if not line.startswith(b"Content-Length")]


def _length(random, lines, body):
    lengths = [b"0", b"-1", b"1e3", b"99999999999999999999", b"+5", b"12345"]
    return _unframed(lines) + [b"Content-Length: " + random.choice(lengths)], body


def _chunks(random, lines, body):
    sizes = [b"%x" % len(body), b"0", b"ffffffffffffffff", b"-1", b"5;x=y", b"zz"]
    ends = [b"\r\n0\r\n\r\n", b"\r\n", b"0\r\nX: y\r\n\r\n"]
    chunked = random.choice(sizes) + b"\r\n" + body + random.choice(ends)
    return _unframed(lines) + [b"Transfer-Encoding: chunked"], chunked


def _long_header(random, lines, body):
    return lines + [b"X-Amz-Meta-Long: " + b"a" * random.choice([2000, 20_000, 70_000])], body


def _another_header(random, lines, body):
    return lines + [random.choice(HEADERS)], body


HEADERS = [
    b"Expect: 100-continue",
    b"Content-Encoding: aws-chunked",
    b"Content-Encoding: gzip",
    b"Content-Type: multipart/form-data; boundary=a",
    b"If-None-Match: *",
    b"Origin: https://evil.example",
    b"Range: bytes=0-0",
    b"X-Amz-Content-Sha256: STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
]

HEADS = [
    _method,
    _version,
    _target,
    _host,
    _without_header,
    _header_twice,
    _length,
    _chunks,
    _long_header,
    _another_header,
]
