"""Addresses are asked once, politely, and their answers are the ones that a reader would get."""

import asyncio
import sys
import time
from collections import defaultdict
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from site_gen import __version__
from site_gen.outside.answer import Answer, Standing
from site_gen.outside.ask import ask
from site_gen.outside.terms import LinkTerms, Manners, MissingExtraError, NoNetworkError
from tests.outside.serving import Web, web_of

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
QUICK = Manners(pause=0.05, deadline=20, longest_wait=1.5, again_after=0.05)
TERMS = LinkTerms(now=NOW, manners=QUICK)
HURRIED = LinkTerms(now=NOW, manners=replace(QUICK, deadline=0.6))
FOUND = Answer(standing=Standing.FOUND)


def lost(said: str) -> Answer:
    return Answer(standing=Standing.LOST, said=said)


LATE = lost("can't be reached: no answer within 0.6 seconds")


def refused(said: str) -> Answer:
    return Answer(standing=Standing.REFUSED, said=said)


@pytest.mark.parametrize(
    ("path", "answer", "requests"),
    [
        pytest.param("/ok", FOUND, ["HEAD /ok"], id="a-page-is-there"),
        pytest.param("/nohead", FOUND, ["HEAD /nohead", "GET /nohead"], id="a-refused-head-proves-nothing"),
        pytest.param("/302/ok", FOUND, ["HEAD /302/ok", "HEAD /ok"], id="a-redirect-for-now-is-no-news"),
        pytest.param("/policy", FOUND, ["HEAD /policy"], id="a-long-header-is-no-fault"),
        pytest.param(
            "/500then200", FOUND, ["HEAD /500then200", "GET /500then200", "GET /500then200"], id="a-failure-that-passes"
        ),
        pytest.param("/404", lost("answers 404 Not Found"), ["HEAD /404", "GET /404"], id="a-page-is-not-there"),
        pytest.param("/410", lost("answers 410 Gone"), ["HEAD /410", "GET /410"], id="a-page-is-gone"),
        pytest.param(
            "/500",
            lost("answers 500 Internal Server Error"),
            ["HEAD /500", "GET /500", "GET /500"],
            id="a-failure-that-stays",
        ),
        pytest.param("/599", lost("answers 599"), ["HEAD /599", "GET /599"], id="a-status-without-a-name"),
        pytest.param(
            "/403", refused("answers 403 Forbidden"), ["HEAD /403", "GET /403"], id="programs-are-turned-away"
        ),
        pytest.param(
            "/999", refused("answers 999"), ["HEAD /999", "GET /999"], id="turned-away-by-a-status-of-its-own"
        ),
        pytest.param(
            "/closes",
            lost("can't be reached: the connection breaks off before the answer"),
            ["HEAD /closes", "GET /closes", "GET /closes"],
            id="a-closed-connection",
        ),
        pytest.param(
            "/garbage",
            lost("can't be reached: the connection breaks off before the answer"),
            ["HEAD /garbage", "GET /garbage", "GET /garbage"],
            id="no-http",
        ),
        pytest.param(
            "/301to/javascript:alert(1)",
            lost("can't be reached: it leads to something that is not a web address"),
            ["HEAD /301to/javascript:alert(1)", "GET /301to/javascript:alert(1)"],
            id="a-redirect-to-a-script",
        ),
    ],
)
def test_answer_is_the_one_a_reader_would_get(web: Web, path: str, answer: Answer, requests: list[str]) -> None:
    url = web.url(path)
    assert ask([url], TERMS) == {url: answer}
    assert web.asked == requests


@pytest.mark.parametrize("path", ["/never", "/drip"], ids=["not-a-word", "a-word-that-never-ends"])
def test_page_that_does_not_come_in_time_is_asked_twice(web: Web, path: str) -> None:
    url = web.url(path)
    begun = time.monotonic()
    assert ask([url], HURRIED) == {url: LATE}
    assert 2 * 0.6 <= time.monotonic() - begun < 5
    assert web.seen == {path: 2}


def test_redirect_for_good_names_the_new_address(web: Web) -> None:
    url = web.url("/301/ok")
    assert ask([url], TERMS) == {url: replace(FOUND, moved_to=web.url("/ok"))}


def test_redirect_for_good_is_followed_no_further_than_it_is_for_good(web: Web) -> None:
    url = web.url("/308/302/301/ok")
    assert ask([url], TERMS) == {url: replace(FOUND, moved_to=web.url("/302/301/ok"))}


def test_page_that_moved_and_is_gone_says_both(web: Web) -> None:
    url = web.url("/301/404")
    assert ask([url], TERMS) == {url: replace(lost("answers 404 Not Found"), moved_to=web.url("/404"))}


