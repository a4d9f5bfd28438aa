"""Whatever stands in a file, reading it gives a value or a diagnostic at a place that is there: never an exception."""

from collections.abc import Iterable

from hypothesis import example, given, settings
from hypothesis import strategies as st

from site_gen.decode.page import read_page
from site_gen.decode.pathway import read_pathway
from site_gen.decode.role import read_role
from site_gen.decode.settings import read_settings, read_skill_names
from site_gen.diagnostic import Diagnostic
from site_gen.read.source import Source
from tests.properties.texts import FRAGMENTS, mutated_files, pieces
from tests.said import FRONT, WHOLE, source


def read(key: str, text: str) -> tuple[object, tuple[Diagnostic, ...]]:
    given_source = source(text, key)
    if key.startswith("pathways/"):
        return read_pathway(given_source, currency="USD")
    if key.startswith("roles/"):
        return read_role(given_source, currency="USD")
    return read_page(given_source)


def assert_places_are_there(diagnostics: Iterable[Diagnostic], source: Source) -> None:
    for each in diagnostics:
        place = each.place
        assert each.message
        assert each.help
        assert 1 <= place.line <= len(source.lines)
        assert place.excerpt == source.line(place.line)
        assert 1 <= place.column <= len(place.excerpt) + 1
        assert 1 <= place.length <= max(1, len(place.excerpt) + 1 - place.column)


@given(st.sampled_from(("pathways/a-to-b.md", "roles/a.md", "pages/a.md")), pieces)
@settings(deadline=None, max_examples=150)
def test_any_text_is_read_or_reported(key: str, text: str) -> None:
    value, diagnostics = read(key, text)
    assert value is not None or diagnostics
    assert_places_are_there(diagnostics, source(text, key))


@given(st.sampled_from(("pathways/a-to-b.md", "roles/a.md", "pages/a.md")), pieces)
@settings(deadline=None, max_examples=250)
def test_any_front_matter_is_read_or_reported(key: str, front: str) -> None:
    text = f"---\n{front}\n---\n{WHOLE}"
    value, diagnostics = read(key, text)
    assert value is not None or diagnostics
    assert_places_are_there(diagnostics, source(text, key))


@given(pieces)
@settings(deadline=None, max_examples=250)
@example("[a](b.md)\n" * 3)
def test_any_body_is_read_and_reported_where_it_stands(body: str) -> None:
    text = FRONT + body
    value, diagnostics = read("pathways/a-to-b.md", text)
    assert value is not None
    assert_places_are_there(diagnostics, source(text))


@given(mutated_files())
@settings(deadline=None, max_examples=150)
def test_slips_of_the_keyboard_are_read_or_reported(file: tuple[str, str]) -> None:
    key, text = file
    value, diagnostics = read(key, text)
    assert value is not None or diagnostics
    assert_places_are_there(diagnostics, source(text, key))


VALUES = st.one_of(st.sampled_from(FRAGMENTS), st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30))
PATHWAY_KEYS = (
    "timeline",
    "salary",
    "salary_change",
    "demand",
    "hours_per_week",
    "gate",
    "published",
    "draft",
    "aliases",
    "sources",
)
ROLE_KEYS = ("occupation", "zone", "salary", "outlook", "aliases", "plural")


@given(st.sampled_from(PATHWAY_KEYS), st.text(st.sampled_from("0123456789 ,._-–k$€%amonthsweek"), max_size=20))
@settings(deadline=None, max_examples=250)
def test_any_value_of_a_pathway_is_read_or_reported(key: str, value: str) -> None:
    text = FRONT.replace("reviewed:", f"{key}: {value}\nreviewed:") + WHOLE
    pathway, diagnostics = read("pathways/a-to-b.md", text)
    assert pathway is not None or diagnostics
    assert_places_are_there(diagnostics, source(text))


@given(st.sampled_from(ROLE_KEYS), VALUES)
@settings(deadline=None, max_examples=150)
def test_any_value_of_a_role_is_read_or_reported(key: str, value: str) -> None:
    text = f"---\nname: A\nfamily: B\n{key}: {value}\n---\n\nC.\n"
    role, diagnostics = read("roles/a.md", text)
    assert role is not None or diagnostics
    assert_places_are_there(diagnostics, source(text, "roles/a.md"))


@given(pieces)
@settings(deadline=None, max_examples=200)
def test_any_settings_are_read_or_reported(text: str) -> None:
    _, diagnostics = read_settings(source(text, "site.yaml"))
    assert_places_are_there(diagnostics, source(text, "site.yaml"))
    _, diagnostics = read_skill_names(source(text, "skills.yaml"))
    assert_places_are_there(diagnostics, source(text, "skills.yaml"))
