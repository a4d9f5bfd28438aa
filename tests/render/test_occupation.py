"""Occupations and outlooks as words."""

from dataclasses import replace

from site_gen.model.role import Fit, Occupation, Outlook
from site_gen.render.occupation import both_occupations, occupation_in_words, outlook_in_words
from tests.samples import BAKER, COOK, WAITER


def test_role_without_an_occupation_says_nothing() -> None:
    assert occupation_in_words(WAITER) == ""
    assert both_occupations(WAITER, WAITER) == ""


def test_fit_is_said_with_the_occupation() -> None:
    assert (
        occupation_in_words(COOK)
        == "Cook: Cooks, Restaurant (35-2014), the nearest occupation with figures of its own."
    )


def test_same_fit_is_said_once() -> None:
    near = replace(BAKER, occupation=Occupation(code="51-3011", title="Bakers", fit=Fit.NEAR))
    assert both_occupations(COOK, near) == (
        "Cooks, Restaurant (35-2014) and Bakers (51-3011), the nearest occupations with figures of their own"
    )


def test_each_fit_of_two_ends_before_the_next_occupation() -> None:
    assert both_occupations(COOK, BAKER) == (
        "Cooks, Restaurant (35-2014), the nearest occupation with figures of its own, "
        "and Bakers (51-3011), an occupation of its own"
    )


def test_same_occupation_is_said_once() -> None:
    assert both_occupations(COOK, COOK) == "Cooks, Restaurant (35-2014), the nearest occupation with figures of its own"


def test_outlook_without_openings_leaves_them_out() -> None:
    outlook = Outlook(growth=-1.5, period="2024-34", openings=None, source="Guild")
    assert outlook_in_words(outlook) == "shrink 1.5% in 2024–34"
