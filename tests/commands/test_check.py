"""`waymark check`: which files it looks at, which codes it says, in which form, and what it mends."""

import errno
import json
import os
import re
import signal
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from site_gen.outside.remembered import FILE
from tests.commands.running import MISSPELT, SAID, WARNING, codes, run
from tests.outside.serving import web_of
from tests.sites import PATHWAY, REPOSITORY, small_site, tree

OTHER = {
    "roles/potter.md": "---\nname: Potter\nfamily: Craft\n---\n\nMakes pots.\n",
    "pathways/baker-to-potter.md": PATHWAY.replace("from: cook\nto: baker", "from: baker\nto: potter").replace(
        "easy", "eazy"
    ),
}


def test_a_check_writes_nothing(site: Path) -> None:
    before = tree(site)
    assert run("check").stderr == "3 files checked: nothing to mend.\n"
    assert tree(site) == before


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        pytest.param([], ["baker-to-potter", "cook-to-baker", "cook-to-baker"], id="no path is the whole site"),
        pytest.param(["content"], ["baker-to-potter", "cook-to-baker", "cook-to-baker"], id="the content folder"),
        pytest.param(["."], ["baker-to-potter", "cook-to-baker", "cook-to-baker"], id="the site folder"),
        pytest.param(["content/pathways"], ["baker-to-potter", "cook-to-baker", "cook-to-baker"], id="a folder"),
        pytest.param(["content/pathways/baker-to-potter.md"], ["baker-to-potter"], id="a file"),
        pytest.param(
            ["content/roles", "content/pathways/../pathways/baker-to-potter.md"], ["baker-to-potter"], id="two paths"
        ),
        pytest.param(["content/roles/cook.md"], [], id="a file without a fault"),
    ],
)
def test_only_the_files_that_are_named_are_told_of(site: Path, paths: list[str], expected: list[str]) -> None:
    small_site(site, {**MISSPELT, **OTHER})
    found = codes(*paths)
    assert [file.removeprefix("pathways/").removesuffix(".md") for file, _ in found] == expected


def test_the_number_of_files_is_that_of_those_named(site: Path) -> None:
    small_site(site, OTHER)
    assert run("check", "content/roles").stderr == "3 files checked: nothing to mend.\n"


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        pytest.param(["--select", "W102"], ["W102"], id="a code"),
        pytest.param(["--select", "unknown-difficulty"], ["W102"], id="a name"),
        pytest.param(["--select", "w1"], ["W102", "W109"], id="the beginning of codes"),
        pytest.param(["--select", "W102,bad-date"], ["W102", "W109"], id="two in one"),
        pytest.param(["--select", "W102", "--select", "W109"], ["W102", "W109"], id="twice"),
        pytest.param(["--select", "W3"], [], id="none of them"),
        pytest.param(["--ignore", "W102"], ["W109"], id="all but one"),
        pytest.param(["--select", "W1", "--ignore", "W109"], ["W102"], id="some but one"),
    ],
)
def test_only_the_codes_that_are_asked_for_are_said(site: Path, args: list[str], expected: list[str]) -> None:
    small_site(site, MISSPELT)
    assert [code for _, code in codes(*args)] == expected
    assert run("check", *args).exit_code == (1 if expected else 0)


def test_an_unknown_code_is_wrong_usage(site: Path) -> None:
    assert site.is_dir()
    result = run("check", "--ignore", "unknown-dificulty")
    assert result.exit_code == 2
    assert result.stderr.endswith(
        "\nError: No diagnostic is called `unknown-dificulty`. Did you mean `unknown-difficulty`?\n"
    )


def test_a_comment_silences_one_place_only(site: Path) -> None:
    faq = "\n## FAQ\n\n### Hot <!-- waymark: W401 off -->\n\nYes.\n\n### Late\n\nNo.\n"
    small_site(site, {"pathways/cook-to-baker.md": PATHWAY + faq})
    assert re.findall(r"^content/\S+?:(\d+):", run("check").stderr, re.MULTILINE) == ["23"]


def test_a_comment_raises_a_warning_to_an_error(site: Path) -> None:
    small_site(
        site, {"roles/potter.md": WARNING["roles/potter.md"].replace("Potter\n", "Potter  # waymark: W207 error\n")}
    )
    assert run("check").exit_code == 1


