from dataclasses import replace

from site_gen.model.catalog import Catalog
from site_gen.render.twins import kept_for_twin
from tests.render.test_routes import TWO


def test_the_same_is_worked_out_once_in_a_row() -> None:
    worked_out: list[str] = []

    @kept_for_twin
    def view(catalog: Catalog, asked: str) -> tuple[Catalog, str]:
        worked_out.append(asked)
        return catalog, asked

    other = replace(TWO)
    assert view(TWO, "a") is view(TWO, "a")
    assert view(TWO, "b") == (TWO, "b")
    assert view(other, "b")[0] is other
    assert worked_out == ["a", "b", "b"]
