"""A quick look for a word that stands twice in a row, before a thorough one."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

_TWICE: Final = re.compile(rb" ([^ ]++) (?i:\1)(?!\S)")
"""Begins with the space before a word, so that the search can skip from one to the next."""

_GAP: Final = re.compile(rb"  +")
_NO_BREAK_SPACE: Final = "\u00a0".encode()


def has_doubled_word(text: bytes) -> bool:
    """Whether any two neighbours among the words of a line are the same; the text is UTF-8."""
    if not (b"\t" in text or _NO_BREAK_SPACE in text):
        # Each line gets a space before its first word, and its end belongs to its last.
        spaced = b" " + text.replace(b"\n", b"\n ")
        if _TWICE.search(_GAP.sub(b" ", spaced) if b"  " in spaced else spaced) is None:
            return False
    lines = text.replace(_NO_BREAK_SPACE, b" ").lower().split(b"\n")
    return any(one == other for line in lines for one, other in pairwise(line.split()))
