"""The nearest titles of a table: the right one is among the first, chance is not offered."""

import pytest

from site_gen.scaffold.occupations import OccupationFigures, read_occupations
from site_gen.scaffold.titles import nearest_titles, of_that_name
from tests.scaffold.tables import CSV, TABLE
from tests.sites import CONTENT

SMALL, _ = read_occupations(CSV, TABLE, "")
WHOLE, _ = read_occupations((CONTENT / "occupations.csv").read_text("utf-8"), TABLE, "")


def titles(occupations: list[OccupationFigures]) -> list[str]:
    return [each.title for each in occupations]


def test_best_comes_first_and_no_more_than_asked() -> None:
    assert titles(nearest_titles("Data Architect", SMALL)) == ["Database Architects", "Data Scientists"]
    assert titles(nearest_titles("Data Architect", SMALL, most=1)) == ["Database Architects"]


def test_what_has_nothing_in_common_is_not_offered() -> None:
    assert nearest_titles("xyzzy", WHOLE) == []
    assert nearest_titles("Data Scientist", ()) == []


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Registered Nurse", "Registered Nurses"),
        ("Software Engineer", "Software Developers"),
        ("Security Analyst", "Information Security Analysts"),
        ("Backend Developer", "Web Developers"),
        ("Product Manager", "Industrial Production Managers"),
        ("Financial Analyst", "Financial and Investment Analysts"),
    ],
)
def test_first_of_the_official_titles_is_a_plausible_one(name: str, title: str) -> None:
    assert titles(nearest_titles(name, WHOLE))[0] == title


@pytest.mark.parametrize(
    ("name", "code"),
    [
        pytest.param("Data Scientist", "15-2051", id="in the singular"),
        pytest.param("bakers", "51-3011", id="in small letters"),
        pytest.param("Data Engineer", None, id="no such title"),
    ],
)
def test_a_title_is_the_name_of_a_role_in_either_number(name: str, code: str | None) -> None:
    found = of_that_name(name, SMALL)
    assert (found.code if found else None) == code
