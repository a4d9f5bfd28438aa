"""Rounds go from one generator to the next, and a site with something left out is no result."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks import rounds
from benchmarks.corpus import make_guides, make_roles
from benchmarks.generators import Generator, Step
from benchmarks.rounds import Lacking, Plan, run_rounds

PAGE = "Difficulty 5 months +10% Demand Role 0 Role 1 Role 2 Role 3 Role 4 Role 5 Do I need a degree? <item>"
GUIDES = list(make_guides(10))
SITE = {f"roles/{role.id}.html": "" for role in make_roles(10)} | {
    f"pathways/{guide.slug}.html": PAGE for guide in GUIDES
}
SITE |= dict.fromkeys(("index.html", "sitemap.xml", "index.xml"), PAGE + " ".join(guide.slug for guide in GUIDES))


class Copier(Generator):
    """Publishes a site that it has been given."""

    name = "copier"
    output = "output"
    pathways = "guides"
    site = SITE

    def prepare(self, home: Path, count: int, seed: int) -> None:
        for name, text in self.site.items():
            (home / "site" / name).parent.mkdir(parents=True, exist_ok=True)
            (home / "site" / name).write_text(text, encoding="utf-8")
        (home / "guides").mkdir()
        for guide in make_guides(count, seed=seed):
            self.guide_file(home, guide.slug).write_text(guide.body, encoding="utf-8")

    def command(self, home: Path, step: Step, guide: Path) -> list[str] | None:
        assert guide.is_file()
        if step is Step.CHECK:
            return None
        dirty = (home / "output").exists()
        if step is Step.CLEAN:
            return [sys.executable, "-c", "import shutil; shutil.copytree('site', 'output')"]
        assert dirty
        return [sys.executable, "-c", ""]


class Other(Copier):
    """Another one."""

    name = "other"


def plan(folder: Path, turns: int = 1) -> Plan:
    return Plan(pathways=10, rounds=turns, seed=1, folder=folder)


def test_every_step_of_every_generator_is_measured_in_every_round(tmp_path: Path) -> None:
    said: list[str] = []
    costs = run_rounds([Copier(2), Other(2)], plan(tmp_path, 2), said.append)
    assert set(costs) == set(Step) - {Step.CHECK}
    assert {(name, len(runs)) for by_name in costs.values() for name, runs in by_name.items()} == {
        ("copier", 2),
        ("other", 2),
    }
    assert said[2:4] == ["round 1 of 2: clean build", "round 1 of 2: nothing changed"]


def test_each_round_adds_another_paragraph_to_a_guide(tmp_path: Path) -> None:
    run_rounds([Copier(2)], plan(tmp_path, 2), lambda _words: None)
    text = Copier(2).guide_file(tmp_path / "copier", GUIDES[0].slug).read_text("utf-8")
    added = "Added in round 0, *just now*.\n\nAdded in round 1, *just now*.\n\n## Transferable skills"
    assert text == GUIDES[0].body.replace("## Transferable skills", added)


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        pytest.param({f"pathways/{GUIDES[3].slug}.html": None}, "9 of 10 pages in pathways/", id="a-guide"),
        pytest.param({"roles/role-1.html": None}, "4 of 5 pages in roles/", id="a-role"),
        pytest.param({f"pathways/{GUIDES[0].slug}.html": "no badges"}, "without .*difficulty", id="badges"),
        pytest.param({"index.html": ""}, f"index.html without {GUIDES[0].slug}", id="entries-of-the-front-page"),
        pytest.param({"sitemap.xml": None}, "sitemap.xml without", id="the-sitemap"),
        pytest.param({"index.xml": "<rss/>"}, "index.xml without <item>", id="entries-of-the-feed"),
    ],
)
def test_site_with_something_left_out_is_no_result(
    changed: dict[str, str | None], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = {name: text for name, text in {**SITE, **changed}.items() if text is not None}
    monkeypatch.setattr(Copier, "site", site)
    with pytest.raises(Lacking, match=message):
        run_rounds([Copier(2)], plan(tmp_path), lambda _words: None)


def test_what_lies_across_two_pieces_of_a_file_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rounds, "_PIECE", 7)
    run_rounds([Copier(2)], plan(tmp_path), lambda _words: None)
