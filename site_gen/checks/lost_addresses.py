"""Every address that was published still leads somewhere."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from site_gen.addresses import address_of, alias_address
from site_gen.checks import Check, Facts
from site_gen.diagnostic import Diagnostic, Edit, Fix, Place, finding
from site_gen.faults import LOST_ADDRESS
from site_gen.model.glimpse import PathwayGlimpse
from site_gen.model.manifest import Manifest, PublishedPathway
from site_gen.nearest import nearest

CLOSE = 0.75
"""How alike two slugs must be that have no role in common; with one in common, half of it is enough."""

_LIST: Final = re.compile(r"\[(?P<entries>[^\[\]#]*[^\[\]#\s,])\s*\]")
_LINE_OF_TO: Final = re.compile(r"to\s*:\s")


def of_site(facts: Facts) -> Iterator[Diagnostic]:
    """Report each address of the last publish, where that is given, at which there is nothing now.

    It is reported at the pathway that probably took its place: all that are lost to one pathway, together.
    """
    published = facts.published
    if published is None:
        return
    there = {address for key in facts.files if (address := address_of(key))}
    there |= {alias_address(alias) for each in facts.pathway_glimpses for alias in each.aliases}
    lost_by_key: dict[str, list[str]] = defaultdict(list)
    for pathway in published.pathways:
        addresses = [each for each in (pathway.address, *pathway.old) if each not in there]
        if addresses:
            successor = _successor(pathway, published, facts)
            lost_by_key[successor.key if successor else ""] += addresses
    alone = [*lost_by_key.pop("", []), *(each for each in published.addresses if each not in there)]
    glimpses = {each.key: each for each in facts.pathway_glimpses}
    for key, addresses in sorted(lost_by_key.items()):
        yield _with_successor(glimpses[key], addresses)
    for address in alone:
        yield _without(address, published)


def _successor(lost: PublishedPathway, published: Manifest, facts: Facts) -> PathwayGlimpse | None:
    """The pathway of today that is the lost one: itself, else a new one with a role in common or nearly its name."""
    known = {each.slug for each in published.pathways} - {lost.slug}
    fresh = {each.slug: each for each in facts.pathway_glimpses if each.slug not in known}
    if lost.slug in fresh:
        return fresh[lost.slug]
    kin = [slug for slug, each in fresh.items() if each.origin_id == lost.origin_id or each.target_id == lost.target_id]
    slug = nearest(lost.slug, kin, cutoff=CLOSE / 2) or nearest(lost.slug, fresh, cutoff=CLOSE)
    return fresh[slug] if slug else None


def _with_successor(pathway: PathwayGlimpse, addresses: list[str]) -> Diagnostic:
    aliases = [*pathway.aliases, *map(_alias, addresses)]
    one = len(addresses) == 1
    return finding(
        LOST_ADDRESS,
        pathway.origin_place,
        f"{_listed(addresses)} {'was' if one else 'were'} published, and {'leads' if one else 'lead'} nowhere now",
        help=f"if this is the pathway that was there, write `aliases: [{', '.join(aliases)}]`",
        fix=_fix(pathway, addresses),
    )


def _without(address: str, published: Manifest) -> Diagnostic:
    return finding(
        LOST_ADDRESS,
        Place(path=published.path, line=1),
        f"{_listed([address])} was published, and leads nowhere now",
        help="bring its file back, or let the pathway that readers should find lead from there: "
        f"`aliases: [{_alias(address)}]`",
    )


def _fix(pathway: PathwayGlimpse, addresses: list[str]) -> Fix | None:
    """The aliases added to the list that is there, or below the line of `to`; None where either is on several lines."""
    more = ", ".join(map(_alias, addresses))
    place, below = pathway.aliases_place, pathway.target_place
    if place is not None:
        found = _LIST.match(place.excerpt, place.column - 1)
        return _inserting(place.line, found.end("entries") + 1, f", {more}") if found else None
    if _LINE_OF_TO.match(below.excerpt):
        return _inserting(below.line, len(below.excerpt) + 1, f"\naliases: [{more}]")
    return None


def _inserting(line: int, column: int, text: str) -> Fix:
    edit = Edit(line=line, column=column, end_line=line, end_column=column, text=text)
    return Fix(title=f"add `{text.removeprefix(', ').strip()}`", edits=(edit,), safe=False)


def _alias(address: str) -> str:
    """An address as `aliases` has it: a slug where it is that of a pathway."""
    slug = address.removeprefix("pathways/").removesuffix(".html")
    return slug if alias_address(slug) == address and "/" not in slug else address


def _listed(addresses: Iterable[str]) -> str:
    *head, last = (f"`{each}`" for each in addresses)
    return f"{', '.join(head)} and {last}" if head else last


CHECK = Check(name="lost_addresses", faults=(LOST_ADDRESS,), of_site=of_site)
