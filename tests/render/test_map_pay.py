"""Which pays share an axis."""

from dataclasses import replace

from site_gen.render.map_pay import PayAxis, amount_of, axis_of, spot_of, without_place
from tests.samples import COOK, pay, role

AXIS = PayAxis(currency="USD", place="Elsewhere")
DEAR = role("Dear", pay=pay(70_000, 90_000))
ABROAD = role("Abroad", pay=pay(50_000, 60_000, place="Nowhere"))
EUROPEAN = role("European", pay=pay(50_000, 60_000, currency="EUR"))
UNPAID = role("Unpaid")


def test_axis_is_that_of_most_roles() -> None:
    assert axis_of([ABROAD, DEAR, UNPAID, COOK]) == AXIS
    assert axis_of([EUROPEAN, DEAR]) == PayAxis(currency="EUR", place="Elsewhere")
    assert axis_of([UNPAID]) == PayAxis(currency="", place="")


def test_role_stands_at_its_median_else_at_its_mid_point() -> None:
    assert AXIS.amount(COOK.pay) == 40_000
    assert AXIS.amount(DEAR.pay) == 80_000


def test_pay_of_another_place_or_currency_has_no_place() -> None:
    assert [AXIS.amount(each.pay) for each in (ABROAD, EUROPEAN, UNPAID)] == [None, None, None]


def test_spot_has_the_name_and_the_pay_in_its_own_currency() -> None:
    assert spot_of(EUROPEAN, AXIS).lines == ("European", "€55k")
    assert spot_of(UNPAID, AXIS).lines == ("Unpaid",)
    assert amount_of(UNPAID) == ""


def test_spot_can_stand_for_a_role_twice() -> None:
    spot = spot_of(COOK, AXIS, id="in0", field="in")
    assert (spot.id, spot.field, spot.pay) == ("in0", "in", 40_000)


def test_why_a_role_has_no_place_is_said() -> None:
    assert without_place([COOK, DEAR], AXIS) == ""
    assert without_place([COOK, UNPAID, replace(UNPAID, id="x"), ABROAD], AXIS) == (
        "The pay of 2 roles is not known. The pay of 1 role is in another currency or for another place. "
        "They stand at the foot, in no order of pay."
    )
