"""The catalog becomes feed.xml: the pathways last published or reviewed, as an Atom feed (RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from site_gen.addresses import absolute, pathway_address
from site_gen.model.catalog import Catalog, Listing
from site_gen.outputs import Output, OutputType

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
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(site.language)}>',
        f"<title>{escape(site.title)}</title>",
        f"<subtitle>{escape(site.description)}</subtitle>",
        f"<id>{escape(site.base_url)}</id>",
        f'<link rel="self" type="application/atom+xml" href={quoteattr(own)}/>',
        f'<link rel="alternate" type="text/html" href={quoteattr(site.base_url)}/>',
        f"<updated>{_moment(_updated(listings[0]))}</updated>",
        f"<author><name>{escape(site.author or site.title)}</name></author>",
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
    authors = [f"<author><name>{escape(name)}</name></author>" for name in facts.authors]
    published = [f"<published>{_moment(facts.published)}</published>"] if facts.published else []
    return [
        "<entry>",
        f"<title>{escape(listing.title)}</title>",
        f"<id>{escape(address)}</id>",
        f'<link rel="alternate" type="text/html" href={quoteattr(address)}/>',
        *published,
        f"<updated>{_moment(_updated(listing))}</updated>",
        *authors,
        f"<summary>{escape(facts.summary)}</summary>",
        "</entry>",
    ]


OUTPUT = OutputType(name="feed", asks=frozenset({"listings"}), make=make)
