"""`waymark init`: what it lays down passes the check and builds, and nothing that is there is ever written over."""

import json
import os
import shlex
from importlib import metadata
from pathlib import Path

import pytest

from site_gen import __version__
from site_gen.commands import init as command
from site_gen.scaffold.starter import packaged_starter
from tests.commands.running import run
from tests.docs.commands import parse
from tests.sites import tree

STARTER = tree(packaged_starter())
GUIDE = "content/pathways/support-agent-to-technical-writer.md"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder as the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_an_empty_folder_becomes_a_site(folder: Path) -> None:
    result = run("init")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "Wrote a site to this folder, with a pathway to try.\n"
        "Next:\n  waymark serve --open\n  waymark check --strict\n  waymark new pathway\n"
    )
    assert tree(folder).keys() == STARTER.keys()


def test_a_new_site_passes_the_check_and_is_built(folder: Path) -> None:
    assert run("init", "guides").exit_code == 0
    checked = run("check", "--strict", "--site", "guides")
    assert (checked.exit_code, checked.stderr) == (0, "5 files checked: nothing to mend.\n")
    assert run("build", "--strict", "--site", "guides").exit_code == 0
    assert (folder / "guides/output/pathways/support-agent-to-technical-writer.html").is_file()


def test_title_and_address_are_those_that_were_given(folder: Path) -> None:
    result = run("init", "--title", " Guides:  A to B ", "--base-url", "https://a.example/")
    assert result.exit_code == 0
    settings = (folder / "content/site.yaml").read_text("utf-8")
    assert '\ntitle: "Guides: A to B"\n' in settings
    assert '\nbase_url: "https://a.example/"\n' in settings
    assert (folder / "README.md").read_text("utf-8").startswith("# Guides: A to B\n")


def test_the_folder_may_be_named_before_the_command(folder: Path) -> None:
    assert run("--site", "guides", "init").exit_code == 0
    assert (folder / "guides/content/site.yaml").is_file()


@pytest.mark.parametrize("name", ["guides", "my guides", "a/b", "../beside"])
def test_the_next_commands_can_be_typed(folder: Path, name: str) -> None:
    (folder / "here").mkdir()
    os.chdir(folder / "here")
    lines = run("init", name).stdout.splitlines()
    commands = [shlex.split(line) for line in lines[lines.index("Next:") + 1 :]]
    assert [words[0] for words in commands] == ["waymark"] * 3
    for words in commands:
        parse(words[1:])
        assert (Path(words[words.index("--site") + 1]) / "content").is_dir()


@pytest.mark.parametrize("name", ["README", "README.md", "readme.rst"])
def test_what_a_code_host_has_begun_is_kept(folder: Path, name: str) -> None:
    (folder / ".git").mkdir()
    (folder / ".git/config").write_text("[core]\n")
    (folder / "LICENSE").write_text("Mine.\n")
    (folder / name).write_text("# Mine\n")
    result = run("init")
    assert result.exit_code == 0
    assert f"\nKept {name}.\n" in result.stdout
    after = tree(folder)
    assert (after[name], after["LICENSE"], after[".git/config"]) == (b"# Mine\n", b"Mine.\n", b"[core]\n")
    assert after.keys() - {name} == (STARTER.keys() | {"LICENSE", ".git/config"}) - {"README.md"}


def test_files_in_the_way_are_listed_and_nothing_is_written(folder: Path) -> None:
    (folder / ".gitignore").write_text("mine\n")
    (folder / "content").mkdir()
    (folder / "content/site.yaml").write_text("title: Mine\n")
    before = tree(folder)
    result = run("init")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "These are there already, and a new site writes over nothing:\n"
        "  .gitignore\n"
        "  content/site.yaml\n"
        "Move them away, or name another folder. Nothing was written.\n"
    )
    assert tree(folder) == before


def test_another_site_is_left_alone(site: Path) -> None:
    before = tree(site)
    for number in range(20):
        (site / f"content/assets-{number}.txt").touch()
    result = run("init")
    assert result.exit_code == 2
    assert "\n  content/assets-0.txt\n" in result.stderr
    assert "\n  and 13 more\n" in result.stderr
    assert before.items() <= tree(site).items()
    assert not (site / "README.md").exists()


