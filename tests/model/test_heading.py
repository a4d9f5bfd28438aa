"""The last parentheses of a heading hold facts, or stay part of the name."""

from fractions import Fraction

import pytest

from site_gen.model.duration import Duration, Unit
from site_gen.model.heading import Heading, likely_heading, parse_heading
from site_gen.model.skill import Priority


def weeks(low: int, high: int | None = None) -> Duration:
    return Duration(low=Fraction(low), high=Fraction(high or low), unit=Unit.WEEKS)


@pytest.mark.parametrize(
    "text",
    [
        "Statistics",
        "Optimization (linear programming, gradient descent)",
        "Python (3.11)",
        "DP (dynamic programming)",
        "On call (24/7)",
        "Plan (8 weeks) and more",
        "Plan (8 weeks",
        "Plan 8 weeks)",
        "Plan (2 weeks (part-time))",
        "(8 weeks)",
        "Plan ()",
        "",
    ],
)
def test_heading_without_facts_is_all_name(text: str) -> None:
    assert parse_heading(text) == Heading(name=text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A (8 weeks)", Heading(name="A", duration=weeks(8))),
        ("A (8 weeks, 9 weeks)", Heading(name="A", duration=weeks(8), repeated=("9 weeks",))),
        (
            "A (critical, nice to have, 8 weeks)",
            Heading(name="A", priority=Priority.CRITICAL, duration=weeks(8), repeated=("nice to have",)),
        ),
        ("A (8 weeks, ongoing)", Heading(name="A", duration=weeks(8), ongoing=True, repeated=("ongoing",))),
        ("A (6–8 weeks)", Heading(name="A", duration=weeks(6, 8))),
        ("A (critical, 12 weeks)", Heading(name="A", priority=Priority.CRITICAL, duration=weeks(12))),
        ("A (12 weeks; critical)", Heading(name="A", priority=Priority.CRITICAL, duration=weeks(12))),
        ("A (Nice to have, Ongoing)", Heading(name="A", priority=Priority.NICE_TO_HAVE, ongoing=True)),
        ("A (nice-to-have, ongoing)", Heading(name="A", priority=Priority.NICE_TO_HAVE, ongoing=True)),
        ("A (important,)", Heading(name="A", priority=Priority.IMPORTANT)),
        ("A (DP) (important)", Heading(name="A (DP)", priority=Priority.IMPORTANT)),
        ("A   (important)  ", Heading(name="A", priority=Priority.IMPORTANT)),
    ],
)
def test_facts_are_taken_out_of_the_name(text: str, expected: Heading) -> None:
    assert parse_heading(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A (critical, fun)", Heading(name="A", priority=Priority.CRITICAL, unknown=("fun",))),
        ("A (8 wks)", Heading(name="A", unknown=("8 wks",))),
        ("A (must have, 1 year)", Heading(name="A", unknown=("must have", "1 year"))),
        ("A (critical, 1,5 months)", Heading(name="A", priority=Priority.CRITICAL, unknown=("1,5 months",))),
        ("A (critical, 0 weeks)", Heading(name="A", priority=Priority.CRITICAL, unknown=("0 weeks",))),
    ],
)
def test_what_is_meant_as_a_fact_is_kept_as_unknown(text: str, expected: Heading) -> None:
    assert parse_heading(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A", None),
        ("A: the basics", None),
        ("A - 8 weeks", "A (8 weeks)"),
        ("A – 6-8 wks", "A (6-8 weeks)"),
        ("A: weeks 1–8", "A (8 weeks)"),
        ("A [8 weeks]", "A (8 weeks)"),
        ("A, 2 months", "A (2 months)"),
    ],
)
def test_time_outside_parentheses_is_made_out(text: str, expected: str | None) -> None:
    assert likely_heading(text) == expected
