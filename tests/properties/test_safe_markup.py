"""No author's text becomes a tag, an attribute or a link that a page of ours should not have."""

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.decode.pathway import read_pathway
from site_gen.links import SAFE_SCHEMES, scheme_of
from site_gen.model.roadmap import Task
from tests.properties.texts import HOSTILE, pieces
from tests.properties.values import html_of
from tests.said import FRONT, WHOLE, source

TAGS = {
    *("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "hr", "br", "img", "a"),
    *("em", "strong", "s", "table", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {
    "a": {"href", "rel", "title"},
    "img": {"src", "alt", "title", "loading"},
    "code": {"class"},
    "th": {"class"},
    "td": {"class"},
    "ol": {"start"},
    **{f"h{level}": {"id"} for level in range(1, 7)},
}


class Markup(HTMLParser):
    """What a browser would see in a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.open: list[str] = []
        self.faults: list[str] = []
        self.feed(html)
        self.close()
        if self.open:
            self.faults.append(f"left open: {self.open}")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.faults.append(f"<{tag}>")
        for name, value in attrs:
            if name not in ATTRIBUTES.get(tag, set()):
                self.faults.append(f"<{tag} {name}>")
            if name in {"href", "src"} and (scheme_of(value or "") or "https") not in SAFE_SCHEMES:
                self.faults.append(f"{name}={value}")
            if name == "id":
                self.ids.append(value or "")
        if tag not in {"br", "hr", "img"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}>")

    def handle_comment(self, data: str) -> None:
        self.faults.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self.faults.append(f"<!{decl}>")

    def handle_pi(self, data: str) -> None:
        self.faults.append(f"<?{data}>")


def page_of(body: str) -> str:
    """All that the sections of a body hold as HTML; titles and names are plain text that templates escape."""
    pathway, _ = read_pathway(source(FRONT + body), currency="USD")
    assert pathway is not None
    return "\n".join(html_of(pathway.sections))


def tasks_of(value: object) -> list[Task]:
    if isinstance(value, Task):
        return [value]
    if isinstance(value, tuple):
        return [task for each in value for task in tasks_of(each)]
    fields = getattr(value, "__dataclass_fields__", {})
    return [task for name in fields for task in tasks_of(getattr(value, name))]


PLACES = (
    "{0}\n",
    "a {0} b\n",
    "- {0}\n- {0}\n",
    "> {0}\n",
    "|a|\n|-|\n|{0}|\n",
    "## {0}\n\nx\n",
    "## FAQ\n\n### {0}?\n\n{0}\n",
    "## Roadmap\n\n### {0} (8 weeks)\n\n- {0}\n\n#### Resources\n\n- [{0}](https://x.y): "
    "{0}\n- {0}\n\n#### {0}\n\n{0}\n",
    "## Action plan\n\n### This week\n\n- {0}\n  {0}\n",
    "[{0}](https://x.y)\n",
    '[x](<https://x.y/{0}> "{0}")\n',
    "![{0}](../assets/x.png '{0}')\n",
    "`` {0} ``\n",
    "```{0}\n{0}\n```\n",
)


def test_hostile_texts_are_many() -> None:
    assert len(set(HOSTILE)) >= 75


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text_wherever_it_stands(text: str) -> None:
    for place in PLACES:
        assert Markup(page_of(place.replace("{0}", text))).faults == []


@given(st.lists(st.one_of(st.sampled_from(HOSTILE), pieces), max_size=6).map("".join), st.sampled_from(PLACES))
@settings(deadline=None, max_examples=250)
def test_any_text_gives_only_our_own_markup(text: str, place: str) -> None:
    assert Markup(page_of(place.replace("{0}", text))).faults == []


@given(
    st.lists(
        st.sampled_from(("a", "A", "a-1", "wm-a", "WM-t1", "heading", "", "🎉", "heading-1", "<b>", "wm-")), max_size=12
    )
)
@settings(deadline=None, max_examples=150)
def test_ids_are_unique_and_never_the_pages_own(titles: list[str]) -> None:
    body = "Why.\n\n" + "".join(f"## {title}\n\n### {title}\n\nx\n\n" for title in titles)
    pathway, _ = read_pathway(source(FRONT + body), currency="USD")
    assert pathway is not None
    ids = sorted(pathway.anchors)
    assert len(ids) == 2 * len(titles)
    assert not [each for each in ids if each.startswith("wm-") or not each]


def test_markup_sees_what_it_must() -> None:
    assert Markup("<p onclick=x><script>a</script><!--b-->").faults == [
        "<p onclick>",
        "<script>",
        "<!--b-->",
        "left open: ['p']",
    ]
    assert Markup('<p><a href="java\nscript:x">').faults[0] == "href=java\nscript:x"
    assert page_of(WHOLE)
