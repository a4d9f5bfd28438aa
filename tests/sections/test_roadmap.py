"""A roadmap is phases with their weeks, tasks and resources; nothing an author writes in one gets lost."""

from fractions import Fraction

import pytest

from site_gen.model.roadmap import Phase, Resource
from site_gen.model.section import Roadmap
from tests.said import read_section

TASKS = "write a list of things to do under the heading, each line beginning with `- `"


def read(section: str) -> tuple[Roadmap, list[str]]:
    value, found = read_section(f"## Roadmap\n\n{section}")
    assert isinstance(value, Roadmap)
    return value, found


def read_phase(phase: str) -> tuple[Phase, list[str]]:
    value, found = read(phase)
    return value.phases[0], found


def test_phase_has_its_parts() -> None:
    phase, found = read_phase(
        "### Foundations (6-8 weeks)\n\nWhy.\n\n- Do *a*.\n- Do b.\n\n#### Resources\n\n- [R](https://x.y): free\n"
    )
    assert found == []
    assert (phase.name, phase.anchor) == ("Foundations", "foundations-6-8-weeks")
    assert phase.duration is not None
    assert (phase.duration.low, phase.duration.high) == (Fraction(6), Fraction(8))
    assert phase.intro.html == "<p>Why.</p>"
    assert [task.prose.html for task in phase.tasks] == ["Do <em>a</em>.", "Do b."]
    assert phase.resources == (Resource(name="R", url="https://x.y", note="free"),)
    assert phase.more.html == ""


def test_headings_above_tasks_and_resources_keep_their_anchors() -> None:
    bare, _ = read_phase("### A (8 weeks)\n\n- x\n")
    assert (bare.tasks_anchor, bare.resources_anchor) == ("", "")
    named, found = read_phase("### A (8 weeks)\n\n#### Tasks\n\n- x\n\n#### Resources\n\n- y\n")
    assert (named.tasks_anchor, named.resources_anchor, found) == ("tasks", "resources", [])


def test_phase_has_no_priority() -> None:
    _, found = read_phase("### A (critical, 8 weeks)\n\n- x\n")
    assert found == [
        "12:5+21 W120 the phase `A` says `critical` beside how long it takes"
        " -- end the heading with the time it takes: `### A (8 weeks)`"
    ]


def test_introduction_precedes_the_phases() -> None:
    value, found = read("Take a year.\n\n- Or two.\n\n### A (8 weeks)\n\n- x\n\n### B (2 months)\n\n- y\n")
    assert found == []
    assert value.intro.html == "<p>Take a year.</p>\n<ul>\n<li>Or two.</li>\n</ul>"
    assert [phase.name for phase in value.phases] == ["A", "B"]


@pytest.mark.parametrize("title", ["Tasks", "What to do:", "**To do**", "Things to do"])
def test_tasks_may_have_a_heading(title: str) -> None:
    phase, found = read_phase(f"### A (8 weeks)\n\n- x\n\n#### {title}\n\nFirst:\n\n- y\n")
    assert found == []
    assert [task.prose.html for task in phase.tasks] == ["x", "y"]
    assert phase.more.html == "<p>First:</p>"


@pytest.mark.parametrize("title", ["Resources", "resources:", "What to use", "Learning resources"])
def test_resources_have_a_heading(title: str) -> None:
    phase, found = read_phase(f"### A (8 weeks)\n\n- x\n\n#### {title}\n\nFree:\n\n- R\n")
    assert found == []
    assert [each.name for each in phase.resources] == ["R"]
    assert phase.more.html == "<p>Free:</p>"


def test_resources_that_stand_twice_are_joined_and_reported() -> None:
    phase, found = read_phase("### A (8 weeks)\n\n- x\n\n#### Resources\n\n- R\n\n#### Use\n\n- S\n")
    assert found == ["20:6+3 W311 the part `Use` stands twice: first on line 16 -- join the two under one heading"]
    assert [each.name for each in phase.resources] == ["R", "S"]


LOST = "says how long it takes, as a phase does, but is none"


@pytest.mark.parametrize(
    "line", ["**B (9 weeks)**", "__B (9 weeks)__", "**B** (9 weeks)", "**B (9 weeks)**:", "**B (9 weeks)**\nand more"]
)
def test_phase_in_bold_is_named(line: str) -> None:
    _, found = read_phase(f"### A (8 weeks)\n\n- x\n\n{line}\n\n- y\n")
    length = len(line.split("\n", 1)[0])
    assert found == [
        f"16:1+{length} W124 `B (9 weeks)` {LOST} -- write `### B (9 weeks)`; as it is, its weeks are not counted"
    ]


@pytest.mark.parametrize(
    "line", ["**B**", "**Note** (this takes long)", "**B** takes a while (9 weeks)", "B (9 weeks)"]
)
def test_other_lines_are_no_phases(line: str) -> None:
    assert read_phase(f"### A (8 weeks)\n\n- x\n\n{line}\n\n- y\n")[1] == []


