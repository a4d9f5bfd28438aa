"""Every role has a pathway that begins or ends at it."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.checks import Check, Facts, id_of
from site_gen.diagnostic import Diagnostic, finding
from site_gen.faults import UNREACHED_ROLE


def of_site(facts: Facts) -> Iterator[Diagnostic]:
    """Report each role that stands alone.

    Not while there is no pathway, or one that can't be read or names a role that isn't there: it may be the one
    that is meant. Nor one whose file has a bad name: that is the root fault, and its id will be another.
    """
    pathways = facts.pathway_glimpses
    reached = {role_id for pathway in pathways for role_id in (pathway.origin_id, pathway.target_id)}
    unread = len(pathways) < sum(1 for _ in facts.names_in("pathways"))
    if unread or not pathways or not reached <= facts.role_ids:
        return
    for role in facts.roles:
        if role.id == id_of(role.id) and role.id not in reached:
            yield finding(
                UNREACHED_ROLE,
                role.places["name"],
                f"no pathway leads to or from `{role.id}`",
                help=f"add a pathway, such as content/pathways/{role.id}-to-….md, or remove the role",
            )


CHECK = Check(name="reached_roles", faults=(UNREACHED_ROLE,), of_site=of_site)
