"""The pipeline for GitLab in the docs: its scripts run, and leave the files that it names."""

import json
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from tests.commands.running import MISSPELT
from tests.docs.reading import read, snippets
from tests.outside.serving import web_of
from tests.sites import PATHWAY, small_site
from tests.workflows.conftest import LOST, manifest
from tests.workflows.runner import Host, restyle

(SNIPPET,) = (each for each in snippets(read("docs/publishing.md")) if each.purpose == ".gitlab-ci.yml")
PIPELINE: Final[dict[str, Any]] = yaml.safe_load(SNIPPET.code)
JOBS: Final = ("check", "links", "pages")
GIVEN: Final = {
    "CI_PAGES_URL": "https://octo.example/guides",
    "CI_PROJECT_URL": "https://host.example/octo/guides",
    "CI_COMMIT_SHA": "0123abc",
}


def script_of(job: str) -> str:
    return "\n".join([*PIPELINE["default"]["before_script"], *PIPELINE[job]["script"]])


def test_jobs_are_those_three() -> None:
    others = {"image", "stages", "workflow", "variables", "default"}
    assert PIPELINE.keys() - others == set(JOBS)
    assert {PIPELINE[job]["stage"] for job in JOBS} == set(PIPELINE["stages"])


@pytest.mark.parametrize("job", JOBS)
def test_job_leaves_what_it_names(host: Host, job: str) -> None:
    done = host.shell(script_of(job), **GIVEN)
    assert done.returncode == 0, done.stderr
    artifacts = PIPELINE[job]["artifacts"]
    named = [*artifacts["paths"], *artifacts.get("reports", {}).values()]
    assert [each for each in named if not (host.site / each).exists()] == []
    assert host.calls == ["python -m pip install --requirement requirements.txt"]


@pytest.mark.parametrize("job", ["check", "pages"])
def test_cache_is_what_the_build_leaves(host: Host, job: str) -> None:
    host.shell(script_of(job), **GIVEN)
    paths = set(PIPELINE[job]["cache"]["paths"]) - {".cache/pip"}
    assert [each for each in paths if not (host.site / each).exists()] == []
    output = PIPELINE[job]["artifacts"]["paths"][0].rstrip("/")
    assert paths == {".cache/waymark", output, f".{output}.state"}


def test_pages_are_built_for_their_address(host: Host) -> None:
    host.shell(script_of("pages"), **GIVEN)
    page = (host.site / "public/pathways/cook-to-baker.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://octo.example/guides/pathways/cook-to-baker.html">' in page


def test_an_error_fails_the_check_and_is_in_the_report(host: Host) -> None:
    small_site(host.site, MISSPELT)
    done = host.shell(script_of("check"), **GIVEN)
    assert done.returncode == 1
    assert "error W102 unknown-difficulty" in done.stderr
    report = json.loads((host.site / "code-quality.json").read_text("utf-8"))
    assert [each["check_name"] for each in report] == ["W102 unknown-difficulty", "W109 bad-date"]
    assert not (host.site / "output").exists()


@pytest.mark.parametrize(
    ("live", "code"),
    [
        pytest.param(manifest(LOST), 1, id="an address would be lost"),
        pytest.param(manifest(), 0, id="none would be lost"),
        pytest.param("nothing", 0, id="no list"),
        pytest.param("<title>Sign in</title>", 0, id="a page instead of the list"),
    ],
)
def test_published_addresses_are_looked_at(host: Host, live: str, code: int) -> None:
    strict = script_of("check").replace("waymark check", "waymark check --strict")
    done = host.shell(strict, **GIVEN, LIVE=live)
    assert (done.returncode, "W214" in done.stderr) == (code, code == 1), done.stderr


@pytest.mark.parametrize(
    ("meddle", "said"),
    [
        ("echo more >> index.html", "Files output/index.html and again/index.html differ"),
        ("rm robots.txt", "Only in output: robots.txt"),
    ],
)
def test_a_second_build_that_differs_fails_the_check(host: Host, meddle: str, said: str) -> None:
    done = host.shell(script_of("check"), **GIVEN, MEDDLE=meddle)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (1, said)


def test_styles_that_stay_of_the_last_build_are_no_difference(host: Host) -> None:
    for order in (1, 2):
        restyle(host, order)
        assert host.shell(script_of("check"), **GIVEN).returncode == 0
    assert len(list((host.site / "output/assets").glob("style-*.css"))) == 2


def test_a_dead_link_fails_its_job_and_is_listed(host: Host) -> None:
    with web_of(1) as web:
        small_site(host.site, {"pathways/cook-to-baker.md": f"{PATHWAY}\n- Read [this]({web.url('/404')}).\n"})
        assert host.shell(script_of("links"), **GIVEN).returncode == 1
    line = "https://host.example/octo/guides/-/blob/0123abc/content/pathways/cook-to-baker.md?plain=1#L"
    assert line in (Path(host.site) / "links.md").read_text("utf-8")
    assert PIPELINE["links"]["allow_failure"] is True
