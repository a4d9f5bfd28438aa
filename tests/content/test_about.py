"""The about page gives each source the words it asks for, and tells readers what they may rely on."""

from typing import Final

import pytest

from tests.content.written import blocks, front_matter

PAGE: Final = "pages/about"


def text() -> str:
    return " ".join(each.text for each in blocks(PAGE))


@pytest.mark.parametrize(
    "line",
    [
        "This product includes information from the O*NET 29.3 and 30.2 Databases by the U.S. Department of Labor,"
        " Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET® is a "
        "trademark of USDOL/ETA. This project has modified all or some of this information. USDOL/ETA has not "
        "approved, endorsed, or tested these modifications.",
        "Wages: U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics, May 2025. Outlook: "
        "U.S. Bureau of Labor Statistics, Employment Projections 2024-34. BLS cannot vouch for the data or "
        "analyses derived from these data after the data have been retrieved from BLS.gov.",
    ],
    ids=["asked-for-by-onet", "asked-for-by-bls"],
)
def test_credit_stands_word_for_word(line: str) -> None:
    assert line in text()


def test_page_says_all_that_trust_rests_on() -> None:
    titles = [each.text for each in blocks(PAGE) if each.kind == "heading"]
    expected = {
        "How a guide is written",
        "How a guide is checked",
        "Where the figures come from",
        "What is estimated",
        "When a guide is reviewed",
        "How to correct a line",
        "Using the guides",
    }
    assert expected.issubset(titles)
    assert "summary" in front_matter(PAGE)


def test_license_of_the_content_is_linked() -> None:
    markdown = " ".join(each.markdown for each in blocks(PAGE))
    assert "(https://creativecommons.org/licenses/by/4.0/) (CC BY 4.0)" in markdown
