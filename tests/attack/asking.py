"""Requests made from the table of operations that `emu operations --json` prints.

    maker = Maker(random, table)
    operation, value = maker.ask()                  a value that fits the operation's input, mostly
    request = maker.write(operation, value)         the same as bytes of an HTTP request
    maker.learn(body)                               keeps an answer's names for later requests

A value is made of dict, list, str, bytes, int, float, bool and None; a list of `Pair` is an object
that may name a member twice.
"""

import base64
import collections
import json
import re
import urllib.parse

import examples

Operation = collections.namedtuple("Operation", "service protocol table")
Pair = collections.namedtuple("Pair", "name value")

# Members of an answer that later requests hand back.
HANDLES = re.compile(r"(Arn|Id|ID|Url|Token|Handle|UUID|Marker|VersionId|ETag|Key|Name)$", re.I)


class Maker:
    def __init__(self, random, table):
        self.random = random
        self.operations = [
            Operation(service, protocol, operation)
            for service in table["services"]
            for protocol in service["protocols"]
            for operation in service["operations"]
        ]
        self._round = []
        self._rounds = 0
        self._seen = collections.defaultdict(lambda: collections.deque(maxlen=16))

    def ask(self):
        """Every operation comes once, in an order of its own, before any comes twice."""
        if not self._round:
            self._round = self._next_round()
        operation = self._round.pop()
        example = examples.REQUESTS.get((operation.service["name"], operation.table["name"]))
        if example and self.random.random() < 0.7:
            return operation, example(self.random)
        return operation, self._structure(operation.table["input"], 0)

    def _next_round(self):
        """What is there is needed, so what deletes it comes in every fifth round only."""
        self._rounds += 1
        chosen = [
            operation
            for operation in self.operations
            if self._rounds % 5 == 1 or not operation.table["name"].startswith("Delete")
        ]
        self.random.shuffle(chosen)
        return chosen

    def learn(self, body):
        text = body[:20000].decode("utf-8", "replace")
        for name, value in re.findall(r'"(\w+)":\s*"([^"\\]{1,1000})"', text):
            self._remember(name, value)
        for name, value in re.findall(r"<(\w+)>([^<]{1,1000})</", text):
            self._remember(name, value)

    def _remember(self, name, value):
        if HANDLES.search(name):
            self._seen[name.lower()].append(value)

    def _structure(self, shape, depth):
        # A request that has everything mostly has what does not go together.
        chance = min(0.5, 2 / max(1, len(shape["members"])))
        return {
            member["name"]: self._member(member, depth)
            for member in shape["members"]
            if member.get("required") or self.random.random() < chance
        }

    def _member(self, member, depth):
        return self._value(member["type"], member, depth)

    def _value(self, shape, member, depth):
        kind = shape["kind"]
        if kind == "structure":
            return self._structure(shape, depth + 1) if depth < 8 else {}
        if kind == "list":
            return [self._value(shape["element"], member, depth + 1) for _ in range(self._few())]
        if kind == "map":
            return {
                self._key(): self._value(shape["element"], member, depth + 1)
                for _ in range(self._few())
            }
        if kind == "custom":
            return self._attribute(depth)
        if kind == "boolean":
            return self.random.random() < 0.5
        if kind in ("integer", "double"):
            low, high = member.get("min", 0), member.get("max", 1000)
            return self.random.choice([low, high, (low + high) // 2])
        if kind == "timestamp":
            return self.random.choice([0, 1790000000, 1790000000.5])
        if kind == "blob":
            return self.random.choice([b"", b"{}", b"hello", bytes(range(256)), examples.EMPTY_ZIP])
        return self._text(member)

    def _few(self):
        return self.random.choice([0, 1, 1, 1, 2, 3])

    def _key(self):
        return self.random.choice(["a", "#a", ":n", ":l", "pk", "All", "Policy", "*"])

    def _text(self, member):
        name = member["name"]
        pool = list(examples.TEXTS.get(name, []))
        pool += member.get("values", [])
        pool += self._seen.get(name.lower(), [])
        if not pool and name.lower().endswith("arn"):
            pool += self._seen.get("arn", [])
        return self.random.choice(pool) if pool else self.random.choice(examples.NAMES + ["1", "a"])

    def _attribute(self, depth):
        """An AttributeValue of DynamoDB."""
        if depth < 5 and self.random.random() < 0.3:
            inner = self._attribute(depth + 1)
            return self.random.choice([{"L": [inner, inner]}, {"M": {"a": inner}}])
        return self.random.choice(examples.ATTRIBUTES)

    def write(self, operation, value):
        kind = operation.protocol["name"]
        if kind == "json":
            return self._json(operation, value)
        if kind == "query":
            return self._query(operation, value)
        return self._rest(operation, value, kind)

    def _json(self, operation, value):
        version = operation.protocol["json_version"]
        target = f"{operation.protocol['target_prefix']}.{operation.table['name']}"
        headers = [("Content-Type", f"application/x-amz-json-{version}"), ("X-Amz-Target", target)]
        return self._request(operation, "POST", "/", headers, encoded(to_json(value)))

    def _query(self, operation, value):
        pairs = [("Action", operation.table["name"]), ("Version", operation.service["api_version"])]
        flatten(pairs, "", value, operation.table["input"])
        body = "&".join(f"{quoted(name)}={quoted(text)}" for name, text in pairs)
        headers = [("Content-Type", "application/x-www-form-urlencoded")]
        return self._request(operation, "POST", "/", headers, body.encode())

    def _rest(self, operation, value, kind):
        shape = operation.table["input"]
        members = {member["name"]: member for member in shape["members"]}
        path, _, fixed = operation.table["uri"].partition("?")
        query, headers, body, rest = [fixed] if fixed else [], [], b"", {}
        for name, one in pairs_of(value):
            member = members.get(name, {"wire_name": name, "location": "body"})
            wire, location = member["wire_name"], member["location"]
            if location == "path":
                path = in_path(path, wire, text(one))
            elif location == "query":
                many = one if isinstance(one, list) and not is_object(one) else [one]
                query += [f"{quoted(wire)}={quoted(text(each))}" for each in many]
            elif location == "header":
                headers.append((wire, text(one)))
            elif location == "headers":
                headers += [(wire + str(key), text(each)) for key, each in pairs_of(one)]
            elif location == "payload" and isinstance(one, bytes):
                body = one
            elif location == "payload" and isinstance(one, (dict, list)) and kind == "rest-xml":
                body = encoded(to_xml(wire, one, member["type"]))
            elif location == "payload":
                body = encoded(text(one))
            else:
                rest[wire] = one
        if rest and not body:
            root = operation.table["name"] + "Request"
            body = encoded(to_json(rest) if kind == "rest-json" else to_xml(root, rest, shape))
        path = re.sub(r"\{\w+\+?\}", "orders", path)
        target = path + ("?" + "&".join(query) if query else "")
        return self._request(operation, operation.table["method"], target, headers, body)

    def _request(self, operation, method, target, headers, body):
        scope = f"20261129/us-east-1/{operation.service['signing_name']}/aws4_request"
        lines = [
            f"{method} {target} HTTP/1.1",
            "Host: localhost",
            f"Authorization: AWS4-HMAC-SHA256 Credential=test/{scope}, "
            f"SignedHeaders=host, Signature={'0' * 64}",
            "X-Amz-Date: 20261129T000000Z",
            *(f"{name}: {one_line(each)}" for name, each in headers if name != "Content-Length"),
            f"Content-Length: {len(body)}",
        ]
        return encoded("\r\n".join(lines)) + b"\r\n\r\n" + body


def encoded(value):
    """A surrogate becomes three bytes that are no UTF-8."""
    return value.encode("utf-8", "surrogatepass")


def in_path(path, name, value):
    label = re.compile(r"\{%s(\+?)\}" % re.escape(name))
    return label.sub(lambda found: quoted(value, "/" if found[1] else ""), path)


def pairs_of(value):
    if isinstance(value, dict):
        return list(value.items())
    if isinstance(value, list):
        return [(pair.name, pair.value) for pair in value if isinstance(pair, Pair)]
    return []


def is_object(value):
    if isinstance(value, list):
        return any(isinstance(one, Pair) for one in value)
    return isinstance(value, dict)


def text(value):
    if isinstance(value, str):
        return value
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, (dict, list)):
        return to_json(value)
    return json.dumps(value)


def one_line(value):
    return value.replace("\r", "%0D").replace("\n", "%0A")


def quoted(value, safe=""):
    return urllib.parse.quote(encoded(value), safe=safe)


def to_json(value):
    if is_object(value):
        members = (f"{json.dumps(str(name))}:{to_json(one)}" for name, one in pairs_of(value))
        return "{" + ",".join(members) + "}"
    if isinstance(value, list):
        return "[" + ",".join(to_json(one) for one in value) + "]"
    if isinstance(value, bytes):
        return json.dumps(base64.b64encode(value).decode())
    return json.dumps(value, ensure_ascii=False)


def to_xml(name, value, shape):
    if is_object(value):
        members = members_of(shape)
        inner = "".join(xml_member(key, one, members.get(key, {})) for key, one in pairs_of(value))
    elif isinstance(value, list):
        inner = "".join(to_xml("member", one, None) for one in value)
    else:
        inner = text(value).replace("&", "&amp;").replace("<", "&lt;")
    return f"<{name}>{inner}</{name}>"


def xml_member(key, value, member):
    """A list stands in an element of its own, unless the shape flattens it."""
    name, shape = member.get("wire_name", str(key)), member.get("type")
    if not isinstance(value, list) or is_object(value):
        return to_xml(name, value, shape)
    element = (shape or {}).get("element")
    if member.get("flattened"):
        return "".join(to_xml(name, one, element) for one in value)
    each = member.get("element_name", "member")
    return f"<{name}>" + "".join(to_xml(each, one, element) for one in value) + f"</{name}>"


def members_of(shape):
    """By the names of both kinds."""
    members = (shape or {}).get("members", [])
    return {member[name]: member for name in ("wire_name", "name") for member in members}


def flatten(pairs, prefix, value, shape):
    """As the Query protocol numbers lists and maps."""
    members = members_of(shape)
    for name, one in pairs_of(value):
        member = members.get(name, {})
        wire = prefix + member.get("query_name", str(name))
        of = member.get("type") or {}
        if isinstance(one, dict) and of.get("kind") == "map":
            entry = wire if member.get("flattened") else wire + ".entry"
            key_name, value_name = member.get("map_key", "key"), member.get("map_value", "value")
            for number, (key, each) in enumerate(pairs_of(one), 1):
                pairs.append((f"{entry}.{number}.{key_name}", text(key)))
                written(pairs, f"{entry}.{number}.{value_name}", each, of.get("element"))
        elif isinstance(one, list) and not is_object(one):
            entry = wire if member.get("flattened") else wire + ".member"
            for number, each in enumerate(one, 1):
                written(pairs, f"{entry}.{number}", each, of.get("element"))
        else:
            written(pairs, wire, one, of)


def written(pairs, name, value, shape):
    if is_object(value):
        flatten(pairs, name + ".", value, shape)
    else:
        pairs.append((name, text(value)))
