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

from site_gen.addresses import pathway_addresses
from site_gen.build import work as working
from site_gen.build.answers import digest_of_bytes, without_prose
from site_gen.build.documents import Reader
from site_gen.build.draw import PathwayPages
from site_gen.build.files import ContentFolder
from site_gen.build.gathered import Gathered
from site_gen.build.noting import Notebook
from site_gen.build.site import build_site, check_site
from site_gen.build.templates import packaged_templates
from site_gen.build.work import Desk, Done, Work, do_all
from site_gen.model.card import PathwayFacts
from site_gen.model.page import PlainPage
from site_gen.model.role import Role
from site_gen.model.site import Site
from site_gen.model.skill import SkillNames
from site_gen.render.assets import Assets
from site_gen.render.environment import make_environment
from site_gen.render.frame import make_frame
from tests.mistakes import all_mistakes, spoil
from tests.samples import BAKER, COOK
from tests.sites import PATHWAY, copy_site, options, small_site, tree

TODAY = date(2026, 1, 10)
KEY = "pathways/cook-to-baker.md"
LINKED = "See [one](https://a.example/) and [another](../roles/cook.md).\n\n## Roadmap"
ASSETS = Assets(stylesheet="s.css", theme="t.js", script="a.js", icon="i.svg", files=(), sheets={"embed": "e.css"})


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
    """How pages are drawn into a new folder, as a desk takes it."""
    (site / "new").mkdir()
    return PathwayPages(
        site=Site(),
        frame=make_frame(Site(), (), ASSETS),
        folders=(packaged_templates(),),
        site_folder=site,
        shown=PurePosixPath(),
        folder=site / "new",
        ways_out={},
        today=TODAY,
        with_drafts=False,
    )


def at_hand(pages: PathwayPages) -> PathwayPages:
    """The same with an environment, as a desk makes it."""
    return pages.noting(Site(), Notebook())


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
    made = work_of(site, roles_by_id={"cook": COOK}, pages=at_hand(pages_of(site))).do(KEY)
    assert isinstance(made.value, PathwayFacts)
    assert (made.value.figures, made.has_page, made.template_fault) == (None, False, None)
    assert tree(site / "new") == {}


def test_roles_and_pages_stay_whole(site: Path) -> None:
    small_site(site, {"pages/about.md": "---\ntitle: About\n---\n\nWords.\n"})
    work = work_of(site, roles_by_id={}, pages=None)
    assert isinstance(work.do("roles/cook.md").value, Role)
    assert isinstance(work.do("pages/about.md").value, PlainPage)


def test_a_page_is_drawn_where_the_pathway_was_read(site: Path) -> None:
    made = work_of(site, pages=at_hand(pages_of(site))).do(KEY)
    assert (made.has_page, made.template_fault) == (True, None)
    assert tree(site / "new").keys() == set(pathway_addresses("cook-to-baker"))


def test_a_draft_is_judged_and_not_drawn(site: Path) -> None:
    draft = PATHWAY.replace("difficulty: easy", "draft: true\ndifficulty: challenging")
    small_site(site, {KEY: draft})
    made = work_of(site, pages=at_hand(pages_of(site))).do(KEY)
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


def done(site: Path, key: str = KEY, text: str | None = None, **changes: Any) -> Done:
    """What a desk does with one file, which may say something else."""
    small_site(site, {} if text is None else {key: text})
    return Desk(work_of(site, **changes)).do(key)


