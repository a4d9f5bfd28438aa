"""A role becomes api/roles/<id>.json: its figures, and the pathways that lead to it and away from it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from site_gen.addresses import role_address, role_json
from site_gen.model.badges import demand_for
from site_gen.model.catalog import Catalog, Listing
from site_gen.model.role import Outlook, Role
from site_gen.outputs import OutputType, PlannedFile
from site_gen.render.facts import facts_of
from site_gen.render.occupation import occupation_in_words, outlook_in_words
from site_gen.render.open_data import (
    SCHEMA,
    Json,
    in_bytes,
    named,
    occupation_of,
    pay_of,
    span_of,
    url_of,
    words_of,
)
from site_gen.render.pay import pay_in_words, sources_in_words


def plan(catalog: Catalog) -> Iterator[PlannedFile]:
    """A file for every role."""
    for role_id, role in catalog.roles_by_id.items():
        asks = frozenset({f"facts:{role_id}", f"ways_in:{role_id}", f"ways_out:{role_id}", "skills"})
        yield PlannedFile(address=role_json(role_id), asks=asks, make=partial(_make, catalog, role))


def _make(catalog: Catalog, role: Role) -> bytes:
    address = role_address(role.id)
    return in_bytes(
        {
            "$schema": SCHEMA,
            "kind": "role",
            **named(role),
            "address": address,
            "url": url_of(address, catalog.site),
            "plural": role.plural,
            "field": role.family,
            "aliases": list(role.aliases),
            "occupation": occupation_of(role.occupation),
            "zone": role.zone,
            "pay": pay_of(role.pay),
            "outlook": _outlook(role.outlook),
            "words": _words(role),
            "ways_in": [_way(each, each.origin) for each in catalog.ways_in(role.id)],
            "ways_out": [
                {**_way(each, each.target), "learns": _learns(catalog, each)} for each in catalog.ways_out(role.id)
            ],
        }
    )


def _outlook(outlook: Outlook | None) -> Json | None:
    if outlook is None:
        return None
    return {
        "growth": outlook.growth,
        "period": outlook.period,
        "openings": outlook.openings,
        "source": outlook.source,
        "demand": demand_for(outlook.growth),
    }


def _words(role: Role) -> Json:
    return {
        "occupation": occupation_in_words(role),
        "pay": pay_in_words(role.pay) if role.pay else "",
        "pay_source": sources_in_words([role.pay]) if role.pay else "",
        "outlook": outlook_in_words(role.outlook) if role.outlook else "",
    }


def _way(listing: Listing, other: Role) -> Json:
    """A pathway as seen from one of its roles; hours are 0 where nobody says them."""
    facts = listing.facts
    figures, study = facts.figures, facts.study
    assert figures is not None, "both roles are there"
    return {
        "slug": facts.slug,
        "title": listing.title,
        "role": named(other),
        "words": words_of(facts_of(figures)),
        "level": figures.difficulty.level,
        "months": span_of(figures.months),
        "hours": study.hours,
        "hours_a_week": study.hours_a_week,
        "pay_change": span_of(figures.pay),
        "gate": study.gate,
    }


def _learns(catalog: Catalog, listing: Listing) -> list[list[str | int]]:
    """The skills that a pathway teaches: the slug of each, and its hours or -1 where there is no end."""
    return [[catalog.skill_names.slug_of(name), hours] for name, _, hours in listing.facts.learns]


OUTPUT = OutputType(name="api_roles", plan=plan)
