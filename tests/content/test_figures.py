"""Every figure in the project's own content is the official one of its occupation, or is marked as an estimate."""

import re
from functools import cache
from typing import Final

import pytest

from site_gen.model.pathway import Pathway
from site_gen.model.role import Role
from site_gen.scaffold.occupations import OccupationFigures, read_occupations
from tests.content.written import FILES, GUIDES, ROLES, blocks, own_content, split_sentences
from tests.sites import CONTENT

CODE: Final = re.compile(r"\b\d\d-\d{4}\b")
AMOUNT: Final = re.compile(r"\$([\d,]*\d)")
PERCENT: Final = re.compile(r"(\d+(?:\.\d+)?)(?: percent|%)")
OPENINGS: Final = re.compile(r"([\d,]*\d) (?:projected )?(?:job )?openings")
ESTIMATE: Final = re.compile(r"\b(estimates?|judgment)\b")
OFFICIAL: Final = re.compile(r"\b(BLS|projected|projects|median)\b")


@cache
def official() -> dict[str, OccupationFigures]:
    """The line of each occupation that has all its figures."""
    table = own_content().catalog.site.occupations
    assert table
    figures, faults = read_occupations((CONTENT / table.file).read_text(encoding="utf-8"), table, table.file)
    assert faults == ()
    return {each.code: each for each in figures if None not in (each.median, each.growth, each.openings)}


def wages(figures: OccupationFigures) -> set[int]:
    """The low end, the median and the high end that are published."""
    return {each for each in (figures.low, figures.median, figures.high) if each is not None}


def median(figures: OccupationFigures) -> int:
    assert figures.median
    return figures.median


def growth(figures: OccupationFigures) -> float:
    assert figures.growth is not None
    return figures.growth


def roles_of(file: str) -> tuple[Role, ...]:
    catalog = own_content().catalog
    folder, name = file.split("/")
    if folder == "roles":
        return (catalog.roles_by_id[name],)
    listing = catalog.listings_by_slug[name]
    return listing.origin, listing.target


def code_of(role: Role) -> str:
    assert role.occupation
    return role.occupation.code


def not_estimated(text: str) -> str:
    """The sentences of a text that don't call themselves an estimate or a judgment."""
    return " ".join(each for each in split_sentences(text) if not ESTIMATE.search(each))


def occupations_named(file: str, text: str) -> list[OccupationFigures]:
    """The occupations whose codes stand in a text, and those of the file's own roles."""
    own = [code_of(role) for role in roles_of(file)]
    return [official()[code] for code in {*own, *CODE.findall(text)} if code in official()]


@pytest.fixture(params=GUIDES)
def guide(request: pytest.FixtureRequest) -> Pathway:
    return own_content().pathways[request.param]


@pytest.mark.parametrize("role_id", ROLES)
def test_figures_of_a_role_are_those_of_the_table(role_id: str) -> None:
    role = own_content().catalog.roles_by_id[role_id]
    assert role.occupation
    assert role.pay
    assert role.pay.median
    assert role.outlook
    row = official()[role.occupation.code]
    assert role.occupation.title == row.title
    assert (role.pay.range.low, role.pay.median, role.pay.range.high) == (row.low, row.median, row.high)
    assert float(role.outlook.growth) == pytest.approx(growth(row))
    assert role.outlook.openings == row.openings


@pytest.mark.parametrize("file", FILES)
def test_amounts_are_official_wages_with_code_source_and_date_or_marked_as_estimates(file: str) -> None:
    doubtful = []
    for block in blocks(file):
        amounts = [int(each.replace(",", "")) for each in AMOUNT.findall(not_estimated(block.text))]
        if not amounts:
            continue
        named = [official()[each] for each in CODE.findall(block.text) if each in official()]
        known = {wage for each in named for wage in wages(each)}
        dated = "BLS" in block.text and "May 2025" in block.text
        if not dated or not known.issuperset(amounts):
            doubtful.append(block.text)
    assert doubtful == []


@pytest.mark.parametrize("file", FILES)
def test_percentages_are_official_growth_or_the_difference_of_two_medians(file: str) -> None:
    doubtful = []
    for block in blocks(file):
        if not OFFICIAL.search(block.text):
            continue
        known = occupations_named(file, block.text)
        changes = {abs(100 * (median(b) / median(a) - 1)) for a in known for b in known}
        rounded = {round(each, places) for each in changes for places in (0, 1)}
        right = rounded | {abs(growth(each)) for each in known}
        if not right.issuperset(map(float, PERCENT.findall(not_estimated(block.text)))):
            doubtful.append(block.text)
    assert doubtful == []


@pytest.mark.parametrize("file", FILES)
def test_openings_are_the_official_ones_with_their_period(file: str) -> None:
    doubtful = []
    for block in blocks(file):
        openings = {int(each.replace(",", "")) for each in OPENINGS.findall(block.text)}
        known = {each.openings for each in occupations_named(file, block.text)}
        if openings and (not known.issuperset(openings) or "2024-34" not in block.text):
            doubtful.append(block.text)
    assert doubtful == []


def test_both_occupations_are_named_with_code_and_dates(guide: Pathway) -> None:
    text = " ".join(each.text for each in blocks(f"pathways/{guide.slug}"))
    codes = [code_of(role) for role in roles_of(f"pathways/{guide.slug}")]
    assert [each for each in (*codes, "May 2025", "2024-34") if each not in text] == []


def test_shrinking_occupation_is_called_so(guide: Pathway) -> None:
    _, target = roles_of(f"pathways/{guide.slug}")
    text = " ".join(each.text for each in blocks(f"pathways/{guide.slug}"))
    if growth(official()[code_of(target)]) < 0:
        assert re.search(r"\b(shrink\w*|shrunk|declin\w+)\b", text)


def test_lower_pay_is_said_in_the_overview(guide: Pathway) -> None:
    origin, target = (official()[code_of(role)] for role in roles_of(f"pathways/{guide.slug}"))
    overview = " ".join(each.text for each in blocks(f"pathways/{guide.slug}") if each.section == "")
    if median(target) < median(origin):
        assert re.search(r"\b(falls?|fell|lower|less|drops?|below)\b", overview)
