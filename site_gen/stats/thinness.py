"""A guide becomes its size (words, tasks, resources, questions), and many guides the thinnest among them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from fractions import Fraction
from typing import Final

from site_gen.model.pathway import Pathway
from site_gen.model.prose import Prose
from site_gen.model.section import ActionPlan, Faq
from site_gen.record import record

_TAG: Final = re.compile(r"<[^>]*>")
_WORD: Final = re.compile(r"\S*\w\S*")


@record
class Size:
    """How much a guide holds: words of prose without headings; tasks and resources of phases, and tasks of the plan."""

    path: str
    words: int
    tasks: int
    resources: int
    questions: int

    @property
    def measures(self) -> tuple[int, int, int, int]:
        """The four figures in their order."""
        return (self.words, self.tasks, self.resources, self.questions)


@record
class ThinGuide:
    """A guide and its size as a share of the site's median guide: the mean over the four measures, in percent."""

    size: Size
    percent: int


def size_of(pathway: Pathway) -> Size:
    """Measure one guide."""
    values = [each.value for each in pathway.sections]
    phases = pathway.roadmap.phases if pathway.roadmap else ()
    tasks = [phase.tasks for phase in phases]
    tasks += [horizon.tasks for value in values if isinstance(value, ActionPlan) for horizon in value.horizons]
    return Size(
        path=pathway.path,
        words=sum(len(_WORD.findall(_TAG.sub(" ", prose.html))) for prose in _prose(values)),
        tasks=sum(map(len, tasks)),
        resources=sum(len(phase.resources) for phase in phases),
        questions=sum(len(value.questions) for value in values if isinstance(value, Faq)),
    )


def thinnest(pathways: Iterable[Pathway], most: int) -> tuple[ThinGuide, ...]:
    """The guides that hold least, thinnest first; a measure whose median is nought is left out."""
    sizes = [size_of(each) for each in pathways]
    medians = [_median(column) for column in zip(*(each.measures for each in sizes), strict=True)]

    def share(size: Size) -> Fraction:
        shares = [Fraction(figure) / middle for figure, middle in zip(size.measures, medians, strict=True) if middle]
        return sum(shares, Fraction(0)) / len(shares) if shares else Fraction(0)

    ordered = sorted(sizes, key=lambda each: (share(each), each.path))[:most]
    return tuple(ThinGuide(size=each, percent=int(share(each) * 100)) for each in ordered)


def _median(figures: Sequence[int]) -> Fraction:
    ordered = sorted(figures)
    middle = len(ordered) // 2
    return Fraction(ordered[middle] + ordered[-middle - 1], 2)


def _prose(value: object) -> Iterator[Prose]:
    """Every piece of prose inside a value, however deep."""
    if isinstance(value, Prose):
        yield value
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _prose(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _prose(getattr(value, field.name))
