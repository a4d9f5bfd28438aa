"""`waymark build`: what it publishes, and what it says of it."""

import pstats
import re
import sys
from pathlib import Path

import pytest

from tests.commands.running import ERROR, WARNING, call, run
from tests.sites import PATHWAY, small_site


def test_a_clean_build_says_how_much_there_is_and_where_to_look(site: Path) -> None:
    result = run("build")
    assert re.fullmatch(r"8 pages, 0 warnings, \d+\.\d seconds\. Open output/index\.html\n", result.stdout)
    assert result.stderr == "3 files checked: nothing to mend.\n"
    pages = {path for path in (site / "output").rglob("*.html") if path.parent.name != "embed"}
    assert len(pages) == 8


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
    assert result.stderr.endswith(
        "3 files checked: 1 error; 1 can be fixed with waymark check --unsafe-fixes. Nothing was published.\n"
    )


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
    assert sorted(path.name for path in (site / "output/pathways").glob("*.html")) == ["cook-to-baker.html"]
    assert run("--drafts").exit_code == 0
    names = ["cook-to-baker.html", "cook-to-potter.html", "potter-to-cook.html"]
    assert sorted(path.name for path in (site / "output/pathways").glob("*.html")) == names


def later(day: str, before: str = "") -> str:
    """The small site's pathway from the baker to the cook, published on a day."""
    text = PATHWAY.replace("from: cook\nto: baker", "from: baker\nto: cook")
    return text.replace("reviewed", f"{before}published: {day}\nreviewed")


def test_a_build_says_when_the_next_pathway_is_due(site: Path) -> None:
    small_site(site, {"pathways/baker-to-cook.md": later("2026-01-12")})
    small_site(site, {"roles/potter.md": WARNING["roles/potter.md"]})
    sooner = later("2026-01-11").replace("to: cook", "to: potter")
    small_site(site, {"pathways/baker-to-potter.md": sooner})
    assert run("build").stdout.splitlines()[1:] == ["Next due: 2026-01-11"]


def test_a_build_of_which_nothing_or_little_has_changed_says_it_too(site: Path) -> None:
    small_site(site, {"pathways/baker-to-cook.md": later("2026-02-01")})
    run("build")
    assert run("build").stdout.splitlines()[1:] == ["Next due: 2026-02-01"]
    small_site(site, {"pathways/cook-to-baker.md": PATHWAY.replace("Heat is heat", "Fire is fire")})
    assert run("build").stdout.splitlines()[1:] == ["Next due: 2026-02-01"]
    small_site(site, {"pathways/baker-to-cook.md": later("2026-03-01")})
    assert run("build").stdout.splitlines()[1:] == ["Next due: 2026-03-01"]


@pytest.mark.parametrize(
    ("text", "args"),
    [
        pytest.param(later("2026-01-10"), [], id="it is published today"),
        pytest.param(later("2026-01-11", before="draft: true\n"), [], id="a draft has no day"),
        pytest.param(later("2026-01-11"), ["--drafts"], id="all are published"),
        pytest.param(later("2026-01-11"), ["--quiet"], id="nothing is to be said"),
    ],
)
def test_a_build_says_of_no_day_where_none_is_due(site: Path, text: str, args: list[str]) -> None:
    small_site(site, {"pathways/baker-to-cook.md": text})
    result = run("build", *args)
    assert result.exit_code == 0
    assert "Next due" not in result.output


def test_a_pathway_is_published_on_its_day(site: Path) -> None:
    small_site(site, {"pathways/cook-to-baker.md": PATHWAY.replace("difficulty", "published: 2026-01-10\ndifficulty")})
    assert run().exit_code == 0
    assert (site / "output/pathways/cook-to-baker.html").exists()


def test_an_output_below_a_file_is_one_line(site: Path) -> None:
    (site / "file").write_text("mine")
    done = call(sys.executable, "-m", "site_gen", "--quiet", "--output", "file/output", cwd=site)
    assert (done.returncode, done.stdout) == (1, "")
    assert re.fullmatch(
        r"Error: (Not a directory|File exists): file(/output)?\. Nothing was published\.\n", done.stderr
    )


def test_a_second_build_says_how_much_was_made_again(site: Path) -> None:
    run("build")
    assert run("build").stdout.startswith("0 of 8 pages made again, 0 warnings, ")
    small_site(site, {"pathways/cook-to-baker.md": PATHWAY.replace("Heat is heat", "Fire is fire")})
    assert run("build").stdout.startswith("1 of 8 pages made again, 0 warnings, ")


def test_a_build_explains_what_was_made_again_and_where_the_time_went(site: Path) -> None:
    run("build")
    small_site(site, {"pathways/cook-to-baker.md": PATHWAY.replace("Heat is heat", "Fire is fire")})
    said = run("build", "--explain", "--quiet").stderr.splitlines()
    assert said[:2] == ["1 made again: its file has changed", "  content/pathways/cook-to-baker.md"]
    stages = [line.split("  ")[0] for line in said[3:]]
    assert stages == [
        "what the last build has left",
        "settings and files",
        "roles and plain pages",
        "pathways",
        "judging",
        "publishing",
        "traces for the next build",
        "all",
    ]
    assert run("build", "--explain", "--quiet").stderr.startswith("Nothing had to be made again.\n")


def test_a_build_explains_all_where_that_is_asked_for(site: Path) -> None:
    small_site(site, {f"pages/page{number}.md": "---\ntitle: X\nsummary: Y\n---\n" for number in range(40)})
    some, all_of_them = run("build", "--explain").stderr, run("build", "--explain-all", "--output", "other").stderr
    assert "  and " in some
    assert "  and " not in all_of_them
    assert sum(line.startswith("  content/pages/") for line in all_of_them.splitlines()) == 40


def test_a_failed_build_explains_what_was_tried(site: Path) -> None:
    small_site(site, ERROR)
    said = run("build", "--explain").stderr
    assert "Nothing had to be made again" not in said
    assert "pathways" in said


def test_a_profile_can_be_opened_and_is_of_one_process(site: Path) -> None:
    result = run("build", "--profile", "p.prof", "--jobs", "2")
    assert "Built with one process. `python -m pstats p.prof` opens the profile.\n" in result.stderr
    names = {name for _, _, name in pstats.Stats(str(site / "p.prof")).stats}  # type: ignore[attr-defined] # not in its stub
    assert {"build_site", "read_pathway", "render_page"} <= names


def test_a_profile_that_cannot_be_written_is_wrong_usage(site: Path) -> None:
    result = run("build", "--profile", "no/where.prof")
    assert result.exit_code == 2
    assert "--profile no/where.prof can't be written: No such file or directory." in result.stderr
    assert not (site / "output").exists()
