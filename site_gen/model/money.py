"""Money as whole units a year, ranges of it, and what an author may write for them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

SYMBOLS: Final = {"$": "USD", "€": "EUR", "£": "GBP"}
_AMOUNT: Final = r"(?P<{0}sign>[$€£]?)\s?(?P<{0}figure>\d[\d,_ ]*(?:\.\d+)?)\s?(?P<{0}kilo>[kK]?)"
_RANGE: Final = re.compile(_AMOUNT.format("low_") + r"\s*(?:-|–|to)\s*" + _AMOUNT.format("high_"))


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Pay:
    """What a role pays: a range, its median where the source gives one, and where the figures come from.

    `place` is the country or region, `source` and `release` the publisher and its release (`2025-05`); empty when unknown.
    """

    range: MoneyRange
    median: int | None = None
    place: str = ""
    source: str = ""
    release: str = ""


def parse_money_range(text: str, *, currency: str = "USD") -> MoneyRange:
    """Read `85000-140000`, `$85k-$140k` or `85k-140k`; a sign names the currency, else it is `currency`.

    Raises ValueError when the text is no range, mixes currencies, runs backwards or is not above zero.
    """
    found = _RANGE.fullmatch(text.strip())
    if found is None:
        message = "not a range of money"
        raise ValueError(message)
    signs = {found["low_sign"], found["high_sign"]} - {""}
    if len(signs) > 1:
        message = "two currencies in one range"
        raise ValueError(message)
    kilo = bool(found["low_kilo"] or found["high_kilo"])
    low = _amount(found["low_figure"], kilo=kilo)
    high = _amount(found["high_figure"], kilo=kilo)
    return MoneyRange(low=low, high=high, currency=SYMBOLS[signs.pop()] if signs else currency)


def _amount(figure: str, *, kilo: bool) -> int:
    value = float(re.sub(r"[,_ ]", "", figure))
    return round(value * 1000 if kilo and value < 1000 else value)  # noqa: PLR2004 - `85-140k` means 85k
