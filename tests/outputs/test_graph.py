"""All roles and pathways in one file, in columns."""

import json
from pathlib import Path
from typing import Any

from tests.outputs.catalogs import catalog_of, outputs_of
from tests.sites import PATHWAY

SLUG = "pathways/night-shift.md"


def graph(folder: Path, files: dict[str, str] | None = None) -> dict[str, Any]:
    (made,) = outputs_of("graph", catalog_of(folder, files))
    assert made.address == "api/graph.json"
    found: dict[str, Any] = json.loads(made.content)
    return found


def test_roles_and_pathways_are_numbered_columns(tmp_path: Path) -> None:
    made = graph(tmp_path)
    roles, pathways = made["roles"], made["pathways"]
    assert {len(column) for column in roles.values()} == {len(roles["id"])}
    assert {len(column) for column in pathways.values()} == {1}
    assert [roles["id"][pathways[end][0]] for end in ("from", "to")] == ["cook", "baker"]
    assert (pathways["hours"], pathways["low"], pathways["high"]) == ([80], [2], [3])
    assert made["times"][pathways["time"][0]] == "2–3 months"
    assert made["difficulties"][pathways["level"][0] - 1] == "Easy"
    assert made["demands"][pathways["demand"][0]] == "Not known"
    assert made["slugs"] == {}


def test_pathway_called_otherwise_than_by_its_roles_has_its_slug(tmp_path: Path) -> None:
    made = graph(tmp_path, {SLUG: PATHWAY, "site.yaml": "severity: {W203: off}\n"})
    assert made["slugs"] == {"1": "night-shift"}
