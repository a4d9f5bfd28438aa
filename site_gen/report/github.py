"""Diagnostics as workflow commands: GitHub shows each beside the line of a pull request that it is about."""

from __future__ import annotations

from collections.abc import Sequence

from site_gen.diagnostic import Diagnostic
from site_gen.report import ReportType, Run, columns_of, encodable, said


def write(diagnostics: Sequence[Diagnostic], _run: Run) -> str:
    """One command a line, `::error` or `::warning`; nothing at all where nothing is wrong."""
    return "".join(f"{_command(each)}\n" for each in diagnostics)


def _command(diagnostic: Diagnostic) -> str:
    """One command; `endColumn` is the column after the last, as the code host's own checks count."""
    place, fault = diagnostic.place, diagnostic.fault
    properties = {"file": place.path, "line": str(place.line), "endLine": str(place.line)}
    if columns := columns_of(place):
        properties["col"], properties["endColumn"] = (str(column) for column in columns)
    properties["title"] = f"{fault.code} {fault.name}"
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{diagnostic.severity} {listed}::{_text(chr(10).join(said(diagnostic)))}"


def _text(text: str) -> str:
    """Text on one line: `%` first, so that the signs that stand for line ends are not taken for the author's."""
    return encodable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """The value of a property, which colons and commas would end."""
    return _text(text).replace(":", "%3A").replace(",", "%2C")


REPORT = ReportType(name="github", write=write)
