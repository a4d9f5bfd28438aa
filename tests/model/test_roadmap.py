"""How many weeks the phases of a roadmap take."""

from fractions import Fraction

from site_gen.model.duration import Duration, Unit
from site_gen.model.roadmap import weeks_of
from tests.samples import phase, weeks

HOURS = Duration(low=Fraction(30), high=Fraction(45), unit=Unit.HOURS)


def test_no_phases_take_no_weeks() -> None:
    assert weeks_of((), 10) == ()


def test_phases_take_the_middle_of_what_they_say() -> None:
    phases = phase("A", weeks(8)), phase("B", HOURS), phase("C", weeks(1, 2))
    assert weeks_of(phases, 10) == (Fraction(8), Fraction(9, 2), Fraction(2))


def test_pace_stretches_only_what_is_in_hours() -> None:
    assert weeks_of((phase("A", weeks(8)), phase("B", HOURS)), 5) == (Fraction(8), Fraction(9))
