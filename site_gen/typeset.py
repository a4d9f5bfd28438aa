"""Plain quotes, hyphens and dots in prose become the ones a typesetter would use; linear in the length of the text."""

from __future__ import annotations

import re
from typing import Final

_QUOTE: Final = re.compile(r"""["']""")
_AMOUNT: Final = r"[$€£]?\d+(?:[.,]\d+)*[kKmM]?[%€£]?"
_RANGE: Final = re.compile(rf"(?<![\w.,\-/=&])({_AMOUNT})-({_AMOUNT})(?![\w\-/])")
_CODE: Final = re.compile(r"\d\d-\d{4}(\.\d\d)?|\d{4}-(0[1-9]|1[0-2])|\d{3}-\d{3}[1-9]|\d{4}-\d")
"""No ranges: an occupation code (15-1252), a month (2025-05), a phone number (555-1234), a standard's part (8601-1)."""
_MINUS: Final = re.compile(r"(?<![\w)\]}%€£.\-])-(?=[$€£]?\d)")
_HYPHEN_TO_SET: Final = re.compile(r"-(?=[$€£]?\d|-?\s)")
"""A quick look: nearly all hyphens stand between letters, and stay."""
_APOSTROPHE: Final = re.compile(r"'(?<=[A-Za-z]')")
"""One behind a letter closes. The letter is looked for last, so that the search can skip to the sign."""
_DASH: Final = re.compile(r"(?<=\s)--?(?=\s)")


def is_set(text: str) -> bool:
    """Whether a text has nothing to set, however it is cut into runs: a quick look."""
    return not ("'" in text or '"' in text or "..." in text or ("-" in text and _HYPHEN_TO_SET.search(text)))


def typeset(text: str, before: str = " ") -> str:
    """Set one run of prose; `before` is the character that precedes it, which tells how its first quote curls."""
    if "-" in text and _HYPHEN_TO_SET.search(text):
        text = _RANGE.sub(_range, text)
        text = _MINUS.sub("\N{MINUS SIGN}", text)
        text = _DASH.sub("\N{EN DASH}", text)
    if "..." in text:
        text = text.replace("...", "…")
    if "'" in text:
        text = _APOSTROPHE.sub("’", text)
    if '"' in text or "'" in text:
        text = _curl(text, before)
    return text


def plain(text: str) -> str:
    """The text as it would be typed: what two spellings of one heading have in common."""
    return text if text.isascii() else text.translate(_PLAIN)


_PLAIN: Final = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "\N{MINUS SIGN}": "-", "\u00a0": " "})


def _range(found: re.Match[str]) -> str:
    if _CODE.fullmatch(found[0]):
        return found[0]
    return f"{found[1]}–{found[2]}"


def _curl(text: str, before: str) -> str:
    """Turn each straight quote; one that follows an opening quote opens too."""
    opened_at = -1

    def turn(found: re.Match[str]) -> str:
        nonlocal opened_at
        at = found.start()
        previous = text[at - 1] if at else before
        following = text[at + 1 : at + 2]
        begins = previous.isspace() or previous in "([{–—/“‘" or opened_at == at - 1 >= 0
        opens = begins and bool(following) and not following.isspace()
        if found[0] == '"':
            opens = opens or (not following and previous.isspace())
        elif following.isdigit():
            opens = False
        if opens:
            opened_at = at
        return _OPENING[found[0]] if opens else _CLOSING[found[0]]

    return _QUOTE.sub(turn, text)


_OPENING: Final = {'"': "“", "'": "‘"}
_CLOSING: Final = {'"': "”", "'": "’"}
