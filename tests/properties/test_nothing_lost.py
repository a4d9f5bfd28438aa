"""Every word that an author writes in a body without an error is on the page, once it is read."""

from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.decode.pathway import read_pathway
from site_gen.diagnostic import Severity
from tests.properties.values import texts_of
from tests.said import FRONT, source

TITLES = (
    "Transferable skills",
    "Skills to learn",
    "Reality check",
    "Action plan",
    "FAQ",
    "Call to action",
    "Salary notes",
    "Interviews (all of them)",
)
INNER = (
    "This week",
    "What you'll love",
    "Graphs (critical, 8 weeks)",
    "Why?",
    "Costs",
    "C++ (a, b)",
    "Resources",
    "Tasks",
)
BLOCKS = (
    "{0} *{1}* **{2}** `{3}` [{4}](https://x.y/{5})",
    "- {0}\n- {1}\n  - {2}\n\n    {3}\n- [ ] {4}\n\n  {5}",
    "1. {0}\n2. {1}\n\n   > {2}\n   > - {3}\n\n   ```\n   {4}\n   ```\n3. {5}",
    "> {0}\n>\n> - {1}\n> - {2}\n>\n> ## {3}\n>\n> {4} {5}",
    "```python\n{0}\n{1}\n```\n\n    {2}\n    {3} {4} {5}",
    "| {0} | {1} |\n|---|--:|\n| {2} | {3} |\n| {4} | {5} |",
    "- [{0}](https://x.y/{1}): {2}\n- *{3}* ({4})\n- [{5}](https://x.y)\n\n  - more",
    "{0}\n{1}\\\n{2}\n\n---\n\n![{3}](../assets/x.png)\n\n<b>{4}</b> &amp; {5}",
    "* {0}\n\n  {1}\n\n* {2}\n  1. {3}\n+ {4}\n- {5}",
)


class Words:
    """Words that stand nowhere else, counted up."""

    def __init__(self) -> None:
        self.used: list[str] = []

    def next(self) -> str:
        self.used.append(f"q{len(self.used)}z")
        return self.used[-1]

    def fill(self, block: str) -> str:
        return block.format(*(self.next() for _ in range(6)))


@st.composite
def bodies(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A body with every section at most once, and its words."""
    words = Words()

    def blocks(most: int) -> list[str]:
        return [words.fill(each) for each in draw(st.lists(st.sampled_from(BLOCKS), max_size=most))]

    parts = [words.next(), *blocks(2)]
    for title in draw(st.lists(st.sampled_from(TITLES), unique=True, max_size=4)):
        parts += [f"## {title}", *blocks(1)]
        for inner in draw(st.lists(st.sampled_from(INNER), max_size=3)):
            heading = f"{words.next()} {inner}" if draw(st.booleans()) else inner
            parts += [f"### {heading}", words.next(), *blocks(2)]
    parts += ["## Roadmap", *blocks(1)]
    for number in range(draw(st.integers(1, 3))):
        parts += [f"### {words.next()} {number} (8 weeks)", f"- {words.next()}", *blocks(2)]
        for inner in draw(st.lists(st.sampled_from(INNER), max_size=3)):
            parts += [f"#### {inner}", words.next(), *blocks(2)]
            if draw(st.booleans()):
                parts += [f"##### {words.next()}", *blocks(1)]
    return "\n\n".join(parts), words.used


@given(bodies())
@settings(deadline=None, max_examples=150)
def test_every_word_is_on_the_page(body: tuple[str, list[str]]) -> None:
    text, words = body
    pathway, diagnostics = read_pathway(source(FRONT + text), currency="USD")
    assert pathway is not None
    if any(
        each.severity is Severity.ERROR and each.fault.code not in {"W115", "W116", "W117", "W127"}
        for each in diagnostics
    ):
        raise AssertionError([(each.fault.code, each.message, each.place.line) for each in diagnostics])
    shown = " ".join(texts_of(pathway.sections))
    assert [word for word in words if word not in shown] == []