def test_a_comment_goes_before_the_settings(site: Path) -> None:
    text = WARNING["roles/potter.md"].replace("Potter\n", "Potter  # waymark: W207 warning\n")
    small_site(site, {"roles/potter.md": text, "site.yaml": "severity: { W207: off }\n"})
    assert codes() == [("roles/potter.md", "W207")]


def test_safe_fixes_leave_guesses_alone(site: Path) -> None:
    small_site(site, MISSPELT)
    result = run("check", "--fix")
    assert result.exit_code == 1
    assert result.stderr.startswith("1 fault mended in 1 file.\ncontent/pathways/cook-to-baker.md:5:13: error W102")
    assert (site / "content/pathways/cook-to-baker.md").read_text() == PATHWAY.replace("easy", "eazy")


def test_unsafe_fixes_mend_both(site: Path) -> None:
    small_site(site, MISSPELT)
    result = run("check", "--unsafe-fixes")
    assert (result.exit_code, result.stderr) == (
        0,
        "2 faults mended in 1 file.\n3 files checked: nothing to mend.\n",
    )
    assert (site / "content/pathways/cook-to-baker.md").read_text() == PATHWAY


def test_a_file_that_was_not_named_is_not_mended(site: Path) -> None:
    small_site(site, MISSPELT)
    before = tree(site)
    assert run("check", "--fix", "content/roles").exit_code == 0
    assert tree(site) == before


def test_a_code_that_is_ignored_is_not_mended(site: Path) -> None:
    small_site(site, MISSPELT)
    before = tree(site)
    run("check", "--unsafe-fixes", "--ignore", "W1")
    assert tree(site) == before


def test_a_diff_shows_what_would_be_mended_and_writes_nothing(site: Path) -> None:
    small_site(site, MISSPELT)
    before = tree(site)
    result = run("check", "--diff")
    assert (result.exit_code, result.stderr) == (
        1,
        "1 fault would be mended in 1 file.\n"
        "content/pathways/cook-to-baker.md:5:13: error W102 unknown-difficulty\n"
        "  `eazy` is not a difficulty\n"
        "   5 | difficulty: eazy\n"
        "     |             ^^^^\n"
        "  help: write `easy` (easy, moderate, challenging or very challenging)   fix: --unsafe-fixes\n"
        "\n"
        "3 files checked: 1 error; 1 can be fixed with --unsafe-fixes.\n",
    )
    assert "-reviewed: 10.01.2026\n+reviewed: 2026-01-10\n" in result.stdout
    assert result.stdout.startswith(
        "--- a/content/pathways/cook-to-baker.md\n+++ b/content/pathways/cook-to-baker.md\n"
    )
    assert tree(site) == before


def test_a_diff_of_nothing_is_empty(site: Path) -> None:
    assert site.is_dir()
    result = run("check", "--diff", "--unsafe-fixes")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "3 files checked: nothing to mend.\n")


def test_a_diff_ends_badly_also_when_an_error_is_left_that_has_no_fix(site: Path) -> None:
    small_site(site, {"pathways/cook-to-baker.md": PATHWAY.replace("to: baker", "to: astronaut")})
    result = run("check", "--diff", "--unsafe-fixes")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines()[-1] == "3 files checked: 1 error."


def test_a_diff_alone_says_that_there_is_something_to_mend(site: Path) -> None:
    small_site(site, MISSPELT)
    result = run("check", "--diff", "--unsafe-fixes")
    assert (result.exit_code, result.stderr) == (
        1,
        "2 faults would be mended in 1 file.\n3 files checked: nothing to mend.\n",
    )


def test_a_diff_has_no_other_form(site: Path) -> None:
    small_site(site, MISSPELT)
    result = run("check", "--diff", "--format", "json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith(
        "\nError: --diff shows a patch, and none has the form json. Leave out --diff or --format.\n"
    )


