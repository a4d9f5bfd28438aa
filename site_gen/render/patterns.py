"""Sentences with gaps become sentences: the same here and in the scripts of pages, which get them from the HTML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from site_gen.render.words import grouped

_GAP: Final = re.compile(r"\{(\w+)(?:\|(\w+)\|(\w+))?\}")


def fill(pattern: str, values: Mapping[str, str | int]) -> str:
    """A pattern with its gaps filled: `{hours}` by a value, `{hours|hour|hours}` by a number and its noun.

    Numbers have their thousands set apart. Raises KeyError where a gap has no value.
    """

    def fill_gap(gap: re.Match[str]) -> str:
        key, one, many = gap.groups()
        value = values[key]
        words = grouped(value) if isinstance(value, int) else value
        return f"{words} {one if value == 1 else many}" if one else words

    return _GAP.sub(fill_gap, pattern)
