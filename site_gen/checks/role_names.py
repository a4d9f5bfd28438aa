"""No two roles go by one name, so that a reader who looks for one finds it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from site_gen.checks import Check, Facts
from site_gen.diagnostic import Diagnostic, Place, Related, finding
from site_gen.faults import DUPLICATE_ROLE_NAME
from site_gen.model.glimpse import RoleGlimpse
from site_gen.model.skill import skill_key


def of_site(facts: Facts) -> Iterator[Diagnostic]:
    """Report each role one of whose names is another role's name, at the later of the two.

    Two roles may share an alias: a searcher is then shown both.
    """
    roles_by_name: dict[str, RoleGlimpse] = {}
    for role in facts.role_glimpses:
        first = roles_by_name.setdefault(skill_key(role.name), role)
        if first is not role:
            yield _clash(role.name, role.place, first)
    for role in facts.role_glimpses:
        for alias in role.aliases:
            owner = roles_by_name.get(skill_key(alias))
            if owner is not None and owner is not role and skill_key(role.name) != skill_key(alias):
                yield _clash(alias, _place_of(alias, role), owner)


def _place_of(alias: str, role: RoleGlimpse) -> Place:
    """The alias itself where it stands on the line of its key, else the key's place."""
    around = role.aliases_place or role.place
    at = around.excerpt.find(alias)
    return replace(around, column=at + 1, length=len(alias)) if at >= 0 else around


def _clash(name: str, place: Place, owner: RoleGlimpse) -> Diagnostic:
    return finding(
        DUPLICATE_ROLE_NAME,
        place,
        f"`{name}` is the name of another role too: {owner.path}",
        help="give one of the two another name, or join them to one role",
        related=[Related(place=owner.place, message="the other role has its name here")],
    )


CHECK = Check(name="role_names", faults=(DUPLICATE_ROLE_NAME,), of_site=of_site)
