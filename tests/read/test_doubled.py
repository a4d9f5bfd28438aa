"""A quick look says where two equal words may stand side by side on a line."""

import pytest

from site_gen.read.doubled import has_doubled_word


@pytest.mark.parametrize(
    ("text", "is_there"),
    [
        pytest.param("", False, id="nothing"),
        pytest.param("the other the", False, id="apart"),
        pytest.param("the\nthe", False, id="on two lines"),
        pytest.param("## A\n\nA and b", False, id="a heading said again"),
        pytest.param("a\nfor the the b", True, id="side by side"),
        pytest.param("The the", True, id="one of them large"),
        pytest.param("a\u00a0the the", True, id="behind a no-break space"),
        pytest.param("a\nthe the", True, id="at the beginning of a line"),
        pytest.param("a the the\nb", True, id="at the end of a line"),
        pytest.param("the   the", True, id="far apart"),
        pytest.param("the\tthe", True, id="with a tab between"),
        pytest.param("the then\n\n\nthe", False, id="only the beginning of the second"),
    ],
)
def test_equal_neighbours_are_seen(text: str, is_there: bool) -> None:
    assert has_doubled_word(text.encode()) is is_there