@pytest.mark.parametrize(
    ("refused", "reason"),
    [
        pytest.param(
            "baker.md",
            "content/roles/baker.md could not be written: Permission denied. "
            "Mended before it: content/pathways/cook-to-baker.md.",
            id="the second file",
        ),
        pytest.param(
            "cook-to-baker.md",
            "content/pathways/cook-to-baker.md could not be written: Permission denied. Nothing was mended.",
            id="the first",
        ),
    ],
)
def test_a_file_that_cannot_be_mended_is_named_with_those_that_are(
    site: Path, monkeypatch: pytest.MonkeyPatch, refused: str, reason: str
) -> None:
    faulty = "---\nname: Baker\nfamly: Kitchen\n---\n\nBakes.\n"
    small_site(site, {**MISSPELT, "roles/baker.md": faulty})
    whole = Path.replace

    def replace(path: Path, target: Path) -> Path:
        if target.name == refused:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return whole(path, target)

    monkeypatch.setattr(Path, "replace", replace)
    result = run("check", "--unsafe-fixes")
    assert (result.exit_code, result.output) == (1, f"Error: {reason}\n")


def test_json_goes_to_standard_output_alone(site: Path) -> None:
    small_site(site, MISSPELT)
    result = run("check", "--format", "json")
    assert (result.exit_code, result.stderr) == (1, "")
    assert [each["code"] for each in json.loads(result.stdout)["diagnostics"]] == ["W102", "W109"]


@pytest.mark.parametrize("form", ["json", "gitlab", "sarif"])
def test_every_form_of_json_can_be_read_also_when_nothing_is_wrong(site: Path, form: str) -> None:
    assert site.is_dir()
    result = run("check", "--format", form)
    assert (result.exit_code, result.stderr) == (0, "")
    json.loads(result.stdout)


def test_junit_is_xml(site: Path) -> None:
    small_site(site, MISSPELT)
    root = ET.fromstring(run("check", "--format", "junit").stdout)
    assert root.tag in {"testsuite", "testsuites"}


def test_github_gets_a_command_for_each_diagnostic(site: Path) -> None:
    small_site(site, MISSPELT)
    lines = run("check", "--format", "github").stdout.splitlines()
    assert [line.split(" ", 1)[0] for line in lines] == ["::error", "::error"]


def test_further_forms_go_to_files_and_say_the_same(site: Path) -> None:
    small_site(site, MISSPELT)
    alone = {form: run("check", "--format", form).stdout for form in ("json", "junit", "markdown")}
    result = run("check", "--format", "json", "--also", "junit=a.xml", "--also", "markdown=b.md")
    assert (result.exit_code, result.stdout, result.stderr) == (1, alone["json"], "")
    assert ((site / "a.xml").read_text("utf-8"), (site / "b.md").read_text("utf-8")) == (
        alone["junit"],
        alone["markdown"],
    )


def test_a_file_of_a_further_form_is_written_anew_when_nothing_is_wrong(site: Path) -> None:
    (site / "a.md").write_text("old")
    assert run("check", "--also", "markdown=a.md").stderr == "3 files checked: nothing to mend.\n"
    assert (site / "a.md").read_text("utf-8") == "## Nothing to mend in 3 files\n"


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        pytest.param("markdwn=a.md", "`markdwn=a.md` is not a form and a file.", id="an unknown form"),
        pytest.param("markdown", "`markdown` is not a form and a file.", id="no file"),
        pytest.param("markdown=", "`markdown=` is not a form and a file.", id="a file without a name"),
        pytest.param(
            "markdown=no/a.md", "--also: no/a.md can't be written: No such file or directory.", id="no folder"
        ),
    ],
)
def test_a_further_form_that_cannot_be_written_is_wrong_usage(site: Path, typed: str, reason: str) -> None:
    before = tree(site)
    result = run("check", "--also", typed)
    assert (result.exit_code, result.stdout) == (2, "")
    assert reason in result.stderr
    assert tree(site) == before


def test_lines_are_links_where_it_is_known_where_the_files_lie(site: Path) -> None:
    small_site(site, MISSPELT)
    said = run("check", "--format", "markdown", "--lines-at", "https://host.example/blob/main/").stdout
    assert (
        "\n- [line 5](https://host.example/blob/main/content/pathways/cook-to-baker.md?plain=1#L5): error W102" in said
    )