def test_redirects_in_a_circle_end(web: Web) -> None:
    url = web.url("/302" * 40)
    assert ask([url], TERMS) == {url: lost("can't be reached: it redirects more than 10 times")}
    assert len(web.requests) == 11


@pytest.mark.parametrize(
    ("url", "why"),
    [
        pytest.param("http://nowhere.invalid/", "no such host", id="name"),
        pytest.param("http://bücher.invalid/", "no such host", id="name-in-other-letters"),
        pytest.param("http://127.0.0.9:1/", "the connection is refused", id="closed-port"),
        pytest.param("http://[::1", "it is not a web address", id="half-a-bracket"),
        pytest.param("http://", "it is not a web address", id="no-host"),
        pytest.param("http://a host/", "no such host", id="space-in-the-host"),
        pytest.param("http://127.0.0.1:99999/", "it is not a web address", id="port-out-of-range"),
        pytest.param("http://a..b/", "it is not a web address", id="empty-part-of-a-name"),
        pytest.param(f"http://{'a' * 70}.example/", "it is not a web address", id="endless-name"),
        pytest.param("http://a\0b/", "no such host", id="control-character"),
        pytest.param("javascript:alert(1)", "it is not a web address", id="script"),
    ],
)
def test_address_without_a_host_says_why(url: str, why: str) -> None:
    assert ask([url], TERMS) == {url: lost(f"can't be reached: {why}")}


def test_plain_host_makes_no_secure_connection(web: Web) -> None:
    url = web.url("/ok").replace("http:", "https:")
    assert ask([url], TERMS) == {url: lost("can't be reached: it makes no secure connection")}


def test_quotes_spaces_and_letters_are_asked_as_a_browser_asks(web: Web) -> None:
    ask([web.url("""/a b'"é?q=<1>&r=%20%2F""")], TERMS)
    assert web.asked == ["HEAD /a%20b'%22%C3%A9?q=%3C1%3E&r=%20/"]


def test_program_says_who_it_is(web: Web) -> None:
    ask([web.url("/ok")], TERMS)
    assert [each.agent for each in web.requests] == [f"Waymark/{__version__} (checks the links of a site)"]


def test_address_is_asked_once_however_often_it_is_wanted(web: Web) -> None:
    url = web.url("/ok")
    assert ask([url, url, url], TERMS) == {url: FOUND}
    assert web.asked == ["HEAD /ok"]


def test_hosts_are_asked_side_by_side_and_each_one_after_the_other(web: Web) -> None:
    urls = [web.url(f"/slow/{page}", host) for page in range(3) for host in range(3)]
    begun = time.monotonic()
    assert ask(urls, TERMS) == dict.fromkeys(urls, FOUND)
    assert time.monotonic() - begun < 9 * 0.3
    assert_polite(web)
    spans = sorted((each.begun, each.ended) for each in web.requests)
    assert all(later[0] < earlier[1] for earlier, later in pairwise(spans[:3]))


def test_redirects_wait_for_their_turn_too(web: Web) -> None:
    ask([web.url(f"/301to/{web.url('/slow', 1)}?{page}", page % 2 * 2) for page in range(4)], TERMS)
    assert len(web.requests) == 8
    assert_polite(web)


def assert_polite(web: Web) -> None:
    by_host = defaultdict(list)
    for each in sorted(web.requests, key=lambda each: each.begun):
        by_host[each.host].append(each)
    pauses = [later.begun - earlier.ended for asked in by_host.values() for earlier, later in pairwise(asked)]
    # The host notes the end of a request a moment after we have its answer.
    assert min(pauses) > QUICK.pause - 0.02


def test_wait_that_a_host_asks_for_is_kept_for_all_its_pages(web: Web) -> None:
    urls = [web.url("/429then200/1"), web.url("/ok")]
    assert ask(urls, TERMS) == dict.fromkeys(urls, FOUND)
    assert web.asked == ["HEAD /429then200/1", "GET /429then200/1", "HEAD /ok"]
    first, second = sorted(web.requests, key=lambda each: each.begun)[:2]
    assert second.begun - first.ended > 0.95


def test_host_that_asks_for_a_long_wait_is_left_alone(web: Web) -> None:
    urls = [web.url("/429/3600"), web.url("/ok"), web.url("/ok", 1)]
    alone = refused("asks to be left alone for now")
    assert ask(urls, TERMS) == dict(zip(urls, [alone, alone, FOUND], strict=True))
    assert sorted(web.asked) == ["HEAD /429/3600", "HEAD /ok"]


def test_host_that_has_had_too_many_requests_is_left_alone(web: Web) -> None:
    urls = [web.url("/429"), web.url("/ok")]
    answers = [refused("answers 429 Too Many Requests"), refused("asks to be left alone for now")]
    assert ask(urls, TERMS) == dict(zip(urls, answers, strict=True))
    assert web.asked == ["HEAD /429", "GET /429", "GET /429"]


