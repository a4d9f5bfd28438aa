"""Monthly figures and digits too many: told at the pay, once, instead of the change that they give."""

from pathlib import Path

import pytest

from tests.checks.found import GUIDE, Found, found, found_by, guide, role

HELP = "write what is paid a year before tax, all digits and no more: monthly pay times 12"


def salary(origin: str, target: str) -> str:
    return f"salary: {{ from: {origin}, to: {target}, source: Mine }}"


@pytest.mark.parametrize(
    ("origin", "target"),
    [
        pytest.param("85000-140000", "120000-230000", id="a raise"),
        pytest.param("120000-230000", "24000-40000", id="a fall to a fifth"),
        pytest.param("30000-240000", "30000-240000", id="a wide range"),
    ],
)
def test_pay_that_can_be_meant_is_not_reported(tmp_path: Path, origin: str, target: str) -> None:
    assert found_by("implausible_pay", tmp_path, {GUIDE: guide(salary(origin, target))}) == []


@pytest.mark.parametrize(
    ("origin", "target", "message"),
    [
        pytest.param(
            "7000-11600", "85000-140000", "7000-11600 and 85000-140000 lie a factor of 12 apart", id="monthly pay"
        ),
        pytest.param(
            "85000-140000", "7000-11600", "85000-140000 and 7000-11600 lie a factor of 12 apart", id="monthly to"
        ),
        pytest.param(
            "85000-1400000", "90000-150000", "the pay of 85000-1400000 spans a factor of 16", id="a nought too many"
        ),
    ],
)
def test_pay_that_can_hardly_be_meant_is_reported_once(tmp_path: Path, origin: str, target: str, message: str) -> None:
    text = guide(f"{salary(origin, target)}\nsalary_change: 40%")
    assert found(tmp_path, {GUIDE: text}) == [Found("implausible-pay", f"{GUIDE}:7:9+1", message, HELP)]


def test_a_role_without_its_thousands_is_reported_at_its_pay(tmp_path: Path) -> None:
    files = {"roles/baker.md": role("Baker", "salary: { low: 50, median: 65, high: 80, source: Mine }")}
    assert [(each.place, each.message) for each in found_by("implausible_pay", tmp_path, files)] == [
        ("roles/baker.md:4:9+1", "the pay of 50-80 is below 1000 a year")
    ]


def test_ranges_in_two_currencies_are_not_compared(tmp_path: Path) -> None:
    assert found_by("implausible_pay", tmp_path, {GUIDE: guide(salary("$7k-$11k", "€90k-€140k"))}) == []
