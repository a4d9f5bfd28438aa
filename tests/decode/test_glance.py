"""The small facts of a pathway or role from its text alone, without reading it whole where it is plain."""

from dataclasses import replace

import pytest

from site_gen.decode import glance
from site_gen.decode.glance import glance_at_pathway, glance_at_role
from site_gen.model.glimpse import PathwayGlimpse, RoleGlimpse
from tests.said import FRONT, source

BODY = (
    "\nWhy.\n\n## What to learn\n\n### Graphs (critical, 8 weeks)\n\nDraw.\n\n```\n### not this\n```\n\n"
    "## What you bring\n\n### Queues\n\n#### nor this\n\n## Roadmap\n\n### nor this (8 weeks)\n"
)


@pytest.fixture
def nothing_read_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glance, "read_document", None)
    monkeypatch.setattr(glance, "split_front_matter", None)


@pytest.mark.usefixtures("nothing_read_whole")
def test_a_plain_pathway_is_seen_without_reading_it_whole() -> None:
    seen = source(FRONT + BODY)
    assert glance_at_pathway(seen) == PathwayGlimpse(
        key="pathways/a-to-b.md",
        path="content/pathways/a-to-b.md",
        slug="a-to-b",
        origin_id="a",
        origin_place=seen.place(2, 7, 1),
        target_id="b",
        target_place=seen.place(3, 5, 1),
        aliases=(),
        aliases_place=None,
        skills=(
            ("Queues", 23, 5, 6, seen.line(23)),
            ("Graphs", 13, 5, 26, seen.line(13)),
        ),
    )


@pytest.mark.usefixtures("nothing_read_whole")
@pytest.mark.parametrize(
    "body",
    [
        BODY.replace("Draw.", "Draw.\n\n---\n\n- one\n- two"),
        BODY.replace("Draw.", "<!-- a note -->\nDraw."),
        BODY.replace("8 weeks)\n\nDraw", "8 weeks) <!-- a note -->\n\nDraw"),
        BODY.replace("nor this (8 weeks)", "*anything*\n==="),
    ],
    ids=["a rule after an empty line", "a comment", "a comment behind a heading", "anything behind the skills"],
)
def test_what_can_be_no_heading_is_passed_over(body: str) -> None:
    seen = glance_at_pathway(source(FRONT + body))
    assert seen is not None
    assert [name for name, *_ in seen.skills] == ["Queues", "Graphs"]


@pytest.mark.parametrize(
    "body",
    [
        BODY.replace("### Queues", "### *Queues*"),
        BODY.replace("## What you bring", "What you bring\n---"),
        BODY.replace("Draw.", "Draw. <!-- over\nlines -->"),
        BODY.replace("### Queues", " ### Queues"),
        BODY.replace("### Queues", "###Queues"),
    ],
    ids=["markup", "an underlined heading", "a comment over lines", "an indented heading", "a missing space"],
)
def test_what_a_glance_is_not_sure_of_is_read_whole(body: str, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = glance_at_pathway(source(FRONT + body))
    assert seen is not None
    assert [name for name, *_ in seen.skills] == ["Queues", "Graphs"]
    monkeypatch.setattr(glance, "read_document", None)
    with pytest.raises(TypeError):
        glance_at_pathway(source(FRONT + body))


def test_a_pathway_with_old_addresses_has_its_front_matter_read() -> None:
    seen = source(FRONT.replace("reviewed", "aliases: [x, /y/]\nreviewed") + BODY)
    plain = glance_at_pathway(source(FRONT + BODY))
    found = glance_at_pathway(seen)
    assert plain is not None
    assert found is not None
    assert (found.aliases, found.aliases_place) == (("x", "y"), seen.place(6, 10, 1))
    assert replace(found, aliases=(), aliases_place=None, skills=()) == replace(plain, skills=())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Words.\n",
        "---\nfrom: a\nto: b\n",
        "---\nfrom: a\n---\n",
        "---\nfrom: a\nto: [b]\n---\n",
        "---\nfrom: A\nto: b\n---\n",
    ],
    ids=["nothing", "no front matter", "no end of it", "one role", "a list", "no id"],
)
def test_without_two_roles_there_is_no_glimpse_of_a_pathway(text: str) -> None:
    assert glance_at_pathway(source(text)) is None


def test_a_role_is_seen_by_its_names() -> None:
    seen = source("---\nname: Line  cook\nfamily: F\naliases: [Chef's help, B]\n---\n\nCooks.\n", "roles/line-cook.md")
    assert glance_at_role(seen) == RoleGlimpse(
        key="roles/line-cook.md",
        path="content/roles/line-cook.md",
        id="line-cook",
        name="Line cook",
        aliases=("Chef’s help", "B"),
        aliases_place=seen.place(4, 10, 1),
        place=seen.place(2, 7, 10),
    )


@pytest.mark.parametrize("text", ["Words.\n", "---\nfamily: F\n---\n", "---\nname: [A]\n---\n"])
def test_without_a_name_there_is_no_glimpse_of_a_role(text: str) -> None:
    assert glance_at_role(source(text, "roles/a.md")) is None
