"""A validator's refusal as one line, for the tests of values."""

from collections.abc import Callable
from typing import Any

import pytest
from pydantic_core import PydanticCustomError


def refused(validate: Callable[[Any], object], value: Any) -> str:
    with pytest.raises(PydanticCustomError) as caught:
        validate(value)
    context = caught.value.context or {}
    return f"{caught.value.type}: {context['message']} -- {context['help']}"
