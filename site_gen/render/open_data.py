"""Values of the model become what the open data says of them: numbers, texts, lists and mappings that JSON knows.

Words of a closed list, such as the levels of difficulty, are texts as they are.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from site_gen.addresses import absolute, quoted
from site_gen.model.badges import SalaryBadge
from site_gen.model.duration import Months
from site_gen.model.money import Pay
from site_gen.model.pathway import PercentRange
from site_gen.model.role import Occupation, Role
from site_gen.model.site import Site
from site_gen.render.duration import half_up
from site_gen.render.facts import Facts

Json = dict[str, object]

_encode: Final = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode

SCHEMA: Final = "../schema.json"
"""Where the schema is, seen from a file one folder deep. It is named whole: hardly any editor follows a part of it."""


def in_bytes(value: Mapping[str, object]) -> bytes:
    """A file of JSON: on one line, in UTF-8, with its keys in the order that they were given in."""
    return f"{_encode(value)}\n".encode(errors="replace")


def url_of(address: str, site: Site) -> str | None:
    """The whole address of a page; None where nobody has said where the site will live."""
    return absolute(quoted(address), site.base_url) if site.base_url else None


def rounded(number: Fraction, places: int = 4) -> int | float:
    """A number with at most so many decimals, halves away from zero, and whole where it is."""
    part, whole = number.as_integer_ratio()
    if whole == 1:
        return part
    scale = 10**places
    units = half_up(abs(part) * scale, whole)
    value: int | float = units // scale if units % scale == 0 else units / scale
    return value if part > 0 else -value


def percent_between(old: int, new: int) -> float:
    """The change from one amount to another in percent, with at most one decimal, halves away from zero."""
    tenths = half_up(abs(new - old) * 1000, old)
    return tenths / 10 if new > old else -tenths / 10


def span_of(span: Months | PercentRange | None) -> Json | None:
    """From low to high."""
    return {"low": span.low, "high": span.high} if span else None


def named(role: Role) -> Json:
    """A role by its id and name."""
    return {"id": role.id, "name": role.name}


def occupation_of(occupation: Occupation | None) -> Json | None:
    """The official occupation that stands for a role, and how well it fits."""
    if occupation is None:
        return None
    return {"code": occupation.code, "title": occupation.title, "fit": occupation.fit}


def pay_of(pay: Pay | None) -> Json | None:
    """A range of pay, and where it comes from; texts are empty where nothing is known."""
    if pay is None:
        return None
    return {
        "low": pay.range.low,
        "high": pay.range.high,
        "currency": pay.range.currency,
        "median": pay.median,
        "spread": pay.spread,
        "place": pay.place,
        "source": pay.source,
        "release": pay.release,
    }


def comparison_of(badge: SalaryBadge | None) -> Json | None:
    """How pay changes, with the arithmetic; changes are in percent."""
    if badge is None:
        return None
    overlap, old, new = badge.overlap, badge.origin, badge.target
    return {
        "shown": span_of(badge.shown),
        "band": span_of(badge.band),
        "stated": span_of(badge.stated),
        "median": percent_between(old.median, new.median) if badge.by_median and old.median and new.median else None,
        "low": percent_between(old.range.low, new.range.low),
        "high": percent_between(old.range.high, new.range.high),
        "worst": percent_between(old.range.high, new.range.low),
        "overlap": {"low": overlap.low, "high": overlap.high} if overlap else None,
        "is_estimate": badge.is_estimate,
    }


def words_of(facts: Facts) -> Json:
    """What a card says of the four badges; empty words stand for what is not known."""
    return {
        "difficulty": facts.difficulty,
        "time": facts.time,
        "pay_label": facts.pay_label,
        "pay": facts.pay,
        "demand": facts.demand,
    }
