"""The fields of a catalog become pages of the pathways into them, where the front page would be too long for all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from site_gen.model.catalog import Catalog, Listing
from site_gen.model.skill import unique_slugs
from site_gen.record import record
from site_gen.render.paging import Leaf, leaves

MOST_ON_ONE_PAGE: Final = 200
"""So many cards the front page holds, each with its four badges: more take a phone too long to load."""

FIRST: Final = 6
"""So many cards of each field the front page shows of a site that has more."""

SAMPLES: Final = 100
"""So many cards of all fields together, unless there are as many fields: then it is one each."""

A_PAGE: Final = 100
"""So many cards a page of a field holds."""


@record
class FieldPage:
    """A page of the pathways into a field, and which it shows; `samples` stand for the field on the front page."""

    field: str
    leaf: Leaf
    listings: Sequence[Listing]
    samples: Sequence[Listing]


def field_pages(catalog: Catalog) -> Mapping[str, Sequence[FieldPage]]:
    """The pages of each field that a pathway leads into, in the order of names; nothing of a site of few pathways."""
    if len(catalog.listings) <= MOST_ON_ONE_PAGE:
        return {}
    by_field: dict[str, list[Listing]] = defaultdict(list)
    for each in catalog.listings:
        by_field[each.target.family].append(each)
    slugs = unique_slugs({role.family for role in catalog.roles_by_id.values()})
    first = max(1, min(FIRST, SAMPLES // len(by_field)))
    return {field: _pages(field, slugs[field], by_field[field], first) for field in sorted(by_field, key=str.casefold)}


def _pages(field: str, slug: str, listings: Sequence[Listing], first: int) -> Sequence[FieldPage]:
    names = [each.origin.name for each in listings]
    pages = leaves(len(listings), size=A_PAGE, first=f"fields/{slug}.html", folder=f"fields/{slug}", names=names)
    return [
        FieldPage(field=field, leaf=leaf, listings=leaf.part_of(listings), samples=listings[:first]) for leaf in pages
    ]
