"""What was gathered of a file is the same when it comes back, and its digests tell what has changed for others."""

import pickle
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.build.documents import Reader
from site_gen.build.files import ContentFolder
from site_gen.build.gathered import Gathered
from site_gen.build.packing import Packed, pack, unpack
from site_gen.build.work import Work
from site_gen.diagnostic import Diagnostic, Place, finding
from site_gen.faults import REVIEW_OVERDUE, TEMPLATE_FAULT
from site_gen.links import Link, OutsideLink
from site_gen.model.card import BadgeFigures, PathwayFacts, Study
from site_gen.model.duration import Months
from site_gen.model.glimpse import PathwayGlimpse
from site_gen.model.money import MoneyRange, Pay
from site_gen.model.pathway import Demand, Difficulty, Gate, PercentRange
from site_gen.model.site import Site
from site_gen.model.skill import SkillNames
from tests.samples import BAKER, COOK
from tests.sites import PATHWAY, REPOSITORY, small_site

KEY = "pathways/cook-to-baker.md"
PATH = f"content/{KEY}"
SKILLS = "## Transferable skills\n\n### Dough\n\nKnead.\n\n## Roadmap"
LINKED = "See [one](https://a.example/) and [another](../roles/cook.md#pay).\n\n"


def gather(folder: Path, key: str = KEY, text: str | None = None, **changes: Any) -> Gathered:
    """What is gathered of one file of the small site, which may say something else."""
    site = small_site(folder, {} if text is None else {key: text})
    work = Work(
        reader=Reader(
            folder=ContentFolder(path=site / "content", shown=PurePosixPath("content")), currency="USD", overlay={}
        ),
        site=Site(),
        skill_names=SkillNames(names_by_key={}),
        roles_by_id={"cook": COOK, "baker": BAKER},
    )
    return replace(work, **changes).do(key)


def comes_back(gathered: Gathered) -> bool:
    """Whether all is as it was, but for the digest of the file, which goes beside what is packed."""
    return replace(unpack(pack(gathered).content), content=b"") == replace(gathered, content=b"")


def with_front(line: str) -> str:
    return PATHWAY.replace("difficulty:", f"{line}\ndifficulty:", 1)


WHOLE = {
    "the-least-there-can-be": PATHWAY,
    "skills": PATHWAY.replace("## Roadmap", SKILLS),
    "a-draft": with_front("draft: true"),
    "a-day": with_front("published: 2026-03-01"),
    "aliases-and-authors": with_front("aliases: [older, oldest]\nauthors: [A. Baker]"),
    "all-figures": with_front("salary_change: +40%\ndemand: high"),
    "one-figure-of-nothing": with_front("salary_change: 0%"),
    "links": PATHWAY.replace("## Roadmap", f"{LINKED}## Roadmap"),
    "a-finding": PATHWAY.replace("difficulty: easy", "difficulty: challenging"),
    "a-comment-on-severity": with_front("# waymark: review-overdue off"),
    "pay-and-a-gate-of-its-own": with_front(
        "gate: degree\nsalary: {from: 20000-30000, to: 30000-40000, source: An estimate}"
    ),
    "resources": PATHWAY.replace(
        "- Bake a loaf a week.", "- Bake.\n\n#### Resources\n\n- [A book](https://a.example/)"
    ),
    "no-figures": PATHWAY.replace("to: baker", "to: potter"),
}


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in WHOLE.items()])
def test_a_pathway_comes_back(tmp_path: Path, text: str) -> None:
    gathered = gather(tmp_path, text=text)
    assert isinstance(gathered.value, PathwayFacts)
    assert comes_back(gathered)
    assert comes_back(gather(tmp_path, text=text, keeps_pathways=True, keeps_outside_links=True))
    assert comes_back(replace(gathered, has_page=True))
    fault = finding(TEMPLATE_FAULT, Place(path="templates/x.html", line=2), "it fails", help="mend it")
    assert comes_back(replace(gathered, template_fault=fault))


@pytest.mark.parametrize(
    ("key", "text"),
    [
        pytest.param("roles/cook.md", None, id="a-role"),
        pytest.param("pages/about.md", "---\ntitle: About\n---\n\nSee [it](https://a.example/).\n", id="a-page"),
        pytest.param(KEY, PATHWAY.replace("reviewed: 2026-01-10", "reviewed: soon"), id="a-pathway-with-an-error"),
        pytest.param(KEY, "---\ndraft: true\nfrom: cook\n---\n\nX.\n", id="a-draft-half-written"),
        pytest.param(KEY, "no front matter", id="a-file-that-is-nothing"),
        pytest.param(KEY, "a\x00b", id="a-file-that-is-no-text"),
        pytest.param("roles/cook.md", "---\nname: [\n---\n", id="a-role-that-cannot-be-read"),
        pytest.param("roles/Cook.md", "---\nname: Cook\nfamily: K\n---\n\nX.\n", id="a-role-that-is-called-badly"),
    ],
)
def test_a_file_of_any_other_kind_comes_back(tmp_path: Path, key: str, text: str | None) -> None:
    assert comes_back(gather(tmp_path, key, text, keeps_outside_links=True))


