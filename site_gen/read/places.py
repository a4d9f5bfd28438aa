"""Finds where a text, or a link, stands on the lines that it was read from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import overload
from urllib.parse import quote

from site_gen.diagnostic import Place
from site_gen.links import Link, OutsideLink, href_for, target_of
from site_gen.read.blocks import OutsideSpot
from site_gen.read.source import Source


def find_place(source: Source, needle: str, start: int, end: int) -> Place:
    """The place of `needle` on the lines from `start` up to `end`, from 0; the first line's where it is not there."""
    for number in range(start, min(end, len(source.lines))):
        line = source.lines[number]
        column = line.find(needle)
        if column >= 0:
            return Place(path=source.path, line=number + 1, column=column + 1, length=max(1, len(needle)), excerpt=line)
    return source.place(start + 1)


def link_inside(source: Source, written: str, start: int, end: int, *, image: bool = False) -> tuple[Link, str | None]:
    """A link inside the site on the lines from `start` up to `end`, and the address to write on the page, if any."""
    target, anchor = target_of(written, source.key)
    place = find_place(source, written, start, end)
    href = href_for(target, anchor, source.key)
    link = Link(target=target, anchor=anchor, image=image, written=written, place=place)
    return link, None if href is None else quote(href, safe="/#._-~%")


@dataclass(slots=True, eq=False)
class OutsideLinks(Sequence[OutsideLink]):
    """The links of one file to other sites: those in `first`, then those at `spots`, which are made when asked for.

    Hardly any build asks for them, and a guide may have some fifty. Equal to, and pickled as, a tuple of them all.
    """

    source: Source
    spots: Sequence[OutsideSpot]
    first: tuple[OutsideLink, ...] = ()

    def _all(self) -> tuple[OutsideLink, ...]:
        found = [OutsideLink(url=url, place=find_place(self.source, url, *lines)) for url, *lines in self.spots]
        return (*self.first, *found)

    @overload
    def __getitem__(self, at: int) -> OutsideLink: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[OutsideLink, ...]: ...

    def __getitem__(self, at: int | slice) -> OutsideLink | tuple[OutsideLink, ...]:
        return self._all()[at]

    def __iter__(self) -> Iterator[OutsideLink]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self.first) + len(self.spots)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._all() == tuple(other)

    def __hash__(self) -> int:
        return hash(self._all())

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return tuple, (self._all(),)