def test_phases_that_were_lost_are_the_only_fault_of_their_phase() -> None:
    _, found = read_phase(
        "### A (8 weeks)\n\n- x\n\n#### Use\n\n- R\n\n"
        "#### B (9 weeks)\n\n- y\n\n#### Use\n\n- S\n\n##### C (1 week)\n\n- z\n"
    )
    assert found == [
        f"20:6+11 W124 `B (9 weeks)` {LOST} -- write `### B (9 weeks)`; as it is, its weeks are not counted",
        f"28:7+10 W124 `C (1 week)` {LOST} -- write `### C (1 week)`; as it is, its weeks are not counted",
    ]


@pytest.mark.parametrize("length", ["520 weeks", "120 months", "5200 hours"])
def test_ten_years_are_long_and_no_more_is_possible(length: str) -> None:
    figure, unit = length.split()
    assert read_phase(f"### A ({length})\n\n- x\n")[1] == []
    longer = f"A ({int(figure) + 1} {unit})"
    phase, found = read_phase(f"### {longer}\n\n- x\n")
    assert phase.duration is None
    assert found == [
        f"12:5+{len(longer)} W120 the phase `A` takes more than ten years, as its heading says"
        " -- write the time that it takes, in figures that fit one phase"
    ]


def test_headings_of_the_authors_own_are_kept_with_all_below_them() -> None:
    phase, found = read_phase(
        "### A (8 weeks)\n\n- x\n\n#### Milestone\n\ny\n\n##### Deeper\n\n- z\n\n#### Resources\n\n- R\n"
    )
    assert found == []
    assert phase.more.html == (
        '<h4 id="milestone">Milestone</h4>\n<p>y</p>\n<h5 id="deeper">Deeper</h5>\n<ul>\n<li>z</li>\n</ul>'
    )
    assert len(phase.tasks) == len(phase.resources) == 1


def test_two_headings_of_one_name_are_both_kept() -> None:
    phase, _ = read_phase("### A (8 weeks)\n\n- x\n\n#### Note\n\none\n\n#### Note\n\ntwo\n")
    assert phase.more.html == '<h4 id="note">Note</h4>\n<p>one</p>\n<h4 id="note-1">Note</h4>\n<p>two</p>'


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        pytest.param("[R](https://x.y)", Resource(name="R", url="https://x.y", note=""), id="a link"),
        pytest.param("[R](https://x.y): free", Resource(name="R", url="https://x.y", note="free"), id="a note"),
        pytest.param("[R](https://x.y) - free", Resource(name="R", url="https://x.y", note="free"), id="a dash"),
        pytest.param(
            "[R](https://x.y), *ch.* 1: book",
            Resource(name="R", url="https://x.y", note="<em>ch.</em> 1: book"),
            id="a comma",
        ),
        pytest.param(
            "[*R* `s`](https://x.y)",
            Resource(name="<em>R</em> <code>s</code>", url="https://x.y", note=""),
            id="markup",
        ),
        pytest.param("[R](../roles/x.md)", Resource(name="R", url="../roles/x.html", note=""), id="a page of the site"),
        pytest.param(
            "*Title* (A), ch. 1", Resource(name="<em>Title</em> (A), ch. 1", url="", note=""), id="a title alone"
        ),
        pytest.param(
            "[R](https://x.y) and [S](https://x.z)",
            Resource(name="R", url="https://x.y", note='and <a href="https://x.z" rel="external">S</a>'),
            id="two links",
        ),
        pytest.param(
            "see [R](https://x.y)",
            Resource(name='see <a href="https://x.y" rel="external">R</a>', url="", note=""),
            id="a link behind words",
        ),
        pytest.param(
            "[R](https://x.y)\n\n  More.\n  - And more.",
            Resource(name="R", url="https://x.y", note="More.\nAnd more."),
            id="paragraphs and inner entries",
        ),
        pytest.param(
            "[R](https://x.y)\n\n  ```\n  code\n  ```",
            Resource(name="R", url="https://x.y", note="<code>code</code>"),
            id="code",
        ),
    ],
)
def test_resource_is_a_link_with_a_note_or_a_title(entry: str, expected: Resource) -> None:
    phase, found = read_phase(f"### A (8 weeks)\n\n- x\n\n#### Resources\n\n- {entry}\n")
    assert (found, phase.resources) == ([], (expected,))


NAME = "write `- [What it is called](https://…)`, or its title alone"


@pytest.mark.parametrize(
    ("entry", "length"), [pytest.param("", 1, id="nothing"), pytest.param("> ", 1, id="an empty quote")]
)
def test_resource_without_a_name_is_reported(entry: str, length: int) -> None:
    phase, found = read_phase(f"### A (8 weeks)\n\n- x\n\n#### Resources\n\n- {entry}\n")
    assert phase.resources == ()
    assert found == [f"18:3+{length} W128 the resource has no name -- {NAME}"]


