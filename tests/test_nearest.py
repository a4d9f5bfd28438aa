"""The nearest known name is offered only where it is near."""

import pytest

from site_gen.nearest import listed, nearest


@pytest.mark.parametrize(
    ("name", "known"),
    [
        pytest.param("xyzzy", ["timeline", "title"], id="nothing like it"),
        pytest.param("title", [], id="nothing known"),
        pytest.param("", ["title"], id="no name"),
    ],
)
def test_far_names_are_not_offered(name: str, known: list[str]) -> None:
    assert nearest(name, known) is None


@pytest.mark.parametrize(
    ("name", "known", "expected"),
    [
        pytest.param("timline", ["title", "timeline"], "timeline", id="a letter missing"),
        pytest.param("Timeline", ["timeline", "timelines"], "timeline", id="another case"),
        pytest.param("TIMLINE", ["timeline"], "timeline", id="another case and a letter missing"),
        pytest.param("b", ["B", "b"], "B", id="two in one spelling: the first in order"),
        pytest.param("date", ["dates", "datex"], "datex", id="two as near: one of them, whatever the order"),
    ],
)
def test_near_name_is_offered(name: str, known: list[str], expected: str) -> None:
    assert nearest(name, known) == nearest(name, reversed(known)) == expected


@pytest.mark.parametrize(
    ("names", "expected"), [(["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")], ids=len
)
def test_names_are_listed_as_in_a_sentence(names: list[str], expected: str) -> None:
    assert listed(names) == expected
