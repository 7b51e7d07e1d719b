#!/usr/bin/python3
"""Large files by `aws s3 cp`, which cuts them into parts, with every AWS CLI that is installed.

s3_transfers_test.py 20     a file of 20 MB there and back
"""

import hashlib
import json
import os
import pathlib
import sys
import tempfile
import time
import unittest

from cli_test import INSTALLED, Cli
from emu_server import EmuServer, skip_without

MEGABYTE = 1_000_000
check = unittest.TestCase()


def write_file(path, size):
    """Writes bytes that do not repeat, and gives their digest."""
    digest = hashlib.sha256()
    with open(path, "wb") as file:
        for _ in range(size // MEGABYTE):
            block = os.urandom(MEGABYTE)
            digest.update(block)
            file.write(block)
    return digest.hexdigest()


def digest_of(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def transfer(cli, size):
    bucket = f"films-{cli.account}"
    cli.text("s3", "mb", f"s3://{bucket}")
    wanted = write_file(cli.folder / "film", size)
    began = time.perf_counter()
    cli.text("s3", "cp", "film", f"s3://{bucket}/film", "--no-progress")
    there = time.perf_counter()
    cli.text("s3", "cp", f"s3://{bucket}/film", "back", "--no-progress")
    back = time.perf_counter()
    check.assertEqual(digest_of(cli.folder / "back"), wanted)
    head = cli.json("s3api", "head-object", "--bucket", bucket, "--key", "film")
    check.assertEqual(head["ContentLength"], size)
    check.assertRegex(json.loads(head["ETag"]), r"^[0-9a-f]{32}-\d+$")
    cli.text("s3", "cp", f"s3://{bucket}/film", f"s3://{bucket}/copy", "--no-progress")
    copied = cli.json("s3api", "head-object", "--bucket", bucket, "--key", "copy")
    check.assertEqual(copied["ContentLength"], size)
    uploads = cli.text("s3api", "list-multipart-uploads", "--bucket", bucket)
    check.assertNotIn("UploadId", uploads)
    cli.text("s3", "rb", f"s3://{bucket}", "--force")
    return there - began, back - there


def main(megabytes):
    if not INSTALLED:
        skip_without("The AWS CLI", "awscli")
    for number, aws in enumerate(INSTALLED):
        with EmuServer() as server, tempfile.TemporaryDirectory() as folder:
            cli = Cli(server, pathlib.Path(folder), str(400_000_000_001 + number), aws=aws)
            there, back = transfer(cli, megabytes * MEGABYTE)
            print(f"{aws}: {megabytes} MB there in {there:.1f} s, back in {back:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
