"""The comparison with AWS's models, tried on a small service: a shape that is right shows nothing,
and each planted fault shows as itself."""

import copy
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "tools"))

import compare  # noqa: E402
import javascript  # noqa: E402
import known  # noqa: E402

MODEL = {
    "metadata": {"protocol": "rest-xml"},
    "operations": {
        "PutSeat": {
            "http": {"method": "PUT", "requestUri": "/{Bus}/seats", "responseCode": 201},
            "input": {"shape": "PutSeatRequest"},
        }
    },
    "shapes": {
        "PutSeatRequest": {
            "type": "structure",
            "required": ["Bus"],
            "members": {
                "Bus": {"shape": "Name", "location": "uri", "locationName": "Bus"},
                "Number": {"shape": "Number", "location": "header", "locationName": "x-number"},
                "Class": {"shape": "Class", "location": "querystring", "locationName": "class"},
                "Seats": {"shape": "Seats", "locationName": "Seat"},
                "Old": {"shape": "Name", "deprecated": True},
            },
        },
        "Name": {"type": "string", "min": 1, "max": 64},
        "Number": {"type": "integer", "min": 0, "max": 80},
        "Class": {"type": "string", "enum": ["first", "second"]},
        "Seats": {"type": "list", "member": {"shape": "Seat"}, "flattened": True},
        "Seat": {
            "type": "structure",
            "members": {"Neighbours": {"shape": "Seats"}, "Booked": {"shape": "Date"}},
        },
        "Date": {"type": "timestamp"},
    },
}

SEAT = {
    "kind": "structure",
    "members": [
        {
            "name": "Neighbours",
            "wire_name": "Neighbours",
            "location": "body",
            "flattened": True,
            "type": {"kind": "list", "element": {"kind": "structure", "recursive": True}},
        },
        {
            "name": "Booked",
            "wire_name": "Booked",
            "location": "body",
            "type": {"kind": "timestamp"},
        },
    ],
}
DOCUMENT = {
    "services": [
        {
            "name": "bus",
            "protocols": [{"name": "rest-xml"}],
            "operations": [
                {
                    "name": "PutSeat",
                    "method": "PUT",
                    "uri": "/{Bus}/seats",
                    "status": 201,
                    "input": {
                        "kind": "structure",
                        "members": [
                            {
                                "name": "Bus",
                                "wire_name": "Bus",
                                "location": "path",
                                "required": True,
                                "min": 1,
                                "max": 64,
                                "type": {"kind": "string"},
                            },
                            {
                                "name": "Number",
                                "wire_name": "X-Number",
                                "location": "header",
                                "min": 0,
                                "max": 80,
                                "type": {"kind": "integer", "bits": 32},
                            },
                            {
                                "name": "Class",
                                "wire_name": "class",
                                "location": "query",
                                "values": ["second", "first"],
                                "type": {"kind": "string"},
                            },
                            {
                                "name": "Seats",
                                "wire_name": "Seat",
                                "location": "body",
                                "flattened": True,
                                "type": {"kind": "list", "element": SEAT},
                            },
                        ],
                    },
                    "output": {"kind": "structure", "members": []},
                }
            ],
        }
    ]
}


class OneService:
    def __init__(self, model):
        self.model = model

    def service(self, name):
        return self.model if name == "bus" else None


def found_in(document, model=None):
    return [str(each) for each in compare.differences(document, OneService(model or MODEL))]


def planted(change):
    """What is found when something is changed in the operation's description."""
    document = copy.deepcopy(DOCUMENT)
    operation = document["services"][0]["operations"][0]
    members = {member["name"]: member for member in operation["input"]["members"]}
    change(operation, members)
    return found_in(document)


