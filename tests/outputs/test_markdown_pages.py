"""The front page, roles and plain pages as Markdown: all that lists show, and links to the other Markdown."""

import re
from dataclasses import replace

from site_gen.model.site import Site
from site_gen.outputs.markdown_pages import OUTPUT
from tests.samples import COOK, ROLES, Sample, bare_pathway, page, pathway, sample


def made(given: Sample) -> dict[str, str]:
    assert OUTPUT.plan is not None
    return {each.address: each.make().decode() for each in OUTPUT.plan(given.catalog)}


def test_front_page_roles_and_plain_pages_have_one() -> None:
    assert made(sample()).keys() == {"index.md", "method.md", *(f"roles/{role.id}.md" for role in ROLES)}


def test_role_without_pathways_or_figures_says_no_more() -> None:
    bare = made(sample(pathway(), site=Site()))["roles/waiter.md"]
    assert bare == "# Waiter\n\nKitchen.\n"


def test_role_has_its_text_its_figures_and_its_ways() -> None:
    cook = replace(COOK, markdown="Cooks *cook*.")
    text = made(sample(roles=(cook, *ROLES[1:])))["roles/cook.md"]
    assert text == (
        "# Cook\n\nKitchen. Also called Chef de partie.\n\n"
        "- Page: <https://guides.example/careers/roles/cook.html>\n\n"
        "Cooks *cook*.\n\n"
        "## Figures\n\n"
        "- Cook: Cooks, Restaurant (35-2014), the nearest occupation with figures of its own.\n"
        "- Employment is projected to grow 6% in 2024–34, with 1,200 openings a year (Guild outlook).\n"
        "- Pay: $30k to $50k, median $40k (Guild survey, Elsewhere, March 2026).\n\n"
        "## Ways in\n\n"
        "- [From Waiter to Cook](../pathways/waiter-to-cook.md): "
        "Moderate, 3–4 months, pay change not known, demand high\n\n"
        "## Ways out\n\n"
        "- [From Cook to Baker](../pathways/cook-to-baker.md): Moderate, 3–4 months, pay change +40%, demand high\n"
    )


def test_front_page_leads_to_everything() -> None:
    text = made(sample())["index.md"]
    assert text.startswith("# Waymark\n\nFrom the job you have to the job you want\n\n")
    assert re.findall(r"\]\(([^)]*)\)", text) == [
        *("pathways/cook-to-baker.md", "pathways/waiter-to-cook.md"),
        *("roles/baker.md", "roles/cook.md", "roles/waiter.md"),
        *("map.md", "routes.md", "compare.md", "skills.md"),
        *("method.md", "api/index.json", "catalog.csv"),
    ]


def test_front_page_leads_to_no_list_of_nothing() -> None:
    text = made(sample(pathway(origin_id="nobody"), roles=()))["index.md"]
    assert re.findall(r"\]\(([^)]*)\)", text) == ["method.md", "api/index.json", "catalog.csv"]
    alone = made(sample(bare_pathway(sections=())))["index.md"]
    assert "(compare.md)" in alone and "(skills.md)" not in alone


def test_plain_page_is_its_authors_text() -> None:
    own = replace(page("method", ""), markdown="## Rules\n\nOf badges.")
    assert made(sample(pages=(own,)))["method.md"] == "# Method\n\nThe page method.\n\n## Rules\n\nOf badges.\n"


def test_front_page_asks_for_the_titles_of_plain_pages() -> None:
    assert OUTPUT.plan is not None
    asks = {each.address: each.asks for each in OUTPUT.plan(sample().catalog)}
    assert asks["index.md"] == {"listings", "roles", "pages", "page:404", "page:method"}
    assert asks["method.md"] == {"page:method"}
