"""The catalog becomes catalog.csv: a row a pathway, as RFC 4180 has it, for spreadsheets and for programs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from site_gen.addresses import pathway_address
from site_gen.model.catalog import Catalog, Listing
from site_gen.model.money import Pay
from site_gen.model.role import Role
from site_gen.model.site import Site
from site_gen.outputs import Output, OutputType
from site_gen.render.open_data import url_of
from site_gen.render.pay import sources_in_words

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""

_QUOTED: Final = re.compile(r'[,"\r\n]')

Cell = str | float | None

_OF_PAY: Final = ("low", "median", "high", "currency", "source")
_OF_ROLE: Final = (
    *("id", "name", "field", "occupation_code", "occupation_title", "occupation_fit"),
    *(f"pay_{each}" for each in _OF_PAY),
    *("growth", "growth_period", "openings"),
)
COLUMNS: Final = (
    *("slug", "title", "url", "summary"),
    *(f"origin_{each}" for each in _OF_ROLE),
    *(f"target_{each}" for each in _OF_ROLE),
    *("difficulty", "difficulty_level", "months_low", "months_high", "study_hours", "hours_a_week", "gate"),
    *("pay_change_low", "pay_change_high", "pay_change_is_estimate"),
    *(f"guide_target_pay_{each}" for each in _OF_PAY),
    *("demand", "demand_is_authors_view", "reviewed", "published", "authors"),
)
"""The first line. What a role pays is by its own page; `guide_` is before what a guide says itself."""


def make(catalog: Catalog) -> Iterator[Output]:
    """One file; none without a pathway."""
    if not catalog.listings_by_slug:
        return
    cells_by_role = {role.id: _cells(_role(role)) for role in catalog.roles_by_id.values()}
    lines = [",".join(COLUMNS)]
    for _, each in sorted(catalog.listings_by_slug.items()):
        ends = (cells_by_role[each.origin.id], cells_by_role[each.target.id])
        lines.append(",".join((_cells(_head(each, catalog.site)), *ends, _cells(_rest(each, catalog.site)))))
    yield Output(address="catalog.csv", content=("\r\n".join(lines) + "\r\n").encode(errors="replace"))


def _cells(values: Iterable[Cell]) -> str:
    return ",".join(["" if value is None else _cell(value) for value in values])


def _cell(value: str | float) -> str:
    """A value that no spreadsheet runs: a text that it would take for a formula has an apostrophe before it.

    Numbers stay as they are, with a minus where they are below zero.
    """
    if not isinstance(value, str):
        return str(value)
    text = f"'{value}" if value.startswith(_FORMULA) else str(value)
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text


def _head(listing: Listing, site: Site) -> tuple[Cell, ...]:
    facts = listing.facts
    address = pathway_address(facts.slug)
    return facts.slug, listing.title, url_of(address, site) or address, facts.summary


def _role(role: Role) -> tuple[Cell, ...]:
    occupation, outlook = role.occupation, role.outlook
    return (
        *(role.id, role.name, role.family),
        *((occupation.code, occupation.title, occupation.fit) if occupation else (None,) * 3),
        *_pay(role.pay),
        *((outlook.growth, outlook.period, outlook.openings) if outlook else (None,) * 3),
    )


def _rest(listing: Listing, site: Site) -> tuple[Cell, ...]:
    """What follows the two roles: badges, and who says so."""
    facts = listing.facts
    figures, study = facts.figures, facts.study
    assert figures is not None, "both roles are there"
    months, change = figures.months, figures.pay
    return (
        *(figures.difficulty, figures.difficulty.level),
        *((months.low, months.high) if months else (None, None)),
        *(study.hours or None, study.hours_a_week, study.gate),
        *((change.low, change.high) if change else (None, None)),
        _yes_or_no(figures.is_estimate),
        *_pay(facts.stated_pay),
        *(figures.demand, _yes_or_no(figures.is_authors_view)),
        *(facts.reviewed.isoformat(), facts.published.isoformat() if facts.published else None),
        "; ".join(facts.authors or ((site.author,) if site.author else ())),
    )


def _pay(pay: Pay | None) -> tuple[Cell, ...]:
    if pay is None:
        return (None,) * len(_OF_PAY)
    return pay.range.low, pay.median, pay.range.high, pay.range.currency, sources_in_words([pay])


def _yes_or_no(value: bool) -> str:
    return "yes" if value else "no"


OUTPUT = OutputType(name="catalog_csv", asks=frozenset({"listings"}), make=make)
