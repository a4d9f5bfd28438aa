"""Finds where a text stands on the lines that it was read from."""

from __future__ import annotations

from site_gen.diagnostic import Place
from site_gen.read.source import Source


def find_place(source: Source, needle: str, start: int, end: int) -> Place:
    """The place of `needle` on the lines from `start` up to `end`, from 0; the first line's where it is not there."""
    for number in range(start, min(end, len(source.lines))):
        line = source.lines[number]
        column = line.find(needle)
        if column >= 0:
            return Place(path=source.path, line=number + 1, column=column + 1, length=max(1, len(needle)), excerpt=line)
    return source.place(start + 1)
