"""A pathway as Markdown: its badges with their arithmetic, then its author's own words, all links right."""

from dataclasses import replace

from site_gen.model.pathway import Pathway
from site_gen.model.site import Site
from site_gen.model.skill import SkillNames
from site_gen.outputs.markdown_pathways import OUTPUT
from tests.samples import SITE, bare_pathway, card, pathway

TEXT = "Bread needs heat.\n\n## Roadmap\n\n### Dough (4 weeks)\n\n- Bake."


def made(given: Pathway, site: Site = SITE) -> str:
    assert OUTPUT.of_pathway is not None
    output = OUTPUT.of_pathway(given, card(given, site=site), site, SkillNames(names_by_key={}))
    assert output.address == f"pathways/{given.slug}.md"
    return output.content.decode()


def test_pathway_that_says_little_says_no_more() -> None:
    text = made(replace(bare_pathway(), markdown=TEXT), Site())
    assert text.startswith(
        "# From Waiter to Cook\n\nFrom the stove to the oven & the night.\n\n"
        "- From: [Waiter](../roles/waiter.md)\n- To: [Cook](../roles/cook.md)\n\n## Badges\n"
    )
    assert "**Pay change: not known.**" in text
    assert text.endswith(f"{TEXT}\n\n## About this guide\n\n- Reviewed November 22, 2026.\n")


def test_pathway_is_whole_in_its_order() -> None:
    text = made(replace(pathway(tags=("bread", "night")), markdown=TEXT))
    assert text.split("\n\n", 5)[:4] == [
        "# From Cook to Baker",
        "From the stove to the oven & the night.",
        "- From: [Cook](../roles/cook.md)\n- To: [Baker](../roles/baker.md)\n"
        "- Page: <https://guides.example/careers/pathways/cook-to-baker.html>",
        "## Badges",
    ]
    badges = text.split("\n\n")[4].split("\n")
    assert [each.partition("** ")[0] for each in badges] == [
        *("- **Difficulty: Moderate.", "- **Time: 3–4 months.", "- **Pay change: +40%."),
        "- **Demand: High, the author’s view.",
    ]
    assert badges[1].endswith(
        "4 + 2.5 + 6 = 12.5 weeks at 8 hours a week, 100 hours. "
        "12.5 ÷ 4.345 = 2.88, rounded up to 3 months; × 4/3 = 3.84, up to 4."
    )
    assert badges[3].endswith("is the author’s view. In towns.")
    assert "A year before tax, low to high (Guild survey, Elsewhere, March 2026):\n\n- Cook: $30,000 to" in text
    assert text.endswith(
        f"{TEXT}\n\n## About this guide\n\n- Reviewed November 22, 2026 by A. Baker.\n"
        "- Source: [Guild survey](https://guild.example/)\n- Source: A letter\n- Filed under bread, night.\n"
        '- To show it on a page of yours: `<iframe src="https://guides.example/careers/embed/cook-to-baker.html" '
        'title="From Cook to Baker" width="480" height="240"></iframe>`\n'
    )


def test_own_title_is_the_title_and_shows_as_it_is() -> None:
    assert made(pathway(title="Up *and* out")).startswith("# Up \\*and\\* out\n")
