"""Records come back as they were written, and anything else is as good as no records."""

import json
from pathlib import Path

import pytest

from site_gen.build.records import Record, Records, load_records, save_records
from tests.build.generations import names

TREE = Record(inode=7, generation="a1", stamps={"": (5, 10**23), "a/b": (6, -1)})
RECORDS = Records(trees=(TREE, Record(inode=8, generation="", stamps={})), differing=("a/é.html", "index.html"))


def test_records_come_back_as_they_were(tmp_path: Path) -> None:
    file = tmp_path / "state"
    save_records(file, Records())
    save_records(file, RECORDS)
    assert load_records(file) == RECORDS
    assert names(tmp_path) == ["state"]


def test_a_half_written_file_is_in_nobodys_way(tmp_path: Path) -> None:
    (tmp_path / "state.new").write_bytes(b"{")
    save_records(tmp_path / "state", RECORDS)
    assert load_records(tmp_path / "state") == RECORDS
    assert names(tmp_path) == ["state"]


def test_records_that_cannot_be_written_leave_the_old_ones(tmp_path: Path) -> None:
    (tmp_path / "state" / "in the way").mkdir(parents=True)
    with pytest.raises(OSError, match="state"):
        save_records(tmp_path / "state", RECORDS)
    assert names(tmp_path) == ["state"]


def test_a_tree_is_known_by_its_folder_not_by_its_name(tmp_path: Path) -> None:
    folder = tmp_path / "one"
    folder.mkdir()
    record = Record(inode=folder.stat().st_ino, generation="a1", stamps={})
    records = Records(trees=(TREE, record))
    assert records.of(folder) == record
    assert records.of(folder.rename(tmp_path / "other")) == record
    assert records.of(folder) is None
    folder.mkdir()
    assert records.of(folder) is None


def _other_form() -> bytes:
    tree = {"inode": 1, "generation": "a1", "stamps": {}}
    return json.dumps({"form": 2, "trees": [tree], "differing": []}).encode()


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(None, id="no file"),
        pytest.param(b"", id="an empty file, as after a power cut"),
        pytest.param(b'{"form": 1, "trees": [', id="half a file"),
        pytest.param(b"\x00\xff", id="no text"),
        pytest.param(b"null", id="null"),
        pytest.param(b"[]", id="a list"),
        pytest.param(_other_form(), id="another form"),
        pytest.param(b'{"form": 1, "trees": []}', id="a key is missing"),
        pytest.param(b'{"form": 1, "trees": 3, "differing": []}', id="trees are a number"),
        pytest.param(b'{"form": 1, "trees": [{"inode": "x"}], "differing": []}', id="an inode is a word"),
        pytest.param(
            b'{"form": 1, "trees": [{"inode": 1, "generation": "", "stamps": []}], "differing": []}',
            id="stamps are a list",
        ),
        pytest.param(
            b'{"form": 1, "trees": [{"inode": 1, "generation": "", "stamps": {"": [1]}}], "differing": []}',
            id="half a stamp",
        ),
    ],
)
def test_what_makes_no_sense_is_no_record(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "state").write_bytes(content)
    assert load_records(tmp_path / "state") == Records()
