"""The catalog becomes api/graph.json: every role and pathway in columns, for the finder, the routes and the comparison.

What cards show stands in it in words, so that the scripts have none of their own. Of a large site the roles are
parted, each with the pathways that begin there, into files named after their bytes: none takes a phone long, and a
reader whose api/graph.json is of yesterday gets yesterday's parts.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from site_gen.addresses import GRAPH_ADDRESS, asset_address
from site_gen.model.catalog import Catalog, Listing
from site_gen.model.pathway import Demand, Difficulty
from site_gen.model.role import Role
from site_gen.outputs import Output, OutputType
from site_gen.render.facts import AUTHORS_VIEW, ESTIMATE, UNKNOWN, facts_of
from site_gen.render.pay import sources_in_words
from site_gen.render.routes import earns
from site_gen.render.words import sentence

MOST_IN_ONE: Final = 1_500
"""So many roles and pathways one file holds: at the 34 bytes that each of our own takes when packed, 51 kB."""

_LONGEST: Final = 999
"""Months of a pathway whose time is not known: no reader has as many."""


def make(catalog: Catalog) -> Iterator[Output]:
    """The one file, and those of its parts where there are several."""
    parts: list[Any] = list(_parts(catalog))
    if len(parts) > 1:
        files = [_in_bytes(part) for part in parts]
        parts = [asset_address("graph", "json", content) for content in files]
        for address, content in sorted(zip(parts, files, strict=True)):
            yield Output(address=address, content=content)
    whole = {
        "parts": parts,
        "difficulties": [sentence(each) for each in Difficulty],
        "demands": [*(sentence(each) for each in reversed(Demand)), UNKNOWN],
        "views": ["", AUTHORS_VIEW],
    }
    yield Output(address=GRAPH_ADDRESS, content=_in_bytes(whole))


def _in_bytes(value: Mapping[str, Any]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _parts(catalog: Catalog) -> Iterator[dict[str, Any]]:
    """The roles in the order of their ids, each with its pathways, in as few parts as hold them."""
    numbers = {role_id: number for number, role_id in enumerate(catalog.roles_by_id)}
    roles: list[Role] = []
    listings: list[Listing] = []
    for role in catalog.roles_by_id.values():
        ways = sorted(catalog.ways_out(role.id), key=lambda each: (numbers[each.target.id], each.slug))
        if roles and len(roles) + len(listings) + 1 + len(ways) > MOST_IN_ONE:
            yield _part(catalog, roles, listings, numbers)
            roles, listings = [], []
        roles.append(role)
        listings += ways
    yield _part(catalog, roles, listings, numbers)


def _part(
    catalog: Catalog, roles: Sequence[Role], listings: Sequence[Listing], numbers: Mapping[str, int]
) -> dict[str, Any]:
    """Roles and pathways, each fact of theirs a list; what repeats is a number that counts in a list of its own.

    The roles that pathways lead between are numbers that count over all parts.
    """
    fields, kinds, sources, times, pays = (_Words() for _ in range(5))
    stops = [catalog.graph.pays.get(role.id) for role in roles]
    shown = [facts_of(figures) for each in listings if (figures := each.facts.figures)]
    months = [figures.months for each in listings if (figures := each.facts.figures)]
    return {
        "roles": {
            "id": [role.id for role in roles],
            "name": [role.name for role in roles],
            "aliases": [role.aliases for role in roles],
            "field": [fields.number(role.family) for role in roles],
            "pay": [stop.amount if stop else 0 for stop in stops],
            "kind": [kinds.number(stop.kind) if stop else -1 for stop in stops],
            "earns": [earns(catalog, role.id) for role in roles],
            "source": [sources.number(sources_in_words([role.pay] if role.pay else [])) for role in roles],
        },
        "pathways": {
            "from": [numbers[each.origin.id] for each in listings],
            "to": [numbers[each.target.id] for each in listings],
            "hours": [each.facts.study.hours for each in listings],
            "low": [each.low if each else _LONGEST for each in months],
            "high": [each.high if each else _LONGEST for each in months],
            "level": [each.difficulty_level for each in shown],
            "time": [times.number(each.time or UNKNOWN) for each in shown],
            "pay": [
                pays.number((each.pay_label, each.pay_trend, (each.pay or UNKNOWN) + ESTIMATE * each.is_estimate))
                for each in shown
            ],
            "demand": [each.demand_level if each.demand else -1 for each in shown],
            "view": [int(each.is_authors_view) for each in shown],
        },
        "slugs": dict(_unusual_slugs(listings)),
        "fields": fields.all,
        "kinds": kinds.all,
        "sources": sources.all,
        "times": times.all,
        "pays": pays.all,
    }


def _unusual_slugs(listings: Iterable[Listing]) -> Iterator[tuple[str, str]]:
    """The slugs of pathways that are not called by their two roles, by the number of the pathway."""
    for number, each in enumerate(listings):
        if each.slug != f"{each.origin.id}-to-{each.target.id}":
            yield str(number), each.slug


class _Words:
    """Words that repeat, each with a number."""

    def __init__(self) -> None:
        self._numbers: dict[Any, int] = {}

    def number(self, words: Any) -> int:
        """The number of these words."""
        return self._numbers.setdefault(words, len(self._numbers))

    @property
    def all(self) -> list[Any]:
        """All words, in the order of their numbers."""
        return list(self._numbers)


OUTPUT = OutputType(name="graph", asks=frozenset({"listings", "roles"}), make=make)
