"""What front matter and settings may say: one Pydantic model a kind of file, which is also its schema."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from site_gen.decode.codes import as_currency, as_language, as_occupation_code, as_period, as_release
from site_gen.decode.values import (
    NO_VALUE,
    as_address,
    as_boolean,
    as_date,
    as_growth,
    as_id,
    as_list,
    as_months,
    as_old_address,
    as_percent,
    as_salary,
    as_text,
    fail,
    one_of,
    whole,
)
from site_gen.diagnostic import Severity
from site_gen.faults import EMPTY_VALUE, UNKNOWN_DEMAND, UNKNOWN_DIFFICULTY, UNKNOWN_FIT, UNKNOWN_GATE, UNKNOWN_SEVERITY
from site_gen.model.duration import Months
from site_gen.model.pathway import Demand, Difficulty, Gate, PercentRange
from site_gen.model.role import Fit
from site_gen.nearest import nearest

Text = Annotated[str, BeforeValidator(as_text)]
RoleId = Annotated[str, BeforeValidator(as_id)]
Day = Annotated[date, BeforeValidator(as_date)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(as_list)]
Address = Annotated[str, BeforeValidator(as_address)]
Currency = Annotated[str, BeforeValidator(as_currency)]
Yes = Annotated[bool, BeforeValidator(as_boolean)]
Hours = Annotated[int, BeforeValidator(whole(1, 80, "a number of hours a week"))]
Money = Annotated[int, BeforeValidator(whole(1, 99_999_999, "an amount of money a year"))]

LONGEST_SUMMARY: Final = 160
"""Characters: about what a card, a feed reader and a search result show."""


class Fields(BaseModel):
    """What all kinds of file share: unknown keys are refused, values are never changed."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class SalaryFields(Fields):
    """The two ranges that a guide states itself."""

    origin: Annotated[str, BeforeValidator(as_salary)] = Field(alias="from", examples=["85000-140000"])
    target: Annotated[str, BeforeValidator(as_salary)] = Field(alias="to", examples=["120000-230000"])
    source: Text = Field(examples=["Author's estimate, US"])
    currency: Currency | None = None
    place: Text = ""
    as_of: Annotated[str, BeforeValidator(as_release)] = ""


class SourceFields(Fields):
    """Something that a guide rests on."""

    title: Text = Field(examples=["BLS Employment Projections 2024-34"])
    url: Address = ""


def _source(value: Any) -> Any:
    """A mapping of keys; a text alone is the title, and so is one that a colon made a mapping of its own."""
    if isinstance(value, dict) and (len(value) != 1 or _begins_with_key(next(iter(value)))):
        return value
    return {"title": as_text(value)}


def _begins_with_key(key: str) -> bool:
    return nearest(re.split(r"[\s:]", key, maxsplit=1)[0], SourceFields.model_fields) is not None


def _given(value: Any) -> Any:
    if value is None:
        raise fail(
            EMPTY_VALUE, NO_VALUE, "write its keys on the lines below, indented by two spaces, or remove the line"
        )
    return value


class PathwayFields(Fields):
    """The front matter of a pathway."""

    origin: RoleId = Field(alias="from", examples=["backend-developer"])
    target: RoleId = Field(alias="to", examples=["algorithm-engineer"])
    summary: Text = Field(examples=["One sentence on who the move is for and what it takes."])
    difficulty: Annotated[Difficulty, BeforeValidator(one_of(Difficulty, UNKNOWN_DIFFICULTY, "a difficulty"))] = Field(
        examples=["challenging"]
    )
    reviewed: Day = Field(examples=["2026-11-22"])
    title: Text = ""
    timeline: Annotated[Months | None, BeforeValidator(as_months)] = None
    salary: Annotated[SalaryFields | None, BeforeValidator(_given)] = None
    salary_change: Annotated[PercentRange | None, BeforeValidator(as_percent)] = None
    demand: Annotated[
        Demand | None, BeforeValidator(one_of(Demand, UNKNOWN_DEMAND, "a level of demand", required=False))
    ] = None
    demand_note: Text = ""
    hours_per_week: Hours | None = None
    difficulty_reason: Text = ""
    gate: Annotated[Gate | None, BeforeValidator(one_of(Gate, UNKNOWN_GATE, "a gate", required=False))] = None
    published: Day | None = None
    draft: Yes = False
    aliases: Annotated[tuple[Annotated[str, BeforeValidator(as_old_address)], ...], BeforeValidator(as_list)] = ()
    authors: Texts = ()
    tags: Texts = ()
    sources: Annotated[tuple[Annotated[SourceFields, BeforeValidator(_source)], ...], BeforeValidator(as_list)] = ()


