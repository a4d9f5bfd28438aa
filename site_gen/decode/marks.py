"""Places that `waymark new` has left to be filled in."""

from __future__ import annotations

import re
from typing import Final

from site_gen.diagnostic import Findings
from site_gen.faults import PLACE_TO_FILL_IN
from site_gen.read.source import Source

MARK: Final = "FILL IN:"
_LONGEST_SHOWN: Final = 60
_WANTED: Final = re.compile(rf"{MARK}\s*(?P<wanted>[^\n]*?)[\s\"'*]*(?:-->)?\s*$")


def report_marks(source: Source, findings: Findings) -> None:
    """Report each line that holds a mark, with what belongs in its place."""
    if MARK not in source.text:
        return
    for number, line in enumerate(source.lines, 1):
        if found := _WANTED.search(line):
            wanted = found["wanted"]
            short = wanted if len(wanted) <= _LONGEST_SHOWN else f"{wanted[:_LONGEST_SHOWN].rstrip()}…"
            findings.add(
                PLACE_TO_FILL_IN,
                source.place(number, found.start() + 1, len(MARK) + (found.end("wanted") - found.start() - len(MARK))),
                f"this is still to be filled in: {short}" if short else "this is still to be filled in",
                help="write it in place of the mark, without `FILL IN:`",
            )
