"""Reading a content folder: odd files get a diagnostic, and one root fault is said once."""

import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from site_gen.build.content import Content, Terms, read_content
from site_gen.build.site import build_site, check_site
from site_gen.diagnostic import Diagnostic
from site_gen.model.pathway import Pathway
from tests.sites import PATHWAY, options, small_site

TODAY = date(2026, 1, 10)
KEY = "pathways/cook-to-baker.md"
ROLE = "---\nname: Potter\nfamily: Craft\n---\n\nMakes pots.\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return small_site(tmp_path)


def diagnostics(site: Path) -> tuple[Diagnostic, ...]:
    return check_site(options(site, today=TODAY)).diagnostics


def said(site: Path) -> list[str]:
    """What is said, in a line each."""
    return [
        f"{each.place.path}:{each.place.line}: {each.severity} {each.fault.code} {each.message}"
        for each in diagnostics(site)
    ]


def helps(site: Path) -> list[str]:
    return [each.help for each in diagnostics(site)]


def opened(reason: str, path: str) -> list[str]:
    return [f"content/{path}:1: error W009 the file cannot be opened: {reason}"]


@pytest.mark.parametrize(
    "key",
    [
        ".hidden",
        "pathways/.draft.md",
        ".git/config",
        "pathways/cook-to-baker.md~",
        "assets/photo.png",
        "assets/a/b.pdf",
    ],
)
def test_a_file_that_is_none_of_ours_or_copied_is_fine(site: Path, key: str) -> None:
    small_site(site, {key: "x"})
    assert said(site) == []


@pytest.mark.parametrize(
    ("key", "help_text"),
    [
        ("pathways/note.txt", "give it the ending `.md`: `note.md`"),
        ("roles/POTTER.MD", "give it the ending `.md`: `POTTER.md`"),
        ("roles/potter", "give it the ending `.md`: `potter.md`"),
        ("pathways/photo.png", "move it to content/assets/photo.png, or out of the content folder"),
        ("pathway/a-to-b.md", "move it to content/pathways/a-to-b.md"),
        ("pathways/old/a-to-b.md", "move it to content/pathways/a-to-b.md"),
        ("sites.yaml", "move it to content/site.yaml"),
        ("site.yml", "move it to content/site.yaml"),
        ("README", "move it to pathways/, roles/, pages/ or assets/, or out of the content folder"),
    ],
)
def test_a_file_in_the_wrong_place_is_told_where_it_belongs(site: Path, key: str, help_text: str) -> None:
    small_site(site, {key: "x"})
    assert said(site) == [f"content/{key}:1: warning W014 nothing reads this file"]
    assert helps(site) == [help_text]


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _folder_with_a_file(path: Path) -> None:
    path.mkdir()
    (path / "a.md").write_text("x")


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        pytest.param(lambda path: path.mkdir(), "it is a folder", id="an empty folder"),
        pytest.param(_folder_with_a_file, "it is a folder", id="a folder with a file"),
        pytest.param(lambda path: path.symlink_to("nowhere"), "it is a link that leads nowhere", id="a dangling link"),
        pytest.param(lambda path: path.symlink_to(path.name), "it is a link that leads nowhere", id="a link to itself"),
        pytest.param(lambda path: path.symlink_to(".."), "it is a link to a folder", id="a link to a folder"),
        pytest.param(_pipe, "it is not a file", id="a pipe"),
    ],
)
@pytest.mark.parametrize("key", ["pathways/a-to-b.md", "roles/potter.md", "assets/x.md", "site.yaml", "notes.md"])
def test_what_is_no_file_gets_a_diagnostic(site: Path, key: str, make: Callable[[Path], None], reason: str) -> None:
    path = site / "content" / key
    path.parent.mkdir(exist_ok=True)
    make(path)
    if key == "site.yaml" and path.is_dir() and not path.is_symlink():
        assert all("W009" not in each for each in said(site))
        return
    assert said(site) == opened(reason, key)
    assert not build_site(options(site, today=TODAY)).published


