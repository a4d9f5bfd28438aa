"""A page and the frame around it become one HTML document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from site_gen.record import record
from site_gen.render.frame import Frame

if TYPE_CHECKING:
    from jinja2 import Environment


@record
class Page:
    """One page of the site: where it is, which template draws it, and the values that template asks for.

    `title` stands before the site's own in the browser's tab and is empty on the home page; `summary` is the
    description for search engines. A page served at `any_depth`, as 404.html is, has no relative links.
    """

    address: str
    template: str
    title: str
    summary: str
    values: Mapping[str, object]
    any_depth: bool = False


def render_page(environment: Environment, frame: Frame, page: Page) -> str:
    """The HTML of a page."""
    root = frame.base_path if page.any_depth else "../" * page.address.count("/")
    return environment.get_template(page.template).render(page.values, frame=frame, page=page, root=root) + "\n"
