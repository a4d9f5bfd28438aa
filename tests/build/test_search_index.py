"""The index that readers search: there if it is asked for, always that of the pages, made only when they change."""

import importlib.util
import json
import os
from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from site_gen.build import pagefind, search_index
from site_gen.build.pagefind import NoIndex
from site_gen.build.search_index import MARK
from site_gen.build.site import build_site, check_site
from site_gen.diagnostic import Diagnostic
from tests.build.workshop import Workshop, workshop
from tests.sites import options, tree

GUIDE = "cook-to-baker"

ERROR = b64encode(b'{"message_id": 1, "payload": {"type": "Error", "message": "no such thing"}}').decode()


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    """A site with search, not built yet, as if some time had gone by since its files were written."""
    monkeypatch.setattr("site_gen.build.stamps._UNSURE", -(10**12))
    made = workshop(tmp_path / "site")
    made.set("search", "true")
    return made


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Grows by a word whenever Pagefind is run."""
    times: list[str] = []
    real = pagefind.make_index

    def make_index(*given: Any) -> Mapping[str, bytes]:
        times.append("run")
        return real(*given)

    monkeypatch.setattr(search_index, "make_index", make_index)
    return times


def index(site: Workshop) -> dict[str, bytes]:
    folder = site.folder / "output/pagefind"
    return tree(folder) if folder.is_dir() else {}


def hold_to_clean(site: Workshop, tmp_path: Path) -> None:
    """Whether the site is that of somebody who has never built it before, in another folder."""
    site.build_clean(tmp_path / "clean")
    assert tree(site.folder / "output") == tree(tmp_path / "clean/output")


def test_a_site_that_asks_for_no_search_has_no_index(site: Workshop, runs: list[str]) -> None:
    site.set("search", "")
    assert site.build().published
    assert (index(site), runs) == ({}, [])
    assert not (site.folder / "output/search.html").exists()


def test_index_holds_what_the_page_loads_and_nothing_else(site: Workshop) -> None:
    assert site.build().published
    kinds = {name if "/" not in name else name.partition("/")[0] for name in index(site)}
    meta = next(name for name in kinds if name.endswith(".pf_meta"))
    wasm = {"wasm.en.pagefind", "wasm.unknown.pagefind"}
    assert kinds == {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json", meta, *wasm, "index", "fragment"}
    assert json.loads(index(site)["pagefind-entry.json"])["languages"]["en"]["page_count"] == 13


def test_index_is_the_same_wherever_the_site_is_built(site: Workshop, tmp_path: Path) -> None:
    site.build()
    hold_to_clean(site, tmp_path)


def test_story_of_edits_runs_pagefind_only_for_pages_that_can_be_found(
    site: Workshop, runs: list[str], tmp_path: Path
) -> None:
    def ran() -> int:
        runs.clear()
        assert site.build().published
        return len(runs)

    assert ran() == 1
    assert ran() == 0  # nothing has changed
    site.guide(GUIDE, text="Heat is warmth.")
    before = index(site)
    assert ran() == 1  # a text: the quick build
    assert index(site) != before
    hold_to_clean(site, tmp_path / "text")
    site.write("content/assets/a.txt", "two")
    assert ran() == 0  # a file that is copied
    site.write("content/pages/404.md", "---\ntitle: Gone\nsummary: Gone.\n---\n\nGone.\n")
    assert ran() == 0  # a page that is not to be found
    site.guide("potter-to-cook")
    assert ran() == 1  # a new page
    site.remove("content/pathways/potter-to-cook.md")
    assert ran() == 1  # a page less
    hold_to_clean(site, tmp_path / "less")
    site.set("search", "")
    assert (ran(), index(site)) == (0, {})
    hold_to_clean(site, tmp_path / "without")
    site.set("search", "true")
    assert ran() == 1
    hold_to_clean(site, tmp_path / "again")


def test_a_failing_pagefind_leaves_the_old_site_and_says_why(site: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    site.build()
    before = tree(site.folder / "output")
    with monkeypatch.context() as broken:
        broken.setattr(pagefind, "_command", lambda: ["sh", "-c", "echo it broke. >&2; exit 101"])
        for name in ("cook-to-baker", "baker-to-waiter"):  # one text: the quick build; then a new role: the other
            site.guide(name, text="It cools.")
            with pytest.raises(NoIndex, match=r"^Pagefind could not index the pages: it broke$"):
                site.build()
            assert tree(site.folder / "output") == before
            site.role("smith")
    assert site.build().published
    assert tree(site.folder / "output") != before


def test_index_is_whole_however_often_it_is_made(site: Workshop) -> None:
    """As Pagefind says that it has written the files of an index before it has."""
    site.build()
    pages = [
        (address, content.decode()) for address, content in tree(site.folder / "output").items() if MARK in content
    ]
    made = [pagefind.make_index(pages) for _ in range(5)]
    assert all(each == made[0] for each in made)
    assert set(made[0]) > {address.removeprefix("pagefind/") for address in index(site)} > {"pagefind.js"}


@pytest.mark.parametrize(
    ("script", "said"),
    [
        pytest.param("exit 3", "it ended with 3", id="silent"),
        pytest.param("head -c 9 > /dev/null; echo Full >&2", "Full", id="after a while"),
        pytest.param(f"echo {ERROR},; cat > /dev/null", "no such thing", id="by an answer"),
    ],
)
def test_whatever_way_pagefind_fails_is_told(monkeypatch: pytest.MonkeyPatch, script: str, said: str) -> None:
    monkeypatch.setattr(pagefind, "_command", lambda: ["sh", "-c", script])
    monkeypatch.setenv("PATH", os.defpath)
    with pytest.raises(NoIndex, match=f"^Pagefind could not index the pages: {said}$"):
        pagefind.make_index([("a.html", "<p>" + "a" * 100_000)] * 100)


def test_order_in_which_a_disk_lists_the_pages_makes_no_difference(tmp_path: Path) -> None:
    """Where there is a disk in memory: it lists what was written last first."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if memory.is_dir() else tmp_path) as folder:
        site = workshop(Path(folder, "site"))
        site.set("search", "true")
        site.remove(f"content/pathways/{GUIDE}.md")
        site.build()
        site.guide(GUIDE)
        site.build()
        hold_to_clean(site, Path(folder))


