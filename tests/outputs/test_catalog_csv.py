"""The table of all pathways can be read by any program, and makes no spreadsheet run anything."""

import csv
import io
from dataclasses import replace

import pytest

from site_gen.model.catalog import Catalog
from site_gen.outputs.catalog_csv import COLUMNS, OUTPUT
from tests.samples import SITE, bare_pathway, facts, pathway, role, sample


def text_of(catalog: Catalog) -> str:
    assert OUTPUT.make is not None
    (made,) = OUTPUT.make(catalog)
    assert made.address == "catalog.csv"
    return made.content.decode()


def rows(catalog: Catalog) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text_of(catalog), newline=""), strict=True))


def test_without_a_pathway_there_is_none() -> None:
    assert OUTPUT.make is not None
    assert list(OUTPUT.make(replace(sample().catalog, listings_by_slug={}))) == []


def test_each_pathway_is_a_row_of_the_same_columns() -> None:
    text = text_of(sample().catalog)
    lines = text.split("\r\n")
    assert lines[-1] == "" and len(lines) == 4 and "\n" not in "".join(lines)
    found = rows(sample().catalog)
    assert [each["slug"] for each in found] == ["cook-to-baker", "waiter-to-cook"]
    assert all(tuple(each) == COLUMNS and None not in each.values() for each in found)


def test_row_says_what_badges_say_and_where_figures_come_from() -> None:
    row = rows(sample().catalog)[0]
    assert {key: value for key, value in row.items() if not key.startswith(("origin_", "target_growth"))} == {
        "slug": "cook-to-baker",
        "title": "From Cook to Baker",
        "url": "https://guides.example/careers/pathways/cook-to-baker.html",
        "summary": "From the stove to the oven & the night.",
        "target_id": "baker",
        "target_name": "Baker",
        "target_field": "Kitchen",
        "target_occupation_code": "51-3011",
        "target_occupation_title": "Bakers",
        "target_occupation_fit": "exact",
        "target_pay_low": "36000",
        "target_pay_median": "44000",
        "target_pay_high": "70000",
        "target_pay_currency": "USD",
        "target_pay_source": "Guild survey, Elsewhere, March 2026",
        "target_openings": "",
        "difficulty": "moderate",
        "difficulty_level": "2",
        "months_low": "3",
        "months_high": "4",
        "study_hours": "100",
        "hours_a_week": "8",
        "gate": "",
        "pay_change_low": "40",
        "pay_change_high": "40",
        "pay_change_is_estimate": "no",
        "guide_target_pay_low": "42000",
        "guide_target_pay_median": "",
        "guide_target_pay_high": "84000",
        "guide_target_pay_currency": "USD",
        "guide_target_pay_source": "Guild survey, Elsewhere, March 2026",
        "demand": "high",
        "demand_is_authors_view": "yes",
        "reviewed": "2026-11-22",
        "published": "",
        "authors": "A. Baker",
    }
    assert (row["origin_pay_median"], row["origin_growth"], row["target_growth"]) == ("40000", "6.0", "-1.5")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_text_that_a_spreadsheet_would_run_has_an_apostrophe_before_it(start: str) -> None:
    made = pathway(summary=f"{start}1+1")
    assert rows(sample(made).catalog)[0]["summary"] == f"'{start}1+1"


def test_signs_inside_a_text_and_numbers_below_zero_stay_as_they_are() -> None:
    row = rows(sample(pathway(summary='a "b", =c\nd')).catalog)[0]
    assert (row["summary"], row["target_growth"]) == ('a "b", =c\nd', "-1.5")


def test_what_is_not_known_is_empty() -> None:
    row = rows(sample(bare_pathway(), site=SITE).catalog)[0]
    unknown = ("origin_pay_low", "pay_change_low", "guide_target_pay_low", "origin_occupation_code")
    assert [row[each] for each in unknown] == [""] * 4
    assert facts(bare_pathway()).stated_pay is None
    assert role("Waiter").pay is None
