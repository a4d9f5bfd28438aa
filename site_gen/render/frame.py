"""What all pages of a site share: its settings, its assets and its navigation."""

from __future__ import annotations

from collections.abc import Container
from typing import Final
from urllib.parse import urlsplit

from site_gen.addresses import SEARCH, absolute
from site_gen.model.site import Site
from site_gen.record import record
from site_gen.render.assets import Assets

_PLAIN_PAGES: Final = {"method": "How badges work", "about": "About"}


@record
class NavigationItem:
    """One entry of the navigation: its words, and the address of its page."""

    title: str
    address: str


@record
class Frame:
    """What every page has around it; `method` is the address of the page on badges, empty where there is none."""

    site: Site
    assets: Assets
    navigation: tuple[NavigationItem, ...]
    method: str

    @property
    def base_path(self) -> str:
        """Where the site begins on its host."""
        return base_path(self.site.base_url)

    def canonical(self, address: str) -> str:
        """The whole address of a page, or nothing when nobody has said where the site will live."""
        return absolute(address, self.site.base_url) if self.site.base_url else ""


def make_frame(site: Site, page_names: Container[str], assets: Assets, *, has_map: bool = False) -> Frame:
    """The frame of a site with plain pages of these names and maybe a map: its navigation leads only to what exists."""
    pages = [name for name in _PLAIN_PAGES if name in page_names]
    return Frame(
        site=site,
        assets=assets,
        navigation=(
            NavigationItem(title="Pathways", address="index.html"),
            *((NavigationItem(title="Map", address="map.html"),) if has_map else ()),
            *((NavigationItem(title="Search", address=SEARCH),) if site.search else ()),
            *(NavigationItem(title=_PLAIN_PAGES[name], address=f"{name}.html") for name in pages),
        ),
        method="method.html" if "method" in pages else "",
    )


def base_path(base_url: str) -> str:
    """Where a site begins on its host, with a slash at both ends: `/guides/`, else `/`."""
    path = urlsplit(base_url).path.strip("/")
    return f"/{path}/" if path else "/"
