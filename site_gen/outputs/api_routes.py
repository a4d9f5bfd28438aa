"""Two roles that routes connect become api/routes/<origin>-to-<target>.json: each route with its steps and sums."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from site_gen.addresses import route_address, routes_json
from site_gen.model.catalog import Catalog
from site_gen.model.routes import Route, Step
from site_gen.outputs import OutputType, PlannedFile
from site_gen.render.open_data import SCHEMA, Json, in_bytes, rounded, span_of, url_of


def plan(catalog: Catalog) -> Iterator[PlannedFile]:
    """A file for each pair of roles that has a page of routes."""
    for origin_id, target_id in catalog.route_pairs:
        yield PlannedFile(
            address=routes_json(origin_id, target_id),
            asks=frozenset({"listings", "skills"}),
            make=partial(_make, catalog, origin_id, target_id),
        )


def _make(catalog: Catalog, origin_id: str, target_id: str) -> bytes:
    address = route_address(origin_id, target_id)
    return in_bytes(
        {
            "$schema": SCHEMA,
            "kind": "routes",
            "address": address,
            "url": url_of(address, catalog.site),
            "origin": _stop(catalog, origin_id),
            "target": _stop(catalog, target_id),
            "routes": [_route(catalog, each) for each in catalog.graph.routes(origin_id, target_id)],
        }
    )


def _route(catalog: Catalog, route: Route) -> Json:
    return {
        "steps": [_step(catalog, each) for each in route.steps],
        "weeks": rounded(route.weeks),
        "months": span_of(route.months),
        "study_hours": route.hours,
        "saved_hours": route.saved,
        "level": route.level,
    }


def _step(catalog: Catalog, step: Step) -> Json:
    leg = step.leg
    return {
        "slug": leg.slug,
        "study_hours": leg.hours,
        "known": [{"slug": each, "name": catalog.skills.by_slug[each].name} for each in step.twice],
        "saved_hours": step.saved,
        "hours_a_week": leg.hours_a_week,
        "level": leg.level,
        "target": _stop(catalog, leg.target_id),
    }


def _stop(catalog: Catalog, role_id: str) -> Json:
    """A role on the way, and what it pays."""
    pay = catalog.graph.pays.get(role_id)
    currency, _, place = pay.kind.partition(" ") if pay else ("", "", "")
    return {
        "id": role_id,
        "name": catalog.roles_by_id[role_id].name,
        "pay": pay.amount if pay else None,
        "currency": currency,
        "place": place,
        "is_estimate": bool(pay and pay.is_estimate),
    }


OUTPUT = OutputType(name="api_routes", plan=plan)
