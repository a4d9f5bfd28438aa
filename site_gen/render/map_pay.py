"""Roles become heights: the pay of most of them shares an axis, and what doesn't compare with it has no place there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from site_gen.model.money import Pay
from site_gen.model.role import Role
from site_gen.record import record
from site_gen.render.fitting import lines_of
from site_gen.render.map_layout import BOX_WIDTH, Spot
from site_gen.render.money import money_in_thousands
from site_gen.render.words import counted

NAME_SIZE = 12
"""The size of the font in boxes, in units of the drawing."""


@record
class PayAxis:
    """The currency and place of the pays that share an axis."""

    currency: str
    place: str

    def amount(self, pay: Pay | None) -> float | None:
        """Where a pay stands; None when it is not known or compares with none of the others."""
        if pay is None or (pay.range.currency, pay.place) != (self.currency, self.place):
            return None
        return middle_of(pay)


def axis_of(roles: Sequence[Role]) -> PayAxis:
    """The axis for the currency and place of most of the roles' pays."""
    counts = Counter((each.pay.range.currency, each.pay.place) for each in roles if each.pay)
    currency, place = min(counts, key=lambda each: (-counts[each], each), default=("", ""))
    return PayAxis(currency=currency, place=place)


def middle_of(pay: Pay) -> float:
    """The median of a pay, or the mid-point where no median is known."""
    return pay.median or pay.range.middle


def amount_of(role: Role) -> str:
    """The median or mid-point of a role's pay to the nearest thousand; empty where it is not known."""
    return money_in_thousands(middle_of(role.pay), role.pay.range.currency) if role.pay else ""


def spot_of(role: Role, axis: PayAxis, *, id: str = "", field: str = "") -> Spot:
    """A role as it is drawn, under its own id and in its own field unless others are named."""
    lines = lines_of(role.name, NAME_SIZE, BOX_WIDTH - 8)
    amount = amount_of(role)
    return Spot(
        id=id or role.id,
        field=field or role.family,
        pay=axis.amount(role.pay),
        lines=(*lines, amount) if amount else lines,
    )


def without_place(roles: Sequence[Role], axis: PayAxis) -> str:
    """Which roles stand below the axis, and why, in words; empty where all have their place."""
    unknown = sum(each.pay is None for each in roles)
    apart = sum(each.pay is not None and axis.amount(each.pay) is None for each in roles)
    said = []
    if unknown:
        said.append(f"The pay of {counted(unknown, 'role')} is not known.")
    if apart:
        said.append(f"The pay of {counted(apart, 'role')} is in another currency or for another place.")
    return " ".join([*said, "They stand at the foot, in no order of pay."]) if said else ""
