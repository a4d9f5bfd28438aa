"""`waymark check` with paths: which site they lie in, which files they mean, and what is said of others."""

import os
from pathlib import Path

import pytest

from tests.commands.running import MISSPELT, codes, run
from tests.sites import small_site


def test_a_file_is_found_from_outside_its_site(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small_site(site, MISSPELT)
    monkeypatch.chdir(tmp_path)
    assert run("check", "site/content/pathways/cook-to-baker.md").stderr.startswith(
        "site/content/pathways/cook-to-baker.md:5:13: error W102 unknown-difficulty\n"
    )


def test_a_file_is_found_from_inside_its_folder(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small_site(site, MISSPELT)
    monkeypatch.chdir(site / "content" / "pathways")
    assert run("check", "cook-to-baker.md").stderr.startswith(
        "../../content/pathways/cook-to-baker.md:5:13: error W102"
    )


@pytest.mark.parametrize("folder", ["content", "content/roles"])
def test_a_site_is_found_from_inside_its_content_without_a_path(
    site: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    small_site(site, MISSPELT)
    monkeypatch.chdir(site / folder)
    up = "../" * (folder.count("/") + 1)
    assert run("check").stderr.startswith(f"{up}content/pathways/cook-to-baker.md:5:13: error W102")


@pytest.mark.parametrize(
    ("link", "target", "path"),
    [
        pytest.param("roles", "content/roles", "roles", id="a link to a folder"),
        pytest.param("roles", "content/roles", "roles/cook.md", id="a file behind it"),
        pytest.param("cook.md", "content/roles/cook.md", "cook.md", id="a link to a file"),
        pytest.param("all", "content", "all", id="a link to the content folder"),
    ],
)
def test_a_link_into_the_content_is_followed(site: Path, link: str, target: str, path: str) -> None:
    small_site(site, {"roles/cook.md": "---\nname: Cook\nfamly: Kitchen\n---\n\nCooks.\n"})
    (site / link).symlink_to(target)
    assert codes(path) == [("roles/cook.md", "W101")]


def test_a_file_that_may_not_be_read_is_a_fault_of_its_own(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert site.is_dir()
    access, opened = os.access, os.open

    def closed(path: str | Path, mode: int, **more: bool) -> bool:
        return not str(path).endswith("cook.md") and access(path, mode, **more)

    def refuse(path: str | Path, flags: int, mode: int = 0o777, **more: int) -> int:
        if str(path).endswith("cook.md"):
            raise PermissionError(path)
        return opened(path, flags, mode, **more)

    monkeypatch.setattr(os, "access", closed)
    monkeypatch.setattr(os, "open", refuse)
    result = run("check", "content/roles/cook.md")
    assert result.exit_code == 1
    assert result.stderr.startswith("content/roles/cook.md:1:1: error W009 unreadable-file\n")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        pytest.param(
            "content/pathways/cook-to-bakr.md",
            "There is no file content/pathways/cook-to-bakr.md. Did you mean content/pathways/cook-to-baker.md?",
            id="a misspelt file",
        ),
        pytest.param("content/xyzzy", "There is no file content/xyzzy.", id="no such file"),
        pytest.param(
            "roles/cook.md",
            "There is no file roles/cook.md. Did you mean content/roles/cook.md?",
            id="a file from the wrong folder",
        ),
        pytest.param(
            "contnet/roles/cook.md",
            "There is no file contnet/roles/cook.md. Did you mean content/roles/cook.md?",
            id="a misspelt content folder",
        ),
        pytest.param("nope.md", "There is no file nope.md.", id="no such file elsewhere"),
        pytest.param(
            "README.md",
            "README.md is not below the content folder, so there is nothing to check in it.",
            id="a file elsewhere",
        ),
        pytest.param(
            "content/.hidden.md",
            "content/.hidden.md is hidden or a spare copy, so it is no part of the site.",
            id="hidden",
        ),
    ],
)
def test_a_path_that_is_no_content_is_wrong_usage(site: Path, path: str, reason: str) -> None:
    (site / "content" / ".hidden.md").write_text("x")
    (site / "README.md").write_text("x")
    result = run("check", path)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith(f"\nError: {reason}\n")
