"""The command line: exit codes, what is said and where, and that nothing ambient gets into the site."""

import errno
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from site_gen import __version__, cli
from site_gen.build import site as building
from site_gen.cli import commands
from tests.sites import EPOCH as OWN_EPOCH
from tests.sites import PATHWAY, REPOSITORY, small_site, tree

EPOCH = str((date(2026, 1, 10) - date(1970, 1, 1)).days * 86400)
WARNING = {"roles/potter.md": "---\nname: Potter\nfamily: Craft\n---\n\nMakes pots.\n"}
ERROR = {"pathways/cook-to-baker.md": PATHWAY.replace("to: baker", "to: barker")}


@pytest.fixture(autouse=True)
def fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small site without a fault, as the current folder."""
    folder = small_site(tmp_path / "site")
    monkeypatch.chdir(folder)
    return folder


def run(*args: str) -> Result:
    return CliRunner().invoke(commands, args, prog_name="waymark")


def call(*command: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(REPOSITORY), **environment}
    return subprocess.run(command, cwd=cwd, env=env, check=False, capture_output=True, text=True)


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


def test_a_clean_build_says_how_much_there_is_and_where_to_look(site: Path) -> None:
    result = run("build")
    assert re.fullmatch(r"5 pages, 0 warnings, \d+\.\d seconds\. Open output/index\.html\n", result.stdout)
    assert result.stderr == "3 files checked: nothing to mend.\n"
    assert len(list((site / "output").rglob("*.html"))) == 5


def test_a_build_with_a_warning_counts_it(site: Path) -> None:
    small_site(site, WARNING)
    result = run("build")
    assert ", 1 warning, " in result.stdout
    assert result.stderr == (
        "content/roles/potter.md:2:7: warning W207 unreached-role\n"
        "  no pathway leads to or from `potter`\n"
        "   2 | name: Potter\n"
        "     |       ^^^^^^\n"
        "  help: add a pathway, such as content/pathways/potter-to-….md, or remove the role\n"
        "\n"
        "4 files checked: 1 warning.\n"
    )


def test_a_failed_build_says_that_nothing_was_published(site: Path) -> None:
    small_site(site, ERROR)
    result = run("build")
    assert result.stdout == ""
    assert result.stderr.endswith("3 files checked: 1 error. Nothing was published.\n")


def test_a_check_writes_nothing(site: Path) -> None:
    before = tree(site)
    assert run("check").stderr == "3 files checked: nothing to mend.\n"
    assert tree(site) == before


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
        pytest.param(["check", "more"], "Got unexpected extra argument (more)", id="an argument too many"),
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
    assert before <= cli._today() <= before + timedelta(days=2)


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


def test_drafts_and_later_dates_are_published_only_on_request(site: Path) -> None:
    small_site(
        site,
        {
            "roles/potter.md": WARNING["roles/potter.md"],
            "pathways/cook-to-potter.md": PATHWAY.replace("to: baker", "to: potter\ndraft: true"),
            "pathways/potter-to-cook.md": PATHWAY.replace("from: cook\nto: baker", "from: potter\nto: cook").replace(
                "reviewed", "published: 2026-01-11\nreviewed"
            ),
        },
    )
    assert run().exit_code == 0
    assert sorted(path.name for path in (site / "output/pathways").iterdir()) == ["cook-to-baker.html"]
    assert run("--drafts").exit_code == 0
    names = ["cook-to-baker.html", "cook-to-potter.html", "potter-to-cook.html"]
    assert sorted(path.name for path in (site / "output/pathways").iterdir()) == names


def test_a_pathway_is_published_on_its_day(site: Path) -> None:
    small_site(site, {"pathways/cook-to-baker.md": PATHWAY.replace("difficulty", "published: 2026-01-10\ndifficulty")})
    assert run().exit_code == 0
    assert (site / "output/pathways/cook-to-baker.html").exists()


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
    ],
)
def test_the_same_content_gives_the_same_bytes(
    tmp_path: Path, expected_site: Path, args: Sequence[str], environment: dict[str, str]
) -> None:
    command = [sys.executable, "-m", "site_gen", "--quiet", "--site", str(REPOSITORY), "--output", "here"]
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


def test_what_the_system_refuses_is_one_line(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_given: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(site / ".output.new" / "index.html"))

    monkeypatch.setattr(building, "publish", full)
    monkeypatch.setattr(sys, "argv", ["waymark", "--quiet"])
    with pytest.raises(SystemExit) as left:
        cli.main()
    assert left.value.code == 1
    assert capsys.readouterr() == (
        "",
        "Error: No space left on device: .output.new/index.html. Nothing was published.\n",
    )


def test_an_output_below_a_file_is_one_line(site: Path) -> None:
    (site / "file").write_text("mine")
    done = call(sys.executable, "-m", "site_gen", "--quiet", "--output", "file/output", cwd=site)
    assert (done.returncode, done.stdout) == (1, "")
    assert re.fullmatch(
        r"Error: (Not a directory|File exists): file(/output)?\. Nothing was published\.\n", done.stderr
    )


def test_colour_is_for_terminals_that_want_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert cli._has_colour()
    monkeypatch.setenv("NO_COLOR", "1")
    assert not cli._has_colour()
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: False)
    assert not cli._has_colour()
