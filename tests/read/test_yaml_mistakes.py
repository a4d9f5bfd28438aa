"""Each mistake of the corpus is explained once, at its place, with what to write instead."""

from pathlib import Path

import pytest
import yaml

from site_gen.read import yaml_mapping
from site_gen.read.front_matter import split_front_matter
from tests.said import said, source

CORPUS = Path(__file__).parents[1] / "data" / "front_matter_mistakes.txt"


def mistakes() -> list[tuple[str, str, str]]:
    """The name, the front matter and the expected diagnostic of each mistake."""
    cases = []
    for block in CORPUS.read_text(encoding="utf-8").split("=== ")[1:]:
        name, _, rest = block.partition("\n")
        front, _, expected = rest.partition("\n>>> ")
        cases.append((name, front, expected.strip()))
    return cases


def test_corpus_is_there() -> None:
    names = [name for name, _, _ in mistakes()]
    assert len(names) == len(set(names)) >= 75


@pytest.mark.parametrize(("front", "expected"), [pytest.param(*rest, id=name) for name, *rest in mistakes()])
def test_mistake_is_explained_once_at_its_place(front: str, expected: str) -> None:
    parsed, diagnostics = split_front_matter(source(f"---\n{front}\n---\nBody.\n"))
    assert (parsed, said(diagnostics)) == (None, [expected])


@pytest.mark.parametrize(("front", "expected"), [pytest.param(*rest, id=name) for name, *rest in mistakes()])
def test_mistake_is_explained_alike_without_the_c_parser(
    front: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml_mapping, "_LOADER", yaml.SafeLoader)
    parsed, diagnostics = split_front_matter(source(f"---\n{front}\n---\nBody.\n"))
    assert (parsed, said(diagnostics)) == (None, [expected])


@pytest.mark.parametrize("front", ["a: " + "[" * 100_000, "a: " + "{a: " * 50_000, "a:\n" + "- " * 50_000])
def test_deep_nesting_is_refused_before_it_hurts(front: str) -> None:
    parsed, diagnostics = split_front_matter(source(f"---\n{front}\n---\n"))
    assert parsed is None
    assert [each.fault.name for each in diagnostics] == ["too-deep"]
