"""Money as whole units a year, ranges of it, and what an author may write for them."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import Final

from site_gen.record import record

SYMBOLS: Final = {"$": "USD", "€": "EUR", "£": "GBP"}
LEAST: Final = 1_000
"""No role pays less in a year: `85-140` leaves out the thousands."""

MOST: Final = 99_999_999
WIDEST: Final = 9
"""From the bottom to the top of an occupation, tenth to ninetieth percentile, pay grows by a factor of 2 to 5."""

LARGEST_STEP: Final = 6
"""Twelve, or ten, is what a monthly figure or a digit too many makes; no change of job in the data reaches six."""


def _amount(end: str) -> str:
    """The pattern of one end of a range: a sign, then thousands (`85.5k`) or a whole figure (`85000`, `85,000`)."""
    thousands = rf"(?P<{end}_thousands>[0-9]{{1,5}}(?:\.[0-9]{{1,2}})?)\s?[kK]"
    figure = rf"(?P<{end}_figure>[0-9]{{1,3}}(?:[, _][0-9]{{3}}){{1,2}}|[0-9]{{1,8}})"
    return rf"(?P<{end}_sign>[$€£]?)\s?(?:{thousands}|{figure})"


_RANGE: Final = re.compile(_amount("low") + r"\s*(?:[-–—−]|to)\s*" + _amount("high"))
_FIGURE: Final = re.compile(r"([0-9]+(?:[.,_ ][0-9]+)*)\s?([kK]?)")


@record
class MoneyRange:
    """From `low` to `high`, in whole units of `currency` (ISO 4217) a year before tax; low is never above high."""

    low: int
    high: int
    currency: str = "USD"

    def __post_init__(self) -> None:
        """Refuse a range that runs backwards."""
        if not 0 < self.low <= self.high:
            message = f"a range of money runs from {self.low} to {self.high}"
            raise ValueError(message)

    @property
    def middle(self) -> float:
        """The mid-point, which is not a median and must not be called one."""
        return (self.low + self.high) / 2


def implausible(money: MoneyRange) -> str:
    """Why a range can hardly be the pay of a year, as the end of a sentence; empty where it can."""
    if money.low < LEAST:
        return f"is below {LEAST} a year"
    factor = money.high // money.low
    return f"spans a factor of {factor}" if factor >= WIDEST else ""


def implausible_step(old: MoneyRange, new: MoneyRange) -> int:
    """The factor between two ranges that can hardly be two jobs of one life; 0 where it can."""
    factor = max(new.low // old.low, new.high // old.high, old.low // new.low, old.high // new.high)
    return factor if factor >= LARGEST_STEP else 0


@record
class Pay:
    """What a role pays: a range, its median where the source gives one, and where the figures come from.

    `spread` says what the two ends are, such as `25th to 75th percentile`; `place` is the country or region, `source`
    and `release` the publisher and its release (`2025-05`). All four are empty when unknown.
    """

    range: MoneyRange
    median: int | None = None
    spread: str = ""
    place: str = ""
    source: str = ""
    release: str = ""


def parse_money_range(text: str, *, currency: str = "USD") -> MoneyRange:
    """Read `85000-140000`, `$85k-$140k` or `85k-140k`; a sign names the currency, else it is `currency`.

    Raises ValueError when the text is no range, mixes currencies, runs backwards or can't be a year's pay.
    """
    low, high, signed = _parse(text)
    return MoneyRange(low=low, high=high, currency=signed or currency)


@lru_cache(maxsize=1024)  # a range is read when it is checked, and again when its currency is known
def _parse(text: str) -> tuple[int, int, str]:
    """The two ends of a range in whole units, and the currency of its signs; empty where it has none."""
    found = _RANGE.fullmatch(text.strip())
    if found is None:
        message = "not a range of money"
        raise ValueError(message)
    signs = {found["low_sign"], found["high_sign"]} - {""}
    if len(signs) > 1:
        message = "two currencies in one range"
        raise ValueError(message)
    thousands = bool(found["low_thousands"] or found["high_thousands"])
    low, high = (_units(found[f"{end}_figure"], found[f"{end}_thousands"], thousands) for end in ("low", "high"))
    if not LEAST <= low <= high <= MOST:
        message = f"no range of a year's pay runs from {low} to {high}"
        raise ValueError(message)
    return low, high, SYMBOLS[signs.pop()] if signs else ""


def _units(figure: str | None, thousands: str | None, beside_thousands: bool) -> int:
    """Whole units of one end; a small figure beside thousands means thousands too: `85-140k`."""
    if thousands is not None:
        return round(Fraction(thousands) * 1000)
    digits = figure or ""
    whole = int(digits if digits.isdecimal() else re.sub(r"[, _]", "", digits))
    return whole * 1000 if beside_thousands and whole < LEAST else whole


def likely_range(text: str) -> str | None:
    """What to write instead of `€50.000-€70.000`, `85-140` or `140k-85k`; None when two amounts can't be made out."""
    found = _FIGURE.findall(text[:100])
    if len(found) != 2 or re.search(r"[0-9]\s?[mM]", text):
        return None
    amounts = [_likely_amount(figure, bool(kilo)) for figure, kilo in found]
    if any(kilo for _, kilo in found) or max(amounts) < LEAST:
        amounts = [each * 1000 if each < LEAST else each for each in amounts]
    low, high = sorted(amounts)
    signs = set(text) & set(SYMBOLS)
    sign = signs.pop() if len(signs) == 1 else ""
    return f"{sign}{low}-{sign}{high}" if low >= LEAST and high <= MOST else None


def _likely_amount(figure: str, kilo: bool) -> int:
    parts = re.split(r"[.,_ ]", figure)
    grouped = all(len(part) == 3 for part in parts[1:])
    whole = int("".join(parts) if grouped else parts[0])
    return whole * 1000 if kilo else whole
