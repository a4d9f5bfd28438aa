"""Bodies become HTML that is safe to show; what an editor would mark is reported at its place."""

import pytest

from site_gen.diagnostic import Findings
from site_gen.read.blocks import html_of
from site_gen.read.markdown import parse_body
from tests.said import said, source


def read(text: str, first_line: int = 1) -> tuple[str, list[str]]:
    findings = Findings()
    body = parse_body(source(text), first_line, findings)
    return html_of(body.blocks), said(findings.found)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        pytest.param("", "", id="nothing"),
        pytest.param("`<b>`", "<p><code>&lt;b&gt;</code></p>", id="tag as code"),
        pytest.param("\\<b>", "<p>&lt;b&gt;</p>", id="tag behind a backslash"),
        pytest.param("&lt;b&gt;", "<p>&lt;b&gt;</p>", id="tag as entities"),
        pytest.param("a <- b, <3, 1 < 2 > 1", "<p>a &lt;- b, &lt;3, 1 &lt; 2 &gt; 1</p>", id="signs that are no tags"),
        pytest.param("[a](https://x.y)", '<p><a href="https://x.y" rel="external">a</a></p>', id="link away"),
        pytest.param("[a](b.md#c)", '<p><a href="b.html#c">a</a></p>', id="link to a pathway"),
        pytest.param("[a](../roles/x.md)", '<p><a href="../roles/x.html">a</a></p>', id="link to a role"),
        pytest.param(
            "![a](../assets/x.png)", '<p><img src="../media/x.png" alt="a" loading="lazy"></p>', id="image of the site"
        ),
        pytest.param("[a](mailto:b@c.d)", '<p><a href="mailto:b@c.d" rel="external">a</a></p>', id="mail"),
        pytest.param('"a" **"b"**\'s', "<p>“a” <strong>“b”</strong>’s</p>", id="quotes around markup"),
        pytest.param('`x`\'s "`y`"', "<p><code>x</code>’s “<code>y</code>”</p>", id="quotes around code"),
        pytest.param("`5-6 'x'`", "<p><code>5-6 'x'</code></p>", id="code is not typeset"),
        pytest.param("    5-6 'x'", "<pre><code>5-6 'x'\n</code></pre>", id="a block of code is not typeset"),
        pytest.param("a\nb", "<p>a\nb</p>", id="two lines"),
        pytest.param("a  \nb", "<p>a<br>\nb</p>", id="a break"),
    ],
)
def test_harmless_text_is_shown_without_a_word(text: str, html: str) -> None:
    assert read(text) == (html, [])


def test_table_aligns_by_class_not_by_style() -> None:
    html, found = read("|a|b|c|d|\n|-|:-|:-:|-:|\n|1|2|3|4|")
    assert found == []
    assert "style" not in html
    assert '<td>1</td>\n<td>2</td>\n<td class="align-center">3</td>\n<td class="align-right">4</td>' in html


