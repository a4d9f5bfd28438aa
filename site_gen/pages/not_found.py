"""What a host answers with where there is no page becomes 404.html, which works at any depth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from site_gen.model.catalog import Catalog
from site_gen.model.prose import Prose
from site_gen.pages import PageType
from site_gen.render.frame import base_path
from site_gen.render.page import Page

TITLE: Final = "Page not found"
SUMMARY: Final = "There is no page at this address."
TEXT: Final = Prose(html=f"<p>{SUMMARY}</p>")
_RELATIVE: Final = re.compile(r'(<[^>]*\s(?:href|src)=")(?![a-z][a-z0-9+.\-]*:|[/#])', re.IGNORECASE)


def of_site(catalog: Catalog) -> Iterator[Page]:
    """The one page for what isn't there, with the site's own words where content has a page named 404."""
    written = catalog.pages_by_name.get("404")
    body = written.body if written else TEXT
    root = base_path(catalog.site.base_url)
    yield Page(
        address="404.html",
        template="pages/not_found.html",
        title=written.title if written else TITLE,
        summary=written.summary if written else SUMMARY,
        values={"body": replace(body, html=_RELATIVE.sub(rf"\g<1>{root}", body.html))},
        any_depth=True,
    )


PAGE = PageType(name="not_found", of_site=of_site)
