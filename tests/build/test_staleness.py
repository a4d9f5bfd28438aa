"""What has to be made again is a question of names, and the answer is a sentence."""

from dataclasses import fields

import pytest

from site_gen.build.staleness import changed, in_words, reason
from site_gen.model.site import Site


def test_the_same_answers_change_nothing() -> None:
    assert changed({"a": "1"}, {"a": "1"}) == frozenset()


def test_an_answer_that_is_another_or_on_one_side_only_has_changed() -> None:
    assert changed({"a": "1", "b": "1", "c": "1"}, {"a": "1", "b": "2", "d": "1"}) == {"b", "c", "d"}


def test_who_asked_for_nothing_that_has_changed_has_no_reason() -> None:
    assert reason({"role:cook"}, {"role:baker"}) == ""


def test_the_reason_that_explains_most_is_told() -> None:
    names = {"template:base.html", "role:cook", "setting:title", "listings"}
    assert reason(names, names) == "a pathway's facts have changed, or one was added or removed"
    assert reason({"role:cook", "role:baker"}, names | {"role:baker"}) == "the role `baker` has changed"


@pytest.mark.parametrize("setting", [each.name for each in fields(Site)])
def test_every_setting_is_called_as_in_the_file(setting: str) -> None:
    called = {"hours_a_week": "hours_per_week", "severities": "severity", "allowed_links": "links"}.get(
        setting, setting
    )
    assert in_words(f"setting:{setting}") == f"the setting `{called}` in content/site.yaml has changed"
