"""The command line: exit codes, what is said and where, and that nothing ambient gets into the site."""

import errno
import importlib
import re
import sys
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from site_gen import __version__
from site_gen import commands as folder
from tests.commands.running import ERROR, WARNING, call, run
from tests.sites import EPOCH as OWN_EPOCH
from tests.sites import REPOSITORY, small_site, tree


@pytest.mark.parametrize(
    ("files", "args", "code"),
    [
        pytest.param({}, [], 0, id="clean"),
        pytest.param(WARNING, [], 0, id="warnings"),
        pytest.param(ERROR, [], 1, id="errors"),
        pytest.param({}, ["--strict"], 0, id="clean and strict"),
        pytest.param(WARNING, ["--strict"], 1, id="warnings and strict"),
    ],
)
@pytest.mark.parametrize("command", ["build", "check"])
def test_the_exit_code_says_whether_there_are_errors(
    site: Path, command: str, files: dict[str, str], args: list[str], code: int
) -> None:
    small_site(site, files)
    assert run(command, *args).exit_code == code
    assert (site / "output" / "index.html").exists() is (command == "build" and code == 0)


@pytest.mark.parametrize("command", ["build", "check"])
def test_quiet_says_nothing_of_a_clean_site(site: Path, command: str) -> None:
    assert site.is_dir()
    assert run(command, "--quiet").output == ""


@pytest.mark.parametrize("command", ["build", "check"])
def test_quiet_still_says_what_is_wrong(site: Path, command: str) -> None:
    small_site(site, WARNING)
    result = run(command, "--quiet")
    assert result.stdout == ""
    assert "W207 unreached-role" in result.stderr


@pytest.mark.parametrize(
    ("args", "reason"),
    [
        pytest.param(["build", "--colour"], "No such option '--colour'.", id="an unknown option"),
        pytest.param(["--draft"], "No such option '--draft'. Did you mean '--drafts'?", id="a misspelt option"),
        pytest.param(["buld"], "No such command `buld`. Did you mean `waymark build`?", id="a misspelt command"),
        pytest.param(["xyzzy"], "No such command `xyzzy`. See `waymark --help`.", id="an unknown command"),
        pytest.param(["build", "more"], "Got unexpected extra argument (more)", id="an argument too many"),
        pytest.param(["--site"], "Option '--site' requires an argument.", id="an option without its value"),
        pytest.param(
            ["--site", "nowhere"],
            "nowhere is not a site folder: it has no content/ in it. Name one with --site.",
            id="no such folder",
        ),
        pytest.param(
            ["--site", "content"],
            "content is not a site folder: it has no content/ in it. Name one with --site.",
            id="a folder without content",
        ),
        pytest.param(
            ["--site", "loop"],
            "loop is not a site folder: it has no content/ in it. Name one with --site.",
            id="a link to itself",
        ),
        pytest.param(
            ["--output", "."],
            "--output . would replace the content itself. Name a folder of its own.",
            id="output onto the site",
        ),
        pytest.param(
            ["--output", "content/../.."],
            "--output content/../.. would replace the content itself. Name a folder of its own.",
            id="output above the site",
        ),
        pytest.param(
            ["--output", "content/new"],
            "--output content/new would replace the content itself. Name a folder of its own.",
            id="output into the content",
        ),
        pytest.param(
            ["--output", "mine"],
            "mine cannot be replaced: it is not empty and was not made by Waymark. "
            "Name another folder with --output, or empty it.",
            id="output onto somebody's folder",
        ),
        pytest.param(
            ["--output", "loop"],
            "loop cannot be replaced: it is a link to another place. Name another folder with --output, or empty it.",
            id="output onto a link",
        ),
        pytest.param(["--jobs", "0"], "Invalid value for '--jobs': 0 is not in the range 1<=x<=64.", id="no jobs"),
        pytest.param(
            ["--jobs", "two"], "Invalid value for '--jobs': 'two' is not a valid integer range.", id="jobs in words"
        ),
        *[
            pytest.param(
                ["--base-url", url],
                f"--base-url {url} is not the address of a site. "
                "Write the whole of it, beginning with https:// and without `?` or `#`.",
                id=f"base url {url}",
            )
            for url in (
                "example.com",
                "ftp://example.com",
                "https://",
                "https://a.b/?x",
                "https://a.b/#x",
                "https://a b",
            )
        ],
    ],
)
def test_wrong_usage_is_told_in_a_line_and_changes_nothing(site: Path, args: list[str], reason: str) -> None:
    (site / "mine").mkdir()
    (site / "mine" / "thesis.txt").write_text("mine")
    (site / "loop").symlink_to("loop")
    before = tree(site)
    result = run(*args)
    assert (result.exit_code, result.stdout) == (2, "")
    told = f"\n{result.stderr}".partition("\nError: ")[2]
    assert told == f"{reason}\n"
    assert tree(site) == before


