"""Lists with pages of their own: where these are, and that they meet neither each other nor any other page."""

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_gen.build import rest
from site_gen.build.site import build_site
from site_gen.outputs import PlannedFile
from site_gen.pages import Planned
from site_gen.render.long_lists import (
    list_addresses,
    pages_of_brought,
    pages_of_roles,
    pages_of_routes,
    pages_of_skills,
    pages_of_taught,
    ways_in,
    ways_out,
)
from tests.pages.large import BASE, brings, build, built, large_site, learns, lower_bounds, way
from tests.samples import sample
from tests.sites import options, small_site

A_LIST = re.compile(
    r"\w+/page/\d+\.html|map/[\w-]+/\d+\.html|roles/page/ways-.*\.html|skills/\w+/(pathways|roles)\b.*\.html"
)
LINK = re.compile(r'<a [^>]*?href="([^"#?:]+)')


def test_lists_of_a_small_site_have_no_pages_of_their_own() -> None:
    catalog = sample().catalog
    assert list(list_addresses(catalog)) == []
    assert [len(each) for each in (pages_of_skills(catalog), pages_of_routes(catalog))] == [1, 1]
    assert pages_of_roles(catalog) == ()
    assert [ways_in(catalog, "cook").pages, ways_out(catalog, "cook").all_of] == [(), ""]
    for skill in catalog.skills.by_slug.values():
        assert (pages_of_taught(skill), pages_of_brought(catalog, skill)) == ((), ())


@pytest.mark.parametrize(
    ("thing", "its_page", "pages_of_the_list"),
    [
        ("role-2", "roles/2.html", "roles/page/2.html"),
        ("role-page", "roles/page.html", "roles/page/1.html"),
        ("skill-2", "skills/2.html", "skills/page/2.html"),
        ("skill-page", "skills/page.html", "skills/page/pathways/2.html"),
        ("field-2", "fields/2.html", "fields/page/2.html"),
        ("map-of-a-field-2", "map/2.html", "map/page.html"),
    ],
)
def test_things_called_as_pages_are_meet_no_page(thing: str, its_page: str, pages_of_the_list: str) -> None:
    files = built()
    name = thing.rpartition("-")[2].capitalize()
    assert re.search(rf"<h1>(Pathways into )?{name}</h1>", files[its_page])
    assert f"<h1>{name}</h1>" not in files[pages_of_the_list] or its_page.startswith("map/")


def test_no_two_pages_or_files_ask_for_one_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    whole = rest._Pages.planned

    def planned(pages: rest._Pages) -> Iterator[Planned | PlannedFile]:
        for each in whole(pages):
            asked.append(each.address)
            yield each

    monkeypatch.setattr(rest._Pages, "planned", planned)
    lower_bounds(monkeypatch)
    build(large_site(tmp_path))
    assert len(asked) > 200
    assert len(asked) == len(set(asked))


def test_every_link_leads_somewhere_and_every_page_is_reached_by_links() -> None:
    files = built()
    seen, ahead = {"index.html"}, ["index.html"]
    while ahead:
        page = ahead.pop()
        html = re.sub(r"<template.*?</template>", "", files[page], flags=re.DOTALL)
        for link in LINK.findall(html):
            address = posixpath.normpath(posixpath.join(posixpath.dirname(page), link))
            assert address in files, f"{page} leads to {address}"
            if address not in seen and address.endswith(".html"):
                seen.add(address)
                ahead.append(address)
    pages = {each for each in files if each.endswith(".html") and not each.startswith("embed/")}
    assert pages - seen == {"404.html", "fields/kitchen.html", "fields/2.html"}, (
        "the front page has all that these two show"
    )


def test_every_page_of_a_list_stands_beside_itself_as_markdown_whose_links_lead_somewhere() -> None:
    files = built()
    pages = [
        each for each in files if re.search(r"/page/|/ways-|/pathways|/roles\b.*/", each) and each.endswith(".html")
    ]
    assert len(pages) > 30
    for page in pages:
        text = files[f"{page.removesuffix('.html')}.md"]
        assert f'href="{posixpath.basename(page).removesuffix(".html")}.md"' in files[page]
        for link in re.findall(r"\]\(([^):]+)\)", text):
            assert posixpath.normpath(posixpath.join(posixpath.dirname(page), link)) in files, f"{page}: {link}"


