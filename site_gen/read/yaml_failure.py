"""Where the YAML parser gave up, and the mistake that stands behind it, as values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from site_gen.diagnostic import Fault
from site_gen.faults import BAD_YAML
from site_gen.record import record

if TYPE_CHECKING:
    import yaml


@record
class Change:
    """What would mend a mistake on its line: `text` in place of the characters from `start` up to `end`, from 0."""

    start: int
    end: int
    text: str
    safe: bool = False


@record
class Mistake:
    """What to report: `row` and `column` count from 0 in the text that was read."""

    row: int
    column: int
    length: int = 1
    message: str
    help: str
    fault: Fault = BAD_YAML
    change: Change | None = None


@record
class Failure:
    """Where the parser gave up, the `context` it was in the middle of, and the `last` text it had read."""

    lines: Sequence[str]
    problem: str
    row: int
    column: int
    context: str
    context_row: int
    context_column: int
    last: Any

    @property
    def line(self) -> str:
        """The line on which it gave up."""
        return self.lines[self.row]

    @property
    def sign(self) -> str:
        """The character at which the parser gave up, empty at the end of a line."""
        return self.line[self.column : self.column + 1]

    @property
    def rest(self) -> str:
        """What the line still holds there."""
        return self.line[self.column :].rstrip()

    @property
    def opens(self) -> str:
        """The character that began what it was in the middle of."""
        return self.lines[self.context_row][self.context_column : self.context_column + 1]

    def here(
        self, message: str, help: str, *, length: int = 1, fault: Fault = BAD_YAML, change: Change | None = None
    ) -> Mistake:
        """A mistake at the very place where the parser gave up."""
        return Mistake(
            row=self.row,
            column=self.column,
            length=max(1, length),
            message=message,
            help=help,
            fault=fault,
            change=change,
        )

    def at_start(self, message: str, help: str, *, change: Change | None = None) -> Mistake:
        """A mistake where that began which the parser was in the middle of."""
        return Mistake(row=self.context_row, column=self.context_column, message=message, help=help, change=change)


def failure_of(error: yaml.YAMLError, lines: Sequence[str], last: Any) -> Failure:
    """Where the parser gave up, from its error, the lines it read, and the last text it had read."""
    mark, start = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    row = min(mark.line, len(lines) - 1) if mark else 0
    return Failure(
        lines=lines,
        problem=str(getattr(error, "problem", None) or ""),
        row=row,
        column=min(mark.column if mark.line == row else len(lines[row]), len(lines[row])) if mark else 0,
        context=str(getattr(error, "context", None) or ""),
        context_row=min(start.line, row) if start else row,
        context_column=start.column if start else 0,
        last=last,
    )
