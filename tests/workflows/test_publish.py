"""The workflow that publishes builds for the address of the host, and on a schedule only when something is due."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.commands.running import ERROR
from tests.sites import PATHWAY, small_site
from tests.workflows.runner import BASE_URL, SETS, Host, load

every_set = pytest.mark.parametrize("folder", SETS.values(), ids=SETS)
starter_alone = pytest.mark.parametrize("folder", [SETS["starter"]], ids=["starter"])


def due(line: str) -> dict[str, str]:
    """The small site's pathway with a line about when it is published."""
    return {"pathways/cook-to-baker.md": PATHWAY.replace("difficulty", f"{line}\ndifficulty")}


@every_set
@pytest.mark.parametrize("event", ["push", "workflow_dispatch"])
def test_a_change_is_published_at_the_address_of_the_host(host: Host, folder: Path, event: str) -> None:
    jobs = host.run(folder / "publish.yml", event=event)
    assert [each.result for each in jobs.values()] == ["success"] * 3, jobs["build"].said
    assert {"index.html", ".waymark", "sitemap.xml"} <= jobs["build"].artifacts["github-pages"]
    page = (host.site / "output/pathways/cook-to-baker.html").read_text("utf-8")
    assert f'<link rel="canonical" href="{BASE_URL}/pathways/cook-to-baker.html">' in page
    assert jobs["deploy"].outputs == {"url": f"{BASE_URL}/"}


@every_set
def test_a_faulty_site_is_not_published(host: Host, folder: Path) -> None:
    small_site(host.site, ERROR)
    jobs = host.run(folder / "publish.yml")
    assert [each.result for each in jobs.values()] == ["success", "failure", "skipped"]
    assert jobs["build"].artifacts == {}


@every_set
def test_a_schedule_ends_at_once_when_nothing_is_due(host: Host, folder: Path) -> None:
    jobs = host.run(folder / "publish.yml", event="schedule")
    assert [each.result for each in jobs.values()] == ["success", "skipped", "skipped"]
    assert host.calls == []


@starter_alone
@pytest.mark.parametrize(
    ("day", "is_built"),
    [
        pytest.param("2026-01-11", False, id="tomorrow"),
        pytest.param("2026-01-10", True, id="today"),
        pytest.param("2026-01-09", True, id="yesterday, of which the night may have been left out"),
        pytest.param("2026-01-08", True, id="two days ago"),
        pytest.param("2026-01-07", False, id="long published"),
    ],
)
def test_a_schedule_builds_when_a_pathway_fell_due(host: Host, folder: Path, *, day: str, is_built: bool) -> None:
    small_site(host.site, due(f"published: {day}"))
    jobs = host.run(folder / "publish.yml", event="schedule")
    assert jobs["build"].result == ("success" if is_built else "skipped"), jobs["build"].said


@every_set
@pytest.mark.parametrize(
    "line",
    [
        "published: 2026-01-10",
        "published:   2026-01-10  # at last",
        'published: "2026-01-10"',
        "published: '2026-01-10'",
        "published : 2026-01-10",
        '"published": 2026-01-10',
        "'published' : '2026-01-10'",
    ],
)
def test_every_usual_spelling_of_the_day_is_found(host: Host, folder: Path, line: str) -> None:
    small_site(host.site, due(line))
    assert host.run(folder / "publish.yml", event="schedule")["due"].outputs == {"due": "true"}
    assert host.shell("waymark build").returncode == 0
    assert (host.site / "output/pathways/cook-to-baker.html").is_file()


@starter_alone
def test_another_date_of_the_same_day_builds_nothing(host: Host, folder: Path) -> None:
    assert "reviewed: 2026-01-10" in PATHWAY
    assert host.run(folder / "publish.yml", event="schedule")["due"].outputs == {"due": "false"}


@every_set
def test_summary_says_when_the_next_pathway_falls_due(host: Host, folder: Path) -> None:
    small_site(host.site, due("published: 2026-12-01"))
    summary = host.run(folder / "publish.yml")["build"].summary
    assert summary.splitlines()[-1] == "Next due: 2026-12-01"


@every_set
def test_what_is_kept_is_all_that_the_next_build_goes_on_from(host: Host, folder: Path) -> None:
    host.run(folder / "publish.yml")
    steps = load(folder / "publish.yml")["jobs"]["build"]["steps"]
    (kept,) = (each["with"]["path"].split() for each in steps if each.get("uses", "").startswith("actions/cache@"))
    fresh = moved(host, [*kept, "content"])
    assert fresh.run(folder / "publish.yml")["build"].summary.startswith("0 of 8 pages made again, ")
    without_one = moved(host, [*kept[1:], "content"])
    assert without_one.run(folder / "publish.yml")["build"].summary.startswith("8 pages, ")


def moved(host: Host, kept: list[str]) -> Host:
    """Another machine with no more than what is kept, unpacked from an archive."""
    site = host.site.with_name(f"with-{len(kept)}")
    for each in kept:
        (site / each).parent.mkdir(parents=True, exist_ok=True)
        if (host.site / each).is_dir():
            shutil.copytree(host.site / each, site / each, copy_function=shutil.copyfile)
        else:
            shutil.copyfile(host.site / each, site / each)
    return replace(host, site=site)
