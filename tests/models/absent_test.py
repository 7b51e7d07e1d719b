"""Holds the section "Not answered" of services' READMEs against AWS's API models: it names every
action that emu does not answer, with a reason, and no other. A name with `*` stands for all actions
that it fits, none of which may be answered. A README without the section promises nothing.

The program is the one that EMU_PROGRAM names. Ends with 77, skipped, when no models are found.
"""

import fnmatch
import json
import os
import pathlib
import re
import subprocess
import sys

PROJECT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT / "tools"))

import api_models  # noqa: E402

SKIPPED = 77
SECTION = re.compile(r"^## Not answered\n(.*?)(?=^## |\Z)", re.DOTALL | re.MULTILINE)
ENTRY = re.compile(r"^- ([^:]*)(?::\s*(\S))?", re.MULTILINE)


def named_in(section):
    """The actions of "- CreateGlobalTable, UpdateGlobalTable: why", and those without a reason."""
    named, unreasoned = set(), set()
    for actions, reason in ENTRY.findall(section):
        names = set(re.findall(r"[\w*]+", actions))
        named |= names
        if not reason:
            unreasoned |= names
    return named, unreasoned


def spelled_out(names, actions):
    """The names, and all actions that those with `*` fit; one that fits none stays as it is."""
    found = set()
    for name in names:
        fitting = set(fnmatch.filter(actions, name)) if "*" in name else set()
        found |= fitting or {name}
    return found


def faults(service, model, readme):
    section = SECTION.search(readme)
    if section is None:
        return []
    named, unreasoned = named_in(section[1])
    named = spelled_out(named, model["operations"])
    absent = set(model["operations"]) - {operation["name"] for operation in service["operations"]}
    return (
        [f"{name} is not answered, and not named" for name in sorted(absent - named)]
        + [f"{name} is answered, or no action" for name in sorted(named - absent)]
        + [f"{name} has no reason" for name in sorted(unreasoned)]
    )


def main():
    models = api_models.newest()
    if models is None:
        print("no Python on this machine has botocore, which carries the API models")
        return SKIPPED
    program = os.environ.get("EMU_PROGRAM", PROJECT / "build/release/emu")
    ran = subprocess.run([program, "operations", "--json"], capture_output=True, check=True)
    held, found = [], []
    for service in json.loads(ran.stdout)["services"]:
        readme = PROJECT / "emu" / service["name"] / "README.md"
        text = readme.read_text(encoding="utf-8")
        if SECTION.search(text):
            held.append(service["name"])
        model = models.service(service["cli_name"])
        found += [f"{readme}: {fault}" for fault in faults(service, model, text)]
    print(f"{', '.join(held)} against {models.source}")
    print("\n".join(found))
    return 1 if found or not held else 0


if __name__ == "__main__":
    sys.exit(main())
