"""Everything of a site but the pages of its pathways, one file at a time."""

from collections.abc import Callable
from datetime import date
from pathlib import Path, PurePosixPath

import pytest

from site_gen.build.content import Content, Start, Terms, read_content
from site_gen.build.rest import Drawing, make_drawing, other_files
from site_gen.build.site import build_site
from site_gen.build.templates import template_folders
from tests.sites import PATHWAY, options, small_site

TODAY = date(2026, 1, 10)
KEY = "pathways/cook-to-baker.md"
PAGE = "---\ntitle: A page\n---\n\nWords.\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return small_site(tmp_path)


def gather(site: Path) -> tuple[Content, Drawing]:
    """What is in a site, and what its pages are drawn with; no page of a pathway is drawn."""
    made: list[Drawing] = []

    def note(start: Start) -> None:
        made.append(make_drawing(template_folders(site), start))

    content = read_content(
        site / "content", PurePosixPath("content"), Terms(today=TODAY, make_pages=note), lambda _done, _total: None
    )
    (drawing,) = made
    return content, drawing


def quiet(_stage: str, _done: int, _total: int) -> None:
    """Say nothing."""


def files(site: Path, progress: Callable[[str, int, int], None] = quiet) -> dict[str, bytes]:
    content, drawing = gather(site)
    made = list(other_files(content, site, drawing, progress))
    assert len(dict(made)) == len(made), "no address is written twice"
    return dict(made)


def test_the_rest_is_every_file_but_the_pages_of_pathways(site: Path) -> None:
    small_site(site, {"pages/about.md": PAGE, "site.yaml": "base_url: https://example.com/\n", "assets/a/x.txt": "x"})
    made = files(site)
    kept = {address for address in made if not address.startswith("assets/")}
    pages = {"index.html", "404.html", "about.html", "roles/cook.html", "roles/baker.html"}
    assert kept == pages | {"robots.txt", "sitemap.xml", "feed.xml", "media/a/x.txt"}
    assert made["media/a/x.txt"] == b"x"
    assert {Path(address).suffix for address in made.keys() - kept} == {".css", ".js", ".svg"}


def test_navigation_leads_to_the_pages_that_are_there(site: Path) -> None:
    assert b"about.html" not in files(site)["index.html"]
    small_site(site, {"pages/about.md": PAGE})
    assert b'href="about.html"' in files(site)["index.html"]


def test_no_more_than_one_page_is_held_at_once(site: Path) -> None:
    content, drawing = gather(site)
    made = other_files(content, site, drawing, quiet)
    assert drawing.pages == 0
    assert [next(made)[0], next(made)[0]] == ["index.html", "404.html"]
    assert drawing.pages == 1, "the second is counted when the third is asked for"


def test_each_tenth_page_and_the_last_is_told(site: Path) -> None:
    small_site(site, {f"pages/page{number}.md": PAGE for number in range(18)})
    steps: list[tuple[str, int, int]] = []
    files(site, lambda *step: steps.append(step))
    assert steps == [("Rendering", 10, 22), ("Rendering", 20, 22), ("Rendering", 22, 22)]


def test_an_alias_never_takes_the_place_of_a_pathway_s_page(site: Path) -> None:
    """W202 silenced: another pathway wants the address of one as its alias."""
    back = PATHWAY.replace("from: cook\nto: baker", "from: baker\nto: cook\naliases: [cook-to-baker, older]")
    small_site(site, {"pathways/baker-to-cook.md": back, "site.yaml": "severity: {W202: off}\n"})
    report = build_site(options(site, today=TODAY))
    assert report.published
    assert "This page has moved" not in (site / "output/pathways/cook-to-baker.html").read_text("utf-8")
    assert "This page has moved" in (site / "output/pathways/older.html").read_text("utf-8")
    written = [path for path in (site / "output").rglob("*") if path.is_file() and path.name != ".waymark"]
    assert report.files == len(written)


def test_no_template_is_compiled_before_a_page_is_drawn(site: Path) -> None:
    _, drawing = gather(site)
    assert drawing.templates._environment is None


def test_a_style_sheet_that_cannot_be_read_waits_for_what_there_is_to_say_of_the_content(site: Path) -> None:
    file = site / "templates/assets/print.css"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"/* caf\xe9 */\n")
    small_site(site, {KEY: PATHWAY.replace("2026-01-10", "1999-01-10")})
    names = [each.fault.name for each in build_site(options(site, today=TODAY)).diagnostics]
    assert names == ["review-overdue", "template-fault"]
    small_site(site, {KEY: PATHWAY.replace("2026-01-10", "soon")})
    assert [each.fault.name for each in build_site(options(site, today=TODAY)).diagnostics] == ["bad-date"]
