"""What of the link checker's complaints counts."""

import pytest

from tools.audit.links import is_gap


@pytest.mark.parametrize(
    ("url", "gap"),
    [
        pytest.param("file:///site/%7Baddress%7D", True, id="a-gap-for-a-script"),
        pytest.param("file:///site/index.html#wm-difficulty-{level}", True, id="a-gap-in-a-fragment"),
        pytest.param("file:///site/nowhere.html", False, id="an-address-of-nothing"),
        pytest.param("file:///site/{a}/nowhere.html", False, id="braces-in-a-name"),
    ],
)
def test_gap_is_no_broken_link(url: str, gap: bool) -> None:
    assert is_gap(url) is gap
