"""The published schema describes every file of the open data, of the project's own site and of odd ones, strictly."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from site_gen.build.site import build_site
from site_gen.outputs.api_schema import SCHEMA
from tests.outputs.catalogs import catalog_of, outputs_of
from tests.sites import REPOSITORY, options, small_site

VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FormatChecker())


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("schema") / "output"
    assert build_site(options(REPOSITORY, output=folder)).published
    return folder


def parts(schema: object) -> Iterator[dict[str, Any]]:
    """Every mapping of a schema that describes mappings."""
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for each in schema.values():
            yield from parts(each)
    elif isinstance(schema, list):
        for each in schema:
            yield from parts(each)


def described(folder: Path) -> list[Path]:
    """The files of the open data that the schema is for; what the site's own scripts load is no part of it."""
    own = {folder / "api/schema.json", folder / "api/graph.json", *folder.glob("api/legs/*")}
    return sorted(set(folder.glob("api/**/*.json")) - own)


def faults(folder: Path) -> dict[str, str]:
    """What is wrong with each file of a site's open data, by address."""
    found: dict[str, str] = {}
    for path in described(folder):
        value = json.loads(path.read_text("utf-8"))
        kind = Draft202012Validator({**SCHEMA, "oneOf": [{"$ref": f"#/$defs/{value['kind']}"}]})
        found |= {str(path): error.message for error in kind.iter_errors(value)}
        assert VALIDATOR.is_valid(value) or found
    return found


def test_schema_is_one_and_refuses_what_it_does_not_know() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    mappings = list(parts(SCHEMA["$defs"]))
    assert len(mappings) > 20
    assert all(each["additionalProperties"] is False for each in mappings)
    assert all(list(each["properties"]) == each["required"] for each in mappings)


def test_schema_is_published_as_it_is(tmp_path: Path) -> None:
    (made,) = outputs_of("api_schema", catalog_of(tmp_path))
    assert (made.address, json.loads(made.content)) == ("api/schema.json", SCHEMA)


def test_every_file_of_the_own_site_is_as_the_schema_says(output: Path) -> None:
    kinds = {path.parent.name for path in described(output)} - {"api"}
    assert kinds == {"pathways", "roles", "routes", "skills"}
    assert faults(output) == {}


def test_every_file_says_where_the_schema_is(output: Path) -> None:
    for path in described(output):
        named = json.loads(path.read_text("utf-8"))["$schema"]
        assert (path.parent / named).resolve() == (output / "api/schema.json").resolve()


def test_site_of_which_little_is_known_is_as_the_schema_says(tmp_path: Path) -> None:
    build_site(options(small_site(tmp_path)))
    assert len(described(tmp_path / "output")) == 5
    assert faults(tmp_path / "output") == {}


@pytest.mark.parametrize("change", [{"more": 1}, {"level": 5}, {"title": None}], ids=str)
def test_file_that_says_something_else_is_refused(tmp_path: Path, change: dict[str, object]) -> None:
    (made,) = [each for each in outputs_of("api_index", catalog_of(tmp_path)) if each.address == "api/index.json"]
    assert VALIDATOR.is_valid(json.loads(made.content))
    assert not VALIDATOR.is_valid({**json.loads(made.content), **change})
