"""The table of all pathways as Markdown."""

import pytest

from site_gen.outputs.markdown_compare import OUTPUT
from site_gen.render import compare_rows
from tests.samples import Sample, pathway, sample


def made(given: Sample) -> dict[str, str]:
    assert OUTPUT.plan is not None
    return {each.address: each.make().decode() for each in OUTPUT.plan(given.catalog)}


def test_site_without_pathways_has_none() -> None:
    assert made(sample(pathway(origin_id="nobody"))) == {}


def test_every_pathway_is_a_row() -> None:
    assert made(sample()) == {
        "compare.md": "# Compare pathways\n\n"
        "| Pathway | Difficulty | Time | Hours | Pay | Demand | Gate |\n"
        "| --- | --- | --- | --- | --- | --- | --- |\n"
        "| [Cook to Baker](pathways/cook-to-baker.md) | Moderate | 3–4 months | 100 | +40% | High | None |\n"
        "| [Waiter to Cook](pathways/waiter-to-cook.md) | Moderate | 3–4 months | 125 | Not known | High | None |\n"
    }


def test_too_many_pathways_are_not_in_one_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compare_rows, "MOST_ROWS", 1)
    assert made(sample())["compare.md"] == (
        "# Compare pathways\n\nThere are too many pathways for one table. "
        "Each role has its ways in and out side by side: [all pathways](index.md).\n"
    )
