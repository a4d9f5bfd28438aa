"""Routes become Markdown beside their pages: routes.md with every pair of roles, and a file for each pair."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from site_gen.addresses import markdown_address, role_address, route_address
from site_gen.model.catalog import Catalog
from site_gen.model.role import Role
from site_gen.outputs import OutputType, PlannedFile
from site_gen.render.long_lists import pages_of_routes
from site_gen.render.markdown_text import bullets, document, link, numbered, plain
from site_gen.render.open_data import url_of
from site_gen.render.paging import Leaf, onward
from site_gen.render.route_views import all_sources, origins_of, pair_view
from site_gen.render.routes import RankedView, RouteView, StepView


def plan(catalog: Catalog) -> Iterator[PlannedFile]:
    """A file for each page of the list of routes, where there is a pathway, and for each pair of roles with a page."""
    if catalog.listings_by_slug:
        asks = frozenset({"route_list", "roles"})
        for leaf in pages_of_routes(catalog):
            yield PlannedFile(address=markdown_address(leaf.address), asks=asks, make=partial(_list, catalog, leaf))
    for pair in catalog.route_pairs:
        yield PlannedFile(
            address=markdown_address(route_address(*pair)),
            asks=frozenset({"listings", "skills"}),
            make=partial(_pair, catalog, pair),
        )


def _list(catalog: Catalog, leaf: Leaf) -> bytes:
    parts = ["Where no single pathway leads, several in a row may: months, hours, and pay after each step."]
    for origin in origins_of(catalog, leaf):
        targets = [link(f"to {name}", leaf.root + markdown_address(address)) for name, address in origin.targets]
        parts += [f"## {plain(origin.name)}", bullets(targets)]
    if len(parts) == 1:
        parts.append("Every two roles that routes connect have a pathway of their own.")
    title = f"Routes over several pathways{leaf.ordinal}"
    return document(title, [*parts, *onward(leaf), _sources(all_sources(catalog))])


def _pair(catalog: Catalog, pair: tuple[str, str]) -> bytes:
    view = pair_view(catalog, pair)
    url = url_of(route_address(*pair), catalog.site)
    head = [f"From: {_role(view.origin)}", f"To: {_role(view.target)}", *([f"Page: <{url}>"] if url else [])]
    parts = [
        view.lead,
        bullets(head),
        bullets(map(_ranked, view.ranked)),
        *(part for each in view.routes for part in _route(each)),
        _sources(view.sources),
    ]
    return document(view.title, parts)


def _role(role: Role) -> str:
    return link(role.name, f"../{markdown_address(role_address(role.id))}")


def _ranked(view: RankedView) -> str:
    """The few best routes by one measure, the best first."""
    return f"{view.title}: {'; '.join(plain(f'{title} ({figure})') for _, title, figure in view.entries)}"


def _route(view: RouteView) -> Iterator[str]:
    yield f"## {plain(view.title)}"
    facts = [f"Time: {view.time}", f"Study: {view.hours}", *([view.saved] if view.saved else [])]
    yield bullets([*facts, f"Hardest step: {view.difficulty}", f"Pay at the end: {view.pay or 'not known'}"])
    yield f"{plain(view.start)}."
    yield numbered(map(_step, view.steps))


def _step(view: StepView) -> str:
    """A pathway on the way: its facts, what is learnt already, and what it leads to."""
    said = [f"{view.facts}.", f"{view.hours}.", *([plain(view.twice)] if view.twice else []), f"{plain(view.stop)}."]
    return f"{link(view.title, f'../{markdown_address(view.address)}')}: {' '.join(said)}"


def _sources(sources: str) -> str:
    return f"Pay is that of a year before tax: {plain(sources)}." if sources else ""


OUTPUT = OutputType(name="markdown_routes", plan=plan)
