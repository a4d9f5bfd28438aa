"""The catalog becomes feed.xml: the pathways last published or reviewed, as an Atom feed (RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from html import escape
from typing import Final
from urllib.parse import quote

from site_gen.addresses import absolute, pathway_address
from site_gen.model.catalog import Catalog, Listing
from site_gen.outputs import Output, OutputType

_text: Final = partial(escape, quote=False)

LONGEST: Final = 20
"""Entries: enough for a reader who looks in once a month."""


def make(catalog: Catalog) -> Iterator[Output]:
    """One file; none without a base address (its ids are whole addresses) or without a pathway."""
    site = catalog.site
    if not site.base_url or not catalog.listings_by_slug:
        return
    listings = sorted(catalog.listings, key=lambda each: each.slug)
    listings.sort(key=_updated, reverse=True)
    own = absolute("feed.xml", site.base_url)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={_attribute(site.language)}>',
        f"<title>{_text(site.title)}</title>",
        f"<subtitle>{_text(site.description)}</subtitle>",
        f"<id>{_text(site.base_url)}</id>",
        f'<link rel="self" type="application/atom+xml" href={_attribute(own)}/>',
        f'<link rel="alternate" type="text/html" href={_attribute(site.base_url)}/>',
        f"<updated>{_moment(_updated(listings[0]))}</updated>",
        f"<author><name>{_text(site.author or site.title)}</name></author>",
    ]
    for each in listings[:LONGEST]:
        lines += _entry(each, site.base_url)
    lines.append("</feed>\n")
    yield Output(address="feed.xml", content="\n".join(lines).encode())


def _updated(listing: Listing) -> date:
    facts = listing.facts
    return max(facts.reviewed, facts.published or facts.reviewed)


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _entry(listing: Listing, base_url: str) -> list[str]:
    facts = listing.facts
    address = absolute(quote(pathway_address(facts.slug)), base_url)
    authors = [f"<author><name>{_text(name)}</name></author>" for name in facts.authors]
    published = [f"<published>{_moment(facts.published)}</published>"] if facts.published else []
    return [
        "<entry>",
        f"<title>{_text(listing.title)}</title>",
        f"<id>{_text(address)}</id>",
        f'<link rel="alternate" type="text/html" href={_attribute(address)}/>',
        *published,
        f"<updated>{_moment(_updated(listing))}</updated>",
        *authors,
        f"<summary>{_text(facts.summary)}</summary>",
        "</entry>",
    ]


def _attribute(text: str) -> str:
    """A text as the value of an attribute, with its quotes."""
    return '"' + _text(text).replace('"', "&quot;") + '"'


OUTPUT = OutputType(name="feed", asks=frozenset({"listings"}), make=make)
