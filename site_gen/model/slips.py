"""Two words become an answer: whether one is the other with a letter missing, doubled, swapped or changed."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

_SHORTEST: Final = 4
"""Letters of a word that can be told from another one with two letters swapped."""
_MISSING: Final = 5
"""Letters of a word that may be another one without a letter; one less where the letter is doubled there."""
_CHANGED: Final = 6
"""Letters of a word that may be another one with a letter changed for one alike: `stock` and `stack` are two."""
_LONG: Final = 8
"""Letters of a word that is known by its consonants, and may have any letter changed."""

_VOWELS: Final = re.compile(r"[aeiouy]+")
_DOUBLED: Final = re.compile(r"([^_])\1+")
_ALIKE: Final = {letter: group for group in ("aeiouy", "ckqsxz", "mn", "dt", "bp", "gj", "fv") for letter in group}
_ENDINGS: Final = "dry"
"""Letters that make another word at the end of one: `driver` of `drive`, `directory` of `director`."""


def stumps(word: str) -> Collection[str]:
    """What is left of a word without each of its letters; words that are slips for one another share a stump.

    Few words share one, whatever the number of words: each of them is the stump and one letter.
    """
    if len(word) < _SHORTEST or not word.isalpha():
        return ()
    found = [word, *[word[:at] + word[at + 1 :] for at in range(1, len(word))]]
    if len(word) >= _LONG - 1:
        found.append(_consonants(word))
    return found


def are_slips(one: str, other: str) -> bool:
    """Whether one of two different words may be the other with a slip in it; the first letter is never one."""
    if one[:1] != other[:1]:
        return False
    shorter, longer = sorted((one, other), key=len)
    bonus = 0
    if shorter.endswith("ing") and longer.endswith("ing"):
        # What tells words apart stands before the ending: `tracking` and `trucking` differ no less than their stems.
        shorter, longer, bonus = shorter[:-3], longer[:-3], 1
    if len(longer) >= _LONG and _consonants(shorter) == _consonants(longer):
        return True
    return _is_slip(shorter, longer, bonus)


def _is_slip(shorter: str, longer: str, bonus: int) -> bool:
    """Whether two words differ by one letter missing, doubled, swapped or changed, and are long enough for it."""
    start = 1
    while start < len(shorter) and shorter[start] == longer[start]:
        start += 1
    end = 0
    while end < len(shorter) - start and shorter[-1 - end] == longer[-1 - end]:
        end += 1
    lost, put = shorter[start : len(shorter) - end], longer[start : len(longer) - end]
    if not lost and len(put) == 1:
        doubled = put == longer[start - 1]
        return len(shorter) + doubled + bonus >= _MISSING and (end > 0 or doubled or put not in _ENDINGS)
    if len(lost) == len(put) == 1:
        alike = put in _ALIKE.get(lost, "")
        # A last letter of another sound makes another word: `employer` and `employee`.
        return len(shorter) >= (_CHANGED if alike else _LONG) and (alike or end > 0)
    return len(lost) == 2 and lost == put[::-1]


def _consonants(word: str) -> str:
    """A word with every vowel alike and no letter doubled: what `catalog` shares with `catalogue`."""
    return _DOUBLED.sub(r"\1", _VOWELS.sub("_", word.rstrip("aeiou")))
