"""Files are held against each other, and one fault is said once."""

from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from site_gen.build.files import ContentFolder
from site_gen.build.gathered import Gathered
from site_gen.build.judging import facts_of_site, judge_site
from site_gen.build.settings import Settings
from site_gen.build.settling import settle
from site_gen.build.site import check_site
from site_gen.checks import Facts
from site_gen.diagnostic import Diagnostic, Fault, Override, Place, Severity, finding
from site_gen.faults import (
    BARE_ADDRESS,
    DEAD_LINK,
    DOUBLED_WORD,
    MISSING_SECTION,
    PLACE_TO_FILL_IN,
    RESOURCE_WITHOUT_NAME,
    REVIEW_OVERDUE,
    UNKNOWN_KEY,
)
from site_gen.links import Link
from site_gen.model.glimpse import RoleGlimpse, glimpse_of_pathway
from site_gen.model.site import Site
from site_gen.model.skill import SkillNames
from tests.samples import BAKER, COOK, PLACE, facts, page, pathway
from tests.sites import PATHWAY, options, small_site

TODAY = date(2026, 1, 10)
KEY = "pathways/cook-to-baker.md"
FOLDER = ContentFolder(path=Path("content"), shown=PurePosixPath("content"))
ROLE = "---\nname: Potter\nfamily: Craft\n---\n\nMakes pots.\n"


def settings(*faulty: str) -> Settings:
    return Settings(site=Site(), skill_names=SkillNames(names_by_key={}), faulty=frozenset(faulty), overrides=())


def at(fault: Fault, line: int, path: str = f"content/{KEY}") -> Diagnostic:
    return finding(fault, Place(path=path, line=line), "said", help="mend it")


def names(found: tuple[Diagnostic, ...]) -> list[tuple[str, int]]:
    return [(each.fault.name, each.place.line) for each in found]


def test_what_is_wrong_for_reasons_of_its_own_is_said_in_its_order() -> None:
    found = (at(REVIEW_OVERDUE, 7), at(DOUBLED_WORD, 3), at(MISSING_SECTION, 3))
    assert settle(found, ()) == found


def test_a_resource_without_a_name_is_not_also_a_bare_address() -> None:
    found = (
        at(BARE_ADDRESS, 3),
        at(RESOURCE_WITHOUT_NAME, 3),
        at(BARE_ADDRESS, 4),
        at(BARE_ADDRESS, 3, "content/x.md"),
    )
    kept = settle(found, ())
    assert [each.place for each in kept if each.fault is BARE_ADDRESS] == [found[2].place, found[3].place]


def test_a_place_to_fill_in_is_nothing_else() -> None:
    found = (at(MISSING_SECTION, 3), at(PLACE_TO_FILL_IN, 3), at(PLACE_TO_FILL_IN, 3), at(MISSING_SECTION, 4))
    kept = settle(found, ())
    assert names(kept) == [("place-to-fill-in", 3), ("place-to-fill-in", 3), ("missing-section", 4)]


def test_there_are_no_warnings_while_the_settings_may_silence_them() -> None:
    found = (at(REVIEW_OVERDUE, 7), at(MISSING_SECTION, 3), at(DOUBLED_WORD, 1, "content/site.yaml"))
    kept = settle(found, (), faulty_settings="content/site.yaml")
    assert kept == found[1:]
    assert settle(found, ()) == found


@pytest.mark.parametrize(
    ("fault", "line", "expected"),
    [
        pytest.param(REVIEW_OVERDUE, 7, False, id="such-a-fault-is-there"),
        pytest.param(DEAD_LINK, 7, False, id="dead-links-are-looked-for-later"),
        pytest.param(REVIEW_OVERDUE, 8, True, id="on-another-line"),
        pytest.param(DOUBLED_WORD, 7, True, id="another-fault"),
    ],
)
def test_a_comment_that_changes_nothing_is_told(fault: Fault, line: int, expected: bool) -> None:
    place = Place(path=f"content/{KEY}", line=2)
    override = Override(fault=fault, severity=Severity.OFF, line=line, place=place)
    found = (at(REVIEW_OVERDUE, 7), at(fault, line, "content/x.md"))
    kept = settle(found, (override,))
    said = [(each.fault.name, each.place, each.message, each.help) for each in kept[2:]]
    told = (
        "severity-without-effect",
        place,
        f"there is no {fault.name} on line {line} for this to change",
        "remove the comment, or put it on the line of the fault or above it",
    )
    assert said == ([told] if expected else [])


def test_a_fault_that_is_left_out_as_an_echo_is_none_for_a_comment() -> None:
    override = Override(fault=BARE_ADDRESS, severity=Severity.OFF, line=3, place=PLACE)
    found = (at(BARE_ADDRESS, 3), at(RESOURCE_WITHOUT_NAME, 3))
    kept = settle(found, (override,))
    assert [each.fault.name for each in kept] == ["resource-without-name", "severity-without-effect"]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return small_site(tmp_path)


