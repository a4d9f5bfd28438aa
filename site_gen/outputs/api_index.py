"""The catalog becomes api/index.json: what there is, and where the files of each thing are."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.addresses import field_feed
from site_gen.model.catalog import Catalog
from site_gen.model.skill import unique_slugs
from site_gen.outputs import Output, OutputType
from site_gen.render.open_data import Json, in_bytes, named


def make(catalog: Catalog) -> Iterator[Output]:
    """The one file."""
    site = catalog.site
    roles, skills = catalog.roles_by_id.values(), catalog.skills.by_name
    pairs = catalog.route_pairs
    listings = sorted(catalog.listings, key=lambda each: each.slug)
    value: Json = {
        "$schema": "schema.json",
        "kind": "index",
        "title": site.title,
        "description": site.description,
        "language": site.language,
        "url": site.base_url or None,
        "files": {
            "schema": "api/schema.json",
            "manifest": "api/manifest.json",
            "csv": "catalog.csv",
            "pathway": "api/pathways/{slug}.json",
            "role": "api/roles/{id}.json",
            "skill": "api/skills/{slug}.json",
            "routes": "api/routes/{origin}-to-{target}.json",
            "graph": "api/graph.json",
            "markdown": "pathways/{slug}.md",
            "card": "embed/{slug}.html",
        },
        "counts": {"pathways": len(listings), "roles": len(roles), "skills": len(skills), "routes": len(pairs)},
        "pathways": [
            {
                "slug": each.slug,
                "title": each.title,
                "origin": each.origin.id,
                "target": each.target.id,
                "reviewed": each.facts.reviewed.isoformat(),
            }
            for each in listings
        ],
        "roles": [{**named(each), "field": each.family} for each in roles],
        "skills": [{"slug": each.slug, "name": each.name} for each in skills],
        "routes": [{"origin": origin_id, "target": target_id} for origin_id, target_id in pairs],
        "fields": _fields(catalog),
    }
    yield Output(address="api/index.json", content=in_bytes(value))


def _fields(catalog: Catalog) -> list[Json]:
    """The fields of roles by name, each with its feed where it has one."""
    reached = {each.target.family for each in catalog.listings} if catalog.site.base_url else set()
    slugs = unique_slugs({role.family for role in catalog.roles_by_id.values()})
    return [{"name": name, "feed": field_feed(slug) if name in reached else None} for name, slug in slugs.items()]


OUTPUT = OutputType(name="api_index", asks=frozenset({"listings", "roles", "skill_list", "route_list"}), make=make)
