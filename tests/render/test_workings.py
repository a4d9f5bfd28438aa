"""The arithmetic behind each badge, from a page's own numbers."""

from dataclasses import replace

import pytest

from site_gen.diagnostic import Place
from site_gen.model.duration import Months
from site_gen.model.money import MoneyRange, Pay
from site_gen.model.pathway import Demand, Difficulty, Gate, Pathway, PercentRange
from site_gen.model.role import Role
from site_gen.render.workings import workings
from tests.samples import BAKER, COOK, ROLES, SECTIONS, bare_pathway, card, pathway, role

NAMELESS = Pay(range=MoneyRange(low=30_000, high=50_000))
PATTERN = "https://code.example/edit/{path}#{line}"
GUIDE = "https://code.example/edit/content/pathways/cook-to-baker.md"


def at(line: int) -> Place:
    return Place(path="anywhere", line=line)


def lines(made: Pathway, roles: tuple[Role, ...] = ROLES) -> dict[str, list[tuple[str, str]]]:
    found = workings(made, card(made, roles=roles), PATTERN)
    return {each.title: [(link.of, link.address) for link in each.corrections] for each in found}


def texts(made: Pathway, roles: tuple[Role, ...] = ROLES) -> dict[str, str]:
    return {each.title: each.text for each in workings(made, card(made, roles=roles))}


def test_titles_stand_in_the_order_of_the_badges() -> None:
    assert list(texts(pathway())) == ["Difficulty", "Time", "Pay change", "Demand"]


def test_time_adds_up_the_phases() -> None:
    assert texts(pathway())["Time"] == (
        "4 + 2.5 + 6 = 12.5 weeks at 8 hours a week, 100 hours. "
        "12.5 ÷ 4.345 = 2.88, rounded up to 3 months; × 4/3 = 3.84, up to 4."
    )


def test_time_says_where_the_guide_differs() -> None:
    assert texts(pathway(timeline=Months(low=3, high=5)))["Time"].endswith("The guide says 3–5 months.")


def test_time_without_phases_is_not_known() -> None:
    assert texts(pathway(timeline=None, sections=SECTIONS[:1]))["Time"].startswith("Not known")


def test_pay_shows_both_ends() -> None:
    assert texts(pathway())["Pay change"] == (
        "Low end, $30k to $42k: +40%. High end, $52.5k to $84k: +60%. "
        "Each to the nearest ten: +40–60%. The guide says +40%, which lies inside. Guild survey, Elsewhere, March 2026."
    )


def test_pay_outside_the_band_says_so() -> None:
    found = texts(pathway(salary_change=PercentRange(low=90, high=90)))
    assert "The guide says +90%, which lies outside." in found["Pay change"]


def test_pay_by_medians_compares_medians() -> None:
    found = texts(pathway(salary=None, salary_change=None))
    assert found["Pay change"] == (
        "Median to median, $40k to $44k: +10%. Cooks, Restaurant (35-2014), the nearest occupation with figures of "
        "its own, and Bakers (51-3011), an occupation of its own; Guild survey, Elsewhere, March 2026."
    )


def test_pay_of_which_nobody_names_the_source_ends_with_the_arithmetic() -> None:
    cook, baker = (replace(each, occupation=None, pay=NAMELESS) for each in (COOK, BAKER))
    found = texts(pathway(salary=None, salary_change=None), roles=(cook, baker))
    assert found["Pay change"] == (
        "Low end, $30k to $30k: 0%. High end, $50k to $50k: 0%. Each to the nearest ten: 0%. "
        "Below 5% either way counts as about the same."
    )


def test_pay_that_hardly_changes_says_below_what() -> None:
    found = texts(pathway(salary=None, salary_change=PercentRange(low=4, high=4)))
    words = "The guide says +4%, which lies outside. Below 5% either way counts as about the same. Cooks"
    assert words in found["Pay change"]


def test_pay_without_two_ranges_is_not_known() -> None:
    assert texts(bare_pathway())["Pay change"].startswith("Not known")


def test_demand_names_occupation_period_and_rule() -> None:
    assert texts(pathway(), roles=(COOK, replace(BAKER, outlook=COOK.outlook)))["Demand"] == (
        "Employment of Bakers (51-3011), an occupation of its own, is projected to grow 6% in 2024–34, with 1,200 "
        "openings a year (Guild outlook). 5 to 6.9% counts as high."
    )


def test_demand_that_official_figures_deny_is_the_authors_view() -> None:
    found = texts(pathway())["Demand"]
    assert "projected to shrink 1.5% in 2024–34 (Guild outlook). Less than 0% counts as shrinking." in found
    assert found.endswith("High is the author’s view.")


def test_demand_without_a_projection_says_so() -> None:
    found = texts(pathway(demand=Demand.LOW), roles=(COOK, role("Baker")))
    assert found["Demand"] == "No official projection is known for Bakers. Low is the author’s view."


def test_gate_of_a_license_is_spelt_as_in_the_guides() -> None:
    assert "; a license required: very challenging." in texts(pathway(gate=Gate.LICENCE))["Difficulty"]


def test_hours_under_a_license_are_those_of_school_and_work() -> None:
    found = texts(pathway(gate=Gate.LICENCE))["Difficulty"]
    assert found.startswith("100 hours of school and work: easy; ")


def test_difficulty_grades_four_facts() -> None:
    assert texts(pathway())["Difficulty"] == (
        "100 hours of study: easy; 1 critical skill: moderate; no job zone up: easy; "
        "no certificate, license or degree required: easy. The hardest of these decides: moderate."
    )


@pytest.mark.parametrize(
    ("stated", "reason", "end"),
    [
        pytest.param(Difficulty.CHALLENGING, "Nights.", "The guide goes higher: challenging. Nights.", id="higher"),
        pytest.param(Difficulty.EASY, "", "The guide goes lower: easy.", id="lower"),
    ],
)
def test_difficulty_says_where_the_guide_differs(stated: Difficulty, reason: str, end: str) -> None:
    found = texts(pathway(difficulty=stated, difficulty_reason=reason))
    assert found["Difficulty"].endswith(end)


def test_nothing_is_to_be_corrected_where_the_site_has_no_address_for_it() -> None:
    made = pathway(places={"difficulty": at(4)})
    assert [each.corrections for each in workings(made, card(made))] == [(), (), (), ()]


def test_figures_of_a_guide_are_corrected_on_its_lines() -> None:
    stated = {"difficulty": 4, "timeline": 5, "salary": 6, "salary_change": 9, "demand": 10}
    found = lines(pathway(places={key: at(line) for key, line in stated.items()}))
    assert found == {
        "Difficulty": [("the difficulty", f"{GUIDE}#4")],
        "Time": [("the time", f"{GUIDE}#5"), ("the plan", f"{GUIDE}#1")],
        "Pay change": [("the change", f"{GUIDE}#9"), ("both ranges", f"{GUIDE}#6")],
        "Demand": [("the demand", f"{GUIDE}#10")],
    }


def test_figures_of_the_roles_are_corrected_on_theirs_but_pay_where_it_stands() -> None:
    cook = replace(COOK, places={"salary": at(7)})
    baker = replace(BAKER, places={"salary": at(8), "outlook": at(9)})
    found = lines(bare_pathway(origin_id="cook", target_id="baker", sections=SECTIONS[:1]), roles=(cook, baker))
    roles = "https://code.example/edit/content/roles"
    assert found == {
        "Difficulty": [],
        "Time": [],
        "Pay change": [],
        "Demand": [("the outlook of Baker", f"{roles}/Baker.md#9")],
    }
