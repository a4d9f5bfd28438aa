"""All roles and pathways in columns, in one file or in parts."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from site_gen.addresses import digest_of
from site_gen.build.site import build_site
from site_gen.model.catalog import Catalog
from site_gen.outputs import graph as module
from tests.outputs.catalogs import catalog_of, outputs_of
from tests.samples import pathway, sample
from tests.sites import REPOSITORY, options

COLUMNS = ("roles", "pathways")


def graph(catalog: Catalog) -> dict[str, Any]:
    """The one part of a small catalog, with the words that all parts share."""
    (made,) = outputs_of("graph", catalog)
    assert made.address == "api/graph.json"
    whole = json.loads(made.content)
    (part,) = whole.pop("parts")
    return {**part, **whole}


def test_roles_and_pathways_are_numbered_columns(tmp_path: Path) -> None:
    made = graph(catalog_of(tmp_path))
    roles, pathways = made["roles"], made["pathways"]
    assert {len(column) for column in roles.values()} == {len(roles["id"])}
    assert {len(column) for column in pathways.values()} == {1}
    assert [roles["id"][pathways[end][0]] for end in ("from", "to")] == ["cook", "baker"]
    assert (pathways["hours"], pathways["low"], pathways["high"]) == ([80], [2], [3])
    assert made["times"][pathways["time"][0]] == "2–3 months"
    assert made["difficulties"][pathways["level"][0] - 1] == "Easy"
    assert made["demands"][pathways["demand"][0]] == "Not known"
    assert made["slugs"] == {}


def test_pathway_called_otherwise_than_by_its_roles_has_its_slug() -> None:
    """As it may be where its author has silenced W203."""
    made = graph(sample(pathway(), pathway(slug="night-shift")).catalog)
    assert made["slugs"] == {"1": "night-shift"}


def rows(part: dict[str, Any]) -> list[tuple[Any, ...]]:
    """The roles and pathways of a part, words instead of the numbers that stand for them."""
    roles, ways = part["roles"], part["pathways"]
    fields = [(each, part["fields"][number]) for each, number in zip(roles["id"], roles["field"], strict=True)]
    times = [part["times"][number] for number in ways["time"]]
    return [*fields, *zip(ways["from"], ways["to"], ways["hours"], times, strict=True)]


def test_large_catalog_is_parted_by_roles_into_files_named_after_their_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    catalog = sample(pathway(), pathway(slug="night-shift")).catalog
    whole = graph(catalog)
    monkeypatch.setattr(module, "MOST_IN_ONE", 3)
    *files, last = outputs_of("graph", catalog)
    named = json.loads(last.content)["parts"]
    assert len(files) > 1
    assert {each.address for each in files} == set(named)
    assert all(each.address == f"assets/graph-{digest_of(each.content)}.json" for each in files)
    contents = {each.address: json.loads(each.content) for each in files}
    parts = [contents[address] for address in named]
    assert [each for part in parts for each in part["roles"]["id"]] == whole["roles"]["id"]
    assert sorted(map(str, (row for part in parts for row in rows(part)))) == sorted(map(str, rows(whole)))
    for part in parts:
        first = whole["roles"]["id"].index(part["roles"]["id"][0])
        assert {number - first for number in part["pathways"]["from"]} <= set(range(len(part["roles"]["id"])))
    assert all(sum(len(part[each]["id" if each == "roles" else "from"]) for each in COLUMNS) <= 3 for part in parts)


def test_role_of_more_pathways_than_fit_has_a_part_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_IN_ONE", 1)
    *files, _ = outputs_of("graph", sample(pathway(), pathway(slug="night-shift")).catalog)
    parts = [json.loads(each.content) for each in files]
    assert sorted((len(each["roles"]["id"]), len(each["pathways"]["from"])) for each in parts)[-1] == (1, 2)


def test_no_file_of_roles_and_pathways_like_the_own_ones_is_over_60_kb_packed(tmp_path: Path) -> None:
    """A phone is to load no file of more than 100 kB, and strangers' names may be longer than ours."""
    assert build_site(options(REPOSITORY, output=tmp_path / "output")).published
    content = (tmp_path / "output" / "api/graph.json").read_bytes()
    (part,) = json.loads(content)["parts"]
    count = len(part["roles"]["id"]) + len(part["pathways"]["from"])
    assert len(gzip.compress(content, 9)) / count * module.MOST_IN_ONE < 60_000