class OccupationFields(Fields):
    """The official occupation that stands for a role."""

    code: Annotated[str, BeforeValidator(as_occupation_code)] = Field(examples=["15-1252"])
    title: Text = Field(examples=["Software Developers"])
    fit: Annotated[Fit, BeforeValidator(one_of(Fit, UNKNOWN_FIT, "a fit"))] = Field(examples=["near"])


class RoleSalaryFields(Fields):
    """What a role pays."""

    low: Money = Field(examples=["105210"])
    median: Money | None = None
    high: Money = Field(examples=["171980"])
    spread: Text = ""
    currency: Currency | None = None
    place: Text = ""
    source: Text = Field(examples=["BLS OEWS"])
    as_of: Annotated[str, BeforeValidator(as_release)] = ""


class OutlookFields(Fields):
    """Projected employment of a role."""

    growth: Annotated[float, BeforeValidator(as_growth)] = Field(examples=["15.8%"])
    period: Annotated[str, BeforeValidator(as_period)] = Field(examples=["2024-34"])
    openings: Annotated[int | None, BeforeValidator(whole(0, 99_999_999, "a number of openings"))] = None
    source: Text = Field(examples=["BLS Employment Projections"])


class RoleFields(Fields):
    """The front matter of a role."""

    name: Text = Field(examples=["Backend Developer"])
    family: Text = Field(examples=["Software"])
    plural: Text = ""
    aliases: Texts = ()
    occupation: Annotated[OccupationFields | None, BeforeValidator(_given)] = None
    zone: Annotated[int | None, BeforeValidator(whole(1, 5, "a job zone"))] = None
    salary: Annotated[RoleSalaryFields | None, BeforeValidator(_given)] = None
    outlook: Annotated[OutlookFields | None, BeforeValidator(_given)] = None


class PageFields(Fields):
    """The front matter of a plain page."""

    title: Text = Field(examples=["About"])
    summary: Text = ""


class CallFields(Fields):
    """The call to action that every pathway ends with."""

    title: Text = Field(examples=["Ready to start?"])
    text: Text = Field(examples=["Print the plan and begin with the first task of this week."])


class LinkFields(Fields):
    """What `waymark check --links` has to know."""

    allow: Texts = ()


class OccupationTableFields(Fields):
    """A table of official pay and outlook, from which new roles are written."""

    file: Text = Field(examples=["occupations.csv"])
    currency: Currency | None = None
    place: Text = ""
    spread: Text = ""
    source: Text = Field(examples=["BLS OEWS"])
    as_of: Annotated[str, BeforeValidator(as_release)] = ""
    period: Annotated[str, BeforeValidator(as_period)] = ""
    outlook_source: Text = ""


class SiteFields(Fields):
    """The settings of a site, in site.yaml."""

    title: Text | None = None
    headline: Text | None = None
    description: Text | None = None
    base_url: Address | None = None
    language: Annotated[str | None, BeforeValidator(as_language)] = None
    currency: Currency | None = None
    hours_per_week: Hours | None = None
    review_after: Annotated[int | None, BeforeValidator(whole(1, 120, "a number of months"))] = None
    author: Text | None = None
    footer: Text | None = None
    call_to_action: CallFields | None = None
    links: Annotated[LinkFields | None, BeforeValidator(_given)] = None
    occupations: Annotated[OccupationTableFields | None, BeforeValidator(_given)] = None
    severity: dict[str, Annotated[Severity, BeforeValidator(one_of(Severity, UNKNOWN_SEVERITY, "a severity"))]] = Field(
        default_factory=dict
    )
