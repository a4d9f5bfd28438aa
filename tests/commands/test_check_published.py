"""`waymark check --published`: addresses that would be lost are said and mended; only a manifest will do."""

from pathlib import Path

import pytest

from tests.commands.running import run
from tests.sites import PATHWAY, small_site

OLD, NEW = "pathways/cook-to-baker.md", "pathways/cook-to-bread-baker.md"


@pytest.fixture
def published(site: Path) -> Path:
    """The manifest of the site as it was published, before a role and its pathway got another name."""
    assert run("build", "--quiet").exit_code == 0
    manifest = site / "published.json"
    (site / "output/api/manifest.json").rename(manifest)
    content = site / "content"
    (content / "roles/baker.md").rename(content / "roles/bread-baker.md")
    (content / OLD).unlink()
    small_site(site, {NEW: PATHWAY.replace("to: baker", "to: bread-baker")})
    (content / OLD).unlink()
    (content / "roles/baker.md").unlink()
    return manifest


def test_nothing_is_said_of_what_is_still_there(site: Path) -> None:
    assert run("build", "--quiet").exit_code == 0
    result = run("check", "--published", "output/api/manifest.json")
    assert (result.exit_code, result.output) == (0, "3 files checked: nothing to mend.\n")
    assert (site / "output").is_dir()


def test_lost_addresses_are_said_where_they_can_be_mended(published: Path) -> None:
    assert run("check").output == "3 files checked: nothing to mend.\n"
    result = run("check", "--published", published.name)
    assert result.exit_code == 0
    assert (
        f"content/{NEW}:2:7: warning W214 lost-address\n"
        "  `pathways/cook-to-baker.html` was published, and leads nowhere now\n" in result.stderr
    )
    assert "  help: if this is the pathway that was there, write `aliases: [cook-to-baker]`" in result.stderr
    assert "published.json:1:1: warning W214 lost-address\n  `roles/baker.html` was published" in result.stderr
    assert run("check", "--strict", "--published", published.name).exit_code == 1


def test_aliases_can_be_written_by_themselves(site: Path, published: Path) -> None:
    run("check", "--published", published.name, "--unsafe-fixes")
    assert "to: bread-baker\naliases: [cook-to-baker]\n" in (site / "content" / NEW).read_text("utf-8")
    assert "cook-to-baker.html" not in run("check", "--published", published.name).stderr


def test_of_one_file_only_its_own_losses_are_said(published: Path) -> None:
    assert "W214" not in run("check", "--published", published.name, "content/roles").stderr
    assert "1 warning" in run("check", "--published", published.name, f"content/{NEW}").stderr


@pytest.mark.parametrize(
    ("content", "why"),
    [
        pytest.param(None, "No such file or directory", id="no-file"),
        pytest.param(b"<html>", "it is not JSON", id="a-page"),
        pytest.param(b"\xff", "it is not UTF-8", id="bytes"),
        pytest.param(b'{"kind": "index"}', 'it does not say `"kind": "manifest"`', id="another-file"),
    ],
)
def test_anything_but_a_manifest_is_wrong_usage(site: Path, content: bytes | None, why: str) -> None:
    if content is not None:
        (site / "m.json").write_bytes(content)
    result = run("check", "--published", "m.json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"--published m.json is not the manifest of a site: {why}." in " ".join(result.stderr.split())
