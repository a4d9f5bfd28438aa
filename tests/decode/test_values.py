"""One value at a time: what is plain is read, what is not is refused with what to write."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from site_gen.decode.codes import as_currency, as_occupation_code, as_release
from site_gen.decode.values import (
    as_address,
    as_boolean,
    as_date,
    as_growth,
    as_id,
    as_list,
    as_months,
    as_old_address,
    as_percent,
    as_salary,
    as_text,
    one_of,
    whole,
)
from site_gen.faults import UNKNOWN_DIFFICULTY, UNKNOWN_GATE
from site_gen.model.duration import Months
from site_gen.model.pathway import Difficulty, Gate, PercentRange
from tests.decode.refusing import refused

Validate = Callable[[Any], Any]
difficulty = one_of(Difficulty, UNKNOWN_DIFFICULTY, "a difficulty")
gate = one_of(Gate, UNKNOWN_GATE, "a gate", required=False)
hours = whole(1, 80, "a number of hours a week")


@pytest.mark.parametrize(
    ("validate", "value", "expected"),
    [
        pytest.param(as_text, "  a\n  b\u00a0c ", "a b c", id="spaces of a text are one space"),
        pytest.param(as_text, "no", "no", id="a word that YAML has other plans for"),
        pytest.param(as_list, ["a"], ["a"], id="list"),
        pytest.param(as_list, [], [], id="empty list"),
        pytest.param(as_id, "backend-developer", "backend-developer", id="id"),
        pytest.param(as_id, "web3", "web3", id="id with a digit"),
        pytest.param(difficulty, "Very_Challenging", Difficulty.VERY_CHALLENGING, id="word in another case"),
        pytest.param(as_date, "2026-11-22", date(2026, 11, 22), id="day"),
        pytest.param(as_months, "9-12 months", Months(low=9, high=12), id="months"),
        pytest.param(as_salary, "$85k-$140k", "$85k-$140k", id="salary"),
        pytest.param(as_salary, "85\u00a0000-140\u00a0000", "85 000-140 000", id="salary with no-break spaces"),
        pytest.param(as_percent, "40%", PercentRange(low=40, high=40), id="percent"),
        pytest.param(as_percent, "40 – 60 %", PercentRange(low=40, high=60), id="range of percent"),
        pytest.param(as_percent, "-5% to -10%", PercentRange(low=-10, high=-5), id="falls, the smaller one first"),
        pytest.param(as_percent, "-10% to -5%", PercentRange(low=-10, high=-5), id="range of falls"),
        pytest.param(as_percent, "−5-+5%", PercentRange(low=-5, high=5), id="true minus"),
        pytest.param(as_growth, "15.8 %", 15.8, id="growth"),
        pytest.param(as_growth, "−4.2%", -4.2, id="fall"),
        pytest.param(hours, "10", 10, id="whole number"),
        pytest.param(whole(0, 99_999, "x"), "1,200", 1200, id="comma between thousands"),
        pytest.param(whole(0, 99_999, "x"), "12_000", 12000, id="underscore between thousands"),
        pytest.param(as_boolean, "True", True, id="true"),
        pytest.param(as_boolean, "false", False, id="false"),
        pytest.param(as_address, "https://x.y/é?a=b#c", "https://x.y/é?a=b#c", id="address"),
        pytest.param(as_address, "http://localhost:8000", "http://localhost:8000", id="address with a port"),
        pytest.param(as_currency, "CHF", "CHF", id="currency"),
        pytest.param(as_occupation_code, "15-1252", "15-1252", id="occupation"),
        pytest.param(as_release, "2025", "2025", id="year"),
        pytest.param(as_release, "2025-05", "2025-05", id="month"),
        pytest.param(as_release, "2025-05-15", "2025-05-15", id="release on a day"),
        pytest.param(as_old_address, "/old-slug/", "old-slug", id="old slug"),
        pytest.param(as_old_address, "guides/v1.2/old_name.html", "guides/v1.2/old_name.html", id="old path"),
    ],
)
def test_plain_value_is_read(validate: Validate, value: Any, expected: object) -> None:
    assert validate(value) == expected


LINE = "write a value after the colon, or remove the line"


@pytest.mark.parametrize(
    ("validate", "value", "expected"),
    [
        pytest.param(as_text, None, f"empty-value: the key has no value -- {LINE}", id="none"),
        pytest.param(as_text, " \u00a0 ", f"empty-value: the key has no value -- {LINE}", id="spaces"),
        pytest.param(
            as_text,
            ["a"],
            "wrong-type: a text belongs here, not a list -- write one line of text, without `[` or `-`",
            id="list",
        ),
        pytest.param(
            as_text,
            {"a": "b", "c": "d"},
            "wrong-type: a text belongs here, not keys and values -- write one line of text",
            id="map",
        ),
        pytest.param(
            as_text,
            {"a": ["b"]},
            "wrong-type: a text belongs here, not keys and values -- write one line of text",
            id="deep map",
        ),
        pytest.param(
            as_text,
            {"Coursera": 'the "best"'},
            "colon-in-value: the colon after `Coursera` splits the text in two -- "
            'put the text in quotes: `"Coursera: the \\"best\\""`',
            id="colon",
        ),
        pytest.param(
            as_text,
            {"a": None},
            'colon-in-value: the colon after `a` splits the text in two -- put the text in quotes: `"a:"`',
            id="colon at the end",
        ),
        pytest.param(
            as_list,
            None,
            "empty-value: the key has no value -- write a list, `[one, two]`, or remove the line",
            id="no list",
        ),
        pytest.param(
            as_list, "a, b", "wrong-type: a list belongs here -- write it as a list: `[a, b]`", id="text for a list"
        ),
        pytest.param(
            as_list, "a" * 61, "wrong-type: a list belongs here -- write `[one, two]`", id="a text too long to repeat"
        ),
        pytest.param(as_list, {"a": "b"}, "wrong-type: a list belongs here -- write `[one, two]`", id="map for a list"),
        pytest.param(
            difficulty,
            "chalenging",
            "unknown-difficulty: `chalenging` is not a difficulty -- "
            "write `challenging` (easy, moderate, challenging or very challenging)",
            id="misspelt",
        ),
        pytest.param(
            difficulty,
            "brutal",
            "unknown-difficulty: `brutal` is not a difficulty -- write easy, moderate, challenging or very challenging",
            id="unknown",
        ),
        pytest.param(
            gate,
            "None",
            "unknown-gate: `None` is not a gate -- "
            "leave the line out where there is none, or write certificate, licence or degree",
            id="no gate",
        ),
        pytest.param(
            difficulty,
            "none",
            "unknown-difficulty: `none` is not a difficulty -- write easy, moderate, challenging or very challenging",
            id="no difficulty",
        ),
        pytest.param(
            as_percent,
            "60-40%",
            "bad-percent: `60-40%` runs backwards -- write the low end first: `40-60%`",
            id="range that runs backwards",
        ),
        pytest.param(
            as_date,
            "22.11.2026",
            "bad-date: `22.11.2026` is not a date -- write year, month and day: `2026-11-22`",
            id="another order",
        ),
        pytest.param(
            as_date,
            "2026-1-2",
            "bad-date: `2026-1-2` is not a date -- write year, month and day: `2026-01-02`",
            id="one digit",
        ),
        pytest.param(
            as_date,
            "2026-02-30",
            "bad-date: `2026-02-30` is not a day of the calendar -- "
            "write a day that exists, as year, month and day: `2026-11-22`",
            id="no such day",
        ),
        pytest.param(
            as_date,
            "٢٠٢٦-11-22",
            "bad-date: `٢٠٢٦-11-22` is not a date -- write year, month and day: `2026-11-22`",
            id="other digits",
        ),
        pytest.param(
            as_months,
            "9-12",
            "bad-timeline: `9-12` is not a number of months -- "
            "write whole months, `9-12 months`, or leave the line out and it is computed",
            id="no unit",
        ),
        pytest.param(
            as_months,
            "1 year",
            "bad-timeline: `1 year` is not a number of months -- "
            "write whole months, `12 months`, or leave the line out and it is computed",
            id="years",
        ),
        pytest.param(
            as_months,
            "36 weeks",
            "bad-timeline: `36 weeks` is not a number of months -- "
            "write whole months, `9-12 months`, or leave the line out and it is computed",
            id="weeks",
        ),
        pytest.param(
            as_salary,
            "€50.000-€70.000",
            "bad-salary: `€50.000-€70.000` is not a range of money -- "
            "write the low end, a hyphen and the high end, a year before tax: `€50000-€70000`",
            id="dots between thousands",
        ),
        pytest.param(
            as_salary,
            "CHF 90k-120k",
            "bad-salary: `CHF 90k-120k` is not a range of money -- "
            "write the low end, a hyphen and the high end, a year before tax: `90000-120000`; a "
            "currency without a sign of its own here goes into the key `currency:`",
            id="currency in letters",
        ),
        pytest.param(
            as_salary,
            "competitive"[:2],
            "bad-salary: `co` is not a range of money -- "
            "write the low end, a hyphen and the high end, a year before tax: `85000-140000`",
            id="no figures",
        ),
        pytest.param(
            as_percent,
            "40",
            "bad-percent: `40` is not a change in percent -- write `40%`: a whole figure or a range, then `%`",
            id="no sign",
        ),
        pytest.param(
            as_percent,
            "0.4",
            "bad-percent: `0.4` is not a change in percent -- write `40%`: a whole figure or a range, then `%`",
            id="a part of one",
        ),
        pytest.param(
            as_percent,
            "-5",
            "bad-percent: `-5` is not a change in percent -- write `-5%`: a whole figure or a range, then `%`",
            id="fall without a sign",
        ),
        pytest.param(
            as_percent,
            "40.5%",
            "bad-percent: `40.5%` is not a change in percent -- write `40%`: a whole figure or a range, then `%`",
            id="fraction",
        ),
        pytest.param(
            as_percent,
            "a lot",
            "bad-percent: `a lot` is not a change in percent -- write `40%`: a whole figure or a range, then `%`",
            id="words",
        ),
        pytest.param(
            as_growth,
            "15,8%",
            "bad-percent: `15,8%` is not a percentage -- write the projected growth with its sign, `15.8%` or `-4.2%`",
            id="comma",
        ),
        pytest.param(
            hours,
            "0",
            "bad-number: `0` is not a number of hours a week -- write a whole number from 1 to 80",
            id="too few",
        ),
        pytest.param(
            whole(1, 99_999_999, "an amount of money a year"),
            "$105,210",
            "bad-number: `$105,210` is not an amount of money a year -- write `105210`, a whole number",
            id="money with its sign",
        ),
        pytest.param(
            whole(1, 99_999_999, "an amount of money a year"),
            "5000/month",
            "bad-number: `5000/month` is not an amount of money a year -- write a whole number from 1 to 99999999",
            id="money of another time",
        ),
        pytest.param(
            hours,
            "81",
            "bad-number: `81` is not a number of hours a week -- write a whole number from 1 to 80",
            id="too many",
        ),
        pytest.param(
            hours,
            "1,0",
            "bad-number: `1,0` is not a number of hours a week -- write a whole number from 1 to 80",
            id="comma that is no group",
        ),
        pytest.param(
            hours,
            "²",
            "bad-number: `²` is not a number of hours a week -- write a whole number from 1 to 80",
            id="no decimal digit",
        ),
        pytest.param(
            hours,
            "9" * 5000,
            f"bad-number: `{'9' * 60}…` is not a number of hours a week -- write a whole number from 1 to 80",
            id="more digits than int reads",
        ),
        pytest.param(as_boolean, "yes", "bad-boolean: `yes` is neither true nor false -- write `true`", id="yes"),
        pytest.param(
            as_boolean, "flase", "bad-boolean: `flase` is neither true nor false -- write `false`", id="misspelt false"
        ),
        pytest.param(
            as_boolean, "maybe", "bad-boolean: `maybe` is neither true nor false -- write `true` or `false`", id="maybe"
        ),
        pytest.param(
            as_currency, "usd", "bad-salary: `usd` is not the code of a currency -- write `USD`", id="small letters"
        ),
        pytest.param(as_currency, "€", "bad-salary: `€` is not the code of a currency -- write `EUR`", id="sign"),
        pytest.param(
            as_currency,
            "dollars",
            "bad-salary: `dollars` is not the code of a currency -- write its three letters: `USD`, `EUR`, `GBP`",
            id="word",
        ),
        pytest.param(
            as_occupation_code,
            "151252",
            "bad-occupation-code: `151252` is not an occupation code -- "
            "write two digits, a hyphen and four digits: `15-1252`",
            id="no hyphen",
        ),
        pytest.param(
            as_release,
            "May 2025",
            "bad-date: `May 2025` is not a year, month or day -- write `2025`, `2025-05` or `2025-05-15`",
            id="month in letters",
        ),
        pytest.param(
            as_release,
            "2025-13",
            "bad-date: `2025-13` is not a year, month or day -- write `2025`, `2025-05` or `2025-05-15`",
            id="thirteenth month",
        ),
        pytest.param(
            as_release,
            "2025-02-31",
            "bad-date: `2025-02-31` is not a day of the calendar -- "
            "write a day that exists, as year, month and day: `2026-11-22`",
            id="release on no day",
        ),
    ],
)
def test_other_value_is_refused_with_what_to_write(validate: Validate, value: Any, expected: str) -> None:
    assert refused(validate, value) == expected
