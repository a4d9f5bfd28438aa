"""What is done with one file is the same here and in a worker process, and only small facts come of it."""

import os
import pickle
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from site_gen.build import work as working
from site_gen.build.documents import Reader
from site_gen.build.draw import PathwayPages, Templates
from site_gen.build.files import ContentFolder
from site_gen.build.site import build_site, check_site
from site_gen.build.templates import packaged_templates
from site_gen.build.work import Gathered, Work, do_all, without_prose
from site_gen.model.card import PathwayFacts
from site_gen.model.page import PlainPage
from site_gen.model.role import Role
from site_gen.model.site import Site
from site_gen.model.skill import SkillNames
from site_gen.render.assets import Assets
from site_gen.render.frame import make_frame
from tests.mistakes import all_mistakes, spoil
from tests.samples import BAKER, COOK
from tests.sites import PATHWAY, copy_site, options, small_site, tree

TODAY = date(2026, 1, 10)
KEY = "pathways/cook-to-baker.md"
LINKED = "See [one](https://a.example/) and [another](../roles/cook.md).\n\n## Roadmap"
ASSETS = Assets(stylesheet="s.css", theme="t.js", script="a.js", icon="i.svg", files=())


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return small_site(tmp_path)


def work_of(site: Path, **changes: Any) -> Work:
    """What is done with the files of a site whose roles are known, and no page drawn."""
    made = Work(
        reader=Reader(
            folder=ContentFolder(path=site / "content", shown=PurePosixPath("content")), currency="USD", overlay={}
        ),
        site=Site(),
        skill_names=SkillNames(names_by_key={}),
        roles_by_id={"cook": COOK, "baker": BAKER},
    )
    return replace(made, **changes)


def pages_of(site: Path) -> PathwayPages:
    (site / "new").mkdir()
    return PathwayPages(
        site=Site(),
        frame=make_frame(Site(), (), ASSETS),
        templates=Templates((packaged_templates(),)),
        site_folder=site,
        shown=PurePosixPath(),
        folder=site / "new",
        ways_out={},
        today=TODAY,
        with_drafts=False,
    )


def faults(gathered: Gathered) -> list[str]:
    return [each.fault.name for each in gathered.found]


def test_a_pathway_becomes_its_small_facts(site: Path) -> None:
    small_site(site, {KEY: PATHWAY.replace("## Roadmap", LINKED)})
    made = work_of(site).do(KEY)
    assert isinstance(made.value, PathwayFacts)
    assert (made.key, made.value.slug, faults(made), made.is_faulty) == (KEY, "cook-to-baker", [], False)
    assert made.value.figures is not None
    assert [link.target for link in made.links or ()] == ["roles/cook.md"]
    assert (made.pathway, made.outside_links, made.has_page) == (None, (), False)


def test_what_is_whole_and_what_leads_outside_is_kept_where_it_is_asked_for(site: Path) -> None:
    small_site(site, {KEY: PATHWAY.replace("## Roadmap", LINKED)})
    made = work_of(site, keeps_pathways=True, keeps_outside_links=True).do(KEY)
    assert made.pathway is not None
    assert made.pathway.roadmap is not None
    assert [link.url for link in made.outside_links] == ["https://a.example/"]


def test_a_pathway_without_one_of_its_roles_has_no_figures_and_no_page(site: Path) -> None:
    made = work_of(site, roles_by_id={"cook": COOK}, pages=pages_of(site)).do(KEY)
    assert isinstance(made.value, PathwayFacts)
    assert (made.value.figures, made.has_page, made.template_fault) == (None, False, None)
    assert tree(site / "new") == {}


def test_roles_and_pages_stay_whole(site: Path) -> None:
    small_site(site, {"pages/about.md": "---\ntitle: About\n---\n\nWords.\n"})
    work = work_of(site, roles_by_id={}, pages=None)
    assert isinstance(work.do("roles/cook.md").value, Role)
    assert isinstance(work.do("pages/about.md").value, PlainPage)


def test_a_page_is_drawn_where_the_pathway_was_read(site: Path) -> None:
    made = work_of(site, pages=pages_of(site)).do(KEY)
    assert (made.has_page, made.template_fault) == (True, None)
    assert list(tree(site / "new")) == ["pathways/cook-to-baker.html"]


