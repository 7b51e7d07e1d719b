#!/usr/bin/python3
"""Programs that copy files to and from S3, unmodified, against a server.

  s3_programs_test.py aws | rclone | s3cmd

Files small, empty and large enough for several parts go there and back; what is there in the end is
held against what was sent, byte for byte.
"""

import filecmp
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
import urllib.error
import urllib.request

from cli_test import AWS, Cli, let_be_older, version_of
from emu_server import EmuServer, skip_without

ACCOUNT = "400000000001"
BUCKET = "copies"
REGION = "eu-west-1"
MIB = 1024 * 1024
NAMES = ["empty", "small.txt", "deep/er/a b+c ü.txt", "deep/empty", "percent%20.txt"]

check = unittest.TestCase()


def make_tree(folder, large=0):
    """A folder of files, some of them empty, and one of that many bytes."""
    for name in NAMES:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("" if "empty" in name else f"this is {name}", encoding="utf-8")
    if large:
        (folder / "large.bin").write_bytes(os.urandom(MIB) * (large // MIB))
    for name in files_of(folder):
        let_be_older(folder / name)
    return folder


def files_of(folder):
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file())


def assert_same(one, other):
    check.assertEqual(files_of(one), files_of(other))
    same, different, failed = filecmp.cmpfiles(one, other, files_of(one), shallow=False)
    check.assertEqual((different, failed), ([], []))
    check.assertEqual(len(same), len(files_of(one)))


def run(folder, *command, environment=None):
    """What a command prints that must succeed."""
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "LC_ALL": "C.UTF-8", **(environment or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=200,
    )
    if done.returncode != 0:
        raise AssertionError(
            f"{' '.join(map(str, command))} ended with {done.returncode}\n{done.stdout}{done.stderr}"
        )
    return done.stdout


def status_of(url):
    try:
        with urllib.request.urlopen(url, timeout=30) as answer:
            return answer.status
    except urllib.error.HTTPError as refused:
        return refused.code


def aws_story(server, folder):
    cli = Cli(server, folder, ACCOUNT, REGION)
    cli.text("s3", "mb", f"s3://{BUCKET}")
    there = f"s3://{BUCKET}/tree"
    sent = make_tree(folder / "sent", large=10 * MIB)
    cli.text("s3", "cp", "sent", there, "--recursive", "--no-progress")
    check.assertEqual(len(cli.text("s3", "ls", there, "--recursive").splitlines()), len(NAMES) + 1)
    cli.text("s3", "cp", there, "got", "--recursive", "--no-progress")
    assert_same(sent, folder / "got")

    check.assertEqual(cli.text("s3", "sync", "sent", there, "--no-progress"), "")
    (sent / "large.bin").unlink()
    (sent / "new").write_text("")
    synced = cli.text("s3", "sync", "sent", there, "--delete", "--no-progress")
    check.assertEqual(
        sorted(synced.splitlines()),
        [f"delete: {there}/large.bin", f"upload: sent/new to {there}/new"],
    )
    cli.text("s3", "sync", there, "got", "--delete", "--no-progress")
    assert_same(sent, folder / "got")

    cli.text("s3", "mv", f"{there}/small.txt", f"s3://{BUCKET}/moved/to.txt")
    cli.text("s3", "mv", f"{there}/deep", f"s3://{BUCKET}/moved/deep", "--recursive")
    cli.text("s3", "mv", "sent/new", f"s3://{BUCKET}/moved/new")
    check.assertFalse((sent / "new").exists())
    check.assertEqual(cli.text("s3", "cp", f"s3://{BUCKET}/moved/to.txt", "-"), "this is small.txt")
    link = cli.text("s3", "presign", f"s3://{BUCKET}/moved/deep/empty").strip()
    check.assertEqual(status_of(link), 200)
    check.assertEqual(status_of(link.replace("X-Amz-Expires=3600", "X-Amz-Expires=0")), 403)

    cli.text("s3", "rm", f"s3://{BUCKET}/moved", "--recursive")
    listed = cli.text("s3", "ls", f"s3://{BUCKET}", "--recursive", "--summarize")
    check.assertIn("Total Objects: 3", listed)
    cli.text("s3", "rb", f"s3://{BUCKET}", "--force")
    check.assertEqual(cli.text("s3", "ls"), "")


def rclone_story(server, folder):
    environment = {
        "RCLONE_CONFIG": os.devnull,
        "RCLONE_CONFIG_EMU_TYPE": "s3",
        "RCLONE_CONFIG_EMU_PROVIDER": "Other",  # with buckets in paths
        "RCLONE_CONFIG_EMU_ENDPOINT": server.url,
        "RCLONE_CONFIG_EMU_REGION": REGION,
        "RCLONE_CONFIG_EMU_LOCATION_CONSTRAINT": REGION,
        "RCLONE_CONFIG_EMU_ACCESS_KEY_ID": ACCOUNT,
        "RCLONE_CONFIG_EMU_SECRET_ACCESS_KEY": "test",
        "RCLONE_CONFIG_EMU_CHUNK_SIZE": "5Mi",
        "RCLONE_CONFIG_EMU_UPLOAD_CUTOFF": "5Mi",
        "RCLONE_RETRIES": "1",
    }

    def rclone(*arguments):
        return run(folder, "rclone", *arguments, environment=environment)

    there = f"emu:{BUCKET}/tree"
    sent = make_tree(folder / "sent", large=20 * MIB)
    rclone("mkdir", f"emu:{BUCKET}")
    rclone("copy", "sent", there)
    rclone("check", "sent", there)
    rclone("check", "sent", there, "--download")
    rclone("copy", there, "got")
    assert_same(sent, folder / "got")

    (sent / "small.txt").unlink()
    (sent / "empty").write_text("no longer")
    rclone("sync", "sent", there)
    check.assertEqual(sorted(rclone("lsf", "-R", "--files-only", there).splitlines()), files_of(sent))
    rclone("sync", there, "got")
    assert_same(sent, folder / "got")

    rclone("moveto", f"{there}/empty", f"{there}/moved")
    rclone("copyto", f"{there}/large.bin", f"{there}/copied.bin")
    check.assertEqual(rclone("cat", f"{there}/moved"), "no longer")
    rclone("purge", there)
    rclone("rmdir", f"emu:{BUCKET}")
    check.assertEqual(rclone("lsd", "emu:"), "")


def s3cmd_story(server, folder):
    host = server.url.removeprefix("http://")
    configuration = folder / "s3cfg"
    configuration.write_text(
        "[default]\n"
        f"access_key = {ACCOUNT}\nsecret_key = test\n"
        f"host_base = {host}\nhost_bucket = {host}\nuse_https = False\n"
        f"bucket_location = {REGION}\n"
    )

    def s3cmd(*arguments):
        return run(folder, "s3cmd", "-c", configuration, "--no-progress", *arguments)

    there = f"s3://{BUCKET}"
    sent = make_tree(folder / "sent", large=32 * MIB)
    s3cmd("mb", there)
    s3cmd("put", "sent/large.bin", f"{there}/large.bin", "--multipart-chunk-size-mb=15")
    s3cmd("get", f"{there}/large.bin", "large.bin")
    check.assertTrue(filecmp.cmp(sent / "large.bin", folder / "large.bin", shallow=False))
    s3cmd("put", "sent/small.txt", f"{there}/small.txt", "--add-header=x-amz-meta-by:test")
    check.assertIn("x-amz-meta-by: test", s3cmd("info", f"{there}/small.txt"))

    (sent / "large.bin").unlink()
    s3cmd("sync", "sent/", f"{there}/tree/")
    (folder / "got").mkdir()
    s3cmd("sync", f"{there}/tree/", "got/")
    assert_same(sent, folder / "got")
    (sent / "small.txt").unlink()
    s3cmd("sync", "--delete-removed", "sent/", f"{there}/tree/")
    check.assertEqual(len(s3cmd("ls", "-r", f"{there}/tree/").splitlines()), len(NAMES) - 1)

    s3cmd("cp", f"{there}/small.txt", f"{there}/copy.txt")
    s3cmd("mv", f"{there}/copy.txt", f"{there}/moved.txt")
    check.assertIn("moved.txt", s3cmd("ls", there))
    s3cmd("del", "-r", "-f", there)
    s3cmd("rb", there)
    check.assertEqual(s3cmd("ls"), "")


STORIES = {"aws": aws_story, "rclone": rclone_story, "s3cmd": s3cmd_story}


def main():
    program = sys.argv[1]
    if program == "aws":
        # Version 1 words what it prints differently.
        if not AWS or version_of(AWS) < (2, 0):
            skip_without("The AWS CLI 2", "awscli")
    elif shutil.which(program) is None:
        skip_without(program, program)
    with EmuServer() as server, tempfile.TemporaryDirectory() as folder:
        STORIES[program](server, pathlib.Path(folder))
    print(f"{program}: ok")


if __name__ == "__main__":
    main()
