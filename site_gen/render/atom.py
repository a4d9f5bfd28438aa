"""Pathways become an Atom feed (RFC 4287): those last published or reviewed, each as a card says it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from html import escape
from typing import Final

from site_gen.addresses import absolute, pathway_address, quoted
from site_gen.model.catalog import Listing
from site_gen.model.site import Site
from site_gen.record import record

_text: Final = partial(escape, quote=False)

LONGEST: Final = 20
"""Entries of the first page: enough for a reader who looks in once a month."""

LONGEST_BEHIND: Final = 100
"""Entries of each page behind it, which programs ask for that want all (RFC 5005, paged feeds)."""


@record
class Feed:
    """What a feed is of: where it is, what it is called, the page that shows the same, and what names it for ever."""

    address: str
    title: str
    subtitle: str
    page: str
    id: str


def feed_addresses(address: str, count: int) -> list[str]:
    """The addresses of the pages that a feed of so many pathways takes: `feed.xml`, `feed/2.xml`."""
    behind = -(-max(count - LONGEST, 0) // LONGEST_BEHIND)
    return [address, *(f"{address.removesuffix('.xml')}/{number}.xml" for number in range(2, behind + 2))]


def feed_in_bytes(feed: Feed, listings: Iterable[Listing], site: Site, *, page: int = 0) -> bytes:
    """A page of the feed of some pathways, one at least, of a site that says where it is; the newest go first."""
    newest = sorted(listings, key=lambda each: each.slug)
    newest.sort(key=_updated, reverse=True)
    addresses = [absolute(quoted(each), site.base_url) for each in feed_addresses(feed.address, len(newest))]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={_attribute(site.language)}>',
        f"<title>{_text(feed.title)}</title>",
        f"<subtitle>{_text(feed.subtitle)}</subtitle>",
        f"<id>{_text(feed.id)}</id>",
        *(
            f'<link rel="{rel}" type="application/atom+xml" href={_attribute(url)}/>'
            for rel, url in _links(addresses, page)
        ),
        f'<link rel="alternate" type="text/html" href={_attribute(feed.page)}/>',
        f"<updated>{_moment(_updated(newest[0]))}</updated>",
        f"<author><name>{_text(site.author or site.title)}</name></author>",
    ]
    start = LONGEST + (page - 1) * LONGEST_BEHIND if page else 0
    for each in newest[start : LONGEST + page * LONGEST_BEHIND]:
        lines += _entry(each, site.base_url)
    lines.append("</feed>\n")
    return "\n".join(lines).encode()


def _links(addresses: Sequence[str], page: int) -> Iterator[tuple[str, str]]:
    """Where a page of a feed is, and where its other pages are, if it has any."""
    yield "self", addresses[page]
    if len(addresses) > 1:
        yield "first", addresses[0]
        yield "last", addresses[-1]
    if page:
        yield "previous", addresses[page - 1]
    if page + 1 < len(addresses):
        yield "next", addresses[page + 1]


def _updated(listing: Listing) -> date:
    facts = listing.facts
    return max(facts.last_changed, facts.published or facts.last_changed)


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _entry(listing: Listing, base_url: str) -> list[str]:
    facts = listing.facts
    address = absolute(quoted(pathway_address(facts.slug)), base_url)
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
