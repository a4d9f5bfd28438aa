"""The nearest known name to a misspelt one, so that help can say what to write."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(name: str, known: Iterable[str], *, cutoff: float = 0.6) -> str | None:
    """The known name most like `name`, or None when none is like it; ties go to the first in sorted order."""
    ordered = sorted(set(known))
    folded = {each.casefold(): each for each in reversed(ordered)}
    if name.casefold() in folded:
        return folded[name.casefold()]
    matches = get_close_matches(name.casefold(), list(folded), n=1, cutoff=cutoff)
    return folded[matches[0]] if matches else None


def listed(names: Iterable[str]) -> str:
    """Names as a sentence would list them: `a`, `a or b`, `a, b or c`."""
    *head, last = names
    return f"{', '.join(head)} or {last}" if head else last
