"""What the checks of one file need to know of every other: small facts, which can be had without reading it whole."""

from __future__ import annotations

from collections.abc import Sequence

from site_gen.diagnostic import Place
from site_gen.model.pathway import Pathway
from site_gen.model.role import Role
from site_gen.record import record

NamedSkill = tuple[str, int, int, int, str]
"""A skill that a pathway names, and where: line, column, length, and the text of the line.

A plain tuple, since a site has tens of thousands of them, and of hardly any the place is asked for.
"""


@record
class PathwayGlimpse:
    """A pathway's two roles, its old addresses, and the skills it names, each with the place where it stands."""

    key: str
    path: str
    slug: str
    origin_id: str
    origin_place: Place
    target_id: str
    target_place: Place
    aliases: tuple[str, ...]
    aliases_place: Place | None
    skills: Sequence[NamedSkill]

    @property
    def names(self) -> object:
        """What it says, without the places."""
        return self.slug, self.origin_id, self.target_id, self.aliases, tuple([name for name, *_ in self.skills])

    def place_of(self, skill: NamedSkill) -> Place:
        """The place of one of its skills."""
        _, line, column, length, excerpt = skill
        return Place(path=self.path, line=line, column=column, length=length, excerpt=excerpt)


@record
class RoleGlimpse:
    """A role's name, its other names, and where both stand."""

    key: str
    path: str
    id: str
    name: str
    aliases: tuple[str, ...]
    aliases_place: Place | None
    place: Place

    @property
    def names(self) -> object:
        """What it says, without the places."""
        return self.id, self.name, self.aliases


def glimpse_of_pathway(pathway: Pathway) -> PathwayGlimpse:
    """The small facts of a pathway that was read whole."""
    owned, learning = pathway.transferable_skills, pathway.skills_to_learn
    spots = [(skill.name, skill.place) for skill in (owned.skills if owned else ())]
    spots += [(skill.name, skill.place) for skill in (learning.skills if learning else ())]
    return PathwayGlimpse(
        key=pathway.key,
        path=pathway.path,
        slug=pathway.slug,
        origin_id=pathway.origin_id,
        origin_place=pathway.places["from"],
        target_id=pathway.target_id,
        target_place=pathway.places["to"],
        aliases=pathway.aliases,
        aliases_place=pathway.places.get("aliases"),
        skills=tuple([(name, at.line, at.column, at.length, at.excerpt) for name, at in spots]),
    )


def glimpse_of_role(role: Role) -> RoleGlimpse:
    """The small facts of a role that was read whole."""
    return RoleGlimpse(
        key=role.key,
        path=role.path,
        id=role.id,
        name=role.name,
        aliases=role.aliases,
        aliases_place=role.places.get("aliases"),
        place=role.places["name"],
    )
