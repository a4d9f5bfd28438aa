"""A role becomes its page: what it is, the ways in and out, the skills that travel, and the pay next door."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from markupsafe import Markup

from site_gen.addresses import ROUTES_ADDRESS, role_address, role_feed, route_address, skill_address
from site_gen.model.badges import are_comparable, demand_for
from site_gen.model.catalog import Catalog, Listing, SkillCount
from site_gen.model.role import Role
from site_gen.pages import PageType, Planned
from site_gen.record import record
from site_gen.render.corrections import Correction, correction_of_role
from site_gen.render.duration import months
from site_gen.render.facts import CardView, card_view
from site_gen.render.figures import pay_scale, share_bar
from site_gen.render.linked_data import occupation
from site_gen.render.long_lists import Side, ways_in, ways_out
from site_gen.render.neighbourhood import neighbourhood
from site_gen.render.occupation import occupation_in_words, outlook_in_words
from site_gen.render.page import Page
from site_gen.render.pay import (
    PayRow,
    PayView,
    pay_correction,
    pay_drawing,
    pay_in_words,
    pay_source_in_words,
    row_source,
    shared_source,
)
from site_gen.render.routes import earns
from site_gen.render.sources import outlook_source, pay_source, sources_of_cards
from site_gen.render.words import counted, sentence

MOST_FURTHER: Final = 12
"""So many roles two pathways away are named; the page of routes knows all."""


MOST_SKILLS: Final = 60
"""So many skills that travel are named; the list of skills knows all."""

FIRST_SKILLS: Final = 30
"""So many of them are if there are more: those that most ways out make use of."""


@record
class WaysView:
    """The ways in or the ways out of a role: those shown as cards; `count` in words and `all_of`, where all are.

    `all_of` is empty where all are shown.
    """

    title: str
    id: str
    cards: tuple[CardView, ...]
    count: str
    all_of: str


@record
class TravellingSkill:
    """A skill that ways out of a role make use of: how many of them, in words and as a bar."""

    name: str
    address: str
    count: str
    bar: Markup


@record
class FurtherView:
    """A role that is two pathways away: the way there, how long it takes and what it pays.

    `direct` is how long one pathway takes, empty where none leads there.
    """

    name: str
    address: str
    via: str
    time: str
    direct: str
    pay: str


@record
class RoleFacts:
    """What the fold of a role's page says, and what it rests on; empty words stand for what is not known."""

    demand: str
    demand_level: int
    demand_source: str
    ways: str
    pay: PayRow | None
    pay_label: str


@record
class Figure:
    """Where a figure of a role comes from, as a sentence, and the link by which it is corrected."""

    text: str
    correction: Correction | None


def of_site(catalog: Catalog) -> Iterator[Planned]:
    """A page for every role."""
    views: dict[str, CardView] = {}
    for role_id, role in catalog.roles_by_id.items():
        near = {each.target.id for each in catalog.ways_out(role_id)}
        onward = {f"ways_out:{each}" for each in (role_id, *near)}
        asks = frozenset({f"role:{role_id}", f"ways_in:{role_id}", f"routes_from:{role_id}", "skills", *onward})
        yield Planned(address=role_address(role_id), asks=asks, make=partial(_page, catalog, role, views))


def _page(catalog: Catalog, role: Role, views: dict[str, CardView]) -> Page:
    into, out = ways_in(catalog, role.id), ways_out(catalog, role.id)
    shown = (*out.shown, *into.shown)
    skills = catalog.travelling_skills(role.id)
    summary = (
        f"{role.plural}: what they do and earn, {counted(len(into.ways), 'way in', 'ways in')}, "
        f"{counted(len(out.ways), 'way out', 'ways out')}."
    )
    corrections = catalog.site.corrections
    around = [each for way in shown for each in (way.origin, way.target)]
    return Page(
        address=role_address(role.id),
        template="pages/role.html",
        title=role.name,
        summary=summary,
        linked=occupation(role, summary, catalog.site),
        markdown=True,
        feed=role_feed(role.id) if shown else "feed.xml",
        values={
            "role": role,
            "facts": _facts(role, len(into.ways), len(out.ways)),
            "sides": tuple(_ways_view(each, views) for each in (into, out) if each.ways),
            "ways_out": len(out.ways),
            "around": neighbourhood(role, into.ways, out.ways, "../") if shown else None,
            "skills": _skills(catalog, _first(skills), len(out.ways)),
            "all_skills": len(skills),
            "further": tuple(_further(catalog, role)),
            "neighbours": _pay_next_door(role, shown, corrections),
            "are_all_next_door": not (into.pages or out.pages),
            "sources": sources_of_cards(around),
            "figures": tuple(_figures(role, corrections)),
        },
    )


