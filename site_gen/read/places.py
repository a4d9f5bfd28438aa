"""Finds where a text stands on the lines that it was read from."""

from __future__ import annotations

from site_gen.diagnostic import Place
from site_gen.read.source import Source


def find_place(source: Source, needle: str, start: int, end: int) -> Place:
    """The place of `needle` on the lines from `start` up to `end`, from 0; the first line's where it is not there."""
    for number in range(start, end):
        column = source.line(number + 1).find(needle)
        if column >= 0:
            return source.place(number + 1, column + 1, len(needle))
    return source.place(start + 1)
