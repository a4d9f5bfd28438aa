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
from site_gen.render.corrections import Correction, correction, correction_of_role
from site_gen.render.duration import release
from site_gen.render.figures import PayScale, pay_bar, pay_scale
from site_gen.render.money import amounts, money_in_thousands
from site_gen.render.occupation import both_occupations, fitting_occupation

NOT_COMPARABLE: Final = (
    "The two ranges are in different currencies or for different places, so this page does not compare them."
)

POPULATIONS: Final = "Medians compare two groups of people, and promise nothing to one who moves."


# Not frozen: pages make thousands of them, which would take three times as long.
@dataclass(slots=True, kw_only=True)
class PayRow:
    """What one role pays: its bar, and the same in words. `address` is empty for the page's own role.

    `source` is a sentence on what the figures rest on, as far as it isn't that of all rows, and may be empty.
    """

    name: str
    address: str
    bar: Markup
    words: str
    source: str = ""
    correction: Correction | None = None


@record
class PayView:
    """What the two roles of a pathway pay, where the figures come from, and what they do not promise.

    `source` and `correction` are of all rows: the source that they share, and the guide's own line for both.
    """

    rows: tuple[PayRow, ...]
    source: str
    correction: Correction | None
    notes: tuple[str, ...]


def pay_view(pathway: Pathway, card: Card, corrections: str = "") -> PayView | None:
    """The pay of a pathway's two roles, by its own ranges or else by theirs; None where nothing is known.

    `corrections` is the site's pattern for links to lines of its content.
    """
    origin = pathway.salary.origin if pathway.salary else card.origin.pay
    target = pathway.salary.target if pathway.salary else card.target.pay
    pays = [(card.origin, origin, "from"), (card.target, target, "to")]
    known = [(role, pay, kind) for role, pay, kind in pays if pay]
    if not known:
        return None
    compares = card.badges.salary is not None
    scale = pay_scale([end for _, pay, _ in known for end in (pay.range.low, pay.range.high)]) if compares else None
    is_own = pathway.salary is not None
    shared = shared_source([pay for _, pay, _ in known])
    rows = tuple(
        PayRow(
            name=role.name,
            address="",
            bar=pay_drawing(pay, kind, scale),
            words=pay_in_words(pay),
            source=row_source(None if is_own else role, "" if shared else pay_source_in_words(pay)),
            correction=None if is_own else pay_correction(corrections, role),
        )
        for role, pay, kind in known
    )
    return PayView(
        rows=rows,
        source=shared,
        correction=own_correction(pathway, corrections),
        notes=tuple(_notes(card, [role for role, pay, _ in pays if not pay])),
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
    return "; ".join(dict.fromkeys(filter(None, [pay_source_in_words(pay) for pay in pays])))


def pay_source_in_words(pay: Pay) -> str:
    """Source, place and release of a pay: `BLS OEWS, United States, May 2025`; empty where none is known."""
    return _source(pay.source, pay.place, pay.release)


def shared_source(pays: Sequence[Pay]) -> str:
    """Where the figures of all these pays come from; empty where they don't come from one source."""
    sources = {pay_source_in_words(pay) for pay in pays}
    return sources.pop() if len(sources) == 1 else ""


def row_source(role: Role | None, source: str) -> str:
    """What a row of pay rests on, as a sentence: the occupation of a role if it is its, and a source if it has one."""
    occupation = fitting_occupation(role.occupation) if role and role.occupation else ""
    parts = "; ".join(filter(None, (occupation, source)))
    return f"{parts}." if parts else ""


def pay_correction(corrections: str, role: Role) -> Correction | None:
    """The link by which the pay of a role is corrected."""
    return correction_of_role(corrections, role, "salary", f"the pay of {role.name}")


def own_correction(pathway: Pathway, corrections: str) -> Correction | None:
    """The link by which the ranges are corrected that a guide states itself; None where it states none."""
    return correction(corrections, pathway.key, pathway.places.get("salary"), "both ranges")


@lru_cache(maxsize=1024)
def _source(source: str, place: str, when: str) -> str:
    return ", ".join(filter(None, (source, place, release(when))))


def _notes(card: Card, unknown: Sequence[Role]) -> Iterator[str]:
    badge = card.badges.salary
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
