"""The outputs are the files of a folder, each with a test."""

from pathlib import Path

from site_gen.outputs import output_types
from tests.sites import REPOSITORY


def test_every_file_of_the_folder_is_an_output() -> None:
    files = {path.stem for path in (REPOSITORY / "site_gen/outputs").glob("*.py")} - {"__init__"}
    assert [each.name for each in output_types()] == sorted(files)


def test_every_output_has_a_test() -> None:
    for each in output_types():
        assert (Path(__file__).parent / f"test_{each.name}.py").is_file()
