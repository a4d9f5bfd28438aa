"""The catalog becomes robots.txt: everything may be read, and here is the sitemap."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.addresses import absolute
from site_gen.model.catalog import Catalog
from site_gen.outputs import Output, OutputType


def make(catalog: Catalog) -> Iterator[Output]:
    """One file; the sitemap's line needs a base address."""
    lines = ["User-agent: *", "Allow: /"]
    if catalog.site.base_url:
        lines += ["", f"Sitemap: {absolute('sitemap.xml', catalog.site.base_url)}"]
    yield Output(address="robots.txt", content=("\n".join(lines) + "\n").encode())


OUTPUT = OutputType(name="robots", asks=frozenset(), make=make)
