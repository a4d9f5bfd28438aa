"""The catalog becomes sitemap.xml: every page with the day of its last review, as sitemaps.org 0.9 has it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import escape
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
from site_gen.render.map_pages import field_maps


def make(catalog: Catalog) -> Iterator[Output]:
    """One file; none without a base address, because a sitemap holds whole addresses only."""
    base = catalog.site.base_url
    if not base:
        return
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ]
    for address, day in sorted(_pages(catalog)):
        modified = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
        lines.append(f"<url><loc>{escape(absolute(quote(address), base), quote=False)}</loc>{modified}</url>")
    lines.append("</urlset>\n")
    yield Output(address="sitemap.xml", content="\n".join(lines).encode())


def _pages(catalog: Catalog) -> Iterator[tuple[str, date | None]]:
    """Every address with the day its content changed, as far as the content says it."""
    listings = catalog.listings_by_slug
    yield "index.html", max((each.facts.reviewed for each in listings.values()), default=None)
    for name in catalog.pages_by_name:
        if name != "404":
            yield f"{name}.html", None
    for address in _lists(catalog):
        yield address, None
    for slug, listing in listings.items():
        yield pathway_address(slug), listing.facts.reviewed
    for role_id in catalog.roles_by_id:
        ways = (*catalog.ways_in(role_id), *catalog.ways_out(role_id))
        yield role_address(role_id), max((each.facts.reviewed for each in ways), default=None)


def _lists(catalog: Catalog) -> Iterator[str]:
    """The pages that gather what others say, of which no content file tells the day."""
    if catalog.roles_by_id:
        yield MAP_ADDRESS
        yield from field_maps(catalog).values()
    if catalog.listings_by_slug:
        yield from (ROUTES_ADDRESS, COMPARE_ADDRESS)
    for origin_id, target_id in catalog.route_pairs:
        yield route_address(origin_id, target_id)
    if catalog.skills.by_slug:
        yield SKILLS_ADDRESS
    for slug in catalog.skills.by_slug:
        yield skill_address(slug)
    if catalog.site.search:
        yield SEARCH


OUTPUT = OutputType(
    name="sitemap", asks=frozenset({"listings", "roles", "pages", "skill_list", "route_list"}), make=make
)
