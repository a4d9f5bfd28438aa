"""A list that is too long for one page becomes pages of it, numbered from 1."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final, TypeVar

from site_gen.addresses import markdown_address
from site_gen.record import record
from site_gen.render.markdown_text import link

LONGEST_LABEL: Final = 4
"""So many letters of a name tell at most where a page begins or ends."""

Entry = TypeVar("Entry")


@record
class Leaf:
    """A page of a list: its number, counted from 1, the addresses of all pages, and which of how many entries it shows.

    `labels` say of each page between which names it lies, for a list in the order of names; else there are none.
    """

    number: int
    addresses: tuple[str, ...]
    labels: tuple[str, ...]
    size: int
    of: int

    @property
    def address(self) -> str:
        """Where the page is."""
        return self.addresses[self.number - 1]

    @property
    def is_first(self) -> bool:
        """Whether it is the page that others lead to."""
        return self.number == 1

    @property
    def place(self) -> str:
        """`page 2 of 9`; empty where there is but one."""
        count = len(self.addresses)
        return f"page {self.number} of {count}" if count > 1 else ""

    @property
    def ordinal(self) -> str:
        """What a title ends with: `, page 2 of 9`; empty on the first page, which stands for all."""
        return "" if self.is_first else f", {self.place}"

    @property
    def root(self) -> str:
        """The way from the page to the home page's folder."""
        return "../" * self.address.count("/")

    @property
    def before(self) -> str:
        """The address of the page before; empty on the first."""
        return "" if self.is_first else self.addresses[self.number - 2]

    @property
    def behind(self) -> str:
        """The address of the next page; empty on the last."""
        return self.addresses[self.number] if self.number < len(self.addresses) else ""

    def part_of(self, entries: Sequence[Entry]) -> Sequence[Entry]:
        """Those of all entries of the list that the page shows."""
        return entries[(self.number - 1) * self.size : self.number * self.size]


def leaves(count: int, *, size: int, first: str, folder: str, names: Sequence[str] = ()) -> tuple[Leaf, ...]:
    """The pages of a list of `count` entries: the first at its address, the others below `folder`, by their numbers.

    A list without entries has one page all the same. `names` are those of the entries, of a list in their order.
    """
    pages = range(1, max(1, -(-count // size)) + 1)
    addresses = tuple(first if page == 1 else f"{folder}/{page}.html" for page in pages)
    labels = tuple(_labels(names, size)) if len(pages) > 1 else ()
    return tuple(Leaf(number=page, addresses=addresses, labels=labels, size=size, of=count) for page in pages)


def onward(leaf: Leaf) -> list[str]:
    """The link to the next page as Markdown, from page to page as Markdown; none on the last."""
    return [link("Next page", leaf.root + markdown_address(leaf.behind))] if leaf.behind else []


def _labels(names: Sequence[str], size: int) -> Iterator[str]:
    """Between which names each page lies, in as few letters as tell it from the next: `A–Ba`, `Be–C`."""
    for start in range(0, len(names), size):
        end = min(start + size, len(names))
        low = _least(names[start], names[start - 1] if start else "")
        high = _least(names[end - 1], names[end] if end < len(names) else "")
        yield low if low.casefold().startswith(high.casefold()) else f"{low}–{high}"


def _least(name: str, other: str) -> str:
    """The least of a name that tells it from another one beside it, as far as that is short."""
    pairs = enumerate(zip(name.casefold(), other.casefold(), strict=False))
    alike = next((at for at, (own, its) in pairs if own != its), min(len(name), len(other)))
    length = min(len(name), LONGEST_LABEL, alike + 1)
    while length < len(name) and unicodedata.category(name[length]).startswith("M"):  # a letter stays with its marks
        length += 1
    return name[:length].rstrip()
