"""Every heading that a link may name is on its page, in the project's own site."""

import re
from pathlib import Path, PurePosixPath

from site_gen.addresses import address_of
from site_gen.build.content import Terms, read_content
from site_gen.checks import Document
from tests.pages.rendering import render
from tests.samples import Sample
from tests.sites import TODAY

CONTENT = Path(__file__).parents[2] / "content"


def test_every_anchor_of_every_file_is_an_id_of_its_page() -> None:
    terms = Terms(today=TODAY, keeps_pathways=True)
    content = read_content(CONTENT, PurePosixPath("content"), terms, lambda _done, _total: None)
    catalog, pathways = content.catalog, tuple(content.pathways.values())
    pages = render(Sample(catalog=catalog, pathways=pathways))
    checked = 0
    published = [each for each in pathways if each.slug in catalog.listings_by_slug]
    assert len(published) == len(catalog.listings_by_slug) > 0
    documents: tuple[Document, ...] = (*published, *catalog.roles_by_id.values(), *catalog.pages_by_name.values())
    for document in documents:
        page = pages[address_of(document.key) or ""]
        missing = document.anchors - set(re.findall(r' id="([^"]*)"', page))
        assert missing == set(), document.key
        checked += len(document.anchors)
    assert checked > 100
