"""Amounts of money become words: `$85k`, `$135,980`, `CHF 90k`."""

from __future__ import annotations

from typing import Final

from site_gen.model.money import SYMBOLS, MoneyRange

_SIGNS: Final = {currency: sign for sign, currency in SYMBOLS.items()}


def money(amount: float, currency: str) -> str:
    """An amount as precise as it is: `$85k`, `$112.5k`, else in full, `$135,980`."""
    if amount >= 1000 and amount % 100 == 0:
        return _signed(f"{amount / 1000:,.1f}".removesuffix(".0") + "k", currency)
    return _signed(f"{_half_up(amount):,}", currency)


def money_in_thousands(amount: float, currency: str) -> str:
    """An amount to the nearest thousand, for the ends of a bar: `$136k`."""
    if amount < 1000:
        return money(amount, currency)
    return _signed(f"{_half_up(amount / 1000):,}k", currency)


def money_range(both: MoneyRange) -> str:
    """Both ends of a range: `$85k–$140k`."""
    return f"{money(both.low, both.currency)}–{money(both.high, both.currency)}"


def money_stretch(both: MoneyRange) -> str:
    """Both ends of a range within a sentence: `$85k to $140k`."""
    return f"{money(both.low, both.currency)} to {money(both.high, both.currency)}"


def _signed(figure: str, currency: str) -> str:
    sign = _SIGNS.get(currency)
    return f"{sign}{figure}" if sign else f"{currency}\N{NO-BREAK SPACE}{figure}"


def _half_up(amount: float) -> int:
    return int(amount + 0.5)
