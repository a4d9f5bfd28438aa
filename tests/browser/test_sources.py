"""Beside every figure stands what it rests on, and a link to the very line that says so."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page

from tests.browser.addresses import GUIDE
from tests.browser.conftest import REPOSITORY, OpenPage, build_site, weigh_pages

KEYS = {
    "difficulty": "difficulty:",
    "time": "timeline:",
    "plan": "## Roadmap",
    "change": "salary_change:",
    "both": "salary:",
    "pay": "salary:",
    "demand": "demand:",
    "outlook": "outlook:",
    "occupation": "occupation:",
}
"""What the line begins with that a link leads to, by the first word of what it corrects."""

LINK = re.compile(
    r'<a href="https://code\.example/edit/(?P<path>[^"#]+)#L(?P<line>\d+)">'
    r'Correct (?:this<span class="vh">: )?(?P<of>[^<]+)<'
)


@pytest.fixture(scope="module")
def corrected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The project's own site, as if its content could be corrected at a code host."""
    yield build_site(tmp_path_factory.mktemp("corrected"), "https://code.example/edit/{path}#L{line}")


def test_every_link_to_correct_a_figure_leads_to_the_line_that_states_it(corrected: Path) -> None:
    kinds = set()
    for page in sorted(corrected.glob("*/*.html")):
        for link in LINK.finditer(page.read_text("utf-8")):
            file = REPOSITORY / unquote(link["path"])
            kind = link["of"].removeprefix("the ").split(" ")[0]
            stated = file.read_text("utf-8").splitlines()[int(link["line"]) - 1]
            assert stated.startswith(KEYS[kind]), f"{page.name}: {link[0]} leads to {stated!r}"
            kinds.add(kind)
    assert kinds == set(KEYS)


def test_every_page_of_a_pathway_and_of_a_role_offers_corrections(corrected: Path) -> None:
    pages = [page for folder in ("pathways", "roles") for page in (corrected / folder).glob("*.html")]
    assert len(pages) > 90
    assert [page.name for page in pages if len(LINK.findall(page.read_text("utf-8"))) < 3] == []


def test_links_that_lead_elsewhere_are_called_otherwise(corrected: Path) -> None:
    for page in sorted(corrected.glob("*/*.html")):
        found = {(link["path"], link["line"], link["of"]) for link in LINK.finditer(page.read_text("utf-8"))}
        assert len({of for _, _, of in found}) == len(found), page.name


def test_pages_with_corrections_fit_the_first_round_trip(corrected: Path) -> None:
    assert {page: weight for page, weight in weigh_pages(corrected).items() if weight > 14_000} == {}


def test_site_without_an_address_for_corrections_offers_none(site_folder: Path) -> None:
    assert [page.name for page in site_folder.rglob("*.html") if 'rel="nofollow"' in page.read_text("utf-8")] == []


@pytest.mark.parametrize("javascript", [True, False], ids=["with-scripts", "without-scripts"])
def test_each_key_fact_leads_to_its_working(page: OpenPage, javascript: bool) -> None:
    opened = page(GUIDE, javascript=javascript)
    facts = opened.locator(".key-facts dl > div")
    titles = facts.locator("dt").all_inner_texts()
    assert len(titles) == 4
    for at, title in enumerate(titles):
        link = facts.nth(at).get_by_role("link")
        assert link.inner_text().strip()
        link.click()
        assert _title_of_target(opened) == title.strip()


def _title_of_target(opened: Page) -> str:
    target = opened.locator(":target")
    assert target.evaluate("each => each.closest('.workings') !== null")
    return target.inner_text()
