"""A page and the frame around it become one HTML document."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import TYPE_CHECKING

from site_gen.addresses import markdown_address
from site_gen.record import record
from site_gen.render.frame import Frame
from site_gen.render.linked_data import Node

if TYPE_CHECKING:
    from jinja2 import Environment


@record
class Page:
    """One page of the site: where it is, which template draws it, and the values that template asks for.

    `title` stands before the site's own in the browser's tab and is empty on the home page; `summary` is the
    description for search engines. A page served at `any_depth`, as 404.html is, has no relative links. `markdown` is
    whether the page stands beside it as Markdown; `feed` is the address of a feed of its own, else there is the site's,
    and empty for none. `linked` is what it says in JSON-LD that it is, where that is more than a page.
    """

    address: str
    template: str
    title: str
    summary: str
    values: Mapping[str, object]
    any_depth: bool = False
    markdown: bool = False
    feed: str = "feed.xml"
    linked: tuple[Node, ...] = ()

    @property
    def twin(self) -> str:
        """The way from the page to itself as Markdown."""
        return markdown_address(self.address).rpartition("/")[2]


def render_page(environment: Environment, frame: Frame, page: Page) -> str:
    """The HTML of a page."""
    return "".join(_pieces(environment, frame, page))


def page_in_bytes(environment: Environment, frame: Frame, page: Page) -> bytes:
    """The HTML of a page as it is written.

    Its pieces are encoded one by one: most are ASCII, which takes no time, and hardly a whole page is.
    """
    pieces = _pieces(environment, frame, page)
    try:
        return b"".join(map(str.encode, pieces))
    except UnicodeEncodeError:
        # A file's name may hold bytes that are no text: that it is no name for a pathway is said elsewhere.
        return "".join(pieces).encode(errors="surrogateescape")


def _pieces(environment: Environment, frame: Frame, page: Page) -> list[str]:
    """The strings of a page in their order, which its template yields in lists, and the end of the last line."""
    root = frame.base_path if page.any_depth else "../" * page.address.count("/")
    template = environment.get_template(page.template)
    context = template.new_context({**page.values, "frame": frame, "page": page, "root": root})
    try:
        return [*chain.from_iterable(template.root_render_func(context)), "\n"]
    except Exception:  # it is raised again, at its place in the template
        environment.handle_exception()
