"""Reviews are neither to come nor long ago."""

from datetime import date
from pathlib import Path

import pytest

from tests.checks.found import GUIDE, Found, found, guide


@pytest.mark.parametrize(
    ("reviewed", "today"),
    [
        pytest.param("2026-01-10", date(2026, 1, 10), id="today"),
        pytest.param("2026-01-11", date(2026, 1, 10), id="today, where the day begins earlier than in Greenwich"),
        pytest.param("2025-01-11", date(2026, 1, 10), id="a year ago tomorrow"),
        pytest.param("2024-02-29", date(2025, 2, 28), id="a leap day ago, not quite a year"),
    ],
)
def test_a_recent_review_is_fine(tmp_path: Path, reviewed: str, today: date) -> None:
    assert found(tmp_path, {GUIDE: guide(reviewed=reviewed)}, today=today) == []


def test_a_review_to_come_is_reported(tmp_path: Path) -> None:
    assert found(tmp_path, {GUIDE: guide(reviewed="2026-01-12")}) == [
        Found(
            "reviewed-in-future",
            f"{GUIDE}:6:11+10",
            "the review of 2026-01-12 has not happened yet: today is 2026-01-10",
            "write the day on which the guide was last read against its sources",
        )
    ]


@pytest.mark.parametrize(
    ("settings", "reviewed", "months", "limit"),
    [
        pytest.param("", "2025-01-10", 12, 12, id="a year ago to the day"),
        pytest.param("", "2020-01-11", 71, 12, id="years ago"),
        pytest.param("review_after: 3\n", "2025-09-30", 3, 3, id="the site's own limit"),
    ],
)
def test_a_review_of_long_ago_is_reported(
    tmp_path: Path, settings: str, reviewed: str, months: int, limit: int
) -> None:
    assert found(tmp_path, {GUIDE: guide(reviewed=reviewed), "site.yaml": settings}) == [
        Found(
            "review-overdue",
            f"{GUIDE}:6:11+10",
            f"the last review was {months} months ago; reviews are due after {limit}",
            "read the guide against its sources, mend it, and write today's date",
        )
    ]