MARKDOWN = "write Markdown instead, or put it in backquotes if it is meant as code"
WHOLE = "write the whole address, `[what it is](https://…)`, or a file of the site"
NAMED = "link to a page with `https://`, or to a file of the site"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a <b>x</b>", f"1:3+3 W402 `<b>` is shown as text: pages take no HTML -- {MARKDOWN}", id="tag"),
        pytest.param(
            "<!-- a\n\nb",
            "1:1+4 W402 the comment begins here and never ends, so it is shown as text "
            "-- add `-->` at the end of the comment",
            id="comment",
        ),
        pytest.param(
            "a\nb <br/>", f"2:3+5 W402 `<br/>` is shown as text: pages take no HTML -- {MARKDOWN}", id="later"
        ),
        pytest.param(
            "see https://x.y/a.",
            "1:5+13 W403 the address has no name to read -- write `[what it is](https://x.y/a)`",
            id="bare",
        ),
        pytest.param(
            "<https://x.y>",
            "1:2+11 W403 the address has no name to read -- write `[what it is](https://x.y)`",
            id="angles",
        ),
        pytest.param(
            "<https://x.y/é>",
            "1:2+13 W403 the address has no name to read -- write `[what it is](https://x.y/%C3%A9)`",
            id="angles around other letters",
        ),
        pytest.param(
            "<a@b.c>", "1:2+5 W403 the address has no name to read -- write `[what it is](mailto:a@b.c)`", id="mail"
        ),
        pytest.param(
            "[](https://x.y)",
            "1:4+11 W403 the address has no name to read -- write `[what it is](https://x.y)`",
            id="no name",
        ),
        pytest.param(
            "![](x.png)",
            "1:5+5 W406 the image has no text for readers who can't see it -- write `![what it shows](x.png)`",
            id="image without words",
        ),
        pytest.param(
            "![a](https://x.y/z.png)",
            "1:6+17 W209 the image `https://x.y/z.png` comes from another site, which pages do not load -- "
            "put the image into content/assets/ and link it from there: `![what it shows](../assets/name.png)`",
            id="image of another site",
        ),
        pytest.param(
            "[a](javascript:x)", f"1:5+12 W209 a link may not lead to a `javascript:` address -- {NAMED}", id="script"
        ),
        pytest.param(
            "[a](DATA:text/html,x)", f"1:5+16 W209 a link may not lead to a `data:` address -- {NAMED}", id="data"
        ),
        pytest.param(
            "![a](vbscript:x)", f"1:6+10 W209 a link may not lead to a `vbscript:` address -- {NAMED}", id="image"
        ),
        pytest.param(
            "[a](ftp://x)", f"1:5+7 W209 a link may not lead to a `ftp:` address -- {NAMED}", id="other scheme"
        ),
        pytest.param("[a]()", f"1:4+1 W114 the link leads nowhere -- {WHOLE}", id="no address"),
        pytest.param("[a](#)", f"1:4+2 W114 the link leads nowhere: `#` is no address -- {WHOLE}", id="bare sign"),
        pytest.param(
            "[a](https://)", f"1:4+9 W114 the link leads nowhere: `https://` is no address -- {WHOLE}", id="half"
        ),
        pytest.param(
            "[a](//x.y)", f"1:4+6 W114 the link leads nowhere: `//x.y` is no address -- {WHOLE}", id="no scheme"
        ),
        pytest.param(
            "[a](mailto:)", f"1:4+8 W114 the link leads nowhere: `mailto:` is no address -- {WHOLE}", id="nobody"
        ),
        pytest.param("[a](<file:///x>)", f"1:6+9 W209 a link may not lead to a `file:` address -- {NAMED}", id="file"),
    ],
)
def test_fault_is_reported_once_at_its_place(text: str, expected: str) -> None:
    assert read(text)[1] == [expected]


def test_same_address_on_two_lines_is_reported_on_each() -> None:
    _, found = read("see https://x.y\nsee https://x.y")
    assert [line.split(" ")[0] for line in found] == ["1:5+11", "2:5+11"]


def test_lines_count_from_the_beginning_of_the_file() -> None:
    assert [line.split(" ")[0] for line in read("---\n---\n\nx\ny <b>", 3)[1]] == ["5:3+3"]


@pytest.mark.parametrize(
    ("text", "target", "anchor", "column"),
    [
        ("[a](b.md)", "pathways/b.md", "", 5),
        ("日本 [a](../roles/x.md#y)", "roles/x.md", "y", 8),
        ("[a](#y)", "pathways/a-to-b.md", "y", 5),
        ("![a](../assets/x.png)", "assets/x.png", "", 6),
        ("[a](../../../etc/passwd)", "../../etc/passwd", "", 5),
    ],
)
def test_links_inside_the_site_are_kept_for_the_checks(text: str, target: str, anchor: str, column: int) -> None:
    body = parse_body(source(text), 1, Findings())
    assert [(link.target, link.anchor, link.place.column) for link in body.links] == [(target, anchor, column)]
