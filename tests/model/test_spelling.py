"""Which of two nearly equal names is the right one."""

import pytest

from site_gen.model.spelling import better_by_key


@pytest.mark.parametrize(
    ("used", "listed"),
    [
        pytest.param({"probability": 2}, set(), id="one name"),
        pytest.param({"sql": 1, "nosql": 3}, set(), id="short names"),
        pytest.param({"statistics 1": 1, "statistics 2": 2}, set(), id="other figures"),
        pytest.param({"data analysis": 1, "data engineering": 5}, set(), id="names that begin alike"),
        pytest.param({"organisation": 1, "organization": 1}, {"organisation", "organization"}, id="both listed"),
    ],
)
def test_two_names_are_two(used: dict[str, int], listed: set[str]) -> None:
    assert better_by_key(used, listed) == {}


@pytest.mark.parametrize(
    ("used", "listed", "better"),
    [
        pytest.param({"probablity": 1, "probability": 2}, set(), {"probablity": "probability"}, id="used more often"),
        pytest.param({"organization": 1, "organisation": 1}, set(), {"organization": "organisation"}, id="as often"),
        pytest.param({"organisation": 9}, {"organization"}, {"organisation": "organization"}, id="listed, unused"),
    ],
)
def test_the_listed_or_more_used_name_is_the_right_one(
    used: dict[str, int], listed: set[str], better: dict[str, str]
) -> None:
    assert better_by_key(used, listed) == better