def test_a_draft_is_judged_and_not_drawn(site: Path) -> None:
    draft = PATHWAY.replace("difficulty: easy", "draft: true\ndifficulty: challenging")
    small_site(site, {KEY: draft})
    made = work_of(site, pages=pages_of(site)).do(KEY)
    assert (faults(made), made.has_page, tree(site / "new")) == (["difficulty-unexplained"], False, {})


def test_a_pathway_is_judged_against_its_roles(site: Path) -> None:
    small_site(site, {KEY: PATHWAY.replace("difficulty: easy", "difficulty: challenging")})
    assert faults(work_of(site).do(KEY)) == ["difficulty-unexplained"]


@pytest.mark.parametrize(
    ("key", "text"),
    [
        pytest.param("pathways/cook-to-bread.md", PATHWAY, id="a-file-that-names-other-roles"),
        pytest.param(KEY, PATHWAY.replace("to: baker", "to: potter"), id="a-role-that-is-not-there"),
        pytest.param("pathways/cook-to-cook.md", PATHWAY.replace("to: baker", "to: cook"), id="one-role-twice"),
    ],
)
def test_nothing_is_held_against_roles_that_are_not_settled(site: Path, key: str, text: str) -> None:
    small_site(site, {key: text.replace("difficulty: easy", "difficulty: challenging")})
    assert faults(work_of(site).do(key)) == []


def test_what_cannot_be_made_out_is_not_added_up(site: Path) -> None:
    """Of two weeks one could not be read: the timeline may be right."""
    text = PATHWAY.replace("difficulty: easy", "difficulty: easy\ntimeline: 9 months")
    small_site(site, {KEY: text})
    assert faults(work_of(site).do(KEY)) == ["timeline-disagrees"]
    small_site(site, {KEY: f"{text}\n### Ovens\n\n- Mend one.\n"})
    assert faults(work_of(site).do(KEY)) == ["phase-without-weeks"]


def test_skills_are_not_compared_while_their_file_has_a_fault(site: Path) -> None:
    owned = "## Transferable skills\n\n### Dough\n\nYes."
    new = "## Skills to learn\n\n### Dough (important, 2 weeks)\n\nNo."
    small_site(site, {KEY: PATHWAY.replace("## Roadmap", f"{owned}\n\n{new}\n\n## Roadmap")})
    assert faults(work_of(site).do(KEY)) == ["skill-owned-and-to-learn"]
    assert faults(work_of(site, skill_names=None).do(KEY)) == []


def test_a_role_is_judged_alone(site: Path) -> None:
    pay = "salary: {low: 50, median: 65, high: 80, source: Mine}\n"
    small_site(site, {"roles/cook.md": f"---\nname: Cook\nfamily: Kitchen\n{pay}---\n\nCooks.\n"})
    assert faults(work_of(site).do("roles/cook.md")) == ["implausible-pay"]


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        pytest.param("roles/cook.md", "---\nname: [\n---\n", (False, True, False), id="front-matter-that-is-none"),
        pytest.param("roles/Cook.md", "---\nname: Cook\nfamily: K\n---\n\nX.\n", (True, True, False), id="a-bad-name"),
        pytest.param(KEY, "---\ndraft: true\nfrom: cook\n---\n\nX.\n", (False, True, True), id="a-draft-half-written"),
    ],
)
def test_a_file_that_cannot_be_linked_to_is_faulty(
    site: Path, key: str, text: str, expected: tuple[bool, bool, bool]
) -> None:
    small_site(site, {key: text})
    made = work_of(site).do(key)
    assert faults(made)
    assert (made.value is not None, made.is_faulty, made.draft) == expected


def test_a_file_without_a_value_still_has_its_links(site: Path) -> None:
    small_site(site, {KEY: PATHWAY.replace("reviewed: 2026-01-10\n", "").replace("## Roadmap", LINKED)})
    made = work_of(site, keeps_outside_links=True).do(KEY)
    assert made.value is None
    assert [link.target for link in made.links or ()] == ["roles/cook.md"]
    assert [link.url for link in made.outside_links] == ["https://a.example/"]


