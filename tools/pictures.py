"""Turns a guide and the example of docs/authors.md into the pictures of the docs, taken from the running program.

`python -m tools.pictures` writes them to docs/images/. The photographs of a page are made small with pngquant.
"""

from __future__ import annotations

import contextlib
import io
import os
import pty
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from playwright.sync_api import FloatRect, Page, sync_playwright
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from tools.browser import NONE_FOUND, find_browser, launch_arguments
from tools.static_server import serve

ROOT: Final = Path(__file__).parents[1]
IMAGES: Final = ROOT / "docs" / "images"
SLUG: Final = "backend-developer-to-technical-trainer"
PATHWAY: Final = f"content/pathways/{SLUG}.md"
MISTAKES: Final = (
    ("difficulty: moderate", "difficulty: moderat"),
    ("### Debugging", "###Debugging"),
    ("### A workshop with labs (6 weeks)", "### A workshop with labs"),
)
"""What the author of the example gets wrong, each as the right words and the wrong ones."""

SHOWN: Final = "pathways/backend-developer-to-algorithm-engineer.html"
"""The guide at the top of the README."""

PHOTOGRAPHS: Final = ("finished.png", "pathway.png", "preview.png")

REVIEW_DAY: Final = "1795305600"
"""22 November 2026, the day on which the example was reviewed, in seconds since 1970."""

