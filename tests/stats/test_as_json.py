"""The state of the content as JSON: one object, whose keys are those that the module names."""

import inspect
import json
import re

from site_gen.stats import as_json as module
from site_gen.stats.as_json import as_json
from tests.stats.reports import EMPTY, FULL


def test_every_part_is_in_the_object() -> None:
    value = json.loads(as_json(FULL))
    assert value["pathways"] == {"published": 12, "drafts": 1, "later": 2}
    assert (value["roles"], value["skills"]) == (9, 40)
    assert value["fields"][1] == {"family": "Design", "roles": 4, "pathways": 1, "from_other_fields": {}}
    assert next(iter(value["fields"][0]["from_other_fields"].items())) == ("Field number 5", 5)
    assert value["roles_not_reached"][0] == "role-number-0"
    assert value["roles_not_left"] == ["potter"]
    assert value["skills_spelt_in_two_ways"][0] == {
        "name": "JavaScript",
        "others": {"JS": 2, "Javascript": 1},
        "likeness": "merged",
    }
    assert value["oldest_reviews"][0] == {"path": "content/pathways/a-to-b.md", "reviewed": "2025-01-02", "days": 333}
    assert value["thinnest_guides"][0] == {
        "path": "content/pathways/a-to-b.md",
        "percent": 9,
        "words": 80,
        "tasks": 3,
        "resources": 0,
        "questions": 0,
    }
    assert value["places_to_fill_in"] == {"content/pathways/x-to-y.md": 41, "content/roles/y.md": 2}
    assert value["not_counted"] == ["content/roles/broken.md"]


def test_an_empty_site_has_the_same_keys() -> None:
    assert json.loads(as_json(EMPTY)).keys() == json.loads(as_json(FULL)).keys()


def test_the_documented_object_has_the_keys_of_the_real_one() -> None:
    documented = re.search(r"^ +\{$.*?^ {4}\}$", inspect.getdoc(module) or "", re.MULTILINE | re.DOTALL)
    assert documented is not None
    assert shape(json.loads(documented[0])) == shape(json.loads(as_json(FULL)))


def shape(value: object) -> object:
    """The fixed keys of an object, without those that are names of the content."""
    if not isinstance(value, dict):
        return shape(value[0]) if isinstance(value, list) and value else None
    return {
        key: None if key in {"from_other_fields", "others", "places_to_fill_in"} else shape(value[key]) for key in value
    }
