"""Compares what emu says of its shapes with AWS's API models.

    for difference in differences(document, models):
        print(difference)    # sqs.SendMessage.input.DelaySeconds: max is 800, AWS's is 900

`document` is what `emu operations --json` prints. Operations that only AWS has are no difference;
everything else is. Lists are written as `Entries[]`, maps as `Tags{}`, and a structure that holds
itself is followed once. Members that AWS calls deprecated may be there or not. Not compared, since
they say nothing about an answer: required members, enumerations and bounds of outputs. Lengths from
0 on are none. Members that are AWS's documents of any kind have no shape to compare.
"""

import collections
import re

Difference = collections.namedtuple("Difference", "where what is_due_to_age")
Difference.__str__ = lambda self: f"{self.where}: {self.what}"
Difference.__doc__ = """One difference.

is_due_to_age: an older model may say so of a shape that is right, because AWS only ever adds
operations, members and values, and only ever loosens bounds and requirements.
"""

_KINDS = {
    "string": "string",
    "character": "string",
    "boolean": "boolean",
    "integer": "integer",
    "long": "integer",
    "float": "double",
    "double": "double",
    "timestamp": "timestamp",
    "blob": "blob",
    "list": "list",
    "map": "map",
    "structure": "structure",
}
_LOCATIONS = {
    "header": "header",
    "headers": "headers",
    "uri": "path",
    "querystring": "query",
    "statusCode": "status",
}
_XML = ("query", "ec2", "rest-xml")
_REST = ("rest-json", "rest-xml")


def differences(document, models):
    found = []
    for service in document["services"]:
        # What botocore calls a service, the AWS CLI calls it too, but for S3's "s3api".
        model = models.service(service.get("cli_name", "")) or models.service(service["name"])
        if model is None:
            found.append(Difference(service["name"], "AWS has no such service", True))
            continue
        found += _Comparison(service, model).run()
    return found


