"""Workflow commands are read back as the runner of workflows reads them."""

from dataclasses import dataclass

import pytest
from hypothesis import given, settings

from site_gen.diagnostic import Diagnostic
from site_gen.report import columns_of, encodable, said
from site_gen.report.github import REPORT
from tests.report.making import RUN, SAMPLES, UNREADABLE, WRONG_HTML, WRONG_ROLE, made, reports


@dataclass(frozen=True, kw_only=True)
class Command:
    name: str
    properties: dict[str, str]
    text: str


def unescaped(text: str, signs: str) -> str:
    for sign in signs:
        text = text.replace(f"%{ord(sign):02X}", sign)
    return text


def read_command(line: str) -> Command:
    """A workflow command as its documentation describes it: `::name key=value,key=value::text`.

    Ours, written from that documentation. The first `::` after the name ends the properties; `%` is read last.
    """
    assert line.startswith("::")
    head, separator, text = line[2:].partition("::")
    assert separator
    name, _, listed = head.partition(" ")
    pairs = [pair.split("=", 1) for pair in listed.strip().split(",")]
    properties = {key: unescaped(value, "\r\n:,%") for key, value in pairs}
    assert len(properties) == len(pairs)
    return Command(name=name, properties=properties, text=unescaped(text, "\r\n%"))


def commands(*diagnostics: Diagnostic) -> list[Command]:
    written = REPORT.write(diagnostics, RUN)
    assert "\r" not in written
    return [read_command(line) for line in written.split("\n")[:-1]]


def test_nothing_found_is_nothing_to_say() -> None:
    assert REPORT.write((), RUN) == ""


def test_each_diagnostic_is_a_command_on_one_line() -> None:
    assert REPORT.write(SAMPLES, RUN).split("\n") == [
        "::error file=content/a.md,line=3,endLine=3,col=5,endColumn=11,title=W201 unknown-role::"
        "no role is called `barker`%0A"
        "also: content/roles/baker.md:2:7 the nearest role is here%0A"
        "note: 100%25 of it is taken from [the list](list.md)%0A"
        "help: write `baker` {content/roles/baker.md} (fix: --unsafe-fixes)",
        "::warning file=content/a.md,line=9,endLine=9,col=3,endColumn=6,title=W402 raw-html::"
        "HTML is shown as it is%0Ahelp: write `**c**` (fix: --fix)",
        "::error file=content/gone.md,line=1,endLine=1,title=W201 unknown-role::"
        "the file can't be opened%0Ahelp: make it readable",
        "",
    ]


@pytest.mark.parametrize(
    ("path", "written"),
    [
        pytest.param("a,b:c.md", "a%2Cb%3Ac.md", id="signs that end a value"),
        pytest.param("100%.md", "100%25.md", id="a percent sign"),
        pytest.param("a%0Ab.md", "a%250Ab.md", id="what looks like a line end"),
        pytest.param("a\r\nb.md", "a%0D%0Ab.md", id="a line end"),
        pytest.param("a\udcffb.md", "a\ufffdb.md", id="a byte that is no text"),
    ],
)
def test_file_name_cannot_end_its_property(path: str, written: str) -> None:
    (line,) = REPORT.write([made(path=path)], RUN).splitlines()
    assert line == (f"::error file={written},line=1,endLine=1,title=W201 unknown-role::it is so%0Ahelp: mend it")


def test_message_keeps_colons_and_commas() -> None:
    (command,) = commands(made(message="a, b: c::d"))
    assert command.text == "a, b: c::d\nhelp: mend it"


@settings(max_examples=80, deadline=None)
@given(found=reports)
def test_runner_reads_every_command_as_it_was_meant(found: tuple[Diagnostic, ...]) -> None:
    for command, diagnostic in zip(commands(*found), found, strict=True):
        place, fault = diagnostic.place, diagnostic.fault
        columns = columns_of(place)
        spread = {"col": str(columns[0]), "endColumn": str(columns[1])} if columns else {}
        assert command == Command(
            name=str(diagnostic.severity),
            properties={
                "file": encodable(place.path),
                "line": str(place.line),
                "endLine": str(place.line),
                **spread,
                "title": f"{fault.code} {fault.name}",
            },
            text="\n".join(said(diagnostic)),
        )


def test_columns_come_with_one_line_and_in_order() -> None:
    for command in commands(WRONG_ROLE, WRONG_HTML, UNREADABLE):
        assert command.properties["line"] == command.properties["endLine"]
        assert int(command.properties.get("col", 1)) <= int(command.properties.get("endColumn", 1))
