"""What was made again is told by reasons, the rarest first; what stages cost is a table."""

from site_gen.build.telling import Stage, tell_reasons, tell_stages

REASONS = {
    "pathways/b.md": "its file has changed",
    "index.html": "a role has changed",
    "output:feed": "a role has changed",
    "copy:assets/x.png": "a role has changed",
    "assets": "a role has changed",
}


def test_nothing_made_again_is_nothing_told() -> None:
    assert list(tell_reasons({})) == []


def test_the_rarest_reason_goes_first_and_names_are_those_an_author_knows() -> None:
    assert list(tell_reasons(REASONS)) == [
        "1 made again: its file has changed",
        "  content/pathways/b.md",
        "4 made again: a role has changed",
        "  content/assets/x.png",
        "  index.html",
        "  the output feed",
        "  the style sheet and the scripts",
    ]


def test_of_many_names_some_are_told() -> None:
    reasons = {f"pathways/{number:04}.md": "it is new" for number in range(1200)}
    assert list(tell_reasons(reasons, most=1)) == [
        "1,200 made again: it is new",
        "  content/pathways/0000.md",
        "  and 1,199 more",
    ]
    assert len(list(tell_reasons(reasons, most=None))) == 1201
    assert len(list(tell_reasons(reasons))) == 32


def test_what_stages_cost_is_added_up() -> None:
    stages = [
        Stage(name="reading", wall=1.5, processor=0.25),
        Stage(name="in workers", wall=0.0, processor=2.0),
    ]
    assert list(tell_stages(stages)) == [
        "                wall  processor",
        "reading      1.500 s    0.250 s",
        "in workers   0.000 s    2.000 s",
        "all          1.500 s    2.250 s",
    ]
