"""AWS's API models, as botocore carries them: the newest of all Pythons on this machine.

    models = api_models.newest()          # None when no botocore is found
    models.source                         # "botocore 1.43.11 of /usr/lib/python3/dist-packages"
    models.service("sqs")["operations"]   # service-2.json of the newest API version

Services are named as the AWS CLI names them. Only names, types and bounds are ever read from a
model, never its documentation.
"""

import glob
import gzip
import json
import os
import pathlib
import shutil
import subprocess
import sys

_FIND = "import botocore; print(botocore.__version__); print(botocore.__path__[0])"


class Models:
    def __init__(self, version, folder):
        self.version = version_of(version)
        self.source = f"botocore {version} of {pathlib.Path(folder).parent}"
        self._data = pathlib.Path(folder) / "data"
        self._services = {}

    def service(self, name):
        """The model of a service, or None when there is none of that name."""
        if name not in self._services:
            self._services[name] = self._load(name)
        return self._services[name]

    def _load(self, name):
        for folder in sorted(self._data.glob(f"{name}/*/"), reverse=True):
            packed = folder / "service-2.json.gz"
            if packed.exists():
                return json.loads(gzip.decompress(packed.read_bytes()))
            plain = folder / "service-2.json"
            if plain.exists():
                return json.loads(plain.read_bytes())
        return None


def version_of(text):
    """(1, 43, 11) of "1.43.11"."""
    return tuple(int(part) for part in text.split(".") if part.isdigit())


def _interpreters():
    found = [sys.executable]
    for folder in os.environ.get("PATH", "").split(os.pathsep):
        found += glob.glob(os.path.join(folder, "python3"))
        found += glob.glob(os.path.join(folder, "python3.[0-9]*"))
    found.append("/usr/bin/python3")
    home = os.environ.get("PYENV_ROOT", os.path.expanduser("~/.pyenv"))
    found += glob.glob(os.path.join(home, "versions", "*", "bin", "python3"))
    distinct = {}
    for path in found:
        # The same program in two environments finds different packages, so links are not followed.
        if path and not path.endswith("-config") and shutil.which(path):
            distinct.setdefault(os.path.abspath(path), None)
    return list(distinct)


def newest():
    found = {}
    for python in _interpreters():
        try:
            ran = subprocess.run(
                [python, "-c", _FIND], capture_output=True, text=True, timeout=60, check=True
            )
            version, folder = ran.stdout.split("\n")[:2]
        except (OSError, subprocess.SubprocessError, ValueError):
            continue
        found.setdefault(folder, version)
    models = [Models(version, folder) for folder, version in found.items()]
    return max(models, key=lambda each: each.version, default=None)
