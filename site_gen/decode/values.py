"""One value of front matter at a time: the text an author wrote becomes a typed value, or a fault with its help.

Each function here takes whatever the YAML held (a text, None, a list or a mapping) and raises `Refused` where that is
no such value.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Any, Final, TypeVar

from site_gen.decode.likely_date import likely_date
from site_gen.decode.likely_value import is_plain, likely_figure, likely_list, without_brackets
from site_gen.diagnostic import Fault
from site_gen.faults import (
    BAD_ADDRESS,
    BAD_BOOLEAN,
    BAD_DATE,
    BAD_NAME,
    BAD_NUMBER,
    BAD_PERCENT,
    BAD_SALARY,
    BAD_TIMELINE,
    COLON_IN_VALUE,
    EMPTY_VALUE,
    WRONG_TYPE,
)
from site_gen.links import scheme_of
from site_gen.model.duration import Months, likely_duration, parse_months
from site_gen.model.money import MoneyRange, likely_range, parse_money_range
from site_gen.model.pathway import PercentRange
from site_gen.nearest import listed, nearest
from site_gen.read.yaml_mistakes import quoted, ticked

Choice = TypeVar("Choice", bound=StrEnum)

ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
NO_LIST: Final = "a list belongs here"
NO_VALUE: Final = "the key has no value"
NO_VALUE_HELP: Final = "write a value after the colon, or remove the line"
LONGEST_SHOWN: Final = 60
"""Characters of a value that a message repeats."""

DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_END: Final = r"[+\-−]?[0-9]{1,3}"
_PERCENT: Final = re.compile(rf"(?P<low>{_END})\s?%?(?:\s?(?:[-–—]|to)\s?(?P<high>{_END}))?\s?%")
_GROWTH: Final = re.compile(r"[+\-−]?[0-9]{1,3}(?:\.[0-9]{1,3})?\s?%")
_NONE: Final = frozenset({"none", "no", "nothing", "n/a", "na", "-", "false", "not needed"})
_ADDRESS: Final = re.compile(r"https?://[^\s/<>\"'?#\[\]@\\%]+(?:[/?#][^\s<>\"]*)?")


class Refused(Exception):  # noqa: N818 - no error of the program: a fault of the text
    """A value that is none of its kind: the fault, what to say of it, and what to do.

    `write` is the value that would mend it, `safe` whether it means the same to everyone.
    """

    def __init__(self, fault: Fault, message: str, help: str, *, write: str | None = None, safe: bool = False) -> None:
        super().__init__(message)
        self.fault = fault
        self.message = message
        self.help = help
        self.write = write
        self.safe = safe


def shown(text: str) -> str:
    """A value as a message repeats it: cut where it is long."""
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN].rstrip()}…"


def as_text(value: Any) -> str:
    """Any text that is not empty."""
    if isinstance(value, str) and (text := " ".join(value.split())):
        return text
    if value is None or (isinstance(value, str) and not value.strip()):
        raise Refused(EMPTY_VALUE, NO_VALUE, NO_VALUE_HELP)
    if isinstance(value, dict):
        if len(value) == 1 and all(each is None or isinstance(each, str) for each in value.values()):
            key, rest = next(iter(value.items()))
            text = f"{key}: {rest or ''}".rstrip()
            raise Refused(
                COLON_IN_VALUE,
                f"the colon after `{shown(key)}` splits the text in two",
                f"put the text in quotes: `{quoted(text)}`",
            )
        raise Refused(WRONG_TYPE, "a text belongs here, not keys and values", "write one line of text")
    if isinstance(value, list):
        raise Refused(WRONG_TYPE, "a text belongs here, not a list", "write one line of text, without `[` or `-`")
    return " ".join(str(value).split())


def as_list(value: Any) -> list[Any]:
    """A list; one lone text is told how to become one."""
    if isinstance(value, list):
        return value
    if value is None:
        raise Refused(EMPTY_VALUE, "the key has no value", "write a list, `[one, two]`, or remove the line")
    text = without_brackets(value) if isinstance(value, str) else ""
    raise Refused(
        WRONG_TYPE,
        NO_LIST,
        f"write it as a list: {ticked(likely_list(text))}"
        if text and len(text) <= LONGEST_SHOWN
        else "write `[one, two]`",
        write=f"[{text}]" if is_plain(text) else None,
        safe=value == text and "," not in text,
    )


def as_id(value: Any) -> str:
    """The id of a role: what its file is called."""
    text = as_text(value)
    if ID.fullmatch(text):
        return text
    name = posixpath.basename(text).removesuffix(".md")
    suggestion = shown(re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-"))
    raise Refused(
        BAD_NAME,
        f"`{shown(text)}` is not the id of a role: an id has small letters, digits and hyphens",
        f"write `{suggestion}`, the name of the file in content/roles/ without `.md`"
        if suggestion
        else "write the name of a file in content/roles/ without `.md`",
        write=suggestion if ID.fullmatch(suggestion) else None,
    )


def one_of(kind: type[Choice], fault: Fault, what: str, *, required: bool = True) -> Callable[[Any], Choice]:
    """A reader of one of the words of an enumeration; one that isn't `required` is left out for `none`."""
    by_word = {each.value: each for each in kind}

    def read(value: Any) -> Choice:
        if isinstance(value, kind):
            return value
        text = as_text(value)
        folded = text.casefold().replace("_", " ")
        if folded in by_word:
            return by_word[folded]
        choices = listed(kind)
        if not required and folded in _NONE:
            raise Refused(
                fault, f"`{text}` is not {what}", f"leave the line out where there is none, or write {choices}"
            )
        guess = nearest(text, kind)
        raise Refused(
            fault,
            f"`{shown(text)}` is not {what}",
            f"write `{guess}` ({choices})" if guess else f"write {choices}",
            write=guess,
        )

    return read


