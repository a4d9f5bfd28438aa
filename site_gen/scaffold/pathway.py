"""Two roles become the file of a pathway between them: every section, with marks where its author has to write."""

from __future__ import annotations

from datetime import date
from typing import Final

from site_gen.decode.pathway import read_pathway
from site_gen.model.awards import award_badges
from site_gen.model.pathway import Difficulty, Gate
from site_gen.model.role import Role
from site_gen.model.site import Site
from site_gen.read.source import Source
from site_gen.record import record
from site_gen.scaffold import mark
from site_gen.scaffold.skeleton import BODY
from site_gen.scaffold.writing import escaped, scalar

_SUMMARY: Final = mark("one sentence on who the move is for and what it takes, at most 160 characters")
_SOURCE: Final = mark("a book, a law or a statistic that the guide rests on")


@record
class NewPathway:
    """A pathway to write: an empty `summary` leaves a mark, `hours_a_week` None leaves the pace to the site."""

    origin: Role
    target: Role
    reviewed: date
    summary: str = ""
    hours_a_week: int | None = None
    gate: Gate | None = None

    @property
    def slug(self) -> str:
        """What the file is called."""
        return f"{self.origin.id}-to-{self.target.id}"


def pathway_text(pathway: NewPathway, site: Site) -> str:
    """The text of the pathway's file, with the least difficulty that the rule gives for what stands in it."""
    return _text(pathway, _least_difficulty(pathway, site))


def _least_difficulty(pathway: NewPathway, site: Site) -> Difficulty:
    key = f"pathways/{pathway.slug}.md"
    source = Source(path=key, key=key, text=_text(pathway, Difficulty.EASY))
    value, found = read_pathway(source, currency=site.currency)
    if value is None:
        message = f"the skeleton of a pathway can't be read: {found[0].message}"
        raise ValueError(message)
    badges = award_badges(value, origin=pathway.origin, target=pathway.target, site=site)
    return badges.difficulty.least


def _text(pathway: NewPathway, difficulty: Difficulty) -> str:
    lines = [
        "---",
        f"from: {pathway.origin.id}",
        f"to: {pathway.target.id}",
        f"summary: {scalar(pathway.summary or _SUMMARY)}",
        "# The least that the rule gives for the weeks and skills below. The check says when they ask for more.",
        f"difficulty: {difficulty}",
        *([f"gate: {pathway.gate}"] if pathway.gate else []),
        *([f"hours_per_week: {pathway.hours_a_week}"] if pathway.hours_a_week else []),
        "sources:",
        f"  - {scalar(_SOURCE)}",
        f"reviewed: {pathway.reviewed.isoformat()}",
        "# A draft is not on the site. Remove the next line when the guide is done.",
        "draft: true",
        "---",
        "",
    ]
    body = BODY.format(origin=escaped(pathway.origin.name), target=escaped(pathway.target.name))
    return "\n".join(lines) + "\n" + body
