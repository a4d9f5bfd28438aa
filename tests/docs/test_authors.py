"""What newcomers are told is true: commands exist, messages are said so, the example passes, pictures are there."""

from __future__ import annotations

import re
import shlex
import shutil
import socket
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from site_gen.cli import commands
from site_gen.commands import new
from tests.docs.commands import parse
from tests.docs.reading import ROOT, code_in, read, snippets, table
from tests.docs.sites import said
from tests.sites import options
from tools.pictures import MISTAKES, PATHWAY, REVIEW_DAY, example, with_mistakes, write_example

PAGES = ["docs/authors.md", "docs/writing.md", "CONTRIBUTING.md", ".github/pull_request_template.md"]
AUTHORS = read("docs/authors.md")
ROLE = "content/roles/technical-trainer.md"
PROGRAMS = {"git", "cd", "make", "waymark", ".", "pre-commit"}
SHOWN = [
    line for page in PAGES for each in snippets(read(page)) if each.language == "sh" for line in each.code.splitlines()
]
NAMED = [command for page in PAGES for command in re.findall(r"`(waymark [^`]*)`", read(page))]
PICTURES = [(page, *found) for page in PAGES for found in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", read(page))]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the project's content as the current folder, on the day of the example, at a terminal."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", REVIEW_DAY)
    monkeypatch.setattr(new, "_is_terminal", lambda: True)
    return tmp_path


@pytest.fixture
def finished(site: Path) -> Path:
    """The same with the example in it."""
    for path, text in example().items():
        (site / path).write_text(text, encoding="utf-8")
    return site


def call(*args: str, answers: str = "") -> Result:
    return CliRunner().invoke(commands, args, input=answers, prog_name="waymark")


def block(beginning: str, *, language: str = "text") -> str:
    """The one block of code that begins so."""
    (found,) = (
        each.code for each in snippets(AUTHORS) if each.language == language and each.code.startswith(beginning)
    )
    return found


def test_minutes_of_the_steps_are_half_an_hour() -> None:
    listed = [(code, int(minutes)) for code, minutes in table(AUTHORS, "Step", "Minutes")]
    steps = re.findall(r"^## \d\. (.*) \((\d+) minutes\)$", AUTHORS, re.MULTILINE)
    assert [(re.findall(r"\[(.*)\]", step)[0], minutes) for step, minutes in listed] == [
        (step, int(minutes)) for step, minutes in steps
    ]
    assert sum(minutes for _, minutes in listed) == 30


@pytest.mark.parametrize("line", sorted(set(SHOWN)))
def test_command_line_that_is_shown_can_be_typed(line: str) -> None:
    words = shlex.split(line)
    assert words[0] in PROGRAMS
    if words[0] == "waymark":
        parse(words[1:])
    if words[0] == "make":
        targets = set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))
        variables = set(re.findall(r"^([A-Z]+) :=", read("Makefile"), re.MULTILINE))
        assert {word.partition("=")[0] for word in words[1:]} <= targets | variables


@pytest.mark.parametrize("line", sorted(set(NAMED)))
def test_command_that_a_sentence_names_can_be_typed(line: str) -> None:
    parse(shlex.split(line)[1:])


def test_option_that_is_not_there_is_seen() -> None:
    with pytest.raises(click.UsageError):
        parse(["check", "--mend"])


def test_links_lead_to_files_that_exist() -> None:
    broken = []
    for page in PAGES:
        text = re.sub(r"^```.*?^```$|`[^`\n]*`", "", read(page), flags=re.MULTILINE | re.DOTALL)
        for target in re.findall(r"\]\(([^)\s#]+)[^)]*\)", text):
            if not target.startswith("https://") and not (ROOT / page).parent.joinpath(target).is_file():
                broken.append((page, target))
    assert broken == []


def test_every_picture_is_described_there_and_small() -> None:
    assert len(PICTURES) == 3
    for page, words, path in PICTURES:
        assert len(words.split()) > 15, f"{path}: the words don't say what is seen"
        assert 0 < (ROOT / page).parent.joinpath(path).stat().st_size < 100_000


