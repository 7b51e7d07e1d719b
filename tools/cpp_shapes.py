"""Structs and descriptions of operations, written from an API model: for scaffold.py.

    part = cpp_shapes.Part(model, "sns", ["Publish", "CreateTopic"])
    part.header("publishing")     # include/emu/sns/publishing.h
    part.shapes("publishing")     # emu/sns/shapes/publishing.cc
    part.left_out                 # what needs a hand, in words

Names, types and bounds come from the model, never a word of its documentation. Deprecated members
are left out, as are patterns, which are functions here.
"""

import re

_INDENT = "  "
_COLUMNS = 100
# Words that cannot be members.
_KEYWORDS = {
    "and", "auto", "bool", "break", "case", "char", "class", "const", "continue", "default",
    "delete", "do", "double", "else", "enum", "explicit", "export", "extern", "false", "float",
    "for", "if", "int", "long", "namespace", "new", "not", "operator", "or", "private",
    "protected", "public", "register", "return", "short", "signed", "static", "struct", "switch",
    "template", "this", "throw", "true", "try", "typedef", "union", "unsigned", "using",
    "virtual", "void", "while",
}  # fmt: skip
_SCALARS = {
    "string": "std::string",
    "character": "std::string",
    "boolean": "bool",
    "integer": "std::int32_t",
    "long": "std::int64_t",
    "float": "double",
    "double": "double",
    "timestamp": "Time",
    "blob": "Blob",
}
# What of the standard library a type needs.
_HEADERS = {
    "std::int32_t": "cstdint",
    "std::int64_t": "cstdint",
    "std::map": "map",
    "std::optional": "optional",
    "std::string": "string",
    "std::vector": "vector",
}
_LOCATIONS = {
    "header": "header",
    "headers": "header_prefix",
    "uri": "path",
    "querystring": "query",
}


def snake(name):
    """queue_owner_aws_account_id of QueueOwnerAWSAccountId."""
    words = re.sub(r"(.)([A-Z][a-z]+)", r"\1_\2", name)
    words = re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", words).lower().replace("__", "_")
    return words + "_value" if words in _KEYWORDS else words


def camel(name):
    """SseSpecification of SSESpecification: the name of a struct."""
    name = re.sub(r"[A-Z]+(?=[A-Z][a-z]|$)", lambda run: run[0].capitalize(), name)
    return name[0].upper() + name[1:]


