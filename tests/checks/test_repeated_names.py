"""Phases, skills and questions of one name: told at the second, with the line of the first."""

from pathlib import Path

import pytest

from tests.checks.found import GUIDE, Found, found_by, guide

OWNED = "## Transferable skills\n\n### Heat\n\nSame.\n\n### {}\n\nSame."
LEARN = "## Skills to learn\n\n### Dough (important, 2 weeks)\n\nKnead.\n\n### {} (important, 2 weeks)\n\nBake."
FAQ = "## FAQ\n\n### Is it hot?\n\nYes.\n\n### {}\n\nYes."
PHASES = "\n### {} (2 weeks)\n\n- Bake again.\n"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(OWNED.format("Timing"), id="two owned skills"),
        pytest.param(LEARN.format("Ovens"), id="two skills to learn"),
        pytest.param(FAQ.format("Is it late?"), id="two questions"),
        pytest.param(OWNED.format("Timing") + "\n\n" + FAQ.format("Timing?"), id="a skill and a question"),
    ],
)
def test_names_that_differ_are_not_reported(tmp_path: Path, body: str) -> None:
    assert found_by("repeated_names", tmp_path, {GUIDE: guide(body=body)}) == []


@pytest.mark.parametrize(
    ("body", "what", "name", "line", "first"),
    [
        pytest.param(OWNED.format("Heat"), "skill", "Heat", 17, 13, id="owned skills"),
        pytest.param(OWNED.format("heat"), "skill", "heat", 17, 13, id="capitals make no difference"),
        pytest.param(LEARN.format("Dough"), "skill", "Dough", 17, 13, id="skills to learn"),
        pytest.param(FAQ.format("Is it hot?"), "question", "Is it hot?", 17, 13, id="questions"),
    ],
)
def test_the_second_of_one_name_is_reported(
    tmp_path: Path, body: str, what: str, name: str, line: int, first: int
) -> None:
    (found,) = found_by("repeated_names", tmp_path, {GUIDE: guide(body=body)})
    assert found.message == f"the {what} `{name}` stands twice: first on line {first}"
    assert found.place.startswith(f"{GUIDE}:{line}:5+")


def test_two_phases_of_one_name_are_reported(tmp_path: Path) -> None:
    text = guide() + PHASES.format("Bread")
    assert found_by("repeated_names", tmp_path, {GUIDE: text}) == [
        Found(
            "repeated-name",
            f"{GUIDE}:17:5+15",
            "the phase `Bread` stands twice: first on line 13",
            "join the two, or give one of them a name of its own",
        )
    ]
