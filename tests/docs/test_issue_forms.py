"""The forms for issues have what the code host asks for, and are called what the docs call them."""

from __future__ import annotations

import re
from typing import Any, Final

import pytest
import yaml

from tests.docs.reading import ROOT, read

FOLDER: Final = ".github/ISSUE_TEMPLATE"
FORMS: Final = sorted(path.name for path in (ROOT / FOLDER).glob("*.yml") if path.name != "config.yml")
ATTRIBUTES: Final = {
    "markdown": {"value"},
    "input": {"label", "description", "placeholder", "value"},
    "textarea": {"label", "description", "placeholder", "value", "render"},
    "dropdown": {"label", "description", "options", "multiple", "default"},
}
"""The kinds of part that are used here, and what each may say."""


def form(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(read(f"{FOLDER}/{name}"))
    return loaded


def test_there_is_a_form_for_every_kind_of_issue() -> None:
    assert FORMS == ["correction.yml", "fault.yml", "new-pathway.yml"]


@pytest.mark.parametrize("name", FORMS)
def test_form_has_the_keys_that_forms_have(name: str) -> None:
    assert form(name).keys() == {"name", "description", "title", "labels", "body"}
    assert any(part["type"] != "markdown" for part in form(name)["body"])


@pytest.mark.parametrize("name", FORMS)
def test_parts_of_a_form_have_what_their_kind_takes(name: str) -> None:
    for part in form(name)["body"]:
        kind = part["type"]
        assert set(part["attributes"]) <= ATTRIBUTES[kind], part
        assert part.keys() <= {"type", "id", "attributes", "validations"}
        if kind == "markdown":
            assert part.keys() == {"type", "attributes"}
            continue
        assert re.fullmatch(r"[A-Za-z0-9_-]+", part["id"])
        assert part["attributes"]["label"]
        assert part.get("validations", {"required": True}) == {"required": True}


@pytest.mark.parametrize("name", FORMS)
def test_parts_of_a_form_are_told_apart(name: str) -> None:
    fields = [part for part in form(name)["body"] if part["type"] != "markdown"]
    for each in ([part["id"] for part in fields], [part["attributes"]["label"] for part in fields]):
        assert sorted(set(each)) == sorted(each)
    for options in (part["attributes"]["options"] for part in fields if part["type"] == "dropdown"):
        assert len(set(options)) == len(options) > 1


def test_docs_name_the_forms_that_there_are() -> None:
    named = re.findall(r"with the form \*([^*]+)\*", read("CONTRIBUTING.md"))
    assert sorted(named) == sorted(form(name)["name"] for name in FORMS)


def test_issues_without_a_form_are_allowed() -> None:
    assert form("config.yml") == {"blank_issues_enabled": True}
