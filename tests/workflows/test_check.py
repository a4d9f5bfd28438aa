"""The workflow for pull requests says what is wrong beside the lines and in the summary, and keeps the site."""

from pathlib import Path

import pytest

from tests.commands.running import MISSPELT, WARNING
from tests.sites import small_site
from tests.workflows.conftest import LOST, manifest
from tests.workflows.runner import OWN, SETS, SITE_ADDRESS, Host, restyle

LINES = "https://host.example/octo/guides/blob/0123abc"
every_set = pytest.mark.parametrize("folder", SETS.values(), ids=SETS)


@every_set
def test_a_site_without_a_fault_is_kept_with_its_hidden_files(host: Host, folder: Path) -> None:
    job = host.run(folder / "check.yml", event="pull_request")["content"]
    assert job.result == "success", job.said
    assert {"index.html", "pathways/cook-to-baker.html", ".waymark"} <= job.artifacts["site"]


@every_set
def test_summary_says_that_nothing_is_wrong_and_where_the_site_is(host: Host, folder: Path) -> None:
    job = host.run(folder / "check.yml", event="pull_request")["content"]
    assert job.summary == (
        f"## Nothing to mend in 3 files\n[The built site]({SITE_ADDRESS}): unpack it and open `index.html`. "
        "The finder, routes, comparing and search need a server: `python3 -m http.server`.\n"
    )
    assert "::" not in job.said


@every_set
def test_an_error_fails_the_check_beside_its_line_and_in_the_summary(host: Host, folder: Path) -> None:
    small_site(host.site, MISSPELT)
    job = host.run(folder / "check.yml", event="pull_request")["content"]
    assert (job.result, job.steps[-1].name, job.artifacts) == ("failure", "Check the content", {})
    places = [line.split(",title=")[0] for line in job.steps[-1].said.splitlines()]
    assert places == [
        "::error file=content/pathways/cook-to-baker.md,line=5,endLine=5,col=13,endColumn=17",
        "::error file=content/pathways/cook-to-baker.md,line=6,endLine=6,col=11,endColumn=21",
    ]
    assert job.summary.startswith("## 2 errors in 3 files\n\n### `content/pathways/cook-to-baker.md`\n")
    assert f"\n- [line 5]({LINES}/content/pathways/cook-to-baker.md?plain=1#L5): error W102 unknown-" in job.summary


@every_set
def test_published_address_that_would_be_lost_is_named(host: Host, folder: Path) -> None:
    job = host.run(folder / "check.yml", event="pull_request", LIVE=manifest(LOST))["content"]
    assert job.result == ("failure" if folder == OWN else "success")
    assert "W214" in job.summary
    assert "pathways/cook-to-chef.html" in job.summary


@every_set
@pytest.mark.parametrize(
    "live",
    [
        pytest.param(manifest(), id="nothing is lost"),
        pytest.param("", id="no site is published"),
        pytest.param("nothing", id="the site has no list"),
        pytest.param("<title>Sign in</title>", id="the site asks who is there"),
    ],
)
def test_check_goes_on_where_nothing_can_be_lost(host: Host, folder: Path, live: str) -> None:
    job = host.run(folder / "check.yml", event="pull_request", LIVE=live)["content"]
    assert job.result == "success", job.said
    assert "Nothing to mend" in job.summary


@pytest.mark.parametrize(("name", "result"), [("own", "failure"), ("starter", "success")])
def test_a_warning_fails_the_check_of_this_project_alone(host: Host, name: str, result: str) -> None:
    small_site(host.site, WARNING)
    job = host.run(SETS[name] / "check.yml", event="pull_request")["content"]
    assert job.result == result
    assert "W207 unreached-role" in job.summary


@every_set
@pytest.mark.parametrize(
    ("meddle", "said"),
    [
        pytest.param("echo more >> index.html", "/index.html differ\n", id="a page is another one"),
        pytest.param("rm robots.txt", "Only in output: robots.txt\n", id="the first has a file more"),
        pytest.param("touch assets/a.css", "/again/assets: a.css\n", id="the second has a style more"),
    ],
)
def test_a_second_build_that_differs_fails_the_check(host: Host, folder: Path, *, meddle: str, said: str) -> None:
    job = host.run(folder / "check.yml", event="pull_request", MEDDLE=meddle)["content"]
    assert (job.result, job.steps[-1].name, job.artifacts) == ("failure", "Build twice and compare", {})
    assert said in job.said


@every_set
def test_styles_that_stay_of_the_last_build_are_no_difference(host: Host, folder: Path) -> None:
    for order in (1, 2):
        restyle(host, order)
        job = host.run(folder / "check.yml", event="pull_request")["content"]
        assert job.result == "success", job.said
    assert len(list((host.site / "output/assets").glob("style-*.css"))) == 2


def test_other_jobs_of_this_project_are_those_of_ci(host: Host) -> None:
    host.run(OWN / "check.yml", event="pull_request")
    assert [call for call in host.calls if call.startswith("make ")] == [
        "make --keep-going lint",
        "make test",
        "make bench BENCH=--pathways 200 --rounds 3 --peers hugo",
    ]
