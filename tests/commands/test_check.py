"""`waymark check`: which files it looks at, which codes it says, in which form, and what it mends."""

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.commands.running import WARNING, run
from tests.sites import PATHWAY, small_site, tree

MISSPELT = {"pathways/cook-to-baker.md": PATHWAY.replace("easy", "eazy").replace("2026-01-10", "10.01.2026")}
OTHER = {
    "roles/potter.md": "---\nname: Potter\nfamily: Craft\n---\n\nMakes pots.\n",
    "pathways/baker-to-potter.md": PATHWAY.replace("from: cook\nto: baker", "from: baker\nto: potter").replace(
        "easy", "eazy"
    ),
}


_SAID = re.compile(r"^content/(\S+?):\d+:\d+: \w+ (W\d+)", re.MULTILINE)


def codes(*args: str) -> list[tuple[str, str]]:
    """The codes that a check says, each with its file."""
    return [(found[1], found[2]) for found in _SAID.finditer(run("check", *args).stderr)]


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


def test_a_file_is_found_from_outside_its_site(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small_site(site, MISSPELT)
    monkeypatch.chdir(tmp_path)
    assert run("check", "site/content/pathways/cook-to-baker.md").stderr.startswith(
        "site/content/pathways/cook-to-baker.md:5:13: error W102 unknown-difficulty\n"
    )


def test_a_file_is_found_from_inside_its_folder(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small_site(site, MISSPELT)
    monkeypatch.chdir(site / "content" / "pathways")
    assert run("check", "cook-to-baker.md").stderr.startswith(
        "../../content/pathways/cook-to-baker.md:5:13: error W102"
    )


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        pytest.param(
            "content/pathways/cook-to-bakr.md",
            "There is no file content/pathways/cook-to-bakr.md. Did you mean content/pathways/cook-to-baker.md?",
            id="a misspelt file",
        ),
        pytest.param("content/xyzzy", "There is no file content/xyzzy.", id="no such file"),
        pytest.param(
            "README.md",
            "README.md is not below the content folder, so there is nothing to check in it.",
            id="a file elsewhere",
        ),
        pytest.param(
            "content/.hidden.md",
            "content/.hidden.md is hidden or a spare copy, so it is no part of the site.",
            id="hidden",
        ),
    ],
)
def test_a_path_that_is_no_content_is_wrong_usage(site: Path, path: str, reason: str) -> None:
    (site / "content" / ".hidden.md").write_text("x")
    result = run("check", path)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith(f"\nError: {reason}\n")


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
    assert (result.exit_code, result.stderr) == (1, "1 fault would be mended in 1 file.\n")
    assert "-reviewed: 10.01.2026\n+reviewed: 2026-01-10\n" in result.stdout
    assert result.stdout.startswith(
        "--- a/content/pathways/cook-to-baker.md\n+++ b/content/pathways/cook-to-baker.md\n"
    )
    assert tree(site) == before


def test_a_diff_of_nothing_is_empty(site: Path) -> None:
    assert site.is_dir()
    result = run("check", "--diff", "--unsafe-fixes")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "Nothing would be mended.\n")


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
    names = sorted(path.name for path in (site / "output" / "pathways").iterdir())
    assert names == ["cook-to-baker.html"]


def test_a_named_file_is_told_of_in_full(site: Path) -> None:
    questions = "".join(f"\n### Hot {number}\n\nYes.\n" for number in range(30))
    small_site(site, {"pathways/cook-to-baker.md": f"{PATHWAY}\n## FAQ\n{questions}"})
    assert len(codes("content/pathways/cook-to-baker.md")) == 30
    assert len(codes()) == 20
    assert "… and 10 more of W401 question-mark-missing\n" in run("check").stderr
