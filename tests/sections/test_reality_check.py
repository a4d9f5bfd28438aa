"""A reality check has three parts; another one is reported and kept."""

import pytest

from site_gen.model.section import Part, RealityCheck
from tests.said import read_section


def read(section: str) -> tuple[RealityCheck, list[str]]:
    value, found = read_section(f"## Reality check\n\n{section}")
    assert isinstance(value, RealityCheck)
    return value, found


@pytest.mark.parametrize(
    ("title", "part"),
    [
        ("What you'll love", Part.LOVE),
        ("What You’ll Love 💚", Part.LOVE),
        ("What you will enjoy:", Part.LOVE),
        ("What you might miss", Part.MISS),
        ("❌ What you may miss", Part.MISS),
        ("Biggest challenges", Part.HARD),
        ("The biggest challenges", Part.HARD),
    ],
)
def test_part_is_known_by_its_heading(title: str, part: Part) -> None:
    value, found = read(f"Honestly:\n\n### {title}\n\nFirst.\n\n- a\n  - b\n- *c*\n")
    assert value.intro.html == "<p>Honestly:</p>"
    (only,) = value.parts
    assert only.part is part
    assert [point.html for point in only.points] == ["a\n<ul>\n<li>b</li>\n</ul>", "<em>c</em>"]
    assert only.more.html == "<p>First.</p>"
    assert found == []


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        pytest.param(
            "### Costs\n\n- a\n",
            "12:5+5 W126 a reality check has no part `Costs` -- write one of `### What you'll love`, "
            "`### What you might miss`, `### Biggest challenges`; as it is, the part is shown "
            "without a sign of its own",
            id="another part",
        ),
        pytest.param(
            "### Biggest challenges\n",
            "12:5+18 W123 there is nothing under the heading `Biggest challenges` -- "
            "write a list of points under it, or remove the heading",
            id="empty part",
        ),
        pytest.param(
            "### Biggest challenges\n\n- a\n-\n",
            "15:2+1 W123 the list entry is empty -- write something after its sign, or remove it",
            id="empty point",
        ),
    ],
)
def test_fault_is_reported(section: str, expected: str) -> None:
    assert read(section)[1] == [expected]
