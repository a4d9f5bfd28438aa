"""What front matter and settings may say: one class a kind of file, with every key, how it is read and an example."""

from __future__ import annotations

import re
from typing import Any, Final

from site_gen.decode.codes import as_currency, as_language, as_occupation_code, as_period, as_release
from site_gen.decode.keys import Fields, list_of, mapping_of, mappings_of, named, needed, optional, or_none
from site_gen.decode.values import (
    NO_VALUE,
    Refused,
    as_address,
    as_boolean,
    as_correction_address,
    as_date,
    as_growth,
    as_id,
    as_months,
    as_old_address,
    as_percent,
    as_salary,
    as_text,
    one_of,
    whole,
)
from site_gen.diagnostic import Severity
from site_gen.faults import EMPTY_VALUE, UNKNOWN_DEMAND, UNKNOWN_DIFFICULTY, UNKNOWN_FIT, UNKNOWN_GATE, UNKNOWN_SEVERITY
from site_gen.model.pathway import Demand, Difficulty, Gate
from site_gen.model.role import Fit
from site_gen.nearest import nearest

LONGEST_SUMMARY: Final = 160
"""Characters: about what a card, a feed reader and a search result show."""

_hours: Final = whole(1, 80, "a number of hours a week")
_money: Final = whole(1, 99_999_999, "an amount of money a year")


class SalaryFields(Fields):
    """The two ranges that a guide states itself."""

    origin = needed(as_salary, "85000-140000", name="from")
    target = needed(as_salary, "120000-230000", name="to")
    source = needed(as_text, "Author's estimate, US")
    currency = optional(or_none(as_currency), None)
    place = optional(as_text, "")
    as_of = optional(as_release, "")


class SourceFields(Fields):
    """Something that a guide rests on."""

    title = needed(as_text, "BLS Employment Projections 2024-34")
    url = optional(as_address, "")


def _source(value: Any) -> Any:
    """A mapping of keys; a text alone is the title, and so is one that a colon made a mapping of its own."""
    if isinstance(value, dict) and (len(value) != 1 or _begins_with_key(next(iter(value)))):
        return value
    return {"title": as_text(value)}


def _begins_with_key(key: str) -> bool:
    return nearest(re.split(r"[\s:]", key, maxsplit=1)[0], SourceFields.keys) is not None


def _given(value: Any) -> Any:
    if value is None:
        raise Refused(
            EMPTY_VALUE, NO_VALUE, "write its keys on the lines below, indented by two spaces, or remove the line"
        )
    return value


class PathwayFields(Fields):
    """The front matter of a pathway."""

    origin = needed(as_id, "backend-developer", name="from")
    target = needed(as_id, "algorithm-engineer", name="to")
    summary = needed(as_text, "One sentence on who the move is for and what it takes.")
    difficulty = needed(one_of(Difficulty, UNKNOWN_DIFFICULTY, "a difficulty"), "challenging")
    reviewed = needed(as_date, "2026-11-22")
    title = optional(as_text, "")
    timeline = optional(as_months, None)
    salary = mapping_of(SalaryFields, _given)
    salary_change = optional(as_percent, None)
    demand = optional(one_of(Demand, UNKNOWN_DEMAND, "a level of demand", required=False), None)
    demand_note = optional(as_text, "")
    hours_per_week = optional(or_none(_hours), None)
    difficulty_reason = optional(as_text, "")
    gate = optional(one_of(Gate, UNKNOWN_GATE, "a gate", required=False), None)
    published = optional(or_none(as_date), None)
    updated = optional(or_none(as_date), None)
    draft = optional(as_boolean, False)
    aliases = list_of(as_old_address)
    authors = list_of(as_text)
    tags = list_of(as_text)
    sources = mappings_of(SourceFields, _source)


class OccupationFields(Fields):
    """The official occupation that stands for a role."""

    code = needed(as_occupation_code, "15-1252")
    title = needed(as_text, "Software Developers")
    fit = needed(one_of(Fit, UNKNOWN_FIT, "a fit"), "near")


class RoleSalaryFields(Fields):
    """What a role pays."""

    low = needed(_money, "105210")
    median = optional(or_none(_money), None)
    high = needed(_money, "171980")
    spread = optional(as_text, "")
    currency = optional(or_none(as_currency), None)
    place = optional(as_text, "")
    source = needed(as_text, "BLS OEWS")
    as_of = optional(as_release, "")


class OutlookFields(Fields):
    """Projected employment of a role."""

    growth = needed(as_growth, "15.8%")
    period = needed(as_period, "2024-34")
    openings = optional(whole(0, 99_999_999, "a number of openings"), None)
    source = needed(as_text, "BLS Employment Projections")


class RoleFields(Fields):
    """The front matter of a role."""

    name = needed(as_text, "Backend Developer")
    family = needed(as_text, "Software")
    plural = optional(as_text, "")
    aliases = list_of(as_text)
    occupation = mapping_of(OccupationFields, _given)
    zone = optional(whole(1, 5, "a job zone"), None)
    salary = mapping_of(RoleSalaryFields, _given)
    outlook = mapping_of(OutlookFields, _given)


class PageFields(Fields):
    """The front matter of a plain page."""

    title = needed(as_text, "About")
    summary = optional(as_text, "")


class CallFields(Fields):
    """The call to action that every pathway ends with."""

    title = needed(as_text, "Ready to start?")
    text = needed(as_text, "Print the plan and begin with the first task of this week.")


class LinkFields(Fields):
    """What `waymark check --links` has to know."""

    allow = list_of(as_text)


class OccupationTableFields(Fields):
    """A table of official pay and outlook, from which new roles are written."""

    file = needed(as_text, "occupations.csv")
    currency = optional(or_none(as_currency), None)
    place = optional(as_text, "")
    spread = optional(as_text, "")
    source = needed(as_text, "BLS OEWS")
    as_of = optional(as_release, "")
    period = optional(as_period, "")
    outlook_source = optional(as_text, "")


class SiteFields(Fields):
    """The settings of a site, in site.yaml."""

    title = optional(or_none(as_text), None)
    headline = optional(or_none(as_text), None)
    description = optional(or_none(as_text), None)
    base_url = optional(or_none(as_address), None)
    language = optional(as_language, None)
    currency = optional(or_none(as_currency), None)
    hours_per_week = optional(or_none(_hours), None)
    review_after = optional(whole(1, 120, "a number of months"), None)
    author = optional(or_none(as_text), None)
    footer = optional(or_none(as_text), None)
    call_to_action = mapping_of(CallFields)
    corrections = optional(or_none(as_correction_address), None)
    route_pages = optional(whole(0, 10_000, "a number of pages"), None)
    search = optional(as_boolean, False)
    pictures = optional(as_boolean, False)
    dates_from_git = optional(as_boolean, False)
    precompress = optional(as_boolean, False)
    links = mapping_of(LinkFields, _given)
    occupations = mapping_of(OccupationTableFields, _given)
    severity = named(one_of(Severity, UNKNOWN_SEVERITY, "a severity"))
