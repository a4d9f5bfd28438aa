"""A site becomes what its host is to answer with: kinds of addresses with their headers, and old addresses with new."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from site_gen.addresses import ASSETS, SEARCH_FOLDER, alias_address, pathway_address, quoted
from site_gen.model.catalog import Catalog
from site_gen.model.site import Site
from site_gen.record import record
from site_gen.render.frame import base_path

Headers = tuple[tuple[str, str], ...]

FOREVER: Final = "public, max-age=31536000, immutable"
AFRESH: Final = "no-cache"
"""A browser keeps the file, and asks each time whether it is still the same."""

EVERYWHERE: Final[Headers] = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
)
"""The headers of all addresses."""

HIDDEN: Final = (".waymark", ".nojekyll", "_headers", "_redirects")
"""Files of the built site that are for the host alone."""

TEXTS: Final = ("css", "csv", "html", "js", "json", "md", "svg", "txt", "xml")
"""The endings of files that are worth packing."""

_OPEN: Final = ("Access-Control-Allow-Origin", "*")
_KEPT: Final = ("Cache-Control", FOREVER)
_HASHED: Final = (
    f"{ASSETS}/*",
    f"{SEARCH_FOLDER}/index/*",
    f"{SEARCH_FOLDER}/fragment/*",
    f"{SEARCH_FOLDER}/*.pf_meta",
)
AS_THEY_ARE: Final = "media/*"
"""Files of the author's own, of which nobody knows what they need: they have only the headers of all."""

MARKDOWN: Final = "text/markdown; charset=utf-8"
"""The media type of a page as Markdown, which servers seldom know."""

_PAGES: Final = ("", ":page", "pathways/*", "roles/*", "skills/*", "routes/*", "map/*", "fields/*")


@record
class Kind:
    """Addresses that are answered alike: what they look like below the root of the site, and the headers they have.

    In a pattern `*` stands for anything, and `:page` for anything without a slash. `media_type` is that of files whose
    ending doesn't say it.
    """

    patterns: tuple[str, ...]
    headers: Headers
    media_type: str = ""


@record
class Redirect:
    """An old address of a pathway's page and the present one, as links have them, without the path of the site."""

    old: str
    new: str


def policy(site: Site, *, framed_by: str) -> str:
    """The content security policy of pages, as they have it themselves, with who may show them in a frame.

    What only the page to search on may do is allowed to all: the policies of the pages themselves are narrower.
    """
    scripts = "'self' 'wasm-unsafe-eval'" if site.search else "'self'"
    return (
        f"default-src 'none'; style-src 'self'; script-src {scripts}; img-src 'self'; connect-src 'self'; "
        f"base-uri 'none'; form-action 'self'; frame-ancestors {framed_by}"
    )


def kinds(site: Site) -> tuple[Kind, ...]:
    """The kinds of addresses, of which the first that fits counts; all others have only the headers of all.

    Nothing but a plain page, which fits `:page`, is of two kinds, and no two name the same header for one address:
    hosts that apply every rule that fits give the same answers.
    """
    return (
        Kind(patterns=_HASHED, headers=(_KEPT,)),
        Kind(patterns=("embed/*",), headers=(("Content-Security-Policy", policy(site, framed_by="*")),)),
        Kind(
            patterns=("feed.xml", "feed/*", "feeds/*"),
            headers=(_OPEN,),
            media_type="application/atom+xml; charset=utf-8",
        ),
        Kind(patterns=("catalog.csv",), headers=(_OPEN,), media_type="text/csv; charset=utf-8"),
        Kind(patterns=("api/*",), headers=(_OPEN,)),
        Kind(patterns=_PAGES, headers=(("Content-Security-Policy", policy(site, framed_by="'self'")),)),
    )


def redirects(catalog: Catalog) -> Iterator[Redirect]:
    """Every old address with the present one, by the present one."""
    for slug, listing in sorted(catalog.listings_by_slug.items()):
        for alias in listing.facts.aliases:
            yield Redirect(old=quoted(alias_address(alias)), new=quoted(pathway_address(slug)))


def without_ending(address: str) -> str:
    """The address by which hosts also serve a page: without `.html`."""
    return address.removesuffix(".html")


def root_of(site: Site) -> str:
    """Where the site begins on its host: `/guides/`, else `/`."""
    return base_path(site.base_url)
