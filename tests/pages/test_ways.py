"""The pages of the many ways into and out of a role."""

import re

from tests.pages.large import built
from tests.pages.rendering import PAGES


def cards(html: str) -> list[str]:
    """The pathways that cards lead to."""
    return re.findall(r'class="route" href="[./]*pathways/([\w-]+)\.html"', html)


def section(html: str, id: str) -> str:
    return html.partition(f'aria-labelledby="{id}"')[2].partition("</section>")[0]


def test_a_role_with_few_ways_has_none() -> None:
    assert not [address for address in PAGES if "/ways-" in address]
    assert not [address for address in built() if address.startswith("roles/ann/")]
    assert cards(section(built()["roles/ann.html"], "wm-in")) == ["page-to-ann"]
    assert "quickest" not in built()["roles/ann.html"]


def test_role_shows_the_quickest_in_the_order_of_names_and_leads_to_all() -> None:
    role = built()["roles/page.html"]
    assert cards(section(role, "wm-in")) == ["2-to-page", "eve-to-page"]
    assert cards(section(role, "wm-out")) == ["page-to-ann", "page-to-bea"]
    assert 'The 2 quickest of <a href="../roles/page/ways-in.html">6 ways in</a>.' in role
    assert '<a href="../roles/page/ways-out.html">All 6 ways out</a>' in role


def test_pages_hold_each_way_once() -> None:
    files = built()
    assert [cards(files[f"roles/page/ways-in{page}.html"]) for page in ("", "/2", "/3")] == [
        ["2-to-page", "ann-to-page"],
        ["bea-to-page", "cid-to-page"],
        ["dan-to-page", "eve-to-page"],
    ]
    assert cards(files["roles/page/ways-out/3.html"]) == ["page-to-dan", "page-to-eve"]


def test_pages_say_which_they_are_and_lead_back() -> None:
    third = built()["roles/page/ways-in/3.html"]
    assert "<title>Page: ways in, page 3 of 3 · Waymark</title>" in third
    assert "6 pathways, page 3 of 3." in third
    assert '<a href="../../../roles/page.html">Page</a></li><li aria-current="page">Ways in</li>' in third
    assert 'href="../../../roles/page/ways-in/2.html" rel="prev">Previous page</a>' in third
    assert 'rel="next"' not in third
    assert '<link rel="alternate" type="application/atom+xml" href="../../../feeds/roles/page.xml">' in third


def test_markdown_goes_with_them() -> None:
    files = built()
    role = files["roles/page.md"]
    assert "[All 6 ways in](../roles/page/ways-in.md)" in role
    assert "cid-to-page" not in role
    assert "[From Cid to Page](../../../pathways/cid-to-page.md)" in files["roles/page/ways-in/2.md"]
    assert files["roles/page/ways-in/2.md"].startswith("# Page: ways in, page 2 of 3\n")
    assert files["roles/page/ways-in/2.md"].endswith("[Next page](../../../roles/page/ways-in/3.md)\n")
