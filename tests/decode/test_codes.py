"""Codes that the world has agreed on: what is one, and what is written instead of what is none."""

from collections.abc import Callable
from typing import Any

import pytest

from site_gen.decode.codes import as_currency, as_language, as_occupation_code, as_period, as_release
from site_gen.decode.values import Refused

Validator = Callable[[Any], str]


@pytest.mark.parametrize(
    ("validate", "text"),
    [
        (as_currency, "USD"),
        (as_currency, " EUR "),
        (as_language, "en"),
        (as_language, "pt-BR"),
        (as_language, "zh-Hans-CN"),
        (as_language, "es-419"),
        (as_occupation_code, "15-1252"),
        (as_period, "2024-34"),
        (as_period, "2024–2034"),
        (as_release, "2025"),
        (as_release, "2025-05"),
        (as_release, "2025-05-15"),
    ],
)
def test_a_code_is_taken_as_it_is(validate: Validator, text: str) -> None:
    assert validate(text) == text.strip()


@pytest.mark.parametrize(
    ("validate", "text", "fault", "message", "help_text", "write", "safe"),
    [
        (as_currency, "usd", "bad-salary", "`usd` is not the code of a currency", "write `USD`", "USD", True),
        (as_currency, "€", "bad-salary", "`€` is not the code of a currency", "write `EUR`", "EUR", False),
        (
            as_currency,
            "dollars",
            "bad-salary",
            "`dollars` is not the code of a currency",
            "write its three letters: `USD`, `EUR`, `GBP`",
            None,
            False,
        ),
        (as_language, "English", "bad-language", "`English` is not the code of a language", "write `en`", "en", False),
        (
            as_language,
            "pt_BR",
            "bad-language",
            "`pt_BR` is not the code of a language",
            "write `pt-BR`",
            "pt-BR",
            False,
        ),
        (
            as_occupation_code,
            "151252",
            "bad-occupation-code",
            "`151252` is not an occupation code",
            "write two digits, a hyphen and four digits: `15-1252`",
            "15-1252",
            True,
        ),
        (
            as_occupation_code,
            "15–1252",
            "bad-occupation-code",
            "`15–1252` is not an occupation code",
            "write two digits, a hyphen and four digits: `15-1252`",
            "15-1252",
            True,
        ),
        (
            as_occupation_code,
            "15-12",
            "bad-occupation-code",
            "`15-12` is not an occupation code",
            "write two digits, a hyphen and four digits: `15-1252`",
            None,
            False,
        ),
        (
            as_period,
            "2034-24",
            "bad-period",
            "`2034-24` does not say which years are meant",
            "write the first and the last: `2024-34`",
            None,
            False,
        ),
        (
            as_release,
            "May 2025",
            "bad-date",
            "`May 2025` is not a year, month or day",
            "write `2025`, `2025-05` or `2025-05-15`",
            None,
            False,
        ),
        (
            as_release,
            "2025-02-30",
            "bad-date",
            "`2025-02-30` is not a day of the calendar",
            "write a day that exists, as year, month and day: `2026-11-22`",
            None,
            False,
        ),
    ],
)
def test_what_is_no_code_is_told_which_it_most_likely_is(
    validate: Validator, text: str, fault: str, message: str, help_text: str, write: str | None, safe: bool
) -> None:
    with pytest.raises(Refused) as raised:
        validate(text)
    told = raised.value
    assert (told.fault.name, told.message, told.help, told.write, told.safe) == (fault, message, help_text, write, safe)


@pytest.mark.parametrize("validate", [as_currency, as_language, as_occupation_code, as_period, as_release])
def test_a_code_that_is_empty_has_no_value(validate: Validator) -> None:
    with pytest.raises(Refused) as raised:
        validate(" ")
    assert raised.value.fault.name == "empty-value"
