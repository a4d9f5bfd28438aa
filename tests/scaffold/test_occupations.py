"""The table of occupations: what is read from it, and every fault at its place."""

from pathlib import Path

import pytest

from site_gen.diagnostic import Diagnostic
from site_gen.faults import BAD_TABLE
from site_gen.model.site import OccupationTable
from site_gen.scaffold.occupations import OccupationFigures, read_occupations
from tests.said import said
from tests.scaffold.tables import CSV, TABLE, without
from tests.sites import CONTENT

HEADER = "code,title,zone,low,median,high,growth,openings"
BAKERS = "51-3011,Bakers,2,32000,37000,42000,-1.5,24400"


def read(text: str, table: OccupationTable = TABLE) -> tuple[tuple[OccupationFigures, ...], tuple[Diagnostic, ...]]:
    return read_occupations(text, table, "content/occupations.csv")


def faults(text: str) -> list[str]:
    return [line.replace(" W506 ", " ", 1) for line in said(read(text)[1])]


def test_the_table_of_the_site_is_whole() -> None:
    rows, found = read((CONTENT / "occupations.csv").read_text("utf-8"))
    assert found == ()
    assert len(rows) > 800
    assert [each.code for each in rows] == sorted({each.code for each in rows})
    assert all(each.median is not None for each in rows)


def test_an_empty_cell_is_a_figure_that_is_not_published() -> None:
    rows, found = read(CSV)
    assert found == ()
    assert rows[3] == OccupationFigures(
        code="35-2014",
        title="Cooks, Restaurant",
        zone=2,
        low=None,
        median=36000,
        high=None,
        growth=None,
        openings=None,
    )
    assert rows[4].growth == -1.5


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(CSV.replace("\n", "\r\n"), id="line ends of Windows"),
        pytest.param(CSV.replace("\n15-2051", "\n\n,,,,,,,\n15-2051"), id="empty lines"),
        pytest.param(CSV.replace(",4,", ", 4 ,").replace("Bakers", " Bakers "), id="spaces around a cell"),
        pytest.param(CSV.rstrip(), id="no last line end"),
    ],
)
def test_the_form_of_lines_makes_no_difference(text: str) -> None:
    assert read(text) == read(CSV)


def test_columns_may_stand_in_any_order() -> None:
    turned = "\n".join(",".join(reversed(line.split(","))) for line in (HEADER, BAKERS))
    assert read(turned) == read(f"{HEADER}\n{BAKERS}\n")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("", [f"1:1+1 the table is empty -- begin it with the line `{HEADER}`"], id="nothing in the file"),
        pytest.param(
            CSV.replace("growth", "grwth"),
            ["1:33+5 the table has no column `grwth` -- write `growth`"],
            id="a misspelt column",
        ),
        pytest.param(
            CSV.replace(",zone", "").replace("openings", "openings,employment"),
            [
                "1:44+10 the table has no column `employment` -- "
                "remove it; the columns are code, title, zone, low, median, high, growth, openings",
                "1:1+53 the column `zone` is missing -- "
                "write the columns code, title, zone, low, median, high, growth, openings",
            ],
            id="a missing and a needless column",
        ),
        pytest.param(
            f"{HEADER},code\n",
            ["1:49+4 the column `code` stands twice -- keep one of them"],
            id="a column twice",
        ),
        pytest.param(
            f"{HEADER}\n{BAKERS.replace('51-3011', '513011')}\n",
            ["2:1+6 `513011` is not an occupation code -- write two digits, a hyphen and four digits: `15-1252`"],
            id="a code without its hyphen",
        ),
        pytest.param(
            f"{HEADER}\n{BAKERS}\n\n{BAKERS}\n",
            ["4:1+7 `51-3011` stands twice: first on line 2 -- keep one of the lines"],
            id="a code twice",
        ),
        pytest.param(
            f"{HEADER}\n{BAKERS.replace('Bakers', '')}\n",
            ["2:9+1 the occupation has no title -- write its official title"],
            id="no title",
        ),
        pytest.param(
            f"{HEADER}\n{BAKERS.replace('37000', '37k')}\n",
            [
                "2:24+3 `37k` in the column `median` is not a whole number -- "
                "write digits only, or leave the cell empty where there is no figure"
            ],
            id="a figure that is none",
        ),
        pytest.param(
            f"{HEADER}\n51-6011,Bakers,6,,,,,\n",
            ["2:16+1 `6` is not a job zone -- write a whole number from 1 to 5"],
            id="a zone too high",
        ),
        pytest.param(
            f"{HEADER}\n{BAKERS.replace('-1.5', '-1.5%')}\n",
            [
                "2:36+5 `-1.5%` in the column `growth` is not a percentage -- "
                "write it without a sign for percent: `15.8` or `-4.2`"
            ],
            id="growth with its sign for percent",
        ),
        pytest.param(
            f"{HEADER}\n{BAKERS.replace('32000', '52000')}\n",
            [
                "2:18+5 the figures of pay do not rise from low over median to high -- "
                "write them in order, and leave a cell empty where there is none"
            ],
            id="pay that falls",
        ),
        pytest.param(
            f"{HEADER}\n{CSV.splitlines()[4].replace(chr(34), '')}\n",
            [
                "2:1+37 the line has 9 cells, but the table has 8 columns -- "
                "put a text that holds a comma in double quotes"
            ],
            id="a comma without quotes",
        ),
        pytest.param(
            f'{HEADER}\n51-3011,"Bakers,2,,,,,\n',
            ["1:1+47 the table can't be read: unexpected end of data -- save it as comma-separated values in UTF-8"],
            id="a quote that never ends",
        ),
    ],
)
def test_each_fault_has_its_place_and_its_help(text: str, lines: list[str]) -> None:
    assert faults(text) == lines
    assert {each.fault for each in read(text)[1]} == {BAD_TABLE}


def test_a_line_with_a_fault_is_left_out_and_the_others_stay() -> None:
    rows, _ = read(CSV.replace("97550", "much"))
    assert [each.code for each in rows] == ["15-1243", "15-2051", "35-2014", "51-3011"]


@pytest.mark.parametrize("key", ["period", "outlook_source"])
def test_growth_of_unknown_years_or_source_is_a_fault(key: str) -> None:
    _, found = read(CSV, without(**{key: ""}))
    assert said(found) == [
        "1:33+6 W506 the table has figures of growth, but the settings don't say of which years or whose they are -- "
        "add `period:` and `outlook_source:` to `occupations:` in site.yaml"
    ]


def test_a_table_without_growth_needs_no_years() -> None:
    assert read(f"{HEADER}\n15-1243,Database Architects,4,1,2,3,,\n", without(period="", outlook_source=""))[1] == ()


def test_file_is_sorted_and_ends_its_lines_alike() -> None:
    raw = Path(CONTENT / "occupations.csv").read_bytes()
    assert b"\r" not in raw
    assert raw.endswith(b"\n")
