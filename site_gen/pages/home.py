"""The catalog becomes the front page: where to start, every pathway, every role."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from site_gen.model.catalog import Catalog, Listing
from site_gen.pages import PageType, Planned
from site_gen.record import record
from site_gen.render.facts import BLANK_CARD, CardView, card_view
from site_gen.render.field_pages import field_pages
from site_gen.render.long_lists import pages_of_roles, roles_by_name
from site_gen.render.map_fields import FieldEntry, by_field, field_entry
from site_gen.render.map_pages import field_maps
from site_gen.render.page import Page
from site_gen.render.role_entry import RoleEntry, role_entry
from site_gen.render.routes import DIFFICULTIES, PATTERNS
from site_gen.render.sources import sources_of_cards

MOST_STARTS = 12
"""How many roles the fold offers to start from; the list below it has them all."""

MOST_UNGROUPED = 12
"""How many cards a reader looks through without headings between them."""


MONTHS = (3, 6, 9, 12, 18, 24, 36)
"""The months that a reader can say to have."""


@record
class CardGroup:
    """The pathways that lead into one field; `field` is empty where all stand together.

    Where the page shows only the first of them, `address` is where all `count` are; otherwise it is empty.
    """

    field: str
    cards: tuple[CardView, ...]
    count: int
    address: str = ""


ADDRESS = "index.html"


def of_site(catalog: Catalog) -> Iterator[Planned]:
    """The one front page."""
    yield Planned(address=ADDRESS, asks=frozenset({"listings", "roles"}), make=lambda: _page(catalog))


def _page(catalog: Catalog) -> Page:
    roles = [role_entry(catalog, each) for each in roles_by_name(catalog)]
    pages = pages_of_roles(catalog)
    starts = sorted((role for role in roles if role.ways_out), key=lambda each: -each.ways_out)[:MOST_STARTS]
    return Page(
        address=ADDRESS,
        template="pages/home.html",
        title="",
        summary=catalog.site.description,
        markdown=True,
        values={
            "groups": _groups(catalog),
            "sources": sources_of_cards([end for each in catalog.listings for end in (each.origin, each.target)]),
            "roles": tuple(roles),
            "role_pages": pages,
            "fields": tuple(_fields(catalog)) if pages else (),
            "starts": tuple(sorted(starts, key=_by_name)),
            "has_skills": bool(catalog.skills.by_slug),
            "months": MONTHS,
            "difficulties": DIFFICULTIES,
            "blank": BLANK_CARD,
            "patterns": PATTERNS,
        },
    )


def _groups(catalog: Catalog) -> tuple[CardGroup, ...]:
    """The cards of all pathways, or of a large site the first of each field."""
    return tuple(
        CardGroup(
            field=field,
            cards=tuple(map(card_view, pages[0].samples)),
            count=pages[0].leaf.of,
            address=pages[0].leaf.address if pages[0].leaf.of > len(pages[0].samples) else "",
        )
        for field, pages in field_pages(catalog).items()
    ) or _group(catalog.listings)


def _group(listings: tuple[Listing, ...]) -> tuple[CardGroup, ...]:
    """Cards under the fields they lead into, by name; a few cards, or those of one field, in one group."""
    views = tuple(map(card_view, listings))
    by_field: dict[str, list[CardView]] = defaultdict(list)
    for each, view in zip(listings, views, strict=True):
        by_field[each.target.family].append(view)
    if len(listings) <= MOST_UNGROUPED or len(by_field) == 1:
        return (CardGroup(field="", cards=views, count=len(views)),) if listings else ()
    names = sorted(by_field, key=str.casefold)
    return tuple(CardGroup(field=name, cards=tuple(by_field[name]), count=len(by_field[name])) for name in names)


def _fields(catalog: Catalog) -> Iterator[FieldEntry]:
    """The fields that have a map of their own, with the roles of each."""
    if addresses := field_maps(catalog):
        fields = by_field(catalog, addresses)
        yield from (field_entry(fields, each) for each in fields.roles)


def _by_name(entry: RoleEntry) -> tuple[str, str]:
    return entry.name.casefold(), entry.address


PAGE = PageType(name="home", of_site=of_site)
