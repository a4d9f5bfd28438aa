"""A site of which little has changed is built by a look at its files: no more is read, and no more is made."""

import os
import random
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from site_gen.build import again, making, overview
from site_gen.build.again import Memory
from site_gen.build.overview import look_over
from site_gen.build.site import Report
from tests.build.generations import killed_at
from tests.build.workshop import TODAY, Workshop, workshop
from tests.sites import tree, without_kept

STORE = ".cache/waymark/traces.sqlite"
GUIDE = "cook-to-baker"
KEY = f"pathways/{GUIDE}.md"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    """A site that was built, as if some time had gone by since its files were written."""
    monkeypatch.setattr("site_gen.build.stamps._UNSURE", -(10**12))
    site = workshop(tmp_path / "site")
    site.write("templates/assets/print.css", "main { order: 1; }")
    site.write("content/pathways/ovens.txt", "no pathway")
    site.set("severity", "{W204: warning, W408: warning}")
    site.build()
    return site


@pytest.fixture
def wide(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Grows by a word whenever a build looks through everything."""
    times: list[str] = []
    real = making.make_site

    def make_site(*given: object, **more: object) -> Report:
        times.append("wide")
        return real(*given, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(making, "make_site", make_site)
    return times


def hold_to_clean(site: Workshop, report: Report, tmp_path: Path) -> None:
    """Whether a site and what is said of it are those of somebody who has never built it before."""
    clean = site.build_clean(tmp_path / "clean")
    assert (report.published, report.diagnostics) == (clean.published, clean.diagnostics)
    assert (report.pages, report.files, report.checked) == (clean.pages, clean.files, clean.checked)
    assert set(report.overrides) == set(clean.overrides)
    whole = tree(tmp_path / "clean/output")
    assert without_kept(tree(site.folder / "output"), whole) == whole


def test_a_site_of_which_nothing_has_changed_is_only_looked_at(site: Workshop, wide: list[str], tmp_path: Path) -> None:
    report = site.build()
    assert (wide, report.reasons, report.made_again) == ([], {}, 0)
    hold_to_clean(site, report, tmp_path)


def test_of_a_text_that_has_changed_only_its_page_is_made(site: Workshop, wide: list[str], tmp_path: Path) -> None:
    for text in ("Heat is warmth.", "Heat the the oven.", "It cools."):
        site.guide(GUIDE, text=text)
        report = site.build()
        assert (wide, report.made_again, report.reasons) == ([], 1, {KEY: "its file has changed"})
    hold_to_clean(site, report, tmp_path)


def test_what_is_said_of_a_changed_text_is_said_and_then_no_more(
    site: Workshop, wide: list[str], tmp_path: Path
) -> None:
    site.guide(GUIDE, text="Heat the the oven.")
    told = site.build()
    said = [each.fault.name for each in told.diagnostics if each.place.path.endswith(KEY)]
    assert said == ["difficulty-too-low", "doubled-word"]
    site.guide(GUIDE, text="<!-- waymark: W408 off -->\n\nHeat the the oven.")
    silent = site.build()
    said = [each.fault.name for each in silent.diagnostics if each.place.path.endswith(KEY)]
    assert said == ["difficulty-too-low"]
    assert wide == []
    hold_to_clean(site, silent, tmp_path)


def test_an_error_in_a_changed_text_leaves_the_old_page(site: Workshop, wide: list[str]) -> None:
    before = tree(site.folder / "output")
    site.guide(GUIDE, text="FILL IN: what heat is")
    refused = site.build()
    assert (wide, refused.published, refused.pages, refused.made_again) == ([], False, 0, 0)
    assert tree(site.folder / "output") == before
    site.guide(GUIDE, text="Heat is heat.")
    assert site.build().published


WIDER: dict[str, Callable[[Workshop], object]] = {
    "facts": lambda site: site.guide(GUIDE, front={"summary": "To the ovens."}),
    "a heading others may link to": lambda site: site.guide(GUIDE, phase="Ovens"),
    "a role": lambda site: site.role("cook", front={"name": "Chef"}),
    "prose of a role": lambda site: site.role("cook", text="Cooks."),
    "a setting": lambda site: site.set("title", "Paths"),
    "skill names": lambda site: site.write("content/skills.yaml", "Dough: [Timing]\n"),
    "a page": lambda site: site.write("content/pages/about.md", "---\ntitle: Us\nsummary: Us.\n---\n\nWe.\n"),
    "an asset": lambda site: site.write("content/assets/a.txt", "two"),
    "a template": lambda site: site.write("templates/assets/print.css", "main { order: 2; }"),
    "another pathway": lambda site: site.guide("potter-to-cook"),
    "no such pathway": lambda site: site.remove(f"content/{KEY}"),
    "another file": lambda site: site.write("content/pathways/more.txt", "none"),
    "another day": lambda site: setattr(site, "today", TODAY + timedelta(days=1)),
    "drafts": lambda site: setattr(site, "drafts", True),
    "strict": lambda site: setattr(site, "strict", True),
    "a link": lambda site: (site.folder / "content/assets/link.txt").symlink_to("a.txt"),
    "a spoilt page": lambda site: (site.folder / f"output/pathways/{GUIDE}.html").write_text("mine"),
    "nothing left": lambda site: (site.folder / STORE).unlink(),
}


@pytest.mark.parametrize("change", WIDER.values(), ids=WIDER)
def test_all_else_is_looked_through(
    site: Workshop, wide: list[str], tmp_path: Path, change: Callable[[Workshop], object]
) -> None:
    site.guide(GUIDE, text="Heat is warmth.")
    change(site)
    report = site.build()
    assert wide == ["wide"]
    if report.published:
        hold_to_clean(site, report, tmp_path)


def test_a_draft_is_looked_through(site: Workshop, wide: list[str], tmp_path: Path) -> None:
    site.guide(GUIDE, front={"draft": "true"})
    site.build()
    site.guide(GUIDE, text="Heat the the oven.")
    report = site.build()
    assert wide == ["wide", "wide"]
    hold_to_clean(site, report, tmp_path)


def test_a_file_that_something_between_files_names_is_looked_through(
    site: Workshop, wide: list[str], tmp_path: Path
) -> None:
    for guide in ("cook-to-baker", "baker-to-waiter"):
        site.guide(guide, skills=("Organization",))
    site.guide("waiter-to-potter", skills=("Organisation",))
    assert any(each.related for each in site.build().diagnostics)
    site.guide("waiter-to-potter", text="It lasts.")
    report = site.build()
    assert wide == ["wide", "wide"]
    hold_to_clean(site, report, tmp_path)


def test_a_file_that_only_looks_changed_is_not_made_again(site: Workshop, wide: list[str]) -> None:
    os.utime(site.folder / "content" / KEY, (1, 1))
    assert site.build().reasons == {}
    assert site.build().reasons == {}
    assert wide == []


def test_a_file_that_was_just_written_is_known_by_its_bytes(
    site: Workshop, wide: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The time of a file may be too coarse to tell two changes apart."""
    monkeypatch.setattr("site_gen.build.stamps._UNSURE", 10**12)
    site.guide(GUIDE, text="Heat is warmth.")
    site.build()
    file = site.folder / "content" / KEY
    monkeypatch.setattr("site_gen.build.overview.glance_at", lambda state: (state.st_size, 1))
    monkeypatch.setattr(again, "glance_at", lambda state: (state.st_size, 1))
    file.write_text(file.read_text("utf-8").replace("warmth", "wormth"), "utf-8")
    monkeypatch.undo()
    report = site.build()
    assert "wormth" in (site.folder / f"output/pathways/{GUIDE}.html").read_text("utf-8")
    hold_to_clean(site, report, tmp_path)
    del wide


def test_many_changes_one_after_the_other_are_put_into_the_book(
    site: Workshop, wide: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(again, "FEW", 2)
    for number, guide in enumerate(("cook-to-baker", "baker-to-waiter", "waiter-to-potter")):
        site.guide(guide, text=f"Heat is {number}.")
        report = site.build()
    assert wide == ["wide"]
    hold_to_clean(site, report, tmp_path)
    site.role("cook", text="Cooks.")
    report = site.build()
    assert report.made_again < report.pages
    hold_to_clean(site, report, tmp_path / "again")


def test_a_wide_build_goes_on_from_narrow_ones(site: Workshop, wide: list[str], tmp_path: Path) -> None:
    site.guide(GUIDE, text="Heat is warmth.")
    site.build()
    site.guide("baker-to-waiter", front={"summary": "To the guests."})
    report = site.build()
    assert wide == ["wide"]
    assert KEY not in report.reasons
    assert report.made_again < report.pages
    hold_to_clean(site, report, tmp_path)


def _flips(size: int, number: random.Random) -> Iterator[int]:
    return (number.randrange(size) for _ in range(60))


def test_what_was_damaged_is_never_gone_by(site: Workshop, tmp_path: Path) -> None:
    store = site.folder / STORE
    clean = {}
    for text in ("Heat is warmth.", "Heat the the oven."):
        site.guide(GUIDE, text=text)
        report = site.build_clean(tmp_path / text[-5:])
        clean[text] = tree(tmp_path / text[-5:] / "output"), report.diagnostics
    site.build()
    whole = store.read_bytes()
    for turn, at in enumerate(_flips(len(whole), random.Random(1))):
        content = bytearray(store.read_bytes() if store.exists() else b"")
        if at < len(content):
            content[at] ^= 1 << turn % 8
            store.write_bytes(content)
        text = list(clean)[turn % 2]
        site.guide(GUIDE, text=text)
        report = site.build()
        assert (tree(site.folder / "output"), report.diagnostics) == clean[text]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a copy of this process is to be killed")
def test_a_build_that_is_killed_leaves_nothing_wrong_for_the_next(site: Workshop, tmp_path: Path) -> None:
    texts = ("Heat is warmth.", "Heat the the oven.")
    clean = {}
    for text in texts:
        site.guide(GUIDE, text=text)
        report = site.build_clean(tmp_path / text[-5:])
        clean[text] = tree(tmp_path / text[-5:] / "output"), report.diagnostics
    site.build()
    turn, killed = 1, True
    while killed:
        text = texts[turn // 3 % 2]
        site.guide(GUIDE, text=text)
        killed = killed_at(turn, site.build)
        report = site.build()
        assert (tree(site.folder / "output"), report.diagnostics) == clean[text]
        turn += 3
    assert turn > 60


class TestMemory:
    """One process that builds time and again, told of what has changed."""

    @pytest.fixture
    def memory(self, site: Workshop) -> Memory:
        memory = Memory()
        memory.note(None)
        site.build(memory)
        site.guide(GUIDE, front={"summary": "To the ovens."})
        memory.note({str(site.folder / "content" / KEY)})
        site.build(memory)
        assert memory.standing is not None
        return memory

    def edit(self, site: Workshop, memory: Memory, slug: str, text: str) -> Report:
        site.guide(slug, text=text)
        memory.note({str(site.folder / f"content/pathways/{slug}.md")})
        return site.build(memory)

    def test_looks_at_nothing_else(
        self, site: Workshop, memory: Memory, wide: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        real = overview._content
        monkeypatch.setattr(overview, "_content", None)
        for text in ("Heat is warmth.", "It cools."):
            report = self.edit(site, memory, GUIDE, text)
            assert (report.made_again, wide) == (1, [])
        monkeypatch.setattr(overview, "_content", real)
        hold_to_clean(site, report, tmp_path)

    def test_goes_on_where_others_have_just_been_changed(
        self, site: Workshop, memory: Memory, wide: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setattr("site_gen.build.stamps._UNSURE", 10**12)
        site.role("cook", text="Cooks.")
        memory.note({str(site.folder / "content/roles/cook.md")})
        site.build(memory)
        report = self.edit(site, memory, GUIDE, "Heat is warmth.")
        assert wide == ["wide"]
        hold_to_clean(site, report, tmp_path)

    def test_keeps_in_mind_what_could_not_be_built(
        self, site: Workshop, memory: Memory, wide: list[str], tmp_path: Path
    ) -> None:
        assert not self.edit(site, memory, GUIDE, "FILL IN: heat").published
        assert not self.edit(site, memory, "baker-to-waiter", "It lasts.").published
        report = self.edit(site, memory, GUIDE, "Heat is heat.")
        assert (report.published, set(report.reasons), wide) == (True, {"pathways/baker-to-waiter.md"}, [])
        hold_to_clean(site, report, tmp_path)

    def test_looks_through_all_where_anything_else_has_changed(
        self, site: Workshop, memory: Memory, wide: list[str], tmp_path: Path
    ) -> None:
        site.role("cook", front={"name": "Chef"})
        memory.note({str(site.folder / "content/roles/cook.md")})
        site.build(memory)
        site.remove("content/pathways/waiter-to-potter.md")
        memory.note({str(site.folder / "content/pathways/waiter-to-potter.md")})
        report = site.build(memory)
        assert wide == ["wide", "wide"]
        hold_to_clean(site, report, tmp_path)

    def test_forgets_where_it_is_not_known_what_has_changed(
        self, site: Workshop, memory: Memory, tmp_path: Path
    ) -> None:
        site.role("cook", front={"name": "Chef"})
        memory.note(None)
        report = site.build(memory)
        assert memory.standing is not None
        hold_to_clean(site, report, tmp_path)

    def test_goes_by_nothing_that_another_process_has_changed(
        self, site: Workshop, memory: Memory, tmp_path: Path
    ) -> None:
        site.role("cook", front={"name": "Chef"})
        site.build()
        report = self.edit(site, memory, GUIDE, "Heat is warmth.")
        hold_to_clean(site, report, tmp_path)


def test_the_overview_tells_of_every_file(tmp_path: Path) -> None:
    site = workshop(tmp_path)
    site.write("templates/x.html", "x")
    seen = [look_over(tmp_path)]
    for name in ("content/roles/more.md", "content/assets/deep/x.txt", "templates/y.html", "content/pathways/x.txt"):
        site.write(name, "x")
        seen.append(look_over(tmp_path))
    assert len({each.surroundings for each in seen if each}) == len(seen)
    for name in ("content/.hidden", "content/assets/x.txt~", "content/.git/x"):
        site.write(name, "x")
        assert look_over(tmp_path) == seen[-1]
    last = seen[-1]
    assert last is not None
    assert set(last.pathways) == {f"pathways/{slug}.md" for slug in site.guides}
    assert last.newest > (tmp_path / "content/pathways/x.txt").stat().st_mtime_ns - 1
    (tmp_path / "content/pages.md").mkdir()
    assert look_over(tmp_path) is None
