"""The pages of the many pathways that teach a skill, and of the many roles that bring it along."""

import re

from tests.pages.large import built
from tests.pages.rendering import PAGES


def links(html: str, folder: str) -> list[str]:
    """The pages of a folder that the main part of a page leads to."""
    return re.findall(rf'<li><a href="[./]*{folder}/([\w-]+)\.html"', html.partition("<main")[2])


def test_a_skill_of_few_pathways_has_none() -> None:
    lists = [address for address in (*PAGES, *built()) if re.fullmatch(r"skills/[\w-]+/(pathways|roles).*", address)]
    assert {each.split("/")[1] for each in lists} == {"2", "page"}


def test_skill_shows_the_first_and_leads_to_all() -> None:
    skill = built()["skills/page.html"]
    assert links(skill, "pathways") == ["page-to-2", "page-to-ann"]
    assert links(skill, "roles") == ["2", "ann"]
    assert 'The first 2 of <a href="../skills/page/pathways.html">6 pathways</a>.' in skill
    assert 'The first 2 of <a href="../skills/page/roles.html">6 roles</a>.' in skill
    assert "6 pathways teach it, 6 roles bring it along." in skill


def test_pages_hold_each_pathway_and_each_role_once() -> None:
    files = built()
    pages = ("", "/2", "/3")
    taught = [links(files[f"skills/page/pathways{page}.html"], "pathways") for page in pages]
    assert taught == [["page-to-2", "page-to-ann"], ["page-to-bea", "page-to-cid"], ["page-to-dan", "page-to-eve"]]
    brought = [links(files[f"skills/page/roles{page}.html"], "roles") for page in pages]
    assert brought == [["2", "ann"], ["bea", "cid"], ["dan", "eve"]]


def test_pages_say_which_they_are_and_lead_back() -> None:
    second = built()["skills/page/roles/2.html"]
    assert "<title>Page: who brings it, page 2 of 3 · Waymark</title>" in second
    assert "6 roles, page 2 of 3." in second
    assert '<a href="../../../skills/page.html">Page</a></li><li aria-current="page">Who brings it</li>' in second
    assert '<span class="vh">2: </span>B–C</a>' in second
    assert "6 pathways, page 2 of 3." in built()["skills/page/pathways/2.html"]


def test_markdown_goes_with_them() -> None:
    files = built()
    skill = files["skills/page.md"]
    assert "[All 6 pathways](../skills/page/pathways.md)" in skill
    assert "[All 6 roles](../skills/page/roles.md)" in skill
    assert "page-to-cid" not in skill
    assert files["skills/page/pathways/2.md"].startswith(
        "# Page: who needs it, and how long it takes, page 2 of 3\n\n- [Page to Bea](../../../pathways/page-to-bea.md):"
    )
    assert (
        "[Bea](../../../roles/bea.md), on the way to [Page](../../../pathways/bea-to-page.md)"
        in (files["skills/page/roles/2.md"])
    )
