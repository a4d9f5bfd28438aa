"""The refusal of a value as one line, for the tests of values."""

from collections.abc import Callable
from typing import Any

import pytest

from site_gen.decode.values import Refused


def refused(read: Callable[[Any], object], value: Any) -> str:
    with pytest.raises(Refused) as caught:
        read(value)
    return f"{caught.value.fault.name}: {caught.value.message} -- {caught.value.help}"
