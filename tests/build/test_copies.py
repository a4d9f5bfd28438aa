"""Packed copies stand beside the texts of a site that asks for them: never stale, made again only for what changed."""

import gzip
import importlib.util
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest

from site_gen.build import copies
from site_gen.build.copies import SMALLEST
from site_gen.build.site import build_site, check_site
from tests.build.workshop import Workshop, workshop
from tests.sites import options, tree

GUIDE = "cook-to-baker"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    """A site with packed copies, not built yet, as if some time had gone by since its files were written."""
    monkeypatch.setattr("site_gen.build.stamps._UNSURE", -(10**12))
    made = workshop(tmp_path / "site")
    made.write("content/assets/large.txt", "words " * SMALLEST)
    made.write("content/assets/own.txt.gz", "an author's own")
    made.set("precompress", "true")
    return made


@pytest.fixture
def packed(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Grows by the content of each text whenever it is packed."""
    seen: list[bytes] = []
    real: Callable[[bytes], bytes] = copies._in_gzip

    def pack(content: bytes) -> bytes:
        seen.append(content)
        return real(content)

    monkeypatch.setattr(copies, "_in_gzip", pack)
    return seen


def published(site: Workshop) -> dict[str, bytes]:
    return tree(site.folder / "output")


def copies_in(files: dict[str, bytes]) -> set[str]:
    return {name for name in files if name.endswith((".gz", ".br")) and not name.startswith("media/")}


def hold_to_clean(site: Workshop, folder: Path) -> None:
    """Whether the site is that of somebody who has never built it, and each copy is that of the file beside it."""
    site.build_clean(folder)
    files = published(site)
    assert files == tree(folder / "output")
    for name in copies_in(files):
        unpack = gzip.decompress if name.endswith(".gz") else brotli.decompress
        assert unpack(files[name]) == files[name[:-3]], name


def test_a_site_that_asks_for_none_has_none(site: Workshop, packed: list[bytes]) -> None:
    site.set("precompress", "")
    assert site.build().published
    assert (copies_in(published(site)), packed) == (set(), [])


def test_every_large_text_has_both_copies_and_nothing_else_has_one(site: Workshop) -> None:
    assert site.build().published
    files = published(site)
    large = {
        name
        for name, content in files.items()
        if len(content) >= SMALLEST and Path(name).suffix in {".html", ".css", ".js", ".json", ".md", ".svg", ".csv"}
    }
    assert {f"pathways/{GUIDE}.html", "catalog.csv"} & large
    assert copies_in(files) == {f"{name}{ending}" for name in large for ending in (".gz", ".br")}


def test_files_of_the_author_are_left_alone(site: Workshop) -> None:
    site.build()
    media = {name for name in published(site) if name.startswith("media/")}
    assert media == {"media/a.txt", "media/large.txt", "media/own.txt.gz"}
    site.set("precompress", "")
    site.build()
    assert {name for name in published(site) if name.startswith("media/")} == media


def test_copies_are_smaller_and_the_same_wherever_they_are_made(site: Workshop, tmp_path: Path) -> None:
    site.build()
    files = published(site)
    assert all(len(files[name]) < len(files[name[:-3]]) for name in copies_in(files))
    assert all(files[name][4:10] == b"\0\0\0\0\x02\xff" for name in files if name.endswith(".html.gz"))
    hold_to_clean(site, tmp_path)


def test_story_of_edits_packs_only_what_has_changed(site: Workshop, packed: list[bytes], tmp_path: Path) -> None:
    def made() -> list[bytes]:
        packed.clear()
        assert site.build().published
        return list(packed)

    assert len(made()) > 20
    assert made() == []  # nothing has changed
    site.guide(GUIDE, text="Heat is warmth.")
    again = made()  # a text: the quick build
    assert 1 <= len(again) <= 4
    assert all(b"Heat is warmth." in content or GUIDE.encode() in content for content in again)
    hold_to_clean(site, tmp_path / "text")
    site.guide("potter-to-cook")
    assert "pathways/potter-to-cook.html.br" in (made() and published(site))  # a page more
    hold_to_clean(site, tmp_path / "more")
    site.remove("content/pathways/potter-to-cook.md")
    made()
    assert [name for name in published(site) if name.startswith("pathways/potter-to-cook")] == []
    hold_to_clean(site, tmp_path / "less")
    site.write("content/pages/about.md", "---\ntitle: About\nsummary: Us.\n---\n\nUs.\n")
    made()
    hold_to_clean(site, tmp_path / "page")
    site.set("precompress", "")
    assert (made(), copies_in(published(site))) == ([], set())
    hold_to_clean(site, tmp_path / "without")
    site.set("precompress", "true")
    assert len(made()) > 20
    hold_to_clean(site, tmp_path / "again")


def test_a_file_that_becomes_small_loses_its_copies(site: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    site.build()
    assert f"pathways/{GUIDE}.html.gz" in published(site)
    monkeypatch.setattr(copies, "SMALLEST", 10**6)
    site.guide(GUIDE, text="Heat is warmth.")
    site.build()
    assert f"pathways/{GUIDE}.html.gz" not in published(site)
    assert "pathways/baker-to-waiter.html.gz" in published(site)


def test_without_brotli_there_are_the_other_copies_and_the_author_is_told(
    site: Workshop, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    real = importlib.util.find_spec
    with monkeypatch.context() as hidden:
        hidden.setattr(copies, "find_spec", lambda name: None if name == "brotli" else real(name))
        report = site.build()
        assert report.published
        said = [
            (f"{each.place.path}:{each.place.line}", str(each.severity), each.message, each.help)
            for each in report.diagnostics
            if each.fault.code == "W514"
        ]
        assert said == [
            (
                "content/site.yaml:2",
                "warning",
                "Brotli isn't installed, so there are `.gz` files and no `.br`",
                'run `pip install "waymark[precompress]"` and write `precompress` into '
                "the brackets of requirements.txt, or take `precompress:` out",
            )
        ]
        assert {name[-3:] for name in copies_in(published(site))} == {".gz"}
        assert site.build().diagnostics == report.diagnostics
    site.guide(GUIDE, text="Heat is warmth.")
    site.role("smith")
    site.build()
    assert {name[-3:] for name in copies_in(published(site))} == {".gz", ".br"}
    hold_to_clean(site, tmp_path)


def test_a_check_says_nothing_of_what_is_installed(site: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "find_spec", lambda _name: None)
    assert [each for each in check_site(options(site.folder)).diagnostics if each.fault.code == "W514"] == []


def test_a_preview_leaves_no_stale_copies_behind(site: Workshop, packed: list[bytes], tmp_path: Path) -> None:
    site.build()
    packed.clear()
    report = build_site(options(site.folder, today=site.today, precompress=False))
    assert (report.published, copies_in(published(site)), packed) == (True, set(), [])
    assert [each for each in report.diagnostics if each.fault.code == "W514"] == []
    site.build()
    hold_to_clean(site, tmp_path)


def test_copies_of_styles_come_and_go_with_them(site: Workshop) -> None:
    def styles() -> set[str]:
        return {name for name in published(site) if name.startswith("assets/") and "modules" not in name}

    for order in range(4):
        site.write("templates/assets/print.css", f"main {{ order: {order} }}")
        site.build()
        large = {
            name for name in styles() if name[-3:] not in {".gz", ".br"} and len(published(site)[name]) >= SMALLEST
        }
        assert styles() >= {f"{name}{ending}" for name in large for ending in (".gz", ".br")}
        assert {name[:-3] for name in copies_in(published(site)) if name in styles()} == large
    assert len([name for name in styles() if name.startswith("assets/style-") and name.endswith(".gz")]) == 2


def test_copies_of_a_site_with_search_are_those_of_its_index_too(site: Workshop, tmp_path: Path) -> None:
    site.set("search", "true")
    site.build()
    assert {"pagefind/pagefind.js.gz", "pagefind/pagefind.js.br"} <= set(published(site))
    site.guide(GUIDE, text="Heat is warmth.")
    site.build()
    hold_to_clean(site, tmp_path)
