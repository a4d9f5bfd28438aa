"""The catalog becomes feed.xml: the pathways last published or reviewed, as an Atom feed."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.model.catalog import Catalog
from site_gen.outputs import Output, OutputType
from site_gen.render.atom import Feed, feed_in_bytes


def make(catalog: Catalog) -> Iterator[Output]:
    """One file; none without a base address (its ids are whole addresses) or without a pathway."""
    site = catalog.site
    if not site.base_url or not catalog.listings_by_slug:
        return
    feed = Feed(address="feed.xml", title=site.title, subtitle=site.description, page=site.base_url, id=site.base_url)
    yield Output(address=feed.address, content=feed_in_bytes(feed, catalog.listings, site))


OUTPUT = OutputType(name="feed", asks=frozenset({"listings"}), make=make)
