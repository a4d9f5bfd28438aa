"""Settings are the default ones unless a file says otherwise; a fault in it is said once."""

import pytest

from site_gen.decode.settings import read_settings, read_skill_names, with_slash
from site_gen.diagnostic import Severity
from site_gen.model.site import Site, SiteCall
from tests.said import said, source


def read(text: str, base_url: str | None = None) -> tuple[Site, list[str]]:
    site, found = read_settings(source(text, "site.yaml"), base_url=base_url)
    return site, said(found)


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n", "title:\nbase_url:\n"])
def test_settings_may_be_left_out(text: str) -> None:
    assert read(text) == (Site(), [])


def test_site_without_a_file_has_the_default_settings() -> None:
    assert read_settings(None) == (Site(), ())
    assert read_settings(None, base_url="https://x.y") == (Site(base_url="https://x.y/"), ())


def test_every_setting_is_read() -> None:
    site, found = read(
        'title: "A\'s"\nheadline: B\ndescription: C\nbase_url: https://x.y/z\nlanguage: de\ncurrency: EUR\n'
        "hours_per_week: 12\nreview_after: 6\nauthor: D\nfooter: E\n"
        "corrections: 'https://x.y/edit/{path}#L{line}'\nroute_pages: 7\nsearch: true\npictures: true\n"
        "precompress: true\ncall_to_action: {title: F, text: G}\nseverity: {W309: off, bare-address: error}\n"
    )
    assert found == []
    assert site == Site(
        title="A’s",
        headline="B",
        description="C",
        base_url="https://x.y/z/",
        language="de",
        currency="EUR",
        hours_a_week=12,
        review_after=6,
        author="D",
        footer="E",
        call_to_action=SiteCall(title="F", text="G"),
        severities={"W309": Severity.OFF, "bare-address": Severity.ERROR},
        corrections="https://x.y/edit/{path}#L{line}",
        route_pages=7,
        search=True,
        pictures=True,
        precompress=True,
    )


def test_address_of_the_command_line_goes_first() -> None:
    assert read("base_url: https://x.y/", "https://a.b")[0].base_url == "https://a.b/"
    assert read("base_url: nonsense", "https://a.b")[0].base_url == "https://a.b/"


@pytest.mark.parametrize(("url", "expected"), [("https://x.y", "https://x.y/"), ("https://x.y/z//", "https://x.y/z/")])
def test_address_ends_with_one_slash(url: str, expected: str) -> None:
    assert with_slash(url) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("titel: A", "1:1+5 W101 there is no key `titel` -- write `title`", id="misspelt"),
        pytest.param("base_url: x.y", "1:11+3 W114 `x.y` is not a web address -- write `https://x.y`", id="address"),
        pytest.param(
            "base_url: https://x.y/a?b",
            "1:11+15 W114 the address of the site ends where its pages begin: it takes no `?` or `#` -- "
            "write `https://x.y/a/`",
            id="address with a question",
        ),
        pytest.param("currency: $", "1:11+1 W106 `$` is not the code of a currency -- write `USD`", id="currency"),
        pytest.param(
            "hours_per_week: 0",
            "1:17+1 W112 `0` is not a number of hours a week -- write a whole number from 1 to 80",
            id="hours",
        ),
        pytest.param(
            "severity: {W309: of}",
            "1:18+2 W503 `of` is not a severity -- write `off` (error, warning or off)",
            id="severity",
        ),
        pytest.param(
            "severity: {review-overdu: off}",
            "1:12+13 W502 no diagnostic is called `review-overdu` -- write `review-overdue`",
            id="name of a diagnostic",
        ),
        pytest.param(
            "severity: {X: off}",
            "1:12+1 W502 no diagnostic is called `X` -- write a code such as `W309` or its name, `review-overdue`",
            id="no diagnostic at all",
        ),
        pytest.param(
            "severity: off",
            "1:11+3 W104 keys and values belong here, not one text or a list -- "
            "write `key: value` lines, indented by two spaces",
            id="one severity for all",
        ),
        pytest.param(
            "call_to_action: {title: A}",
            "1:1+14 W103 the key `text` of `call_to_action` is missing -- "
            "add `text: Print the plan and begin with the first task of this week.` inside the braces",
            id="half a call",
        ),
        pytest.param(
            "- a",
            "1:1+1 W010 this is not a list of `key: value` lines -- write one `key: value` on each line",
            id="list",
        ),
    ],
)
def test_fault_is_said_once(text: str, expected: str) -> None:
    assert read(text)[1] == [expected]


def names(text: str) -> tuple[dict[str, str], list[str]]:
    found_names, found = read_skill_names(source(text, "skills.yaml"))
    return dict(found_names.names_by_key), said(found)


def test_site_without_a_file_has_no_other_spellings() -> None:
    assert read_skill_names(None)[1] == ()
    assert read_skill_names(None)[0].name_of("anything") == "anything"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", {}),
        ("SQL: [Structured Query Language, sql]", {"sql": "SQL", "structured query language": "SQL"}),
        ("Bayes' rule: Bayes theorem", {"bayes' rule": "Bayes’ rule", "bayes theorem": "Bayes’ rule"}),
        ("A: []", {"a": "A"}),
        ('A: "B, C"', {"a": "A", "b, c": "A"}),
    ],
)
def test_spellings_lead_to_one_name(text: str, expected: dict[str, str]) -> None:
    assert names(text) == (expected, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "a: [b]\nc: [b]",
            "2:5+1 W005 `b` already stands for `a` on line 1 -- keep it under one name",
            id="one spelling under two names",
        ),
        pytest.param(
            "a: [B]\nb: c",
            "2:1+1 W005 `b` already stands for `a` on line 1 -- keep it under one name",
            id="a spelling that is a name",
        ),
        pytest.param(
            "a:",
            "1:1+1 W111 the skill has no other spelling -- write `a: [other spelling, other spelling]`",
            id="no spelling",
        ),
        pytest.param(
            "a: {b: c}",
            "1:4+1 W104 the other spellings are a list of texts -- write `a: [other spelling, other spelling]`",
            id="keys and values",
        ),
        pytest.param(
            "a: B, C",
            "1:4+4 W104 this is one spelling with a comma in it -- "
            "write a list, `a: [B, C]`, or put the text in quotes",
            id="a list without brackets",
        ),
        pytest.param(
            "a: [b, '-']", "1:8+3 W111 the name of a skill is empty -- write a name, or remove it", id="empty"
        ),
    ],
)
def test_fault_of_a_spelling_is_said_once(text: str, expected: str) -> None:
    assert names(text)[1] == [expected]
