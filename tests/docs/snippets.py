"""Makes a C++ file of the snippets in a document, so that the compiler reads what people copy.

    snippets.py README.md out.cc

A snippet is a block that begins with ```cpp.

* One that includes something is a file: its tests run.
* Any other is a piece of a function that has `emu::TestCloud cloud` and `emu::Aws aws` at hand.
* One that begins with ```cpp excerpt shows emu's own code with things left out, and is passed over.

Each stands in a namespace of its own, and the compiler speaks of it by the document's lines.
"""

import pathlib
import re
import sys

FENCE = re.compile(r"^(\s*)```(.*)$")
FRAGMENT_INCLUDES = ["#include <emu/emu.h>", "#include <emu/testing.h>"]


def snippets(text):
    """Yields the number of the first line and the lines of each snippet that is to be compiled."""
    opened = None
    for number, line in enumerate(text.splitlines(), start=1):
        fence = FENCE.match(line)
        if fence is None:
            if opened is not None:
                opened[2].append(line[len(opened[1]) :])
        elif opened is None:
            opened = (fence[2].strip(), fence[1], [], number + 1)
        else:
            if opened[0] == "cpp":
                yield opened[3], opened[2]
            opened = None


def translated(document, text):
    includes = []
    parts = []
    for number, (first, lines) in enumerate(snippets(text), start=1):
        own = [line for line in lines if line.startswith("#include")]
        is_file = bool(own)
        includes += own if is_file else FRAGMENT_INCLUDES
        body = ["" if line in own else line for line in lines]
        parts.append(f"namespace snippet_{number} {{")
        if not is_file:
            parts.append("using namespace std::chrono_literals;")
            parts.append("[[maybe_unused]] void run(emu::TestCloud& cloud, emu::Aws& aws) {")
            parts.append("(void)cloud, (void)aws;")
        parts.append(f'#line {first} "{document}"')
        parts += body
        if not is_file:
            parts.append("}")
        parts.append(f"}}  // namespace snippet_{number}")
    # doctest comes first: others look whether it is there.
    includes = sorted(set(includes), key=lambda line: (not line.startswith("#include <doctest"), line))
    return "\n".join(includes + [""] + parts) + "\n"


def main():
    document, output = (pathlib.Path(argument) for argument in sys.argv[1:])
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(translated(document, document.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
