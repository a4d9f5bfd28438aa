"""HTML of an author's words becomes these words."""

import pytest

from site_gen.render.plain_text import plain_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("Words.", "Words."),
        ("Bake a <em>loaf</em> &amp; <a href='x'>more</a>\n now", "Bake a loaf & more now"),
        ("1 &lt; 2", "1 < 2"),
        ("", ""),
    ],
)
def test_text_has_neither_tags_nor_entities_nor_line_ends(html: str, text: str) -> None:
    assert plain_text(html) == text
