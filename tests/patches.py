"""A text and a patch of it become the text as patched: small, strict, and for one file."""

import re
from itertools import pairwise

_HUNK = re.compile(r"@@ -(\d+)(?:,(\d+))? \+\d+(?:,\d+)? @@\n")
_NO_END = "\\ No newline at end of file\n"


def patched(text: str, patch: str) -> str:
    """Apply a patch; every line that it takes away or leaves alone must be there."""
    before = re.findall(r"[^\n]*\n|[^\n]+", text)
    lines = re.findall(r"[^\n]*\n", patch)
    if not lines:
        return text
    assert lines[0].startswith("--- a/")
    assert lines[1].startswith("+++ b/")
    after: list[str] = []
    at = 0
    for line, following in pairwise([*lines[2:], ""]):
        if hunk := _HUNK.fullmatch(line):
            start = int(hunk[1]) - (hunk[2] != "0")
            after += before[at:start]
            at = start
            continue
        if line == _NO_END:
            continue
        content = line[1:-1] if following == _NO_END else line[1:]
        if line[0] in " -":
            assert before[at] == content
            at += 1
        if line[0] in " +":
            after.append(content)
    return "".join((*after, *before[at:]))
