"""The rules are the files of a folder; each names its faults, and a clean site breaks none."""

from pathlib import Path

from site_gen.checks import checks, id_of
from tests.checks.found import found
from tests.sites import REPOSITORY


def test_every_file_of_the_folder_is_a_rule() -> None:
    files = {path.stem for path in (REPOSITORY / "site_gen/checks").glob("*.py")} - {"__init__"}
    assert [check.name for check in checks()] == sorted(files)


def test_every_rule_has_a_test() -> None:
    for check in checks():
        assert (Path(__file__).parent / f"test_{check.name}.py").is_file()


def test_no_fault_belongs_to_two_rules() -> None:
    faults = [fault for check in checks() for fault in check.faults]
    assert len(faults) == len(set(faults)) > len(checks())


def test_a_clean_site_breaks_no_rule(tmp_path: Path) -> None:
    assert found(tmp_path) == []


def test_an_id_is_what_a_file_name_would_be() -> None:
    assert [id_of(name) for name in ("cook", "Line Cook", "C++ developer!", "--x--")] == [
        "cook",
        "line-cook",
        "c-developer",
        "x",
    ]
