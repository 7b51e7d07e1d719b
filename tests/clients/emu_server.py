"""Starts `emu serve` for a test, and stops it.

    with EmuServer("--clock", "held") as server:
        server.url                                      # "http://127.0.0.1:40123"
        server.control("clock/advance", {"by": "36s"})  # POST with a body, GET without
    server.exports                                  # the shell's commands that it prints for clients

The program is the one that EMU_PROGRAM names, else that of the release build. A server that ends
with anything but 0 after SIGTERM is a failure.
"""

import json
import os
import pathlib
import re
import ssl
import subprocess
import sys
import threading
import urllib.parse
import urllib.request

PROJECT = pathlib.Path(__file__).resolve().parents[2]
BUS_SCENARIO = str(PROJECT / "scenarios" / "bus-booking.yaml")

# Nothing that the machine's user has configured may reach a test.
for _name in [name for name in os.environ if name.startswith("AWS_")]:
    del os.environ[_name]
os.environ.update(
    AWS_CONFIG_FILE=os.devnull,
    AWS_SHARED_CREDENTIALS_FILE=os.devnull,
    AWS_EC2_METADATA_DISABLED="true",
    NO_PROXY="*",
)


def with_exports(exports, *command, **how):
    """Runs a command in a shell that has evaluated what the server has printed; nothing else is
    known of AWS there."""
    how = {"capture_output": True, "text": True, "timeout": 60, "stdin": subprocess.DEVNULL, **how}
    return subprocess.run(["sh", "-c", f'{exports}\nexec "$@"', "sh", *command], **how)


SKIPPED = 77  # what ctest takes for a test that was skipped


def skip_without(client, package):
    """Ends a test whose client is missing: as skipped, or as failed in continuous integration when
    the client is to be had there. What is not, test.sh has found out."""
    print(f"{client} is not here; on Debian it is in the package {package}.", file=sys.stderr)
    is_to_be_had = package not in os.environ.get("EMU_MISSING_CLIENTS", "").split()
    sys.exit(1 if os.environ.get("CI") and is_to_be_had else SKIPPED)


def program():
    return os.environ.get("EMU_PROGRAM", str(PROJECT / "build" / "release" / "emu"))


class EmuServer:
    def __init__(self, *arguments):
        self._process = subprocess.Popen(
            [program(), "serve", "--port", "0", *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
        )
        welcome = self._read_welcome()
        found = re.search(r"https?://\S+", welcome)
        if not found:
            self._process.kill()
            raise RuntimeError(f"emu serve said {welcome!r} instead of its URL")
        self.url = found[0].rstrip("/")
        self.exports = "\n".join(re.findall(r"^ +(export .*)$", welcome, re.MULTILINE))
        # What else it says is read, lest it wait for a reader.
        self._reader = threading.Thread(target=self._process.stdout.read, daemon=True)
        self._reader.start()

    def _read_welcome(self):
        """What it prints until it is ready, or has ended."""
        lines = []
        for line in self._process.stdout:
            lines.append(line)
            if line.startswith("Ready"):
                break
        return "".join(lines)

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        self.stop()

    @property
    def port(self):
        return urllib.parse.urlsplit(self.url).port

    def control(self, path, body=None, **query):
        """The answer of /_emu/<path>, read as JSON."""
        url = f"{self.url}/_emu/{path}"
        if query:
            url += "?" + urllib.parse.urlencode(query)
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(url, data, {"Content-Type": "application/json"})
        # The certificate was made for this run, so nobody has signed it.
        context = ssl._create_unverified_context() if url.startswith("https:") else None
        with urllib.request.urlopen(request, timeout=30, context=context) as answer:
            return json.load(answer)

    def stop(self):
        ended_itself = self._process.poll() is not None
        self._process.terminate()
        try:
            status = self._process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            raise
        finally:
            self._reader.join(timeout=5)
            self._process.stdout.close()
        if ended_itself or status != 0:
            when = "before it was stopped" if ended_itself else "when it was stopped"
            raise RuntimeError(f"emu serve ended with {status} {when}")
