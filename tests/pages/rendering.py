"""The sample site, and any other, rendered with the project's own templates."""

import re
from collections.abc import Iterator
from pathlib import Path

from site_gen.model.card import Card, make_card
from site_gen.model.pathway import Pathway
from site_gen.pages import Onward, PageType, page_types
from site_gen.render.assets import make_assets
from site_gen.render.environment import make_environment
from site_gen.render.frame import make_frame
from site_gen.render.page import Page, render_page
from tests.samples import Sample, sample

TEMPLATES = [Path(__file__).parents[2] / "templates"]
ENVIRONMENT = make_environment(TEMPLATES)
ASSETS = make_assets(TEMPLATES)
CARDS = {"embed/cook-to-baker.html", "embed/waiter-to-cook.html"}
"""The cards that other sites show: pages without the frame of the site."""

ADDRESSES = CARDS | {
    "index.html",
    "404.html",
    "map.html",
    "method.html",
    "pathways/cook-to-baker.html",
    "pathways/waiter-to-cook.html",
    "roles/baker.html",
    "roles/cook.html",
    "roles/waiter.html",
    "routes.html",
    "routes/waiter-to-baker.html",
    "compare.html",
    "skills.html",
    *(f"skills/{slug}.html" for slug in ("knife-work", "patience", "sourdough", "timing")),
}


def render(made: Sample) -> dict[str, str]:
    """The HTML of every page of a site, by its address."""
    frame = make_frame(made.catalog.site, made.catalog.pages_by_name, ASSETS, has_map=bool(made.catalog.roles_by_id))
    pages = [page for page_type in page_types() for page in _pages(page_type, made)]
    return {each.address: render_page(ENVIRONMENT, frame, each) for each in pages}


def without_templates(html: str) -> str:
    """A page without the parts that scripts fill."""
    return re.sub(r"<template.*?</template>", "", html, flags=re.DOTALL)


def _pages(page_type: PageType, made: Sample) -> Iterator[Page]:
    if page_type.of_site is not None:
        yield from (each.make() for each in page_type.of_site(made.catalog))
    if page_type.of_pathway is not None:
        for each in made.pathways:
            if each.slug in made.catalog.listings_by_slug:
                card, site = _card(each, made), made.catalog.site
                yield page_type.of_pathway(each, card, site, _onward(each, made))


def _card(pathway: Pathway, made: Sample) -> Card:
    roles = made.catalog.roles_by_id
    return make_card(pathway, origin=roles[pathway.origin_id], target=roles[pathway.target_id], site=made.catalog.site)


def _onward(pathway: Pathway, made: Sample) -> Onward:
    return Onward(
        others_out=len(made.catalog.ways_out(pathway.origin_id)) > 1,
        leads_on=bool(made.catalog.ways_out(pathway.target_id)),
        skill_names=made.catalog.skill_names,
    )


PAGES = render(sample())
