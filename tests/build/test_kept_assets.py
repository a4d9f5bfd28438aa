"""Style sheets and scripts of the generation before stay for a reader in mid-visit; unchanged files stay the same."""

import json
from pathlib import Path

import pytest

from site_gen.outputs import graph
from tests.build.workshop import Workshop, workshop


def styles(site: Workshop) -> set[str]:
    return {each.name for each in (site.folder / "output" / "assets").glob("style-*.css")}


def restyle(site: Workshop, order: int) -> set[str]:
    """Change the style of a site and build it; gives what its home page asks for now."""
    site.write("templates/assets/print.css", f"main {{ order: {order} }}")
    site.build()
    home = (site.folder / "output" / "index.html").read_text("utf-8")
    return {name for name in styles(site) if name in home}


def test_the_generation_before_stays_and_the_one_before_that_goes(tmp_path: Path) -> None:
    site = workshop(tmp_path)
    first = restyle(site, 1)
    assert styles(site) == first
    second = restyle(site, 2)
    assert styles(site) == first | second
    third = restyle(site, 3)
    assert len(first | second | third) == 3
    assert styles(site) == second | third


def test_a_build_of_other_pages_alone_keeps_them(tmp_path: Path) -> None:
    site = workshop(tmp_path)
    both = restyle(site, 1) | restyle(site, 2)
    for number in range(3):
        site.guide("cook-to-baker", text=f"Bread is slow {number}.")
        site.set("footer", f"Made by {number}.")
        site.build()
        assert styles(site) == both


def test_a_build_that_goes_by_nothing_keeps_them_too(tmp_path: Path) -> None:
    site = workshop(tmp_path)
    first = restyle(site, 1)
    (tmp_path / ".cache/waymark/traces.sqlite").unlink()
    second = restyle(site, 2)
    assert styles(site) == first | second


def test_a_style_that_comes_back_is_there_once(tmp_path: Path) -> None:
    site = workshop(tmp_path)
    first, second = restyle(site, 1), restyle(site, 2)
    assert restyle(site, 1) == first
    assert styles(site) == first | second


def test_parts_of_roles_and_pathways_stay_for_a_generation_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One who has loaded yesterday's api/graph.json is told of yesterday's parts."""
    monkeypatch.setattr(graph, "MOST_IN_ONE", 1)
    site = workshop(tmp_path)

    def named() -> set[str]:
        return set(json.loads((tmp_path / "output" / "api" / "graph.json").read_text("utf-8"))["parts"])

    generations = []
    for difficulty in ("easy", "moderate", "challenging"):
        site.guide("cook-to-baker", front={"difficulty": difficulty})
        site.build()
        generations.append(named())
        there = {f"assets/{each.name}" for each in (tmp_path / "output" / "assets").glob("graph-*.json")}
        assert there == set().union(*generations[-2:])
    assert len(generations[0] | generations[1] | generations[2]) == len(generations[0]) + 2


def test_a_file_that_is_made_again_as_it_was_is_the_same_file(tmp_path: Path) -> None:
    site = workshop(tmp_path)
    site.build()
    page = tmp_path / "output" / "pathways" / "cook-to-baker.html"
    map_page = tmp_path / "output" / "robots.txt"
    before = page.stat().st_mtime_ns, map_page.stat().st_mtime_ns
    site.write("content/assets/unasked.txt", "one")
    site.set("review_after", "11")
    report = site.build()
    assert report.reasons
    assert (page.stat().st_mtime_ns, map_page.stat().st_mtime_ns) == before


def test_unchanged_files_of_a_build_that_goes_by_nothing_keep_their_times(tmp_path: Path) -> None:
    site = workshop(tmp_path)
    site.build()
    output = tmp_path / "output"
    before = {path: path.stat().st_mtime_ns for path in output.rglob("*.html")}
    (tmp_path / ".cache/waymark/traces.sqlite").unlink()
    site.guide("cook-to-baker", text="Bread is slow.")
    report = site.build()
    assert report.made_again == report.pages
    assert [path.name for path, time in before.items() if path.stat().st_mtime_ns != time] == ["cook-to-baker.html"]
