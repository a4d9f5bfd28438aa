"""No two files ask for one address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from site_gen.addresses import SEARCH, address_of, alias_address, pathway_address
from site_gen.checks import Check, Facts
from site_gen.diagnostic import Diagnostic, Place, Related, finding
from site_gen.faults import DUPLICATE_SLUG
from site_gen.record import record

_FRAME: Final = {"index.html": "the home page", "404.html": "the page for wrong addresses"}


@record
class _Owner:
    """Whose an address is: a file, or something that every site has; and where a file says so, if it does."""

    name: str
    place: Place | None


def of_site(facts: Facts) -> Iterator[Diagnostic]:
    """Report each alias that is the address of a page, a file or another alias, at the later of the two."""
    owners = _owners(facts)
    for pathway in facts.pathway_glimpses:
        own = pathway_address(pathway.slug)
        around = pathway.aliases_place
        for alias in pathway.aliases if around is not None else ():
            assert around is not None
            place = _place_of(alias, around)
            address = alias_address(alias)
            taken = next((each for each in _with_folders(address) if each in owners), None)
            if taken is None:
                owners[address] = _Owner(name=pathway.path, place=place)
            elif address == own:
                yield _clash(place, alias, "this page's own address", "remove the alias")
            elif owners[taken].name == pathway.path and taken != own:
                yield _clash(place, alias, "given twice", "keep one of the two", owner=owners[taken])
            else:
                whose = f"taken by {owners[taken].name}"
                yield _clash(place, alias, whose, "remove the alias from one of the two", owner=owners[taken])


def _owners(facts: Facts) -> dict[str, _Owner]:
    """Every address that a page or a copied file has, and whose it is."""
    frame = {**_FRAME, **({SEARCH: "the page to search on"} if facts.catalog.site.search else {})}
    owners = {address: _Owner(name=name, place=None) for address, name in frame.items()}
    for key in sorted(facts.files):
        if address := address_of(key):
            path = f"{facts.content}/{key}"
            owners[address] = _Owner(name=path, place=Place(path=path, line=1))
    return owners


def _with_folders(address: str) -> Iterator[str]:
    """An address and each of its folders: where there is a file `a.html`, there can be no `a.html/b.html`."""
    yield address
    while "/" in address:
        address = address.rpartition("/")[0]
        yield address


def _clash(place: Place, alias: str, whose: str, help_text: str, *, owner: _Owner | None = None) -> Diagnostic:
    related = [Related(place=owner.place, message="the address is this one's")] if owner and owner.place else ()
    return finding(DUPLICATE_SLUG, place, f"the alias `{alias}` is {whose}", help=help_text, related=related)


def _place_of(alias: str, around: Place) -> Place:
    """The alias itself where it stands on the line of its key."""
    found = re.search(rf"(?<![\w./-]){re.escape(alias)}(?![\w./-])", around.excerpt)
    return replace(around, column=found.start() + 1, length=len(alias)) if found else around


CHECK = Check(name="addresses", faults=(DUPLICATE_SLUG,), of_site=of_site)
