"""A site becomes the lines of Caddy that belong between the braces of a site of its Caddyfile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from site_gen.hosts import HostType
from site_gen.model.catalog import Catalog
from site_gen.render.hosting import (
    AFRESH,
    AS_THEY_ARE,
    EVERYWHERE,
    HIDDEN,
    MARKDOWN,
    kinds,
    redirects,
    root_of,
    without_ending,
)


def write(catalog: Catalog) -> str:
    """One block that handles the addresses of the site, and no others."""
    root = root_of(catalog.site)
    inside = [
        *_header("", (*EVERYWHERE, ("Cache-Control", AFRESH))),
        *([] if catalog.site.precompress else ["encode zstd gzip"]),
        *_redirects(catalog, root),
        f"rewrite {root} {root}index.html",
        *_block("@waymark_file", [f"not path */ {_paths(HIDDEN, root)}", "file {path} {path}.html"]),
        *_block("handle @waymark_file", _file(catalog, root)),
        *_block("handle", _missing(catalog, root)),
    ]
    lines = [f"# Waymark: the site below {root} of this site's root.", *_without_slash(root)]
    return "".join(f"{line}\n" for line in [*lines, *_block(f"handle {root}*", inside)])


def _without_slash(root: str) -> Iterator[str]:
    if root != "/":
        yield f"redir {root.rstrip('/')} {root} permanent"


def _redirects(catalog: Catalog, root: str) -> Iterator[str]:
    for each in redirects(catalog):
        for old in (each.old, without_ending(each.old)):
            yield f"redir {root}{old} {root}{each.new} permanent"


def _file(catalog: Catalog, root: str) -> Iterator[str]:
    """How a file that is there is answered with."""
    *others, pages = kinds(catalog.site)
    yield "rewrite * {http.matchers.file.relative}"
    for number, kind in enumerate(others):
        typed = (("Content-Type", kind.media_type),) if kind.media_type else ()
        yield f"@waymark_{number} path {_paths(kind.patterns, root)}"
        yield from _header(f"@waymark_{number} ", (*typed, *kind.headers))
    yield f"@waymark_page not path {_paths([AS_THEY_ARE, *(each for kind in others for each in kind.patterns)], root)}"
    yield from _header("@waymark_page ", pages.headers)
    yield "@waymark_markdown {"
    yield f"\tpath {root}*.md"
    yield f"\tnot path {root}{AS_THEY_ARE}"
    yield "}"
    yield from _header("@waymark_markdown ", (("Content-Type", MARKDOWN),))
    yield from _block("file_server", ["precompressed br gzip"]) if catalog.site.precompress else ["file_server"]


def _missing(catalog: Catalog, root: str) -> Iterator[str]:
    """How it is answered that there is no such file."""
    yield from _header("", kinds(catalog.site)[-1].headers)
    yield f"rewrite * {root}404.html"
    yield from _block("file_server", ["status 404"])


def _paths(patterns: Iterable[str], root: str) -> str:
    return " ".join(f"{root}{each}" for each in patterns)


def _header(matching: str, headers: Iterable[tuple[str, str]]) -> Iterator[str]:
    for name, value in headers:
        yield f'header {matching}{name} "{value}"'


def _block(head: str, lines: Iterable[str]) -> Iterator[str]:
    yield f"{head} {{"
    yield from (f"\t{line}" for line in lines)
    yield "}"


HOST = HostType(name="caddy", write=write)
