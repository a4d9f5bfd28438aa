"""The package holds all that it needs: installed far from here, it lays down a site, checks it and builds it."""

import os
import subprocess
import sys
import tarfile
from collections.abc import Callable, Mapping
from email.parser import HeaderParser
from pathlib import Path
from zipfile import ZipFile

import pytest

from site_gen import __version__
from site_gen.explain import explanation
from site_gen.faults import FAULTS
from site_gen.scaffold.starter import packaged_starter
from tests.docs.reading import read, snippets
from tests.sites import REPOSITORY

Run = Callable[..., subprocess.CompletedProcess[str]]

WATCH = """
import os, sys
_log = os.environ.get("OPENED_FILES")
if _log:
    _out = open(_log, "a", encoding="utf-8")
    def _note(event, args):
        if event in ("open", "os.listdir", "os.scandir") and isinstance(args[0], str):
            _out.write(os.path.abspath(args[0]) + "\\n")
            _out.flush()
    sys.addaudithook(_note)
"""
"""Makes each process of an environment note what it opens."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the source archive and the wheel made of it, as `python -m build` gives them in the clone."""
    folder = tmp_path_factory.mktemp("made")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), "."]
    done = subprocess.run(command, cwd=REPOSITORY, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def wheel(made: Path) -> Path:
    (wheel,) = made.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel and what it depends on, and nothing else. Without a registry there is none."""
    folder = tmp_path_factory.mktemp("elsewhere") / "environment"
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    pip = [str(folder / "bin/python"), "-m", "pip", "--disable-pip-version-check", "--quiet", "install", str(wheel)]
    done = subprocess.run(pip, check=False, capture_output=True, text=True, env=_environment({}))
    if done.returncode and not os.environ.get("CI"):
        pytest.skip(f"NO PACKAGES TO INSTALL: {done.stderr.strip().splitlines()[-1]}")
    assert done.returncode == 0, done.stderr
    (packages,) = folder.glob("lib/python*/site-packages")
    (packages / "opened_files.py").write_text(WATCH, "utf-8")
    (packages / "opened_files.pth").write_text("import opened_files\n", "utf-8")
    return folder


@pytest.fixture(scope="module")
def run(installed: Path) -> Run:
    """Runs a program of that environment beside it, and notes what it opens in `opened`."""

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        beside = installed.parent
        env = _environment({"OPENED_FILES": str(beside / "opened")})
        program = installed / "bin" / command[0]
        return subprocess.run([program, *command[1:]], cwd=beside, env=env, check=False, capture_output=True, text=True)

    return run


def _environment(more: Mapping[str, str]) -> dict[str, str]:
    """The variables of this process without those that lead Python to this clone."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")} | dict(more)


def names_in(wheel: Path) -> list[str]:
    with ZipFile(wheel) as archive:
        return sorted(archive.namelist())


def below(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_wheel_carries_every_template_beside_the_code(wheel: Path) -> None:
    expected = {f"site_gen/_templates/{path}" for path in below(REPOSITORY / "templates")}
    names = set(names_in(wheel))
    assert expected
    assert expected | {"site_gen/cli.py", "site_gen/py.typed"} <= names


def test_wheel_carries_the_page_of_every_fault_beside_the_code(wheel: Path) -> None:
    expected = {f"site_gen/_diagnostics/{fault.code}-{fault.name}.md" for fault in FAULTS.values()}
    assert {name for name in names_in(wheel) if name.startswith("site_gen/_diagnostics/")} == expected


def test_wheel_carries_every_file_of_a_new_site_hidden_ones_too(wheel: Path) -> None:
    expected = {f"site_gen/starter/{path}" for path in below(packaged_starter())}
    assert {path.split("/")[2] for path in expected} >= {".gitignore", ".vscode", "content"}
    assert {name for name in names_in(wheel) if name.startswith("site_gen/starter/")} == expected


def test_wheel_and_archive_are_of_the_one_version(made: Path, wheel: Path) -> None:
    assert {path.name for path in made.iterdir()} == {
        f"waymark-{__version__}.tar.gz",
        f"waymark-{__version__}-py3-none-any.whl",
    }
    with ZipFile(wheel) as archive:
        metadata = archive.read(f"waymark-{__version__}.dist-info/METADATA").decode()
    assert HeaderParser().parsestr(metadata)["Version"] == __version__


def test_wheel_made_from_the_source_archive_is_the_same(wheel: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True)
    (from_clone,) = tmp_path.iterdir()
    assert names_in(wheel) == names_in(from_clone)


def test_source_archive_holds_what_the_package_is_made_of(made: Path) -> None:
    (archive,) = made.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        names = {name.partition("/")[2] for name in opened.getnames()}
    assert {"LICENSE", "README.md", "build.py", "pyproject.toml", "site_gen/starter/.gitignore"} <= names
    assert not [name for name in names if name.startswith(("tests/", "content/", "output/"))]


def test_installed_package_explains_a_fault_as_a_checkout_does(run: Run) -> None:
    assert run("waymark", "explain", "W102").stdout == explanation(FAULTS["W102"])


def test_installed_package_knows_its_version(run: Run) -> None:
    assert run("waymark", "--version").stdout == f"waymark, version {__version__}\n"


def test_installed_package_lays_down_a_site_checks_it_and_builds_it(installed: Path, run: Run) -> None:
    beside = installed.parent
    assert run("waymark", "init", "guides", "--title", "Kitchen careers").returncode == 0
    assert below(beside / "guides") == below(packaged_starter())
    checked = run("waymark", "check", "--strict", "--site", "guides")
    assert (checked.returncode, checked.stderr) == (0, "5 files checked: nothing to mend.\n")
    built = run("waymark", "build", "--strict", "--site", "guides")
    assert (built.returncode, built.stderr) == (0, "5 files checked: nothing to mend.\n")
    output = beside / "guides/output"
    assert "Kitchen careers" in (output / "pathways/support-agent-to-technical-writer.html").read_text("utf-8")
    for pattern in ("assets/style-*.css", "assets/app-*.js", "assets/icon-*.svg", "assets/modules-*/finder.js"):
        (file,) = output.glob(pattern)
        assert file.stat().st_size > 100, pattern
    assert f"=={__version__}\n" in (beside / "guides/requirements.txt").read_text("utf-8")


def test_installed_package_reads_nothing_of_this_clone(installed: Path, run: Run) -> None:
    assert run("waymark", "init", "again").returncode == 0
    assert run("waymark", "build", "--site", "again").returncode == 0
    opened = {Path(line) for line in (installed.parent / "opened").read_text("utf-8").splitlines()}
    assert any(path.name == "base.html" for path in opened)
    assert [path for path in opened if path.is_relative_to(REPOSITORY)] == []


def test_programs_of_others_have_types_to_be_held_to(installed: Path, tmp_path: Path) -> None:
    examples = [each.code for each in snippets(read("docs/python.md")) if each.language == "python"]
    for number, example in enumerate(examples):
        (tmp_path / f"example_{number}.py").write_text(example, "utf-8")
    wrong = "from site_gen import Options, check_site\n\ncheck_site(Options.of('a', today='today')).no_such_thing\n"
    (tmp_path / "wrong.py").write_text(wrong, "utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file", "", "--python-executable"]
    command += [str(installed / "bin/python"), "--no-error-summary", "."]
    done = subprocess.run(command, cwd=tmp_path, check=False, capture_output=True, text=True, env=_environment({}))
    assert [line.split(": ", 1)[0] for line in done.stdout.splitlines()] == ["wrong.py:3", "wrong.py:3"]
    assert "[arg-type]" in done.stdout
    assert "[attr-defined]" in done.stdout
