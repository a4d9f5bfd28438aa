"""What was gathered of a file becomes bytes and comes back: it travels between processes, and is kept between builds.

Of a pathway without a fault, which nearly all are, everything is a plain text or figure, and is packed as such: that
takes a tenth of the time that pickling its values does, and equal values give equal bytes.
"""

from __future__ import annotations

import marshal
import pickle
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any, Final

from site_gen.build.answers import bare, digest
from site_gen.build.gathered import Gathered
from site_gen.diagnostic import Place
from site_gen.model.card import BadgeFigures, PathwayFacts, Study
from site_gen.model.duration import Months
from site_gen.model.glimpse import PathwayGlimpse
from site_gen.model.money import MoneyRange, Pay
from site_gen.model.pathway import Demand, Difficulty, Gate, PercentRange

_FORM: Final = 2
"""The form of marshal that knows no references: what refers to what depends on more than the values."""

_Plain = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Packed:
    """What was gathered, as bytes, and two digests: of what lists show of it, and of what other files are judged by."""

    content: bytes
    facts: bytes
    names: bytes


class StillPacked(Sequence[Any]):
    """A sequence of plain values that is unpacked whenever it is looked into: few ever are, and there are thousands."""

    __slots__ = ("_packed",)

    def __init__(self, packed: bytes) -> None:
        self._packed = packed

    def _all(self) -> tuple[Any, ...]:
        values: tuple[Any, ...] = marshal.loads(self._packed)
        return values

    def __len__(self) -> int:
        return len(self._all())

    def __getitem__(self, index: Any) -> Any:
        return self._all()[index]

    def __iter__(self) -> Iterator[Any]:
        return iter(self._all())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._all() == tuple(other)

    def __hash__(self) -> int:
        return hash(self._all())


class _StillPackedPart(StillPacked):
    """One of several sequences that are packed together."""

    __slots__ = ("_part",)

    def __init__(self, packed: bytes, part: int) -> None:
        super().__init__(packed)
        self._part = part

    def _all(self) -> tuple[Any, ...]:
        values: tuple[Any, ...] = super()._all()[self._part]
        return values


def pack(gathered: Gathered) -> Packed:
    """What was gathered of a file as bytes, which need not hold the digest of its text: who keeps them keeps that."""
    facts, glimpse = gathered.value, gathered.glimpse
    if not isinstance(facts, PathwayFacts) or not isinstance(glimpse, PathwayGlimpse):
        packed = marshal.dumps((pickle.dumps(gathered, pickle.HIGHEST_PROTOCOL),), _FORM)
        return Packed(packed, digest(bare(facts)), digest(_names(gathered)))
    shown = _facts(facts)
    names = (
        *(glimpse.slug, glimpse.origin_id, glimpse.target_id, glimpse.aliases),
        gathered.links is None,
        *(gathered.is_faulty, gathered.draft, gathered.anchors),
        tuple([(link.target, link.anchor, link.written) for link in gathered.links or ()]),
    )
    places = (
        _place(facts.reviewed_place),
        _place(glimpse.origin_place),
        _place(glimpse.target_place),
        _place(glimpse.aliases_place) if glimpse.aliases_place else None,
    )
    marks = gathered.links is None, gathered.is_faulty, gathered.draft, gathered.has_page
    skills, anchors = marshal.dumps(tuple(glimpse.skills), _FORM), marshal.dumps(tuple(gathered.anchors), _FORM)
    rest = b""
    if (
        gathered.found
        or gathered.overrides
        or gathered.links
        or gathered.outside_links
        or gathered.pathway
        or gathered.template_fault
    ):
        rest = pickle.dumps(replace(gathered, value=None, glimpse=None), pickle.HIGHEST_PROTOCOL)
    content = marshal.dumps((gathered.key, glimpse.path, shown, marks, places, skills, anchors, rest), _FORM)
    return Packed(content, digest(shown), digest((names, [name for name, *_ in glimpse.skills])))