def test_a_faultless_pathway_is_packed_without_pickling(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gathered = gather(tmp_path, text=PATHWAY.replace("## Roadmap", SKILLS))
    whole = pack(gathered)
    monkeypatch.setattr(pickle, "dumps", None)
    monkeypatch.setattr(pickle, "loads", None)
    assert pack(gathered) == whole
    assert unpack(whole.content).value == gathered.value


def changes_of(folder: Path, before: str, after: str, key: str = KEY) -> tuple[bool, bool]:
    """Whether what lists show is another, and what other files are judged by."""
    old, new = pack(gather(folder, key, before)), pack(gather(folder, key, after))
    return old.facts != new.facts, old.names != new.names


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("Heat is heat.", "Heat is not heat.", (False, False), id="its-prose"),
        pytest.param("Heat is heat.", "Heat.\n\nIs heat.", (False, False), id="the-places-in-it"),
        pytest.param("summary:", "# why\n\nsummary:", (False, False), id="the-places-in-its-front-matter"),
        pytest.param("pans to ovens", "stove to oven", (True, False), id="its-summary"),
        pytest.param("difficulty: easy", "difficulty: moderate", (True, False), id="its-badge"),
        pytest.param("2026-01-10", "2026-01-09", (True, False), id="its-review"),
        pytest.param("### Bread", "### Loaves", (False, True), id="a-heading"),
        pytest.param("### Dough", "### Leaven", (True, True), id="a-skill-and-its-heading"),
        pytest.param("#pay", "#salary", (False, True), id="the-heading-of-a-link"),
        pytest.param("../roles/cook.md", "../roles/baker.md", (False, True), id="the-page-of-a-link"),
        pytest.param("summary:", "aliases: [older]\nsummary:", (True, True), id="an-alias"),
        pytest.param("to: baker", "to: potter", (True, True), id="its-role"),
    ],
)
def test_digests_of_a_pathway_tell_what_others_have_to_see(
    tmp_path: Path, old: str, new: str, expected: tuple[bool, bool]
) -> None:
    before = PATHWAY.replace("## Roadmap", f"{LINKED}{SKILLS}")
    assert old in before
    assert changes_of(tmp_path, before, before.replace(old, new, 1)) == expected


ROLE = "---\nname: Potter\nfamily: Craft\n---\n\nMakes pots.\n\n## Tools\n\nA [wheel](../roles/cook.md).\n"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("name:", "# why\n\nname:", (False, False), id="the-places-in-it"),
        pytest.param("Makes pots.", "Makes bowls.", (True, False), id="its-prose"),
        pytest.param("family: Craft", "family: Arts", (True, False), id="its-family"),
        pytest.param("family:", "aliases: [Thrower]\nfamily:", (True, True), id="an-alias"),
        pytest.param("## Tools", "## Wheels", (True, True), id="a-heading"),
        pytest.param("../roles/cook.md", "../roles/baker.md", (True, True), id="a-link"),
        pytest.param("name: Potter", "name: [", (True, True), id="that-it-is-one"),
    ],
)
def test_digests_of_a_role_tell_what_others_have_to_see(
    tmp_path: Path, old: str, new: str, expected: tuple[bool, bool]
) -> None:
    assert old in ROLE
    assert changes_of(tmp_path, ROLE, ROLE.replace(old, new, 1), "roles/potter.md") == expected


def test_a_draft_that_could_not_be_read_is_told_from_another_file(tmp_path: Path) -> None:
    half = "---\nfrom: cook\n---\n\nX.\n"
    assert changes_of(tmp_path, half, half.replace("from:", "draft: true\nfrom:")) == (False, True)


