"""Values that never change once they are made, at the cost of those that may."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def record(cls: type[T]) -> type[T]:
    """A dataclass with keywords and slots, equal and hashed by its fields; the type checker holds it to be frozen.

    At run time nothing watches over that: a class which does takes three times as long to make a value, a sixth of the
    time of a whole build. How values are compared, hashed and shown is not written out as code for each class, as
    dataclasses do it: every start would compile that some hundred times.
    """
    made: Any = dataclass(slots=True, kw_only=True, eq=False, repr=False)(cls)
    compared = _values_of(each.name for each in fields(made) if each.compare)
    shown = [each.name for each in fields(made) if each.repr]

    def __eq__(self: object, other: object) -> bool:  # noqa: N807 - becomes a method
        return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: object) -> int:  # noqa: N807 - becomes a method
        return hash(compared(self))

    def __repr__(self: object) -> str:  # noqa: N807 - becomes a method
        return f"{made.__qualname__}({', '.join([f'{name}={getattr(self, name)!r}' for name in shown])})"

    for method in (__eq__, __hash__, __repr__):
        if method.__name__ not in cls.__dict__:
            setattr(made, method.__name__, method)
    result: type[T] = made
    return result


def _values_of(names: Iterable[str]) -> Callable[[object], Any]:
    """What gives the values of some attributes of an object: of one alone itself, of more a tuple."""
    wanted = tuple(names)
    return attrgetter(*wanted) if wanted else lambda _value: ()
