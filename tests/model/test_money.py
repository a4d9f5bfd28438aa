"""Ranges of pay as authors write them: read where there is one meaning, refused with a proposal where there are two."""

import pytest

from site_gen.model.money import MoneyRange, likely_range, parse_money_range


@pytest.mark.parametrize(
    "text",
    [
        "85000-140000",
        "85,000-140,000",
        "85 000 - 140 000",
        "85_000-140_000",
        "85k-140k",
        "85K–140K",
        "85-140k",
        "85k-140000",
        "85000—140000",
        "85 to 140k",
        "85.0k-140.00k",
    ],
)
def test_range_is_read(text: str) -> None:
    assert parse_money_range(text, currency="EUR") == MoneyRange(low=85000, high=140000, currency="EUR")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$85k–$140k", MoneyRange(low=85000, high=140000, currency="USD")),
        ("$ 85k - 140k", MoneyRange(low=85000, high=140000, currency="USD")),
        ("€50000-€70000", MoneyRange(low=50000, high=70000, currency="EUR")),
        ("£40.5k-60k", MoneyRange(low=40500, high=60000, currency="GBP")),
        ("900-1200k", MoneyRange(low=900000, high=1200000, currency="CHF")),
        ("999k-1000k", MoneyRange(low=999000, high=1000000, currency="CHF")),
        ("90000-90000", MoneyRange(low=90000, high=90000, currency="CHF")),
        ("1000-99999999", MoneyRange(low=1000, high=99999999, currency="CHF")),
    ],
)
def test_sign_names_the_currency_before_the_site_does(text: str, expected: MoneyRange) -> None:
    assert parse_money_range(text, currency="CHF") == expected


@pytest.mark.parametrize(
    ("text", "proposal"),
    [
        pytest.param("85-140", "85000-140000", id="thousands or not"),
        pytest.param("€50.000-€70.000", "€50000-€70000", id="a dot between thousands"),
        pytest.param("85.000,00-140.000,00", "85000-140000", id="dots and commas"),
        pytest.param("85,00-140,00", "85000-140000", id="a comma that is no group"),
        pytest.param("140000-85000", "85000-140000", id="backwards"),
        pytest.param("140k-85k", "85000-140000", id="backwards in thousands"),
        pytest.param("85k$-140k$", "$85000-$140000", id="the sign behind"),
        pytest.param("$85k-€140k", "85000-140000", id="two currencies"),
        pytest.param("CHF 90k-120k", "90000-120000", id="a currency in letters"),
        pytest.param("$85000-$140000/yr", "$85000-$140000", id="a year spelt out"),
        pytest.param("85000.50-140000.75", "85000-140000", id="cents"),
        pytest.param("85000", None, id="one end"),
        pytest.param("85k+", None, id="open end"),
        pytest.param("1-2-3", None, id="three ends"),
        pytest.param("1.2M-2M", None, id="millions"),
        pytest.param("0-0", None, id="nothing"),
        pytest.param("1000-100000000", None, id="more than anyone earns"),
        pytest.param("9" * 400 + "-" + "9" * 401, None, id="more digits than a float has"),
        pytest.param("٨٥٠٠٠-٩٠٠٠٠", None, id="digits of another script"),
        pytest.param("", None, id="empty"),
        pytest.param("competitive", None, id="a word"),
    ],
)
def test_other_text_is_refused_with_a_proposal(text: str, proposal: str | None) -> None:
    with pytest.raises(ValueError, match=r"range|currencies"):
        parse_money_range(text)
    assert likely_range(text) == proposal
    if proposal is not None:
        assert parse_money_range(proposal).low >= 1000


@pytest.mark.parametrize(("low", "high"), [(2, 1), (0, 1), (-1, 1)])
def test_range_never_runs_backwards_or_below_one(low: int, high: int) -> None:
    with pytest.raises(ValueError, match=f"a range of money runs from {low} to {high}"):
        MoneyRange(low=low, high=high)


def test_middle_lies_between_the_ends() -> None:
    assert MoneyRange(low=1, high=2).middle == 1.5
