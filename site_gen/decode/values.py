"""One value of front matter at a time: the text an author wrote becomes a typed value, or a fault with its help.

Each function here is a Pydantic validator: it takes whatever the YAML held (a text, None, a list or a mapping) and
raises a custom error whose type is the name of a fault.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Any, Final

from pydantic_core import PydanticCustomError

from site_gen.diagnostic import Fault
from site_gen.faults import (
    BAD_ADDRESS,
    BAD_BOOLEAN,
    BAD_DATE,
    BAD_NAME,
    BAD_NUMBER,
    BAD_OCCUPATION,
    BAD_PERCENT,
    BAD_SALARY,
    BAD_TIMELINE,
    COLON_IN_VALUE,
    EMPTY_VALUE,
    WRONG_TYPE,
)
from site_gen.links import scheme_of
from site_gen.model.duration import Months, parse_months
from site_gen.model.money import MoneyRange, parse_money_range
from site_gen.model.pathway import PercentRange
from site_gen.nearest import listed, nearest

ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
NO_VALUE: Final = "the key has no value"
NO_VALUE_HELP: Final = "write a value after the colon, or remove the line"
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_PERCENT: Final = re.compile(r"(?P<low>[+\-−]?\d{1,3})\s?%?(?:\s?(?:-|–|to)\s?(?P<high>[+\-−]?\d{1,3}))?\s?%")
_GROWTH: Final = re.compile(r"[+\-−]?\d{1,3}(?:\.\d+)?\s?%")
_MONTH: Final = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?")
_OCCUPATION: Final = re.compile(r"\d{2}-\d{4}")


def fail(fault: Fault, message: str, help_text: str) -> PydanticCustomError:
    """The error for a fault: raise it; `report` turns it into a diagnostic at the value's place."""
    return PydanticCustomError(fault.name, "{message}", {"message": message, "help": help_text})  # type: ignore[arg-type]


def as_text(value: Any) -> str:
    """Any text that is not empty."""
    if value is None or value == "":
        raise fail(EMPTY_VALUE, NO_VALUE, NO_VALUE_HELP)
    if isinstance(value, dict):
        if len(value) == 1 and all(each is None or isinstance(each, str) for each in value.values()):
            key, rest = next(iter(value.items()))
            text = f"{key}: {rest or ''}".rstrip()
            raise fail(
                COLON_IN_VALUE, f"the colon after `{key}` splits the text in two", f'put the text in quotes: `"{text}"`'
            )
        raise fail(WRONG_TYPE, "a text belongs here, not keys and values", "write one line of text")
    if isinstance(value, list):
        raise fail(WRONG_TYPE, "a text belongs here, not a list", "write one line of text, without `[` or `-`")
    return re.sub(r"\s+", " ", str(value)).strip()


def as_list(value: Any) -> list[Any]:
    """A list; one lone text is told how to become one."""
    if isinstance(value, list):
        return value
    if value is None:
        raise fail(EMPTY_VALUE, "the key has no value", "write a list, `[one, two]`, or remove the line")
    raise fail(WRONG_TYPE, "a list belongs here", f"write it as a list: `[{value}]`" if isinstance(value, str) else "write `[one, two]`")


def as_id(value: Any) -> str:
    """The id of a role: what its file is called."""
    text = as_text(value)
    if ID.fullmatch(text):
        return text
    suggestion = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
    raise fail(
        BAD_NAME,
        f"`{text}` is not the id of a role: an id has small letters, digits and hyphens",
        f"write `{suggestion}`, the name of the file in content/roles/ without `.md`" if suggestion else "write the name of a file in content/roles/ without `.md`",
    )


def one_of(kind: type[StrEnum], fault: Fault, what: str) -> Callable[[Any], StrEnum]:
    """A validator for one of the words of an enumeration."""

    def validate(value: Any) -> StrEnum:
        if isinstance(value, kind):
            return value
        text = as_text(value)
        folded = text.casefold().replace("_", " ")
        if folded in set(kind):
            return kind(folded)
        guess = nearest(text, kind)
        choices = listed(kind)
        raise fail(
            fault,
            f"`{text}` is not {what}",
            f"write `{guess}` ({choices})" if guess else f"write {choices}",
        )

    return validate


def as_date(value: Any) -> date:
    """A day, `2026-11-22`."""
    if isinstance(value, date):
        return value
    text = as_text(value)
    if _DATE.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError as error:
            raise fail(BAD_DATE, f"`{text}` is not a day of the calendar", "write a day that exists") from error
    raise fail(BAD_DATE, f"`{text}` is not a date", "write year, month and day: `2026-11-22`")


def as_months(value: Any) -> Months:
    """A timeline, `9-12 months`."""
    if isinstance(value, Months):
        return value
    text = as_text(value)
    try:
        return parse_months(text)
    except ValueError as error:
        raise fail(
            BAD_TIMELINE, f"`{text}` is not a number of months", "write whole months, `9-12 months`, or leave the line out and it is computed"
        ) from error