def test_host_that_is_not_there_is_asked_for_one_of_its_pages_only() -> None:
    urls = [f"http://nowhere.invalid/{page}" for page in range(40)]
    told: list[tuple[str, int, int]] = []
    begun = time.monotonic()
    answers = ask(urls, replace(TERMS, manners=replace(QUICK, pause=5)), lambda *step: told.append(step))
    assert answers == dict.fromkeys(urls, lost("can't be reached: no such host"))
    assert time.monotonic() - begun < 4 * 5
    assert told == [("Asking", done, 40) for done in range(1, 41)]


def test_host_that_keeps_silent_twice_is_not_asked_again(web: Web) -> None:
    urls = [web.url(f"/never/{page}") for page in range(4)]
    alone = refused("asks to be left alone for now")
    assert list(ask(urls, HURRIED).values()) == [LATE, LATE, alone, alone]


def test_no_network_is_one_message() -> None:
    urls = [f"http://host-{each}.invalid/" for each in range(3)]
    with pytest.raises(NoNetworkError) as raised:
        ask(urls, TERMS)
    assert str(raised.value) == "no outside address could be reached: check the network"


def test_two_dead_hosts_are_no_dead_network() -> None:
    urls = [f"http://host-{each}.invalid/" for each in range(2)]
    assert ask(urls, TERMS) == dict.fromkeys(urls, lost("can't be reached: no such host"))


def test_page_that_answered_lately_tells_dead_hosts_from_a_dead_network(tmp_path: Path) -> None:
    terms = replace(TERMS, cache=tmp_path)
    with web_of(1) as web:
        urls = [web.url("/ok"), *(f"http://host-{each}.invalid/" for each in range(4))]
        first, again = ask(urls, terms), ask(urls, terms)
        assert again == first
        assert web.asked == ["HEAD /ok", "HEAD /ok"]
    with pytest.raises(NoNetworkError):
        ask(urls[:2], terms)


def test_pages_found_today_are_not_asked_again(web: Web, tmp_path: Path) -> None:
    terms = replace(TERMS, cache=tmp_path / "new" / "folder")
    urls = [web.url("/301/ok"), web.url("/403", 1)]
    first = ask(urls, terms)
    web.clear()
    assert ask(urls, terms) == first
    assert web.asked == []
    assert ask(urls, replace(terms, now=NOW + timedelta(hours=2))) == first
    assert web.asked == ["HEAD /403", "GET /403"]


def test_dead_page_is_asked_every_time(web: Web, tmp_path: Path) -> None:
    terms = replace(TERMS, cache=tmp_path)
    urls = [web.url("/404"), web.url("/ok", 1)]
    ask(urls, terms)
    web.clear()
    ask(urls, terms)
    assert web.asked == ["HEAD /404", "GET /404"]


def test_proxy_is_asked_instead_of_the_host(web: Web) -> None:
    url = "http://nowhere.invalid/ok"
    terms = replace(TERMS, proxy_of=lambda asked: web.bases[0] if asked == url else None)
    assert ask([url], terms) == {url: FOUND}
    assert web.asked == ["HEAD http://nowhere.invalid/ok"]


def test_caller_may_have_a_loop_of_its_own(web: Web) -> None:
    url = web.url("/ok")

    async def call() -> Mapping[str, Answer]:
        return ask([url], TERMS)

    with ThreadPoolExecutor(max_workers=1) as thread:
        assert thread.submit(lambda: asyncio.run(call())).result() == {url: FOUND}


def test_missing_packages_are_named(monkeypatch: pytest.MonkeyPatch, web: Web) -> None:
    monkeypatch.setitem(sys.modules, "site_gen.outside.asking", None)
    with pytest.raises(MissingExtraError) as raised:
        ask([web.url("/ok")], TERMS)
    assert str(raised.value) == 'outside links need more packages: pip install "waymark[links]"'


def test_nothing_to_ask_needs_no_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "site_gen.outside.asking", None)
    assert ask([], TERMS) == {}


def test_hundred_links_to_twenty_hosts_take_the_time_of_five() -> None:
    manners = replace(QUICK, pause=0.2, hosts_at_once=20)
    with web_of(20) as web:
        urls = [web.url(f"/slow/{page}", host) for page in range(5) for host in range(20)]
        begun = time.monotonic()
        answers = ask(urls, replace(TERMS, manners=manners))
        taken = time.monotonic() - begun
    assert answers == dict.fromkeys(urls, FOUND)
    assert 5 * 0.3 + 4 * 0.2 <= taken < 8