LENGTH = "end the heading with the time it takes:"


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        pytest.param(
            "A", f"12:5+1 W120 the phase `A` does not say how long it takes -- {LENGTH} `### A (8 weeks)`", id="none"
        ),
        pytest.param(
            "A (DP)",
            f"12:5+6 W120 the phase `A (DP)` does not say how long it takes -- {LENGTH} `### A (DP) (8 weeks)`",
            id="words",
        ),
        pytest.param(
            "A (critical)",
            f"12:5+12 W120 the phase `A` does not say how long it takes -- {LENGTH} `### A (8 weeks)`",
            id="a priority",
        ),
        pytest.param(
            "A (ongoing)",
            f"12:5+11 W120 the phase `A` does not say how long it takes -- {LENGTH} `### A (8 weeks)`",
            id="no end",
        ),
        pytest.param(
            "A (3 wks)",
            f"12:5+9 W120 the phase `A` does not say how long it takes -- {LENGTH} `### A (3 weeks)`",
            id="cut short",
        ),
        pytest.param(
            "A (1 year)",
            f"12:5+10 W120 the phase `A` does not say how long it takes -- {LENGTH} `### A (12 months)`",
            id="a year",
        ),
        pytest.param(
            "A (weeks 5-8)",
            f"12:5+13 W120 the phase `A` does not say how long it takes -- {LENGTH} `### A (4 weeks)`",
            id="from to",
        ),
        pytest.param(
            "A - 3 weeks",
            f"12:5+11 W120 the phase `A – 3 weeks` does not say how long it takes -- {LENGTH} `### A (3 weeks)`",
            id="a dash",
        ),
        pytest.param(
            "A [3 weeks]",
            f"12:5+11 W120 the phase `A [3 weeks]` does not say how long it takes -- {LENGTH} `### A (3 weeks)`",
            id="brackets",
        ),
        pytest.param(
            "A (3 weeks, fun)",
            f"12:5+16 W120 the phase `A` says `fun` beside how long it takes -- {LENGTH} `### A (3 weeks)`",
            id="more",
        ),
    ],
)
def test_phase_without_its_time_is_told_how_to_say_it(heading: str, expected: str) -> None:
    assert read_phase(f"### {heading}\n\n- x\n")[1] == [expected]


@pytest.mark.parametrize("text", ["", "Only prose.\n", "> - a list in a quote\n", "#### Resources\n\n- R\n"])
def test_phase_without_tasks_is_reported(text: str) -> None:
    assert read_phase(f"### A (8 weeks)\n\n{text}")[1] == [f"12:5+11 W121 the phase `A` has no tasks -- {TASKS}"]


def test_part_that_is_nearly_one_is_reported_and_kept() -> None:
    phase, found = read_phase("### A (8 weeks)\n\n- x\n\n#### Resurces\n\n- R\n")
    assert found == [
        "16:6+8 W126 `Resurces` is nearly the part `Resources`, but not quite -- "
        "write `#### Resources`; as it is, it is shown as plain prose"
    ]
    assert phase.more.html == '<h4 id="resurces">Resurces</h4>\n<ul>\n<li>R</li>\n</ul>'


@pytest.mark.parametrize(
    ("title", "asked"), [("Resources", "a list of courses, books or sites"), ("Milestone", "what the heading promises")]
)
def test_empty_part_is_reported(title: str, asked: str) -> None:
    assert read_phase(f"### A (8 weeks)\n\n- x\n\n#### {title}\n")[1] == [
        f"16:6+{len(title)} W123 there is nothing under the heading `{title}` -- "
        f"write {asked} under it, or remove the heading"
    ]


@pytest.mark.parametrize("text", ["Only prose.", "- A list\n- of phases"])
def test_roadmap_without_phases_is_no_roadmap(text: str) -> None:
    assert read(text)[1] == [
        "10:4+7 W122 the section `Roadmap` has no headings of its own, so nothing in it is counted -- "
        "write `### ` headings, one for each phase, such as `### Foundations (8 weeks)`"
    ]


@pytest.mark.parametrize("tried", ["(ten weeks)", "(10 weks)", "(0 weeks)", "(10 weeks) - hard"])
def test_help_replaces_a_length_that_was_tried(tried: str) -> None:
    _, found = read_phase(f"### A {tried}\n\n- x\n")
    (only,) = found
    assert only.endswith(("`### A (8 weeks)`", "`### A (10 weeks)`")), only


def test_phase_one_level_too_high_is_named() -> None:
    _, found = read_section("## Roadmap\n\n### A (8 weeks)\n\n- x\n\n## B (9 weeks)\n\n- y\n")
    assert found == [
        "16:4+11 W124 `B (9 weeks)` says how long it takes, as a phase does, but stands outside the roadmap"
        " -- write `### B (9 weeks)`; as it is, it and what follows are shown as plain prose"
    ]
