"""All roles and pathways in one file, in columns."""

import json
from pathlib import Path
from typing import Any

from site_gen.outputs.graph import OUTPUT
from tests.outputs.catalogs import catalog_of, outputs_of
from tests.samples import pathway, sample


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


def test_pathway_called_otherwise_than_by_its_roles_has_its_slug() -> None:
    """As it may be where its author has silenced W203."""
    assert OUTPUT.make is not None
    (made,) = OUTPUT.make(sample(pathway(), pathway(slug="night-shift")).catalog)
    assert json.loads(made.content)["slugs"] == {"1": "night-shift"}
