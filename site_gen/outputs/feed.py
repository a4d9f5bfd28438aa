"""The catalog becomes feed.xml: the pathways last published or reviewed, as an Atom feed of one page or several."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.model.catalog import Catalog
from site_gen.outputs import Output, OutputType
from site_gen.render.atom import Feed, feed_addresses, feed_in_bytes


def make(catalog: Catalog) -> Iterator[Output]:
    """Its pages; none without a base address (its ids are whole addresses) or without a pathway."""
    site = catalog.site
    if not site.base_url or not catalog.listings_by_slug:
        return
    feed = Feed(address="feed.xml", title=site.title, subtitle=site.description, page=site.base_url, id=site.base_url)
    for page, address in enumerate(feed_addresses(feed.address, len(catalog.listings))):
        yield Output(address=address, content=feed_in_bytes(feed, catalog.listings, site, page=page))


OUTPUT = OutputType(name="feed", asks=frozenset({"listings"}), make=make)
