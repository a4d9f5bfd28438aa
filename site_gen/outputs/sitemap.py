"""The catalog becomes sitemap.xml: every page with the day of its last review, as sitemaps.org 0.9 has it.

Of more pages than one file may list, it becomes an index of several.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from html import escape
from typing import Final
from urllib.parse import quote

from site_gen.addresses import (
    COMPARE_ADDRESS,
    MAP_ADDRESS,
    ROUTES_ADDRESS,
    SEARCH,
    SKILLS_ADDRESS,
    absolute,
    pathway_address,
    role_address,
    route_address,
    skill_address,
)
from site_gen.model.catalog import Catalog
from site_gen.outputs import Output, OutputType
from site_gen.render.field_pages import field_pages
from site_gen.render.long_lists import list_addresses
from site_gen.render.map_pages import field_maps

MOST: Final = 50_000
"""So many addresses may stand in one file."""

ADDRESS: Final = "sitemap.xml"

_Page = tuple[str, date | None]
"""An address, and the day on which its content changed, where that is known."""


def make(catalog: Catalog) -> Iterator[Output]:
    """One file, or several and their index; none without a base address, for a sitemap holds whole addresses only."""
    base = catalog.site.base_url
    if not base:
        return
    pages = sorted(_pages(catalog))
    if len(pages) <= MOST:
        yield _file(ADDRESS, pages, base, whole="urlset", entry="url")
        return
    parts: list[_Page] = []
    for number, start in enumerate(range(0, len(pages), MOST), 1):
        part = pages[start : start + MOST]
        address = f"sitemaps/{number}.xml"
        yield _file(address, part, base, whole="urlset", entry="url")
        parts.append((address, max((day for _, day in part if day), default=None)))
    yield _file(ADDRESS, parts, base, whole="sitemapindex", entry="sitemap")


def _file(address: str, pages: Sequence[_Page], base: str, *, whole: str, entry: str) -> Output:
    """A file whose root is called `whole`, with an `entry` for each page."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<{whole} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">']
    for page, day in pages:
        modified = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
        lines.append(f"<{entry}><loc>{escape(absolute(quote(page), base), quote=False)}</loc>{modified}</{entry}>")
    lines.append(f"</{whole}>\n")
    return Output(address=address, content="\n".join(lines).encode())


def _pages(catalog: Catalog) -> Iterator[_Page]:
    """Every address with the day its content changed, as far as the content says it."""
    listings = catalog.listings_by_slug
    yield "index.html", max((each.facts.last_changed for each in listings.values()), default=None)
    for name in catalog.pages_by_name:
        if name != "404":
            yield f"{name}.html", None
    for address in _lists(catalog):
        yield address, None
    for slug, listing in listings.items():
        yield pathway_address(slug), listing.facts.last_changed
    for role_id in catalog.roles_by_id:
        ways = (*catalog.ways_in(role_id), *catalog.ways_out(role_id))
        yield role_address(role_id), max((each.facts.last_changed for each in ways), default=None)


def _lists(catalog: Catalog) -> Iterator[str]:
    """The pages that gather what others say, of which no content file tells the day."""
    if catalog.roles_by_id:
        yield MAP_ADDRESS
        yield from field_maps(catalog).values()
    for pages in field_pages(catalog).values():
        yield from (each.leaf.address for each in pages)
    if catalog.listings_by_slug:
        yield from (ROUTES_ADDRESS, COMPARE_ADDRESS)
    for origin_id, target_id in catalog.route_pairs:
        yield route_address(origin_id, target_id)
    if catalog.skills.by_slug:
        yield SKILLS_ADDRESS
    for slug in catalog.skills.by_slug:
        yield skill_address(slug)
    yield from list_addresses(catalog)
    if catalog.site.search:
        yield SEARCH


OUTPUT = OutputType(
    name="sitemap", asks=frozenset({"listings", "roles", "pages", "skill_list", "route_list"}), make=make
)