def test_sitemap_has_every_page_once() -> None:
    files = built()
    told = re.findall(rf"<loc>{BASE}(.*?)</loc>", files["sitemap.xml"])
    pages = {each for each in files if each.endswith(".html") and not each.startswith("embed/")}
    assert len(told) == len(set(told))
    assert {each or "index.html" for each in told} == pages - {"404.html"}


def test_each_page_is_canonical_and_has_a_title_of_its_own() -> None:
    files = built()
    pages = [each for each in files if A_LIST.fullmatch(each)]
    titles = {found[1] for each in pages if (found := re.search(r"<title>(.*?)</title>", files[each]))}
    assert len(titles) == len(pages)
    for each in pages:
        assert f'<link rel="canonical" href="{BASE}{each}">' in files[each]
        assert f'"@id":"{BASE}{each}"' in files[each]
        assert '"@type":"BreadcrumbList"' in files[each]


def made_again(site: Path, files: dict[str, str]) -> set[str]:
    """The pages of lists that are made again after a change."""
    small_site(site, files)
    report = build_site(options(site, base_url=BASE, jobs=1))
    assert report.published, report.diagnostics
    return {name for name in report.reasons if A_LIST.fullmatch(name)}


def test_one_pathway_makes_only_those_pages_again_that_show_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lower_bounds(monkeypatch)
    site = large_site(tmp_path)
    build(site)
    assert made_again(site, {}) == set()
    again = made_again(site, {"pathways/ann-to-bea.md": way("ann", "bea")})
    assert {each for each in again if not each.startswith(("routes/", "map/"))} == {
        "roles/page/1.html",
        "roles/page/2.html",
    }
    taught = way("ann", "cid") + learns("2")
    assert {each for each in made_again(site, {"pathways/ann-to-cid.md": taught}) if each.startswith("skills/")} == {
        "skills/2/pathways.html",
        "skills/2/pathways/2.html",
        "skills/2/pathways/3.html",
        "skills/2/pathways/4.html",
    }


CHANGES = {
    "a-pathway-more": {"pathways/ann-to-bea.md": way("ann", "bea") + learns("Page", "2") + brings("Habit ann")},
    "another-name-for-a-role": {"roles/bea.md": "---\nname: Zoe\nfamily: Craft & art\n---\n\nWorks.\n"},
    "another-field-for-a-role": {"roles/bea.md": "---\nname: Bea\nfamily: Kitchen\n---\n\nWorks.\n"},
    "a-role-more": {"roles/abe.md": "---\nname: Abe\nfamily: Craft & art\n---\n\nWorks.\n"},
    "another-time": {"pathways/cid-to-page.md": way("cid", "page", 2) + brings("Page", "Habit cid")},
    "a-skill-less": {"pathways/cid-to-page.md": way("cid", "page") + brings("Habit cid")},
    "a-skill-more": {"pathways/cid-to-page.md": way("cid", "page") + brings("Page", "Habit cid", "Zest")},
    "another-name-for-the-role-of-all-ways": {"roles/page.md": "---\nname: Leaf\nfamily: Page\n---\n\nWorks.\n"},
    "another-name-for-a-skill": {"skills.yaml": "Zest: [Habit cid]\n"},
}


@pytest.mark.parametrize("files", CHANGES.values(), ids=list(CHANGES))
def test_after_a_change_all_is_as_in_a_clean_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: dict[str, str]
) -> None:
    lower_bounds(monkeypatch)
    site = large_site(tmp_path / "site")
    build(site)
    small_site(site, files)
    again, clean = build(site), build(small_site(large_site(tmp_path / "clean"), files))
    assert again.keys() - {".waymark"} == clean.keys() - {".waymark"}
    assert [each for each in clean if again[each] != clean[each] and each != ".waymark"] == []
