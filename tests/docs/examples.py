"""Writes the files that a document shows into a folder, so that what people copy can be run.

    examples.py docs/ci.md python folder

A file is a block in that language whose first line is a comment with the file's name.
"""

import pathlib
import re
import sys

BLOCK = re.compile(r"^```(?P<language>.+)\n(?://|#) (?P<name>[\w.]+)\n(?P<text>(?:.*\n)*?)```$", re.M)


def main(document, language, folder):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    found = 0
    for block in BLOCK.finditer(pathlib.Path(document).read_text(encoding="utf-8")):
        if block["language"] != language:
            continue
        (folder / block["name"]).write_text(block["text"], encoding="utf-8")
        found += 1
    if found == 0:
        sys.exit(f"{document} shows no file in {language}")


if __name__ == "__main__":
    main(*sys.argv[1:])
