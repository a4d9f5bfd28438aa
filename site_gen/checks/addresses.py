"""No two files ask for one address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from site_gen.addresses import address_of, alias_address, pathway_address, role_address
from site_gen.checks import Check, Facts, finding
from site_gen.diagnostic import Diagnostic, Place
from site_gen.faults import DUPLICATE_SLUG
from site_gen.model.pathway import Pathway

_FRAME: Final = {"index.html": "the home page", "404.html": "the page for wrong addresses"}


def run(facts: Facts) -> Iterator[Diagnostic]:
    """Report each alias that is the address of a page, a file or another alias, at the later of the two."""
    owners = _owners(facts)
    for pathway in facts.pathways:
        own = pathway_address(pathway.slug)
        for alias in pathway.aliases:
            address = alias_address(alias)
            taken = next((each for each in _with_folders(address) if each in owners), None)
            if taken is None:
                owners[address] = pathway.path
            elif address == own:
                yield _clash(pathway, alias, "this page's own address", "remove the alias")
            elif owners[taken] == pathway.path and taken != own:
                yield _clash(pathway, alias, "given twice", "keep one of the two")
            else:
                yield _clash(pathway, alias, f"taken by {owners[taken]}", "remove the alias from one of the two")


def _owners(facts: Facts) -> dict[str, str]:
    """Every address that a page or a copied file has, and whose it is."""
    owners = dict(_FRAME)
    owners |= {f"{page.name}.html": page.path for page in facts.pages}
    owners |= {role_address(role.id): role.path for role in facts.roles}
    owners |= {pathway_address(pathway.slug): pathway.path for pathway in facts.pathways}
    for key in facts.files:
        if key.startswith("assets/") and (address := address_of(key)):
            owners[address] = f"content/{key}"
    return owners


def _with_folders(address: str) -> Iterator[str]:
    """An address and each of its folders: where there is a file `a.html`, there can be no `a.html/b.html`."""
    yield address
    while "/" in address:
        address = address.rpartition("/")[0]
        yield address


def _clash(pathway: Pathway, alias: str, whose: str, help_text: str) -> Diagnostic:
    place = _place_of(alias, pathway.places["aliases"])
    return finding(DUPLICATE_SLUG, place, f"the alias `{alias}` is {whose}", help=help_text)


def _place_of(alias: str, around: Place) -> Place:
    """The alias itself where it stands on the line of its key."""
    found = re.search(rf"(?<![\w./-]){re.escape(alias)}(?![\w./-])", around.excerpt)
    return replace(around, column=found.start() + 1, length=len(alias)) if found else around


CHECK = Check(name="addresses", faults=(DUPLICATE_SLUG,), run=run)
