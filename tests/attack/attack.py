"""Attacks a served account: every operation that the program lists, asked rightly, wrongly, and in
bytes that are no request, over and over.

    tests/attack/attack.py [--seconds 20] [--requests N] [--seed N] [--memory-max MIB]

It fails when the program ends, answers with a status of 500 or more that is not documented, does
not answer at all, or has not given its memory back after a reset. What was asked last is then
written to attack-<worker>.bin in the folder that it was started in. EMU_PROGRAM names the program.
"""

import argparse
import collections
import json
import math
import os
import pathlib
import random
import re
import select
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from asking import Maker  # noqa: E402
from mutation import spoil_bytes, spoil_value  # noqa: E402

WORKERS = 4
# Values are nested more deeply than Python likes to go.
sys.setrecursionlimit(20_000)
threading.stack_size(256 << 20)
MIB = 1 << 20
# After a reset: what an idle program has, and this much more.
KEPT_AFTER_RESET = 32 * MIB
# An operation or a header that is not there is said to be so; a server that is full says that.
DOCUMENTED = {501, 503, 505}
ANSWER_TIMEOUT = 30


class Failure(Exception):
    pass


class Server:
    def __init__(self, *arguments):
        program = os.environ.get("EMU_PROGRAM", "build/release/emu")
        listed = subprocess.run([program, "operations", "--json"], check=True, capture_output=True)
        self.table = json.loads(listed.stdout)
        # Twenty seconds of a long poll are twenty milliseconds.
        command = [program, "serve", "--port", "0", "--clock", "x1000", *arguments]
        self.process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True
        )
        line = self.process.stdout.readline()
        self.port = int(re.search(r"https?://[^:]+:(\d+)", line)[1])
        threading.Thread(target=self.process.stdout.read, daemon=True).start()

    def memory(self, field):
        """In bytes: VmRSS, which is resident now, or VmHWM, the most that ever was."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(rf"{field}:\s+(\d+) kB", status)[1]) * 1024

    def control(self, path, body=None):
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}/_emu/{path}", body)
        request.add_header("Content-Type", "application/json")
        with urllib.request.urlopen(request, timeout=ANSWER_TIMEOUT) as answer:
            return answer.read()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=60)


class Connection:
    """One that is kept while both sides like to keep it."""

    def __init__(self, port):
        self._port = port
        self._socket = None
        self._held = b""

    def ask(self, request, last):
        """The status and the body of the answer; None when the server hung up instead, which a
        request that is none deserves. `last` says that nothing more is sent on this connection."""
        fresh = self._socket is None
        if fresh:
            self._socket = socket.create_connection(("127.0.0.1", self._port), ANSWER_TIMEOUT)
            self._held = b""
        try:
            self._send(request)
            if last:
                self._socket.shutdown(socket.SHUT_WR)
            answer = self._answer(request.startswith(b"HEAD "))
        except (ConnectionResetError, BrokenPipeError):
            answer = None
        except socket.timeout:
            raise Failure(f"no answer within {ANSWER_TIMEOUT} s") from None
        if last or answer is None:
            self.close()
        if answer is None and not last and not fresh:
            return self.ask(request, last)
        return answer

    def close(self):
        if self._socket:
            self._socket.close()
        self._socket = None

    def _send(self, request):
        # The server may answer, and hang up, before it has read everything.
        view = memoryview(request)
        while view:
            _, writable, _ = select.select([], [self._socket], [], ANSWER_TIMEOUT)
            if not writable:
                raise socket.timeout
            view = view[self._socket.send(view) :]

    def _more(self):
        piece = self._socket.recv(65536)
        self._held += piece
        return bool(piece)

    def _answer(self, headless):
        while True:
            while b"\r\n\r\n" not in self._held:
                if not self._more():
                    return None
            head, _, self._held = self._held.partition(b"\r\n\r\n")
            status = int(head.split(b" ", 2)[1])
            if status >= 200:
                return status, self._body(head.lower(), status, headless)

    def _body(self, head, status, headless):
        if headless or status in (204, 304):
            return b""
        if b"\r\ntransfer-encoding: chunked" in head:
            return self._chunks()
        length = re.search(rb"\r\ncontent-length: (\d+)", head)
        while not length or len(self._held) < int(length[1]):
            if not self._more():
                break
        count = int(length[1]) if length else len(self._held)
        body, self._held = self._held[:count], self._held[count:]
        if b"\r\nconnection: close" in head:
            self.close()
        return body

    def _chunks(self):
        body = b""
        while True:
            while b"\r\n" not in self._held:
                if not self._more():
                    return body
            size, _, self._held = self._held.partition(b"\r\n")
            count = int(size, 16)
            while len(self._held) < count + 2:
                if not self._more():
                    return body
            body += self._held[:count]
            self._held = self._held[count + 2 :]
            if count == 0:
                return body


class Worker(threading.Thread):
    def __init__(self, number, server, options, until):
        super().__init__()
        self.statuses = collections.Counter()
        self.asked = collections.Counter()
        self.failure = None
        self._number = number
        self._random = random.Random(options.seed * 1000 + number)
        self._maker = Maker(self._random, server.table)
        self._connection = Connection(server.port)
        self._share = options.requests / WORKERS
        self._until = until
        self._latest = b""

    def run(self):
        try:
            while time.monotonic() < self._until and self.asked.total() < self._share:
                self._once()
        except Exception as failure:  # pylint: disable=broad-except
            self.failure = f"worker {self._number}: {failure!r}"
            pathlib.Path(f"attack-{self._number}.bin").write_bytes(self._latest)
        self._connection.close()

    def _once(self):
        operation, value = self._maker.ask()
        way = self._random.random()
        if way < 0.6:
            value = spoil_value(self._random, value)
        request = self._maker.write(operation, value)
        unframed = way > 0.8
        if unframed:
            request = spoil_bytes(self._random, request)
        self._latest = request
        answer = self._connection.ask(request, last=unframed)
        self.asked[operation.service["name"], operation.table["name"]] += 1
        if answer is None:
            if not unframed:
                raise Failure(f"hung up on {operation.table['name']}")
            self.statuses["none"] += 1
            return
        status, body = answer
        self.statuses[status] += 1
        if status >= 500 and status not in DOCUMENTED:
            raise Failure(f"{operation.table['name']} was answered with {status}: {body[:300]!r}")
        if status < 300:
            self._maker.learn(body)


def attack(options):
    bound = ["--memory-max", f"{options.memory_max}MiB"] if options.memory else []
    server = Server(*bound)
    idle = server.memory("VmRSS")
    until = time.monotonic() + options.seconds
    workers = [Worker(number, server, options, until) for number in range(WORKERS)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    failures = [worker.failure for worker in workers if worker.failure]
    asked = sum((worker.asked for worker in workers), collections.Counter())
    statuses = sum((worker.statuses for worker in workers), collections.Counter())
    if server.process.poll() is not None:
        return failures + [f"the program ended with {server.process.returncode}"]
    print(f"seed {options.seed}: {asked.total()} requests over {len(asked)} operations")
    print("statuses:", ", ".join(f"{status} {count}" for status, count in statuses.most_common()))
    failures += not_asked(server.table, asked)
    failures += memory(server, idle, options)
    status = server.stop()
    if status != 0:
        failures.append(f"the program ended with {status} when it was stopped")
    return failures


def not_asked(table, asked):
    there = {
        (service["name"], operation["name"])
        for service in table["services"]
        for operation in service["operations"]
    }
    missing = sorted(there - set(asked))
    return [f"never asked: {missing}"] if missing else []


def memory(server, idle, options):
    peak, before = server.memory("VmHWM"), server.memory("VmRSS")
    server.control("reset", b"{}")
    after = server.memory("VmRSS")
    print(f"resident: {idle // MIB} MiB idle, {peak // MIB} at most,", end=" ")
    print(f"{before // MIB} before the reset, {after // MIB} after it")
    failures = []
    if options.memory:
        if after > idle + KEPT_AFTER_RESET:
            failures.append(f"{(after - idle) // MIB} MiB were kept after the reset")
        if peak > options.memory_max * MIB * 11 // 10:
            failures.append(f"{peak // MIB} MiB were taken where {options.memory_max} were allowed")
    return failures


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--requests", type=float, default=math.inf, help="at most this many")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--memory-max", type=int, default=256, metavar="MIB")
    parser.add_argument("--no-memory", dest="memory", action="store_false", help="for sanitizers")
    options = parser.parse_args()
    failures = attack(options)
    for failure in failures:
        print("FAILED:", failure)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
