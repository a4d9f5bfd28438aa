"""A quick look for a word that stands twice in a row, before a thorough one."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

_TWICE: Final = re.compile(r" ([^ ]++) (?i:\1)(?!\S)")
"""Begins with the space before a word, so that the search can skip from one to the next."""

_GAP: Final = re.compile(r"  +")


def has_doubled_word(text: str) -> bool:
    """Whether any two neighbours among the words of a line are the same."""
    if not ("\t" in text or "\u00a0" in text):
        # Each line gets a space before its first word, and its end belongs to its last.
        spaced = " " + text.replace("\n", "\n ")
        if _TWICE.search(_GAP.sub(" ", spaced) if "  " in spaced else spaced) is None:
            return False
    lines = text.replace("\u00a0", " ").encode(errors="replace").lower().split(b"\n")
    return any(one == other for line in lines for one, other in pairwise(line.split()))
