"""Where things are on the site: the place of a content file below content/ becomes its address below output/."""

from __future__ import annotations

import hashlib
import posixpath
from typing import Final
from urllib.parse import quote

SEARCH: Final = "search.html"
"""The address of the page to search on, where there is one."""

SEARCH_FOLDER: Final = "pagefind"
"""The folder of the index that it loads."""

ASSETS: Final = "assets"
"""The folder of style sheets, scripts and what those load, each named after its bytes."""

_HOMES: Final = {"pathways/": "pathways/", "roles/": "roles/", "pages/": "", "assets/": "media/"}


def address_of(key: str) -> str | None:
    """The address of a content file: `pathways/x.md` is at `pathways/x.html`, `assets/x.png` at `media/x.png`.

    None for a file that has no address, such as `site.yaml`.
    """
    for folder, home in _HOMES.items():
        if key.startswith(folder):
            rest = key.removeprefix(folder)
            if folder == "assets/":
                return home + rest
            return f"{home}{rest.removesuffix('.md')}.html" if rest.endswith(".md") else None
    return None


def pathway_address(slug: str) -> str:
    """The address of a pathway's page."""
    return f"pathways/{slug}.html"


def pathway_addresses(slug: str) -> tuple[str, ...]:
    """The addresses of all files that are made of a pathway alone, its page first."""
    return pathway_address(slug), pathway_markdown(slug), pathway_json(slug), embed_address(slug)


def pathway_markdown(slug: str) -> str:
    """The address of a pathway as Markdown, beside its page."""
    return f"pathways/{slug}.md"


def pathway_json(slug: str) -> str:
    """The address of a pathway as JSON."""
    return f"api/pathways/{slug}.json"


def embed_address(slug: str) -> str:
    """The address of a pathway's card, which other sites show in a frame."""
    return f"embed/{slug}.html"


def markdown_address(address: str) -> str:
    """The address of a page as Markdown, beside the page."""
    return f"{address.removesuffix('.html')}.md"


def asset_address(stem: str, suffix: str, content: bytes) -> str:
    """The address of a file that is named after its bytes, and so may be kept for as long as anyone likes."""
    return f"{ASSETS}/{stem}-{digest_of(content)}.{suffix}"


def digest_of(content: bytes) -> str:
    """The eight signs that stand for bytes in an address."""
    return hashlib.blake2b(content, digest_size=4).hexdigest()


def skill_address(slug: str) -> str:
    """The address of a skill's page."""
    return f"skills/{slug}.html"


def picture_address(slug: str) -> str:
    """The address of a pathway's picture, for those who share its page."""
    return f"pictures/{slug}.png"


GRAPH_ADDRESS: Final = "api/graph.json"
"""All roles and pathways, or where their shares are, for the scripts of pages."""

MAP_ADDRESS: Final = "map.html"
"""The career map."""

COMPARE_ADDRESS: Final = "compare.html"
"""Pathways and routes side by side."""

SKILLS_ADDRESS: Final = "skills.html"
"""The list of all skills."""

SKILLS_FOLDER: Final = "skills/page"
"""The folder of its further pages, by their numbers: a skill called `2` is not in it."""

ROLES_FOLDER: Final = "roles/page"
"""The folder of the pages of the list of all roles, by their numbers."""

ROLES_ADDRESS: Final = f"{ROLES_FOLDER}/1.html"
"""The list of all roles, where they are too many for the front page; a plain page may be called `roles`."""

ROUTES_ADDRESS: Final = "routes.html"
"""The page that answers for any two roles."""

ROUTES_FOLDER: Final = "routes/page"
"""The folder of the further pages of its list, by their numbers."""


def route_address(origin_id: str, target_id: str) -> str:
    """The address of the page of the routes from one role to another."""
    return f"routes/{origin_id}-to-{target_id}.html"


def legs_address(role_id: str) -> str:
    """The address of what routes ask of the pathways that begin at a role."""
    return f"api/legs/{role_id}.json"


def role_address(role_id: str) -> str:
    """The address of a role's page."""
    return f"roles/{role_id}.html"


def routes_json(origin_id: str, target_id: str) -> str:
    """The address of the routes between two roles as JSON."""
    return f"api/routes/{origin_id}-to-{target_id}.json"


def role_json(role_id: str) -> str:
    """The address of a role as JSON."""
    return f"api/roles/{role_id}.json"


def skill_json(slug: str) -> str:
    """The address of a skill as JSON."""
    return f"api/skills/{slug}.json"


def role_feed(role_id: str) -> str:
    """The address of the feed of the pathways that begin or end at a role."""
    return f"feeds/roles/{role_id}.xml"


def field_feed(slug: str) -> str:
    """The address of the feed of the pathways that lead into a field."""
    return f"feeds/fields/{slug}.xml"


def relative(target: str, start: str) -> str:
    """The way from the page at `start` to `target`, as a link on that page: `../roles/x.html`."""
    return posixpath.relpath(target, posixpath.dirname(start) or ".")


def absolute(address: str, base_url: str) -> str:
    """The whole address of a page; the home page is its folder."""
    return base_url + ("" if address == "index.html" else address)


def quoted(address: str) -> str:
    """An address as links have it; the name of a file may hold bytes that are no text."""
    return quote(address, errors="surrogateescape")


def alias_address(alias: str) -> str:
    """The address of an old slug or old path that leads to a pathway's page."""
    return alias if alias.endswith(".html") else pathway_address(alias)
