"""Codes that the world has agreed on: of currencies, languages and occupations, and the years of releases.

Functions like those of `values`: a text becomes the code, or a fault with its help.
"""

from __future__ import annotations

import re
from typing import Any, Final

from site_gen.decode.values import DATE, Refused, as_date, as_text, shown
from site_gen.faults import BAD_DATE, BAD_LANGUAGE, BAD_OCCUPATION, BAD_PERIOD, BAD_SALARY
from site_gen.model.money import SYMBOLS

_MONTH: Final = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?")
_OCCUPATION: Final = re.compile(r"[0-9]{2}-[0-9]{4}")
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?")
_PERIOD: Final = re.compile(r"(?P<first>[0-9]{4})[-–](?P<last>[0-9]{4}|[0-9]{2})")
_CURRENCY: Final = re.compile(r"[A-Z]{3}")
_LANGUAGES: Final = {
    "arabic": "ar",
    "chinese": "zh",
    "deutsch": "de",
    "dutch": "nl",
    "english": "en",
    "español": "es",
    "français": "fr",
    "french": "fr",
    "german": "de",
    "hindi": "hi",
    "italian": "it",
    "japanese": "ja",
    "korean": "ko",
    "polish": "pl",
    "portuguese": "pt",
    "spanish": "es",
    "turkish": "tr",
    "ukrainian": "uk",
}


def as_currency(value: Any) -> str:
    """A currency by its ISO 4217 code, `USD`."""
    text = as_text(value)
    if _CURRENCY.fullmatch(text):
        return text
    guess = SYMBOLS.get(text) or (text.upper() if _CURRENCY.fullmatch(text.upper()) else None)
    raise Refused(
        BAD_SALARY,
        f"`{shown(text)}` is not the code of a currency",
        f"write `{guess}`" if guess else "write its three letters: `USD`, `EUR`, `GBP`",
        write=guess,
        safe=guess == text.upper(),
    )


def as_language(value: Any) -> str:
    """The code of a language, `en` or `pt-BR` (BCP 47: language, script, region)."""
    text = as_text(value)
    if _LANGUAGE.fullmatch(text):
        return text
    guess = _LANGUAGES.get(text.casefold()) or (
        text.replace("_", "-") if _LANGUAGE.fullmatch(text.replace("_", "-")) else None
    )
    raise Refused(
        BAD_LANGUAGE,
        f"`{shown(text)}` is not the code of a language",
        f"write `{guess}`" if guess else "write its two or three letters, and a region where it matters: `en`, `pt-BR`",
        write=guess,
    )


def as_occupation_code(value: Any) -> str:
    """An occupation code of the 2018 SOC, `15-1252`."""
    text = as_text(value)
    if _OCCUPATION.fullmatch(text):
        return text
    digits = re.sub(r"[\s.–—−]", "", text)
    meant = f"{digits[:2]}-{digits[2:]}" if re.fullmatch(r"[0-9]{6}", digits) else None
    raise Refused(
        BAD_OCCUPATION,
        f"`{shown(text)}` is not an occupation code",
        f"write two digits, a hyphen and four digits: `{meant or '15-1252'}`",
        write=meant,
        safe=meant is not None,
    )


def as_period(value: Any) -> str:
    """The years that a projection spans, `2024-34`."""
    text = as_text(value)
    found = _PERIOD.fullmatch(text)
    if found and int(found["last"]) > int(found["first"][-len(found["last"]) :]):
        return text
    raise Refused(
        BAD_PERIOD, f"`{shown(text)}` does not say which years are meant", "write the first and the last: `2024-34`"
    )


def as_release(value: Any) -> str:
    """The date of a release: a year, a month or a day."""
    text = as_text(value)
    if _MONTH.fullmatch(text):
        return text
    if DATE.fullmatch(text):
        return as_date(text).isoformat()
    raise Refused(BAD_DATE, f"`{shown(text)}` is not a year, month or day", "write `2025`, `2025-05` or `2025-05-15`")
