"""A role: what people in it do, earn and can expect."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from site_gen.diagnostic import Place
from site_gen.links import Link, OutsideLink
from site_gen.model.money import Pay
from site_gen.model.prose import Prose
from site_gen.record import record


class Fit(StrEnum):
    """How well an occupation code covers a role."""

    EXACT = "exact"
    NEAR = "near"
    PARENT = "parent"
    GROUP = "group"


@record
class Occupation:
    """The official occupation that stands for a role: code and title of the 2018 SOC."""

    code: str
    title: str
    fit: Fit


@record
class Outlook:
    """Projected employment: `growth` in percent over `period`, `openings` a year on average."""

    growth: float
    period: str
    openings: int | None
    source: str


@record
class Role:
    """One role and its file; `markdown` is the body as its author wrote it, for readers of Markdown."""

    id: str
    name: str
    plural: str
    family: str
    aliases: tuple[str, ...]
    occupation: Occupation | None
    zone: int | None
    pay: Pay | None
    outlook: Outlook | None
    about: Prose
    path: str
    key: str
    places: Mapping[str, Place]
    anchors: frozenset[str]
    links: tuple[Link, ...]
    outside_links: Sequence[OutsideLink]
    markdown: str = ""
