"""The career map as Markdown: a table of pathways, or of the fields of a large site."""

from site_gen.outputs.markdown_map import OUTPUT
from site_gen.render.map_pages import MOST_ROLES
from tests.samples import COOK, Sample, pathway, role, sample

HEAD = "| Pathway | Difficulty | Time | Pay |\n| --- | --- | --- | --- |\n"


def made(given: Sample) -> dict[str, str]:
    assert OUTPUT.plan is not None
    return {each.address: each.make().decode() for each in OUTPUT.plan(given.catalog)}


def test_site_without_roles_has_none() -> None:
    assert made(sample(pathway(origin_id="nobody"), roles=())) == {}


def test_site_without_pathways_names_its_roles() -> None:
    text = made(sample(pathway(origin_id="nobody"), roles=(COOK,)))["map.md"]
    assert text == "# Career map\n\n## Roles\n\n- [Cook](roles/cook.md)\n"


def test_every_pathway_is_a_row() -> None:
    assert made(sample()) == {
        "map.md": f"# Career map\n\n{HEAD}"
        "| [Cook to Baker](pathways/cook-to-baker.md) | Moderate | 3–4 months | $40k to $44k |\n"
        "| [Waiter to Cook](pathways/waiter-to-cook.md) | Moderate | 3–4 months | not known to $40k |\n\n"
        "## Roles\n\n- [Baker](roles/baker.md)\n- [Cook](roles/cook.md)\n- [Waiter](roles/waiter.md)\n"
    }


def test_large_site_has_a_file_for_each_field() -> None:
    roles = tuple(role(f"Role {number:02}", family=f"Field {number % 2}") for number in range(MOST_ROLES + 1))
    within = pathway(slug="within", origin_id=roles[0].id, target_id=roles[2].id)
    out = pathway(slug="out", origin_id=roles[0].id, target_id=roles[1].id)
    texts = made(sample(within, out, roles=roles))
    assert texts.keys() == {"map.md", "map/field-0.md", "map/field-1.md"}
    assert texts["map.md"] == (
        "# Career map\n\n"
        "| Field | Roles | Pathways inside | Into it | Out of it |\n| --- | --- | --- | --- | --- |\n"
        "| [Field 0](map/field-0.md) | 31 | 1 | 0 | 1 |\n"
        "| [Field 1](map/field-1.md) | 30 | 0 | 1 | 0 |\n"
    )
    field = texts["map/field-0.md"]
    assert field.startswith(
        f"# Field 0 on the career map\n\n{HEAD}"
        "| [Role 00 to Role 02](../pathways/within.md) | Moderate | 3–4 months | not known to not known |\n\n"
        "## Roles\n\n- [Role 00](../roles/role-00.md)\n- [Role 02](../roles/role-02.md)\n"
    )
    assert field.endswith(
        "## To and from other fields\n\n"
        "| Field | Pathways from there | Pathways to there |\n| --- | --- | --- |\n"
        "| [Field 1](../map/field-1.md) | 0 | 1 |\n"
    )
