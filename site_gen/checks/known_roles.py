"""A pathway leads from one role that exists to another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from site_gen.checks import Check, Facts
from site_gen.diagnostic import Diagnostic, finding
from site_gen.edits import value_fix
from site_gen.faults import SAME_ROLE, UNKNOWN_ROLE
from site_gen.nearest import nearest

CLOSE = 0.75
"""How alike a role id must be to be offered: `data-engineer` is no misspelt `algorithm-engineer`."""


def of_site(facts: Facts) -> Iterator[Diagnostic]:
    """Report each role id that no file has, once a file; a role whose file has a fault counts as there."""
    known = facts.role_ids

    @cache
    def nearest_role(role_id: str) -> str | None:
        """The role that was meant; many pathways may name one that is not there."""
        return nearest(role_id, known, cutoff=CLOSE)

    for pathway in facts.pathway_glimpses:
        ends = {pathway.target_id: pathway.target_place, pathway.origin_id: pathway.origin_place}
        for role_id, place in ends.items():
            if role_id in known:
                continue
            guess = nearest_role(role_id)
            add = f"add content/roles/{role_id}.md"
            yield finding(
                UNKNOWN_ROLE,
                place,
                f"no role is called `{role_id}`",
                help=f"write `{guess}` (content/roles/{guess}.md), or {add}" if guess else add,
                fix=value_fix(place, role_id, guess) if guess else None,
            )
        if pathway.origin_id == pathway.target_id:
            yield finding(
                SAME_ROLE,
                pathway.target_place,
                f"the pathway leads from `{pathway.origin_id}` to itself",
                help="write the id of the role that it leads to",
            )


CHECK = Check(name="known_roles", faults=(UNKNOWN_ROLE, SAME_ROLE), of_site=of_site)
