"""Every role has a pathway that begins or ends at it."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.checks import Check, Facts, finding, id_of
from site_gen.diagnostic import Diagnostic
from site_gen.faults import UNREACHED_ROLE


def run(facts: Facts) -> Iterator[Diagnostic]:
    """Report each role that stands alone.

    Not while there is no pathway, or one that can't be read or names a role that isn't there: it may be the one
    that is meant.
    """
    reached = {role_id for pathway in facts.pathways for role_id in (pathway.origin_id, pathway.target_id)}
    known = {role.id for role in facts.roles} | facts.faulty_roles
    unread = any(key.startswith("pathways/") for key in facts.faulty)
    if unread or not facts.pathways or not reached <= known:
        return
    for role in facts.roles:
        if id_of(role.id) not in reached and role.id not in reached:
            yield finding(
                UNREACHED_ROLE,
                role.places["name"],
                f"no pathway leads to or from `{role.id}`",
                help=f"add a pathway, such as content/pathways/{role.id}-to-….md, or remove the role",
            )


CHECK = Check(name="reached_roles", faults=(UNREACHED_ROLE,), run=run)
