"""The state of the content becomes lines for a terminal of 80 cells."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath
from typing import Final

from site_gen.stats.count import Stats
from site_gen.stats.skills import Likeness

WIDTH: Final = 80

_WORDS_BY_LIKENESS: Final = {
    Likeness.SAME: "counted as one",
    Likeness.MERGED: "one by skills.yaml",
    Likeness.NEARLY: "nearly equal, counted apart",
}


def text(stats: Stats) -> str:
    """The whole report, which ends with a line end."""
    return "\n".join(line.rstrip() for line in _lines(stats)) + "\n"


def _lines(stats: Stats) -> Iterator[str]:
    yield f"Pathways    {stats.published} published, {_plural(stats.drafts, 'draft')}, {stats.later} of a later date"
    yield f"Roles       {stats.roles}"
    yield f"Skills      {stats.skills}"
    if stats.uncounted:
        verb = "is" if len(stats.uncounted) == 1 else "are"
        yield f"Not counted {_plural(len(stats.uncounted), 'file')} {verb} left out for errors; see `waymark check`"
    yield from _titled("Pathways by field of the role they lead to", _fields(stats))
    yield from _titled("Roles that no pathway leads to", _paragraph(stats.roles_not_reached))
    yield from _titled("Roles that no pathway leads from", _paragraph(stats.roles_not_left))
    yield from _titled("Skills spelt in two ways", _spellings(stats))
    yield from _titled(
        "Oldest reviews",
        _table(
            [(each.reviewed.isoformat(), _ago(each.days), _slug(each.path)) for each in stats.oldest_reviews], right={1}
        ),
    )
    yield from _titled("Thinnest guides", _thin(stats))
    yield from _titled(
        "Places to fill in", _table([(str(number), path) for path, number in stats.marks_by_path], right={0})
    )


def _titled(title: str, lines: Iterable[str]) -> Iterator[str]:
    """A title and what stands under it, or `none`."""
    yield from ("", title)
    body = list(lines)
    yield from (f"  {line}" for line in body or ["none"])


def _fields(stats: Stats) -> Iterator[str]:
    if not stats.fields:
        return
    rows = [
        (each.family, str(each.roles), str(each.pathways), ", ".join(f"{name} {n}" for name, n in each.from_others))
        for each in stats.fields
    ]
    yield from _table([("Field", "Roles", "Pathways", "From other fields"), *rows], right={1, 2})


def _spellings(stats: Stats) -> Iterator[str]:
    for each in stats.spellings:
        others = ", ".join(f"{name} ({number})" for name, number in each.others)
        yield from _wrapped(f"{each.name}: {others}; {_WORDS_BY_LIKENESS[each.likeness]}")


def _thin(stats: Stats) -> Iterator[str]:
    if not stats.thinnest_guides:
        return
    yield "Share of the site's median guide, the mean of four figures: words, tasks,"
    yield "resources and questions."
    rows = [
        (f"{each.percent}%", *map(str, each.size.measures), _slug(each.size.path)) for each in stats.thinnest_guides
    ]
    yield from _table([("Share", "Words", "Tasks", "Res.", "FAQ", "Guide"), *rows], right={0, 1, 2, 3, 4})


def _slug(path: str) -> str:
    return PurePosixPath(path).stem


def _ago(days: int) -> str:
    if days < 0:
        return "still to come"
    return "today" if days == 0 else f"{_plural(days, 'day')} ago"


def _table(rows: Sequence[Sequence[str]], *, right: set[int]) -> Iterator[str]:
    """Rows in aligned columns; the last column is wrapped where it is too long for the line."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [
            cell.rjust(width) if at in right else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row[:-1], widths, strict=False))
        ]
        before = "  ".join([*cells, ""])
        yield from _wrapped(row[-1], before) if row[-1] else [before]


def _paragraph(words: Sequence[str]) -> Iterator[str]:
    if words:
        yield from textwrap.wrap(", ".join(words), WIDTH - 2, break_long_words=False, break_on_hyphens=False)


def _wrapped(words: str, before: str = "") -> list[str]:
    """A text in lines that fit, those after the first set in."""
    return textwrap.wrap(
        words,
        WIDTH - 2,
        initial_indent=before,
        subsequent_indent=" " * len(before) or "  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
