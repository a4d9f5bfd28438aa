"""Old addresses become _redirects, by which Netlify and Cloudflare Pages lead to the new ones."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.model.catalog import Catalog
from site_gen.outputs import Output, OutputType
from site_gen.render.hosting import Redirect, redirects, root_of, without_ending


def make(catalog: Catalog) -> Iterator[Output]:
    """One file; none where no address is old."""
    root = root_of(catalog.site)
    lines = [line for each in redirects(catalog) for line in _lines(each, root)]
    if lines:
        yield Output(address="_redirects", content="".join(lines).encode())


def _lines(redirect: Redirect, root: str) -> Iterator[str]:
    """The rules of one old address, with `.html` and without.

    There is a page at it, for hosts that know no redirects. Netlify redirects from a page only with a `!`, which
    Cloudflare doesn't know: each takes the line that it understands, and Netlify the first of the two.
    """
    old, new = f"{root}{redirect.old}", f"{root}{without_ending(redirect.new)}"
    for status in ("301!", "301"):
        yield f"{old} {new} {status}\n"
        yield f"{without_ending(old)} {new} {status}\n"


OUTPUT = OutputType(name="redirect_rules", asks=frozenset({"listings"}), make=make)
