"""Turns saves of a pathway into how long each takes until the reloaded page is on the screen, and where the time goes.

`python -m tools.preview_speed SITE [OUTPUT]` copies the content of a site, previews the copy in a real browser and
saves a pathway of it time and again. The preview is the real one; its builds are only timed.
"""

from __future__ import annotations

import argparse
import contextlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Set
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from queue import Queue
from threading import Thread
from typing import Final

from playwright.sync_api import Browser, Page, sync_playwright

from site_gen.build.site import Options
from site_gen.serve.builder import Builder
from site_gen.serve.server import serve_site
from tools.browser import find_browser, launch_arguments

SAVES: Final = 12
"""How often the pathway is saved; the first are not counted, for nothing is warm yet."""

NOT_COUNTED: Final = 2

_SHOWN: Final = """
const tell = () => requestAnimationFrame(() => {
  const found = document.body.textContent.match(/Saved for the (\\d+)\\. time/);
  if (found) shown(Number(found[1]), Date.now() / 1000);
});
addEventListener('DOMContentLoaded', tell);
addEventListener('waymark-renewed', tell);
"""
"""Tells which save a page shows, when it is about to be painted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """What one save took, in milliseconds: until the build began, until it ended, until the page was there."""

    noticing: float
    building: float
    reloading: float

    def __str__(self) -> str:
        return f"{self.noticing:.0f} + {self.building:.0f} + {self.reloading:.0f} = {self.whole:.0f} ms"

    @property
    def whole(self) -> float:
        """From the save to the page."""
        return self.noticing + self.building + self.reloading


def main() -> None:
    """Measure, and print a line a save and the medians."""
    parser = argparse.ArgumentParser(prog="python -m tools.preview_speed", description=__doc__)
    parser.add_argument("site", type=Path, help="the site folder, whose content is copied")
    parser.add_argument("output", type=Path, nargs="?", help="where to publish (default: beside the copy)")
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.serve:
        serve_timed(given.site, given.output)
        return
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        shutil.copytree(given.site / "content", site / "content")
        print(f"{len(list((site / 'content' / 'pathways').iterdir()))} pathways", flush=True)
        taken = []
        with sync_playwright() as playwright:
            chromium = playwright.chromium.launch(executable_path=find_browser(), args=launch_arguments())
            for times in measure(chromium, site, given.output or site / "output", saves=SAVES):
                print(times, flush=True)
                taken.append(times)
            chromium.close()
    for name in ("noticing", "building", "reloading", "whole"):
        counted = [getattr(each, name) for each in taken[NOT_COUNTED:]]
        print(f"{name:<10}{statistics.median(counted):6.0f} ms  ({min(counted):.0f} to {max(counted):.0f})")


def measure(chromium: Browser, site: Path, output: Path, *, saves: int) -> Iterator[Times]:
    """Preview a site that may be edited, and save a pathway of it so many times."""
    guide = sorted((site / "content" / "pathways").glob("*.md"))[0]
    text = guide.read_text(encoding="utf-8")
    with preview(site, output) as (address, said), chromium.new_context() as context:
        page = context.new_page()
        seen: list[tuple[int, float]] = []
        page.expose_function("shown", lambda number, at: seen.append((number, at)))
        page.add_init_script(_SHOWN)
        page.goto(f"{address}pathways/{guide.stem}.html")
        for number in range(saves):
            page.wait_for_timeout(700)
            begun = time.time()
            guide.write_text(f"{text}\nSaved for the {number}. time.\n", encoding="utf-8")
            wait_for_save(page, seen, number)
            yield times_of(begun, said, next(at for which, at in seen if which == number))


def times_of(begun: float, said: Queue[tuple[float, float]], shown: float) -> Times:
    """What a save took that was shown at a time: of the builds since, the last that ended before that counts."""
    builds = [said.get(timeout=60)]
    while not said.empty():
        builds.append(said.get())
    start, end = [build for build in builds if build[1] <= shown][-1]
    return Times(noticing=1000 * (start - begun), building=1000 * (end - start), reloading=1000 * (shown - end))


def wait_for_save(page: Page, seen: list[tuple[int, float]], number: int) -> None:
    """Let the browser go on until it has shown a save; raises TimeoutError after a minute."""
    until = time.monotonic() + 60
    while all(which != number for which, _ in seen):
        if time.monotonic() > until:
            raise TimeoutError
        page.wait_for_timeout(5)


@contextlib.contextmanager
def preview(site: Path, output: Path) -> Iterator[tuple[str, Queue[tuple[float, float]]]]:
    """A preview in a process of its own: its address, and when each later build of it began and ended."""
    command = [sys.executable, "-m", "tools.preview_speed", "--serve", str(site), str(output)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        lines = iter(process.stderr)
        address = next(line.split()[1] for line in lines if line.startswith("Serving "))
        builds: Queue[tuple[float, float]] = Queue()

        def listen() -> None:
            for line in lines:
                if line.startswith("BUILT "):
                    _, start, end = line.split()
                    builds.put((float(start), float(end)))

        Thread(target=listen, daemon=True).start()
        try:
            yield address, builds
        finally:
            process.terminate()


def serve_timed(site: Path, output: Path) -> None:
    """Serve a site, and say of each build when it began and ended, in seconds since 1970."""
    build = Builder.build_again

    def timed(builder: Builder, changed: Set[str]) -> bool:
        start = time.time()
        is_new = build(builder, changed)
        print(f"BUILT {start} {time.time()}", file=sys.stderr, flush=True)
        return is_new

    Builder.build_again = timed  # type: ignore[method-assign,assignment]
    today = datetime.now(UTC).date()
    options = Options(site=site, shown=PurePosixPath("."), output=output, today=today)
    serve_site(options, host="127.0.0.1", port=0, open_browser=False, colour=False)


if __name__ == "__main__":
    main()
