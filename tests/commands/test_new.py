"""`waymark new`: what it asks, writes and refuses, and that what it writes passes the check but for its marks."""

import io
import os
import re
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from site_gen import commands as folder
from site_gen.build.site import check_site
from site_gen.cli import commands
from site_gen.commands import new as command
from site_gen.faults import PLACE_TO_FILL_IN, UNREACHED_ROLE
from tests.commands.running import call, run
from tests.scaffold.tables import CSV, SETTINGS
from tests.sites import copy_site, options, small_site, tree

ROLE = "content/roles/pastry-chef.md"
WAY = "content/pathways/cook-to-pastry-chef.md"
MARK = re.compile(r"FILL IN: .*?(?=\"$| \(|\?$|$)", re.MULTILINE)


@pytest.fixture
def table(site: Path) -> Path:
    """The small site with a table of occupations."""
    return small_site(site, {"occupations.csv": CSV, "site.yaml": SETTINGS})


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the input of a test count as a terminal."""
    monkeypatch.setattr(command, "_is_terminal", lambda: True)


def answer(*args: str, answers: str) -> Result:
    return CliRunner().invoke(commands, args, input=answers, prog_name="waymark")


def fill_in(path: Path) -> None:
    """Put other words in place of every mark."""
    words = iter(range(1000))
    path.write_text(MARK.sub(lambda _: f"Word{next(words)} of an author", path.read_text("utf-8")), "utf-8")


def test_a_role_is_written_from_options(table: Path) -> None:
    result = run("new", "role", "pastry-chef", "--family", "kitchen", "--occupation", "51-3011", "--non-interactive")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        f"Wrote {ROLE}\n"
        f"Fill in the 2 marked places; `waymark check {ROLE}` lists them.\n"
        "`waymark new pathway FROM pastry-chef` writes a pathway to it.\n"
    )
    assert (table / ROLE).read_text("utf-8") == (
        "---\n"
        "name: Pastry Chef\n"
        "plural: Pastry Chefs\n"
        "family: Kitchen\n"
        "occupation: { code: 51-3011, title: Bakers, fit: near }\n"
        "zone: 2\n"
        "salary:\n"
        "  low: 32000\n"
        "  median: 37000\n"
        "  high: 42000\n"
        "  spread: 25th to 75th percentile\n"
        "  currency: USD\n"
        "  place: United States\n"
        "  source: BLS OEWS\n"
        "  as_of: 2025-05\n"
        "outlook: { growth: -1.5%, period: 2024-34, openings: 24400, source: BLS Employment Projections }\n"
        "---\n"
        "\n"
        "FILL IN: what people in the role do on an ordinary day, and what outsiders do not see, "
        "in one or two paragraphs\n"
        "\n"
        "Pastry Chef has no occupation code of its own. The figures here are those of Bakers (51-3011).\n"
        "FILL IN: why this occupation, and which others would have been plausible\n"
    )


@pytest.mark.usefixtures("terminal")
def test_a_role_is_written_from_answers(table: Path) -> None:
    result = answer("new", "role", "Pastry Chef", answers="kichen\n\nbaker\n1\nparent\n")
    assert result.exit_code == 0
    lines = (table / ROLE).read_text("utf-8").splitlines()
    assert lines[1:5] == [
        "name: Pastry Chef",
        "plural: Pastry Chefs",
        "family: Kitchen",
        "occupation: { code: 51-3011, title: Bakers, fit: parent }",
    ]
    assert "No role has the family `kichen`. Use `Kitchen`? [Y/n]:" in result.output
    assert "  1  51-3011  Bakers (37,000 USD)\n" in result.output


def test_a_pathway_with_a_new_role_is_written_whole(table: Path) -> None:
    result = run("new", "pathway", "cook", "Pastry Chef", "--with-roles", "--non-interactive", "--summary", "S.")
    assert result.exit_code == 0
    assert result.stdout == (
        f"Wrote {ROLE}\nWrote {WAY}\nFill in the 42 marked places; `waymark check {ROLE} {WAY}` lists them.\n"
    )
    text = (table / WAY).read_text("utf-8")
    assert text.startswith("---\nfrom: cook\nto: pastry-chef\nsummary: S.\n")
    assert "\nreviewed: 2026-01-10\n" in text


@pytest.mark.usefixtures("terminal")
def test_the_nearest_role_is_used_on_enter(table: Path) -> None:
    small_site(table, {"roles/pastry-chef.md": "---\nname: Pastry Chef\nfamily: Kitchen\n---\n\nBakes.\n"})
    result = answer("new", "pathway", "cook", "pastry-chief", answers="\n\n\n\n")
    assert result.exit_code == 0
    assert "No role is called `pastry-chief`. Use `pastry-chef`? [Y/n]:" in result.output
    assert (table / WAY).is_file()


@pytest.mark.usefixtures("terminal")
def test_roles_that_were_not_typed_are_asked_for(table: Path) -> None:
    small_site(table, {"roles/pastry-chef.md": "---\nname: Pastry Chef\nfamily: Kitchen\n---\n\nBakes.\n"})
    result = answer("new", "pathway", answers="cook\nPastry Chef\n\n\n\n")
    assert result.exit_code == 0
    assert result.output.startswith("Role it leads from: cook\nRole it leads to: Pastry Chef\n")
    assert (table / WAY).is_file()


@pytest.mark.usefixtures("terminal")
def test_a_name_that_was_not_typed_is_asked_for(table: Path) -> None:
    assert answer("new", "role", answers="Pastry Chef\nKitchen\nnone\n").exit_code == 0
    assert "name: Pastry Chef\n" in (table / ROLE).read_text("utf-8")


@pytest.mark.parametrize(
    ("args", "missing"),
    [
        pytest.param(["new", "role"], "NAME", id="no terminal"),
        pytest.param(["new", "role", "--non-interactive"], "NAME", id="a role in a script"),
        pytest.param(["new", "pathway", "cook", "--non-interactive"], "TO", id="a pathway in a script"),
    ],
)
def test_a_name_that_nobody_can_be_asked_for_is_wrong_usage(table: Path, args: list[str], missing: str) -> None:
    before = tree(table)
    result = run(*args)
    assert result.exit_code == 2
    assert result.stderr.endswith(f"\nError: {missing} is missing.\n")
    assert tree(table) == before


def test_the_next_step_names_the_site_that_was_named(table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(table.parent)
    result = run("new", "role", "Pastry Chef", "--non-interactive", "--site", "site")
    assert f"`waymark check --site site site/{ROLE}` lists them." in result.stdout


@pytest.mark.parametrize("drafts", [True, False])
def test_what_is_written_passes_the_check_but_for_its_marks(tmp_path: Path, drafts: bool) -> None:
    site = copy_site(tmp_path)
    assert run("new", "pathway", "Data Engineer", "Zookeeper", *SCRIPT, "--site", str(site)).exit_code == 0
    made = [site / "content/roles/zookeeper.md", site / "content/pathways/data-engineer-to-zookeeper.md"]
    report = check_site(options(site, strict=True, drafts=drafts))
    assert {each.fault for each in report.diagnostics} == {PLACE_TO_FILL_IN}
    marks = [(each.place.path, each.place.line) for each in report.diagnostics]
    assert sorted(marks) == sorted(
        (path.relative_to(site).as_posix(), number)
        for path in made
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if "FILL IN:" in line
    )
    for path in made:
        fill_in(path)
    assert check_site(options(site, strict=True, drafts=drafts)).diagnostics == ()


def test_a_role_alone_waits_for_a_pathway(tmp_path: Path) -> None:
    site = copy_site(tmp_path)
    assert run("new", "role", "Dental Hygienist", "--family", "Health", *SCRIPT[1:], "--site", str(site)).exit_code == 0
    path = site / "content/roles/dental-hygienist.md"
    assert "occupation: { code: 29-1292, title: Dental Hygienists, fit: exact }\n" in path.read_text("utf-8")
    fill_in(path)
    (only,) = check_site(options(site)).diagnostics
    assert only.fault is UNREACHED_ROLE


SCRIPT = ("--with-roles", "--non-interactive")


@pytest.mark.parametrize(
    ("args", "reason"),
    [
        pytest.param(
            ["role", "Baker"], "`Baker` is a role already: content/roles/baker.md. Nothing was written.", id="a role"
        ),
        pytest.param(
            ["role", "Chef", "--id", "cook"],
            "content/roles/cook.md is `Cook`. Give `Chef` another id with --id. Nothing was written.",
            id="the id of a role",
        ),
        pytest.param(
            ["pathway", "cook", "baker"],
            "content/pathways/cook-to-baker.md is there already. Nothing was written.",
            id="a pathway",
        ),
        pytest.param(
            ["pathway", "bakker", "cook"],
            "No role is called `bakker`. The nearest is `baker`. "
            "Give the id of a role, or add --with-roles to write this one, too.",
            id="an unknown role",
        ),
        pytest.param(
            ["pathway", "cook", "chef", "--with-roles", "--summary", "x" * 161],
            "The summary has 161 characters; at most 160 fit on a card.",
            id="a bad summary after a role that could have been written",
        ),
        pytest.param(
            ["rle", "x"], "No such kind of file `rle`. Did you mean `waymark new role`?", id="a misspelt kind"
        ),
        pytest.param(["xyzzy"], "No such kind of file `xyzzy`. See `waymark new --help`.", id="an unknown kind"),
        pytest.param(
            ["role", "x", "--site", "nowhere"],
            "nowhere is not a site folder: it has no content/ in it. Name one with --site.",
            id="no such site",
        ),
    ],
)
def test_what_cannot_be_written_is_told_in_a_line_and_changes_nothing(
    table: Path, args: list[str], reason: str
) -> None:
    before = tree(table)
    result = run("new", *args, *(["--non-interactive"] if args[0] in {"role", "pathway"} else []))
    assert result.exit_code == 2
    assert result.output.splitlines()[-1] == f"Error: {reason}"
    assert tree(table) == before


def test_settings_with_errors_are_mended_first(site: Path) -> None:
    small_site(site, {"site.yaml": "titel: x\n"})
    result = run("new", "role", "x", "--non-interactive")
    assert result.exit_code == 2
    assert result.output.splitlines()[-1] == (
        "Error: content/site.yaml has errors. Mend them first: `waymark check` lists them."
    )


def test_a_table_with_faults_is_told_like_any_other_fault(table: Path) -> None:
    small_site(table, {"occupations.csv": CSV.replace("97550", "much")})
    before = tree(table)
    result = run("new", "role", "x", "--non-interactive")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "content/occupations.csv:4:35: error W506 bad-table\n"
        "  `much` in the column `median` is not a whole number\n"
        "   4 | 29-1141,Registered Nurses,3,80000,much,110000,4.9,189100\n"
        "     |                                   ^^^^\n"
        "  help: write digits only, or leave the cell empty where there is no figure\n"
        "\n"
        "Mend content/occupations.csv, or add --occupation none. Nothing was written.\n"
    )
    assert tree(table) == before
    assert run("new", "role", "x", "--non-interactive", "--occupation", "none").exit_code == 0


@pytest.mark.usefixtures("terminal")
def test_the_end_of_input_is_told_in_a_line_and_changes_nothing(table: Path) -> None:
    before = tree(table)
    result = answer("new", "pathway", "cook", "Chef", answers="y\nKitchen\n")
    assert result.exit_code == 2
    assert result.output.splitlines()[-1] == (
        "Error: There was no answer to `Occupation (a number, a code, other words to look for, or none)`. "
        "Write the role first with `waymark new role`, or add --non-interactive. Nothing was written."
    )
    assert tree(table) == before


def test_without_a_terminal_nothing_is_asked(table: Path) -> None:
    before = tree(table)
    done = call(sys.executable, "-m", "site_gen", "new", "role", "Chef", cwd=table)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines()[-1] == (
        "Error: There is no terminal to ask on (`Family (Kitchen, or a new one)`). "
        "Give --family, or add --non-interactive."
    )
    assert tree(table) == before


def test_a_file_that_cannot_be_written_takes_the_others_back(table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tree(table)
    whole = Path.open

    def full(path: Path, mode: str = "r", **more: object) -> object:
        if mode == "x" and path.name.startswith("cook-to-"):
            raise OSError(28, "No space left on device", str(path))
        return whole(path, mode, **more)  # type: ignore[call-overload] # passed on as it came

    monkeypatch.setattr(Path, "open", full)
    result = run("new", "pathway", "cook", "Chef", *SCRIPT)
    assert result.exit_code == 2
    assert result.output.splitlines()[-1] == (
        "Error: content/pathways/cook-to-chef.md could not be written: No space left on device. Nothing was written."
    )
    assert tree(table) == before


def test_a_terminal_is_what_the_system_calls_one(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = os.openpty()
    with open(second, encoding="utf-8", closefd=False) as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        assert command._is_terminal()
    os.close(first)
    os.close(second)
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert not command._is_terminal()


def test_command_is_in_the_register() -> None:
    assert folder.load_command("new") is command.COMMAND
