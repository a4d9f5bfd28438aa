"""What an author types is cleaned or refused, and a choice is asked for until it is one."""

import pytest

from site_gen.scaffold.author import Refused, choose, cleaned
from tests.scaffold.authors import Scripted


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        pytest.param("  Data   Engineer ", "Data Engineer", id="spaces"),
        pytest.param("Data\nEngineer", "Data Engineer", id="a line end"),
        pytest.param("料理人 👩\u200d🍳", "料理人 👩\u200d🍳", id="any language"),
    ],
)
def test_a_text_is_put_on_one_line(typed: str, clean: str) -> None:
    assert cleaned(typed, "NAME") == clean


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        pytest.param(" \n", "What was given for NAME is empty.", id="nothing"),
        pytest.param("a\x07b", "What was given for NAME holds a character that no text has.", id="a control character"),
        pytest.param("a\udcffb", "What was given for NAME holds a character that no text has.", id="half a character"),
    ],
)
def test_what_no_file_can_hold_is_refused(typed: str, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        cleaned(typed, "NAME")
    assert str(refused.value) == reason


def test_a_choice_is_asked_for_until_it_is_one() -> None:
    author = Scripted(answers=["xyz", "nar", "NEAR"])
    assert choose(author, "Fit", "--fit", ["exact", "near"], default="near") == "near"
    question = "Fit: exact or near [near] --fit"
    assert author.heard == [
        question,
        "`xyz` is not one of them.",
        question,
        "`nar` is not one of them; the nearest is `near`.",
        question,
    ]
