"""Which pathways have a picture, and what each asks."""

from dataclasses import replace
from pathlib import Path

import pytest

from site_gen.model.catalog import Catalog
from site_gen.outputs.pictures import OUTPUT, plan
from site_gen.render.picture import draw_picture
from site_gen.render.picture_words import words_of_listing
from tests.outputs.catalogs import catalog_of, outputs_of
from tests.sites import PATHWAY

WANTED = {"site.yaml": "pictures: true\n"}


@pytest.mark.parametrize(
    ("settings", "base_url"),
    [
        pytest.param("title: Crafts\n", "https://example.com/", id="nobody-wants-them"),
        pytest.param("pictures: true\n", None, id="nobody-has-said-where-the-site-will-live"),
        pytest.param("pictures: true\ntitle: Métiers\n", "https://example.com/", id="the-site-has-other-letters"),
    ],
)
def test_site_without_pictures_has_none(tmp_path: Path, settings: str, base_url: str | None) -> None:
    assert list(plan(catalog_of(tmp_path, {"site.yaml": settings}, base_url=base_url))) == []


def test_pathway_whose_name_has_other_letters_has_none(tmp_path: Path) -> None:
    other = PATHWAY.replace("difficulty:", "title: Maître d’hôtel\ndifficulty:")
    assert list(plan(catalog_of(tmp_path, {**WANTED, "pathways/cook-to-baker.md": other}))) == []


def test_each_pathway_has_a_picture_of_what_its_card_says(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, WANTED)
    (made,) = outputs_of("pictures", catalog)
    words = words_of_listing(catalog.listings_by_slug["cook-to-baker"])
    assert made.address == "pictures/cook-to-baker.png"
    assert made.content == draw_picture(words, "Waymark")
    assert words.names == ("Cook", "Baker")


def test_a_picture_asks_for_its_card_and_for_nothing_else(tmp_path: Path) -> None:
    catalog: Catalog = catalog_of(tmp_path, WANTED)
    assert [each.asks for each in plan(catalog)] == [frozenset({"card:cook-to-baker"})]
    assert list(plan(replace(catalog, listings_by_slug={}))) == []
    assert (OUTPUT.make, OUTPUT.asks) == (None, frozenset())