def test_sarif_carries_the_page_of_a_code(site: Path) -> None:
    small_site(site, MISSPELT)
    document = json.loads(run("check", "--format", "sarif").stdout)
    assert "# W102 unknown-difficulty" in json.dumps(document)


def test_a_draft_is_checked_but_does_not_stop_a_build(site: Path) -> None:
    draft = OTHER["pathways/baker-to-potter.md"].replace("summary", "draft: true\nsummary")
    small_site(site, {**OTHER, "pathways/baker-to-potter.md": draft})
    assert codes() == [("pathways/baker-to-potter.md", "W102")]
    assert run("build").exit_code == 0
    assert run("build", "--drafts").exit_code == 1
    names = sorted(path.name for path in (site / "output" / "pathways").glob("*.html"))
    assert names == ["cook-to-baker.html"]


def test_a_named_file_is_told_of_in_full(site: Path) -> None:
    questions = "".join(f"\n### Hot {number}\n\nYes.\n" for number in range(30))
    small_site(site, {"pathways/cook-to-baker.md": f"{PATHWAY}\n## FAQ\n{questions}"})
    assert len(codes("content/pathways/cook-to-baker.md")) == 30
    assert len(codes()) == 20
    assert "… and 10 more of W401 question-mark-missing\n" in run("check").stderr


def test_links_are_judged_beside_a_fault_of_the_front_matter(site: Path) -> None:
    text = MISSPELT["pathways/cook-to-baker.md"].replace("Heat is heat.", "Heat [is](nope.md) [heat](#nope).")
    small_site(site, {"pathways/cook-to-baker.md": text})
    assert [code for _, code in codes()] == ["W102", "W109", "W204", "W205"]
    assert codes("content/pathways/cook-to-baker.md") == codes()


def linking(*addresses: str) -> dict[str, str]:
    """The small site's pathway with links to outside addresses, and a fault that can be mended."""
    links = " ".join(f"[page {number}]({each})" for number, each in enumerate(addresses))
    return {"pathways/cook-to-baker.md": f"{PATHWAY}\n## FAQ\n\n### Hot\n\nYes: {links}.\n"}


def test_addresses_that_turn_programs_away_are_counted_unless_it_is_quiet(site: Path) -> None:
    with web_of(2) as web:
        small_site(site, linking(web.url("/403"), web.url("/404", 1)))
        said = run("check", "--links", "--select", "W213").stderr
        assert said.startswith(
            "Not known, because programs are turned away: 1 of 2 outside addresses (127.0.0.1 1).\n"
            "content/pathways/cook-to-baker.md:"
        )
        assert run("check", "--links", "--quiet", "--ignore", "W").output == ""


def test_an_interruption_keeps_what_was_answered_and_mends_nothing(site: Path) -> None:
    with web_of(3) as web:
        small_site(site, linking(web.url("/404"), web.url("/never", 1), web.url("/ok", 2)))
        before = tree(site / "content")
        command = [sys.executable, "-m", "site_gen", "check", "--links", "--fix"]
        environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
        with subprocess.Popen(command, cwd=site, env=environment, stderr=subprocess.PIPE, text=True) as process:
            assert process.stderr is not None
            patience = time.monotonic() + 30
            while len(web.done) < 3 and time.monotonic() < patience:
                time.sleep(0.02)
            time.sleep(0.2)
            process.send_signal(signal.SIGINT)
            said = process.stderr.read()
    assert process.returncode == 1
    assert said.startswith("Not asked, because you interrupted: 1 of 3 outside addresses.\nNothing was mended.\n")
    assert [found[2] for found in SAID.finditer(said)] == ["W401", "W213"]
    assert list(json.loads((site / ".cache/waymark" / FILE).read_text("utf-8"))) == [web.url("/ok", 2)]
    assert tree(site / "content") == before


def test_the_claims_of_a_draft_are_checked_too(site: Path) -> None:
    text = PATHWAY.replace("summary", "draft: true\ntimeline: 9-12 months  # waymark: W301 off\ngate: degree\nsummary")
    small_site(site, {"pathways/cook-to-baker.md": text})
    assert codes() == codes("--drafts") == [("pathways/cook-to-baker.md", "W304")]
    assert run("build", "--strict").exit_code == 0
