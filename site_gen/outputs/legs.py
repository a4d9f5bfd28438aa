"""Each role becomes api/legs/<role>.json: what the scripts of routes ask of the pathways that begin there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial

from site_gen.addresses import legs_address
from site_gen.model.catalog import Catalog
from site_gen.outputs import OutputType, PlannedFile


def plan(catalog: Catalog) -> Iterator[PlannedFile]:
    """A file for each role that a pathway begins at."""
    for role_id in sorted(catalog.slugs_by_origin):
        asks = frozenset({f"ways_out:{role_id}", "skills"})
        yield PlannedFile(address=legs_address(role_id), asks=asks, make=partial(_content, catalog, role_id))


def _content(catalog: Catalog, role_id: str) -> bytes:
    """By slug: hours, hours a week, whether a school or a trade sets the time, and each skill with its hours."""
    legs = {
        leg.slug: [
            leg.hours,
            leg.hours_a_week,
            int(leg.sets_pace),
            [[catalog.skills.by_key[key].name, hours] for key, hours in leg.learns],
        ]
        for leg in catalog.graph.legs_from(role_id)
    }
    return (json.dumps(legs, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


OUTPUT = OutputType(name="legs", plan=plan)
