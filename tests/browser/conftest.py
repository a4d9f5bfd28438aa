"""Turns the project's own content into a site on this machine, and its pages into ones open in a browser."""

import gzip
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal, Protocol

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect, sync_playwright

from tools.browser import NONE_FOUND, find_browser, is_required, launch_arguments
from tools.static_server import serve

REPOSITORY = Path(__file__).parents[2]
UNDER = "/guides/"
ADDRESS = f"https://waymark.example{UNDER}"
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for a module; no browser is a failure in CI and a loud skip elsewhere.

    For the whole run would be quicker, but while Playwright is there, no other test can run a loop of events.
    """
    path = find_browser()
    if path is None and is_required():
        pytest.fail(f"NO BROWSER: {NONE_FOUND}", pytrace=False)
    if path is None:
        pytest.skip(f"NO BROWSER: {NONE_FOUND}")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=launch_arguments())
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own site, built once a worker."""
    return _build(REPOSITORY, tmp_path_factory.mktemp("browser") / "output")


def build_site(folder: Path, corrections: str) -> Path:
    """The project's own site with an address at which figures are corrected, built below a folder."""
    content = shutil.copytree(REPOSITORY / "content", folder / "site" / "content")
    with (content / "site.yaml").open("a", encoding="utf-8") as settings:
        settings.write(f'corrections: "{corrections}"\n')
    return _build(folder / "site", folder / "output")


def _build(site: Path, output: Path) -> Path:
    places: list[str | Path] = ["--site", site, "--output", output, "--base-url", ADDRESS]
    command = [sys.executable, "-m", "site_gen", "build", "--quiet", *places]
    built = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert built.returncode == 0, f"the site does not build:\n{built.stdout}{built.stderr}"
    return output


def weigh_pages(site_folder: Path) -> dict[str, int]:
    """Of each page by its address, the packed bytes of it and of all that blocks its painting."""

    @cache
    def packed(file: Path) -> int:
        return len(gzip.compress(file.read_bytes(), 9)) if file.is_file() else 0

    weights = {}
    for page in sorted(site_folder.rglob("*.html")):
        html = page.read_text(encoding="utf-8")
        blocking = re.findall(r'<link rel="stylesheet" href="([^"]+)"|<script src="([^"]+)"></script>', html)
        files = [Path(os.path.normpath(page.parent / (sheet or script))) for sheet, script in blocking]
        weights[page.relative_to(site_folder).as_posix()] = sum(map(packed, (page, *files)))
    return weights


@pytest.fixture(scope="session")
def root_url(site_folder: Path) -> Iterator[str]:
    """The site at the root of a host: `http://127.0.0.1:<port>/`."""
    with serve(site_folder, under=UNDER) as address:
        yield f"{address}/"


@pytest.fixture(scope="session")
def site_url(root_url: str) -> str:
    """The site where it says it is, under a path: `http://127.0.0.1:<port>/guides/`."""
    return root_url.removesuffix("/") + UNDER


class OpenPage(Protocol):
    """Opens a page of the site, by its path under it or by a whole address, as one kind of reader would."""

    def __call__(
        self,
        path: str = "",
        *,
        viewport: tuple[int, int] = (1280, 800),
        colour_scheme: Literal["light", "dark"] = "light",
        javascript: bool = True,
        **context_options: Any,
    ) -> Page: ...


@pytest.fixture
def page(browser: Browser, site_url: str) -> Iterator[OpenPage]:
    """Opens pages, each in a profile of its own, and at the end asks that none broke or left this machine.

    Further options go to the profile as Playwright spells them: `reduced_motion`, `has_touch`.
    """
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_page(
        path: str = "",
        *,
        viewport: tuple[int, int] = (1280, 800),
        colour_scheme: Literal["light", "dark"] = "light",
        javascript: bool = True,
        **context_options: Any,
    ) -> Page:
        width, height = viewport
        context = browser.new_context(
            base_url=site_url,
            viewport={"width": width, "height": height},
            color_scheme=colour_scheme,
            java_script_enabled=javascript,
            **context_options,
        )
        contexts.append(context)
        context.on("request", _note_outside(site_url, complaints))
        context.on("weberror", lambda error: complaints.append(f"a script broke: {error.error}"))
        opened = context.new_page()
        opened.goto(path or site_url)
        return opened

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def await_roles(opened: Page) -> None:
    """Wait until a script offers the roles: what the page says before that, it says without one, too."""
    expect(opened.get_by_label("I am a").locator("option").nth(1)).to_be_attached()


def _note_outside(site_url: str, complaints: list[str]) -> Callable[[Request], None]:
    host = site_url.removesuffix(UNDER)

    def note(request: Request) -> None:
        if not request.url.startswith((host, "data:", "blob:", "about:")):
            complaints.append(f"a page asked for {request.url}")

    return note
