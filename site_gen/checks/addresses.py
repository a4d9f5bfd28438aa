"""No two files ask for one address."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.addresses import alias_address, pathway_address, role_address
from site_gen.checks import Check, Facts, finding
from site_gen.diagnostic import Diagnostic
from site_gen.faults import DUPLICATE_SLUG

_FRAME = {"index.html": "the home page", "404.html": "the page for wrong addresses"}


def run(facts: Facts) -> Iterator[Diagnostic]:
    """Report each alias that is the address of a page or of another alias, at the later of the two."""
    owners = dict(_FRAME)
    owners |= {f"{page.name}.html": page.path for page in facts.pages}
    owners |= {role_address(role.id): role.path for role in facts.roles}
    owners |= {pathway_address(pathway.slug): pathway.path for pathway in facts.pathways}
    for pathway in facts.pathways:
        for alias in pathway.aliases:
            address = alias_address(alias)
            owner = owners.setdefault(address, pathway.path)
            if owner != pathway.path or address == pathway_address(pathway.slug):
                whose = "this page's own address" if owner == pathway.path else f"taken by {owner}"
                yield finding(
                    DUPLICATE_SLUG,
                    pathway.places["aliases"],
                    f"the alias `{alias}` is {whose}",
                    help="remove the alias from one of the two" if owner != pathway.path else "remove the alias",
                )


CHECK = Check(name="addresses", faults=(DUPLICATE_SLUG,), run=run)
