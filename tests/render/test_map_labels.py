"""Where the labels of arrows stand."""

from site_gen.render.map_arrows import Arrow
from site_gen.render.map_labels import Rectangle, place_labels
from site_gen.render.map_layout import Way

WAY = Way(origin="a", target="b", label=30)


def arrow(*points: tuple[int, int]) -> Arrow:
    return Arrow(way=WAY, points=points)


def box(left: int, top: int, right: int, bottom: int) -> Rectangle:
    return Rectangle(left=left, top=top, right=right, bottom=bottom)


def test_no_arrows_have_no_labels() -> None:
    assert place_labels([], [box(0, 0, 9, 9)]) == ()


def test_label_stands_in_the_middle_of_the_longest_line() -> None:
    assert place_labels([arrow((0, 0), (50, 0), (50, 200), (90, 200))], []) == ((50, 100),)


def test_label_prefers_a_shorter_line_to_one_whose_head_it_would_hide() -> None:
    assert place_labels([arrow((0, 0), (0, 40), (46, 40))], []) == ((0, 20),)


def test_label_gives_way_to_a_box() -> None:
    assert place_labels([arrow((0, 0), (200, 0))], [box(90, -20, 130, 20)]) == ((68, 0),)


def test_label_gives_way_to_another_arrow() -> None:
    across = arrow((100, -300), (100, 300))
    assert place_labels([arrow((0, 0), (200, 0)), across], []) == ((84, 0), (100, -16))


def test_second_of_two_labels_gives_way_to_the_first() -> None:
    first, second = place_labels([arrow((0, 0), (100, 0)), arrow((0, 10), (120, 10))], [])
    assert first == (50, 0)
    assert second == (84, 10)


def test_label_without_any_room_is_shown_all_the_same() -> None:
    assert place_labels([arrow((0, 0), (4, 0))], []) == ((2, 0),)