def said(site: Path) -> list[str]:
    return [each.fault.name for each in check_site(options(site, today=TODAY)).diagnostics]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        pytest.param("severity:\n  W207: off\n  W999: off\n", "unknown-code", id="an unknown code"),
        pytest.param("severity:\n  W207: off\n  W308: of\n", "unknown-severity", id="an unknown severity"),
        pytest.param("severity:\n  W207: off\nhours_per_week: many\n", "bad-number", id="a bad number"),
        pytest.param("severity:\n  W207: off\ntitle: a: b\n", "colon-in-value", id="bad YAML"),
        pytest.param("severity:\n  W207: off\nbase_url: https://a.b/?c\n", "bad-address", id="a bad address"),
    ],
)
def test_an_error_in_the_settings_is_the_only_fault(site: Path, text: str, fault: str) -> None:
    small_site(site, {"roles/potter.md": ROLE, "site.yaml": text})
    assert said(site) == [fault]


def test_an_error_in_the_settings_hides_no_other_error(site: Path) -> None:
    small_site(site, {"site.yaml": "colour: red\n", KEY: PATHWAY.replace("to: baker", "to: barker")})
    assert said(site) == ["unknown-role", UNKNOWN_KEY.name]


def gathered(key: str, value: Any = None, **more: Any) -> Gathered:
    """What was gathered of a file in which nothing is wrong, unless it says so."""
    nothing: dict[str, Any] = {"glimpse": None, "found": (), "overrides": (), "links": ()}
    return Gathered(key=key, value=value, **nothing | more)


def site_facts(*files: Gathered, drafts: bool = False, **more: Any) -> Facts:
    given: dict[str, Any] = {"glimpses": {}, "closed": frozenset(), "files": frozenset(each.key for each in files)}
    return facts_of_site(
        FOLDER,
        {each.key: each for each in files},
        settings=settings("skills.yaml"),
        today=date(2026, 12, 1),
        drafts=drafts,
        **given | more,
    )


ROLES = (gathered("roles/cook.md", COOK), gathered("roles/baker.md", BAKER))


@pytest.mark.parametrize("drafts", [False, True])
@pytest.mark.parametrize("front", [{"draft": True}, {"published": date(2026, 12, 2)}], ids=["a-draft", "a-later-date"])
def test_what_is_not_to_be_published_yet_is_withheld(front: dict[str, Any], drafts: bool) -> None:
    made = site_facts(*ROLES, gathered(KEY, facts(pathway(**front))), drafts=drafts)
    assert made.withheld == (frozenset() if drafts else {KEY})
    assert list(made.catalog.listings_by_slug) == (["cook-to-baker"] if drafts else [])
    assert [each.key for each in made.pathways] == [KEY], "it is judged all the same"


def test_a_site_s_facts_are_those_of_its_values() -> None:
    about = gathered("pages/about.md", page("about", ""), anchors=("b", "a"))
    made = site_facts(*ROLES, about, gathered(KEY, facts(pathway())))
    assert [each.id for each in made.roles] == ["cook", "baker"]
    assert sorted(made.catalog.pages_by_name) == ["about"]
    assert made.anchors_of("pages/about.md") == {"a", "b"}
    assert made.content == "content"


def test_a_file_that_is_no_prose_has_no_links_and_cannot_be_linked_to() -> None:
    broken = gathered("pages/x.md", links=None, is_faulty=True)
    made = site_facts(*ROLES, broken, closed=frozenset({"assets/x.png"}))
    assert sorted(made.links_by_key) == ["roles/baker.md", "roles/cook.md"]
    assert made.faulty == {"pages/x.md", "assets/x.png", "skills.yaml"}


def test_glimpses_of_files_that_were_not_read_stand_beside_those_that_were() -> None:
    places = dict.fromkeys(("reviewed", "from", "to"), PLACE)
    read, seen = (glimpse_of_pathway(pathway(slug=slug, places=places)) for slug in ("read", "seen"))
    other = RoleGlimpse(
        key="roles/potter.md", path="", id="potter", name="Potter", aliases=(), aliases_place=None, place=PLACE
    )
    glimpses = {"roles/potter.md": other, "pathways/a.md": seen, KEY: seen}
    made = site_facts(*ROLES, gathered(KEY, facts(pathway()), glimpse=read), glimpses=glimpses)
    assert made.pathway_glimpses == (seen, read), "in the order of their files, and what was read counts"
    assert made.role_glimpses == (other,)


def test_every_rule_about_several_files_is_asked() -> None:
    link = Link(target="roles/waiter.md", anchor="", image=False, written="waiter.md", place=PLACE)
    glimpse = glimpse_of_pathway(pathway(places=dict.fromkeys(("reviewed", "from", "to"), PLACE)))
    cook = gathered("roles/cook.md", COOK, links=(link,))
    found = judge_site(site_facts(cook, gathered(KEY, facts(pathway(), roles=(COOK,)), glimpse=glimpse)))
    assert [(each.fault.name, each.message) for each in found] == [
        ("unknown-role", "no role is called `baker`"),
        ("broken-link", "`waiter.md` leads to nothing on this site"),
    ]
