"""Holds every shape of emu against AWS's API models: the program's description of its operations
against the newest models that a Python on this machine carries.

Whatever differs is in known_differences.txt with its reason, or the test fails; so it does when an
entry there no longer differs. What older models do not know is asked of the AWS SDK for JavaScript,
when EMU_NODE_MODULES names a folder that has it. The program is the one that EMU_PROGRAM names.
Ends with 77, skipped, when no models are found.
"""

import json
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "tools"))

import api_models  # noqa: E402
import compare  # noqa: E402
import javascript  # noqa: E402
import known  # noqa: E402

SKIPPED = 77


def main():
    models = api_models.newest()
    if models is None:
        print("no Python on this machine has botocore, which carries the API models")
        return SKIPPED
    program = os.environ.get("EMU_PROGRAM", HERE.parents[1] / "build/release/emu")
    ran = subprocess.run([program, "operations", "--json"], capture_output=True, check=True)
    document = json.loads(ran.stdout)
    listed = known.Known((HERE / "known_differences.txt").read_text())

    found = compare.differences(document, models)
    verdict = known.judge(found, listed, models.version)
    age = ", older than the list of known differences" if models.version < listed.version else ""
    operations = sum(len(service["operations"]) for service in document["services"])
    print(f"{operations} operations against {models.source}{age}")
    unheard = None
    if verdict.too_old:
        unheard = javascript.unheard_of(document, os.environ.get("EMU_NODE_MODULES"))
    if unheard is not None:
        print("what they do not know against the AWS SDK for JavaScript")
        verdict.unknown += javascript.contradicted(verdict.too_old, unheard)
    for difference in verdict.too_old:
        print(f"model too old: {difference}")
    for difference in verdict.unknown:
        print(f"differs: {difference}")
    for line in verdict.stale:
        print(f"known, and no longer so: {line}")
    print(
        f"{len(found)} differences, {len(verdict.unknown)} of them unknown, "
        f"{len(verdict.too_old)} set aside, {len(verdict.stale)} entries without one"
    )
    return 1 if verdict.unknown or verdict.stale else 0


if __name__ == "__main__":
    sys.exit(main())
