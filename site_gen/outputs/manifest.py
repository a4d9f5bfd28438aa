"""The catalog becomes api/manifest.json: every address that readers may have kept, for the next check to look at."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.addresses import alias_address, pathway_address, role_address
from site_gen.model.catalog import Catalog
from site_gen.outputs import Output, OutputType
from site_gen.render.open_data import Json, in_bytes

ADDRESS = "api/manifest.json"


def make(catalog: Catalog) -> Iterator[Output]:
    """The one file."""
    value: Json = {
        "$schema": "schema.json",
        "kind": "manifest",
        "pathways": [
            {
                "slug": slug,
                "origin": listing.origin.id,
                "target": listing.target.id,
                "address": pathway_address(slug),
                "old": [alias_address(alias) for alias in listing.facts.aliases],
            }
            for slug, listing in sorted(catalog.listings_by_slug.items())
        ],
        "roles": [{"id": role_id, "address": role_address(role_id)} for role_id in sorted(catalog.roles_by_id)],
        "pages": [f"{name}.html" for name in sorted(catalog.pages_by_name) if name != "404"],
    }
    yield Output(address=ADDRESS, content=in_bytes(value))


OUTPUT = OutputType(name="manifest", asks=frozenset({"listings", "roles", "pages"}), make=make)
