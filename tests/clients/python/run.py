#!/usr/bin/python3
"""Runs the tests with the AWS SDK for Python against one server with a held clock.

    run.py              all of them, and then whether every operation has been called
    run.py sqs s3       those of test_sqs.py and test_s3.py
"""

import importlib
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import support  # noqa: E402
from emu_server import BUS_SCENARIO, EmuServer  # noqa: E402

FOLDER = pathlib.Path(__file__).resolve().parent


def names_of_tests(pattern):
    return sorted(path.stem for path in FOLDER.glob(f"test_{pattern}.py"))


def suite_of(names):
    loader = unittest.defaultTestLoader
    suite = unittest.TestSuite()
    for name in names:
        suite.addTests(loader.loadTestsFromModule(importlib.import_module(name)))
    return suite


def main(chosen):
    names = [f"test_{name}" for name in chosen]
    if not names:
        names = names_of_tests("*")
        # Last, since it looks at what the others have called.
        names.append("every_operation")
    with EmuServer("--clock", "held", "--init", BUS_SCENARIO) as server:
        support.use_server(server)
        result = unittest.TextTestRunner(verbosity=2).run(suite_of(names))
    return 0 if result.wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
