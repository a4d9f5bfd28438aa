"""A pathway becomes its page: badges, plan, pay, the author's sections, and how it was all worked out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from site_gen.addresses import COMPARE_ADDRESS, absolute, pathway_address, picture_address, role_address
from site_gen.model.awards import hours_a_week
from site_gen.model.card import Card
from site_gen.model.duration import whole
from site_gen.model.pathway import Pathway
from site_gen.model.role import Role
from site_gen.model.section import CallToAction, Overview, Section
from site_gen.model.site import Site
from site_gen.pages import Onward, PageType
from site_gen.record import record
from site_gen.render.facts import facts_of
from site_gen.render.linked_data import article
from site_gen.render.page import Page
from site_gen.render.pay import PayView, pay_view
from site_gen.render.picture_words import can_be_drawn, picture_words
from site_gen.render.plan import ends_of, phase_views, plan_view
from site_gen.render.skills import skill_groups
from site_gen.render.sources import fact_sources
from site_gen.render.words import listed
from site_gen.render.workings import workings

OVERVIEW_TITLE = "Why this move works"


# Not frozen: pages make tens of thousands of them, which would take three times as long.
@dataclass(slots=True, kw_only=True)
class Entry:
    """A link to another page, or to a place on this one."""

    title: str
    address: str


@record
class Body:
    """The sections in the order of the file, cut where generated parts go in between.

    Pay comes after `opening`, the workings after `middle`; `closing` begins with the author's call to action.
    """

    opening: tuple[Section, ...]
    middle: tuple[Section, ...]
    closing: tuple[Section, ...]


def pathway_page(pathway: Pathway, card: Card, site: Site, onward: Onward) -> Page:
    """The page of one pathway: all that it takes of the rest of the catalog is its card and where else one can go."""
    hours = hours_a_week(pathway, site)
    phases = pathway.roadmap.phases if pathway.roadmap else ()
    ends = ends_of(card.badges.timeline.phase_weeks if card.badges.timeline else [whole(0)] * len(phases))
    corrections = site.corrections
    pay = pay_view(pathway, card, corrections)
    body = cut(pathway.sections)
    learning = pathway.skills_to_learn
    return Page(
        address=pathway_address(pathway.slug),
        template="pages/pathway.html",
        feed="",
        title=card.title,
        summary=card.summary,
        markdown=True,
        linked=article(pathway, card, site),
        values={
            "pathway": pathway,
            "card": card,
            "facts": facts_of(card.figures),
            "sources": fact_sources(card),
            "plan": plan_view(ends, hours, pathway.gate),
            "phases": phase_views(phases, ends),
            "pay": pay,
            "body": body,
            "contents": tuple(_contents(body, pay)),
            "skill_groups": skill_groups(learning, hours, onward.skill_names) if learning else (),
            "workings": workings(pathway, card, corrections),
            "authors": listed(pathway.authors or ((site.author,) if site.author else ())),
            "call": site.call_to_action,
            "next": tuple(_next(card, onward)),
            "picture": _picture(pathway, card, site),
        },
    )


def _picture(pathway: Pathway, card: Card, site: Site) -> str:
    """The whole address of the pathway's picture; empty where the site has none, or there are no letters for it."""
    if not (site.pictures and site.base_url):
        return ""
    words = picture_words(pathway.title, card.origin.name, card.target.name, card.figures)
    return absolute(picture_address(pathway.slug), site.base_url) if can_be_drawn(words, site.title) else ""


def cut(sections: tuple[Section, ...]) -> Body:
    """Cut the sections where generated parts belong: after the overview, and before the call to action."""
    kinds = [type(each.value) for each in sections]
    first = kinds.index(Overview) + 1 if Overview in kinds else 0
    last = kinds.index(CallToAction, first) if CallToAction in kinds[first:] else len(kinds)
    return Body(
        opening=tuple(_titled(each) for each in sections[:first]),
        middle=sections[first:last],
        closing=sections[last:],
    )


def _titled(section: Section) -> Section:
    """The section with a heading of its own, for the overview may stand before the first heading of a file."""
    if section.title:
        return section
    return Section(
        kind=section.kind,
        title=OVERVIEW_TITLE,
        anchor="wm-overview",
        value=section.value,
        place=section.place,
    )


def _contents(body: Body, pay: PayView | None) -> Iterator[Entry]:
    """The parts of the page in their order."""
    for each in body.opening:
        yield _place(each.title, each.anchor)
    if pay:
        yield _place("What it pays", "wm-pay")
    for each in body.middle:
        yield _place(each.title, each.anchor)
    yield _place("How these figures are worked out", "wm-workings")


# Sections are called the same on most pages.
@lru_cache(maxsize=1024)
def _place(title: str, anchor: str) -> Entry:
    return Entry(title=title, address=f"#{anchor}")


def _next(card: Card, onward: Onward) -> Iterator[Entry]:
    """Where else one can go: other ways out of the role one leaves, and on from the one that is reached."""
    if onward.others_out:
        yield _role_entry(f"All ways out of {card.origin.name}", card.origin)
    if onward.leads_on:
        yield _role_entry(f"Where {card.target.plural} go next", card.target)
    yield Entry(title="Compare it", address=f"{COMPARE_ADDRESS}?way={card.slug}")


def _role_entry(title: str, role: Role) -> Entry:
    return Entry(title=title, address=role_address(role.id))


PAGE = PageType(name="pathway", of_pathway=pathway_page)
