"""What two or more roles pay becomes bars on one axis, and the sentences that keep the comparison honest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from markupsafe import Markup

from site_gen.model.badges import SalaryBadge
from site_gen.model.card import Card
from site_gen.model.money import Pay
from site_gen.model.pathway import Pathway
from site_gen.model.role import Role
from site_gen.record import record
from site_gen.render.change import change, percent, step
from site_gen.render.duration import release
from site_gen.render.figures import PayScale, pay_bar, pay_scale
from site_gen.render.money import amounts, money_in_thousands
from site_gen.render.occupation import both_occupations

NOT_COMPARABLE: Final = (
    "The two ranges are in different currencies or for different places, so this page does not compare them."
)

POPULATIONS: Final = (
    "The difference between two medians is one between two groups of people, and no promise to one who moves."
)


# Not frozen: pages make thousands of them, which would take three times as long.
@dataclass(slots=True, kw_only=True)
class PayRow:
    """What one role pays: its bar, and the same in words. `address` is empty for the page's own role."""

    name: str
    address: str
    bar: Markup
    words: str


@record
class PayView:
    """What the two roles of a pathway pay, where the figures come from, and what they do not promise."""

    rows: tuple[PayRow, ...]
    source: str
    notes: tuple[str, ...]


def pay_view(pathway: Pathway, card: Card) -> PayView | None:
    """The pay of a pathway's two roles, by its own ranges or else by theirs; None where nothing is known."""
    origin = pathway.salary.origin if pathway.salary else card.origin.pay
    target = pathway.salary.target if pathway.salary else card.target.pay
    pays = [(card.origin, origin, "from"), (card.target, target, "to")]
    known = [(role, pay, kind) for role, pay, kind in pays if pay]
    if not known:
        return None
    shared = card.badges.salary is not None
    scale = pay_scale([end for _, pay, _ in known for end in (pay.range.low, pay.range.high)]) if shared else None
    rows = tuple(
        PayRow(name=role.name, address="", bar=pay_drawing(pay, kind, scale), words=pay_in_words(pay))
        for role, pay, kind in known
    )
    return PayView(
        rows=rows,
        source=sources_in_words([pay for _, pay, _ in known]),
        notes=tuple(_notes(pathway, card, [role for role, pay, _ in pays if not pay])),
    )


def pay_drawing(pay: Pay, kind: str, scale: PayScale | None = None) -> Markup:
    """The bar of a pay: on a scale that it shares with others, or on one of its own."""
    low, high, currency = pay.range.low, pay.range.high, pay.range.currency
    return pay_bar(
        low,
        high,
        pay.median or pay.range.middle,
        scale=scale or pay_scale([low, high]),
        kind=kind,
        labels=(money_in_thousands(low, currency), money_in_thousands(high, currency)),
    )


def pay_in_words(pay: Pay) -> str:
    """A range, what its ends are where that is known, and its median, or its mid-point called by that name."""
    kind, middle = ("median", pay.median) if pay.median else ("mid-point", pay.range.middle)
    return _pay_in_words((pay.range.low, pay.range.high, middle), pay.range.currency, pay.spread, kind)


# Many guides lead from and to one role, whose official pay all of them say.
@lru_cache(maxsize=4096)
def _pay_in_words(figures: tuple[float, ...], currency: str, spread: str, kind: str) -> str:
    low, high, middle = amounts(figures, currency)
    ends = f"{low} to {high} ({spread})" if spread else f"{low} to {high}"
    return f"{ends}, {kind} {middle}"


def sources_in_words(pays: Sequence[Pay]) -> str:
    """Where figures come from: source, place and release of each, said once where they are the same."""
    return "; ".join(dict.fromkeys(filter(None, [_source(pay.source, pay.place, pay.release) for pay in pays])))


@lru_cache(maxsize=1024)
def _source(source: str, place: str, when: str) -> str:
    return ", ".join(filter(None, (source, place, release(when))))


def _notes(pathway: Pathway, card: Card, unknown: Sequence[Role]) -> Iterator[str]:
    badge = card.badges.salary
    if pathway.salary is None and (whose := both_occupations(card.origin, card.target)):
        yield f"The figures are those of {whose}."
    for role in unknown:
        yield f"What {role.name} pays is not known, so there is nothing to compare."
    if badge is None and not unknown:
        yield NOT_COMPARABLE
    if badge is not None:
        yield _worst_case(badge)
    if card.badges.official_salary:
        yield _second_opinion(card, card.badges.official_salary)
    elif badge is not None and badge.by_median:
        yield POPULATIONS


def _worst_case(badge: SalaryBadge) -> str:
    currency = badge.target.range.currency
    top, bottom = badge.origin.range.high, badge.target.range.low
    most, least = amounts((top, bottom), currency)
    worst = f"Worst case within these ranges, from {most} to {least}: {step(top, bottom)}."
    if badge.overlap is None:
        return worst
    start, end = amounts((badge.overlap.low, badge.overlap.high), currency)
    # Asked from the bottom of the old range up, the question would be put to everyone in it.
    question = f"On {start} or more already? " if badge.overlap.low > badge.origin.range.low else ""
    return f"{question}The ranges overlap from {start} to {end}. {worst}"


def _second_opinion(card: Card, official: SalaryBadge) -> str:
    source = sources_in_words([official.origin, official.target])
    whose = both_occupations(card.origin, card.target)
    those = f"They are those of {whose}. " if whose else ""
    if official.median is not None and official.origin.median and official.target.median:
        medians = (official.origin.median, official.target.median)
        both = " and ".join(amounts(medians, official.origin.range.currency))
        kind, difference = "medians", percent(official.median)
    else:
        both = f"{pay_in_words(official.origin)} and {pay_in_words(official.target)}"
        kind, difference = "ranges", change(official.band)
    return (
        f"Second opinion: by official figures ({source}) the {kind} are {both}, a difference of {difference}. "
        f"{those}{POPULATIONS if kind == 'medians' else ''}"
    ).strip()