def _ways_view(side: Side, views: dict[str, CardView]) -> WaysView:
    return WaysView(
        title=side.title,
        id=f"wm-{side.title.partition(' ')[2]}",
        cards=_card_views(side.shown, views),
        count=side.count,
        all_of=side.all_of,
    )


def _first(skills: Sequence[SkillCount]) -> Sequence[SkillCount]:
    """All skills that travel, or the first of many."""
    return skills if len(skills) <= MOST_SKILLS else skills[:FIRST_SKILLS]


def _card_views(ways: Sequence[Listing], views: dict[str, CardView]) -> tuple[CardView, ...]:
    """The cards of a list; each is made once, and remembered by its slug for the other of its two roles."""
    cards = []
    for each in ways:
        slug = each.facts.slug
        view = views.get(slug)
        if view is None:
            view = views[slug] = card_view(each)
        cards.append(view)
    return tuple(cards)


def _facts(role: Role, ways_in: int, ways_out: int) -> RoleFacts:
    demand = demand_for(role.outlook.growth) if role.outlook else None
    pay = role.pay
    return RoleFacts(
        demand=sentence(demand) if demand else "",
        demand_level=demand.level if demand else 0,
        demand_source=outlook_source(role.outlook) if role.outlook else "",
        ways=f"{ways_in} in, {ways_out} out",
        pay=PayRow(
            name=role.name, address="", bar=pay_drawing(pay, "from"), words=pay_in_words(pay), source=pay_source(pay)
        )
        if pay
        else None,
        pay_label=f"Yearly pay, {pay.place}" if pay and pay.place else "Yearly pay",
    )


def _skills(catalog: Catalog, counts: Sequence[SkillCount], ways_out: int) -> tuple[TravellingSkill, ...]:
    return tuple(
        TravellingSkill(
            name=each.name,
            address=skill_address(catalog.skill_names.slug_of(each.name)),
            count=f"{each.count} of {ways_out}",
            bar=share_bar(each.count, ways_out),
        )
        for each in counts
    )


def _further(catalog: Catalog, role: Role) -> Iterator[FurtherView]:
    """The roles two pathways away, the nearest first; they link to the page of their routes, where there is one."""
    with_page = set(catalog.route_pairs)
    direct = {
        each.target.id: months(figures.months)
        for each in catalog.ways_out(role.id)
        if (figures := each.facts.figures) and figures.months
    }
    for route in catalog.graph.two_steps(role.id)[:MOST_FURTHER]:
        _, middle, end = (catalog.roles_by_id[each] for each in route.role_ids)
        pair = (role.id, end.id)
        yield FurtherView(
            name=end.name,
            address=route_address(*pair) if pair in with_page else f"{ROUTES_ADDRESS}?from={role.id}&to={end.id}",
            via=middle.name,
            time=months(route.months),
            direct=direct.get(end.id, ""),
            pay=earns(catalog, end.id),
        )


def _pay_next_door(role: Role, ways: Sequence[Listing], corrections: str) -> PayView | None:
    """The role and its neighbours whose pay compares, on one axis, least first; None where there is none."""
    around = {each.id: each for way in ways for each in (way.origin, way.target)}
    paid = [
        (each, each.pay) for each in around.values() if each.pay and role.pay and are_comparable(each.pay, role.pay)
    ]
    if len(paid) < 2:
        return None
    scale = pay_scale([end for _, pay in paid for end in (pay.range.low, pay.range.high)])
    shared = shared_source([pay for _, pay in paid])
    paid.sort(key=lambda each: (each[1].median or each[1].range.middle, each[0].id))
    rows = tuple(
        PayRow(
            name=each.name,
            address="" if each is role else role_address(each.id),
            bar=pay_drawing(pay, "from" if each is role else "to", scale),
            words=pay_in_words(pay),
            source=row_source(each, "" if shared else pay_source_in_words(pay)),
            correction=pay_correction(corrections, each),
        )
        for each, pay in paid
    )
    return PayView(rows=rows, source=shared, correction=None, notes=())


def _figures(role: Role, corrections: str) -> Iterator[Figure]:
    """Where the figures of a role come from, a sentence a source."""
    if role.occupation:
        mend = correction_of_role(corrections, role, "occupation", f"the occupation of {role.name}")
        yield Figure(text=occupation_in_words(role), correction=mend)
    if role.outlook:
        yield Figure(
            text=f"Employment is projected to {outlook_in_words(role.outlook)} ({role.outlook.source}).",
            correction=correction_of_role(corrections, role, "outlook", f"the outlook of {role.name}"),
        )
    if role.pay:
        source = pay_source_in_words(role.pay)
        yield Figure(
            text=f"Pay: {pay_in_words(role.pay)}{f' ({source})' if source else ''}.",
            correction=pay_correction(corrections, role),
        )


PAGE = PageType(name="role", of_site=of_site)