def unpack(content: bytes) -> Gathered:
    """What was gathered of a file; the bytes come from a process of the same build, or from an earlier build."""
    plain = marshal.loads(content)
    if len(plain) == 1:
        whole: Gathered = pickle.loads(plain[0])
        return whole
    key, path, shown, (has_no_links, is_faulty, draft, has_page), places, skills, anchors, rest = plain
    reviewed, origin, target, around = places
    facts = _facts_of(key, shown, _placed(path, reviewed))
    glimpse = PathwayGlimpse(
        key=key,
        path=path,
        slug=facts.slug,
        origin_id=facts.origin_id,
        origin_place=_placed(path, origin),
        target_id=facts.target_id,
        target_place=_placed(path, target),
        aliases=facts.aliases,
        aliases_place=_placed(path, around) if around else None,
        skills=StillPacked(skills),
    )
    if rest:
        said: Gathered = pickle.loads(rest)
        return replace(said, value=facts, glimpse=glimpse)
    return Gathered(
        key=key,
        value=facts,
        glimpse=glimpse,
        found=(),
        overrides=(),
        links=None if has_no_links else (),
        anchors=StillPacked(anchors),
        draft=draft,
        is_faulty=is_faulty,
        has_page=has_page,
    )


def unpack_said(content: bytes) -> Gathered:
    """What there is to say of a file, without the value that it became and without its glimpse."""
    *_, said = marshal.loads(content)
    gathered: Gathered = pickle.loads(said)
    return gathered


def _names(gathered: Gathered) -> object:
    """What other files are judged by, of one that is no pathway or is not whole."""
    glimpse = gathered.glimpse
    return (
        glimpse.names if glimpse else None,
        [(each.target, each.anchor, each.written) for each in gathered.links or ()],
        gathered.links is None,
        *(gathered.is_faulty, gathered.draft, gathered.anchors),
    )


def _facts(facts: PathwayFacts) -> _Plain:
    figures, study, pay = facts.figures, facts.study, facts.stated_pay
    return (
        (study.hours, study.hours_a_week, study.gate.value if study.gate else None),
        (pay.range.low, pay.range.high, pay.range.currency, pay.median, pay.spread, pay.place, pay.source, pay.release)
        if pay
        else None,
        marshal.dumps((tuple(facts.learns), tuple(facts.resources)), _FORM),
        *(facts.slug, facts.origin_id, facts.target_id, facts.title, facts.summary),
        *(facts.brings, facts.aliases, facts.authors, facts.draft, facts.reviewed.toordinal()),
        facts.published.toordinal() if facts.published else 0,
        facts.updated.toordinal() if facts.updated else 0,
        None
        if figures is None
        else (
            figures.difficulty.value,
            (figures.months.low, figures.months.high) if figures.months else None,
            (figures.pay.low, figures.pay.high) if figures.pay else None,
            figures.is_estimate,
            figures.demand.value if figures.demand else None,
            figures.is_authors_view,
        ),
    )


def _facts_of(key: str, plain: _Plain, reviewed_place: Place) -> PathwayFacts:
    (hours, pace, gate), pay, learnt, *plain_rest = plain
    (
        slug,
        origin_id,
        target_id,
        title,
        summary,
        brings,
        aliases,
        authors,
        draft,
        reviewed,
        published,
        updated,
        figures,
    ) = plain_rest
    return PathwayFacts(
        key=key,
        slug=slug,
        origin_id=origin_id,
        target_id=target_id,
        title=title,
        summary=summary,
        figures=_figures_of(figures) if figures else None,
        study=Study(hours, pace, Gate(gate) if gate else None),
        stated_pay=_pay_of(pay) if pay else None,
        brings=brings,
        learns=_StillPackedPart(learnt, 0),
        resources=_StillPackedPart(learnt, 1),
        aliases=aliases,
        authors=authors,
        reviewed=date.fromordinal(reviewed),
        reviewed_place=reviewed_place,
        published=date.fromordinal(published) if published else None,
        draft=draft,
        updated=date.fromordinal(updated) if updated else None,
    )


@lru_cache(maxsize=4096)  # the same few figures stand in many guides
def _figures_of(plain: _Plain) -> BadgeFigures:
    difficulty, months, pay, is_estimate, demand, is_authors_view = plain
    return BadgeFigures(
        difficulty=Difficulty(difficulty),
        months=Months(low=months[0], high=months[1]) if months else None,
        pay=PercentRange(low=pay[0], high=pay[1]) if pay else None,
        is_estimate=is_estimate,
        demand=Demand(demand) if demand else None,
        is_authors_view=is_authors_view,
    )


@lru_cache(maxsize=4096)
def _pay_of(plain: _Plain) -> Pay:
    low, high, currency, median, spread, place, source, release = plain
    money = MoneyRange(low=low, high=high, currency=currency)
    return Pay(range=money, median=median, spread=spread, place=place, source=source, release=release)


def _place(place: Place) -> _Plain:
    return place.line, place.column, place.length, place.excerpt


def _placed(path: str, plain: _Plain) -> Place:
    line, column, length, excerpt = plain
    return Place(path=path, line=line, column=column, length=length, excerpt=excerpt)
