"""The text of a new role."""

from dataclasses import replace

import pytest

from site_gen.decode.role import read_role
from site_gen.model.role import Fit
from site_gen.scaffold.occupations import read_occupations
from site_gen.scaffold.role import NewRole, role_text
from tests.said import said, source
from tests.scaffold.tables import CSV, TABLE, without
from tests.sites import CONTENT

DATABASE, SCIENTISTS, _, COOKS, _ = read_occupations(CSV, TABLE, "")[0]
ENGINEER = NewRole(
    id="data-engineer", name="Data Engineer", plural="Data Engineers", family="Data & AI", figures=DATABASE
)
MARK = "FILL IN: what people in the role do on an ordinary day, and what outsiders do not see, in one or two paragraphs"


def test_front_matter_is_that_of_the_roles_that_exist() -> None:
    written = role_text(ENGINEER, TABLE).split("\n---\n")[0]
    known = (CONTENT / "roles/data-engineer.md").read_text("utf-8").split("\n---\n")[0]
    assert written == "\n".join(line for line in known.split("\n") if not line.startswith("aliases:"))


@pytest.mark.parametrize(
    ("fit", "reason"),
    [
        pytest.param(Fit.EXACT, "", id="exact"),
        pytest.param(
            Fit.NEAR,
            "Data Engineer has no occupation code of its own. "
            "The figures here are those of Database Architects (15-1243).",
            id="near",
        ),
        pytest.param(
            Fit.PARENT,
            "Data Engineer has no occupation code of its own. The figures here are those of Database Architects "
            "(15-1243), the wider occupation that includes it.",
            id="parent",
        ),
        pytest.param(
            Fit.GROUP,
            "Data Engineer has no occupation code of its own. The figures here are those of Database Architects "
            "(15-1243), the group of occupations it belongs to.",
            id="group",
        ),
    ],
)
def test_body_says_why_the_figures_are_those_of_another_occupation(fit: Fit, reason: str) -> None:
    body = role_text(replace(ENGINEER, fit=fit), TABLE).split("\n---\n")[1]
    why = f"\n{reason}\nFILL IN: why this occupation, and which others would have been plausible\n" if reason else ""
    assert body == f"\n{MARK}\n{why}"


def test_a_role_without_figures_has_a_name_and_a_family() -> None:
    bare = role_text(replace(ENGINEER, figures=None), TABLE)
    assert bare == f"---\nname: Data Engineer\nplural: Data Engineers\nfamily: Data & AI\n---\n\n{MARK}\n"
    assert role_text(ENGINEER, None) == bare


def test_figures_that_are_not_published_are_left_out() -> None:
    cook = NewRole(id="cook", name="Cook", plural="Cooks", family="Food", figures=COOKS, fit=Fit.NEAR)
    assert role_text(cook, TABLE).split("\n---\n")[0] == (
        "---\nname: Cook\nplural: Cooks\nfamily: Food\n"
        'occupation: { code: 35-2014, title: "Cooks, Restaurant", fit: near }\nzone: 2'
    )


def test_what_the_settings_leave_open_is_left_out() -> None:
    written = role_text(ENGINEER, without(place="", spread="", as_of="", period="")).split("\n---\n")[0]
    assert written.split("\n")[6:] == [
        "salary:",
        "  low: 109370",
        "  median: 139500",
        "  high: 169290",
        "  currency: USD",
        "  source: BLS OEWS",
    ]


@pytest.mark.parametrize("name", ["C# Developer", "Cook, Private", "Chef: *Sous*", "R&D <Lead>", "\\", "A [b](c) _d_"])
def test_any_name_is_read_back_as_it_was(name: str) -> None:
    text = role_text(replace(ENGINEER, name=name, plural=f"{name}s", family=name, figures=SCIENTISTS), TABLE)
    made, found = read_role(source(text, "roles/x.md"), currency="USD")
    assert [line for line in said(found) if " W133 " not in line] == []
    assert made is not None
    assert (made.name, made.plural, made.family) == (name, f"{name}s", name)
