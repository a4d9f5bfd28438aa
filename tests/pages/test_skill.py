"""The page of a skill: who needs it, who brings it, how long it takes, what it is learnt with."""

from dataclasses import replace

from site_gen.model.catalog import Catalog, make_catalog
from site_gen.model.skill import SkillNames
from site_gen.pages import page_types
from site_gen.render.frame import make_frame
from site_gen.render.page import render_page
from tests.pages.rendering import ASSETS, ENVIRONMENT, PAGES
from tests.samples import ROLES, SITE, facts, pathway


def catalog(*resources: tuple[tuple[str, str], ...]) -> Catalog:
    """A catalog of two pathways that teach the same, with these resources."""
    made = [
        replace(facts(pathway(slug=slug, origin_id=origin)), resources=named)
        for (slug, origin), named in zip(
            (("cook-to-baker", "cook"), ("waiter-to-baker", "waiter")), resources, strict=False
        )
    ]
    names = SkillNames(names_by_key={"sourdough": "Sourdough baking"})
    return make_catalog(site=SITE, skill_names=names, roles=ROLES, pathways=made, pages=[])


def skill_page(made: Catalog, address: str) -> str:
    frame = make_frame(SITE, (), ASSETS)
    (kind,) = (each for each in page_types() if each.name == "skill")
    assert kind.of_site is not None
    (planned,) = (each for each in kind.of_site(made) if each.address == address)
    return render_page(ENVIRONMENT, frame, planned.make())


def test_skill_says_who_needs_it_and_how_long_it_takes() -> None:
    html = PAGES["skills/sourdough.html"]
    assert "1 pathway teaches it, 0 roles bring it along. Learning it takes 64 hours." in html
    assert '<a href="../pathways/cook-to-baker.html">Cook to Baker</a> <span class="length">64 hours</span>' in html
    assert "Critical: 8 weeks at 8 hours a week" in html


def test_skill_without_an_end_is_ongoing() -> None:
    html = PAGES["skills/patience.html"]
    assert '<span class="length">ongoing</span>' in html
    assert "Learning it takes" not in html


def test_skill_says_who_brings_it() -> None:
    html = PAGES["skills/knife-work.html"]
    assert '<a href="../roles/cook.html">Cook</a>' in html
    assert 'on the way to <a href="../pathways/cook-to-baker.html">Baker</a>' in html
    assert 'id="wm-needs"' not in html


def test_spellings_of_one_skill_have_one_page() -> None:
    html = skill_page(catalog((), ()), "skills/sourdough-baking.html")
    assert "2 pathways teach it" in html


BOOK, OVEN, CLUB = ("A book", "https://b.example/"), ("An oven", ""), ("The <em>Sourdough</em> club", "")


def test_resources_that_name_the_skill_go_first_then_the_most_named() -> None:
    html = skill_page(catalog((BOOK, OVEN, CLUB), (BOOK,)), "skills/sourdough-baking.html")
    listed = html.partition('id="wm-with"')[2]
    assert listed.index("The <em>Sourdough</em> club") < listed.index('<a href="https://b.example/" rel="external">')
    assert '<span class="meta">2 of 2</span>' in listed
    assert "An oven" not in listed


def test_the_only_pathway_that_teaches_a_skill_has_all_its_resources_named() -> None:
    html = skill_page(catalog((BOOK, OVEN)), "skills/sourdough-baking.html")
    assert "An oven" in html
