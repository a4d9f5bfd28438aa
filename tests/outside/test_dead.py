"""Every address that fails is told once a file, with the place, the reason and what to write."""

import pytest

from site_gen.diagnostic import Diagnostic, Edit, Fix, Place, Related
from site_gen.faults import DEAD_LINK
from site_gen.links import OutsideLink
from site_gen.outside.answer import Answer, Standing, unreachable
from site_gen.outside.dead import dead_links, refused

OLD = "https://a.example/old"
HELP = (
    "write the page's new address, take the link out, or add the address to `links: allow:` in content/site.yaml "
    "if it works in a browser"
)
LOST = Answer(standing=Standing.LOST, said="answers 404 Not Found")


def link(url: str, *, line: int = 1, path: str = "content/roles/a.md", excerpt: str = "") -> OutsideLink:
    excerpt = excerpt or f"- [Old]({url})"
    column = excerpt.index(url) + 1 if url in excerpt else 1
    length = len(url) if url in excerpt else len(excerpt)
    return OutsideLink(url=url, place=Place(path=path, line=line, column=column, length=length, excerpt=excerpt))


def moved(to: str) -> Answer:
    return Answer(standing=Standing.FOUND, moved_to=to)


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(Answer(standing=Standing.FOUND), id="found"),
        pytest.param(Answer(standing=Standing.REFUSED, said="answers 403 Forbidden"), id="refused"),
        pytest.param(moved("https://www.a.example/old/"), id="only-www-and-a-slash"),
        pytest.param(moved("https://a.example/%6Fld"), id="only-spelt-in-another-way"),
        pytest.param(None, id="not-asked"),
    ],
)
def test_nothing_is_said(answer: Answer | None) -> None:
    assert dead_links([link(OLD)], {OLD: answer} if answer else {}) == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("http://a.example/", "https://www.a.example/", id="secure"),
        pytest.param("https://a.example/", "https://a.example/en/home", id="language-of-a-front-page"),
    ],
)
def test_front_page_that_leads_on_is_no_fault(old: str, new: str) -> None:
    assert dead_links([link(old)], {old: moved(new)}) == ()


def test_allowed_address_is_not_told() -> None:
    assert dead_links([link(OLD + "#x")], {OLD: LOST}, ("https://a.example/*",)) == ()


def test_address_is_told_once_a_file_with_its_other_places() -> None:
    first, second, third = link(OLD, line=3), link(OLD + "#x", line=9), link(OLD, path="content/roles/b.md")
    found = dead_links([second, first, third], {OLD: LOST})
    same = {"fault": DEAD_LINK, "help": HELP, "message": f"`{OLD}` answers 404 Not Found", "severity": "warning"}
    assert found == (
        Diagnostic(
            **same,  # type: ignore[arg-type]  # one mapping for two diagnostics
            place=first.place,
            related=(Related(place=second.place, message="it stands here, too"),),
        ),
        Diagnostic(**same, place=third.place),  # type: ignore[arg-type]  # as above
    )


def test_page_that_moved_and_is_gone_says_where_it_went() -> None:
    answer = unreachable("no such host", moved_to="https://b.example/new")
    (found,) = dead_links([link(OLD)], {OLD: answer})
    assert found.message == f"`{OLD}` can't be reached: no such host"
    assert found.notes == ("it has moved to `https://b.example/new`",)
    assert found.fix is None


def test_page_that_moved_is_written_anew_wherever_it_stands() -> None:
    links = [link(OLD, line=3), link(OLD + "#x", line=9)]
    (found,) = dead_links(links, {OLD: moved("https://b.example/new")})
    assert found == Diagnostic(
        fault=DEAD_LINK,
        message=f"`{OLD}` has moved for good",
        place=links[0].place,
        help="write `https://b.example/new`",
        related=(Related(place=links[1].place, message="it stands here, too"),),
        fix=Fix(
            title="write `https://b.example/new`",
            edits=tuple(
                Edit(line=line, column=9, end_line=line, end_column=30, text="https://b.example/new") for line in (3, 9)
            ),
            safe=False,
        ),
        severity=DEAD_LINK.severity,
    )


@pytest.mark.parametrize(
    ("excerpt", "column", "length", "edit"),
    [
        pytest.param(f'url: "{OLD}"', 6, 23, (7, 28), id="in-quotes"),
        pytest.param(f"see <{OLD}>", 5, 23, (6, 27), id="in-angles"),
        pytest.param("- [Old][old]", 1, 12, None, id="by-name"),
        pytest.param(f"{OLD} and {OLD}", 1, 47, None, id="twice-in-one-place"),
        pytest.param(f"{OLD}er", 1, 23, None, id="part-of-another"),
    ],
)
def test_new_address_is_written_only_where_the_old_one_stands_letter_for_letter(
    excerpt: str, column: int, length: int, edit: tuple[int, int] | None
) -> None:
    place = Place(path="content/roles/a.md", line=1, column=column, length=length, excerpt=excerpt)
    (found,) = dead_links([OutsideLink(url=OLD, place=place)], {OLD: moved("https://b.example/new")})
    edits = [(each.column, each.end_column) for each in found.fix.edits] if found.fix else []
    assert edits == ([edit] if edit else [])


@pytest.mark.parametrize(
    "new",
    [
        pytest.param("https://b.example/a_(b)", id="parentheses-end-a-link"),
        pytest.param("https://b.example/a,b", id="commas-end-a-value"),
        pytest.param("https://b.example/" + "a" * 600, id="endless"),
    ],
)
def test_new_address_that_could_break_the_file_is_only_told(new: str) -> None:
    (found,) = dead_links([link(OLD)], {OLD: moved(new)})
    assert (found.help, found.fix) == (f"write `{new}`", None)


def test_page_that_leads_to_a_front_page_is_as_good_as_gone() -> None:
    (found,) = dead_links([link(OLD)], {OLD: moved("https://www.a.example/")})
    assert (found.message, found.help, found.fix) == (
        f"`{OLD}` leads only to the front page of www.a.example",
        "write the page's new address, or take the link out",
        None,
    )


def test_refused_addresses_are_listed_in_order() -> None:
    answers = {url: Answer(standing=Standing.REFUSED) for url in ("https://b.example/", "https://a.example/")}
    assert refused({**answers, OLD: LOST}) == ("https://a.example/", "https://b.example/")
