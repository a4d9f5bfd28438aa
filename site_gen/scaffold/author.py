"""Whoever a new file is written for: what may be asked and told, and why nothing was written."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import NoReturn, Protocol

from site_gen.diagnostic import Diagnostic
from site_gen.nearest import listed, nearest

NOT_IN_A_TEXT = frozenset({"Cc", "Cn", "Co", "Cs"})
"""Categories of characters that no name has: control, unassigned, private, half of a pair."""


class Refused(Exception):  # noqa: N818 - it is an answer, not an accident
    """Why nothing is written, and what to give instead; `diagnostics` of the file that is to blame."""

    def __init__(self, message: str, diagnostics: Sequence[Diagnostic] = ()) -> None:
        super().__init__(message)
        self.diagnostics = tuple(diagnostics)


class Author(Protocol):
    """The author at the terminal, or a script that can't be asked: then `asks` is false, and no question is put."""

    asks: bool

    def ask(self, question: str, option: str, default: str | None = None) -> str:
        """The answer to a question; `option` is what would have answered it on the command line."""

    def agrees(self, question: str, *, default: bool) -> bool:
        """Whether the answer is yes."""

    def tell(self, text: str) -> None:
        """Say something beside the questions."""


def refuse(message: str) -> NoReturn:
    """Write nothing, and say why."""
    raise Refused(message)


def cleaned(text: str, what: str) -> str:
    """What was typed, on one line; an empty text, or one with control characters, is refused."""
    line = " ".join(text.split())
    if not line:
        refuse(f"What was given for {what} is empty.")
    if any(unicodedata.category(char) in NOT_IN_A_TEXT for char in line):
        refuse(f"What was given for {what} holds a character that no text has.")
    return line


def choose(author: Author, question: str, option: str, choices: Sequence[str], *, default: str) -> str:
    """One of the choices; the nearest is named where the answer is none of them."""
    while True:
        answer = author.ask(f"{question}: {listed(choices)}", option, default).casefold()
        if answer in choices:
            return answer
        guess = nearest(answer, choices)
        author.tell(f"`{answer}` is not one of them{f'; the nearest is `{guess}`' if guess else ''}.")
