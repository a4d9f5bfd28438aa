"""Every heading that a link may name is on its page, in the project's own site."""

import re
from pathlib import Path, PurePosixPath

from site_gen.addresses import address_of
from site_gen.build.content import Terms, read_content
from tests.pages.rendering import render
from tests.sites import TODAY

CONTENT = Path(__file__).parents[2] / "content"


def test_every_anchor_of_every_file_is_an_id_of_its_page() -> None:
    catalog = read_content(CONTENT, PurePosixPath("content"), Terms(today=TODAY), lambda _done, _total: None).catalog
    pages = render(catalog)
    checked = 0
    for documents in (catalog.pathways_by_slug, catalog.roles_by_id, catalog.pages_by_name):
        for document in documents.values():
            page = pages[address_of(document.key) or ""]
            missing = document.anchors - set(re.findall(r' id="([^"]*)"', page))
            assert missing == set(), document.key
            checked += len(document.anchors)
    assert checked > 100
