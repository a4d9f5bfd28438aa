"""An author's afternoon with `waymark serve`: a mistake is shown over the page, mending it reloads."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.sites import small_site
from tools.preview_speed import measure

REPOSITORY = Path(__file__).parents[2]
SLUG = "backend-developer-to-algorithm-engineer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A preview of a copy of the content: its address, the guide that is edited, its published page."""

    url: str
    guide: Path
    published: Path

    def save(self, old: str, new: str) -> None:
        text = self.guide.read_text(encoding="utf-8")
        assert old in text
        self.guide.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    shutil.copytree(REPOSITORY / "content", tmp_path / "content")
    command = [sys.executable, "-m", "site_gen", "serve", "--site", str(tmp_path), "--port", "0"]
    with subprocess.Popen(command, cwd=REPOSITORY, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        said = ""
        for line in process.stderr:
            said += line
            if line.startswith("Serving "):
                break
        assert "Serving http://127.0.0.1:" in said, said
        yield Preview(
            url=f"{said.split('Serving ')[1].split()[0]}pathways/{SLUG}.html",
            guide=tmp_path / "content" / "pathways" / f"{SLUG}.md",
            published=tmp_path / ".cache" / "preview" / "pathways" / f"{SLUG}.html",
        )
        process.terminate()


def test_mistake_is_shown_over_the_last_good_page_until_mended(browser: Browser, preview: Preview) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        page.goto(preview.url)
        report = page.locator(".waymark-report")
        good = preview.published.read_bytes()

        preview.save("difficulty: challenging", "difficulty: chalenging")
        expect(report).to_contain_text("W102 unknown-difficulty")
        expect(page.locator("h1")).to_contain_text("Algorithm Engineer")
        assert preview.published.read_bytes() == good

        preview.save("difficulty: chalenging", "difficulty: very challenging\ndifficulty_reason: Few posts.")
        expect(page.get_by_text("Very challenging").first).to_be_visible()
        expect(report).to_have_count(0)
        assert b"livereload" not in preview.published.read_bytes()
        assert complaints == []


def test_page_follows_everything_that_an_author_does(browser: Browser, preview: Preview) -> None:
    content = preview.guide.parents[1]
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(preview.url)

        settings = content / "site.yaml"
        words = settings.read_text(encoding="utf-8")
        settings.write_text(re.sub(r"^title: .*", "title: Ways to go", words, flags=re.MULTILINE), encoding="utf-8")
        expect(page.get_by_role("link", name="Ways to go", exact=True)).to_be_visible()

        own = content.parent / "templates" / "pages" / "pathway.html"
        own.parent.mkdir(parents=True)
        theirs = (REPOSITORY / "templates" / "pages" / "pathway.html").read_text(encoding="utf-8")
        own.write_text(theirs.replace("{% block main %}", "{% block main %}<p>Of my own</p>"), encoding="utf-8")
        expect(page.get_by_text("Of my own")).to_be_visible()
        shutil.rmtree(own.parents[1])
        expect(page.get_by_text("Of my own")).to_have_count(0)

        address = preview.url.replace(f"pathways/{SLUG}", "new")
        page.goto(address)
        expect(page.get_by_text("It is here")).to_have_count(0)
        (content / "pages" / "new.md").write_text("---\ntitle: New\n---\n\nIt is here.\n", encoding="utf-8")
        expect(page.get_by_text("It is here")).to_be_visible()
        (content / "pages" / "new.md").unlink()
        expect(page.get_by_text("It is here")).to_have_count(0)


def test_page_that_has_missed_a_build_reloads_once(browser: Browser, preview: Preview) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        loads: list[str] = []
        page.on("domcontentloaded", lambda page: loads.append(page.url))
        page.route("**/__waymark/edition", lambda route: route.fulfill(body="a later one"), times=1)
        page.goto(preview.url)
        with page.expect_response("**/__waymark/edition"):
            pass
        with page.expect_response("**/__waymark/edition"):
            pass
        page.wait_for_timeout(300)
        assert loads == [preview.url, preview.url]


def test_every_save_is_seen_and_timed(browser: Browser, tmp_path: Path) -> None:
    site = small_site(tmp_path)
    for times in measure(browser, site, site / "output", saves=2):
        assert min(times.noticing, times.building, times.reloading) > 0


def test_page_is_renewed_where_it_stands(browser: Browser, preview: Preview) -> None:
    """It keeps its place, is not loaded again, and what it can do it does with the new text."""
    with browser.new_context(viewport={"width": 1000, "height": 700}) as context:
        page = context.new_page()
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(preview.url)
        page.evaluate("window.same = true; scrollTo(0, 900)")
        before = page.locator(".task-list input").count()

        preview.save("difficulty: challenging", "difficulty: very challenging\ndifficulty_reason: Few posts.")
        expect(page.get_by_text("Very challenging").first).to_be_attached()
        assert page.evaluate("[window.same, scrollY]") == [True, 900]
        expect(page.locator(".task-list input")).to_have_count(before)

        page.locator(".task-list input").first.check()
        expect(page.locator("#wm-count")).to_contain_text("1")
        page.evaluate("document.querySelector('#wm-pace').value = 20")
        page.locator("#wm-pace").dispatch_event("input")
        expect(page.locator("#wm-total")).to_contain_text("20 hours")

        preview.save("difficulty: very challenging\n", "difficulty: very chalenging\n")
        expect(page.locator(".waymark-report")).to_contain_text("W102 unknown-difficulty")
        preview.save("difficulty: very chalenging\n", "difficulty: very challenging\n")
        expect(page.locator(".waymark-report")).to_have_count(0)
        expect(page.locator(".task-list input").first).to_be_checked()
        assert page.evaluate("window.same")
        assert complaints == []


def test_page_that_takes_in_other_styles_is_loaded_again(browser: Browser, preview: Preview) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(preview.url)
        page.evaluate("window.same = true")
        own = preview.guide.parents[2] / "templates" / "assets" / "tokens.css"
        own.parent.mkdir(parents=True)
        theirs = (REPOSITORY / "templates" / "assets" / "tokens.css").read_text(encoding="utf-8")
        own.write_text(f"{theirs}\nbody {{ tab-size: 7; }}\n", encoding="utf-8")
        expect(page.locator("body")).to_have_css("tab-size", "7")
        assert page.evaluate("window.same") is None
