"""An author's afternoon with `waymark serve`: a mistake is shown over the page, mending it reloads."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

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
            published=tmp_path / "output" / "pathways" / f"{SLUG}.html",
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
