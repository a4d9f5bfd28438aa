"""The sample catalog, and any other, rendered with the project's own templates."""

from pathlib import Path

from site_gen.model.catalog import Catalog
from site_gen.pages import page_types
from site_gen.render.assets import make_assets
from site_gen.render.environment import make_environment
from site_gen.render.frame import make_frame
from site_gen.render.page import render_page
from tests.samples import catalog

TEMPLATES = [Path(__file__).parents[2] / "templates"]
ENVIRONMENT = make_environment(TEMPLATES)
ASSETS = make_assets(TEMPLATES)
ADDRESSES = {
    "index.html",
    "404.html",
    "method.html",
    "pathways/cook-to-baker.html",
    "pathways/waiter-to-cook.html",
    "roles/baker.html",
    "roles/cook.html",
    "roles/waiter.html",
}


def render(made: Catalog) -> dict[str, str]:
    """The HTML of every page of a catalog, by its address."""
    frame = make_frame(made, ASSETS)
    pages = [each for page_type in page_types() for each in page_type.make(made)]
    return {each.address: render_page(ENVIRONMENT, frame, each) for each in pages}


PAGES = render(catalog())