@pytest.mark.usefixtures("finished")
def test_example_passes_the_check_with_warnings_as_errors() -> None:
    result = call("check", "--strict")
    assert (result.exit_code, result.stderr.endswith(" files checked: nothing to mend.\n")) == (0, True)


def test_example_has_no_word_of_hype() -> None:
    (listed,) = re.findall(r"These words promise and say nothing: \*([^*]*)\*", read("docs/writing.md"))
    words = re.split(r",\s+", listed)
    assert len(words) > 10
    text = " ".join(example().values()).lower()
    assert [word for word in words if re.search(rf"\b{word}\b", text)] == []


def test_first_task_of_the_example_takes_less_than_an_hour() -> None:
    (minutes,) = re.findall(r"### This week\n\n- .* \((\d+) minutes\)\.$", example()[PATHWAY], re.MULTILINE)
    assert int(minutes) < 60


def test_questions_of_a_new_pathway_are_those_that_are_shown(site: Path) -> None:
    words = shlex.split(next(line for line in SHOWN if line.startswith("waymark new pathway")))
    result = call(*words[1:], answers="\nEducation\ntraining\n2\n\n\n\n\n")
    assert result.output == block("No role is called")
    assert (site / ROLE).read_text("utf-8").split("---\n")[1] == example()[ROLE].split("---\n")[1]
    written = (site / PATHWAY).read_text("utf-8")
    assert block("- FILL IN") in written
    assert block("- Give") in example()[PATHWAY]
    assert block("# A draft", language="yaml") in written


def test_message_is_what_the_check_says(finished: Path) -> None:
    (finished / PATHWAY).write_text(with_mistakes(example()[PATHWAY]), encoding="utf-8")
    result = call("check", PATHWAY)
    assert result.exit_code == 1
    assert result.stderr.split("\n\n")[0] == block(PATHWAY).rstrip("\n")


def test_changes_that_are_shown_are_those_of_the_diff(finished: Path) -> None:
    (finished / PATHWAY).write_text(with_mistakes(example()[PATHWAY]), encoding="utf-8")
    changed = re.findall(r"^[-+](?![-+]{2} ).*\n", call("check", "--diff", PATHWAY).stdout, re.MULTILINE)
    assert "".join(changed) == block("-###", language="diff")


def test_fixes_leave_what_only_the_author_knows(finished: Path) -> None:
    (finished / PATHWAY).write_text(with_mistakes(example()[PATHWAY]), encoding="utf-8")
    call("check", "--unsafe-fixes", PATHWAY)
    assert (finished / PATHWAY).read_text("utf-8") == with_mistakes(example()[PATHWAY], MISTAKES[2:])


def test_troubles_that_are_listed_are_said_so(finished: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = [code for cell, _ in table(AUTHORS, "What you see", "What to do") for code in code_in(cell)]
    not_found, python, port, folder = listed
    assert not_found == "waymark: command not found"
    assert python in read("Makefile")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        number = str(taken.getsockname()[1])
        assert port.replace("8000", number) in call("serve", "--port", number).stderr
    monkeypatch.chdir(finished / "content" / "roles")
    assert folder in call("build").stderr


def test_draft_with_marks_is_in_the_preview_but_not_published(site: Path) -> None:
    from site_gen.build.site import build_site
    from site_gen.serve.builder import MAY_WAIT

    words = ("new", "pathway", "backend-developer", "algorithm-engineer-2", "--with-roles", "--non-interactive")
    assert call(*words).exit_code == 0
    report = build_site(options(site, drafts=True))
    assert report.published is False
    assert said(report.diagnostics)
    assert build_site(options(site, drafts=True, lowered=MAY_WAIT)).published
    page = site / "output" / "pathways" / "backend-developer-to-algorithm-engineer-2.html"
    assert "FILL IN: why the move" in page.read_text("utf-8")


def test_example_stands_beside_the_guides_that_there_are(tmp_path: Path) -> None:
    pathway = write_example(tmp_path)
    assert pathway == tmp_path / PATHWAY
    assert sorted(example()) == [PATHWAY, ROLE]
    assert not any((ROOT / path).exists() for path in example())
