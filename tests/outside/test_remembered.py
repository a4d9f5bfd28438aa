"""Answers outlive a run for as long as they are worth, and a bad file is only a file without answers."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from site_gen.outside.answer import Answer, Standing
from site_gen.outside.remembered import FILE, recall, remember

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
FOUND = Answer(standing=Standing.FOUND, moved_to="https://b.example/")
LOST = Answer(standing=Standing.LOST, said="answers 404 Not Found")
REFUSED = Answer(standing=Standing.REFUSED, said="answers 403 Forbidden")


def test_no_folder_remembers_nothing() -> None:
    remember(None, NOW, {"https://a.example/": FOUND})
    assert recall(None, NOW) == {}


def test_no_file_is_no_answer(tmp_path: Path) -> None:
    assert recall(tmp_path, NOW) == {}


@pytest.mark.parametrize(
    ("answer", "kept"),
    [
        pytest.param(FOUND, timedelta(days=1), id="found-for-a-day"),
        pytest.param(REFUSED, timedelta(hours=1), id="refused-for-an-hour"),
    ],
)
def test_answer_holds_for_its_time(tmp_path: Path, answer: Answer, kept: timedelta) -> None:
    answers = {"https://a.example/": answer}
    remember(tmp_path, NOW, answers)
    moments = [NOW, NOW + kept - timedelta(seconds=1), NOW + kept, NOW - timedelta(seconds=1)]
    assert [recall(tmp_path, moment) == answers for moment in moments] == [True, True, False, False]


def test_lost_page_is_never_remembered(tmp_path: Path) -> None:
    remember(tmp_path, NOW, {"https://a.example/": LOST})
    assert list(tmp_path.iterdir()) == []


def test_later_answers_stand_beside_earlier_ones_and_old_ones_go(tmp_path: Path) -> None:
    remember(tmp_path, NOW, {"https://a.example/": FOUND, "https://b.example/": REFUSED})
    later = NOW + timedelta(hours=2)
    remember(tmp_path, later, {"https://c.example/": FOUND})
    assert list(json.loads((tmp_path / FILE).read_text(encoding="utf-8"))) == [
        "https://a.example/",
        "https://c.example/",
    ]


@pytest.mark.parametrize(
    "garbage",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b'{"https://a.example/": {"at": "2026-11-22T12:00:0', id="torn"),
        pytest.param(b"\xff\xfe\x00", id="no-text"),
        pytest.param(b"[1, 2]", id="another-shape"),
        pytest.param(b"[" * 100_000, id="deep"),
        pytest.param(
            b'{"a": {"at": "2026-11-22T12:00:00", "answer": {"standing": "found"}}}', id="time-without-a-zone"
        ),
        pytest.param(b'{"a": {"at": "2026-11-22T12:00:00Z", "answer": {"standing": "fine"}}}', id="unknown-standing"),
    ],
)
def test_garbage_is_ignored_and_replaced(tmp_path: Path, garbage: bytes) -> None:
    (tmp_path / FILE).write_bytes(garbage)
    assert recall(tmp_path, NOW) == {}
    remember(tmp_path, NOW, {"https://a.example/": FOUND})
    assert recall(tmp_path, NOW) == {"https://a.example/": FOUND}


def test_folder_that_cannot_be_made_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    remember(tmp_path / "file" / "folder", NOW, {"https://a.example/": FOUND})
    assert recall(tmp_path / "file" / "folder", NOW) == {}


def test_runs_that_overlap_never_leave_a_torn_file(tmp_path: Path) -> None:
    def run(number: int) -> bool:
        remember(tmp_path, NOW, {f"https://{number}-{each}.example/": FOUND for each in range(50)})
        return bool(recall(tmp_path, NOW))

    with ThreadPoolExecutor(8) as executor:
        assert all(executor.map(run, range(40)))
    assert sorted(path.name for path in tmp_path.iterdir()) == [".gitignore", FILE]


def test_answers_stay_out_of_commits(tmp_path: Path) -> None:
    remember(tmp_path, NOW, {"https://a.example/": FOUND})
    assert (tmp_path / ".gitignore").read_text(encoding="utf-8") == "*\n"
