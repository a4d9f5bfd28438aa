"""The SVG of the map."""

import re

from markupsafe import Markup

from site_gen.model.pathway import Difficulty
from site_gen.render.map_drawing import label_of, map_drawing
from site_gen.render.map_pay import axis_of, spot_of
from tests.samples import BAKER, ROLES, bare_pathway, pathway, role, sample

CATALOG = sample(pathway(), bare_pathway(difficulty=Difficulty.VERY_CHALLENGING)).catalog


def drawing(*, named: bool = True, root: str = "") -> Markup:
    axis = axis_of(ROLES)
    spots = [spot_of(each, axis) for each in ROLES]
    return map_drawing(spots, ROLES, CATALOG.listings, currency=axis.currency, root=root, named=named)


def test_every_role_is_a_link_with_its_name_and_its_pay() -> None:
    found = re.findall(r'<a href="([^"]*)"><rect [^>]*/>(.*?)</a>', drawing(root="../"))
    assert {(address, re.sub(r"<[^>]*>", "", words)) for address, words in found} == {
        ("../roles/baker.html", "Baker $44k"),
        ("../roles/cook.html", "Cook $40k"),
        ("../roles/waiter.html", "Waiter"),
    }


def test_a_role_stands_in_one_group_with_its_ways_out() -> None:
    groups = re.findall(r'<g>((?:<g class="arrows".*?</g></g>)?)<a href="roles/(\w+)', drawing())
    assert {role: len(re.findall("<path", ways)) for ways, role in groups} == {"baker": 0, "cook": 1, "waiter": 1}


def test_a_way_says_its_months_and_its_difficulty() -> None:
    ways = re.findall(r'<g class="(d\d)"><path d="[MHVq\d -]+"/><text [^>]*>([^<]*)<', drawing())
    assert sorted(ways) == [("d2", "3–4"), ("d4", "3–4")]


def test_arrows_and_the_ground_are_hidden_from_screen_readers() -> None:
    without = re.sub(r'<g[^>]* aria-hidden="true".*?</g>(?=<g>|<a|</svg>)', "", drawing())
    assert re.findall(r"<text[^>]*>([^<]*)<", without) == ["Baker", "$44k", "Cook", "$40k", "Waiter"]


def test_columns_have_their_names_only_where_they_are_fields() -> None:
    assert 'class="field"' in drawing()
    assert 'class="field"' not in drawing(named=False)


def test_band_says_what_stands_in_it() -> None:
    assert "Pay not known or not comparable" in drawing()
    axis = axis_of([BAKER])
    alone = map_drawing([spot_of(BAKER, axis)], [BAKER], [], currency="USD", root="", named=True)
    assert "Pay not known" not in alone


def test_way_of_unknown_length_has_a_dash() -> None:
    without = sample(bare_pathway(sections=())).catalog.listings[0]
    assert without.facts.figures is not None
    assert without.facts.figures.months is None
    assert label_of(without) == "–"


def test_names_are_escaped() -> None:
    sly = role("<b>", id="sly", family="A & B")
    made = map_drawing([spot_of(sly, axis_of([sly]))], [sly], [], currency="", root="", named=True)
    assert "&lt;b&gt;" in made
    assert "A &amp; B" in made
    assert "<b>" not in made


def test_drawing_grows_with_the_text_of_the_page() -> None:
    width, height = re.findall(r'(?:width|height)="([\d.]+)rem"', drawing())[:2]
    box = re.findall(r'viewBox="0 -?\d+ (\d+) (\d+)"', drawing())[0]
    assert (float(width) * 16, float(height) * 16) == (int(box[0]), int(box[1]))


def test_pathways_are_drawn_whatever_their_order() -> None:
    assert sample(pathway(), bare_pathway()).catalog.listings == sample(bare_pathway(), pathway()).catalog.listings
