"""A stated change of pay lies inside what the two ranges give, and there are two that can be compared."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.checks import Check, Judged
from site_gen.diagnostic import Diagnostic, finding
from site_gen.edits import value_fix, written_at
from site_gen.faults import SALARIES_NOT_COMPARABLE, SALARY_CHANGE_DISAGREES, SALARY_CHANGE_UNFOUNDED
from site_gen.model.badges import SalaryBadge, are_comparable
from site_gen.model.card import Card
from site_gen.model.money import Pay, implausible, implausible_step
from site_gen.model.pathway import Pathway, PercentRange


def of_pathway(judged: Judged) -> Iterator[Diagnostic]:
    """Report a stated change outside its band or without one, and ranges in two currencies or places."""
    pathway, card = judged.pathway, judged.card
    if card is None:
        return
    badge = card.badges.salary
    if badge is not None and not badge.agrees and badge.stated is not None and _can_be_meant(badge):
        yield _disagrees(pathway, badge, badge.stated)
    pays = _pays(pathway, card)
    if pays is not None and not are_comparable(*pays):
        yield _not_comparable(pathway, *pays)
    if pays is None and pathway.salary_change is not None:
        yield _unfounded(pathway, pathway.salary_change)


def _can_be_meant(badge: SalaryBadge) -> bool:
    """Whether the two ranges can be right: what a monthly figure gives is another rule's to say."""
    old, new = badge.origin.range, badge.target.range
    return not (implausible(old) or implausible(new) or implausible_step(old, new))


def _pays(pathway: Pathway, card: Card) -> tuple[Pay, Pay] | None:
    if pathway.salary is not None:
        return pathway.salary.origin, pathway.salary.target
    if card.origin.pay and card.target.pay:
        return card.origin.pay, card.target.pay
    return None


def _disagrees(pathway: Pathway, badge: SalaryBadge, stated: PercentRange) -> Diagnostic:
    old, new = badge.origin.range, badge.target.range
    if badge.by_median and badge.median is not None:
        note = f"median to median: {badge.origin.median} to {badge.target.median} is {float(badge.median):+.1f}%"
    else:
        note = (
            f"low to low: {old.low} to {new.low} is {float(badge.low):+.1f}%; "
            f"high to high: {old.high} to {new.high} is {float(badge.high):+.1f}%"
        )
    place = pathway.places["salary_change"]
    return finding(
        SALARY_CHANGE_DISAGREES,
        place,
        f"the salary change says {_percent(stated)}, but the two ranges give {_percent(badge.band)}",
        help=f"write `{_percent(badge.band)}` or a figure inside it, or leave `salary_change` out and it is computed",
        notes=[note],
        fix=value_fix(place, written_at(place).strip("\"'"), _percent(badge.band)),
    )


def _unfounded(pathway: Pathway, stated: PercentRange) -> Diagnostic:
    return finding(
        SALARY_CHANGE_UNFOUNDED,
        pathway.places["salary_change"],
        f"nothing says what either role pays, so a change of {_percent(stated)} can't be checked and is not shown",
        help="add `salary:` with both ranges and their source here, or to the files of both roles",
    )


def _percent(change: PercentRange) -> str:
    if change.low == change.high:
        return f"{change.low}%"
    return f"{change.low}% to {change.high}%" if change.low < 0 else f"{change.low}-{change.high}%"


def _not_comparable(pathway: Pathway, old: Pay, new: Pay) -> Diagnostic:
    key = "salary" if pathway.salary is not None else "to"
    if old.range.currency != new.range.currency:
        message = f"one range is in {old.range.currency}, the other in {new.range.currency}: there is no badge"
    else:
        places = [f"of `{pay.place}`" if pay.place else "without a place" for pay in (old, new)]
        message = f"one range is {places[0]}, the other {places[1]}: there is no badge"
    return finding(
        SALARIES_NOT_COMPARABLE,
        pathway.places[key],
        message,
        help="give both ranges in one currency and of one place, from one source",
    )


CHECK = Check(
    name="salary",
    faults=(SALARY_CHANGE_DISAGREES, SALARY_CHANGE_UNFOUNDED, SALARIES_NOT_COMPARABLE),
    of_pathway=of_pathway,
)
