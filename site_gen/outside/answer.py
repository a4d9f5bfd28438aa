"""What an outside address had to say, in words that a message can take up."""

from __future__ import annotations

from enum import StrEnum
from http import HTTPStatus
from typing import Final

from site_gen.record import record


class Standing(StrEnum):
    """How an address stands. Of one that is `refused` nothing is known: it answers people and turns programs away."""

    FOUND = "found"
    LOST = "lost"
    REFUSED = "refused"


@record
class Answer:
    """What one address had to say.

    `said` goes on from the address to a sentence (`answers 404 Not Found`); it is empty for a page that is found.
    `moved_to` is where the address leads for good, or empty.
    """

    standing: Standing
    said: str = ""
    moved_to: str = ""


REFUSALS: Final = frozenset({401, 402, 403, 405, 406, 407, 429, 451, 999})
"""Statuses that speak of the one who asks and not of the page; 999 is LinkedIn's own."""

PASSING: Final = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Statuses that may be another a moment later."""


def answer_of(status: int) -> Answer:
    """What a status other than a redirect says of a page."""
    if status < 400:
        return Answer(standing=Standing.FOUND)
    standing = Standing.REFUSED if status in REFUSALS else Standing.LOST
    return Answer(standing=standing, said=f"answers {_named(status)}")


def unreachable(why: str, *, moved_to: str = "") -> Answer:
    """The answer for an address that gave none."""
    return Answer(standing=Standing.LOST, said=f"can't be reached: {why}", moved_to=moved_to)


def _named(status: int) -> str:
    # The phrase is ours: a server may send any text for it.
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
