"""Every role, pathway and page of a site, and who leads where."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from functools import cache, partial

from site_gen.model.card import PathwayFacts, title_of
from site_gen.model.page import PlainPage
from site_gen.model.role import Role
from site_gen.model.routes import Graph, make_graph
from site_gen.model.site import Site
from site_gen.model.skill import SkillNames, skill_key
from site_gen.model.skill_index import Skill, SkillIndex
from site_gen.record import record


@record
class Listing:
    """What lists, feeds and routes say of a pathway: its two roles and its small facts."""

    title: str
    origin: Role
    target: Role
    facts: PathwayFacts

    @property
    def slug(self) -> str:
        """The name of its page."""
        return self.facts.slug


@record
class SkillCount:
    """In how many of the ways out of a role a skill is made use of."""

    name: str
    count: int


@record
class Catalog:
    """A site's whole content, by id and slug, in sorted order.

    Only pathways whose two roles exist are in it: the others were reported where they name the role.
    """

    site: Site
    skill_names: SkillNames
    roles_by_id: Mapping[str, Role]
    pages_by_name: Mapping[str, PlainPage]
    listings_by_slug: Mapping[str, Listing]
    slugs_by_origin: Mapping[str, tuple[str, ...]]
    slugs_by_target: Mapping[str, tuple[str, ...]]
    skills: SkillIndex = field(compare=False, repr=False)
    make_graph: Callable[[], Graph] = field(compare=False, repr=False)

    @property
    def graph(self) -> Graph:
        """Who leads where over several pathways; it is made when it is first asked for."""
        return self.make_graph()

    @property
    def route_pairs(self) -> tuple[tuple[str, str], ...]:
        """The pairs of roles whose routes have a page, by the ids of the two: as many as the site wants."""
        return tuple(sorted(self.graph.pairs(self.site.route_pages)))

    @property
    def listings(self) -> tuple[Listing, ...]:
        """Every pathway, by the names of its roles."""
        return tuple(self.listings_by_slug.values())

    def ways_out(self, role_id: str) -> tuple[Listing, ...]:
        """The pathways that begin at a role."""
        return tuple(self.listings_by_slug[slug] for slug in self.slugs_by_origin.get(role_id, ()))

    def ways_in(self, role_id: str) -> tuple[Listing, ...]:
        """The pathways that lead to a role."""
        return tuple(self.listings_by_slug[slug] for slug in self.slugs_by_target.get(role_id, ()))

    def roles_that_bring(self, skill: Skill) -> tuple[Role, ...]:
        """The roles at which the pathways begin that make use of a skill, in the order of their names."""
        roles = {origin.id: origin for origin in (self.listings_by_slug[slug].origin for slug in skill.used)}
        return tuple(sorted(roles.values(), key=lambda each: (each.name.casefold(), each.id)))

    def travelling_skills(self, role_id: str) -> tuple[SkillCount, ...]:
        """The skills of a role that its ways out make use of, the most used first, then by name."""
        names: dict[str, str] = {}
        counts: Counter[str] = Counter()
        for slug in self.slugs_by_origin.get(role_id, ()):
            used = [self.skill_names.name_of(name) for name in self.listings_by_slug[slug].facts.brings]
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
    pathways: Iterable[PathwayFacts],
    pages: Iterable[PlainPage],
) -> Catalog:
    """Gather values into a catalog; pathways to or from a role that isn't there are left out."""
    roles_by_id = {role.id: role for role in sorted(roles, key=lambda each: each.id)}
    listings = [
        _listing(each, roles_by_id) for each in pathways if {each.origin_id, each.target_id} <= roles_by_id.keys()
    ]
    name_keys = {role_id: role.name.casefold() for role_id, role in roles_by_id.items()}
    listings.sort(key=lambda each: (name_keys[each.origin.id], name_keys[each.target.id], each.slug))
    by_origin: dict[str, list[str]] = defaultdict(list)
    by_target: dict[str, list[str]] = defaultdict(list)
    for each in listings:
        by_origin[each.origin.id].append(each.slug)
        by_target[each.target.id].append(each.slug)
    return Catalog(
        site=site,
        skill_names=skill_names,
        roles_by_id=roles_by_id,
        pages_by_name={each.name: each for each in sorted(pages, key=lambda each: each.name)},
        listings_by_slug={each.slug: each for each in listings},
        slugs_by_origin={key: tuple(slugs) for key, slugs in by_origin.items()},
        slugs_by_target={key: tuple(slugs) for key, slugs in by_target.items()},
        skills=SkillIndex([each.facts for each in listings], skill_names),
        make_graph=cache(partial(make_graph, listings, tuple(roles_by_id.values()), skill_names)),
    )


def _listing(facts: PathwayFacts, roles_by_id: Mapping[str, Role]) -> Listing:
    origin, target = roles_by_id[facts.origin_id], roles_by_id[facts.target_id]
    return Listing(title=title_of(facts, origin, target), origin=origin, target=target, facts=facts)
