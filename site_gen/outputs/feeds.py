"""Each role and each field becomes an Atom feed of its own: of the pathways to and from it, or into it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial

from site_gen.addresses import absolute, field_feed, quoted, role_address, role_feed
from site_gen.model.catalog import Catalog, Listing
from site_gen.model.role import Role
from site_gen.model.skill import unique_slugs
from site_gen.outputs import OutputType, PlannedFile
from site_gen.render.atom import Feed, feed_addresses, feed_in_bytes


def plan(catalog: Catalog) -> Iterator[PlannedFile]:
    """A file for each role and field that has a pathway; none without a base address, for ids are whole addresses."""
    if not catalog.site.base_url:
        return
    for role in catalog.roles_by_id.values():
        if role.id in catalog.slugs_by_origin or role.id in catalog.slugs_by_target:
            asks = frozenset({f"facts:{role.id}", f"ways_in:{role.id}", f"ways_out:{role.id}"})
            for page, address in enumerate(feed_addresses(role_feed(role.id), len(_ways(catalog, role.id)))):
                yield PlannedFile(address=address, asks=asks, make=partial(_of_role, catalog, role, page))
    yield from _of_fields(catalog)


def _of_fields(catalog: Catalog) -> Iterator[PlannedFile]:
    roles_by_field: dict[str, list[str]] = defaultdict(list)
    for role in catalog.roles_by_id.values():
        roles_by_field[role.family].append(role.id)
    for field, slug in unique_slugs(roles_by_field).items():
        reached = [role_id for role_id in roles_by_field[field] if role_id in catalog.slugs_by_target]
        if reached:
            # Its name is asked for with the roles of its pathways, and its slug is its address.
            asks = frozenset(f"ways_in:{role_id}" for role_id in roles_by_field[field])
            listings = [each for role_id in reached for each in catalog.ways_in(role_id)]
            for page, address in enumerate(feed_addresses(field_feed(slug), len(listings))):
                make = partial(_of_field, catalog, field, tuple(reached), slug=slug, page=page)
                yield PlannedFile(address=address, asks=asks, make=make)


def _ways(catalog: Catalog, role_id: str) -> Sequence[Listing]:
    """The pathways that begin or end at a role."""
    return list({each.slug: each for each in (*catalog.ways_in(role_id), *catalog.ways_out(role_id))}.values())


def _of_role(catalog: Catalog, role: Role, page: int) -> bytes:
    site = catalog.site
    html = absolute(role_address(role.id), site.base_url)
    feed = Feed(
        address=role_feed(role.id),
        title=f"{role.name} · {site.title}",
        subtitle=f"Pathways to and from {role.name}.",
        page=html,
        id=html,
    )
    return feed_in_bytes(feed, _ways(catalog, role.id), site, page=page)


def _of_field(catalog: Catalog, field: str, role_ids: tuple[str, ...], *, slug: str, page: int) -> bytes:
    site = catalog.site
    address = field_feed(slug)
    feed = Feed(
        address=address,
        title=f"{field} · {site.title}",
        subtitle=f"Pathways into {field}.",
        page=site.base_url,
        id=absolute(quoted(address), site.base_url),
    )
    listings = [each for role_id in role_ids for each in catalog.ways_in(role_id)]
    return feed_in_bytes(feed, listings, site, page=page)


OUTPUT = OutputType(name="feeds", plan=plan)