class Comparison(unittest.TestCase):
    def test_a_shape_that_is_right_shows_nothing(self):
        self.assertEqual(found_in(DOCUMENT), [])

    def test_a_wrong_bound(self):
        found = planted(lambda _, members: members["Number"].update(max=81))
        self.assertEqual(found, ["bus.PutSeat.input.Number: max is 81, AWS's is 80"])
        found = planted(lambda _, members: members["Bus"].pop("min"))
        self.assertEqual(found, ["bus.PutSeat.input.Bus: min is none, AWS's is 1"])

    def test_a_wrong_name(self):
        found = planted(lambda _, members: members["Number"].update(name="Nummer"))
        self.assertEqual(
            found,
            [
                "bus.PutSeat.input.Number: missing",
                "bus.PutSeat.input.Nummer: AWS has no such member",
            ],
        )
        found = planted(lambda _, members: members["Seats"].update(wire_name="Seats"))
        self.assertEqual(found, ["bus.PutSeat.input.Seats: wire name is Seats, AWS's is Seat"])

    def test_a_wrong_location(self):
        found = planted(lambda _, members: members["Class"].update(location="header"))
        self.assertEqual(found, ["bus.PutSeat.input.Class: location is header, AWS's is query"])

    def test_names_of_an_older_protocol(self):
        model = copy.deepcopy(MODEL)
        model["metadata"]["protocol"] = "query"
        members = model["shapes"]["PutSeatRequest"]["members"]
        members["Tags"] = {"shape": "Tags", "locationName": "Tag"}
        model["shapes"]["Tags"] = {
            "type": "map",
            "key": {"shape": "Name", "locationName": "Key"},
            "value": {"shape": "Name", "locationName": "Value"},
        }
        document = copy.deepcopy(DOCUMENT)
        document["services"][0]["protocols"] = [{"name": "json"}, {"name": "query"}]
        ours = document["services"][0]["operations"][0]["input"]["members"]
        for member in ours:
            member["wire_name"] = member["name"]
            member["query_name"] = members[member["name"]].get("locationName", member["name"])
        tags = {
            "name": "Tags",
            "wire_name": "Tags",
            "query_name": "Tag",
            "location": "body",
            "map_key": "Key",
            "map_value": "Value",
            "each": {"min": 1, "max": 64},
            "type": {"kind": "map", "element": {"kind": "string"}},
        }
        ours.append(tags)
        self.assertEqual(found_in(document, model), [])
        del tags["query_name"], tags["map_key"]
        self.assertEqual(
            found_in(document, model),
            [
                "bus.PutSeat.input.Tags: name of a key is key, AWS's is Key",
                "bus.PutSeat.input.Tags: wire name is Tags, AWS's is Tag",
            ],
        )

    def test_the_other_faults(self):
        at = "bus.PutSeat"
        cases = [
            (lambda op, _: op.update(name="TakeSeat"), "bus.TakeSeat: AWS has no such operation"),
            (lambda op, _: op.update(method="POST"), f"{at}: method is POST, AWS's is PUT"),
            (
                lambda op, _: op.update(uri="/{Bus}/seat"),
                f"{at}: uri is /{{Bus}}/seat, AWS's is /{{Bus}}/seats",
            ),
            (lambda op, _: op.update(status=200), f"{at}: status is 200, AWS's is 201"),
            (
                lambda _, members: members["Bus"].pop("required"),
                f"{at}.input.Bus: optional, AWS's is required",
            ),
            (
                lambda _, members: members["Number"].update(required=True),
                f"{at}.input.Number: required, AWS's is optional",
            ),
            (
                lambda _, members: members["Class"].update(values=["first"]),
                f"{at}.input.Class: value second is missing",
            ),
            (
                lambda _, members: members["Class"].pop("values"),
                f"{at}.input.Class: any value is taken, AWS's is an enumeration",
            ),
            (
                lambda _, members: members["Seats"].pop("flattened"),
                f"{at}.input.Seats: flattened is false, AWS's is true",
            ),
            (
                lambda _, members: members["Seats"]["type"]["element"]["members"].pop(),
                f"{at}.input.Seats[].Booked: missing",
            ),
            (
                lambda _, members: members["Number"].update(type={"kind": "double"}),
                f"{at}.input.Number: type is double, AWS's is integer",
            ),
        ]
        for change, expected in cases:
            self.assertEqual(planted(change), [expected])


def difference(text, is_due_to_age=False):
    where, what = text.split(": ", 1)
    return compare.Difference(where, what, is_due_to_age)


class KnownDifferences(unittest.TestCase):
    LIST = known.Known(
        "# A comment.\nmodels: botocore 1.10.2\n\n[not offered yet]\nbus.*.Old: missing\n"
        "bus.*Seats[].Window: missing\n"
    )
    OLD = difference("bus.PutSeat.input.Old: missing")
    WINDOW = difference("bus.PutSeat.input.Seats[].Window: missing")
    NEW = difference("bus.PutSeat.input.New: AWS has no such member", True)

    def test_what_has_a_reason_is_fine(self):
        verdict = known.judge([self.OLD, self.WINDOW], self.LIST, (1, 10, 2))
        self.assertEqual((verdict.unknown, verdict.stale, verdict.too_old), ([], [], []))

    def test_what_has_none_is_not(self):
        verdict = known.judge([self.OLD, self.WINDOW, self.NEW], self.LIST, (1, 10, 2))
        self.assertEqual(verdict.unknown, [self.NEW])

    def test_an_entry_that_no_longer_differs_is_not(self):
        verdict = known.judge([self.OLD], self.LIST, (1, 10, 2))
        self.assertEqual(verdict.stale, ["bus.*Seats[].Window: missing"])

    def test_an_older_model_does_not_know_what_came_later(self):
        wrong = difference("bus.PutSeat.input.Class: location is header, AWS's is query")
        verdict = known.judge([self.OLD, self.NEW, wrong], self.LIST, (1, 9, 30))
        self.assertEqual(verdict.too_old, [self.NEW])
        self.assertEqual(verdict.unknown, [wrong])
        self.assertEqual(verdict.stale, [])

    def test_the_sdk_for_javascript_is_asked_about_what_is_newer(self):
        other = difference("bus.PutSeat.input.Class: AWS has no value third", True)
        too_old = [self.NEW, other]
        self.assertEqual(javascript.contradicted(too_old, {"bus.PutSeat.input.New"}), [self.NEW])
        self.assertEqual(javascript.contradicted(too_old, set()), [])

    def test_a_difference_needs_a_reason(self):
        with self.assertRaises(ValueError):
            known.Known("bus.*: missing\n")


if __name__ == "__main__":
    unittest.main()
