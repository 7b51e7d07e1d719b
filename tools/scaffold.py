#!/usr/bin/env python3
"""Writes the beginning of operations, or of a whole service, from AWS's API model.

    tools/scaffold.py sns --part publishing Publish PublishBatch
    tools/scaffold.py scheduler CreateSchedule --into a-folder

For each operation: its struct and result in include/emu/<service>/<part>.h, their descriptions in
emu/<service>/shapes/<part>.cc, the function's skeleton and its test, which fails until the function
is written. For a service that is new, also the files that every service has. A file that is there
is never touched: what belongs into it is printed. So is what the model says and no description can
hold, such as patterns.

Names, types and bounds come from the newest API model of this machine, see api_models.py; comments,
limits and errors are for whoever writes the operation.
"""

import argparse
import pathlib
import shutil
import subprocess
import sys

import api_models
import cpp_service
import cpp_shapes

PROJECT = pathlib.Path(__file__).resolve().parents[1]


class Writer:
    """Writes files that are not there, in the project's format."""

    def __init__(self, root):
        self.root = root
        self.written = []

    def write(self, path, text):
        """Whether the file was not there."""
        target = self.root / path
        if target.exists():
            return False
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)
        self.written.append(target)
        return True

    def format(self):
        sources = [str(path) for path in self.written if path.suffix in (".h", ".cc")]
        if sources and shutil.which("clang-format"):
            style = f"--style=file:{PROJECT / '.clang-format'}"
            subprocess.run(["clang-format", "-i", style, *sources], check=True)


def scaffold(model, service, part_name, operations, root):
    """Writes the files below `root`; gives the paths, and in words what is left to do."""
    writer = Writer(root)
    part = cpp_shapes.Part(model, service, operations)
    todo = []

    # Into a file that is there belongs something else than into a new one.
    def into(path, text, what):
        if not writer.write(path, text) and what not in (root / path).read_text():
            todo.append(f"{path}: {what}")

    def lines(texts):
        return "".join(f"\n    {text}" for text in texts)

    folder = f"emu/{service}"
    include = f"#include <emu/{service}/{part_name}.h>"
    is_new = not (root / folder).exists()
    header, shapes = part.header(part_name), part.shapes(part_name)
    into(f"include/emu/{service}/{part_name}.h", header, f"the structs:\n{header}")
    into(f"{folder}/shapes/{part_name}.cc", shapes, f"the descriptions:\n{shapes}")
    for name in operations:
        file = cpp_shapes.snake(name)
        into(f"{folder}/ops/{file}.cc", cpp_service.operation_source(service, part, name), name)
        into(f"tests/{service}/{file}_test.cc", cpp_service.operation_test(service, name), name)

    into(f"include/emu/{service}.h", cpp_service.overview(service, model, ["errors", part_name]), include)
    into(
        f"{folder}/service.h",
        cpp_service.service_header(service, model, part, operations),
        lines(cpp_service.signatures(service, part, operations)),
    )
    into(
        f"{folder}/operations.cc",
        cpp_service.operations_source(service, model, operations),
        lines(cpp_service.registrations(service, operations)),
    )
    into(
        f"{folder}/README.md",
        cpp_service.readme(service, model, operations),
        lines(f"| {name} | |" for name in operations),
    )
    if is_new:
        writer.write(
            f"include/emu/{service}/errors.h",
            cpp_service.public_errors(service, model, operations),
        )
        writer.write(f"{folder}/service.cc", cpp_service.service_source(service))
        writer.write(f"{folder}/profile.cc", cpp_service.profile(service, model, operations))
        writer.write(f"{folder}/limits.h", cpp_service.limits(service, model))
        writer.write(f"{folder}/errors.h", cpp_service.errors_header(service, model))
        writer.write(f"{folder}/errors.cc", cpp_service.errors_source(service, model))
        writer.write(f"{folder}/state.h", cpp_service.state(service, model))
        todo.append(f"include/emu/emu.h: #include <emu/{service}.h>")
        todo.append(f"emu/cloud.cc: X({service}) in the list of services")
        todo.append(f"CMakeLists.txt: emu_library({service} LIBRARIES fmt::fmt)")
    writer.format()
    return writer.written, todo + list(dict.fromkeys(part.left_out))


def main():
    parser = argparse.ArgumentParser(
        description="Writes the beginning of operations, or of a service, from AWS's API model."
    )
    parser.add_argument("service", help="as the AWS CLI calls it: sns")
    parser.add_argument("operations", nargs="+", metavar="Operation")
    parser.add_argument("--part", help="of the service's headers; by default the first operation")
    parser.add_argument("--into", type=pathlib.Path, default=PROJECT, help="another project's root")
    arguments = parser.parse_args()

    models = api_models.newest()
    if models is None:
        sys.exit("no Python on this machine has botocore, which carries the API models")
    model = models.service(arguments.service)
    if model is None:
        sys.exit(f"{models.source} knows no service '{arguments.service}'")
    for name in arguments.operations:
        if name not in model["operations"]:
            sys.exit(f"{arguments.service} has no operation '{name}'")

    part = arguments.part or cpp_shapes.snake(arguments.operations[0])
    service = arguments.service.replace("-", "")
    written, todo = scaffold(model, service, part, arguments.operations, arguments.into)
    print(f"from {models.source}")
    for path in written:
        print(f"wrote {path.relative_to(arguments.into)}")
    for each in todo:
        print(f"left: {each}")


if __name__ == "__main__":
    main()
