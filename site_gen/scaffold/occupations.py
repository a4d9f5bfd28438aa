"""The table of official occupations, one line an occupation, becomes figures that new roles take over."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from site_gen.diagnostic import Diagnostic, Findings, Place
from site_gen.faults import BAD_TABLE
from site_gen.model.site import OccupationTable
from site_gen.nearest import nearest
from site_gen.record import record

COLUMNS: Final = ("code", "title", "zone", "low", "median", "high", "growth", "openings")

_CODE: Final = re.compile(r"[0-9]{2}-[0-9]{4}")
_WHOLE: Final = re.compile(r"[0-9]{1,8}")
_GROWTH: Final = re.compile(r"[+-]?[0-9]{1,3}(?:\.[0-9]{1,3})?")
_CELL: Final = re.compile(r'\s*("(?:[^"]|"")*"|[^,]*?)\s*(?:,|$)')


@record
class OccupationFigures:
    """One line of the table; None where a figure is not published. Pay is a year before tax, `growth` in percent."""

    code: str
    title: str
    zone: int | None
    low: int | None
    median: int | None
    high: int | None
    growth: float | None
    openings: int | None


def read_occupations(
    text: str, table: OccupationTable, path: str
) -> tuple[tuple[OccupationFigures, ...], tuple[Diagnostic, ...]]:
    """Read the text of a table, which is shown to the author as `path`; the settings say what its figures are.

    A line with a fault is left out, and without its columns there is no line at all. Every fault has its place.
    """
    reading = _Reading(path=path, lines=text.split("\n"))
    try:
        rows = list(_rows(text))
    except csv.Error as error:
        reading.report(1, None, f"the table can't be read: {error}", "save it as comma-separated values in UTF-8")
        return (), reading.findings.as_tuple
    if not rows:
        reading.report(1, None, "the table is empty", f"begin it with the line `{','.join(COLUMNS)}`")
        return (), reading.findings.as_tuple
    (first, titles), *others = rows
    if not reading.read_columns(first, titles):
        return (), reading.findings.as_tuple
    figures = tuple(each for line, cells in others if (each := reading.read_row(line, cells)) is not None)
    if any(each.growth is not None for each in figures) and not (table.period and table.outlook_source):
        reading.report(
            first,
            reading.columns.index("growth"),
            "the table has figures of growth, but the settings don't say of which years or whose they are",
            "add `period:` and `outlook_source:` to `occupations:` in site.yaml",
        )
    return figures, reading.findings.as_tuple


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each record that isn't empty, with the number of its first line."""
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    line = 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield line, [cell.strip() for cell in cells]
        line = reader.line_num + 1


@dataclass(slots=True, kw_only=True)
class _Reading:
    """One table being read: what its columns are, and the line on which each code stands."""

    path: str
    lines: list[str]
    findings: Findings = field(default_factory=Findings)
    columns: tuple[str, ...] = ()
    lines_by_code: dict[str, int] = field(default_factory=dict)

    def report(self, line: int, cell: int | None, message: str, help_text: str) -> None:
        """Report a fault at a cell of a line, counted from 0, or at the whole line."""
        excerpt = self.lines[line - 1].rstrip("\r") if line <= len(self.lines) else ""
        spans = [found.span(1) for found in _CELL.finditer(excerpt)]
        start, end = 0, len(excerpt)
        if cell is not None and cell < len(spans):
            start, end = spans[cell]
        place = Place(path=self.path, line=line, column=start + 1, length=max(1, end - start), excerpt=excerpt)
        self.findings.add(BAD_TABLE, place, message, help=help_text)

    def read_columns(self, line: int, titles: Iterable[str]) -> bool:
        """Learn the columns; whether each that the table needs is there, once, and no other."""
        self.columns = tuple(titles)
        missing = [each for each in COLUMNS if each not in self.columns]
        for at, column in enumerate(self.columns):
            if column in self.columns[:at]:
                self.report(line, at, f"the column `{column}` stands twice", "keep one of them")
            elif column not in COLUMNS:
                guess = nearest(column, missing)
                missing = [each for each in missing if each != guess]
                help_text = f"write `{guess}`" if guess else f"remove it; the columns are {', '.join(COLUMNS)}"
                self.report(line, at, f"the table has no column `{column}`", help_text)
        for column in missing:
            self.report(line, None, f"the column `{column}` is missing", f"write the columns {', '.join(COLUMNS)}")
        return not self.findings.found

    def read_row(self, line: int, cells: list[str]) -> OccupationFigures | None:
        """One line of the table; None where it has a fault, which is reported."""
        if len(cells) != len(self.columns):
            message = f"the line has {len(cells)} cells, but the table has {len(self.columns)} columns"
            self.report(line, None, message, "put a text that holds a comma in double quotes")
            return None
        faults = len(self.findings.found)
        by_column = dict(zip(self.columns, cells, strict=True))
        self._read_code(line, by_column["code"])
        if not by_column["title"]:
            self._report(line, "title", "the occupation has no title", "write its official title")
        zone = self._whole(line, by_column, "zone")
        if zone is not None and not 1 <= zone <= 5:
            self._report(line, "zone", f"`{zone}` is not a job zone", "write a whole number from 1 to 5")
        low, median, high = (self._whole(line, by_column, column) for column in ("low", "median", "high"))
        pay = [each for each in (low, median, high) if each is not None]
        if pay != sorted(pay) or 0 in pay:
            message = "the figures of pay do not rise from low over median to high"
            self._report(line, "low", message, "write them in order, and leave a cell empty where there is none")
        row = OccupationFigures(
            code=by_column["code"],
            title=by_column["title"],
            zone=zone,
            low=low,
            median=median,
            high=high,
            growth=self._growth(line, by_column["growth"]),
            openings=self._whole(line, by_column, "openings"),
        )
        return row if len(self.findings.found) == faults else None

    def _report(self, line: int, column: str, message: str, help_text: str) -> None:
        self.report(line, self.columns.index(column), message, help_text)

    def _read_code(self, line: int, code: str) -> None:
        if not _CODE.fullmatch(code):
            message = f"`{code}` is not an occupation code" if code else "the occupation has no code"
            self._report(line, "code", message, "write two digits, a hyphen and four digits: `15-1252`")
        elif code in self.lines_by_code:
            message = f"`{code}` stands twice: first on line {self.lines_by_code[code]}"
            self._report(line, "code", message, "keep one of the lines")
        else:
            self.lines_by_code[code] = line

    def _whole(self, line: int, by_column: dict[str, str], column: str) -> int | None:
        cell = by_column[column]
        if not cell:
            return None
        if not _WHOLE.fullmatch(cell):
            message = f"`{cell}` in the column `{column}` is not a whole number"
            self._report(line, column, message, "write digits only, or leave the cell empty where there is no figure")
            return None
        return int(cell)

    def _growth(self, line: int, cell: str) -> float | None:
        if not cell:
            return None
        if not _GROWTH.fullmatch(cell):
            message = f"`{cell}` in the column `growth` is not a percentage"
            self._report(line, "growth", message, "write it without a sign for percent: `15.8` or `-4.2`")
            return None
        return float(cell)
