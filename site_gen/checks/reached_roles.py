"""Every role has a pathway that begins or ends at it."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.checks import Check, Facts, finding
from site_gen.diagnostic import Diagnostic
from site_gen.faults import UNREACHED_ROLE


def run(facts: Facts) -> Iterator[Diagnostic]:
    """Report each role that stands alone; not while a pathway can't be read, which may be the one that reaches it."""
    if any(key.startswith("pathways/") for key in facts.faulty):
        return
    reached = {role_id for pathway in facts.pathways for role_id in (pathway.origin_id, pathway.target_id)}
    for role in facts.roles:
        if role.id not in reached:
            yield finding(
                UNREACHED_ROLE,
                role.places["name"],
                f"no pathway leads to or from `{role.id}`",
                help=f"add a pathway, such as content/pathways/{role.id}-to-….md, or remove the role",
            )


CHECK = Check(name="reached_roles", faults=(UNREACHED_ROLE,), run=run)
