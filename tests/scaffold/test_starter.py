"""The files of a new site: their gaps are filled so that what is typed is read back, and all of it passes the check."""

import json
import re
import shlex
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from site_gen.build.site import check_site
from site_gen.decode.settings import read_settings
from site_gen.read.source import Source
from site_gen.report.text import report
from site_gen.scaffold.starter import NewSite, filled, packaged_starter, starter_files
from tests.docs.commands import parse
from tests.docs.reading import snippets
from tests.sites import options

DAY = date(2026, 3, 4)
SITE = NewSite(title="Kitchen careers", today=DAY, version="9.8.7")
ODD = ["Plain", "Guides: from A to B", "50% #1 \\ best", "*stars* & _lines_", "yes", "[brackets]", "été — 道"]


def laid_down(folder: Path, site: NewSite = SITE) -> Path:
    for path, text in starter_files(site).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


def test_there_is_what_a_site_begins_with() -> None:
    assert starter_files(SITE).keys() >= {
        ".editorconfig",
        ".gitattributes",
        ".gitignore",
        ".vscode/settings.json",
        "README.md",
        "content/pathways/support-agent-to-technical-writer.md",
        "content/roles/support-agent.md",
        "content/roles/technical-writer.md",
        "content/site.yaml",
        "requirements.txt",
    }


def test_no_gap_is_left() -> None:
    gaps = {path: re.findall(r"__[A-Z_]+__", text) for path, text in starter_files(SITE).items()}
    assert {path: found for path, found in gaps.items() if found} == {}


def test_every_gap_is_used() -> None:
    packaged = "".join(path.read_text("utf-8") for path in packaged_starter().rglob("*") if path.is_file())
    assert set(re.findall(r"__([A-Z_]+)__", packaged)) == {"BASE_URL", "SOURCE", "TITLE", "TODAY"}


@pytest.mark.parametrize("title", ODD)
@pytest.mark.parametrize("base_url", ["", "https://guides.example.org/careers/"])
def test_settings_are_read_back_as_they_were_given(title: str, base_url: str) -> None:
    site = NewSite(title=title, base_url=base_url, today=DAY, version="1")
    text = starter_files(site)["content/site.yaml"]
    settings, found = read_settings(Source(path="site.yaml", key="site.yaml", text=text), base_url=None)
    assert (settings.title, settings.base_url, found) == (title, base_url, ())


@pytest.mark.parametrize("title", ODD)
def test_a_new_site_has_nothing_to_mend(tmp_path: Path, title: str) -> None:
    site = laid_down(tmp_path, NewSite(title=title, today=DAY, version="1"))
    assert check_site(options(site, today=DAY, strict=True)).diagnostics == ()


def test_a_title_is_no_markup_in_the_readme() -> None:
    files = starter_files(NewSite(title="*stars* & _lines_", today=DAY, version="1"))
    assert files["README.md"].startswith("# \\*stars\\* \\& \\_lines\\_\n")


def test_the_guide_counts_as_reviewed_today() -> None:
    (guide,) = (text for path, text in starter_files(SITE).items() if path.startswith("content/pathways/"))
    assert "\nreviewed: 2026-03-04\n" in guide


def test_this_version_is_asked_for_with_all_that_a_site_may_want() -> None:
    assert "\nwaymark[search,pictures,links]==9.8.7\n" in starter_files(SITE)["requirements.txt"]
    other = starter_files(replace(SITE, source="git+https://code.example/w@1"))["requirements.txt"]
    assert "\nwaymark[search,pictures,links] @ git+https://code.example/w@1\n" in other


def test_the_guide_shows_every_section() -> None:
    (guide,) = (text for path, text in starter_files(SITE).items() if path.startswith("content/pathways/"))
    assert re.findall(r"^## (.*)$", guide, re.MULTILINE) == [
        "Transferable skills",
        "Skills to learn",
        "Roadmap",
        "Reality check",
        "Action plan",
        "FAQ",
        "Next step",
    ]


def test_what_is_commented_out_can_be_taken_up(tmp_path: Path) -> None:
    site = laid_down(tmp_path)
    taken = 0
    for path in ("content/site.yaml", "content/roles/support-agent.md"):
        text, count = re.subn(r"^# ((?:  )?[\w-]+:.*)$", r"\1", (site / path).read_text("utf-8"), flags=re.MULTILINE)
        (site / path).write_text(text.replace("\n#\n", "\n"), "utf-8")
        taken += count
    assert taken == 15
    assert check_site(options(site, today=DAY, strict=True)).diagnostics == ()


def test_editor_finds_the_place_of_each_message(tmp_path: Path) -> None:
    site = laid_down(tmp_path)
    (site / "content/site.yaml").write_text("colour: red\n", "utf-8")
    (block,) = report(check_site(options(site, today=DAY)).diagnostics)
    tasks = json.loads((site / ".vscode/tasks.json").read_text("utf-8"))["tasks"]
    (matcher,) = (each["problemMatcher"] for each in tasks if each["problemMatcher"])
    first, second = (re.compile(each["regexp"]) for each in matcher["pattern"])
    place, message, *_ = block.splitlines()
    found, said = first.match(place), second.match(message)
    assert found is not None
    assert said is not None
    assert found.groups() == ("content/site.yaml", "1", "1", "error", "W101")
    assert said[1] == "there is no key `colour`"


def test_tasks_of_the_editor_are_commands_that_exist() -> None:
    tasks = json.loads(starter_files(SITE)[".vscode/tasks.json"])["tasks"]
    assert len(tasks) == 3
    for each in tasks:
        parse(each["command"].split()[1:])


def test_commands_that_the_readme_names_exist() -> None:
    text = starter_files(SITE)["README.md"]
    calls = [
        line for each in snippets(text) for line in each.code.splitlines() if line.startswith("waymark")
    ] + re.findall(r"`(waymark [^`]*)`", text)
    assert len(calls) > 5
    for call in calls:
        parse(shlex.split(call)[1:])


def test_files_and_folders_that_the_readme_names_are_there() -> None:
    files = starter_files(SITE)
    named = re.findall(r"`([\w./-]+/[\w.-]*|[\w-]+\.txt)`", files["README.md"])
    made_later = {"output/", "templates/"}
    assert len(named) > 5
    assert [name for name in named if not any(path.startswith(name) for path in files)] == [
        name for name in named if name in made_later
    ]


@pytest.mark.parametrize("output", ["output", "public", "preview"])
def test_what_a_build_writes_is_left_out_of_the_repository(output: str) -> None:
    ignored = starter_files(SITE)[".gitignore"].splitlines()
    assert {f"/{output}/", f"/.{output}.*", "/.cache/"} <= set(ignored)


def test_expressions_of_workflows_are_no_gaps() -> None:
    text = "run: ${{ github.ref }} __init__ __OTHER__\n"
    assert filled(".github/workflows/check.yml", text, SITE) == text


def test_files_end_with_a_line_end_and_hold_no_tab() -> None:
    wrong = [path for path, text in starter_files(SITE).items() if not text.endswith("\n") or "\t" in text]
    assert wrong == []
