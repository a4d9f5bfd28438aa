"""A page becomes the JSON-LD in its head: one graph in the words of schema.org, and nothing that it doesn't say."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from site_gen.addresses import absolute, pathway_address, quoted, role_address
from site_gen.model.card import Card
from site_gen.model.money import Pay
from site_gen.model.pathway import Pathway
from site_gen.model.role import Occupation, Role
from site_gen.model.site import Site
from site_gen.render.markup import safe

if TYPE_CHECKING:
    from site_gen.render.page import Page

Node = Mapping[str, object]

CONTEXT: Final = "https://schema.org"
START: Final = "Pathways"
"""What breadcrumbs call the front page."""

_PERCENTILES: Final = re.compile(r"(10|25)th to (75|90)th percentile")
_encode: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def linked_data(page: Page, site: Site) -> Markup:
    """The graph of a page of a site that says where it is: the page or what it is about, and on the first the site."""
    nodes = page.linked or (_web_page(page, site),)
    whole = (_web_site(site),) if page.address == "index.html" else ()
    text = _encode({"@context": CONTEXT, "@graph": [*whole, *nodes]})
    return safe(text.replace("<", "\\u003c"))  # else a title could end the script


def article(pathway: Pathway, card: Card, site: Site) -> tuple[Node, ...]:
    """What the page of a pathway is: an article about the role that it leads to. Nothing without a base address."""
    if not site.base_url:
        return ()
    authors = pathway.authors or ((site.author,) if site.author else ())
    made: dict[str, object] = {
        "@type": "Article",
        "@id": _id(pathway_address(pathway.slug), site),
        "headline": card.title,
        "description": card.summary,
        "dateModified": pathway.last_changed.isoformat(),
        "isPartOf": {"@id": site.base_url},
        "about": {"@id": f"{_id(role_address(card.target.id), site)}#role"},
    }
    if pathway.published:
        made["datePublished"] = pathway.published.isoformat()
    if authors:  # nobody says whether they are people or an office
        made["author"] = list(authors)
    steps = (
        (START, site.base_url),
        (card.origin.name, _id(role_address(card.origin.id), site)),
        (card.target.name, ""),
    )
    return made, _breadcrumbs(steps)


def occupation(role: Role, summary: str, site: Site) -> tuple[Node, ...]:
    """What the page of a role is about: an occupation with its pay. Nothing without a base address."""
    if not site.base_url:
        return ()
    address = _id(role_address(role.id), site)
    page: Node = {
        "@type": "WebPage",
        "@id": address,
        "name": role.name,
        "description": summary,
        "isPartOf": {"@id": site.base_url},
        "mainEntity": {"@id": f"{address}#role"},
    }
    steps = ((START, site.base_url), (role.name, ""))
    return page, dict(_occupation(role, f"{address}#role")), _breadcrumbs(steps)


def page_below(page: Page, above: Sequence[tuple[str, str]], name: str, site: Site) -> Page:
    """The page with the way to it, for one that is found below others: their names and addresses, and its own name."""
    if not site.base_url:
        return page
    steps = [*((each, _id(address, site)) for each, address in above), (name, "")]
    return replace(page, linked=(_web_page(page, site), _breadcrumbs(steps)))


def _occupation(role: Role, identity: str) -> Iterator[tuple[str, object]]:
    yield from (("@type", "Occupation"), ("@id", identity), ("name", role.name))
    if role.aliases:
        yield "alternateName", list(role.aliases)
    if role.occupation:
        yield "occupationalCategory", _category(role.occupation)
    if role.pay and role.pay.source:
        yield "estimatedSalary", dict(_salary(role.pay))
        if role.pay.place:
            yield "occupationLocation", {"@type": "AdministrativeArea", "name": role.pay.place}


def _category(official: Occupation) -> Node:
    codes = {"@type": "CategoryCodeSet", "name": "2018 SOC"}
    return {"@type": "CategoryCode", "codeValue": official.code, "name": official.title, "inCodeSet": codes}


def _salary(pay: Pay) -> Iterator[tuple[str, object]]:
    """The pay of a year; its ends only where its source says which percentiles they are."""
    yield from (("@type", "MonetaryAmountDistribution"), ("name", pay.source), ("currency", pay.range.currency))
    yield "duration", "P1Y"
    if pay.median:
        yield "median", pay.median
    if ends := _PERCENTILES.fullmatch(pay.spread):
        yield f"percentile{ends[1]}", pay.range.low
        yield f"percentile{ends[2]}", pay.range.high


def _web_site(site: Site) -> Node:
    return {"@type": "WebSite", "@id": site.base_url, "name": site.title}


def _web_page(page: Page, site: Site) -> Node:
    return {
        "@type": "WebPage",
        "@id": _id(page.address, site) if page.address != "index.html" else f"{site.base_url}index.html",
        "name": page.title or site.headline,
        "description": page.summary,
        "isPartOf": {"@id": site.base_url},
    }


def _breadcrumbs(steps: Sequence[tuple[str, str]]) -> Node:
    """The way to a page from the front page; the page itself is the last, without an address."""
    items = [
        {"@type": "ListItem", "position": place, "name": name, **({"item": address} if address else {})}
        for place, (name, address) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _id(address: str, site: Site) -> str:
    return absolute(quoted(address), site.base_url)
