"""A command loads what it uses and no more: what others use would cost each of its runs a part of a second."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.sites import REPOSITORY, small_site

SLOW = {"aiohttp", "asyncio", "concurrent.futures", "livereload", "multiprocessing", "pydantic", "rich", "tornado"}
"""What takes long to load: of use where there is a terminal, a network or more than one process."""

PARSERS = {"csv", "markdown_it", "yaml"}
TEMPLATES = {"jinja2", "site_gen.build.making", "site_gen.pages", "site_gen.render.environment", "sqlite3"}


def loaded(site: Path, *args: str) -> set[str]:
    """The names of all modules that a command loads in a process of its own."""
    record = site / "modules"
    code = (
        "import atexit, sys\n"
        "record = sys.argv.pop(1)\n"
        "atexit.register(lambda: open(record, 'w').write(' '.join(sys.modules)))\n"
        "from site_gen.cli import main\n"
        "main()\n"
    )
    command = [sys.executable, "-c", code, str(record), *args]
    done = subprocess.run(command, cwd=site, env={"PYTHONPATH": str(REPOSITORY)}, check=False, capture_output=True)
    assert done.returncode == 0, done.stderr
    return set(record.read_text(encoding="utf-8").split())


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site of plain files with settings."""
    return small_site(tmp_path, {"site.yaml": "title: Crafts\ncall_to_action:\n  title: Go on\n  text: Begin today.\n"})


@pytest.mark.parametrize("args", [["--version"], ["--help"], ["check", "--help"]], ids=" ".join)
def test_what_is_told_of_waymark_itself_loads_nothing_of_a_build(site: Path, args: list[str]) -> None:
    names = loaded(site, *args)
    assert "click" in names
    assert names & {*SLOW, *PARSERS, *TEMPLATES, "site_gen.build", "site_gen.decode", "site_gen.model"} == set()


def test_version_loads_no_command(site: Path) -> None:
    names = loaded(site, "--version")
    assert {name for name in names if name.startswith("site_gen.commands.")} == set()


def test_a_new_site_is_laid_down_without_anything_of_a_build(site: Path) -> None:
    names = loaded(site, "init", "another")
    assert "site_gen.scaffold.starter" in names
    names.discard("csv")  # what pip has noted of an installation is read by a module of Python that loads it
    assert names & {*SLOW, *PARSERS, *TEMPLATES, "site_gen.build", "site_gen.model"} == set()


@pytest.mark.parametrize("paths", [["content/pathways/cook-to-baker.md"], ["content/roles/cook.md"]], ids=" ".join)
def test_check_of_one_plain_file_loads_no_parser_and_no_templates(site: Path, paths: list[str]) -> None:
    names = loaded(site, "check", *paths)
    assert "site_gen.checks.known_roles" in names
    assert names & {*SLOW, *PARSERS, *TEMPLATES, "site_gen.outside", "site_gen.scaffold"} == set()


def test_check_of_one_file_does_not_look_at_templates(site: Path) -> None:
    (site / "templates").mkdir()
    (site / "templates/base.html").write_text("", "utf-8")
    assert "jinja2" not in loaded(site, "check", "content/roles/cook.md")
    assert "jinja2" in loaded(site, "check")


def test_nothing_is_collected_while_a_command_runs_nor_at_its_end(site: Path) -> None:
    code = (
        "import atexit, gc\n"
        "atexit.register(lambda: print(gc.isenabled(), gc.get_freeze_count() > 0))\n"
        "from site_gen.cli import main\n"
        "main()\n"
    )
    command = [sys.executable, "-c", code, "check", "--quiet"]
    done = subprocess.run(command, cwd=site, env={"PYTHONPATH": str(REPOSITORY)}, check=False, capture_output=True)
    assert done.stdout.decode().split() == ["False", "True"]


def test_check_of_a_site_loads_no_templates(site: Path) -> None:
    assert loaded(site, "check") & {*SLOW, *PARSERS, "jinja2", "site_gen.pages"} == set()


def test_build_of_what_has_not_changed_loads_nothing_to_make_pages_with(site: Path) -> None:
    loaded(site, "build", "--jobs", "2")
    names = loaded(site, "build", "--jobs", "2")
    assert "site_gen.build.making" in names
    assert names & {*SLOW, *PARSERS, "http", "jinja2", "socket", "site_gen.render.environment"} == set()


def test_build_loads_no_parser_for_plain_files(site: Path) -> None:
    names = loaded(site, "build")
    assert "jinja2" in names
    assert names & {*SLOW, *PARSERS} == set()


def test_only_a_build_with_pictures_loads_what_draws_them(site: Path) -> None:
    assert "PIL" not in loaded(site, "build")
    settings = site / "content/site.yaml"
    settings.write_text("base_url: https://a.example/\npictures: true\n", "utf-8")
    assert "PIL" not in loaded(site, "check")
    assert "PIL" in loaded(site, "build")
    assert "PIL" not in loaded(site, "build")