_EXAMPLE: Final = re.compile(r"^```markdown (content/\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COLUMNS: Final = 100
_MARGIN: Final = 60
_THEME: Final = TerminalTheme(
    (27, 31, 39),
    (255, 255, 255),
    [
        (27, 31, 39),
        (255, 138, 138),
        (126, 217, 142),
        (255, 212, 77),
        (137, 180, 250),
        (229, 169, 240),
        (127, 212, 230),
        (255, 255, 255),
    ],
)
_FRAME: Final = """\
<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{
  font: {char_height}px/{line_height}px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
}}
.{unique_id}-title {{ font: bold 18px system-ui, sans-serif }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal"><rect width="{terminal_width}" height="{terminal_height}"/></clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""
"""Rich's own frame asks another site for its letters; this one takes what the reader's machine has."""


def example() -> dict[str, str]:
    """The files that docs/authors.md shows at its end, by path."""
    text = (ROOT / "docs" / "authors.md").read_text(encoding="utf-8")
    return dict(_EXAMPLE.findall(text))


def with_mistakes(pathway: str, mistakes: Sequence[tuple[str, str]] = MISTAKES) -> str:
    """The example's pathway as its author first wrote it."""
    for right, wrong in mistakes:
        assert pathway.count(right) == 1, f"`{right}` must stand once in the example"
        pathway = pathway.replace(right, wrong)
    return pathway


def write_example(site: Path) -> Path:
    """Put the example beside the guides that there are, in a site folder; gives the file of the pathway."""
    shutil.copytree(ROOT / "content", site / "content")
    for path, text in example().items():
        (site / path).write_text(text, encoding="utf-8")
    return site / PATHWAY


def picture_of_messages(site: Path) -> str:
    """What `waymark check` says on a terminal of the example with its mistakes, as SVG."""
    pathway = write_example(site)
    pathway.write_text(with_mistakes(pathway.read_text(encoding="utf-8")), encoding="utf-8")
    said = Text.from_ansi(f"$ waymark check {PATHWAY}\n{_on_terminal(['check', '--quiet', PATHWAY], site)}")
    console = Console(record=True, width=_COLUMNS, file=io.StringIO(), force_terminal=True)
    console.print(said, soft_wrap=True)
    svg = console.export_svg(title="waymark check", theme=_THEME, code_format=_FRAME, unique_id="waymark")
    return re.sub(r"[ \t]+$", "", svg, flags=re.MULTILINE)


def _on_terminal(arguments: Sequence[str], site: Path) -> str:
    """What a command says where it may use colour."""
    ours, theirs = pty.openpty()
    with os.fdopen(ours, "rb", buffering=0) as terminal:
        with subprocess.Popen(_waymark(arguments), cwd=site, env=_environment(), stdout=theirs, stderr=theirs) as run:
            os.close(theirs)
            said = b"".join(_chunks(terminal))
        assert run.returncode == 1, "the example with mistakes must have errors"
    return said.decode().replace("\r\n", "\n")


def _chunks(terminal: io.RawIOBase | io.FileIO) -> Iterator[bytes]:
    with contextlib.suppress(OSError):  # how Linux says that the last writer is gone
        while chunk := terminal.read(65_536):
            yield chunk


def _waymark(arguments: Sequence[str]) -> list[str]:
    return [sys.executable, "-m", "site_gen", *arguments]


def _environment() -> dict[str, str]:
    plain = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    return {**plain, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": REVIEW_DAY, "TERM": "xterm-256color"}


def photograph_preview(site: Path, folder: Path) -> None:
    """Photograph the example in the preview: `finished.png` when all is well, `preview.png` after a mistake."""
    pathway = write_example(site)
    good = pathway.read_text(encoding="utf-8")
    with _preview(site) as address, _browser_page() as page:
        page.goto(f"{address}pathways/{SLUG}.html")
        page.screenshot(path=folder / "finished.png")
        pathway.write_text(with_mistakes(good, MISTAKES[:1]), encoding="utf-8")
        page.locator(".waymark-report").wait_for()
        page.screenshot(path=folder / "preview.png")


def photograph_pathway(site: Path, folder: Path) -> None:
    """Photograph the top of a guide of our own as published, down to the end of its timeline: `pathway.png`."""
    command = _waymark(["build", "--quiet", "--site", str(ROOT), "--output", str(site)])
    subprocess.run(command, check=True, env=_environment())
    with serve(site) as address, _browser_page(width=1280) as page:
        page.goto(f"{address}/{SHOWN}")
        below = page.locator(".axis").evaluate("axis => Math.ceil(axis.getBoundingClientRect().bottom)")
        clip: FloatRect = {"x": 0, "y": 0, "width": 1280, "height": below + _MARGIN}
        page.screenshot(path=folder / "pathway.png", clip=clip, full_page=True)


@contextlib.contextmanager
def _preview(site: Path) -> Iterator[str]:
    """The address of a preview, for as long as it runs."""
    command = _waymark(["serve", "--port", "0"])
    with subprocess.Popen(command, cwd=site, env=_environment(), stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        try:
            yield next(line.split()[1] for line in process.stderr if line.startswith("Serving "))
        finally:
            process.terminate()


@contextlib.contextmanager
def _browser_page(*, width: int = 1100) -> Iterator[Page]:
    path = find_browser()
    if path is None:
        sys.exit(f"pictures: {NONE_FOUND}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=launch_arguments())
        page = browser.new_page(viewport={"width": width, "height": 880}, reduced_motion="reduce")
        page.clock.set_fixed_time(int(REVIEW_DAY))
        yield page
        browser.close()


def make_small(picture: Path) -> None:
    """Write a PNG anew with the few colours that a page has."""
    subprocess.run(
        ["pngquant", "--force", "--strip", "--speed", "1", "--output", str(picture), "64", str(picture)], check=True
    )


def main() -> None:
    """Take every picture anew."""
    if not shutil.which("pngquant"):
        sys.exit("pictures: pngquant is needed; install the package of that name")
    with tempfile.TemporaryDirectory() as spare:
        (IMAGES / "messages.svg").write_text(picture_of_messages(Path(spare) / "messages"), encoding="utf-8")
        photograph_preview(Path(spare) / "preview", IMAGES)
        photograph_pathway(Path(spare) / "site", IMAGES)
    for name in PHOTOGRAPHS:
        make_small(IMAGES / name)
    for picture in sorted(IMAGES.iterdir()):
        print(f"pictures: {picture.relative_to(ROOT)}, {picture.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
