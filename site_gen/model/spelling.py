"""The keys of skill names become pairs of which one is the other misspelt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Set
from typing import Final

from site_gen.nearest import nearest

_CLOSE: Final = 0.88
"""How alike two names of one skill are: `Probablity` and `Probability` are so, `SQL` and `NoSQL` are not."""

_SHORTEST: Final = 6
_SPAN: Final = 3
"""Letters by which two spellings of one name may differ in length."""


def better_by_key(used: Mapping[str, int], listed: Set[str]) -> dict[str, str]:
    """For each key that is another one misspelt, the one that it should be: a listed one, or one that is used more."""
    kin: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for key in {*used, *listed}:
        kin[_kind(key)].append(key)
    better = {}
    for key in used:
        if key in listed or len(key) < _SHORTEST:
            continue
        rivals = [each for each in kin[_kind(key)] if each != key and abs(len(each) - len(key)) <= _SPAN]
        best = nearest(key, rivals, cutoff=_CLOSE) if rivals else None
        if best is not None and (best in listed or (-used[best], best) < (-used[key], key)):
            better[key] = best
    return better


def _kind(key: str) -> tuple[str, str]:
    """What two spellings of one name have in common: the first letter and the figures."""
    return key[:1], "".join(char for char in key if char.isdigit())
