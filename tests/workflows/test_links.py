"""The nightly workflow keeps one issue about links that lead nowhere: opens it, writes it anew, and closes it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands.running import MISSPELT
from tests.outside.serving import Web, web_of
from tests.sites import PATHWAY, small_site
from tests.workflows.runner import SETS, STARTER, Host

LIST = "gh issue list --state open --label broken-links --limit 1 --json number --jq .[].number"
EDIT = "gh issue edit 7 --body-file"
every_set = pytest.mark.parametrize("folder", SETS.values(), ids=SETS)


@pytest.fixture
def web() -> Iterator[Web]:
    with web_of(1) as web:
        yield web


def asked(host: Host) -> list[str]:
    """How the code host was asked, without the path of the text."""
    return [call.rsplit(" /", 1)[0] for call in host.calls if call.startswith("gh ")]


def body(host: Host) -> str:
    """The text that the issue was given."""
    return Path(f"{host.noted}.body").read_text("utf-8")


def link_to(host: Host, *addresses: str) -> None:
    """Let the pathway of the site link to outside addresses."""
    links = "".join(f"\n- Read [page {number}]({each}).\n" for number, each in enumerate(addresses))
    small_site(host.site, {"pathways/cook-to-baker.md": PATHWAY + links})


@every_set
def test_the_first_dead_link_opens_an_issue(host: Host, folder: Path, web: Web) -> None:
    link_to(host, web.url("/404"))
    job = host.run(folder / "links.yml", event="schedule")["links"]
    assert job.result == "success", job.said
    assert asked(host) == [
        LIST,
        "gh label create broken-links --force --color d93f0b --description Kept by the nightly check of links",
        "gh issue create --title Broken links --label broken-links --body-file",
    ]
    assert job.summary.startswith("## 1 error in 3 files\n\n### `content/pathways/cook-to-baker.md`\n")
    assert body(host) == (
        "Some links of the content lead nowhere or elsewhere. "
        "[The last run](https://host.example/octo/guides/actions/runs/42) has the whole list.\n\n" + job.summary
    )
    assert web.url("/404") in body(host)


@every_set
def test_an_open_issue_is_written_anew(host: Host, folder: Path, web: Web) -> None:
    link_to(host, web.url("/404"))
    host.run(folder / "links.yml", event="schedule", OPEN="7")
    assert asked(host) == [LIST, EDIT]
    assert web.url("/404") in body(host)


@every_set
def test_an_open_issue_is_closed_when_all_is_well(host: Host, folder: Path, web: Web) -> None:
    link_to(host, web.url("/ok"))
    host.run(folder / "links.yml", event="schedule", OPEN="7")
    assert asked(host) == [LIST, "gh issue close 7 --comment Every link of the content leads where it should."]


@every_set
def test_nothing_is_written_when_all_is_well_and_no_issue_is_open(host: Host, folder: Path, web: Web) -> None:
    link_to(host, web.url("/ok"))
    job = host.run(folder / "links.yml", event="schedule")["links"]
    assert (job.result, job.summary) == ("success", "## Nothing to mend in 3 files\n")
    assert asked(host) == [LIST]


@every_set
def test_other_faults_of_the_content_are_left_to_the_check(host: Host, folder: Path) -> None:
    small_site(host.site, MISSPELT)
    assert host.run(folder / "links.yml", event="schedule")["links"].result == "success"
    assert asked(host) == [LIST]


@every_set
@pytest.mark.parametrize(
    ("code", "left"),
    [
        pytest.param("1", "", id="it broke before it had written the report"),
        pytest.param("2", "## 1 error", id="nobody can be asked"),
        pytest.param("137", "## 1 error", id="it was ended"),
    ],
)
def test_a_check_that_breaks_fails_and_touches_no_issue(host: Host, folder: Path, code: str, left: str) -> None:
    job = host.run(folder / "links.yml", event="schedule", BROKEN=code, LEFT=left)["links"]
    assert (job.result, job.steps[-1].name) == ("failure", "Ask every outside address")
    assert asked(host) == []


def test_a_long_list_ends_before_the_issue_is_full(host: Host, web: Web) -> None:
    page = f"---\ntitle: Page\nsummary: A page.\n---\n\nRead [this]({web.url('/404')}#{'x' * 1_000}).\n"
    small_site(host.site, {f"pages/page{number}.md": page for number in range(120)})
    job = host.run(STARTER / "links.yml", event="schedule")["links"]
    assert len(job.summary) > 65_536
    assert 50_000 < len(body(host).encode()) < 65_536
    assert job.summary.startswith(body(host).split("\n\n", 1)[1])
