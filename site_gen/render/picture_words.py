"""The facts of a pathway become the words of its picture, as long as there are letters to draw them with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from site_gen.model.card import BadgeFigures
from site_gen.model.catalog import Listing
from site_gen.record import record
from site_gen.render.facts import ESTIMATE, UNKNOWN, facts_of

_DRAWN: Final = re.compile(r"[ -~«°»‘’“”…–—−\u00a0\u00ad\u202f]+")
"""The letters of Pillow's own typeface that names are made of, and the signs that the pen makes of them or skips."""

_AUTHORS_VIEW: Final = ", author’s view"


@record
class BadgeWords:
    """One badge: its drawing with a level where it has one, its label, and its value, which may not be known."""

    drawing: str
    level: int
    label: str
    value: str

    @property
    def is_known(self) -> bool:
        """Whether anything is known of it."""
        return self.value != UNKNOWN


@record
class PictureWords:
    """All that a picture says but the name of the site: one line of its own or the names of two roles, and badges."""

    names: tuple[str, ...]
    badges: tuple[BadgeWords, ...]

    @property
    def difficulty_level(self) -> int:
        """The difficulty, 1 to 4."""
        return self.badges[0].level


def picture_words(title: str, origin: str, target: str, figures: BadgeFigures) -> PictureWords:
    """The words of the picture of a pathway, which goes by its own title or, where that is empty, by its two roles."""
    return PictureWords(names=(title,) if title else (origin, target), badges=tuple(_badges(figures)))


def words_of_listing(listing: Listing) -> PictureWords:
    """The words of the picture of a listed pathway. Its two roles are there, so it has figures."""
    facts = listing.facts
    assert facts.figures is not None
    return picture_words(facts.title, listing.origin.name, listing.target.name, facts.figures)


def can_be_drawn(words: PictureWords, site_title: str) -> bool:
    """Whether there are letters for all words of a picture and for the name of the site."""
    texts = (site_title, *words.names, *(each.value for each in words.badges))
    return all(map(_DRAWN.fullmatch, texts))


def _badges(figures: BadgeFigures) -> Iterator[BadgeWords]:
    facts = facts_of(figures)
    yield _badge("difficulty", facts.difficulty_level, "Difficulty", facts.difficulty)
    yield _badge("clock", 0, "Time", facts.time)
    yield _badge(facts.pay_trend, 0, facts.pay_label + ESTIMATE * facts.is_estimate, facts.pay)
    yield _badge("demand", facts.demand_level, "Demand" + _AUTHORS_VIEW * facts.is_authors_view, facts.demand)


def _badge(drawing: str, level: int, label: str, value: str) -> BadgeWords:
    return BadgeWords(drawing=drawing, level=level, label=label, value=value or UNKNOWN)
