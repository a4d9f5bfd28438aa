"""Whatever an author does to files is noticed, whether the system tells of it or the files have to be looked at."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest

from site_gen.serve import lookout as lookout_module
from site_gen.serve.events import Events
from site_gen.serve.lookout import Lookout

GUIDE = "content/pathways/a.md"
WAIT = lookout_module.NET - 1
"""Seconds, of which a test takes a few tenths if all is well: less than until everything is looked at in any case."""


@pytest.fixture(params=["told by the system", "by looking"])
def told(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether the system tells of changes: each test is of both."""
    if request.param == "by looking":
        monkeypatch.setattr(lookout_module, "open_events", lambda _site, _tell: None)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    for name in (GUIDE, "content/pathways/b.md", "content/site.yaml", "templates/page.html"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("before", encoding="utf-8")
    return folder


@asynccontextmanager
async def watching(site: Path) -> AsyncIterator[Lookout]:
    """A lookout that has begun to look."""
    with ThreadPoolExecutor(max_workers=1) as worker:
        lookout = Lookout(site, worker)
        looking = asyncio.create_task(lookout.keep_looking())
        await asyncio.sleep(0.2)
        yield lookout
        looking.cancel()
        with suppress(asyncio.CancelledError):
            await looking


def noticed(site: Path, do: Callable[[Path], object], *, until: str) -> set[str]:
    """Everything that is noticed of what somebody does, until the path `until` is; paths are below the site."""

    async def look() -> set[str]:
        found: set[str] = set()
        async with watching(site) as lookout:
            do(site)
            while until not in found:
                burst = await asyncio.wait_for(lookout.next_burst(), WAIT)
                found |= {os.path.relpath(path, site) for path in burst}
        return found

    return asyncio.run(look())


def save(site: Path, name: str = GUIDE, text: str = "after") -> None:
    (site / name).write_text(text, encoding="utf-8")


def save_by_renaming(site: Path) -> None:
    """As Vim does: the old file becomes a backup, and a new one is written."""
    file = site / GUIDE
    file.rename(f"{file}~")
    file.write_text("after", encoding="utf-8")
    Path(f"{file}~").unlink()


def save_beside(site: Path) -> None:
    """As many do: the new file is written under a hidden name, which is then changed."""
    other = site / "content" / "pathways" / ".a.md.swp"
    other.write_text("after", encoding="utf-8")
    other.rename(site / GUIDE)


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize(
    "do",
    [
        pytest.param(save, id="written over"),
        pytest.param(save_by_renaming, id="renamed and written"),
        pytest.param(save_beside, id="written beside and renamed"),
        pytest.param(lambda site: (site / GUIDE).unlink(), id="removed"),
        pytest.param(lambda site: (site / GUIDE).chmod(0o600), id="closed to others"),
        pytest.param(lambda site: (site / GUIDE).rename(site.parent / "a.md"), id="moved away"),
    ],
)
def test_save_is_noticed_as_that_file_and_no_other(site: Path, do: Callable[[Path], object]) -> None:
    assert noticed(site, do, until=GUIDE) == {GUIDE}


def in_a_new_folder(site: Path) -> None:
    (site / "content" / "assets" / "deep").mkdir(parents=True)
    save(site, "content/assets/deep/a.svg")


def after_the_folder_is_made_again(site: Path) -> None:
    shutil.rmtree(site / "content")
    (site / "content" / "pathways").mkdir(parents=True)
    save(site, "content/pathways/new.md")


def moved_in(site: Path) -> None:
    folder = site.parent / "pictures"
    folder.mkdir()
    (folder / "a.svg").write_text("x", encoding="utf-8")
    folder.rename(site / "content" / "assets")


def in_new_templates(site: Path) -> None:
    shutil.rmtree(site / "templates")
    (site / "templates").mkdir()
    save(site, "templates/new.html")


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize(
    ("do", "until"),
    [
        pytest.param(lambda site: save(site, "content/new.md"), "content/new.md", id="a new file"),
        pytest.param(lambda site: save(site, "content/site.yaml"), "content/site.yaml", id="the settings"),
        pytest.param(lambda site: save(site, "templates/page.html"), "templates/page.html", id="a template"),
        pytest.param(in_a_new_folder, "content/assets/deep/a.svg", id="a file in a new folder"),
        pytest.param(moved_in, "content/assets/a.svg", id="a folder that was moved here"),
        pytest.param(
            lambda site: (site / "content/pathways").rename(site.parent / "away"), GUIDE, id="a folder moved away"
        ),
        pytest.param(after_the_folder_is_made_again, "content/pathways/new.md", id="a folder made again"),
        pytest.param(in_new_templates, "templates/new.html", id="templates made again"),
        pytest.param(lambda site: shutil.rmtree(site / "content"), GUIDE, id="everything removed"),
    ],
)
def test_what_comes_and_goes_is_noticed(site: Path, do: Callable[[Path], object], until: str) -> None:
    assert until in noticed(site, do, until=until)


@pytest.mark.usefixtures("told")
def test_folder_that_was_made_again_is_still_listened_to(site: Path) -> None:
    async def look() -> None:
        async with watching(site) as lookout:
            after_the_folder_is_made_again(site)
            await asyncio.sleep(0.5)
            await asyncio.wait_for(lookout.next_burst(), WAIT)
            save(site, "content/pathways/new.md", "once more")
            await asyncio.wait_for(lookout.next_burst(), lookout_module.NET / 2)

    asyncio.run(look())


@pytest.mark.usefixtures("told")
def test_content_that_is_a_link_is_noticed_by_the_name_in_the_site(site: Path) -> None:
    (site / "content").rename(site.parent / "elsewhere")
    (site / "content").symlink_to(site.parent / "elsewhere")
    assert noticed(site, save, until=GUIDE) == {GUIDE}
    settings = "content/site.yaml"
    assert noticed(site, lambda site: save(site, settings), until=settings) == {settings}


@pytest.mark.usefixtures("told")
def test_file_that_is_a_link_is_noticed_when_what_it_leads_to_is_saved(site: Path) -> None:
    (site / GUIDE).rename(site.parent / "a.md")
    (site / GUIDE).symlink_to(site.parent / "a.md")
    assert noticed(site, save, until=GUIDE) == {GUIDE}


def in_first_templates(site: Path) -> None:
    (site / "templates").mkdir()
    save(site, "templates/page.html")


@pytest.mark.usefixtures("told")
def test_templates_that_were_not_there_are_noticed(site: Path) -> None:
    shutil.rmtree(site / "templates")
    assert "templates/page.html" in noticed(site, in_first_templates, until="templates/page.html")


def ignored(site: Path) -> None:
    for name in ("content/.hidden.md", "content/a.md~", "content/.git/index", "output/a.html", ".cache/a", "notes.md"):
        (site / name).parent.mkdir(exist_ok=True)
        save(site, name)
    (site / GUIDE).read_bytes()


@pytest.mark.usefixtures("told")
def test_output_hidden_files_backups_and_reading_are_no_changes(site: Path) -> None:
    async def look() -> None:
        async with watching(site) as lookout:
            ignored(site)
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(lookout.next_burst(), 0.4)

    asyncio.run(look())


@pytest.mark.usefixtures("told")
def test_saves_before_anybody_looks_are_noticed(site: Path) -> None:
    async def look() -> frozenset[str]:
        with ThreadPoolExecutor(max_workers=1) as worker:
            lookout = Lookout(site, worker)
            save(site)
            looking = asyncio.create_task(lookout.keep_looking())
            found = await asyncio.wait_for(lookout.next_burst(), WAIT)
            looking.cancel()
            return found

    assert asyncio.run(look()) == {str(site / GUIDE)}


@pytest.mark.usefixtures("told")
def test_saves_while_a_build_runs_are_the_next_burst(site: Path) -> None:
    async def look() -> list[set[str]]:
        async with watching(site) as lookout:
            save(site)
            first = await asyncio.wait_for(lookout.next_burst(), WAIT)
            for number in range(5):  # while the first is built
                save(site, "content/pathways/b.md", f"after {number}")
                await asyncio.sleep(0.03)
            second = await asyncio.wait_for(lookout.next_burst(), WAIT)
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(lookout.next_burst(), 0.4)
            return [{Path(path).name for path in burst} for burst in (first, second)]

    assert asyncio.run(look()) == [{"a.md"}, {"b.md"}]


def test_change_that_the_system_did_not_tell_is_noticed_all_the_same(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lookout_module, "NET", 0.1)
    monkeypatch.setattr(Events, "renew", lambda _events, _folders: False)
    assert noticed(site, save, until=GUIDE) == {GUIDE}


def test_system_that_watches_too_much_already_is_no_longer_asked(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_events: Events, _folders: object) -> bool:
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr(Events, "renew", refuse)
    assert noticed(site, save, until=GUIDE) == {GUIDE}
