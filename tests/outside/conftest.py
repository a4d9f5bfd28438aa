"""The hosts that the tests of outside links ask."""

from collections.abc import Iterator

import pytest

from tests.outside.serving import Web, web_of


@pytest.fixture
def web() -> Iterator[Web]:
    with web_of(3) as web:
        yield web
