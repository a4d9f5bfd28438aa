"""The page of a pathway."""

import re
from dataclasses import replace

import pytest

from site_gen.diagnostic import Place
from site_gen.model.pathway import Pathway
from site_gen.model.site import Site
from site_gen.model.skill import NO_NAMES
from site_gen.pages import Onward
from site_gen.pages.pathway import Entry, cut, pathway_page
from tests.pages.rendering import PAGES, render
from tests.samples import CALL, SECTIONS, SITE, bare_pathway, card, pathway, sample


def of_pathway(made: Pathway) -> str:
    return render(sample(made))["pathways/cook-to-baker.html"]


PATHWAY = PAGES["pathways/cook-to-baker.html"]


def test_parts_of_a_pathway_stand_in_the_order_of_the_file() -> None:
    headings = re.findall(r"<h2[^>]*>([^<]*)", PATHWAY.partition('class="flow"')[2])
    assert headings == [
        "Why this move works",
        "What it pays",
        "What you bring",
        "What to learn",
        "Roadmap",
        "Reality check",
        "Action plan",
        "Questions",
        "Shoes",
        "How these figures are worked out",
        "Ready to start?",
    ]


def test_pathways_own_call_to_action_comes_after_the_workings() -> None:
    html = of_pathway(pathway(sections=(*SECTIONS, CALL)))
    assert html.index('id="wm-workings"') < html.index("Light the oven.")
    assert "Ready to start?" not in html


def test_pay_comes_first_where_there_is_no_overview() -> None:
    body = cut(SECTIONS[1:])
    assert (body.opening, body.middle, body.closing) == ((), SECTIONS[1:], ())


def test_sections_after_the_call_to_action_keep_their_place() -> None:
    body = cut((*SECTIONS[:4], CALL, SECTIONS[4]))
    assert body.closing == (CALL, SECTIONS[4])


def test_every_entry_of_the_contents_leads_somewhere() -> None:
    contents = PATHWAY.partition('class="contents"')[2].partition("</nav>")[0]
    anchors = re.findall(r'href="#([^"]*)"', contents)
    assert anchors
    assert all(f' id="{anchor}"' in PATHWAY for anchor in anchors)


def test_every_task_has_a_box_inside_its_label() -> None:
    assert PATHWAY.count('<label><input type="checkbox"><span>') == 4


def test_first_answer_is_open() -> None:
    assert '<details id="is-it-hot" open>' in PATHWAY
    assert '<details id="is-it-early">' in PATHWAY


def test_review_authors_and_sources_are_named() -> None:
    assert "Reviewed November 22, 2026 by A. Baker." in PATHWAY
    assert '<a href="https://guild.example/" rel="external">Guild survey</a>; A letter.' in PATHWAY


def test_finish_counts_on_every_week() -> None:
    assert "Start today, never miss a week, and you finish around {date}." in PATHWAY


def test_every_key_fact_says_what_it_rests_on_and_leads_to_its_working() -> None:
    facts = PATHWAY.partition('class="key-facts"')[2].partition("</dl>")[0]
    assert re.findall(r'<a href="#([^"]*)">([^<]*)</a></dd>', facts) == [
        ("wm-difficulty", "Graded by rule"),
        ("wm-time", "From the plan"),
        ("wm-change", "Author’s figure"),
        ("wm-demand", "Author’s view"),
    ]
    assert re.findall(r'<dt id="([^"]*)">', PATHWAY) == ["wm-difficulty", "wm-time", "wm-change", "wm-demand"]


def test_corrections_are_offered_only_where_the_site_takes_them() -> None:
    place = Place(path="x", line=4)
    made = pathway(places={"reviewed": place, "difficulty": place, "salary": place})
    assert "nofollow" not in of_pathway(made)
    site = replace(SITE, corrections="https://code.example/{path}?line={line}&x")
    html = render(sample(made, site=site))["pathways/cook-to-baker.html"]
    address = "https://code.example/content/pathways/cook-to-baker.md?line=4&amp;x"
    assert f' <a href="{address}">Correct the difficulty</a></dd>' in html
    both = f'<a href="{address}">Correct this<span class="vh">: both ranges</span></a>'
    assert f"March 2026. {both}</p>" in html


def test_own_title_stands_instead_of_the_route() -> None:
    assert "<h1>Up before dawn</h1>" in of_pathway(pathway(title="Up before dawn"))


def test_bare_pathway_says_what_is_not_known() -> None:
    html = PAGES["pathways/waiter-to-cook.html"]
    assert '<dt>Pay change</dt><dd class="unknown">Not known</dd>' in html
    assert "What Waiter pays is not known" in html


def test_section_that_no_template_knows_is_shown_as_prose() -> None:
    made = bare_pathway(sections=SECTIONS[-1:])
    assert "Wear good ones." in render(sample(made))["pathways/waiter-to-cook.html"]


def test_text_of_a_guide_is_escaped_in_the_head() -> None:
    assert '<meta name="description" content="From the stove to the oven &amp; the night.">' in PATHWAY


def test_tags_are_shown_where_there_are_any() -> None:
    assert "Filed under" not in of_pathway(pathway(tags=()))
    assert "<p>Filed under bread, ovens.</p>" in of_pathway(pathway(tags=("bread", "ovens")))


@pytest.mark.parametrize(
    ("others_out", "leads_on", "entries"),
    [
        pytest.param(False, False, (), id="nowhere"),
        pytest.param(True, False, (Entry(title="All ways out of Cook", address="roles/cook.html"),), id="others-out"),
        pytest.param(False, True, (Entry(title="Where Bakers go next", address="roles/baker.html"),), id="on"),
    ],
)
def test_page_made_without_a_catalog_leads_where_it_is_told(
    others_out: bool, leads_on: bool, entries: tuple[Entry, ...]
) -> None:
    onward = Onward(others_out=others_out, leads_on=leads_on, skill_names=NO_NAMES)
    page = pathway_page(pathway(), card(pathway()), SITE, onward)
    compare = Entry(title="Compare it", address="compare.html?way=cook-to-baker")
    assert page.values["next"] == (*entries, compare)


def test_pages_of_a_catalog_lead_to_the_other_ways_out_and_on() -> None:
    assert "Where Cooks go next" in PAGES["pathways/waiter-to-cook.html"]
    assert "All ways out of" not in PAGES["pathways/waiter-to-cook.html"]
    assert "go next" not in PATHWAY


PICTURES = replace(SITE, pictures=True)
PICTURE = (
    '<meta property="og:image" content="https://guides.example/careers/pictures/cook-to-baker.png">'
    '<meta property="og:image:alt" content="From Cook to Baker">'
    '<meta name="twitter:card" content="summary_large_image">'
)


def test_page_names_its_picture_with_size_and_words() -> None:
    assert PICTURE in render(sample(pathway(), site=PICTURES))["pathways/cook-to-baker.html"].replace(">\n<", "><")


@pytest.mark.parametrize(
    ("made", "site"),
    [
        pytest.param(pathway(), SITE, id="the-site-has-none"),
        pytest.param(pathway(), replace(PICTURES, base_url=""), id="no-address-to-name-it-by"),
        pytest.param(pathway(title="Maître d’hôtel"), PICTURES, id="no-letters-for-its-title"),
        pytest.param(pathway(), replace(PICTURES, title="Métiers"), id="no-letters-for-the-site"),
    ],
)
def test_page_without_a_picture_names_none(made: Pathway, site: Site) -> None:
    html = render(sample(made, site=site))["pathways/cook-to-baker.html"]
    assert re.findall("og:image|twitter:card", html) == []
