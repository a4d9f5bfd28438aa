"""Everything of a site but the pages of its pathways, one file at a time."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from site_gen.build import rest as remaining
from site_gen.build.content import Content, Terms, read_content
from site_gen.build.remake import Start
from site_gen.build.rest import Drawing, Rest, make_drawing, taken_by
from site_gen.build.site import build_site
from site_gen.build.templates import template_folders
from site_gen.render.page import render_page
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
        made.append(make_drawing(template_folders(site), {}, start))

    content = read_content(
        site / "content", PurePosixPath("content"), Terms(today=TODAY, make_pages=note), lambda _done, _total: None
    )
    (drawing,) = made
    return content, drawing


def put_template(site: Path, name: str, text: str) -> None:
    file = site / "templates" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def quiet(_stage: str, _done: int, _total: int) -> None:
    """Say nothing."""


def rest_of(site: Path, **changes: Any) -> Rest:
    """What makes the rest of a site; nothing was made before, unless the changes say so."""
    content, drawing = gather(site)
    new = Rest(
        catalog=content.catalog,
        assets=content.assets,
        content=site / "content",
        drawing=drawing,
        past={},
        answers={},
        differs=frozenset(),
        taken=taken_by(content.catalog.listings_by_slug.keys()),
    )
    return replace(new, **changes)


def files(site: Path, progress: Callable[[str, int, int], None] = quiet) -> dict[str, bytes]:
    made = list(rest_of(site).files(progress))
    assert len(dict(made)) == len(made), "no address is written twice"
    return dict(made)


def again(site: Path, *differs: str, **changes: Any) -> Rest:
    """What makes the rest once more, where it was all made before and these answers are others now."""
    first = rest_of(site)
    list(first.files(quiet))
    past = {each.name: each for each in first.traces}
    return rest_of(site, past=past, differs=frozenset(differs), **changes)


def test_the_rest_is_every_file_but_the_pages_of_pathways(site: Path) -> None:
    small_site(site, {"pages/about.md": PAGE, "site.yaml": "base_url: https://example.com/\n", "assets/a/x.txt": "x"})
    made = files(site)
    kept = {address for address in made if not address.startswith("assets/")}
    pages = {"index.html", "404.html", "about.html", "roles/cook.html", "roles/baker.html"}
    pages |= {"map.html", "routes.html", "compare.html"}
    twins = {Path(page).with_suffix(".md").as_posix() for page in pages - {"404.html"}}
    feeds = {"feed.xml", "feeds/roles/cook.xml", "feeds/roles/baker.xml", "feeds/fields/kitchen.xml"}
    data = {"catalog.csv", "api/index.json", "api/schema.json", "api/roles/cook.json", "api/roles/baker.json"}
    data |= {"api/graph.json", "api/legs/cook.json", "api/manifest.json"}
    hosts = {".nojekyll", "_headers"}
    assert kept == pages | twins | feeds | data | hosts | {"robots.txt", "sitemap.xml", "media/a/x.txt"}
    assert made["media/a/x.txt"] == b"x"
    assert {Path(address).suffix for address in made.keys() - kept} == {".css", ".js", ".svg"}


def test_navigation_leads_to_the_pages_that_are_there(site: Path) -> None:
    assert b"about.html" not in files(site)["index.html"]
    small_site(site, {"pages/about.md": PAGE})
    assert b'href="about.html"' in files(site)["index.html"]


def test_no_page_is_drawn_before_it_is_asked_for(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []

    def note(environment: Any, frame: Any, page: Any) -> str:
        drawn.append(page.address)
        return render_page(environment, frame, page)

    monkeypatch.setattr(remaining, "render_page", note)
    made = rest_of(site).files(quiet)
    assert drawn == []
    first, second = islice((address for address, _ in made if address.endswith(".html")), 2)
    assert drawn == [first, second]


def test_each_tenth_page_and_the_last_is_told(site: Path) -> None:
    small_site(site, {f"pages/page{number}.md": PAGE for number in range(18)})
    steps: list[tuple[str, int, int]] = []
    files(site, lambda *step: steps.append(step))
    assert steps == [
        ("Rendering", 10, 52),
        ("Rendering", 20, 52),
        ("Rendering", 30, 52),
        ("Rendering", 40, 52),
        ("Rendering", 50, 52),
        ("Rendering", 52, 52),
    ]


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


def test_no_template_is_looked_for_before_a_page_is_drawn(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_templates(*_folders: object) -> None:
        raise InterruptedError

    monkeypatch.setattr("site_gen.render.environment.make_environment", no_templates)
    made = rest_of(site).files(quiet)
    with pytest.raises(InterruptedError):
        list(made)


@pytest.mark.parametrize("jobs", [2, None], ids=["two processes", "as many as there are processors"])
def test_other_processes_draw_the_same(site: Path, monkeypatch: pytest.MonkeyPatch, jobs: int | None) -> None:
    small_site(site, {f"pages/page{number}.md": PAGE for number in range(8)})
    here = rest_of(site)
    expected = dict(here.files(quiet))
    monkeypatch.setattr(remaining, "MANY", 0)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    own, drawing = os.getpid(), remaining._Pages.draw

    def draw(pages: Any, number: int) -> tuple[bytes, frozenset[str]]:
        if os.getpid() == own:
            pytest.fail("drawn here")
        return drawing(pages, number)

    monkeypatch.setattr(remaining._Pages, "draw", draw)
    beside = rest_of(site, jobs=jobs)
    assert dict(beside.files(quiet)) == expected
    assert (beside.traces, beside.reasons, beside.taken) == (here.traces, here.reasons, here.taken)


def test_what_goes_wrong_in_another_process_goes_wrong_here(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it can be seen in which template."""
    put_template(site, "pages/plain.html", "<p>\n{{ page.titel }}\n")
    small_site(site, {"pages/about.md": PAGE})
    monkeypatch.setattr(remaining, "MANY", 0)
    report = build_site(options(site, today=TODAY, jobs=2))
    assert [(each.fault.name, each.place.line) for each in report.diagnostics] == [("template-fault", 2)]