def as_date(value: Any) -> date:
    """A day, `2026-11-22`."""
    if isinstance(value, date):
        return value
    text = as_text(value)
    if DATE.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError as error:
            example = "write a day that exists, as year, month and day: `2026-11-22`"
            raise Refused(BAD_DATE, f"`{text}` is not a day of the calendar", example) from error
    meant = likely_date(text)
    raise Refused(
        BAD_DATE,
        f"`{shown(text)}` is not a date",
        f"write year, month and day: `{meant or '2026-11-22'}`",
        write=meant,
        safe=meant is not None,
    )


def as_months(value: Any) -> Months:
    """A timeline, `9-12 months`."""
    if isinstance(value, Months):
        return value
    text = as_text(value)
    try:
        return parse_months(text)
    except ValueError as error:
        guess = likely_duration(text) or likely_duration(f"{text} months")
        example = guess if guess and guess.endswith(("month", "months")) and "." not in guess else "9-12 months"
        raise Refused(
            BAD_TIMELINE,
            f"`{shown(text)}` is not a number of months",
            f"write whole months, `{example}`, or leave the line out and it is computed",
            write=example if example == guess else None,
        ) from error


def as_salary(value: Any) -> str:
    """A range of money as text, checked: its currency is known only with its neighbours, so it is read again there."""
    text = as_text(value)
    try:
        parse_money_range(text)
    except ValueError as error:
        raise Refused(
            BAD_SALARY,
            f"`{shown(text)}` is not a range of money",
            _salary_help(text),
            write=likely_range(text) or None,
        ) from error
    return text


def _salary_help(text: str) -> str:
    example = likely_range(text) or "85000-140000"
    advice = f"write the low end, a hyphen and the high end, a year before tax: `{example}`"
    if re.search(r"[^\W\dkK]{3}|[¥₹₩₽₺₪₴₱฿]", re.sub(r"\bto\b", "", text)):
        return f"{advice}; a currency without a sign of its own here goes into the key `currency:`"
    return advice


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
        figures = re.findall(r"(?<![0-9.])[0-9]{1,3}(?:\.[0-9]+)?(?![0-9.])", text[:LONGEST_SHOWN])
        whole = 100 if figures and all(float(each) < 1 for each in figures) else 1
        rounded = [str(round(float(each) * whole)) for each in figures]
        sign = "-" if text.startswith(("-", "−")) else ""
        guess = f"{sign}{'-'.join(rounded)}%" if 0 < len(rounded) <= 2 else None
        example = guess or "40%"
        raise Refused(
            BAD_PERCENT,
            f"`{shown(text)}` is not a change in percent",
            f"write `{example}`: a whole figure or a range, then `%`",
            write=guess,
        )
    low = _signed(found["low"])
    high = _signed(found["high"]) if found["high"] else low
    if low > high and low > 0:
        guess = f"{found['high']}-{found['low']}%"
        raise Refused(
            BAD_PERCENT,
            f"`{shown(text)}` runs backwards",
            f"write the low end first: `{guess}`",
            write=guess,
        )
    if low > high:
        low, high = high, low  # a fall of five to ten percent is `-5 to -10%` to most
    return PercentRange(low=low, high=high)


