"""Headings at a wrong level are told once, and the rest of the file is read as if they stood right."""

import pytest

from site_gen.decode.body import read_document
from site_gen.diagnostic import Findings
from site_gen.read.outline import Node
from tests.said import FRONT, read_body, said, source

PLAN = "### One (8 weeks)\n\n- Begin.\n"
REMOVE = "remove the line; `title:` in the front matter gives a page another title"


def kinds(body: str) -> tuple[list[str], list[str]]:
    pathway, found = read_body(body)
    return [section.kind for section in pathway.sections], found


def read(body: str, key: str = "pathways/a-to-b.md") -> tuple[Node, list[str]]:
    findings = Findings()
    document = read_document(source(FRONT + body, key), findings)
    return document.root, said(findings.found)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            f"Why.\n\n## Roadmap\n\n{PLAN}\n### FAQ (1 week)\n\n- x\n\n## FAQ\n\n### A?\n\nx\n", id="is there"
        ),
        pytest.param(f"Why.\n\n### Next steps\n\nx\n\n## Roadmap\n\n{PLAN}".replace("### N", "## N"), id="no parts"),
        pytest.param(f"Why.\n\n## More\n\n### Study plan\n\nx\n\n## Roadmap\n\n{PLAN}", id="another of its names"),
    ],
)
def test_heading_that_may_mean_something_else_stays_where_it_is(body: str) -> None:
    assert read_body(body)[1] == []


@pytest.mark.parametrize("signs", ["###", "####"])
def test_section_at_a_lower_level_is_read_as_one(signs: str) -> None:
    skills = "## Skills to learn\n\n### A (critical, 8 weeks)\n\nx\n"
    assert kinds(f"Why.\n\n{skills}\n{signs} Your roadmap:\n\n{PLAN}") == (
        ["overview", "skills_to_learn", "roadmap"],
        [
            f"16:{len(signs) + 2}+13 W124 `Your roadmap:` is the name of a section, but stands at level {len(signs)}"
            f" -- write `## Your roadmap:` instead of `{signs} Your roadmap:`"
        ],
    )


def test_role_has_no_sections_to_raise() -> None:
    root, found = read("## Work\n\n### Roadmap\n\nx\n", "roles/a.md")
    assert (root.children[0].children[0].text, found) == ("Roadmap", [])


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        pytest.param("# Overview\n\nx\n", "W405 `# Overview` would be a second title", id="a section"),
        pytest.param("x\n\n# A\n\ny\n", "W405 `# A` would be a second title", id="text above it"),
        pytest.param("# A\n\nx\n\n# B\n\ny\n", "W405 `# A` would be a second title", id="one of two"),
    ],
)
def test_other_headings_with_one_sign_begin_a_section(body: str, fault: str) -> None:
    root, found = read(body)
    assert found[0].split(" ", 1)[1].startswith(fault)
    assert [child.level for child in root.children] == [2] * len(root.children)
    assert root.children


@pytest.mark.parametrize("title", ["# From A to B", "From A to B\n==========="])
def test_title_above_the_text_is_left_out(title: str) -> None:
    sections, found = kinds(f"{title}\n\nWhy.\n\n## Roadmap\n\n{PLAN}")
    column = title.index("F") + 1
    assert sections == ["overview", "roadmap"]
    assert found == [
        f"8:{column}+11 W405 `# From A to B` would be a second title of the page, so it is not shown -- {REMOVE}"
    ]


def test_title_alone_is_no_overview() -> None:
    assert [line.split(" ")[1] for line in kinds(f"# From A to B\n\n## Roadmap\n\n{PLAN}")[1]] == ["W405", "W122"]
