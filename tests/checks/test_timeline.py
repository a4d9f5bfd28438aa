"""A stated timeline is held against the weeks of the phases."""

from pathlib import Path

import pytest

from tests.checks.found import GUIDE, Found, found, found_by, guide


@pytest.mark.parametrize(
    ("front", "weeks"),
    [
        pytest.param("", 8, id="none stated"),
        pytest.param("timeline: 2-3 months", 8, id="what the phases give"),
        pytest.param("timeline: 11-13 months", 43, id="off by no more than a tenth of 10-14"),
        pytest.param("timeline: 2-3 months\nhours_per_week: 20", 8, id="hours a week change no weeks"),
    ],
)
def test_a_timeline_that_agrees_is_fine(tmp_path: Path, front: str, weeks: int) -> None:
    assert found_by("timeline", tmp_path, {GUIDE: guide(front, weeks=weeks)}) == []


@pytest.mark.parametrize("timeline", ["1-3 months", "2-4 months", "12-14 months"])
def test_a_timeline_off_at_one_end_disagrees(tmp_path: Path, timeline: str) -> None:
    weeks = 43 if timeline.startswith("12") else 8
    (only,) = found_by("timeline", tmp_path, {GUIDE: guide(f"timeline: {timeline}", weeks=weeks)})
    assert only.message.startswith(f"the timeline says {timeline}, but")


def test_a_timeline_that_disagrees_shows_the_arithmetic(tmp_path: Path) -> None:
    text = guide("timeline: 1 month").replace("- Bake a loaf a week.", "- Bake.\n\n### Cake (1 week)\n\n- Bake.")
    assert found(tmp_path, {GUIDE: text}) == [
        Found(
            "timeline-disagrees",
            f"{GUIDE}:7:11+7",
            "the timeline says 1 month, but the phases add up to 9 weeks: 3 months at 10 hours a week",
            "write `3 months`, or leave `timeline` out and it is computed",
            ("phases: 8 + 1 weeks (lines 14, 18)",),
        )
    ]


def test_one_phase_stands_on_one_line(tmp_path: Path) -> None:
    (only,) = found(tmp_path, {GUIDE: guide("timeline: 1 month")})
    assert only.notes == ("phases: 8 weeks (line 14)",)


@pytest.mark.parametrize(
    ("old", "new"), [(" (8 weeks)", ""), ("## Roadmap", "## Preparation")], ids=["no weeks", "no roadmap"]
)
def test_phases_that_say_no_weeks_are_the_only_fault(tmp_path: Path, old: str, new: str) -> None:
    text = guide("timeline: 1 month").replace(old, new) + "\n### Cake (20 weeks)\n\n- Bake.\n"
    faults = {each.fault for each in found(tmp_path, {GUIDE: text})} - {"difficulty-too-low"}
    assert faults <= {"phase-without-weeks", "missing-section"}
    assert faults


@pytest.mark.parametrize(
    "lost",
    [
        pytest.param("#### Cake (20 weeks)\n\n- Bake.\n", id="a phase one level too low"),
        pytest.param("**Cake (20 weeks)**\n\n- Bake.\n", id="a phase in bold"),
        pytest.param("#### Use\n\n- A.\n\n#### Use\n\n- B.\n", id="resources twice, as where a heading was lost"),
    ],
)
def test_phases_that_may_have_been_lost_give_no_timeline(tmp_path: Path, lost: str) -> None:
    faults = {each.fault for each in found(tmp_path, {GUIDE: f"{guide('timeline: 1 month')}\n{lost}"})}
    assert faults in ({"nearly-a-section"}, {"repeated-name"})