@pytest.mark.parametrize("key", ["pathways/a-to-b.md", "assets/photo.png", "site.yaml"])
def test_a_file_that_may_not_be_read_gets_a_diagnostic(site: Path, key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    small_site(site, {key: "x"})
    access, opening = os.access, os.open

    def refuse(path: str | Path, flags: int, mode: int = 0o777, **more: int) -> int:
        if Path(path).name in key:
            raise PermissionError(13, "Permission denied", str(path))
        return opening(path, flags, mode, **more)

    monkeypatch.setattr(os, "access", lambda path, mode: Path(path).name not in key and access(path, mode))
    monkeypatch.setattr(os, "open", refuse)
    assert said(site) == opened("you may not read it", key)


def test_a_folder_that_may_not_be_listed_gets_a_diagnostic(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (site / "content/assets/locked").mkdir(parents=True)
    scandir = os.scandir

    def closed(path: str) -> object:
        if str(path).endswith("locked"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)
    monkeypatch.setattr(os, "access", lambda path, _mode: not str(path).endswith("locked"))
    assert said(site) == opened("you may not read it", "assets/locked")


def test_a_link_to_a_file_of_the_content_is_read(site: Path) -> None:
    elsewhere = site / "content" / "assets" / "elsewhere.txt"
    elsewhere.parent.mkdir()
    elsewhere.write_text(PATHWAY)
    (site / "content" / KEY).unlink()
    (site / "content" / KEY).symlink_to(elsewhere)
    assert said(site) == []


@pytest.mark.parametrize("key", ["pathways/a-to-b.md", "assets/photo.png", "site.yaml"])
def test_a_link_out_of_the_content_publishes_nothing_of_the_machine(site: Path, tmp_path: Path, key: str) -> None:
    (tmp_path / "secret").write_text("secret")
    path = site / "content" / key
    path.parent.mkdir(exist_ok=True)
    path.symlink_to(tmp_path / "secret")
    assert said(site) == opened("it is a link out of the content folder", key)
    assert not build_site(options(site, today=TODAY)).published


@pytest.mark.parametrize(
    "name",
    ["With Spaces", "UPPER", "ümlaut", "料理", "line\nend", "a\u202eb", "a'b\"c", "<b>", "%41", "x" * 200, "\udcff"],
    ids=ascii,
)
def test_an_odd_file_name_gets_one_diagnostic(site: Path, name: str) -> None:
    (site / "content" / KEY).replace(site / "content/pathways" / f"{name}.md")
    (found,) = diagnostics(site)
    assert (found.fault.name, found.place.path) == ("file-name-mismatch", f"content/pathways/{name}.md")
    assert not build_site(options(site, today=TODAY)).published


def test_names_that_differ_only_in_case_clash(site: Path) -> None:
    shutil.copy(site / "content" / KEY, site / "content/pathways/Cook-To-Baker.md")
    assert said(site) == [
        "content/pathways/Cook-To-Baker.md:2: error W203 "
        "the file is called `Cook-To-Baker.md`, but leads from `cook` to `baker`"
    ]


def test_the_name_of_a_role_that_is_no_id_is_the_only_fault(site: Path) -> None:
    (site / "content/roles/cook.md").rename(site / "content/roles/Cook.md")
    assert said(site) == ["content/roles/Cook.md:1: error W118 `Cook` cannot be the id of a role"]


@pytest.mark.parametrize(
    "key", ["roles/cook.md", "roles/baker.md", "pathways/cook-to-baker.md", "skills.yaml", "site.yaml"]
)
def test_a_file_that_cannot_be_read_is_the_only_fault(site: Path, key: str) -> None:
    text = PATHWAY.replace("to: baker", "to: potter").replace("## Roadmap", "[bread](cook-to-baker.md)\n\n## Roadmap")
    small_site(site, {"roles/potter.md": ROLE, "pathways/cook-to-potter.md": text})
    file = site / "content" / key
    file.write_text(file.read_text().replace("\n---\n", "\ntags: [\n---\n", 1) if file.exists() else "a: [\n")
    (found,) = diagnostics(site)
    assert found.place.path == f"content/{key}"


def test_an_unknown_role_is_said_once_a_file_and_leaves_no_role_unreached(site: Path) -> None:
    text = PATHWAY.replace("from: cook\nto: baker", "from: coook\nto: coook")
    small_site(site, {KEY: text})
    assert [each.fault.name for each in diagnostics(site)] == ["unknown-role", "same-role"]
    small_site(site, {KEY: PATHWAY.replace("to: baker", "to: bakker")})
    assert said(site) == [f"content/{KEY}:3: error W201 no role is called `bakker`"]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({}, id="no folder"),
        pytest.param({"pathways/notes.txt": "x"}, id="only other files"),
        pytest.param({"pathways/sub/a-to-b.md": PATHWAY}, id="only below another folder"),
    ],
)
def test_a_site_without_a_pathway_is_not_built(site: Path, files: dict[str, str]) -> None:
    shutil.rmtree(site / "content/pathways")
    small = small_site(site / "again", files)
    (small / "content" / KEY).unlink()
    report = build_site(options(small, today=TODAY))
    assert [each.fault.name for each in report.diagnostics if each.severity == "error"] == ["no-content"]
    assert not report.published


