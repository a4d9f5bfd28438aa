"""The fields of a catalog become pages of the pathways into them, where the front page would be too long for all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from site_gen.model.catalog import Catalog, Listing
from site_gen.model.skill import unique_slugs
from site_gen.record import record

MOST_ON_ONE_PAGE: Final = 200
"""So many cards the front page holds, each with its four badges: more take a phone too long to load."""

FIRST: Final = 6
"""So many cards of each field the front page shows of a site that has more."""

A_PAGE: Final = 100
"""So many cards a page of a field holds."""


@record
class FieldPage:
    """A page of the pathways into a field: its number of `pages`, counted from 1, and which pathways it shows."""

    field: str
    address: str
    number: int
    pages: Sequence[str]
    listings: Sequence[Listing]
    of: int

    @property
    def is_first(self) -> bool:
        """Whether it is the page that others lead to."""
        return self.number == 1

    @property
    def samples(self) -> Sequence[Listing]:
        """The pathways that stand for it on the front page."""
        return self.listings[:FIRST]


def field_pages(catalog: Catalog) -> Mapping[str, Sequence[FieldPage]]:
    """The pages of each field that a pathway leads into, in the order of names; nothing of a site of few pathways."""
    if len(catalog.listings) <= MOST_ON_ONE_PAGE:
        return {}
    by_field: dict[str, list[Listing]] = defaultdict(list)
    for each in catalog.listings:
        by_field[each.target.family].append(each)
    slugs = unique_slugs({role.family for role in catalog.roles_by_id.values()})
    return {field: _pages(field, slugs[field], by_field[field]) for field in sorted(by_field, key=str.casefold)}


def _pages(field: str, slug: str, listings: Sequence[Listing]) -> Sequence[FieldPage]:
    numbers = range(1, -(-len(listings) // A_PAGE) + 1)
    addresses = [f"fields/{slug}.html" if number == 1 else f"fields/{slug}/{number}.html" for number in numbers]
    return [
        FieldPage(
            field=field,
            address=address,
            number=number,
            pages=addresses,
            listings=listings[(number - 1) * A_PAGE : number * A_PAGE],
            of=len(listings),
        )
        for number, address in zip(numbers, addresses, strict=True)
    ]
