"""Phases are laid end to end."""

from fractions import Fraction

from site_gen.model.duration import Duration, Unit
from site_gen.model.roadmap import plan
from tests.samples import phase, weeks

HOURS = Duration(low=Fraction(30), high=Fraction(45), unit=Unit.HOURS)


def test_no_phases_make_no_plan() -> None:
    assert plan((), 10) == ()


def test_phases_are_laid_end_to_end() -> None:
    planned = plan((phase("A", weeks(8)), phase("B", HOURS), phase("C", weeks(1, 2))), 10)
    assert [(each.number, each.start, each.end, each.weeks) for each in planned] == [
        (1, 0, 8, 8),
        (2, 8, Fraction(25, 2), Fraction(9, 2)),
        (3, Fraction(25, 2), Fraction(29, 2), 2),
    ]


def test_pace_stretches_only_what_is_in_hours() -> None:
    planned = plan((phase("A", weeks(8)), phase("B", HOURS)), 5)
    assert [each.weeks for each in planned] == [8, 9]
