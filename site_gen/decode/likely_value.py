"""A text where a list or a figure belongs becomes the one that is meant."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from site_gen.read.yaml_mistakes import quoted

_PLAIN_ENTRIES: Final = re.compile(r"\w[\w +#./&'-]*(?:, ?\w[\w +#./&'-]*)*")
"""Texts with commas between them that can stand in brackets as they are."""

_FIGURE: Final = re.compile(
    r"(?:[$€£]|[A-Z]{3} )?\s?(?P<whole>[0-9]{1,3}(?:[, _][0-9]{3}){1,2}|[0-9]{1,8})(?P<part>\.[0-9]{1,3})?"
    r"(?P<thousands> ?[kK])?(?: ?/? ?[a-z][a-z ]*)?"
)
"""One figure as people write it: `$105,210`, `105.2k`, `12 hours`."""


def is_plain(text: str) -> bool:
    """Whether texts with commas between them can stand in brackets as they are."""
    return _PLAIN_ENTRIES.fullmatch(text) is not None


def without_brackets(text: str) -> str:
    """A text without the brackets around it, or the one that stands at an end of it alone."""
    found = re.fullmatch(r"[(\[]?([^()\[\]]*)[)\]]?", text)
    return found[1].strip() if found else text


def likely_list(text: str) -> str:
    """The list that a text with commas was meant as, each entry in quotes where it needs them."""
    entries = [entry for each in text.split(",") if (entry := each.strip())]
    return f"[{', '.join(each if is_plain(each) else quoted(each) for each in entries)}]"


def likely_figure(text: str) -> int | None:
    """The whole number that a text such as `$105,210` or `105k` means; None where it means none."""
    found = _FIGURE.fullmatch(text)
    if found is None:
        return None
    exact = Fraction(re.sub(r"[, _]", "", found["whole"]) + (found["part"] or ""))
    exact *= 1000 if found["thousands"] else 1
    return int(exact) if exact.denominator == 1 else None
