"""A pathway's front matter and sections become its value; each fault of them is said once."""

from datetime import date
from pathlib import Path

import pytest

from site_gen.decode.body import MOST_BRACKETS
from site_gen.decode.pathway import read_pathway
from site_gen.model.duration import Months
from site_gen.model.money import MoneyRange, Pay
from site_gen.model.pathway import Demand, Difficulty, Gate, Pathway, PercentRange, Reference, StatedSalary
from tests.said import FRONT, WHOLE, read_body, said, source

KEYS = {"from": "a", "to": "b", "summary": "S.", "difficulty": "easy", "reviewed": "2026-11-22"}


def read(*lines: str, without: str = "", **changed: str) -> tuple[Pathway | None, list[str]]:
    """The required keys but those changed or left out on lines 2 to 6, then these lines, then a whole body."""
    keys = [
        f"{key}: {changed.get(key.replace('from', 'from_'), value)}" for key, value in KEYS.items() if key != without
    ]
    pathway, found = read_pathway(source("\n".join(["---", *keys, *lines, "---", WHOLE])), currency="EUR")
    return pathway, said(found)


def test_required_keys_are_enough() -> None:
    pathway, found = read()
    assert found == []
    assert pathway is not None
    assert (pathway.slug, pathway.origin_id, pathway.target_id, pathway.summary) == ("a-to-b", "a", "b", "S.")
    assert (pathway.title, pathway.timeline, pathway.salary, pathway.demand) == ("", None, None, None)
    assert [section.kind for section in pathway.sections] == ["overview", "roadmap"]


def spanish_pay(low: int, high: int) -> Pay:
    money = MoneyRange(low=low, high=high, currency="EUR")
    return Pay(range=money, place="Spain", source="Author’s estimate", release="2025-05")


def test_every_key_is_read() -> None:
    pathway, found = read(
        'title: "A\'s way"',
        "timeline: 9-12 months",
        "salary:",
        "  from: 85k-140k",
        "  to: 120k-230k",
        "  source: Author's estimate",
        "  place: Spain",
        "  as_of: 2025-05",
        "salary_change: 40-60%",
        "demand: very high",
        "demand_note: Most in 2024-34.",
        "hours_per_week: 12",
        'difficulty_reason: It\'s "hard".',
        "gate: licence",
        "published: 2026-12-01",
        "draft: true",
        "aliases: [old, guides/x.html]",
        "authors: [A. B., C]",
        "tags: [c++, 3.10]",
        "sources: [A letter, {title: 'BLS: OES', url: 'https://x.y'}]",
    )
    assert found == []
    assert pathway is not None
    assert pathway.title == "A’s way"
    assert pathway.timeline == Months(low=9, high=12)
    assert pathway.salary == StatedSalary(origin=spanish_pay(85000, 140000), target=spanish_pay(120000, 230000))
    assert pathway.salary_change == PercentRange(low=40, high=60)
    assert (pathway.demand, pathway.demand_note) == (Demand.VERY_HIGH, "Most in 2024–34.")
    assert (pathway.hours_a_week, pathway.gate) == (12, Gate.LICENCE)
    assert (pathway.difficulty, pathway.difficulty_reason) == (Difficulty.EASY, "It’s “hard”.")
    assert (pathway.published, pathway.draft) == (date(2026, 12, 1), True)
    assert pathway.aliases == ("old", "guides/x.html")
    assert (pathway.authors, pathway.tags) == (("A. B.", "C"), ("c++", "3.10"))
    assert pathway.sources == (Reference(title="A letter", url=""), Reference(title="BLS: OES", url="https://x.y"))


def test_front_matter_written_like_json_is_read() -> None:
    text = '---\n{"from": "a", "to": "b", "summary": "S.", "difficulty": "easy", "reviewed": "2026-11-22"}\n---\n'
    pathway, found = read_pathway(source(text + WHOLE), currency="USD")
    assert (said(found), pathway is None) == ([], False)


LINE = "write a value after the colon, or remove the line"


@pytest.mark.parametrize(
    ("key", "example"),
    [
        ("from", "backend-developer"),
        ("to", "algorithm-engineer"),
        ("summary", "One sentence on who the move is for and what it takes."),
        ("difficulty", "challenging"),
        ("reviewed", "2026-11-22"),
    ],
)
def test_missing_key_is_reported_once_with_an_example(key: str, example: str) -> None:
    assert read(without=key) == (None, [f"1:1+3 W103 the key `{key}` is missing -- add a line `{key}: {example}`"])