def test_an_empty_content_folder_is_not_built(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    assert said(tmp_path) == ["content:1: error W504 there is no pathway to build"]


@pytest.mark.parametrize(
    ("severity", "expected"),
    [
        pytest.param("W207: off", [], id="silenced by code"),
        pytest.param("unreached-role: off", [], id="silenced by name"),
        pytest.param("W207: error", ["error"], id="raised"),
        pytest.param("W201: warning", ["warning"], id="another code"),
    ],
)
def test_the_settings_decide_on_severities(site: Path, severity: str, expected: list[str]) -> None:
    small_site(site, {"roles/potter.md": ROLE, "site.yaml": f"severity:\n  {severity}\n"})
    assert [str(each.severity) for each in diagnostics(site)] == expected


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("### Bread (8 weeks)", "### Bread", "phase-without-weeks"),
        (
            "## Roadmap",
            "## Skills to learn\n\n### Dough (critcal, 2 weeks)\n\nKnead.\n\n## Roadmap",
            "unknown-priority",
        ),
        (
            "## Roadmap",
            "## Skils to learn\n\n### Dough (critical, 2 weeks)\n\nKnead.\n\n## Roadmap",
            "nearly-a-section",
        ),
        ("## Roadmap", "## Roadmpa", "missing-section"),
    ],
)
def test_a_page_that_cannot_be_made_out_is_not_judged_besides(site: Path, old: str, new: str, fault: str) -> None:
    text = PATHWAY.replace("difficulty: easy", "difficulty: challenging\ntimeline: 2-3 months").replace(old, new)
    small_site(site, {KEY: text})
    assert [each.fault.name for each in diagnostics(site)] == [fault]


LINKED = PATHWAY.replace("## Roadmap", "[Away](https://a.example/).\n\n## Roadmap")
BACK = PATHWAY.replace("from: cook\nto: baker", "from: baker\nto: cook").replace(
    "Heat is", "[Off](https://b.example/). Heat is"
)


def read(site: Path, **terms: Any) -> Content:
    return read_content(
        site / "content", PurePosixPath("content"), Terms(today=TODAY, **terms), lambda _done, _total: None
    )


def test_whole_pathways_and_outside_links_are_kept_only_where_they_are_asked_for(site: Path) -> None:
    small_site(site, {KEY: LINKED, "pathways/baker-to-cook.md": BACK.replace("difficulty", "draft: true\ndifficulty")})
    assert (read(site).pathways, read(site).outside_links) == ({}, ())
    whole = read(site, keeps_pathways=True, keeps_outside_links=True)
    assert sorted(whole.pathways) == ["baker-to-cook", "cook-to-baker"], "a draft is whole, too"
    assert all(isinstance(each, Pathway) for each in whole.pathways.values())
    assert [each.url for each in whole.outside_links] == ["https://b.example/", "https://a.example/"]
    assert whole.catalog == read(site).catalog
    assert list(whole.catalog.listings_by_slug) == ["cook-to-baker"]


def test_outside_links_are_those_of_the_files_that_are_looked_at(site: Path) -> None:
    small_site(
        site, {KEY: LINKED.replace("[Away]", "[Back](baker-to-cook.md), [away]"), "pathways/baker-to-cook.md": BACK}
    )
    some = read(site, only=frozenset({KEY}), keeps_outside_links=True)
    assert [each.url for each in some.outside_links] == ["https://a.example/"]
