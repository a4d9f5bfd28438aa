"""A glance at a file sees what reading it whole sees, whatever stands in it."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from site_gen.decode.glance import glance_at_pathway, glance_at_role
from site_gen.decode.pathway import read_pathway
from site_gen.decode.role import read_role
from site_gen.model.glimpse import glimpse_of_pathway, glimpse_of_role
from tests.properties.texts import FRAGMENTS, mutated_files, pieces
from tests.said import FRONT, WHOLE, source

SIGNS = (
    "# ",
    "## ",
    "## ",
    "### ",
    "### ",
    "### ",
    "#### ",
    "##### ",
    "####### ",
    "##",
    "###",
    "###\t",
    "  ### ",
    "    ## ",
)
NAMES = (
    "Graphs (critical, 8 weeks)",
    "Graphs (critcal, 8 wks)",
    'Systems "at scale" (nice to have, 6-8 weeks)',
    "Queues (ongoing)",
    "C++ (a, b)",
    "What you'll see... -- 3-4 years",
)
WORDS = (
    "Transferable skills",
    "What you'll need to learn",
    "Skills to learn",
    "3. Your skills you need (all):",
    "Roadmap",
    "Roadmap",
    "A|B",
    "Two  spaces...",
    "*Marked* words",
    "A `code`",
    "&amp; so on",
    "A \\# sign",
    "#",
    "",
    "\u00a0",
)
TAILS = (
    "",
    "",
    "",
    " ",
    " ##",
    "##",
    " ## ",
    " <!-- waymark: W210 off -->",
    '" <!-- a -->',
    "-- <!-- a -->",
    "\u3000",
    "\t",
)
LINES = (
    "",
    "",
    "",
    "Words.",
    "===",
    "---",
    "  ---",
    "   ===  ",
    "    ---",
    "- an entry",
    "- ```",
    "- # Skills to learn",
    "  - deeper",
    "  ### X",
    "\t# X",
    "> ## Skills to learn",
    "> ```",
    "```",
    "```python",
    "````",
    "``` a`b",
    "  ```",
    "    ```",
    "~~~",
    "~~~~ x",
    "|-|",
    "|---|---|",
    "| a | b |",
    "-|-",
    "<!-- a note -->",
    "<!-- a note",
    "<!-- one --> <!-- two",
    "-->",
    "`<!--`",
    "<b>",
    "***",
    "- - -",
    "1. one",
    "[a]: https://x.y",
    "[a]:",
    "FILL IN: x",
    "[" * 30,
)
BETWEEN = (
    "",
    "# a comment",
    "  # an indented one",
    "aliases: [c, /d/]",
    '"aliases": [c]',
    '"ali\\x61ses": [c]',
    "? aliases\n: [c]",
    "aliases:\n  - c\n  - 'd  '",
    "aliases: [c,\n  d]",
    "tags: [x,\nfrom]",
    "from: c",
    "to: d",
)


@st.composite
def bodies(draw: st.DrawFn) -> str:
    """Sections with skills in them, and a few lines that may make something else of them."""
    titles = draw(st.permutations(("Transferable skills", "Skills to learn", "What you need", "Roadmap")))
    lines = ["Words.", ""]
    for title in titles[: draw(st.integers(1, 4))]:
        lines += [f"## {title}", ""]
        for name in draw(st.lists(st.sampled_from(NAMES), max_size=3)):
            lines += [f"{draw(st.sampled_from(('###', '###', '####')))} {name}", "", "Words."]
    odd = st.tuples(st.sampled_from(SIGNS), st.sampled_from((*NAMES, *WORDS)), st.sampled_from(TAILS)).map("".join)
    for line in draw(st.lists(st.one_of(odd, st.sampled_from(LINES)), max_size=draw(st.sampled_from((1, 2, 5))))):
        lines.insert(draw(st.integers(0, len(lines))), line)
    return "\n".join(lines) + draw(st.sampled_from(("", "\n")))


@st.composite
def fronts(draw: st.DrawFn) -> str:
    """Front matter with all its keys, one of them perhaps written otherwise, and lines of other kinds among them."""
    origin = draw(
        st.sampled_from(("from: a", "from: a", "from:  a  # why", "from: 'a'", '"from": " a "', "from: >-\n  a"))
    )
    target = draw(st.sampled_from(("to: b", "to: b", "to: b-2\t", "to: |\n  b", "to : b")))
    keys = [
        origin,
        target,
        *(("summary: S.", 'summary: "S.\nfrom: c\n  "', "summary: |\n  to: d")[draw(st.integers(0, 2))],),
    ]
    lines = [*keys, "difficulty: easy", "reviewed: 2026-11-22"]
    if draw(st.booleans()):
        lines = draw(st.permutations(lines))
    for line in draw(st.lists(st.sampled_from(BETWEEN), max_size=2, unique=True)):
        lines = [*lines[: (at := draw(st.integers(0, len(lines))))], line, *lines[at:]]
    opening, closing = draw(st.sampled_from((("---", "---"), ("--- ", "---\t"), ("---\u00a0", "---\u00a0"))))
    return "\n".join([opening, *lines, closing, ""])


def assert_same_at_a_glance(text: str) -> None:
    given_source = source(text)
    pathway, _ = read_pathway(given_source, currency="USD")
    if pathway is not None:
        assert glance_at_pathway(given_source) == glimpse_of_pathway(pathway)
    else:
        glance_at_pathway(given_source)


@given(bodies())
@settings(deadline=None, max_examples=300)
@example("## Transferable skills\n\n```\n### A\n  ```\n\n### B\n")
@example("Skills to learn\n  ---\n\n### A\n")
@example("### Skills to learn\n\n#### A\n")
@example("## Skills to learn\n\nwords\n###A\n")
@example("## Skills to learn\n\n### A\n\n## Transferable skills\n\n### B\n\n## What to learn\n\n### C\n")
@example("## Skills to learn (a|b)\n-|-\n\n### A\n")
@example("## Skills to learn\n\n<!-- one --> <!-- two\n### A\n-->\n")
@example("## Skills to learn\n\n  ### A <!-- b -->\n")
def test_a_glance_at_any_body_sees_its_skills(body: str) -> None:
    assert_same_at_a_glance(FRONT + body)


@pytest.mark.soak
@given(bodies())
@settings(deadline=None, max_examples=20_000)
def test_a_glance_at_very_many_bodies_sees_their_skills(body: str) -> None:
    assert_same_at_a_glance(FRONT + body)


@given(fronts())
@settings(deadline=None, max_examples=200)
@example("---\nsummary: \"S.\nfrom: c\n  \"\nfrom: 'a'\nto: b\ndifficulty: easy\nreviewed: 2026-11-22\n---\n")
def test_a_glance_at_any_front_matter_sees_its_roles(front: str) -> None:
    assert_same_at_a_glance(front + WHOLE)


@pytest.mark.soak
@given(fronts())
@settings(deadline=None, max_examples=10_000)
def test_a_glance_at_very_many_front_matters_sees_their_roles(front: str) -> None:
    assert_same_at_a_glance(front + WHOLE)


@given(st.one_of(pieces.map(lambda each: FRONT + each), mutated_files().map(lambda each: each[1])))
@settings(deadline=None, max_examples=150)
def test_a_glance_at_any_text_sees_what_is_there(text: str) -> None:
    assert_same_at_a_glance(text)


VALUES = st.one_of(
    st.sampled_from(FRAGMENTS), st.sampled_from(("A  b", "'A\n\n  b'", '" A -- b "', ">-\n  A\n  b", "A..."))
)


@given(VALUES, VALUES, st.sampled_from(("", "\n\n")))
@settings(deadline=None, max_examples=150)
def test_a_glance_at_any_role_sees_its_names(name: str, alias: str, gap: str) -> None:
    given_source = source(f"---\nname: {name}{gap}\nfamily: F\naliases:\n  - {alias}\n---\n\nWords.\n", "roles/a.md")
    role, _ = read_role(given_source, currency="USD")
    if role is not None:
        assert glance_at_role(given_source) == glimpse_of_role(role)
