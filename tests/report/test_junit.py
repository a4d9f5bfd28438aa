"""The JUnit file is read back as build servers read it, and checked by rules of ours, because no standard has any."""

from xml.etree import ElementTree as Tree

import pytest
from hypothesis import given, settings

from site_gen.diagnostic import Diagnostic, Severity
from site_gen.report import Run
from site_gen.report.junit import REPORT
from tests.report.making import DATA, RUN, SAMPLES, WRONG_HTML, WRONG_ROLE, made, reports, runs

COUNTS = {"tests", "failures", "errors"}
ATTRIBUTES = {
    "testsuites": {"name", *COUNTS},
    "testsuite": {"name", "skipped", *COUNTS},
    "testcase": {"classname", "name"},
    "failure": {"type", "message"},
    "system-out": set[str](),
}
CHILDREN = {"testsuites": {"testsuite"}, "testsuite": {"testcase"}, "testcase": {"failure", "system-out"}}


def faults_of(root: Tree.Element) -> list[str]:
    """What Jenkins or GitLab would not read, by rules of ours written from the documentation of both.

    Stricter than either: an element has all the attributes we write and no other, a test has one outcome at most and
    a name of its own, text stands in outcomes only, and the counts are right.
    """
    faults = [] if root.tag == "testsuites" else [f"the root is {root.tag}"]
    for element in root.iter():
        if set(element.attrib) != ATTRIBUTES.get(element.tag):
            faults.append(f"{element.tag} has {sorted(element.attrib)}")
        if unknown := {child.tag for child in element} - CHILDREN.get(element.tag, set()):
            faults.append(f"{element.tag} holds {sorted(unknown)}")
        if element.tag in CHILDREN and (element.text or "").strip():
            faults.append(f"{element.tag} holds text")
        if element.tag == "testcase" and len(element) > 1:
            faults.append("a test has two outcomes")
    cases = list(root.iter("testcase"))
    if len({each.get("name") for each in cases}) < len(cases):
        faults.append("two tests have one name")
    counts = {"tests": str(len(cases)), "failures": str(len(list(root.iter("failure")))), "errors": "0"}
    for suite in (root, *root.iter("testsuite")):
        if {key: suite.get(key) for key in COUNTS} != counts:
            faults.append(f"{suite.tag} counts wrongly")
    return faults


def written(*diagnostics: Diagnostic, run: Run = RUN) -> Tree.Element:
    return Tree.fromstring(REPORT.write(diagnostics, run).encode("utf-8"))


def names(root: Tree.Element) -> list[str | None]:
    return [each.get("name") for each in root.iter("testcase")]


def test_everything_is_in_the_file() -> None:
    assert REPORT.write(SAMPLES, RUN) == (DATA / "samples.xml").read_text("utf-8")


def test_file_without_a_diagnostic_is_a_test_that_passes() -> None:
    root = written()
    assert faults_of(root) == []
    assert names(root) == ["content/a.md", "content/b.md"]
    assert [len(each) for each in root.iter("testcase")] == [0, 0]


def test_nothing_checked_is_a_suite_without_tests() -> None:
    root = written(run=Run(checked=(), version="1"))
    assert faults_of(root) == []
    assert names(root) == []


def test_warning_does_not_fail_its_test() -> None:
    (case, _) = written(WRONG_HTML).iter("testcase")
    assert [each.tag for each in case] == ["system-out"]


def test_test_is_named_after_file_and_fault_and_counted_among_equals() -> None:
    equal = (made("abc", line=3, path="content/a.md"), made("abd", line=9, path="content/a.md"))
    assert names(written(*equal)) == [
        "content/a.md W201 unknown-role",
        "content/a.md W201 unknown-role (2)",
        "content/b.md",
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("]]>", "]]>", id="the end of a CDATA section"),
        pytest.param("<b> & \"c\" 'd'", "<b> & \"c\" 'd'", id="markup"),
        pytest.param("a\x00b\x1bc", "a<U+0000>b<U+001B>c", id="characters that XML refuses"),
        pytest.param("a\ufffe\udcff", "a<U+FFFE><U+DCFF>", id="what is no character"),
        pytest.param("a\r\nb", "a<U+000D><U+000A>b", id="line ends, which XML would make one"),
    ],
)
def test_text_is_read_back_as_it_is_shown(text: str, shown: str) -> None:
    (failure,) = written(made(message=text, path=f"{text}.md"), run=Run(checked=(), version="1")).iter("failure")
    assert failure.get("message") == shown
    assert failure.text == f"{shown}.md:1:1\n{shown}\nhelp: mend it"


@settings(max_examples=60, deadline=None)
@given(found=reports, run=runs)
def test_any_file_can_be_read(found: tuple[Diagnostic, ...], run: Run) -> None:
    root = written(*found, run=run)
    assert faults_of(root) == []
    failed = [each.find("failure") is not None for each in root.iter("testcase")][: len(found)]
    assert failed == [each.severity is Severity.ERROR for each in found]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('tests="3"', 'tests="4"', "testsuites counts wrongly"),
        ('<testcase classname="waymark" ', "<testcase ", "testcase has ['name']"),
        ("</failure>", "</failure><system-out/>", "a test has two outcomes"),
        ("</testcase>", "<skipped/></testcase>", "testcase holds ['skipped']"),
        ('name="content/b.md"', 'name="content/a.md W402 raw-html"', "two tests have one name"),
    ],
)
def test_rules_refuse_a_broken_file(old: str, new: str, fault: str) -> None:
    text = REPORT.write((WRONG_ROLE, WRONG_HTML), RUN)
    assert faults_of(Tree.fromstring(text)) == []
    assert old in text
    assert fault in faults_of(Tree.fromstring(text.replace(old, new, 1)))
