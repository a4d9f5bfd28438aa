"""Both method pages say what the code does: a changed constant makes them wrong, and this test red."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import PurePosixPath

import pytest

from site_gen.build.content import Terms, read_content
from site_gen.model import badges, duration
from site_gen.model.badges import award_difficulty, award_salary
from site_gen.model.card import Card, make_card
from site_gen.model.money import MoneyRange, Pay
from site_gen.model.pathway import Difficulty
from site_gen.render.change import change, percent
from site_gen.render.duration import figure, months
from site_gen.render.money import money
from site_gen.render.occupation import FITS
from site_gen.render.words import counted, sentence
from site_gen.render.workings import DEMAND_RULES
from tests.docs.reading import ROOT, read, table

FIRST = "backend-developer-to-algorithm-engineer"

both_pages = pytest.mark.parametrize(
    "page",
    [
        pytest.param("docs/method.md", id="for-authors"),
        pytest.param("content/pages/method.md", id="for-readers"),
    ],
)


@both_pages
def test_time_and_pay_figures_are_the_constants(page: str) -> None:
    assert table(read(page), "Figure", "Value") == [
        ("Weeks in a month", figure(duration.WEEKS_A_MONTH, places=3)),
        ("Hours of study a week, unless the guide or the site says otherwise", str(duration.HOURS_A_WEEK)),
        ("High end over low end", str(badges.HIGH_OVER_LOW)),
        (
            "How far a stated timeline may lie from the computed one, at each end",
            f"{float(badges.TIMELINE_TOLERANCE):.0%}",
        ),
        ("Ranges are rounded to the nearest", f"{_step(median=False)}%"),
        ("Medians are rounded to the nearest", f"{_step(median=True)}%"),
        ("A change below this, either way, is called about the same", f"{badges.NEARLY_NONE}%"),
    ]


def _step(*, median: bool) -> int:
    """What changes of pay are rounded to: the step between the two smallest rises a badge can show."""
    shown = {_rise(each, median=median) for each in range(100)}
    return sorted(shown)[1] - sorted(shown)[0]


def _rise(each: int, *, median: bool) -> int:
    old, new = (
        Pay(
            range=MoneyRange(low=amount, high=amount),
            median=amount if median else None,
            source="BLS OEWS",
            release="2025-05",
        )
        for amount in (100, 100 + each)
    )
    badge = award_salary(old, new)
    assert badge is not None
    return badge.band.low


@both_pages
def test_demand_levels_are_the_bounds(page: str) -> None:
    rows: list[tuple[str, ...]] = []
    above = 0.0
    for bound, level in badges.DEMAND_BOUNDS:
        rows.append((sentence(level), f"{bound:g} to {above - 0.1:.1f}%" if rows else f"{bound:g}% or more"))
        above = bound
    assert table(read(page), "Demand", "Projected growth") == [*rows, ("Shrinking", f"less than {above:g}%")]


@both_pages
def test_demand_levels_read_as_the_workings_of_a_guide_do(page: str) -> None:
    rows = [(sentence(level), rule) for level, rule in DEMAND_RULES.items()]
    assert table(read(page), "Demand", "Projected growth") == rows


@both_pages
def test_difficulty_levels_are_the_bounds(page: str) -> None:
    # Authors write the value `licence`; readers are told of a license.
    gates = _gates() if page.startswith("docs/") else [each.replace("licence", "license") for each in _gates()]
    assert table(read(page), "Fact", *(sentence(each) for each in Difficulty)) == [
        ("Hours of study", *_up_to(badges.STUDY_HOURS_BOUNDS)),
        ("Skills marked critical", *_between(badges.CRITICAL_SKILLS_BOUNDS)),
        ("Job zones up", *_zones()),
        ("Required first", *gates),
    ]


def _up_to(bounds: tuple[int, ...]) -> Iterable[str]:
    return *(f"up to {bound}" for bound in bounds), f"more than {bounds[-1]}"


def _between(bounds: tuple[int, ...]) -> Iterable[str]:
    starts = (0, *(bound + 1 for bound in bounds))
    ranges = (f"{low}" if low == high else f"{low} to {high}" for low, high in zip(starts, bounds, strict=False))
    return *ranges, f"{starts[-1]} or more"


def _zones() -> Iterable[str]:
    """How many job zones up give each level, of the four that a role can climb."""
    climbs: dict[Difficulty, list[int]] = {each: [] for each in Difficulty}
    for climb in range(5):
        badge = award_difficulty(study_hours=0, critical_skills=0, zones_up=climb, gate=None, stated=Difficulty.EASY)
        climbs[badge.least].append(climb)
    for found in climbs.values():
        yield f"{found[0]} or more" if len(found) > 1 else "".join(map(str, found))


def _gates() -> Iterable[str]:
    for level in Difficulty:
        yield ", ".join(gate or "nothing" for gate, number in badges.GATE_LEVELS.items() if number == level.level)


@both_pages
def test_fits_read_as_on_the_pages(page: str) -> None:
    rows = [(name.strip("`"), words) for name, words in table(read(page), "Fit", "The page says")]
    assert rows == [(str(fit), words) for fit, words in FITS.items()]


@both_pages
def test_worked_example_is_the_first_pathway(page: str) -> None:
    assert table(read(page), "Badge", "Arithmetic", "The badge says") == list(_worked_example())


@both_pages
def test_second_opinion_of_the_worked_example_is_the_official_one(page: str) -> None:
    official = _first_card().badges.official_salary
    assert official is not None
    assert official.median is not None
    said = " ".join(read(page).split())
    for amount in (official.origin.median, official.target.median):
        assert money(amount or 0, "USD") in said
    assert f"which is {percent(official.median)}" in said
    assert official.is_nearly_none


def _worked_example() -> Iterable[tuple[str, str, str]]:
    card = _first_card()
    time, pay, demand, difficulty = (
        card.badges.timeline,
        card.badges.salary,
        card.badges.demand,
        card.badges.difficulty,
    )
    assert time is not None
    assert pay is not None
    assert pay.stated is not None
    assert card.target.outlook is not None
    assert demand.official is not None
    low = time.weeks / duration.WEEKS_A_MONTH
    yield (
        "Time",
        f"{' + '.join(figure(weeks) for weeks in time.phase_weeks)} = {figure(time.weeks)} weeks; "
        f"{figure(time.weeks)} ÷ {figure(duration.WEEKS_A_MONTH, places=3)} = {figure(low, places=2)}, up to "
        f"{time.computed.low}; × {badges.HIGH_OVER_LOW} = {figure(low * badges.HIGH_OVER_LOW, places=2)}, "
        f"up to {time.computed.high}",
        months(time.shown),
    )
    ends = [
        (pay.origin.range.low, pay.target.range.low, pay.low, pay.band.low),
        (pay.origin.range.high, pay.target.range.high, pay.high, pay.band.high),
    ]
    steps = (
        f"{money(old, 'USD')} to {money(new, 'USD')}: {percent(exact)}, so {percent(rounded)}"
        for old, new, exact, rounded in ends
    )
    yield (
        "Pay change",
        f"{'; '.join(steps)}; stated {pay.stated.low}%, {'inside' if pay.agrees else 'outside'}",
        change(pay.shown),
    )
    outlook = card.target.outlook
    yield (
        "Demand",
        f"employment projected to grow {outlook.growth:g}% in {outlook.period}: {DEMAND_RULES[demand.official]}",
        sentence(demand.official),
    )
    hours, skills, zones, gate = difficulty.levels
    yield (
        "Difficulty",
        f"{counted(difficulty.study_hours, 'hour')}: {hours}; "
        f"{counted(difficulty.critical_skills, 'critical skill')}: {skills}; "
        f"{counted(difficulty.zones_up or 0, 'job zone')} up: {zones}; "
        f"{difficulty.gate or 'no gate'}: {gate}",
        sentence(difficulty.stated),
    )


def _first_card() -> Card:
    terms = Terms(today=date(2026, 11, 22), keeps_pathways=True)
    content = read_content(ROOT / "content", PurePosixPath("content"), terms, lambda _done, _total: None)
    listing = content.catalog.listings_by_slug[FIRST]
    return make_card(content.pathways[FIRST], origin=listing.origin, target=listing.target, site=content.catalog.site)
