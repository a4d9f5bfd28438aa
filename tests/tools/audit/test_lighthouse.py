from tools.audit.lighthouse import FULL_MARKS, Report, faults, summary


def report(*, paint: float = 700, shift: float = 0, blocking: float = 0, contrast: float = 1) -> Report:
    """What Lighthouse says of one run, as far as it is read; `contrast` alone marks the accessibility."""
    marks = dict.fromkeys(FULL_MARKS, 1.0) | {"accessibility": contrast}
    return {
        "categories": {
            name: {
                "score": mark,
                "auditRefs": [{"id": "color-contrast", "weight": 7}, {"id": "note", "weight": 0}],
            }
            for name, mark in marks.items()
        },
        "audits": {
            "color-contrast": {"score": contrast},
            "note": {"score": 0},
            "largest-contentful-paint": {"numericValue": paint},
            "cumulative-layout-shift": {"numericValue": shift},
            "total-blocking-time": {"numericValue": blocking},
        },
    }


def test_one_slow_run_of_three_is_no_fault() -> None:
    assert faults([report(), report(paint=4000, shift=0.1, blocking=900), report()]) == []


def test_limits_are_read_from_the_median_run() -> None:
    slow = report(paint=1500.4, shift=0.01, blocking=101)
    assert faults([report(), slow, slow]) == [
        "largest-contentful-paint is 1500.4, over 1500",
        "cumulative-layout-shift is 0.01, over 0",
        "total-blocking-time is 101, over 100",
    ]


def test_one_run_short_of_a_full_mark_is_a_fault_and_says_why() -> None:
    assert faults([report(), report(contrast=0), report()]) == ["accessibility is 0, not 100 (color-contrast)"]


def test_summary_is_one_line_of_medians() -> None:
    assert summary([report(), report(paint=900), report(paint=800)]) == (
        "performance 100, accessibility 100, best-practices 100, seo 100, "
        "largest-contentful-paint 800, cumulative-layout-shift 0, total-blocking-time 0"
    )
