"""Each pathway becomes pictures/<slug>.png, for those who share its address: its route and its four badges."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from site_gen.addresses import picture_address
from site_gen.model.catalog import Catalog
from site_gen.outputs import OutputType, PlannedFile
from site_gen.render.picture_words import PictureWords, can_be_drawn, words_of_listing


def plan(catalog: Catalog) -> Iterator[PlannedFile]:
    """A file for each pathway whose words can be drawn; none without a base address, by which pictures are found."""
    site = catalog.site
    if not (site.pictures and site.base_url):
        return
    for slug, listing in sorted(catalog.listings_by_slug.items()):
        words = words_of_listing(listing)
        if can_be_drawn(words, site.title):
            asks = frozenset({f"card:{slug}"})
            yield PlannedFile(address=picture_address(slug), asks=asks, make=partial(_content, words, catalog))


def _content(words: PictureWords, catalog: Catalog) -> bytes:
    from site_gen.render.picture import draw_picture  # only sites with pictures need have Pillow

    return draw_picture(words, catalog.site.title)


OUTPUT = OutputType(name="pictures", plan=plan)
