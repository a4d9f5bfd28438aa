"""A mapping is taken by its keys, and everything that is wrong with it is told at once, by the way to it."""

from __future__ import annotations

from typing import Any

import pytest

from site_gen.decode.keys import Fields, Why, list_of, mapping_of, mappings_of, named, needed, optional, or_none
from site_gen.decode.values import as_boolean, as_text


class Inner(Fields):
    name = needed(as_text, "a name")
    note = optional(or_none(as_text), None)


class Outer(Fields):
    origin = needed(as_text, "an origin", name="from")
    draft = optional(as_boolean, default=False)
    tags = list_of(as_text)
    one = mapping_of(Inner)
    several = mappings_of(Inner, lambda value: {"name": value} if isinstance(value, str) else value)
    words = named(as_boolean)


def wrong(values: Any) -> list[tuple[tuple[str | int, ...], str]]:
    """The way to each thing that is wrong, and what: the message where a value was refused."""
    found: list[Any] = []
    Outer.decode(values, (), found)
    return [(each.path, each.refused.message if each.refused else each.why.name) for each in found]


def decoded(values: Any) -> Outer:
    found: list[Any] = []
    value = Outer.decode(values, (), found)
    assert value is not None
    assert found == []
    return value


def test_a_key_that_is_missing_has_its_default() -> None:
    value = decoded({"from": "a"})
    assert vars(value) == {"origin": "a", "draft": False, "tags": (), "one": None, "several": (), "words": {}}


def test_every_kind_of_value_is_read() -> None:
    value = decoded(
        {
            "from": " a ",
            "draft": "true",
            "tags": ["b", "c"],
            "one": {"name": "d", "note": None},
            "several": ["e", {"name": "f", "note": "g"}],
            "words": {"h": "true"},
        }
    )
    assert (value.origin, value.draft, value.tags, value.words) == ("a", True, ("b", "c"), {"h": True})
    assert value.one is not None
    assert (value.one.name, value.one.note) == ("d", None)
    assert [(each.name, each.note) for each in value.several] == [("e", None), ("f", "g")]


def test_keys_know_what_they_are() -> None:
    assert [(name, key.attribute, key.is_required, key.inner) for name, key in Outer.keys.items()][:4] == [
        ("from", "origin", True, None),
        ("draft", "draft", False, None),
        ("tags", "tags", False, None),
        ("one", "one", False, Inner),
    ]
    assert (Outer.keys["from"].example, Outer.keys["tags"].example) == ("an origin", "")
    assert Outer.origin is Outer.keys["from"]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        pytest.param("x", [((), Why.NO_MAPPING.name)], id="no-mapping-at-all"),
        pytest.param({}, [(("from",), "MISSING")], id="missing"),
        pytest.param({"from": "a", "origin": "b"}, [(("origin",), "UNKNOWN")], id="an-attribute-is-no-key"),
        pytest.param({"from": None}, [(("from",), "the key has no value")], id="refused"),
        pytest.param({"from": "a", "tags": ["b", None]}, [(("tags", 1), "the key has no value")], id="in-a-list"),
        pytest.param({"from": "a", "tags": "b"}, [(("tags",), "a list belongs here")], id="no-list"),
        pytest.param({"from": "a", "one": ["b"]}, [(("one",), "NO_MAPPING")], id="no-mapping"),
        pytest.param({"from": "a", "one": {"nam": "b"}}, [(("one", "name"), "MISSING"), (("one", "nam"), "UNKNOWN")]),
        pytest.param({"from": "a", "several": ["b", {}]}, [(("several", 1, "name"), "MISSING")], id="in-its-list"),
        pytest.param({"from": "a", "words": "b"}, [(("words",), "NO_MAPPING")], id="no-words"),
        pytest.param(
            {"from": "a", "words": {"b": "c"}}, [(("words", "b"), "`c` is neither true nor false")], id="in-words"
        ),
        pytest.param(
            {"draft": "c", "b": 1},
            [(("from",), "MISSING"), (("draft",), "`c` is neither true nor false"), (("b",), "UNKNOWN")],
            id="all-at-once",
        ),
    ],
)
def test_what_is_wrong_is_told_with_the_way_to_it(values: Any, expected: list[Any]) -> None:
    assert wrong(values) == expected
