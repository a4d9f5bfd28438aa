"""What is known of a new role becomes its file, with marks where its author has to say the rest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from site_gen.model.role import Fit
from site_gen.model.site import OccupationTable
from site_gen.record import record
from site_gen.scaffold import mark
from site_gen.scaffold.occupations import OccupationFigures
from site_gen.scaffold.writing import escaped, flow, scalar

_NEAR: Final = "{name} has no occupation code of its own. The figures here are those of {title} ({code})."
_WIDER: Final = "{name} has no occupation code of its own. The figures here are those of {title} ({code}), {which}."
_WORDS_BY_FIT: Final = {
    Fit.PARENT: "the wider occupation that includes it",
    Fit.GROUP: "the group of occupations it belongs to",
}


@record
class NewRole:
    """A role to write: `family` may be a mark; without `figures` it has no pay and no outlook."""

    id: str
    name: str
    plural: str
    family: str
    figures: OccupationFigures | None = None
    fit: Fit = Fit.NEAR


def role_text(role: NewRole, table: OccupationTable | None) -> str:
    """The text of the role's file; `table` says what its figures are."""
    lines = [
        "---",
        f"name: {scalar(role.name)}",
        f"plural: {scalar(role.plural)}",
        f"family: {scalar(role.family)}",
        *(_official(role, role.figures, table) if role.figures and table else ()),
        "---",
        "",
        mark("what people in the role do on an ordinary day, and what outsiders do not see, in one or two paragraphs"),
    ]
    if role.figures and table and role.fit is not Fit.EXACT:
        lines += ["", _reason(role, role.figures)]
        lines += [mark("why this occupation, and which others would have been plausible")]
    return "\n".join(lines) + "\n"


def _official(role: NewRole, figures: OccupationFigures, table: OccupationTable) -> Iterator[str]:
    yield f"occupation: {flow(code=figures.code, title=figures.title, fit=role.fit)}"
    if figures.zone is not None:
        yield f"zone: {figures.zone}"
    if figures.low is not None and figures.high is not None:
        yield from _salary(figures, table)
    if figures.growth is not None and table.period and table.outlook_source:
        outlook = flow(
            growth=f"{figures.growth:g}%",
            period=table.period,
            openings=figures.openings,
            source=table.outlook_source,
        )
        yield f"outlook: {outlook}"


def _salary(figures: OccupationFigures, table: OccupationTable) -> Iterator[str]:
    yield "salary:"
    values = {
        "low": figures.low,
        "median": figures.median,
        "high": figures.high,
        "spread": table.spread,
        "currency": table.currency,
        "place": table.place,
        "source": table.source,
        "as_of": table.as_of,
    }
    for key, value in values.items():
        if value is not None and value != "":
            yield f"  {key}: {scalar(str(value))}"


def _reason(role: NewRole, figures: OccupationFigures) -> str:
    words = {"name": escaped(role.name), "title": escaped(figures.title), "code": figures.code}
    which = _WORDS_BY_FIT.get(role.fit)
    return _WIDER.format(**words, which=which) if which else _NEAR.format(**words)