def test_a_role_goes_to_workers_without_its_prose() -> None:
    bare = without_prose(COOK)
    assert (bare.name, bare.pay, bare.outlook, bare.zone) == (COOK.name, COOK.pay, COOK.outlook, COOK.zone)
    assert (bare.about.html, bare.links, bare.anchors) == ("", (), frozenset())


@pytest.fixture
def executor() -> Iterator[Executor]:
    with ProcessPoolExecutor(max_workers=2) as pool:
        yield pool


KEYS = ["roles/cook.md", "pathways/cook-to-baker.md", "pages/9.md", "roles/baker.md", "pages/1.md", "pages/8.md"]


def many(site: Path) -> Work:
    page = "---\ntitle: A page\n---\n\n[Away](https://a.example/).\n"
    small_site(site, {"pages/1.md": page, "pages/8.md": "---\ntitel: x\n---\n", "pages/9.md": page})
    return work_of(site, keeps_pathways=True, keeps_outside_links=True)


def test_a_worker_gives_what_is_given_here_in_the_order_asked_for(
    site: Path, executor: Executor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(working, "SHARE", 2)
    work = many(site)
    here = do_all(work, KEYS, executor=None, advance=lambda _done, _total: None)
    assert list(here) == [each.key for each in here.values()] == KEYS
    assert any(each.found for each in here.values())
    there = do_all(work, KEYS, executor=executor, advance=lambda _done, _total: None)
    assert list(there) == KEYS
    assert there == here


def test_workers_are_asked_only_where_there_are_two_shares(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Asked(Executor):
        def map(self, *_: Any, **__: Any) -> Iterator[Any]:
            raise InterruptedError

    work = many(site)
    monkeypatch.setattr(working, "SHARE", 6)
    assert list(do_all(work, KEYS, executor=Asked(), advance=lambda _done, _total: None)) == KEYS
    monkeypatch.setattr(working, "SHARE", 5)
    with pytest.raises(InterruptedError):
        do_all(work, KEYS, executor=Asked(), advance=lambda _done, _total: None)


def test_each_share_is_told(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(working, "SHARE", 4)
    steps: list[tuple[int, int]] = []
    do_all(many(site), KEYS, executor=None, advance=lambda *step: steps.append(step))
    assert steps == [(4, 6), (6, 6)]
    assert do_all(many(site), [], executor=None, advance=lambda *step: steps.append(step)) == {}


def test_work_travels(site: Path) -> None:
    work = work_of(site, pages=pages_of(site))
    arrived: Work = pickle.loads(pickle.dumps(work))
    there, page = arrived.do(KEY), tree(site / "new")
    (site / "new/pathways/cook-to-baker.html").unlink()
    assert there.has_page
    assert (work.do(KEY), tree(site / "new")) == (there, page)


MISTAKES = [each.name for each in all_mistakes() if each.group == "front matter"]


@pytest.mark.parametrize("spoiled", [False, True], ids=["as-it-is", "full-of-mistakes"])
def test_jobs_change_no_byte_and_no_diagnostic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoiled: bool) -> None:
    site = copy_site(tmp_path)
    if spoiled:
        assert spoil(site, MISTAKES)
    monkeypatch.setattr(working, "SHARE", 2)
    one = build_site(options(site, output=tmp_path / "one", jobs=1))
    drawn_here: list[str] = []
    draw = PathwayPages.draw
    parent = os.getpid()

    def note(pages: PathwayPages, pathway: Any, card: Any) -> Any:
        if os.getpid() == parent:
            drawn_here.append(pathway.slug)
        return draw(pages, pathway, card)

    monkeypatch.setattr(PathwayPages, "draw", note)
    two = build_site(options(site, output=tmp_path / "two", jobs=2))
    assert drawn_here == []
    assert two == one
    assert one.published is not spoiled
    assert bool(one.diagnostics) is spoiled
    assert tree(tmp_path / "one") == tree(tmp_path / "two")
    assert check_site(options(site, jobs=2)).diagnostics == one.diagnostics
