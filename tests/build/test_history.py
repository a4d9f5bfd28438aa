"""The day of a guide's last change comes from its front matter or from git, and never from half a history."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from site_gen.build.history import NoHistory, days_of_commits
from tests.build.workshop import Workshop, workshop
from tests.sites import tree

GUIDE = "content/pathways/cook-to-baker.md"


def git(folder: Path, *command: str, on: str = "2026-01-02T12:00:00+00:00") -> None:
    who = {f"GIT_{role}_{what}": "a@b.example" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment = {**os.environ, **who, "GIT_AUTHOR_DATE": on, "GIT_COMMITTER_DATE": on}
    subprocess.run(["git", *command], cwd=folder, env=environment, check=True, capture_output=True)


def commit(site: Workshop, on: str) -> None:
    git(site.folder, "add", "content", on=on)
    git(site.folder, "commit", "--quiet", "--allow-empty", "-m", "a change", on=on)


@pytest.fixture
def site(tmp_path: Path) -> Workshop:
    """A site in a repository, all of it of one commit, that asks git for dates."""
    made = workshop(tmp_path / "site")
    made.set("base_url", "https://ways.example/")
    made.set("dates_from_git", "true")
    git(made.folder, "init", "--quiet")
    commit(made, "2026-01-02T12:00:00+00:00")
    return made


def page(site: Workshop, slug: str = "cook-to-baker") -> str:
    return (site.folder / f"output/pathways/{slug}.html").read_text("utf-8")


def days(site: Workshop) -> Mapping[str, date]:
    return days_of_commits(site.folder / "content")


def test_a_file_is_of_the_day_of_its_last_commit(site: Workshop) -> None:
    site.guide("cook-to-baker", text="Bread is slow.")
    commit(site, "2026-01-07T23:30:00-08:00")
    assert days(site)["pathways/cook-to-baker.md"] == date(2026, 1, 7), "the day of who made it"
    assert days(site)["pathways/baker-to-waiter.md"] == date(2026, 1, 2)


def test_names_of_any_letters_and_files_elsewhere_are_no_trouble(site: Workshop) -> None:
    site.write("content/pages/é — ü.md", "---\ntitle: A\n---\n\nWords.\n")
    site.write("elsewhere.md", "one")
    git(site.folder, "add", ".")
    commit(site, "2026-01-08T12:00:00+00:00")
    assert days(site)["pages/é — ü.md"] == date(2026, 1, 8)
    assert [key for key in days(site) if "elsewhere" in key] == []


def test_the_page_the_sitemap_and_the_feed_say_it(site: Workshop) -> None:
    site.guide("cook-to-baker", text="Bread is slow.")
    commit(site, "2026-01-08T12:00:00+00:00")
    assert site.build().published
    assert "Reviewed January 5, 2026." in page(site)
    assert "Last updated January 8, 2026." in page(site)
    assert '"dateModified":"2026-01-08"' in page(site).replace(": ", ":")
    files = tree(site.folder / "output")
    assert b"cook-to-baker.html</loc><lastmod>2026-01-08<" in files["sitemap.xml"]
    assert b"<updated>2026-01-08T00:00:00Z</updated>" in files["feed.xml"]
    assert b'"updated": "2026-01-08"' in files["api/pathways/cook-to-baker.json"]
    assert b"Last updated January 8, 2026." in files["pathways/cook-to-baker.md"]


def test_a_review_after_the_last_commit_is_the_later_date(site: Workshop) -> None:
    assert site.build().published
    assert "Last updated January 2, 2026." in page(site)
    assert b"cook-to-baker.html</loc><lastmod>2026-01-05<" in tree(site.folder / "output")["sitemap.xml"]


def test_what_a_guide_says_itself_goes_before_git(site: Workshop) -> None:
    site.guide("cook-to-baker", front={"updated": "2026-01-04"})
    commit(site, "2026-01-09T12:00:00+00:00")
    assert site.build().published
    assert "Last updated January 4, 2026." in page(site)


def test_a_file_in_no_commit_has_no_such_day(site: Workshop) -> None:
    site.guide("potter-to-cook")
    assert site.build().published
    assert "Last updated" not in page(site, "potter-to-cook")
    assert "Last updated" in page(site)


def test_without_the_setting_git_is_not_asked(site: Workshop) -> None:
    site.set("dates_from_git", "")
    assert site.build().published
    assert "Last updated" not in page(site)


def test_a_commit_alone_makes_again_the_pages_whose_date_it_changes(site: Workshop, tmp_path: Path) -> None:
    site.guide("cook-to-baker", text="Bread is slow.")
    site.build()
    assert "Last updated January 2, 2026." in page(site)
    commit(site, "2026-01-08T12:00:00+00:00")
    report = site.build()
    assert report.reasons[GUIDE.removeprefix("content/")] == "its last commit is of another day"
    assert "pathways/baker-to-waiter.md" not in report.reasons
    assert "Last updated January 8, 2026." in page(site)
    shutil.copytree(site.folder, tmp_path / "clean", ignore=shutil.ignore_patterns("output", ".cache", ".output*"))
    Workshop(tmp_path / "clean").build()
    assert tree(site.folder / "output") == tree(tmp_path / "clean/output")


def test_a_shallow_clone_is_refused_with_help_and_the_site_stays(site: Workshop, tmp_path: Path) -> None:
    commit(site, "2026-01-08T12:00:00+00:00")
    git(tmp_path, "clone", "--quiet", "--depth", "1", site.folder.as_uri(), "shallow")
    shallow = Workshop(tmp_path / "shallow")
    report = shallow.build()
    (found,) = [each for each in report.diagnostics if each.fault.code == "W513"]
    assert not report.published
    assert (found.place.path, found.place.line) == ("content/site.yaml", 3)
    assert found.message == "this is a shallow clone, in which most files seem to be as new as its oldest commit"
    assert "`fetch-depth: 0`" in (found.help or "")
    git(shallow.folder, "fetch", "--quiet", "--unshallow")
    assert shallow.build().published


def test_where_there_is_no_repository_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    made = workshop(tmp_path / "site")
    made.set("dates_from_git", "true")
    report = made.build()
    assert not report.published
    (found,) = [each for each in report.diagnostics if each.fault.code == "W513"]
    assert found.message.startswith("git can't tell the history of the content: not a git repository")


def test_where_there_is_no_git_it_is_said(site: Workshop, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoHistory, match="git isn't installed"):
        days(site)
