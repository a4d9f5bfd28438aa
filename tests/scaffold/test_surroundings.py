"""What a new file has to fit in with."""

from pathlib import Path

import pytest

from site_gen.scaffold.author import Refused
from tests.said import said
from tests.scaffold.authors import around
from tests.scaffold.tables import SETTINGS


def test_roles_families_and_table_are_read(tmp_path: Path) -> None:
    found = around(tmp_path)
    assert [each.id for each in found.roles] == ["baker", "cook", "data-engineer"]
    assert found.families == ("Data & AI", "Kitchen")
    assert found.faulty == frozenset()
    rows, faults = found.read_table()
    assert (len(rows), faults) == (5, ())


def test_a_family_to_fill_in_is_none(tmp_path: Path) -> None:
    found = around(tmp_path, {"roles/x.md": '---\nname: X\nfamily: "FILL IN: the group"\n---\n\nX.\n'})
    assert found.families == ("Data & AI", "Kitchen")


def test_files_with_errors_are_known_as_such(tmp_path: Path) -> None:
    found = around(tmp_path, {"roles/baker.md": "---\nnme: Baker\n---\n", "site.yaml": "titel: x\n"})
    assert [each.id for each in found.roles] == ["cook", "data-engineer"]
    assert found.faulty == {"roles/baker.md", "site.yaml"}


def test_a_site_without_a_table_has_no_occupations(tmp_path: Path) -> None:
    assert around(tmp_path, {"site.yaml": ""}).read_table() == ((), ())


@pytest.mark.parametrize("file", ["gone.csv", "../secret.csv", "/etc/passwd"])
def test_a_table_that_is_not_below_the_content_is_a_fault(tmp_path: Path, file: str) -> None:
    (tmp_path / "secret.csv").write_text("code\n", "utf-8")
    found = around(tmp_path, {"site.yaml": SETTINGS.replace("occupations.csv", file)})
    rows, faults = found.read_table()
    assert rows == ()
    assert said(faults) == [
        f"1:1+1 W506 there is no table `{file}` below content -- "
        "write the name of a file there as `occupations.file`, such as `occupations.csv`"
    ]


@pytest.mark.parametrize("kind", ["a file", "a link that leads nowhere"])
def test_what_is_there_is_not_written_over(tmp_path: Path, kind: str) -> None:
    found = around(tmp_path)
    path = tmp_path / "content/roles/new.md"
    if kind == "a file":
        path.write_text("mine", "utf-8")
    else:
        path.symlink_to(tmp_path / "nowhere")
    with pytest.raises(Refused) as refused:
        found.refuse_existing("roles/new.md")
    assert str(refused.value) == "content/roles/new.md is there already. Nothing was written."
    found.refuse_existing("roles/other.md")


def test_a_name_that_no_file_can_have_is_not_tried(tmp_path: Path) -> None:
    found = around(tmp_path)
    found.refuse_existing(f"roles/{'x' * 252}.md")
    with pytest.raises(Refused) as refused:
        found.refuse_existing(f"roles/{'x' * 253}.md")
    assert str(refused.value) == "The name of the file would have 256 characters; at most 255 are possible."
