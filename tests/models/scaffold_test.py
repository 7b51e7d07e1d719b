"""What tools/scaffold.py writes compiles, is in the project's format, and leaves what is there alone.

Tried with a service of the Query protocol, one of REST and one of JSON. Only syntax is checked:
what an operation does is for its test. Ends with 77, skipped, without API models or a compiler.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

PROJECT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT / "tools"))

import api_models  # noqa: E402
import scaffold  # noqa: E402

SKIPPED = 77
MODELS = api_models.newest()
COMPILER = os.environ.get("CXX") or shutil.which("c++")
SERVICES = {
    "sns": ["Publish", "CreateTopic"],
    "scheduler": ["CreateSchedule", "DeleteSchedule"],
    "kinesis": ["PutRecord"],
}


class Scaffold(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)

    def scaffold(self, service, operations, part="first"):
        return scaffold.scaffold(MODELS.service(service), service, part, operations, self.root)

    def compile(self, paths):
        # As one, since most of the time goes to what they include.
        all_of_them = self.root / "all.cc"
        all_of_them.write_text("".join(f'#include "{path}"\n' for path in paths))
        folders = [self.root / "include", self.root / "emu", PROJECT / "include", PROJECT / "emu"]
        flags = ["-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Wshadow", "-Werror"]
        ran = subprocess.run(
            [COMPILER, *flags, *[f"-I{folder}" for folder in folders], str(all_of_them)],
            capture_output=True,
            text=True,
        )
        self.assertEqual(ran.returncode, 0, ran.stderr)

    def test_what_it_writes_compiles(self):
        sources = []
        for service, operations in SERVICES.items():
            written, _ = self.scaffold(service, operations)
            of_service = [path for path in written if path.suffix == ".cc"]
            self.assertEqual(len(of_service), 5 + 2 * len(operations))
            sources += of_service
        self.compile(sources)

    def test_what_it_writes_is_formatted(self):
        if shutil.which("clang-format") is None:
            self.skipTest("no clang-format")
        for service, operations in SERVICES.items():
            written, _ = self.scaffold(service, operations)
            for path in written:
                if path.suffix not in (".h", ".cc"):
                    continue
                style = f"--style=file:{PROJECT / '.clang-format'}"
                ran = subprocess.run(["clang-format", style, str(path)], capture_output=True)
                self.assertEqual(ran.stdout.decode(), path.read_text())

    def test_types_and_bounds_are_those_of_the_model(self):
        self.scaffold("scheduler", SERVICES["scheduler"])
        header = (self.root / "include/emu/scheduler/first.h").read_text()
        for line in (
            '"scheduler", "CreateSchedule", "POST",',
            "using Result = CreateScheduleResult;",
            "using Result = Nothing;",
            "  std::string schedule_expression;\n",
            "  std::optional<Time> start_date = {};\n",
            "  std::optional<std::int32_t> maximum_window_in_minutes = {};\n",
            "  FlexibleTimeWindow flexible_time_window;\n",
        ):
            self.assertIn(line, header)
        shapes = (self.root / "emu/scheduler/shapes/first.cc").read_text()
        for line in (
            's.member("Name", &CreateSchedule::name).path("Name").required().range(1, 64);',
            's.member("Mode", &FlexibleTimeWindow::mode).required().one_of({"OFF", "FLEXIBLE"});',
            "EMU_DESCRIBED_OPERATION(scheduler::CreateSchedule);",
        ):
            self.assertIn(line, shapes)

    def test_what_is_there_stays(self):
        self.scaffold("sns", ["Publish"], part="publishing")
        header = self.root / "include/emu/sns/publishing.h"
        header.write_text("// Mine.\n")
        written, left = self.scaffold("sns", ["Unsubscribe"], part="publishing")
        self.assertEqual(header.read_text(), "// Mine.\n")
        self.assertEqual(
            sorted(path.name for path in written), ["unsubscribe.cc", "unsubscribe_test.cc"]
        )
        text = "\n".join(left)
        self.assertIn("struct Unsubscribe {", text)
        self.assertIn("table.add<Unsubscribe>(*this, &Sns::unsubscribe);", text)


if __name__ == "__main__":
    if MODELS is None or COMPILER is None:
        print("no API models, which botocore carries, or no compiler on this machine")
        sys.exit(SKIPPED)
    unittest.main()
