#!/usr/bin/env python3
"""Measures `emu serve` from outside, with wrk, beside nginx that returns a fixed body.

  tests/bench/wire/bench.py build/release/emu
  tests/bench/wire/bench.py build/release/emu --seconds 3 --connections 1,64 --only sqs,nginx
  tests/bench/wire/bench.py build/release/emu --connections 1,64 --only ratios

First how fast it starts and what it needs when idle; then, for each kind of request and each number
of connections: requests per second, the latency that half and 99 % of the requests stayed below, the
server's CPU time per request, errors, and how much the slowest connection got of what the middle one
got (0 is a connection that starves). Large requests stand beside nginx that sends a file or reads the
whole upload; S3 computes the MD5 of it besides. In the end, what publishing to a queue and putting
a metric's value cost beside sending a message (`ratios`, the median of several rounds). Needs wrk,
nginx and ss; load generator and server share the machine.
"""

import argparse
import sys

import idle
import load
import ratios


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("emu", help="the program to measure")
    parser.add_argument("--seconds", type=int, default=3, help="of each measurement")
    parser.add_argument("--connections", default="1,16,64,1000")
    parser.add_argument("--rounds", type=int, default=5, help="of the ratios")
    parser.add_argument("--only", default="", help="names of measurements, or parts of them")
    arguments = parser.parse_args()
    wanted = [name for name in arguments.only.split(",") if name]
    chosen = [name for name in load.NAMES
              if not wanted or any(part in name for part in wanted)]
    if not wanted or "idle" in wanted:
        idle.measure(arguments.emu)
    connections = [int(count) for count in arguments.connections.split(",")]
    is_well = not chosen or load.measure(arguments.emu, chosen, connections, arguments.seconds)
    if not wanted or "ratios" in wanted:
        is_well = ratios.measure(arguments.emu, connections, arguments.seconds,
                                 arguments.rounds) and is_well
    return 0 if is_well else 1


if __name__ == "__main__":
    sys.exit(main())
