"""Pay is stated a year, without a digit too many."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.checks import Check, Judged
from site_gen.diagnostic import Diagnostic, Place, finding
from site_gen.faults import IMPLAUSIBLE_PAY
from site_gen.model.money import MoneyRange, implausible, implausible_step
from site_gen.model.role import Role


def of_role(role: Role) -> Iterator[Diagnostic]:
    """Report a range that can hardly be a pay."""
    if role.pay is not None:
        yield from _judge(role.pay.range, role.places["salary"])


def of_pathway(judged: Judged) -> Iterator[Diagnostic]:
    """Report a range that can hardly be a pay, and a pair in one guide that can hardly be a change of job."""
    salary = judged.pathway.salary
    if salary is None:
        return
    place = judged.pathway.places["salary"]
    old, new = salary.origin.range, salary.target.range
    odd = [*_judge(old, place), *_judge(new, place)]
    yield from odd[:1]
    if not odd and old.currency == new.currency and (factor := implausible_step(old, new)):
        yield _report(f"{_shown(old)} and {_shown(new)} lie a factor of {factor} apart", place)


def _judge(money: MoneyRange, place: Place) -> Iterator[Diagnostic]:
    if reason := implausible(money):
        yield _report(f"the pay of {_shown(money)} {reason}", place)


def _report(message: str, place: Place) -> Diagnostic:
    return finding(
        IMPLAUSIBLE_PAY,
        place,
        message,
        help="write what is paid a year before tax, all digits and no more: monthly pay times 12",
    )


def _shown(money: MoneyRange) -> str:
    return f"{money.low}-{money.high}"


CHECK = Check(name="implausible_pay", faults=(IMPLAUSIBLE_PAY,), of_pathway=of_pathway, of_role=of_role)