@pytest.mark.parametrize("key", KEYS)
def test_key_without_a_value_is_reported_at_the_key(key: str) -> None:
    line = list(KEYS).index(key) + 2
    assert read(**{key.replace("from", "from_"): ""}) == (
        None,
        [f"{line}:1+{len(key)} W111 the key has no value -- {LINE}"],
    )


@pytest.mark.parametrize(
    ("written", "without", "meant"),
    [
        ("timline: 9-12 months", "", "timeline"),
        ("Timeline: 9-12 months", "", "timeline"),
        ("salary-change: 40%", "", "salary_change"),
        ("hours per week: 5", "", "hours_per_week"),
        ("FROM: a", "from", "from"),
        ("sumary: S.", "summary", "summary"),
        ("review: 2026-11-22", "reviewed", "reviewed"),
        ("dificulty: hard", "difficulty", "difficulty"),
    ],
)
def test_misspelt_key_gives_one_diagnostic(written: str, without: str, meant: str) -> None:
    key = written.partition(":")[0]
    line = 6 if without else 7
    assert read(written, without=without) == (
        None,
        [f"{line}:1+{len(key)} W101 there is no key `{key}` -- write `{meant}`"],
    )


SALARY = "`from:`, `to:`, `source:`, `currency:`, `place:` or `as_of:` on lines of their own, indented by two spaces"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            ["xyzzy: 1"],
            "7:1+5 W101 there is no key `xyzzy` -- "
            "remove the line; the keys are from, to, summary, difficulty, reviewed, "
            "title, timeline, salary, salary_change, demand, demand_note, hours_per_week, difficulty_reason, gate, "
            "published, updated, draft, aliases, authors, tags or sources",
            id="a key of no kind",
        ),
        pytest.param(
            ["tags: python, sql"], "7:7+11 W104 a list belongs here -- write it as a list: `[python, sql]`", id="text"
        ),
        pytest.param(
            ["tags: [a, [b]]"],
            "7:11+1 W104 a text belongs here, not a list -- write one line of text, without `[` or `-`",
            id="a list in a list",
        ),
        pytest.param(["tags: [a, '']"], f"7:11+2 W111 the key has no value -- {LINE}", id="an empty entry"),
        pytest.param(
            ["sources:", "  - Coursera: Optimization"],
            "8:5+1 W011 the colon after `Coursera` splits the text in two -- "
            'put the text in quotes: `"Coursera: Optimization"`',
            id="a source that a colon splits",
        ),
        pytest.param(
            ["sources:", "  - {ttle: A}"],
            "8:6+4 W101 there is no key `ttle` -- write `title`",
            id="a misspelt inner key",
        ),
        pytest.param(
            ["sources:", "  - title: A", "    url: x.y"],
            "9:10+3 W114 `x.y` is not a web address -- write `https://x.y`",
            id="an inner value",
        ),
        pytest.param(
            ["salary: 85k-140k"],
            f"7:9+8 W104 keys and values belong here, not one text or a list -- write {SALARY}",
            id="salary",
        ),
        pytest.param(
            ["salary:"],
            "7:1+6 W111 the key has no value -- "
            "write its keys on the lines below, indented by two spaces, or remove the line",
            id="salary without anything",
        ),
        pytest.param(
            ["salary:", "  form: 85k-140k", "  to: 120k-230k", "  source: A"],
            "8:3+4 W101 there is no key `form` -- write `from`",
            id="a misspelt inner key that is required",
        ),
        pytest.param(
            ["salary: {from: 85k-140k, to: 120k-230k}"],
            "7:1+6 W103 the key `source` of `salary` is missing -- "
            'add `source: "Author\'s estimate, US"` inside the braces',
            id="a missing inner key",
        ),
        pytest.param(
            ["salary: {from: 85-140, to: 120k-230k, source: A}"],
            "7:16+6 W106 `85-140` is not a range of money -- "
            "write the low end, a hyphen and the high end, a year before tax: `85000-140000`",
            id="a salary that leaves the thousands out",
        ),
        pytest.param(
            ["gate: license"],
            "7:7+7 W113 `license` is not a gate -- write `licence` (certificate, licence or degree)",
            id="gate",
        ),
        pytest.param(
            ["demand: hihg"],
            "7:9+4 W108 `hihg` is not a level of demand -- write `high` (very high, high, average, low or shrinking)",
            id="demand",
        ),
        pytest.param(["draft: yes"], "7:8+3 W129 `yes` is neither true nor false -- write `true`", id="boolean"),
    ],
)
def test_fault_is_said_once_at_its_place(lines: list[str], expected: str) -> None:
    assert read(*lines) == (None, [expected])


