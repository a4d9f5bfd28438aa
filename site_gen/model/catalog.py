"""Every role, pathway and page of a site, and who leads where."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from site_gen.model.awards import Badges, award_badges
from site_gen.model.page import PlainPage
from site_gen.model.pathway import Pathway
from site_gen.model.role import Role
from site_gen.model.site import Site
from site_gen.model.skill import SkillNames, skill_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a list says of a pathway: its two roles, its summary and its badges."""

    slug: str
    title: str
    summary: str
    origin: Role
    target: Role
    badges: Badges


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillCount:
    """In how many of the ways out of a role a skill is made use of."""

    name: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """A site's whole content, by id and slug, in sorted order.

    Only pathways whose two roles exist are in it: the others were reported where they name the role.
    """

    site: Site
    skill_names: SkillNames
    roles_by_id: Mapping[str, Role]
    pathways_by_slug: Mapping[str, Pathway]
    pages_by_name: Mapping[str, PlainPage]
    cards_by_slug: Mapping[str, Card]
    slugs_by_origin: Mapping[str, tuple[str, ...]]
    slugs_by_target: Mapping[str, tuple[str, ...]]

    @property
    def cards(self) -> tuple[Card, ...]:
        """A card for every pathway, by the names of its roles."""
        return tuple(self.cards_by_slug.values())

    def ways_out(self, role_id: str) -> tuple[Card, ...]:
        """The pathways that begin at a role."""
        return tuple(self.cards_by_slug[slug] for slug in self.slugs_by_origin.get(role_id, ()))

    def ways_in(self, role_id: str) -> tuple[Card, ...]:
        """The pathways that lead to a role."""
        return tuple(self.cards_by_slug[slug] for slug in self.slugs_by_target.get(role_id, ()))

    def travelling_skills(self, role_id: str) -> tuple[SkillCount, ...]:
        """The skills of a role that its ways out make use of, the most used first, then by name."""
        names: dict[str, str] = {}
        counts: Counter[str] = Counter()
        for slug in self.slugs_by_origin.get(role_id, ()):
            section = self.pathways_by_slug[slug].transferable_skills
            used = [self.skill_names.name_of(skill.name) for skill in (section.skills if section else ())]
            for name in used:
                names.setdefault(skill_key(name), name)
            counts.update(set(map(skill_key, used)))
        ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
        return tuple(SkillCount(name=names[key], count=count) for key, count in ordered)


def make_catalog(
    *,
    site: Site,
    skill_names: SkillNames,
    roles: Iterable[Role],
    pathways: Iterable[Pathway],
    pages: Iterable[PlainPage],
) -> Catalog:
    """Gather values into a catalog; pathways to or from a role that isn't there are left out."""
    roles_by_id = {role.id: role for role in sorted(roles, key=lambda each: each.id)}
    known = [each for each in pathways if each.origin_id in roles_by_id and each.target_id in roles_by_id]
    cards = [_card(each, roles_by_id, site) for each in known]
    cards.sort(key=lambda each: (each.origin.name.casefold(), each.target.name.casefold(), each.slug))
    by_origin: dict[str, list[str]] = defaultdict(list)
    by_target: dict[str, list[str]] = defaultdict(list)
    for card in cards:
        by_origin[card.origin.id].append(card.slug)
        by_target[card.target.id].append(card.slug)
    return Catalog(
        site=site,
        skill_names=skill_names,
        roles_by_id=roles_by_id,
        pathways_by_slug={each.slug: each for each in sorted(known, key=lambda each: each.slug)},
        pages_by_name={each.name: each for each in sorted(pages, key=lambda each: each.name)},
        cards_by_slug={card.slug: card for card in cards},
        slugs_by_origin={key: tuple(slugs) for key, slugs in by_origin.items()},
        slugs_by_target={key: tuple(slugs) for key, slugs in by_target.items()},
    )


def _card(pathway: Pathway, roles_by_id: Mapping[str, Role], site: Site) -> Card:
    origin, target = roles_by_id[pathway.origin_id], roles_by_id[pathway.target_id]
    return Card(
        slug=pathway.slug,
        title=pathway.title or f"From {origin.name} to {target.name}",
        summary=pathway.summary,
        origin=origin,
        target=target,
        badges=award_badges(pathway, origin=origin, target=target, site=site),
    )
