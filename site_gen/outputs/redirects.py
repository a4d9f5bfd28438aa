"""Old addresses become small pages that lead to the new one, for hosts that know no redirects."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from site_gen.addresses import absolute, alias_address, pathway_address, relative
from site_gen.model.catalog import Catalog
from site_gen.outputs import Output, OutputType


def make(catalog: Catalog) -> Iterator[Output]:
    """One page for each alias of each pathway."""
    for slug, listing in sorted(catalog.listings_by_slug.items()):
        for alias in listing.facts.aliases:
            address = alias_address(alias)
            target = pathway_address(slug)
            page = _page(catalog, listing.title, relative(target, address), target)
            yield Output(address=address, content=page.encode())


def _page(catalog: Catalog, title: str, href: str, target: str) -> str:
    site = catalog.site
    canonical = f'<link rel="canonical" href="{escape(absolute(target, site.base_url))}">\n' if site.base_url else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(site.language)}">\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{escape(title)}</title>\n'
        f"{canonical}"
        f'<meta http-equiv="refresh" content="0; url={escape(href)}">\n'
        f'<main><h1>This page has moved</h1><p><a href="{escape(href)}">{escape(title)}</a></p></main>\n'
        "</html>\n"
    )


OUTPUT = OutputType(name="redirects", asks=frozenset({"listings"}), make=make)
