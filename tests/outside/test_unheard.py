"""Of how many addresses nothing is known, and why, is said in a line each."""

import pytest

from site_gen.outside.answer import Answer, Standing, unreachable
from site_gen.outside.unheard import not_asked, turned_away

FOUND = Answer(standing=Standing.FOUND)
REFUSED = Answer(standing=Standing.REFUSED, said="answers 403 Forbidden")


def test_nothing_is_said_where_all_is_known() -> None:
    answers = {"https://a.example/": FOUND, "https://b.example/": unreachable("no such host")}
    assert turned_away(answers) == ""
    assert not_asked(tuple(answers), answers) == ""
    assert (turned_away({}), not_asked((), {})) == ("", "")


def test_hosts_that_turn_programs_away_are_named_the_greatest_first() -> None:
    pages = {f"https://b.example/{page}": REFUSED for page in range(3)}
    answers = {"https://a.example/": REFUSED, **pages, "https://c.example/": FOUND}
    assert turned_away(answers) == (
        "Not known, because programs are turned away: 4 of 5 outside addresses (b.example 3, a.example 1)."
    )


def test_many_hosts_are_counted() -> None:
    answers = {f"https://{host}.example/": REFUSED for host in "abcdefg"}
    assert turned_away(answers) == (
        "Not known, because programs are turned away: 7 of 7 outside addresses "
        "(a.example 1, b.example 1, c.example 1, d.example 1, e.example 1, 2 more)."
    )


@pytest.mark.parametrize("url", ["http://[::1/", "http://"])
def test_address_without_a_host_stands_for_itself(url: str) -> None:
    assert turned_away({url: REFUSED}) == (
        f"Not known, because programs are turned away: 1 of 1 outside address ({url} 1)."
    )


def test_addresses_left_after_an_interruption_are_counted() -> None:
    wanted = ("https://a.example/", "https://b.example/", "https://c.example/")
    assert not_asked(wanted, {wanted[0]: FOUND}) == ("Not asked, because you interrupted: 2 of 3 outside addresses.")
