"""What the AWS SDK for JavaScript knows, for where the models of the Pythons are too old.

Its clients carry schemas, which know names but neither bounds nor enumerations. They are there
once the client tests for Node.js have installed them.
"""

import json
import pathlib
import shutil
import subprocess

import compare

_SCRIPT = pathlib.Path(__file__).with_name("javascript_schemas.cjs")
_NO_SUCH = ("AWS has no such operation", "AWS has no such member")


class _Models:
    def __init__(self, models):
        self._models = models

    def service(self, name):
        return self._models.get(name)


def unheard_of(document, node_modules):
    """The operations and members that the SDK's clients do not know either, by where they are.

    None when there are no clients, or no Node.js to read them.
    """
    if not node_modules or not pathlib.Path(node_modules).is_dir() or not shutil.which("node"):
        return None
    packages = {service["javascript_client"]: service for service in document["services"]}
    ran = subprocess.run(
        ["node", str(_SCRIPT), str(node_modules), *packages], capture_output=True, check=True
    )
    models = json.loads(ran.stdout)
    for name, model in models.items():
        model["metadata"] = {"protocol": "schemas"}
        packages[name]["model"] = model
    known = [service for service in packages.values() if "model" in service]
    by_name = _Models({service["cli_name"]: service.pop("model") for service in known})
    found = compare.differences({"services": known}, by_name)
    return {each.where for each in found if each.what in _NO_SUCH}


def contradicted(too_old, unheard):
    """Those of the differences that the SDK does not explain by the models' age."""
    return [each for each in too_old if each.what in _NO_SUCH and each.where in unheard]
