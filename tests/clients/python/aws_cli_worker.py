"""Runs commands of the unmodified AWS CLI one after another, since it takes a second to start: a
line of JSON in, {"environment": {…}, "arguments": […]}, and one out, [status, stdout, stderr].

It is a process of its own: the CLI has another botocore than the AWS SDK for Python.
"""

import contextlib
import functools
import io
import json
import os
import sys

from awscli.clidriver import create_clidriver


@functools.cache
def loader():
    """Of the services' models, each of which takes a fifth of a second to read."""
    return create_clidriver().session.get_component("data_loader")


@functools.lru_cache(maxsize=1)
def driver(_principal):
    """It reads its environment once, so each principal has one."""
    made = create_clidriver()
    made.session.register_component("data_loader", loader())
    return made


def run(environment, arguments):
    os.environ.update(environment)
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = driver(tuple(environment.values())).main(arguments)
    return status, out.getvalue(), err.getvalue().strip()


for line in sys.stdin:
    print(json.dumps(run(**json.loads(line))), flush=True)