names = st.text(st.characters(), max_size=8)
numbers = st.integers(1, 9)
places = st.builds(
    Place,
    path=st.just(PATH),
    line=numbers,
    column=numbers,
    length=numbers,
    excerpt=st.sampled_from(("", "ä", "\udcff")),
)
days = st.dates(date(1, 1, 1), date(9999, 12, 31))
figures = st.builds(
    BadgeFigures,
    difficulty=st.sampled_from(Difficulty),
    months=st.none() | st.builds(Months, low=numbers, high=numbers),
    pay=st.none() | st.builds(PercentRange, low=st.integers(-99, 999), high=st.integers(-99, 999)),
    is_estimate=st.booleans(),
    demand=st.none() | st.sampled_from(Demand),
    is_authors_view=st.booleans(),
)
several = st.lists(names, max_size=3).map(tuple)
pays = st.builds(
    Pay,
    range=st.builds(MoneyRange, low=numbers, high=st.integers(9, 99), currency=names),
    median=st.none() | numbers,
    **dict.fromkeys(("spread", "place", "source", "release"), names),
)
facts = st.builds(
    PathwayFacts,
    key=st.just(KEY),
    slug=names,
    origin_id=names,
    target_id=names,
    title=names,
    summary=names,
    figures=st.none() | figures,
    study=st.builds(Study, numbers, numbers, st.none() | st.sampled_from(Gate)),
    stated_pay=st.none() | pays,
    brings=several,
    learns=st.lists(st.tuples(names, names, st.integers(-1, 99)), max_size=2).map(tuple),
    resources=st.lists(st.tuples(names, names), max_size=2).map(tuple),
    aliases=several,
    authors=several,
    reviewed=days,
    reviewed_place=places,
    published=st.none() | days,
    draft=st.booleans(),
)
skills = st.lists(st.tuples(names, numbers, numbers, numbers, names), max_size=3).map(tuple)
findings = st.builds(finding, st.just(REVIEW_OVERDUE), places, st.just("said"), help=st.just("mend it")).map(
    lambda each: (each,)
)
links = st.lists(
    st.builds(Link, target=names, anchor=names, image=st.booleans(), written=names, place=places), max_size=2
).map(tuple)
nothing: st.SearchStrategy[tuple[Diagnostic, ...]] = st.just(())


@st.composite
def gathered_values(draw: st.DrawFn) -> Gathered:
    """What may be gathered of a pathway: its facts and its glimpse say the same of it."""
    value = draw(facts)
    return Gathered(
        key=KEY,
        value=value,
        glimpse=PathwayGlimpse(
            key=KEY,
            path=PATH,
            slug=value.slug,
            origin_id=value.origin_id,
            origin_place=draw(places),
            target_id=value.target_id,
            target_place=draw(places),
            aliases=value.aliases,
            aliases_place=draw(st.none() | places),
            skills=draw(skills),
        ),
        found=draw(nothing | findings),
        overrides=(),
        links=draw(st.none() | st.just(()) | links),
        outside_links=draw(st.just(()) | st.builds(OutsideLink, url=names, place=places).map(lambda each: (each,))),
        anchors=draw(several),
        draft=draw(st.booleans()),
        is_faulty=draw(st.booleans()),
        has_page=draw(st.booleans()),
    )


@given(gathered_values())
def test_whatever_was_gathered_of_a_pathway_comes_back(gathered: Gathered) -> None:
    assert comes_back(gathered)


@given(gathered_values(), gathered_values())
def test_digests_are_equal_where_what_they_are_of_is(one: Gathered, other: Gathered) -> None:
    first, second = pack(one), pack(other)
    assert (first.facts == second.facts) == (without_place(one.value) == without_place(other.value))
    assert pack(pickle.loads(pickle.dumps(one))).facts == first.facts
    assert pack(pickle.loads(pickle.dumps(one))).names == first.names


def without_place(value: object) -> object:
    assert isinstance(value, PathwayFacts)
    return replace(value, reviewed_place=Place(path="", line=1))


@given(gathered_values())
def test_equal_pathways_without_a_fault_give_equal_bytes(gathered: Gathered) -> None:
    """Also where one of the two shares its strings and the other has come from elsewhere."""
    plain = replace(gathered, found=(), links=() if gathered.links else gathered.links, outside_links=())
    assert pack(pickle.loads(pickle.dumps(plain))) == pack(plain)


def test_another_process_gives_the_same_bytes(tmp_path: Path) -> None:
    """Sets and strings are in another order there."""
    text = PATHWAY.replace("## Roadmap", SKILLS)
    here = pack(gather(tmp_path, text=text))
    code = (
        "from pathlib import Path; from tests.build import test_packing as t;"
        f" print(t.shown(t.pack(t.gather(Path({str(tmp_path)!r}), text={text!r}))))"
    )
    for seed in ("1", "2"):
        there = subprocess.run(
            [sys.executable, "-c", code], cwd=REPOSITORY, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        )
        assert there.stdout.decode().strip() == shown(here)


def shown(packed: Packed) -> str:
    return f"{packed.content.hex()} {packed.facts.hex()} {packed.names.hex()}"