@pytest.mark.parametrize("epoch", ["soon", "9" * 30, "1e9", "²"])
def test_a_date_that_is_none_is_wrong_usage(site: Path, monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    assert site.is_dir()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    result = run("check")
    assert result.exit_code == 2
    assert result.stderr.endswith(
        f"Error: SOURCE_DATE_EPOCH is `{epoch}`: it takes a number of seconds since 1970, or nothing.\n"
    )


def test_without_a_given_date_it_is_today_in_greenwich(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    before = date.today() - timedelta(days=1)
    assert before <= folder.today() <= before + timedelta(days=2)


@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_help_names_every_command_and_the_exit_codes(flag: str) -> None:
    result = run(flag)
    assert result.exit_code == 0
    assert re.findall(r"^  (build|check|serve) ", result.stdout, re.MULTILINE) == ["build", "check", "serve"]
    assert "Exit codes: 0 all is well, 1 the content has errors, 2 wrong usage." in " ".join(result.stdout.split())


def test_the_version_is_the_package_s() -> None:
    assert run("--version").stdout == f"waymark, version {__version__}\n"


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(["-m", "site_gen"], id="the package"),
        pytest.param(["-m", "site_gen", "build"], id="the package and its command"),
        pytest.param(["-m", "site_gen", "--site", ".", "--quiet"], id="options before the command"),
        pytest.param([str(REPOSITORY / "build.py")], id="build.py"),
        pytest.param(["-c", "from site_gen.cli import main; main()"], id="the console script"),
    ],
)
def test_every_way_to_call_it_builds_the_same_site(site: Path, command: list[str]) -> None:
    run("build", "--output", "expected")
    done = call(sys.executable, *command, cwd=site)
    assert done.returncode == 0, done.stderr
    assert tree(site / "output") == tree(site / "expected")


def test_the_site_can_be_named_before_or_after_the_command(site: Path) -> None:
    for number, args in enumerate((["--site", str(site), "build"], ["build", f"--site={site}"], [f"--site={site}"])):
        assert run(*args, "--output", f"out{number}").exit_code == 0
    assert tree(site / "out0") == tree(site / "out1") == tree(site / "out2")


