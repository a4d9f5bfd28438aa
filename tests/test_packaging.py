import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

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


def test_wheel_made_from_the_source_archive_is_the_same(tmp_path: Path) -> None:
    archive = build("sdist", REPOSITORY, tmp_path / "sdist")
    (tmp_path / "source").mkdir()
    subprocess.run(["tar", "xzf", archive, "-C", tmp_path / "source"], check=True)
    (source,) = (tmp_path / "source").iterdir()
    from_archive = build("wheel", source, tmp_path / "from-archive")
    from_clone = build("wheel", REPOSITORY, tmp_path / "from-clone")
    assert names_in(from_archive) == names_in(from_clone)
