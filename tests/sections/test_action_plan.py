"""An action plan has three horizons; another one is reported and kept."""

import pytest

from site_gen.model.section import ActionPlan, Horizon
from tests.said import read_section


def read(section: str) -> tuple[ActionPlan, list[str]]:
    value, found = read_section(f"## Action plan\n\n{section}")
    assert isinstance(value, ActionPlan)
    return value, found


@pytest.mark.parametrize(
    ("title", "horizon"),
    [
        ("This week", Horizon.WEEK),
        ("Week 1", Horizon.WEEK),
        ("1. This week:", Horizon.WEEK),
        ("this month", Horizon.MONTH),
        ("Next 30 days", Horizon.MONTH),
        ("Next 90 days", Horizon.QUARTER),
        ("The first 90 days (or so)", Horizon.QUARTER),
    ],
)
def test_horizon_is_known_by_its_heading(title: str, horizon: Horizon) -> None:
    value, found = read(f"Begin.\n\n### {title}\n\nFirst:\n\n- a\n- b\n")
    assert found == []
    assert value.intro.html == "<p>Begin.</p>"
    (only,) = value.horizons
    assert only.horizon is horizon
    assert [task.prose.html for task in only.tasks] == ["a", "b"]
    assert only.more.html == "<p>First:</p>"


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        pytest.param(
            "### Some day\n\n- a\n",
            "12:5+8 W126 an action plan has no horizon `Some day` -- "
            "write one of `### This week`, `### This month`, `### Next 90 days`",
            id="another horizon",
        ),
        pytest.param(
            "### This week\n",
            "12:5+9 W123 there is nothing under the heading `This week` -- "
            "write a list of things to do under it, or remove the heading",
            id="empty horizon",
        ),
        pytest.param(
            "- a\n",
            "10:4+11 W123 the section `Action plan` has no headings of its own, so nothing in it is counted -- "
            "write `### This week`, `### This month` and `### Next 90 days`, each with a list",
            id="a list where headings are due",
        ),
    ],
)
def test_fault_is_reported_and_the_rest_kept(section: str, expected: str) -> None:
    assert read(section)[1] == [expected]
