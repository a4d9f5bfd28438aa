"""The settings become _headers, by which Netlify and Cloudflare Pages answer: as far as both understand it."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.model.catalog import Catalog
from site_gen.outputs import Output, OutputType
from site_gen.render.hosting import EVERYWHERE, Headers, kinds, root_of


def make(catalog: Catalog) -> Iterator[Output]:
    """The one file.

    Both hosts apply every rule that fits, and let browsers ask afresh for what has no `Cache-Control`.
    """
    root = root_of(catalog.site)
    rules = [_rule(f"{root}*", EVERYWHERE)]
    for kind in kinds(catalog.site):
        typed = (("Content-Type", kind.media_type),) if kind.media_type else ()
        rules += [_rule(f"{root}{pattern}", (*typed, *kind.headers)) for pattern in kind.patterns]
    yield Output(address="_headers", content="".join(rules).encode())


def _rule(path: str, headers: Headers) -> str:
    return "\n".join([path, *(f"  {name}: {value}" for name, value in headers), ""])


OUTPUT = OutputType(name="headers", make=make)
