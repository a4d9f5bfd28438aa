"""A call to action is a pathway's own words in place of the site's."""

import pytest

from site_gen.model.section import CallToAction
from tests.said import read_section


@pytest.mark.parametrize("title", ["Call to action", "Next steps", "Ready to start your transition?"])
def test_call_to_action_is_everything_under_its_heading(title: str) -> None:
    value, found = read_section(f"## {title}\n\nGo.\n\n### Now\n\n- a\n")
    assert found == []
    assert isinstance(value, CallToAction)
    assert value.prose.html == '<p>Go.</p>\n<h3 id="now">Now</h3>\n<ul>\n<li>a</li>\n</ul>'


def test_empty_call_to_action_is_warned_about() -> None:
    assert read_section("## Call to action\n")[1] == [
        "10:4+14 W123 there is nothing under the heading `Call to action` -- "
        "write what the reader should do next under it, or remove the heading"
    ]
