"""Where one can go on from a role: what the page of a pathway asks of all the others."""

from __future__ import annotations

from collections.abc import Iterable, Set
from datetime import date
from typing import Final

from site_gen.model.card import PathwayFacts
from site_gen.model.pathway import Pathway

MANY: Final = 2
"""So many ways out of a role, or more, are all the same to a page."""


def is_published(pathway: Pathway | PathwayFacts, today: date) -> bool:
    """Whether a pathway is neither a draft nor of a later date."""
    return not pathway.draft and (pathway.published is None or pathway.published <= today)


def likely_ways_out(slugs: Iterable[str], role_ids: Set[str]) -> dict[str, int]:
    """How many pathways begin at each role, by the names of their files: a guess, to be held against what they say."""
    counts: dict[str, int] = {}
    for slug in slugs:
        origin, _, target = slug.partition("-to-")
        while target and not (origin in role_ids and target in role_ids):
            more, _, target = target.partition("-to-")
            origin = f"{origin}-to-{more}"
        if target:
            counts[origin] = min(counts.get(origin, 0) + 1, MANY)
    return counts