def as_salary(value: Any) -> str:
    """A range of money as text, checked: its currency is known only with its neighbours, so it is read again there."""
    text = as_text(value)
    try:
        parse_money_range(text)
    except ValueError as error:
        raise fail(BAD_SALARY, f"`{text}` is not a range of money", _salary_help(text)) from error
    return text


def _salary_help(text: str) -> str:
    digits = [int(each) for each in re.findall(r"\d+", text.replace(",", "")) if int(each) > 0]
    if len(digits) == 2:  # noqa: PLR2004 - the two ends of a range
        low, high = sorted(digits)
        return f"write the low end, a hyphen and the high end, a year before tax: `{low}-{high}`"
    return "write the low end, a hyphen and the high end, a year before tax: `85000-140000`"


def salary_range(text: str, currency: str) -> MoneyRange:
    """A text that `as_salary` has let through, in its currency."""
    return parse_money_range(text, currency=currency)


def as_percent(value: Any) -> PercentRange:
    """A change in percent, `40%`, `40-60%` or `-5%`."""
    if isinstance(value, PercentRange):
        return value
    text = as_text(value)
    found = _PERCENT.fullmatch(text)
    if found is None:
        digits = re.findall(r"\d+", text)
        example = f"{'-'.join(digits)}%" if 0 < len(digits) <= 2 else "40%"  # noqa: PLR2004 - one figure or a range
        raise fail(BAD_PERCENT, f"`{text}` is not a change in percent", f"write `{example}`: a figure or a range, then `%`")
    low = _signed(found["low"])
    high = _signed(found["high"]) if found["high"] else low
    if low > high:
        low, high = high, low
    return PercentRange(low=low, high=high)


def _signed(figure: str) -> int:
    return int(figure.replace("−", "-"))


def as_growth(value: Any) -> float:
    """A projected growth in percent, `15.8%`."""
    if isinstance(value, float):
        return value
    text = as_text(value)
    if not _GROWTH.fullmatch(text):
        raise fail(BAD_PERCENT, f"`{text}` is not a percentage", "write the projected growth with its sign, `15.8%` or `-4.2%`")
    return float(text.rstrip("% ").replace("−", "-"))


def whole(low: int, high: int, what: str) -> Callable[[Any], int]:
    """A validator for a whole number between two bounds, both included."""

    def validate(value: Any) -> int:
        if isinstance(value, int):
            return value
        text = as_text(value)
        digits = text.replace(",", "").replace("_", "")
        if digits.isascii() and digits.isdigit() and len(digits) < 12 and low <= int(digits) <= high:  # noqa: PLR2004 - no figure here is longer
            return int(digits)
        raise fail(BAD_NUMBER, f"`{text}` is not {what}", f"write a whole number from {low} to {high}")

    return validate


def as_boolean(value: Any) -> bool:
    """`true` or `false`."""
    if isinstance(value, bool):
        return value
    text = as_text(value)
    if text.casefold() in {"true", "false"}:
        return text.casefold() == "true"
    meant = "true" if text.casefold() in {"yes", "on", "1"} else "false"
    raise fail(BAD_BOOLEAN, f"`{text}` is neither true nor false", f"write `{meant}`")


def as_address(value: Any) -> str:
    """A web address, `https://…`."""
    text = as_text(value)
    if scheme_of(text) in {"http", "https"} and re.fullmatch(r"https?://[^\s/<>\"']+\S*", text):
        return text
    raise fail(BAD_ADDRESS, f"`{text}` is not a web address", "write the whole address, beginning with `https://`")


def as_occupation_code(value: Any) -> str:
    """An occupation code of the 2018 SOC, `15-1252`."""
    text = as_text(value)
    if _OCCUPATION.fullmatch(text):
        return text
    raise fail(BAD_OCCUPATION, f"`{text}` is not an occupation code", "write two digits, a hyphen and four digits: `15-1252`")


def as_release(value: Any) -> str:
    """The date of a release: a year, a month or a day."""
    text = as_text(value)
    if _MONTH.fullmatch(text):
        return text
    raise fail(BAD_DATE, f"`{text}` is not a year, month or day", "write `2025`, `2025-05` or `2025-05-15`")


def as_old_address(value: Any) -> str:
    """An old address that leads here: a slug, or a path ending in `.html`."""
    text = as_text(value).strip("/")
    if ID.fullmatch(text) or re.fullmatch(r"(?:[a-z0-9][a-z0-9._-]*/)*[a-z0-9][a-z0-9._-]*\.html", text):
        return text
    raise fail(
        BAD_ADDRESS,
        f"`{text}` is not an old address of this site",
        "write an old slug, `backend-to-algorithms`, or an old path, `guides/old-name.html`",
    )
