import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

from site_gen.explain import explanation
from site_gen.faults import FAULTS

REPOSITORY = Path(__file__).parents[1]


def build(target: str, source: Path, folder: Path) -> Path:
    """The one file that the build backend makes of a source tree, without asking a registry for anything."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", str(folder)]
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    (made,) = folder.iterdir()
    return made


def names_in(wheel: Path) -> list[str]:
    with ZipFile(wheel) as archive:
        return sorted(archive.namelist())


def test_wheel_carries_every_template_beside_the_code(tmp_path: Path) -> None:
    templates = [path for path in (REPOSITORY / "templates").rglob("*") if path.is_file()]
    expected = {f"site_gen/_templates/{path.relative_to(REPOSITORY / 'templates')}" for path in templates}
    names = set(names_in(build("wheel", REPOSITORY, tmp_path)))
    assert expected
    assert expected | {"site_gen/cli.py"} <= names


def test_wheel_carries_the_page_of_every_fault_beside_the_code(tmp_path: Path) -> None:
    expected = {f"site_gen/_diagnostics/{fault.code}-{fault.name}.md" for fault in FAULTS.values()}
    names = names_in(build("wheel", REPOSITORY, tmp_path))
    assert {name for name in names if name.startswith("site_gen/_diagnostics/")} == expected


def test_installed_package_explains_a_fault_as_a_checkout_does(tmp_path: Path) -> None:
    with ZipFile(build("wheel", REPOSITORY, tmp_path / "wheel")) as archive:
        archive.extractall(tmp_path / "installed")
    done = subprocess.run(
        [sys.executable, "-m", "site_gen", "explain", "W102"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "installed")},
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stdout == explanation(FAULTS["W102"])


def test_wheel_made_from_the_source_archive_is_the_same(tmp_path: Path) -> None:
    archive = build("sdist", REPOSITORY, tmp_path / "sdist")
    (tmp_path / "source").mkdir()
    subprocess.run(["tar", "xzf", archive, "-C", tmp_path / "source"], check=True)
    (source,) = (tmp_path / "source").iterdir()
    from_archive = build("wheel", source, tmp_path / "from-archive")
    from_clone = build("wheel", REPOSITORY, tmp_path / "from-clone")
    assert names_in(from_archive) == names_in(from_clone)
