"""A pathway becomes pathways/<slug>.md beside its page: its badges with their arithmetic, and its author's text."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from site_gen.addresses import embed_address, pathway_address, pathway_markdown, role_address
from site_gen.model.card import Card
from site_gen.model.pathway import Pathway
from site_gen.model.role import Role
from site_gen.model.site import Site
from site_gen.model.skill import SkillNames
from site_gen.outputs import Output, OutputType
from site_gen.render.duration import day
from site_gen.render.facts import facts_of
from site_gen.render.markdown_text import bullets, document, link, plain
from site_gen.render.open_data import url_of
from site_gen.render.pay import pay_in_words, sources_in_words
from site_gen.render.words import listed
from site_gen.render.workings import workings


def of_pathway(pathway: Pathway, card: Card, site: Site, _: SkillNames) -> Output:
    """The one file of a pathway."""
    parts = (
        plain(card.summary),
        bullets(_head(card, site)),
        "## Badges",
        bullets(_badges(pathway, card)),
        *_pay(pathway, card),
        pathway.markdown,
        "## About this guide",
        bullets(_about(pathway, card, site)),
    )
    return Output(address=pathway_markdown(pathway.slug), content=document(card.title, parts))


def _head(card: Card, site: Site) -> Iterator[str]:
    yield f"From: {_role(card.origin)}"
    yield f"To: {_role(card.target)}"
    if url := url_of(pathway_address(card.slug), site):
        yield f"Page: <{url}>"


def _role(role: Role) -> str:
    return link(role.name, f"../{role_address(role.id).removesuffix('.html')}.md")


def _badges(pathway: Pathway, card: Card) -> Iterator[str]:
    """What each badge says, and how it was worked out."""
    facts = facts_of(card.figures)
    difficulty, time, pay, demand = workings(pathway, card)
    estimate = ", an estimate" if facts.is_estimate else ""
    view = ", the author’s view" if facts.is_authors_view else ""
    yield f"**Difficulty: {facts.difficulty}.** {plain(difficulty.text)}"
    yield f"**Time: {facts.time or 'not known'}.** {plain(time.text)}"
    yield f"**{facts.pay_label}: {facts.pay or 'not known'}{estimate}.** {plain(pay.text)}"
    note = f" {plain(pathway.demand_note)}" if pathway.demand_note else ""
    yield f"**Demand: {facts.demand or 'not known'}{view}.** {plain(demand.text)}{note}"


def _pay(pathway: Pathway, card: Card) -> Iterator[str]:
    """What the two roles pay, and by whose figures; nothing where neither is known."""
    own = pathway.salary
    pays = [
        (card.origin, own.origin if own else card.origin.pay),
        (card.target, own.target if own else card.target.pay),
    ]
    known = [(role, pay) for role, pay in pays if pay]
    if known:
        source = sources_in_words([pay for _, pay in known])
        yield f"A year before tax, low to high{f' ({plain(source)})' if source else ''}:"
        yield bullets(f"{plain(role.name)}: {plain(pay_in_words(pay))}" for role, pay in known)


def _about(pathway: Pathway, card: Card, site: Site) -> Iterator[str]:
    authors = listed(pathway.authors or ((site.author,) if site.author else ()))
    yield f"Reviewed {day(pathway.reviewed)}{f' by {plain(authors)}' if authors else ''}."
    if pathway.updated:
        yield f"Last updated {day(pathway.updated)}."
    for each in pathway.sources:
        yield f"Source: {link(each.title, each.url) if each.url else plain(each.title)}"
    if pathway.tags:
        yield f"Filed under {plain(', '.join(pathway.tags))}."
    if url := url_of(embed_address(pathway.slug), site):
        title = escape(card.title).replace("`", "&#96;")
        yield f'To show it on a page of yours: `<iframe src="{url}" title="{title}" width="480" height="240"></iframe>`'


OUTPUT = OutputType(name="markdown_pathways", of_pathway=of_pathway)
