#!/usr/bin/env python3
"""Terraform applies a folder of configuration, finds nothing to change afterwards, and takes all away.

  terraform_test.py <a folder of tests/clients/terraform>

The provider must be on the machine, in one of the folders where Terraform looks for plugins or in the one
that EMU_TERRAFORM_PLUGINS names: nothing is downloaded.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import emu_server

FOLDERS_OF_PLUGINS = [
    os.environ.get("EMU_TERRAFORM_PLUGINS", ""),
    os.path.expanduser("~/.terraform.d/plugins"),
    "/usr/local/share/terraform/plugins",
    "/usr/share/terraform/plugins",
    *map(str, sorted(pathlib.Path("/opt").glob("*plugins"))),
]


def skip(why):
    print(f"{why} Skipped.", file=sys.stderr)
    sys.exit(emu_server.SKIPPED)


def plugins():
    for folder in FOLDERS_OF_PLUGINS:
        if folder and any(pathlib.Path(folder).glob("*/hashicorp/aws/*")):
            return folder
    return skip("Terraform's provider for AWS is not on this machine.")


class Terraform:
    def __init__(self, server, folder, scratch):
        self._work = scratch / "work"
        shutil.copytree(folder, self._work)
        # The code of a function is a folder here, and an archive for Terraform.
        for code in self._work.glob("functions/*"):
            shutil.make_archive(self._work / code.name, "zip", code)
        configuration = scratch / "terraform.rc"
        configuration.write_text(
            "disable_checkpoint = true\n"
            f'provider_installation {{\n  filesystem_mirror {{\n    path = "{plugins()}"\n  }}\n}}\n'
        )
        self._environment = {
            **os.environ,
            "TF_CLI_CONFIG_FILE": str(configuration),
            "TF_IN_AUTOMATION": "1",
            "AWS_ENDPOINT_URL": server.url,
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_REGION": "eu-west-1",
        }

    def run(self, *arguments):
        done = subprocess.run(
            ["terraform", *arguments],
            cwd=self._work,
            env=self._environment,
            capture_output=True,
            text=True,
            timeout=240,
        )
        if done.returncode != 0:
            print(done.stdout[-4000:], done.stderr[-4000:], sep="\n", file=sys.stderr)
            raise AssertionError(f"terraform {' '.join(arguments)} ended with {done.returncode}")
        return done.stdout


def main():
    folder = pathlib.Path(sys.argv[1])
    if shutil.which("terraform") is None:
        skip("Terraform is not installed.")
    with tempfile.TemporaryDirectory() as scratch, emu_server.EmuServer() as server:
        terraform = Terraform(server, folder, pathlib.Path(scratch))
        terraform.run("init", "-input=false")
        terraform.run("apply", "-input=false", "-auto-approve")
        # 0 is an empty plan, 2 one with changes.
        terraform.run("plan", "-input=false", "-detailed-exitcode")
        made = json.loads(terraform.run("show", "-json"))
        resources = made["values"]["root_module"]["resources"]
        print(f"{len(resources)} resources were made, and the second plan is empty.")
        terraform.run("destroy", "-input=false", "-auto-approve")
        left = json.loads(terraform.run("show", "-json"))
        assert "values" not in left, left
        print("Nothing of them is left.")


if __name__ == "__main__":
    main()