def test_all_faults_of_a_file_are_said_at_once() -> None:
    _, found = read("tags: a", "gate: door", difficulty="hard")
    assert sorted(line.split(" -- ")[0] for line in found) == [
        "5:13+4 W102 `hard` is not a difficulty",
        "7:7+1 W104 a list belongs here",
        "8:7+4 W113 `door` is not a gate",
    ]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param("x" * 160, [], id="as long as may be"),
        pytest.param(
            "x" * 161,
            [
                "4:10+161 W110 the summary has 161 characters, 1 too many -- "
                "shorten it to 160 characters: cards, feeds and search results cut it there"
            ],
            id="one more",
        ),
        pytest.param("🎉" * 160, [], id="wide characters count once"),
    ],
)
def test_long_summary_is_warned_about(change: str, expected: list[str]) -> None:
    pathway, found = read(summary=change)
    assert pathway is not None
    assert found == expected


def test_ranges_in_another_currency_than_stated_are_refused() -> None:
    pathway, found = read("salary: {from: $85k-$140k, to: $120k-$230k, currency: EUR, source: A}")
    assert pathway is not None
    assert pathway.salary is None
    assert found == [
        "7:55+3 W106 the ranges are in USD, but the currency is EUR -- "
        "write the ranges without a currency sign, or the currency that the sign stands for"
    ]


def test_front_matter_and_body_are_both_looked_at() -> None:
    pathway, found = read_pathway(source("---\ntags: [a\n---\n\nWhy <b>.\n"), currency="USD")
    assert pathway is None
    assert [line.split(" ")[1] for line in said(found)] == ["W001", "W402", "W122"]


@pytest.mark.parametrize("text", ["", "no front matter", "---\nfrom: a\n"])
def test_file_without_front_matter_gives_one_diagnostic(text: str) -> None:
    pathway, found = read_pathway(source(text), currency="USD")
    assert (pathway, len(found)) == (None, 1)


def test_flood_of_brackets_is_refused_before_it_is_parsed() -> None:
    text = FRONT + WHOLE + "[" * (MOST_BRACKETS + 1)
    pathway, found = read_pathway(source(text), currency="USD")
    assert said(found) == [
        "16:1+1 W008 the page has 4001 opening square brackets, more than the 4000 a page may have -- "
        "remove those that belong to no link, or split the page"
    ]
    assert pathway is not None


def test_unknown_section_is_kept_in_its_place() -> None:
    pathway, found = read_body("Why.\n\n## Interviews\n\n### Mine\n\nx\n" + WHOLE.removeprefix("\nWhy.\n"))
    assert found == []
    assert [(each.kind, each.title) for each in pathway.sections] == [
        ("overview", ""),
        ("prose", "Interviews"),
        ("roadmap", "Roadmap"),
    ]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param("Skills", [], id="far from every name"),
        pytest.param("Conclusion", [], id="a name of the author's own"),
        pytest.param(
            "Actoin plan",
            [
                "10:4+11 W124 `Actoin plan` is nearly the section `Action plan`, but not quite -- "
                "write `## Action plan`; as it is, the section is shown as plain prose"
            ],
            id="near",
        ),
        pytest.param(
            "Roadmapp",
            [
                "10:4+8 W124 `Roadmapp` is nearly the section `Roadmap`, but not quite -- "
                "write `## Roadmap`; as it is, the section is shown as plain prose"
            ],
            id="near one that is there",
        ),
    ],
)
def test_nearly_a_section_is_warned_about(title: str, expected: list[str]) -> None:
    assert read_body(f"Why.\n\n## {title}\n\nx\n" + WHOLE.removeprefix("\nWhy.\n"))[1] == expected


def test_nearly_the_roadmap_is_the_missing_roadmap() -> None:
    assert read_body("Why.\n\n## Roadmapp\n\nx\n")[1] == [
        "10:4+8 W122 `Roadmapp` is nearly the section `Roadmap`, but not quite -- "
        "write `## Roadmap`; without it, the roadmap is missing"
    ]


def test_second_roadmap_is_reported_where_it_stands() -> None:
    assert read_body(WHOLE + "\n## Learning plan\n\n### Two (8 weeks)\n\n- x\n")[1] == [
        "17:4+13 W125 the section `Learning plan` stands twice: first on line 11 -- join the two under one heading"
    ]


@pytest.mark.parametrize(
    "path", sorted(Path(__file__).parents[2].glob("content/pathways/*.md")), ids=lambda path: path.stem
)
def test_a_pathway_of_our_own_keeps_its_anchors_unique(path: Path) -> None:
    pathway, _ = read_pathway(source(path.read_text(encoding="utf-8")), currency="USD")
    assert pathway is not None
    anchors = [section.anchor for section in pathway.sections if section.anchor]
    assert len(anchors) == len(set(anchors)) > 3