def test_paths_are_shown_as_they_were_typed(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small_site(site, WARNING)
    monkeypatch.chdir(tmp_path)
    assert run("check", "--site", "site").stderr.startswith("site/content/roles/potter.md:2:7: warning")
    assert run("check", "--site", str(site)).stderr.startswith(f"{site}/content/roles/potter.md:2:7: warning")
    assert "Open site/output/index.html" in run("--site", "site").stdout


ODD_MACHINE = """
import datetime, os, time

def backwards(listed):
    def folder(*path):
        found = listed(*path)
        entries = sorted(found, key=lambda each: getattr(each, "name", each), reverse=True)
        return entries if isinstance(found, list) else Entries(entries)
    return folder

class Entries:
    def __init__(self, entries):
        self.entries = iter(entries)
    def __iter__(self):
        return self
    def __next__(self):
        return next(self.entries)
    def __enter__(self):
        return self
    def __exit__(self, *_given):
        pass
    close = __exit__

class Later(datetime.datetime):
    @classmethod
    def now(cls, zone=None):
        return datetime.datetime(2044, 2, 29, tzinfo=zone)

match os.environ.pop("ODD_MACHINE", ""):
    case "order":
        os.scandir, os.listdir = backwards(os.scandir), backwards(os.listdir)
        assert os.listdir("/") != sorted(os.listdir("/"))
    case "clock":
        import site_gen.commands
        time.time, site_gen.commands.datetime = lambda: 2_340_000_000.0, Later
    case "umask":
        os.umask(0o077)

from site_gen.cli import main
main()
"""
"""Runs Waymark where one thing is not as on other machines."""


@pytest.mark.parametrize(
    ("args", "environment"),
    [
        pytest.param([], {}, id="once more"),
        pytest.param(["--jobs", "2"], {}, id="two processes"),
        pytest.param([], {"PYTHONHASHSEED": "1"}, id="a hash seed"),
        pytest.param([], {"PYTHONHASHSEED": "4242"}, id="another hash seed"),
        pytest.param([], {"TZ": "Pacific/Kiritimati"}, id="another time zone"),
        pytest.param([], {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0"}, id="a locale without Unicode"),
        pytest.param([], {"HOME": "/nowhere", "NO_COLOR": "1"}, id="another home"),
        pytest.param(["--jobs", "2"], {"ODD_MACHINE": "order"}, id="folders listed backwards"),
        pytest.param([], {"ODD_MACHINE": "clock"}, id="another clock"),
        pytest.param([], {"ODD_MACHINE": "umask"}, id="another umask"),
    ],
)
def test_the_same_content_gives_the_same_bytes(
    tmp_path: Path, expected_site: Path, args: Sequence[str], environment: dict[str, str]
) -> None:
    (tmp_path / "odd.py").write_text(ODD_MACHINE, "utf-8")
    command = [sys.executable, "odd.py", "--quiet", "--site", str(REPOSITORY), "--output", "here"]
    environment = {"PYTHONPATH": str(REPOSITORY), **environment}
    done = call(*command, *args, cwd=tmp_path, SOURCE_DATE_EPOCH=OWN_EPOCH, **environment)
    assert done.stdout + done.stderr == ""
    assert tree(tmp_path / "here") == tree(expected_site)


@pytest.fixture(scope="module")
def expected_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own site, built once."""
    output = tmp_path_factory.mktemp("expected") / "output"
    command = [sys.executable, "-m", "site_gen", "--quiet", "--output", str(output)]
    done = call(*command, cwd=REPOSITORY, SOURCE_DATE_EPOCH=OWN_EPOCH, PYTHONHASHSEED="0")
    assert done.returncode == 0, done.stderr
    return output


@pytest.mark.parametrize("environment", [{}, {"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}])
def test_a_folder_with_any_name_is_no_traceback(tmp_path: Path, environment: dict[str, str]) -> None:
    site = small_site(tmp_path / "köche \n 料理 \udcff", WARNING)
    done = call(sys.executable, "-m", "site_gen", "--site", str(site), cwd=tmp_path, **environment)
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    assert "<U+000A>" in done.stderr


@pytest.mark.parametrize(
    ("command", "rest"),
    [
        pytest.param([], " Nothing was published.", id="a build"),
        pytest.param(["serve"], " Nothing was published.", id="a preview"),
        pytest.param(["check"], "", id="a check, which publishes nothing anyway"),
        pytest.param(["stats"], "", id="a count"),
    ],
)
def test_what_the_system_refuses_is_one_line(
    site: Path, monkeypatch: pytest.MonkeyPatch, command: list[str], rest: str
) -> None:
    def full(*_given: object, **_more: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(site / ".output.new" / "index.html"))

    monkeypatch.setattr(importlib.import_module(f"site_gen.commands.{(command or ['build'])[0]}"), "make_options", full)
    result = run(*command)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"Error: No space left on device: .output.new/index.html.{rest}\n"


def test_reader_that_stops_reading_is_no_message(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert site.is_dir()

    def closed(*_given: object) -> None:
        raise BrokenPipeError(errno.EPIPE, "Broken pipe")

    monkeypatch.setattr(importlib.import_module("site_gen.commands.check"), "make_options", closed)
    result = run("check")
    assert (result.exit_code, result.output) == (1, "")


def test_colour_is_for_terminals_that_want_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert folder.has_colour()
    monkeypatch.setenv("NO_COLOR", "1")
    assert not folder.has_colour()
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: False)
    assert not folder.has_colour()
