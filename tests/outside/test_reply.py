"""What hosts say in headers, and what breaks on the way, becomes what follows from it."""

from datetime import UTC, datetime

import aiohttp
import pytest
from multidict import CIMultiDict, CIMultiDictProxy
from yarl import URL

from site_gen.outside.answer import Answer, Standing, unreachable
from site_gen.outside.reply import Reply, failure_of, reply_of, web_address

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


class Response:
    """As much of a response as is looked at."""

    def __init__(self, status: int, **headers: str) -> None:
        self.status = status
        self.url = URL("https://a.example/b/c")
        named = CIMultiDict({name.replace("_", "-"): value for name, value in headers.items()})
        self.headers = CIMultiDictProxy(named)


def reply(status: int, **headers: str) -> Reply:
    return reply_of(Response(status, **headers), NOW)  # type: ignore[arg-type]  # as much as is looked at


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        pytest.param({}, 0, id="none"),
        pytest.param({"Retry_After": " 120 "}, 120, id="seconds"),
        pytest.param({"Retry_After": "9" * 400}, 999_999_999, id="endless"),
        pytest.param({"Retry_After": "-5"}, 0, id="negative"),
        pytest.param({"Retry_After": "soon"}, 0, id="no-time"),
        pytest.param({"Retry_After": "Sun, 22 Nov 2026 12:00:30 GMT"}, 30, id="date"),
        pytest.param({"Retry_After": "Sun, 22 Nov 2026 11:00:00 GMT"}, 0, id="date-gone-by"),
        pytest.param(
            {"Retry_After": "Sun, 22 Nov 2026 13:00:30 GMT", "Date": "Sun, 22 Nov 2026 13:00:00 GMT"},
            30,
            id="date-by-the-clock-of-the-host",
        ),
        pytest.param({"Retry_After": "Sun, 22 Nov 2026 12:00:30"}, 0, id="date-without-a-zone"),
    ],
)
def test_wait_that_is_asked_for(headers: dict[str, str], seconds: float) -> None:
    assert reply(503, **headers).wait == seconds


def test_wait_of_a_page_that_is_there_means_nothing() -> None:
    assert reply(200, Retry_After="3600") == Reply(answer=Answer(standing=Standing.FOUND))


@pytest.mark.parametrize(
    ("location", "target"),
    [
        pytest.param("/d#e", "https://a.example/d", id="path"),
        pytest.param("d", "https://a.example/b/d", id="name"),
        pytest.param("//b.example/", "https://b.example/", id="host"),
        pytest.param("http://b.example/", "http://b.example/", id="whole"),
    ],
)
def test_redirect_leads_on(location: str, target: str) -> None:
    assert reply(308, Location=location) == Reply(
        answer=Answer(standing=Standing.FOUND), leads_to=URL(target), for_good=True
    )


@pytest.mark.parametrize(
    "location", ["javascript:alert(1)", "mailto:a@b.example", "http://", "http://[", "http://a:b/"]
)
def test_redirect_to_no_web_address_leads_nowhere(location: str) -> None:
    assert reply(302, Location=location) == Reply(answer=unreachable("it leads to something that is not a web address"))


def test_redirect_without_an_address_is_a_page() -> None:
    assert reply(304) == Reply(answer=Answer(standing=Standing.FOUND))


def test_connection_that_takes_too_long_is_true_of_the_host() -> None:
    assert failure_of(aiohttp.ConnectionTimeoutError(), 20) == Reply(
        answer=unreachable("no connection within 10 seconds"), of_host=True, answered=False
    )


@pytest.mark.parametrize("written", ["", "a b", "/a", "ftp://a.example/", "http://[::1", "https://a.example:b/"])
def test_other_things_are_no_web_address(written: str) -> None:
    assert web_address(written) is None