class _Comparison:
    def __init__(self, service, model):
        self.service = service
        self.model = model
        self.protocol = model["metadata"]["protocol"]
        # Models from before a service changed its protocol know other names on the wire.
        protocols = service.get("protocols") or [{"name": self.protocol}]
        self.same_protocol = protocols[0]["name"] == self.protocol
        self.is_input = True
        self.found = []

    def run(self):
        for operation in self.service["operations"]:
            where = f"{self.service['name']}.{operation['name']}"
            theirs = self.model["operations"].get(operation["name"])
            if theirs is None:
                self._add(where, "AWS has no such operation", True)
                continue
            self._http(where, operation, theirs)
            for side in ("input", "output"):
                self.is_input = side == "input"
                name = theirs.get(side, {}).get("shape")
                self._structure(f"{where}.{side}", operation[side], name, ())
        return self.found

    def _add(self, where, what, is_due_to_age=False):
        self.found.append(Difference(where, what, is_due_to_age))

    def _differ(self, where, of_what, ours, theirs, is_due_to_age=False):
        if ours != theirs:
            self._add(where, f"{of_what} is {_text(ours)}, AWS's is {_text(theirs)}", is_due_to_age)

    def _http(self, where, operation, theirs):
        if self.protocol not in _REST:
            return
        http = theirs["http"]
        self._differ(where, "method", operation["method"], http["method"])
        # What a label is called is not on the wire; which member it stands for is.
        ours = {
            member["wire_name"]: member["name"]
            for member in operation["input"]["members"]
            if member["location"] == "path"
        }
        members = self._members(theirs.get("input", {}).get("shape"))
        labels = {
            member.get("locationName", name): name
            for name, member in members.items()
            if member.get("location") == "uri"
        }
        self._differ(where, "uri", _uri(operation["uri"], ours), _uri(http["requestUri"], labels))
        self._differ(where, "status", operation["status"], http.get("responseCode", 200))

    def _members(self, name):
        return self.model["shapes"][name]["members"] if name else {}

    # What a structure and a shape of the model have in common; `inside` are the shapes around it.
    def _structure(self, where, ours, name, inside):
        if name in inside or ours.get("recursive"):
            return
        shape = self.model["shapes"][name] if name else {"members": {}}
        theirs = shape["members"]
        members = {member["name"]: member for member in ours["members"]}
        for missing in sorted(theirs.keys() - members.keys()):
            if not theirs[missing].get("deprecated"):
                self._add(f"{where}.{missing}", "missing")
        for member in ours["members"]:
            at = f"{where}.{member['name']}"
            their = theirs.get(member["name"])
            if their is None:
                self._add(at, "AWS has no such member", True)
                continue
            if self.is_input:
                is_required = member["name"] in shape.get("required", [])
                self._required(at, member.get("required", False), is_required)
            self._on_the_wire(at, member, their, shape)
            self._value(at, member["type"], member, their["shape"], inside + (name,))

    def _required(self, where, ours, theirs):
        if ours and not theirs:
            self._add(where, "required, AWS's is optional")
        elif theirs and not ours:
            self._add(where, "optional, AWS's is required", True)

    def _on_the_wire(self, where, ours, theirs, parent):
        if self.protocol in _REST:
            location = _LOCATIONS.get(theirs.get("location"), "body")
            if parent.get("payload") == ours["name"]:
                location = "payload"
            self._differ(where, "location", ours["location"], location)
            if location in ("payload", "status", "path"):
                return
        shape = self.model["shapes"][theirs["shape"]]
        # The member's own name on the wire, that of its shape, or none.
        name = theirs.get("locationName", shape.get("locationName", ours["name"]))
        is_flattened = bool(theirs.get("flattened") or shape.get("flattened"))
        if self.protocol in _XML:
            if self.same_protocol:  # else the service's profile says so for all of its members
                self._differ(where, "flattened", ours.get("flattened", False), is_flattened)
            if shape["type"] == "map":
                self._map_entries(where, ours, shape)
            if shape["type"] == "list":
                element = shape["member"].get("locationName", "member")
                if not is_flattened and self.same_protocol:
                    self._differ(
                        where, "name of entries", ours.get("element_name", "member"), element
                    )
                elif "locationName" in shape["member"]:
                    name = element
        our_name = ours["wire_name"]
        if not self.same_protocol:
            our_name = ours.get("query_name", our_name)
        if ours["location"] in ("header", "headers"):
            our_name, name = our_name.lower(), name.lower()
        self._differ(where, "wire name", our_name, name)

    def _map_entries(self, where, ours, shape):
        for part in ("key", "value"):
            name = shape[part].get("locationName", part)
            self._differ(where, f"name of a {part}", ours.get(f"map_{part}", part), name)

    # A value of a member, of a list or of a map; `rules` hold its constraints.
    def _value(self, where, ours, rules, name, inside):
        shape = self.model["shapes"][name]
        kind = _KINDS.get(shape["type"])
        if ours["kind"] == "custom" or kind is None:
            return
        if ours["kind"] != kind:
            self._add(where, f"type is {ours['kind']}, AWS's is {kind}")
            return
        if shape["type"] == "long" and ours["bits"] < 64:
            self._add(where, "type is of 32 bits, AWS's is of 64")
        if self.is_input:
            self._values(where, rules.get("values"), shape.get("enum"))
            self._bounds(where, kind, rules, shape)
        if kind == "structure":
            self._structure(where, ours, name, inside)
        elif kind == "list":
            self._value(
                where + "[]", ours["element"], rules.get("each", {}), shape["member"]["shape"],
                inside,
            )
        elif kind == "map":
            self._value(
                where + "{}", ours["element"], rules.get("each", {}), shape["value"]["shape"],
                inside,
            )

    def _values(self, where, ours, theirs):
        if ours is None and theirs is None:
            return
        if ours is None or theirs is None:
            who = "any value is taken" if ours is None else "an enumeration"
            self._add(where, f"{who}, AWS's is {'any value' if theirs is None else 'an enumeration'}",
                      theirs is None)
            return
        for value in sorted(set(theirs) - set(ours)):
            self._add(where, f"value {value} is missing")
        for value in sorted(set(ours) - set(theirs)):
            self._add(where, f"AWS has no value {value}", True)

    def _bounds(self, where, kind, ours, theirs):
        low, high = ours.get("min"), ours.get("max")
        their_low, their_high = theirs.get("min"), theirs.get("max")
        if kind in ("string", "blob", "list", "map"):
            low, their_low = low or None, their_low or None
        elif kind not in ("integer", "double"):
            return
        looser = low is None or (their_low is not None and low < their_low)
        self._differ(where, "min", low, their_low, looser)
        looser = high is None or (their_high is not None and high > their_high)
        self._differ(where, "max", high, their_high, looser)


# With the names of members in place of those of labels.
def _uri(uri, members):
    return re.sub(r"{([^}+]*)", lambda label: "{" + members.get(label[1], label[1]), uri)


def _text(value):
    if value is None:
        return "none"
    return str(value).lower() if isinstance(value, bool) else str(value)
