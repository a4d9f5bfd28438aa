"""Routes as Markdown: the pairs of roles, and of each pair every route that its page shows."""

from dataclasses import replace

from site_gen.model.site import Site
from site_gen.outputs.markdown_routes import OUTPUT
from tests.samples import BAKER, COOK, SITE, WAITER, Sample, bare_pathway, pathway, role, sample


def made(given: Sample) -> dict[str, str]:
    assert OUTPUT.plan is not None
    return {each.address: each.make().decode() for each in OUTPUT.plan(given.catalog)}


def test_site_without_pathways_has_none() -> None:
    assert made(sample(pathway(origin_id="nobody"))) == {}


def test_where_no_pair_has_a_page_the_list_says_so() -> None:
    assert made(sample(pathway(), site=Site())) == {
        "routes.md": "# Routes over several pathways\n\n"
        "Where no single pathway leads, several in a row may: months, hours, and pay after each step.\n\n"
        "Every two roles that routes connect have a pathway of their own.\n\n"
        "Pay is that of a year before tax: Guild survey, Elsewhere, March 2026.\n"
    }
    assert made(sample(site=replace(SITE, route_pages=0))).keys() == {"routes.md"}


def test_list_leads_to_each_pair() -> None:
    text = made(sample())["routes.md"]
    assert "\n\n## Waiter\n\n- [to Baker](routes/waiter-to-baker.md)\n\n" in text
    assert "Every two roles" not in text


def test_pair_has_its_route_with_every_step() -> None:
    assert made(sample())["routes/waiter-to-baker.md"] == (
        "# From Waiter to Baker\n\n"
        "No single pathway leads here yet. 1 route over several of them does.\n\n"
        "- From: [Waiter](../roles/waiter.md)\n"
        "- To: [Baker](../roles/baker.md)\n"
        "- Page: <https://guides.example/careers/routes/waiter-to-baker.html>\n\n"
        "## By way of Cook\n\n"
        "- Time: 6–8 months\n- Study: 225 hours\n- Hardest step: Moderate\n- Pay at the end: $44,000\n\n"
        "Waiter now: pay not known.\n\n"
        "1. [Waiter to Cook](../pathways/waiter-to-cook.md): 3–4 months, moderate. 125 hours at 10 hours a week. "
        "Cook: about $40,000 a year.\n"
        "2. [Cook to Baker](../pathways/cook-to-baker.md): 3–4 months, moderate. 100 hours at 8 hours a week. "
        "Baker: about $44,000 a year.\n\n"
        "Pay is that of a year before tax: Guild survey, Elsewhere, March 2026.\n"
    )


def test_of_several_routes_the_best_are_named_and_what_is_learnt_already_is_said() -> None:
    potter = role("Potter")
    text = made(
        sample(
            bare_pathway(),
            pathway(),
            pathway(slug="waiter-to-potter", origin_id="waiter", target_id="potter", salary=None),
            pathway(slug="potter-to-baker", origin_id="potter", target_id="baker", salary=None),
            roles=(COOK, BAKER, WAITER, potter),
        )
    )["routes/waiter-to-baker.md"]
    assert "\n- By time: By way of Potter (" in text
    assert "\n- By pay: By way of Cook ($40,000 or more on the way); By way of Potter (" in text
    assert "\n- 64 hours saved: what is learnt once is counted once\n" in text
    assert "Learnt on the way already: Patience and Sourdough, which saves 64 hours of 100." in text