class Part:
    """Some operations of a service with the structures that they need."""

    def __init__(self, model, service, operations):
        self.model = model
        self.service = service
        self.protocol = model["metadata"]["protocol"]
        self.left_out = []
        self.names = {}  # of structs, by shape
        self.order = []  # (struct, shape or None, operation or None), what is used first
        self.in_inputs = set()  # shapes
        for name in operations:
            self._operation(name)

    # ---- Which structs there are ----

    def result_of(self, operation):
        """The type of an operation's result. The Query protocol tells one without members from
        none: it writes an element."""
        shape = self.model["operations"][operation].get("output", {}).get("shape")
        has_result = shape and (self._members(shape) or self.protocol == "query")
        return f"{operation}Result" if has_result else "Nothing"

    def _members(self, shape):
        members = self.model["shapes"][shape]["members"] if shape else {}
        return {name: each for name, each in members.items() if not each.get("deprecated")}

    def _operation(self, name):
        operation = self.model["operations"][name]
        given = operation.get("input", {}).get("shape")
        taken = operation.get("output", {}).get("shape")
        for shape in (given, taken):
            for member in self._members(shape).values():
                self._nested(member["shape"], shape == given, (shape,))
        if self.result_of(name) != "Nothing":
            self.order.append((f"{name}Result", taken, None))
        self.order.append((name, given, name))
        if given:
            self.in_inputs.add(given)

    def _nested(self, name, is_input, inside):
        shape = self.model["shapes"][name]
        if shape["type"] == "list":
            self._nested(shape["member"]["shape"], is_input, inside)
        elif shape["type"] == "map":
            self._nested(shape["value"]["shape"], is_input, inside)
        elif shape["type"] == "structure" and name not in inside:
            if is_input:
                self.in_inputs.add(name)
            for member in self._members(name).values():
                self._nested(member["shape"], is_input, inside + (name,))
            if name not in self.names:
                self.names[name] = camel(name)
                self.order.append((self.names[name], name, None))

    # ---- Types ----

    def _type(self, name):
        shape = self.model["shapes"][name]
        if shape["type"] == "list":
            return f"std::vector<{self._type(shape['member']['shape'])}>"
        if shape["type"] == "map":
            return f"std::map<std::string, {self._type(shape['value']['shape'])}>"
        if shape["type"] == "structure":
            return self.names[name]
        return _SCALARS[shape["type"]]

    # "std::optional<std::string> subject = {};"
    def _declaration(self, member, name, is_required, is_input):
        kind = self.model["shapes"][name]["type"]
        type_name = self._type(name)
        is_text = kind in ("string", "character")
        if is_required and is_input:
            # Without a default, the compiler asks for it.
            fresh = "" if is_text or kind in ("blob", "list", "map", "structure") else " = {}"
            return f"{type_name} {snake(member)}{fresh};"
        # What is empty counts as absent; a text that a client leaves out is told from an empty one.
        if kind in ("blob", "list", "map") or (is_text and not is_input):
            return f"{type_name} {snake(member)} = {{}};"
        return f"std::optional<{type_name}> {snake(member)} = {{}};"

    # Members that C++ can hold.
    def _usable(self, struct, shape):
        usable = {}
        for name, member in self._members(shape).items():
            target = self.model["shapes"][member["shape"]]
            if member["shape"] == shape or self._is_open(member["shape"], struct):
                self.left_out.append(f"{struct}.{name}: a structure inside of itself")
            elif target.get("document") or target.get("eventstream"):
                self.left_out.append(f"{struct}.{name}: a document or a stream of events")
            else:
                usable[name] = member
        return usable

    # Whether a struct comes before this one in the header; lists of later ones would do as well,
    # but nobody needs them often enough.
    def _is_open(self, name, struct):
        shape = self.model["shapes"][name]
        if shape["type"] == "list":
            return self._is_open(shape["member"]["shape"], struct)
        if shape["type"] == "map":
            return self._is_open(shape["value"]["shape"], struct)
        if shape["type"] != "structure":
            return False
        earlier = [each for each, _, _ in self.order[: self._place(struct)]]
        return self.names.get(name) not in earlier

    def _place(self, struct):
        return next(place for place, (name, _, _) in enumerate(self.order) if name == struct)

    # ---- The header ----

    def header(self, part):
        body = "\n".join(self._struct(*each) for each in self.order)
        standard = sorted({file for word, file in _HEADERS.items() if re.search(rf"{word}\b", body)})
        public = ["emu/shape.h"]
        public += ["emu/blob.h"] if re.search(r"\bBlob\b", body) else []
        public += ["emu/time.h"] if re.search(r"\bTime\b", body) else []
        lines = [
            f"// {', '.join(self._operations())}. Include <emu/{self.service}.h>.",
            "#pragma once",
            "",
            *[f"#include <{file}>" for file in sorted(public)],
            "",
            *[f"#include <{file}>" for file in standard],
            "",
            f"namespace emu::{self.service} {{",
            "",
            body,
            f"}}  // namespace emu::{self.service}",
            "",
        ]
        return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))

    def _operations(self):
        return [operation for _, _, operation in self.order if operation]

    def _struct(self, struct, shape, operation):
        lines = [f"struct {struct} {{"]
        if operation:
            lines.append(_INDENT + self._operation_name(operation))
            lines.append(f"{_INDENT}using Result = {self.result_of(operation)};")
        required = self.model["shapes"][shape].get("required", []) if shape else []
        is_input = shape in self.in_inputs
        for name, member in self._usable(struct, shape).items():
            lines.append(
                _INDENT + self._declaration(name, member["shape"], name in required, is_input)
            )
        lines.append(f"{_INDENT}static void describe(StructureShape<{struct}>& s);")
        return "\n".join(lines + ["};", ""])

    def _operation_name(self, operation):
        http = self.model["operations"][operation]["http"]
        parts = [self.service, operation]
        if self.protocol.startswith("rest"):
            parts += [http["method"], http["requestUri"]]
        text = ", ".join(f'"{each}"' for each in parts)
        if self.protocol.startswith("rest") and http.get("responseCode", 200) != 200:
            text += f", {http['responseCode']}"
        return f"static constexpr OperationName kOperation{{{text}}};"

    # ---- The descriptions ----

    def shapes(self, part):
        described = []
        registered = []
        for struct, shape, operation in self.order:
            described.append(self._description(struct, shape))
            macro = "EMU_DESCRIBED_OPERATION" if operation else "EMU_DESCRIBED"
            registered.append(f"{macro}({self.service}::{struct});")
        body = "\n".join(described)
        limits = ["", "#include <limits>"] if "std::numeric_limits" in body else []
        lines = [
            "#include <emu/describe.h>",
            f"#include <emu/{self.service}/{part}.h>",
            *limits,
            "",
            f"namespace emu::{self.service} {{",
            "",
            body,
            f"}}  // namespace emu::{self.service}",
            "",
            "namespace emu {",
            *registered,
            "}  // namespace emu",
            "",
        ]
        return "\n".join(lines)

    def _description(self, struct, shape):
        usable = self._usable(struct, shape)
        argument = " s" if usable else ""
        lines = [f"void {struct}::describe(StructureShape<{struct}>&{argument}) {{"]
        for name, member in usable.items():
            start = f'{_INDENT}s.member("{name}", &{struct}::{snake(name)})'
            calls = self._calls(struct, shape, name, member)
            whole = start + "".join(calls) + ";"
            if len(whole) <= _COLUMNS:
                lines.append(whole)
            else:
                lines.append(start)
                lines += [3 * _INDENT + call for call in calls]
                lines[-1] += ";"
        return "\n".join(lines + ["}", ""]).replace(") {\n}\n", ") {}\n")

    def _calls(self, struct, shape, name, member):
        parent = self.model["shapes"][shape]
        target = self.model["shapes"][member["shape"]]
        calls = self._on_the_wire(parent, name, member, target)
        if shape not in self.in_inputs:
            return calls
        if name in parent.get("required", []):
            calls.append(".required()")
        calls += _bounds(target)
        if target["type"] in ("list", "map"):
            entry = target["member" if target["type"] == "list" else "value"]["shape"]
            rules = _constraints(self.model["shapes"][entry])
            if rules:
                calls.append(f".each({{{rules}}})")
            self._note_pattern(f"{struct}.{name}[]", self.model["shapes"][entry])
        self._note_pattern(f"{struct}.{name}", target)
        return calls

    def _note_pattern(self, where, shape):
        if "pattern" in shape:
            self.left_out.append(f"{where}: the pattern {shape['pattern']}")

    def _on_the_wire(self, parent, name, member, target):
        wire = member.get("locationName", target.get("locationName", name))
        location = member.get("location")
        if parent.get("payload") == name:
            return [".payload()"]
        if location == "statusCode":
            return [".status()"]
        if location:
            return [f'.{_LOCATIONS[location]}("{wire}")']
        calls = []
        is_xml = self.protocol in ("query", "rest-xml")
        is_flattened = is_xml and (member.get("flattened") or target.get("flattened"))
        if is_xml and target["type"] == "list":
            entries = target["member"].get("locationName", "member")
            if is_flattened and "locationName" in target["member"]:
                wire = entries
            elif entries != "member":
                calls.append(f'.entries_named("{entries}")')
        if is_xml and target["type"] == "map":
            key = target["key"].get("locationName", "key")
            value = target["value"].get("locationName", "value")
            if (key, value) != ("key", "value"):
                calls.append(f'.map_named("{key}", "{value}")')
        if wire != name:
            calls.insert(0, f'.wire_name("{wire}")')
        if is_flattened:
            calls.append(".flattened()")
        return calls


def _is_length(shape):
    return shape["type"] in ("string", "character", "blob", "list", "map")


def _limits(shape):
    low, high = shape.get("min"), shape.get("max")
    if _is_length(shape):
        return (low or 0) if high is not None else (low or None), high
    return low, high


def _bounds(shape):
    calls = []
    low, high = _limits(shape)
    if shape["type"] in ("structure", "boolean", "timestamp"):
        low = high = None
    if high is not None:
        lowest = "std::numeric_limits<std::int64_t>::min()" if low is None else low
        calls.append(f".range({lowest}, {high})")
    elif low is not None:
        calls.append(f".at_least({low})")
    if "enum" in shape:
        values = ", ".join(f'"{value}"' for value in shape["enum"])
        calls.append(f".one_of({{{values}}})")
    return calls


# Of an entry of a list or a value of a map.
def _constraints(shape):
    if shape["type"] in ("structure", "boolean", "timestamp"):
        return ""
    low, high = _limits(shape)
    rules = []
    if low:
        rules.append(f".min = {low}")
    if high is not None:
        rules.append(f".max = {high}")
    if "enum" in shape:
        rules.append(".values = {" + ", ".join(f'"{value}"' for value in shape["enum"]) + "}")
    return ", ".join(rules)
