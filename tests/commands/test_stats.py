"""`waymark stats`: what it says of a site, whole or broken, and that it writes nothing."""

import json
from pathlib import Path

from site_gen import commands as folder
from site_gen.commands import stats as command
from tests.commands.running import ERROR, WARNING, run
from tests.sites import PATHWAY, small_site, tree


def test_a_small_site_is_told_whole(site: Path) -> None:
    before = tree(site)
    result = run("stats")
    assert (result.exit_code, result.stderr) == (0, "")
    assert (
        result.stdout
        == """\
Pathways    1 published, 0 drafts, 0 of a later date
Roles       2
Skills      0

Pathways by field of the role they lead to
  Field    Roles  Pathways  From other fields
  Kitchen      2         1

Roles that no pathway leads to
  cook

Roles that no pathway leads from
  baker

Skills spelt in two ways
  none

Oldest reviews
  2026-01-10  today  cook-to-baker

Thinnest guides
  Share of the site's median guide, the mean of four figures: words, tasks,
  resources and questions.
  Share  Words  Tasks  Res.  FAQ  Guide
   100%      8      1     0    0  cook-to-baker

Places to fill in
  none
"""
    )
    assert tree(site) == before


def test_drafts_and_pathways_of_a_later_date_are_counted_apart(site: Path) -> None:
    back = PATHWAY.replace("from: cook\nto: baker", "from: baker\nto: cook")
    small_site(
        site,
        {
            **WARNING,
            "pathways/baker-to-cook.md": back.replace("difficulty", "published: 2026-01-11\ndifficulty"),
            "pathways/cook-to-potter.md": PATHWAY.replace("to: baker", "to: potter\ndraft: true"),
        },
    )
    value = json.loads(run("stats", "--format", "json").stdout)
    assert value["pathways"] == {"published": 1, "drafts": 1, "later": 1}
    assert value["roles_not_reached"] == ["cook", "potter"]


def test_a_site_with_errors_tells_of_what_could_be_read(site: Path) -> None:
    small_site(site, {**ERROR, "roles/potter.md": "---\nnme: Potter\n---\n", "pages/about.md": "no front matter\n"})
    result = run("stats", "--format", "json")
    assert result.exit_code == 0
    value = json.loads(result.stdout)
    assert (value["pathways"]["published"], value["roles"]) == (0, 2)
    assert value["not_counted"] == [
        "content/pages/about.md",
        "content/pathways/cook-to-baker.md",
        "content/roles/potter.md",
    ]
    assert "Not counted 3 files are left out for errors; see `waymark check`\n" in run("stats").stdout


def test_places_to_fill_in_are_counted(site: Path) -> None:
    assert run("new", "pathway", "baker", "cook", "--non-interactive").exit_code == 0
    value = json.loads(run("stats", "--format", "json").stdout)
    assert value["places_to_fill_in"] == {"content/pathways/baker-to-cook.md": 41}
    assert value["skills"] == 0
    assert site.is_dir()


def test_a_site_without_content_is_wrong_usage(site: Path) -> None:
    result = run("stats", "--site", str(site / "content"))
    assert result.exit_code == 2


def test_command_is_in_the_register() -> None:
    assert folder.load_command("stats") is command.COMMAND
