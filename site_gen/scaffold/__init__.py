"""New files for authors: what is known of a role or pathway becomes text with marked places to fill in."""

from __future__ import annotations

from site_gen.decode.marks import MARK


def mark(what: str) -> str:
    """A place to fill in, which says what belongs there."""
    return f"{MARK} {what}"


def count_marks(text: str) -> int:
    """How many lines of a text hold a place to fill in."""
    return sum(MARK in line for line in text.split("\n"))
