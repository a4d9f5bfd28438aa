"""The card that other sites show: what the badges say, whose figures they are, and the way to the guide."""

import re

import pytest

from site_gen.model.site import Site
from tests.pages.rendering import ASSETS, PAGES, render
from tests.samples import bare_pathway, pathway, sample

CARD = PAGES["embed/cook-to-baker.html"]


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html.partition("<main")[2].partition(">")[2])).strip()


def test_card_says_what_the_badges_say_and_whose_figures_they_are() -> None:
    assert words(CARD) == (
        "Cook to Baker Difficulty: Moderate Time: 3–4 months Pay change: +40% Demand: High , the author’s view "
        "Pay: Guild survey, Elsewhere, March 2026. From Waymark."
    )


def test_card_of_which_little_is_known_says_so() -> None:
    text = words(render(sample(bare_pathway(sections=())))["embed/waiter-to-cook.html"])
    assert "Time: Not known Pay change: Not known" in text


@pytest.mark.parametrize(
    ("site", "href"),
    [
        pytest.param(sample().catalog.site, "https://guides.example/careers/pathways/cook-to-baker.html", id="whole"),
        pytest.param(Site(), "../pathways/cook-to-baker.html", id="relative-without-an-address"),
    ],
)
def test_card_leads_out_of_its_frame_to_the_guide(site: Site, href: str) -> None:
    page = render(sample(pathway(), site=site))["embed/cook-to-baker.html"]
    assert f'href="{href}" target="_top"' in page
    assert page.count("<a ") == 1


def test_card_needs_no_script_and_one_sheet_and_is_kept_out_of_indexes() -> None:
    assert "<script" not in CARD
    assert re.findall(r'rel="stylesheet" href="([^"]*)"', CARD) == [f"../{ASSETS.sheets['embed']}"]
    assert '<meta name="robots" content="noindex">' in CARD
    assert '<link rel="canonical" href="https://guides.example/careers/pathways/cook-to-baker.html">' in CARD


def test_card_names_no_address_where_there_is_none() -> None:
    page = render(sample(pathway(), site=Site()))["embed/cook-to-baker.html"]
    assert "canonical" not in page
