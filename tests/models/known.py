"""The differences from AWS's models that are meant to be, each with its reason.

A file of groups: a reason in brackets, and below it what it is the reason of, in which `*` stands
for any text. Lines that begin with # are comments. The first line that is none says with which
models the list was made: `models: botocore 1.43.11`.
"""

import re

import api_models


class Known:
    def __init__(self, text):
        self.version = ()
        self.patterns = []  # (line, pattern, reason)
        reason = None
        for number, line in enumerate(text.splitlines(), 1):
            line = line.strip()
            if not line or line.startswith("#"):
                continue
            if line.startswith("models: botocore "):
                self.version = api_models.version_of(line.split()[-1])
            elif line.startswith("["):
                reason = line.strip("[]")
            elif reason is None:
                raise ValueError(f"line {number}: a difference without a reason")
            else:
                self.patterns.append((number, line, re.compile(_regex(line))))

    def covers(self, difference):
        """The numbers of the lines that a difference is known by."""
        text = str(difference)
        return {number for number, _, regex in self.patterns if regex.fullmatch(text)}


def _regex(pattern):
    # Only `*` is special: names of lists end in [].
    return ".*".join(re.escape(part) for part in pattern.split("*"))


class Verdict:
    """What is wrong, and what an older model cannot know."""

    def __init__(self):
        self.unknown = []  # differences without a reason
        self.stale = []  # patterns that no difference has any more
        self.too_old = []  # differences that come from the model's age


def judge(differences, known, version):
    """Judges the differences that a model of some version shows.

    A model that is older than the one that the list was made with does not know what AWS has added
    or loosened since: such differences, and lines of the list that do not show, are set aside.
    Everything else is judged alike, whatever the model's age.
    """
    is_old = version < known.version
    verdict = Verdict()
    used = set()
    for difference in differences:
        lines = known.covers(difference)
        used |= lines
        if lines:
            continue
        (verdict.too_old if is_old and difference.is_due_to_age else verdict.unknown).append(
            difference
        )
    if not is_old:
        verdict.stale = [line for number, line, _ in known.patterns if number not in used]
    return verdict