def _signed(figure: str) -> int:
    return int(figure.replace("−", "-"))


def as_growth(value: Any) -> float:
    """A projected growth in percent, `15.8%`."""
    if isinstance(value, float):
        return value
    text = as_text(value)
    if not _GROWTH.fullmatch(text):
        raise Refused(
            BAD_PERCENT,
            f"`{shown(text)}` is not a percentage",
            "write the projected growth with its sign, `15.8%` or `-4.2%`",
        )
    return float(text.rstrip("% ").replace("−", "-"))


def whole(low: int, high: int, what: str) -> Callable[[Any], int]:
    """A reader of a whole number between two bounds, both included."""

    def read(value: Any) -> int:
        if isinstance(value, int):
            return value
        text = as_text(value)
        digits = re.sub(r"(?<=[0-9])[,_](?=[0-9]{3}(?![0-9]))", "", text)
        if digits.isascii() and digits.isdigit() and len(digits) < 12 and low <= int(digits) <= high:
            return int(digits)
        figure = likely_figure(text)
        is_of_a_year = "a year" not in what or not re.search(r"\b(?:mo|month|week|day|hour)", text)
        only = str(figure) if figure is not None and is_of_a_year and low <= figure <= high else None
        raise Refused(
            BAD_NUMBER,
            f"`{shown(text)}` is not {what}",
            f"write `{only}`, a whole number" if only else f"write a whole number from {low} to {high}",
            write=only,
        )

    return read


def as_boolean(value: Any) -> bool:
    """`true` or `false`."""
    if isinstance(value, bool):
        return value
    text = as_text(value)
    if text.casefold() in {"true", "false"}:
        return text.casefold() == "true"
    meant = {**dict.fromkeys(("yes", "y", "on", "1"), "true"), **dict.fromkeys(("no", "n", "off", "0"), "false")}
    guess = meant.get(text.casefold()) or nearest(text, ("true", "false"))
    raise Refused(
        BAD_BOOLEAN,
        f"`{shown(text)}` is neither true nor false",
        f"write `{guess}`" if guess else "write `true` or `false`",
        write=guess,
        safe=text.casefold() in meant,
    )


def as_address(value: Any) -> str:
    """A web address, `https://…`."""
    text = as_text(value)
    if _ADDRESS.fullmatch(text):
        return text
    whole_address = "https://" + re.sub(r"^(?:https?:)?/*", "", text, flags=re.IGNORECASE)
    is_host = "." in text.partition("/")[0] or scheme_of(text) in {"http", "https"}
    meant = is_host and len(text) <= LONGEST_SHOWN and _ADDRESS.fullmatch(whole_address) is not None
    raise Refused(
        BAD_ADDRESS,
        f"`{shown(text)}` is not a web address",
        f"write `{whole_address}`"
        if meant
        else "write the whole address, beginning with `https://`, without spaces, quotes, `<` or `>`",
        write=whole_address if meant else None,
    )


def as_correction_address(value: Any) -> str:
    """The address where a figure is corrected, `https://…/edit/main/{path}#L{line}`; `{line}` may be left out."""
    text = as_text(value)
    as_address(text.replace("{path}", "path").replace("{line}", "1"))
    if "{path}" not in text:
        raise Refused(
            BAD_ADDRESS,
            f"`{shown(text)}` does not say which file to correct",
            "write `{path}` where the file goes, such as `https://code.example/me/guides/edit/main/{path}#L{line}`",
        )
    return text


def as_old_address(value: Any) -> str:
    """An old address that leads here: a slug, or a path ending in `.html`."""
    text = as_text(value).strip("/")
    if ID.fullmatch(text) or re.fullmatch(r"(?:[a-z0-9][a-z0-9._-]*/)*[a-z0-9][a-z0-9._-]*\.html", text):
        return text
    raise Refused(
        BAD_ADDRESS,
        f"`{shown(text)}` is not an old address of this site",
        "write an old slug, `backend-to-algorithms`, or an old path, `guides/old-name.html`",
    )