ASSET = {"assets/a/x.txt": "x", "site.yaml": "base_url: https://example.com/\n", "pages/about.md": PAGE}


def test_nothing_is_made_again_where_no_answer_is_another(site: Path) -> None:
    small_site(site, ASSET)
    first, second = rest_of(site), again(site)
    list(first.files(quiet))
    assert list(second.files(quiet)) == []
    assert (second.traces, second.reasons, second.taken) == (first.traces, {}, first.taken)


@pytest.mark.parametrize(
    ("differs", "expected"),
    [
        pytest.param("file:assets/a/x.txt", ["media/a/x.txt"], id="a-file-that-is-copied"),
        pytest.param("role:cook", ["roles/cook.html", "roles/cook.md"], id="the-words-of-a-role"),
        pytest.param("page:about", ["about.html", "about.md", "index.md"], id="a-plain-page"),
        pytest.param("template:pages/role.html", ["roles/baker.html", "roles/cook.html"], id="a-template"),
        pytest.param("role:waiter", [], id="what-nobody-asks-for"),
    ],
)
def test_what_has_asked_for_another_answer_is_made_again(site: Path, differs: str, expected: list[str]) -> None:
    small_site(site, ASSET)
    second = again(site, differs)
    whole = files(site)
    assert dict(second.files(quiet)) == {address: whole[address] for address in expected}
    assert len(second.reasons) == len(expected)
    assert {each.name for each in second.traces} == {each.name for each in again(site).past.values()}


def test_every_page_is_made_again_in_another_frame(site: Path) -> None:
    small_site(site, ASSET)
    made = again(site, "frame")
    pages = {address for address in files(site) if address.endswith(".html")}
    assert pages <= dict(made.files(quiet)).keys()
    assert made.reasons.keys() == {*pages, "assets"}
    assert set(made.reasons.values()) == {"the navigation, a style sheet or a script has changed"}


def test_what_is_new_is_made(site: Path) -> None:
    second = again(site)
    small_site(site, {"assets/new.txt": "new"})
    made = rest_of(site, past=second.past)
    assert dict(made.files(quiet)) == {"media/new.txt": b"new"}
    assert made.reasons == {"copy:assets/new.txt": "it is new"}


def test_an_address_that_a_pathway_takes_is_given_up_by_what_had_it(site: Path) -> None:
    """W202 silenced: what has not changed itself may lose the address that it had."""
    small_site(site, {KEY: PATHWAY.replace("difficulty:", "aliases: [older]\ndifficulty:")})
    (name,) = (name for name, each in again(site).past.items() if "pathways/older.html" in each.addresses)
    made = again(site, taken=taken_by({"cook-to-baker", "older"}))
    assert "pathways/older.html" not in dict(made.files(quiet))
    assert list(made.reasons) == [name]
    assert all("pathways/older.html" not in each.addresses for each in made.traces)


def test_a_style_sheet_that_cannot_be_read_waits_for_what_there_is_to_say_of_the_content(site: Path) -> None:
    file = site / "templates/assets/print.css"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"/* caf\xe9 */\n")
    small_site(site, {KEY: PATHWAY.replace("2026-01-10", "1999-01-10")})
    names = [each.fault.name for each in build_site(options(site, today=TODAY)).diagnostics]
    assert names == ["review-overdue", "template-fault"]
    small_site(site, {KEY: PATHWAY.replace("2026-01-10", "soon")})
    assert [each.fault.name for each in build_site(options(site, today=TODAY)).diagnostics] == ["bad-date"]