def test_what_a_desk_has_done_unpacks_to_what_was_gathered(site: Path) -> None:
    made = done(site, text=PATHWAY.replace("## Roadmap", LINKED))
    assert replace(made.unpack(), content=b"") == replace(work_of(site).do(KEY), content=b"")
    assert made.content == digest_of_bytes((site / "content" / KEY).read_bytes())


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        pytest.param(KEY, PATHWAY, ("cook", "baker"), id="the-roles-of-a-pathway"),
        pytest.param(KEY, PATHWAY.replace("to: baker", "to: potter"), ("cook", "potter"), id="one-that-is-not-there"),
        pytest.param("roles/cook.md", None, ("cook", ""), id="the-id-of-a-role"),
        pytest.param("pages/about.md", "---\ntitle: About\n---\n\nX.\n", ("about", ""), id="the-name-of-a-page"),
        pytest.param(KEY, "no front matter", ("", ""), id="none-of-a-file-that-is-nothing"),
    ],
)
def test_where_a_file_belongs_is_known_without_unpacking(
    site: Path, key: str, text: str | None, expected: tuple[str, str]
) -> None:
    made = done(site, key, text)
    assert (made.key, made.origin, made.target) == (key, *expected)


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        pytest.param("", 0, id="no-day"),
        pytest.param("published: 2026-03-01\n", date(2026, 3, 1).toordinal(), id="a-day"),
        pytest.param("draft: true\n", -1, id="a-draft"),
        pytest.param("draft: true\npublished: 2026-03-01\n", -1, id="a-draft-with-a-day"),
    ],
)
def test_when_a_pathway_is_due_is_known_without_unpacking(site: Path, front: str, expected: int) -> None:
    assert done(site, text=PATHWAY.replace("difficulty:", f"{front}difficulty:")).due == expected
    assert done(site, "roles/cook.md").due == 0


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("", "", (0, 0), id="nothing-to-say"),
        pytest.param("difficulty: easy", "difficulty: challenging", (1, 0), id="a-finding"),
        pytest.param("summary:", "# waymark: review-overdue off\nsummary:", (0, 1), id="a-comment-on-severity"),
    ],
)
def test_whether_there_is_something_to_say_is_known_without_unpacking(
    site: Path, old: str, new: str, expected: tuple[int, int]
) -> None:
    made = done(site, text=PATHWAY.replace(old, new, 1))
    said = made.unpack()
    assert (len(said.found), len(said.overrides)) == expected
    assert made.is_faultless is (expected == (0, 0))


def test_a_template_that_fails_is_something_to_say(site: Path) -> None:
    own = site / "templates/pages/pathway.html"
    own.parent.mkdir(parents=True)
    own.write_text("{{ nothing }}", "utf-8")
    made = done(site, pages=replace(pages_of(site), folders=(site / "templates", packaged_templates())))
    assert (made.is_faultless, made.has_page) == (False, False)
    fault = made.unpack().template_fault
    assert fault is not None
    assert fault.fault.name == "template-fault"


def test_a_desk_notes_what_each_file_asks_and_not_what_others_have_asked(site: Path) -> None:
    desk = Desk(work_of(site, pages=pages_of(site)))
    first, role, again = desk.do(KEY), desk.do("roles/cook.md"), desk.do(KEY)
    assert {"template:pages/pathway.html", "template:base.html", "setting:language"} <= first.asks
    assert role.asks == frozenset()
    assert again == first


def test_a_pathway_that_is_not_drawn_asks_for_no_template(site: Path) -> None:
    asks = done(site).asks
    assert "setting:hours_a_week" in asks
    assert not any(name.startswith("template:") for name in asks)


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
    assert any(each.unpack().found for each in here.values())
    there = do_all(work, KEYS, executor=executor, advance=lambda _done, _total: None)
    assert list(there) == KEYS
    assert [each.unpack() for each in there.values()] == [each.unpack() for each in here.values()]
    assert [replace(each, packed=b"") for each in there.values()] == [
        replace(each, packed=b"") for each in here.values()
    ]


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
    there, page = Desk(pickle.loads(pickle.dumps(work))).do(KEY), tree(site / "new")
    for address in page:
        (site / "new" / address).unlink()
    assert there.has_page
    assert (Desk(work).do(KEY), tree(site / "new")) == (there, page)


def test_a_worker_keeps_its_desk_for_all_shares_of_one_work(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[Any] = []

    def note(folders: Any, *more: Any) -> Any:
        compiled.append(folders)
        return make_environment(folders, *more)

    monkeypatch.setattr("site_gen.render.environment.make_environment", note)
    packed = pickle.dumps(work_of(site, pages=pages_of(site)))
    working._do_share(packed, (KEY,))
    working._do_share(packed, ("roles/cook.md",))
    assert compiled == [(packaged_templates(),)]


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

    def note(pages: PathwayPages, pathway: Any, card: Any, names: Any) -> Any:
        if os.getpid() == parent:
            drawn_here.append(pathway.slug)
        return draw(pages, pathway, card, names)

    monkeypatch.setattr(PathwayPages, "draw", note)
    two = build_site(options(site, output=tmp_path / "two", jobs=2))
    assert drawn_here == []
    assert two == one
    assert one.published is not spoiled
    assert bool(one.diagnostics) is spoiled
    assert tree(tmp_path / "one") == tree(tmp_path / "two")
    assert check_site(options(site, jobs=2)).diagnostics == one.diagnostics