def test_without_pagefind_the_site_has_no_search_and_its_author_is_told(
    site: Workshop, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _hide_pagefind(monkeypatch)
    report = site.build()
    assert report.published
    assert [_said(each) for each in report.diagnostics if each.fault.code == "W507"] == [
        (
            "content/site.yaml:2:1+7",
            "warning",
            "Pagefind isn't installed, so the site is built without search",
            'run `pip install "waymark[search]"`, or take `search:` out',
        )
    ]
    assert index(site) == {}
    assert b"search.html" not in b"".join(tree(site.folder / "output").values())
    assert site.build().diagnostics == report.diagnostics
    hold_to_clean(site, tmp_path)


def test_a_check_says_nothing_of_what_is_installed(site: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    _hide_pagefind(monkeypatch)
    assert [each for each in check_site(options(site.folder)).diagnostics if each.fault.code == "W507"] == []


def test_a_build_that_is_to_have_no_search_has_none_and_says_nothing(site: Workshop, runs: list[str]) -> None:
    report = build_site(options(site.folder, search=False))
    assert (report.published, index(site), runs) == (True, {}, [])
    assert [each for each in report.diagnostics if each.fault.code == "W507"] == []
    assert site.build().published
    assert index(site)


def test_settings_of_pagefind_around_the_site_count_for_nothing(
    site: Workshop, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    site.build()
    (tmp_path / "pagefind.yml").write_text("exclude_selectors: [main]\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(os.environ, "PAGEFIND_EXCLUDE_SELECTORS", "h1")
    hold_to_clean(site, tmp_path)


def _hide_pagefind(monkeypatch: pytest.MonkeyPatch) -> None:
    real = importlib.util.find_spec
    monkeypatch.setattr(search_index, "find_spec", lambda name: None if name == "pagefind_bin" else real(name))


def _said(found: Diagnostic) -> tuple[str, str, str, str]:
    place = found.place
    where = f"{place.path}:{place.line}:{place.column}+{place.length}"
    return where, str(found.severity), found.message, found.help
