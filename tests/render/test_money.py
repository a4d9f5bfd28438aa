"""Amounts of money as words."""

import pytest

from site_gen.render.money import amounts, money, money_in_thousands


@pytest.mark.parametrize(
    ("amount", "currency", "words"),
    [
        pytest.param(85_000, "USD", "$85k", id="whole-thousands"),
        pytest.param(112_500, "USD", "$112.5k", id="half-a-thousand"),
        pytest.param(135_980, "USD", "$135,980", id="in-full-where-thousands-would-lose-something"),
        pytest.param(1_250_000, "EUR", "€1,250k", id="millions-stay-in-thousands"),
        pytest.param(900, "GBP", "£900", id="less-than-a-thousand"),
        pytest.param(90_000, "CHF", "CHF\N{NO-BREAK SPACE}90k", id="a-currency-without-a-sign"),
    ],
)
def test_amount_is_as_precise_as_it_is(amount: int, currency: str, words: str) -> None:
    assert money(amount, currency) == words


def test_amounts_read_together_are_written_alike() -> None:
    assert amounts((103_570, 188_000), "USD") == ("$103,570", "$188,000")
    assert amounts((103_000, 188_500), "USD") == ("$103k", "$188.5k")


@pytest.mark.parametrize(("amount", "words"), [(135_500, "$136k"), (135_499, "$135k"), (999, "$999")])
def test_ends_of_bars_are_to_the_nearest_thousand(amount: int, words: str) -> None:
    assert money_in_thousands(amount, "USD") == words
