"""What a host answers with where there is no page becomes 404.html, which works at any depth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from site_gen.model.catalog import Catalog
from site_gen.model.prose import Prose
from site_gen.pages import PageType, Planned
from site_gen.render.frame import base_path
from site_gen.render.page import Page

TITLE: Final = "Page not found"
SUMMARY: Final = "There is no page at this address."
TEXT: Final = Prose(html=f"<p>{SUMMARY}</p>")
_RELATIVE: Final = re.compile(r'(<[^>]*\s(?:href|src)=")(?![a-z][a-z0-9+.\-]*:|[/#])', re.IGNORECASE)


ADDRESS: Final = "404.html"


def of_site(catalog: Catalog) -> Iterator[Planned]:
    """The one page for what isn't there, with the site's own words where content has a page named 404."""
    yield Planned(address=ADDRESS, asks=frozenset({"page:404"}), make=lambda: _page(catalog))


def _page(catalog: Catalog) -> Page:
    written = catalog.pages_by_name.get("404")
    body = written.body if written else TEXT
    root = base_path(catalog.site.base_url)
    return Page(
        address=ADDRESS,
        template="pages/not_found.html",
        title=written.title if written else TITLE,
        summary=written.summary if written else SUMMARY,
        values={"body": replace(body, html=_RELATIVE.sub(rf"\g<1>{root}", body.html))},
        any_depth=True,
    )


PAGE = PageType(name="not_found", of_site=of_site)