@pytest.mark.parametrize("name", ["guides", "guides/content", "guides/content/roles"])
def test_a_file_where_a_folder_has_to_be_is_in_the_way(folder: Path, name: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text("Not a folder.\n")
    result = run("init", "guides")
    assert result.exit_code == 2
    assert f"\n  {name}\n" in result.stderr
    assert tree(folder) == {name: b"Not a folder.\n"}


def test_a_link_is_in_the_way_wherever_it_leads(folder: Path) -> None:
    (folder / "elsewhere").write_bytes(STARTER[".gitattributes"])
    for target in ("nowhere", "elsewhere"):
        (folder / "site").mkdir()
        (folder / "site/.gitattributes").symlink_to(folder / target)
        assert run("init", "site").exit_code == 2
        assert [path.name for path in (folder / "site").iterdir()] == [".gitattributes"]
        (folder / "site/.gitattributes").unlink()
        (folder / "site").rmdir()


@pytest.mark.parametrize("done", range(0, len(STARTER), 4))
def test_a_run_that_was_ended_half_way_is_made_up_for(folder: Path, monkeypatch: pytest.MonkeyPatch, done: int) -> None:
    write = command._write

    def ended(file: Path, text: str) -> bool:
        if sum(path.is_file() for path in folder.rglob("*")) >= done:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.with_name(f".{file.name}.half").write_text("half of")
            raise KeyboardInterrupt
        return write(file, text)

    monkeypatch.setattr(command, "_write", ended)
    assert run("init").exit_code != 0
    monkeypatch.setattr(command, "_write", write)
    assert run("init").exit_code == 0
    assert tree(folder).keys() == STARTER.keys()


def test_a_second_run_writes_nothing(folder: Path) -> None:
    run("init")
    before = tree(folder)
    assert run("init").stdout.startswith("The site is in this folder already.\nNext:\n")
    (folder / "README.md").write_text("# My own words\n")
    result = run("init")
    assert result.exit_code == 0
    assert result.stdout.startswith("The site is in this folder already.\nKept README.md.\nNext:\n")
    assert tree(folder) == {**before, "README.md": b"# My own words\n"}


def test_a_guide_of_one_s_own_is_never_written_over(folder: Path) -> None:
    run("init")
    (folder / GUIDE).write_text("Mine.\n")
    result = run("init")
    assert (result.exit_code, f"\n  {GUIDE}\n" in result.stderr) == (2, True)
    assert (folder / GUIDE).read_text() == "Mine.\n"


@pytest.mark.parametrize(
    ("args", "reason"),
    [
        pytest.param(["--title", " "], "What was given for --title is empty.", id="no title"),
        pytest.param(["--title", "a\x07"], "What was given for --title holds a character that no text has.", id="bell"),
        pytest.param(
            ["--base-url", "a.example"], "--base-url a.example is not the address of a site. ", id="no scheme"
        ),
    ],
)
def test_what_cannot_be_meant_is_wrong_usage(folder: Path, args: list[str], reason: str) -> None:
    result = run("init", *args)
    assert (result.exit_code, reason in result.stderr) == (2, True)
    assert tree(folder) == {}


@pytest.mark.usefixtures("folder")
def test_a_folder_that_cannot_be_written_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, _content: bytes) -> int:
        raise OSError(28, "No space left on device", str(self))

    monkeypatch.setattr(Path, "write_bytes", full)
    result = run("init", "guides")
    assert result.exit_code == 1
    assert result.stderr == "Error: No space left on device: guides/..editorconfig.half.\n"


class _Installed:
    """An installed Waymark, with what pip has noted of where it came from."""

    def __init__(self, noted: object) -> None:
        self.noted = noted

    def read_text(self, name: str) -> str | None:
        assert name == "direct_url.json"
        return None if self.noted is None else json.dumps(self.noted)


@pytest.mark.parametrize(
    ("noted", "given", "asks"),
    [
        pytest.param(None, (), f"=={__version__}", id="from a package index"),
        pytest.param({"url": "file:///w", "dir_info": {}}, (), f"=={__version__}", id="from a folder of this machine"),
        pytest.param(
            {"url": "https://code.example/w", "vcs_info": {"vcs": "git", "commit_id": "3f1c"}},
            (),
            " @ git+https://code.example/w@3f1c",
            id="from a repository",
        ),
        pytest.param(None, ("--waymark", "git+https://b.example/w@v1"), " @ git+https://b.example/w@v1", id="as typed"),
    ],
)
def test_site_asks_for_the_waymark_that_it_was_begun_with(
    folder: Path, monkeypatch: pytest.MonkeyPatch, noted: object, given: tuple[str, ...], asks: str
) -> None:
    monkeypatch.setattr(metadata, "distribution", lambda _name: _Installed(noted))
    assert run("init", *given).exit_code == 0
    assert f"\nwaymark[search,pictures,links]{asks}\n" in (folder / "requirements.txt").read_text("utf-8")


def test_an_address_that_pip_would_misread_is_refused(folder: Path) -> None:
    result = run("init", "--waymark", "git+https://b.example/w # mine")
    assert result.exit_code == 2
    assert "Write it without spaces and `#`." in result.stderr
    assert tree(folder) == {}
