"""A site becomes the lines of nginx that belong between `server {` and `}`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from site_gen.hosts import HostType
from site_gen.model.catalog import Catalog
from site_gen.render.hosting import (
    AFRESH,
    AS_THEY_ARE,
    EVERYWHERE,
    HIDDEN,
    MARKDOWN,
    Headers,
    kinds,
    redirects,
    root_of,
    without_ending,
)

_AFRESH = (("Cache-Control", AFRESH),)


def write(catalog: Catalog) -> str:
    """A location that holds all others; what stands in it once more does so because nginx passes no header on."""
    root = root_of(catalog.site)
    lines = [f"# Waymark: the site below {root} of this server's root.", *_without_slash(root), f"location {root} {{"]
    inside = [
        *_settings(root, packed=catalog.site.precompress),
        *_answer(_headers_of_pages(catalog)),
        "",
        *_location(_matching(HIDDEN, root), ["return 404;"]),
        *_kinds(catalog, root),
        *_redirects(catalog, root),
    ]
    return "".join(f"{line}\n" for line in [*lines, *_indented(inside), "}"])


def _without_slash(root: str) -> Iterator[str]:
    if root != "/":
        yield f"location = {root.rstrip('/')} {{ absolute_redirect off; return 301 {root}; }}"


def _settings(root: str, *, packed: bool) -> Iterator[str]:
    yield "absolute_redirect off;"
    yield "charset utf-8;"
    yield f"error_page 404 {root}404.html;"
    yield "gzip_vary on;"
    yield "gzip_proxied any;"
    if packed:
        yield "gzip_static on;"
        yield "# For the .br files, write `brotli_static on;` beside the line that includes these: there it stays."
    else:
        yield "gzip on;"
        yield (
            "gzip_types text/css text/csv text/markdown text/plain text/xml application/atom+xml application/json "
            "application/javascript text/javascript image/svg+xml;"
        )


def _headers_of_pages(catalog: Catalog) -> Headers:
    return (*_AFRESH, *kinds(catalog.site)[-1].headers)


def _answer(headers: Headers, media_type: str = "") -> Iterator[str]:
    """What a location says of its files: where they are, also without `.html`, and their headers, also with a 404."""
    yield "try_files $uri $uri.html ${uri}index.html =404;"
    if media_type:
        bare, _, _ = media_type.partition(";")
        yield "types { }"
        yield f"default_type {bare};"
        yield f"charset_types {bare};"  # the charset in the type itself would keep nginx from packing the file
    for name, value in (*EVERYWHERE, *headers):
        yield f'add_header {name} "{value}" always;'


def _kinds(catalog: Catalog, root: str) -> Iterator[str]:
    """A location for each kind but the last, that of pages, which the outer one is for."""
    for kind in kinds(catalog.site)[:-1]:
        kept = () if any(name == "Cache-Control" for name, _ in kind.headers) else _AFRESH
        yield from _location(_matching(kind.patterns, root), _answer((*kept, *kind.headers), kind.media_type))
    yield from _location(_matching((AS_THEY_ARE,), root), _answer(_AFRESH))
    yield from _location(_matching(("*.md",), root), _answer(_headers_of_pages(catalog), MARKDOWN))


def _matching(patterns: Iterable[str], root: str) -> str:
    """How nginx names the addresses of some patterns."""
    words = (re.escape(each).replace(r"\*", ".*") for each in patterns)
    return f"~ ^{re.escape(root)}(?:{'|'.join(words)})$"


def _redirects(catalog: Catalog, root: str) -> Iterator[str]:
    for each in redirects(catalog):
        for old in (each.old, without_ending(each.old)):
            yield f"location = {root}{old} {{ return 301 {root}{each.new}$is_args$args; }}"


def _location(matching: str, lines: Iterable[str]) -> Iterator[str]:
    yield f"location {matching} {{"
    yield from _indented(lines)
    yield "}"


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"    {line}" if line else "" for line in lines)


HOST = HostType(name="nginx", write=write)
