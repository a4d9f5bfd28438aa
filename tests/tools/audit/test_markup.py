import pytest

from tools.audit.markup import is_fault


@pytest.mark.parametrize(
    "line",
    [
        pytest.param('"a.html":1.2-1.3: info: Trailing slash on void elements has no effect.', id="information"),
        pytest.param(
            '"a.html":1.2-1.3: info warning: The “list” role is unnecessary for element “ul”.',
            id="role-that-safari-needs",
        ),
    ],
)
def test_what_the_site_lives_with_is_no_fault(line: str) -> None:
    assert not is_fault(line)


@pytest.mark.parametrize("kind", ["error", "info warning"])
def test_errors_and_warnings_are_faults(kind: str) -> None:
    assert is_fault(f'"a.html":1.2-1.3: {kind}: Section lacks heading.')
