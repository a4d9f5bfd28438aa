"""Amounts of money become words: `$85k`, `$135,980`, `CHF 90k`."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from site_gen.model.money import SYMBOLS

_SIGNS: Final = {currency: sign for sign, currency in SYMBOLS.items()}


def money(amount: float, currency: str) -> str:
    """An amount as precise as it is: `$85k`, `$112.5k`, else in full, `$135,980`."""
    return amounts((amount,), currency)[0]


def amounts(figures: tuple[float, ...], currency: str) -> tuple[str, ...]:
    """Amounts read together and so written alike: all in thousands where that loses nothing, else in full."""
    short = tuple([_thousands(each, currency) for each in figures])
    if "" in short:
        return tuple(_signed(f"{_half_up(each):,}", currency) for each in figures)
    return short


def in_full(amount: float, currency: str) -> str:
    """An amount to the last unit, whatever the others are: `$104,000`."""
    return _signed(f"{_half_up(amount):,}", currency)


# Pay is mostly said in round figures, which are few.
@lru_cache(maxsize=4096)
def _thousands(amount: float, currency: str) -> str:
    """An amount in thousands; empty where that would lose some of it."""
    if amount < 1000 or amount % 500 != 0:
        return ""
    return _signed(f"{amount / 1000:,.1f}".removesuffix(".0") + "k", currency)


@lru_cache(maxsize=4096)
def money_in_thousands(amount: float, currency: str) -> str:
    """An amount to the nearest thousand, for the ends of a bar: `$136k`."""
    if amount < 1000:
        return money(amount, currency)
    return _signed(f"{_half_up(amount / 1000):,}k", currency)


def _signed(figure: str, currency: str) -> str:
    sign = _SIGNS.get(currency)
    return f"{sign}{figure}" if sign else f"{currency}\N{NO-BREAK SPACE}{figure}"


def _half_up(amount: float) -> int:
    return int(amount + 0.5)
