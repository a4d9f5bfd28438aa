"""A mapping becomes an object with an attribute for each of its keys, or a list of everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any, ClassVar, Final, Generic, Self, TypeVar, overload

from site_gen.decode.values import Refused, as_list
from site_gen.read.plain_front_matter import Path

Got = TypeVar("Got")
Read = TypeVar("Read")
Default = TypeVar("Default")
Inner = TypeVar("Inner", bound="Fields")


class Why(Enum):
    """Why there is no value."""

    MISSING = "the key is required, and missing"
    UNKNOWN = "there is no such key"
    NO_MAPPING = "keys and values belong here, not a text or a list"
    REFUSED = "the value is none for its key"


@dataclass(frozen=True, slots=True)
class Wrong:
    """One thing that is wrong, the way to it, and the value there; `refused` says what, of a value that was refused."""

    path: Path
    why: Why
    value: Any = None
    refused: Refused | None = None


Reader = Callable[[Any, Path, list[Wrong]], Read]
"""Turns a value into another: takes it, the way to it, and the list to add to what is wrong. Raises `Refused`."""

_NEEDED: Final = object()


class Key(Generic[Got]):
    """One key of a kind of file: how its value is read, what stands for it where it is missing, and an example.

    On an object that was decoded, the attribute is the value. `inner` are the keys of a mapping below it, or of those
    in its list.
    """

    def __init__(
        self, read: Reader[Got], *, default: Any, name: str, example: str = "", inner: type[Fields] | None = None
    ) -> None:
        self.read = read
        self.default = default
        self.name = name
        self.example = example
        self.inner = inner
        self.attribute = name

    def __set_name__(self, owner: type[Fields], attribute: str) -> None:
        """Take the name of the attribute, where the key has no other one."""
        self.attribute = attribute
        self.name = self.name or attribute

    @overload
    def __get__(self, instance: None, owner: type[Fields]) -> Self: ...

    @overload
    def __get__(self, instance: Fields, owner: type[Fields]) -> Got: ...

    def __get__(self, instance: Fields | None, owner: type[Fields]) -> Self | Got:
        """The key itself: on an object its value hides it."""
        return self

    @property
    def is_required(self) -> bool:
        """Whether there must be such a key."""
        return self.default is _NEEDED


class Fields:
    """What all kinds of file share: keys that are known, of which some are required, and no other."""

    keys: ClassVar[dict[str, Key[Any]]] = {}

    def __init_subclass__(cls) -> None:
        """Gather the keys by their names, in order."""
        cls.keys = {each.name: each for each in vars(cls).values() if isinstance(each, Key)}

    @classmethod
    def decode(cls, values: Any, path: Path, wrong: list[Wrong]) -> Self | None:
        """An object from a mapping; what is wrong is added to the list: None where there is no mapping at all.

        After a fault the object is not to be used.
        """
        if not isinstance(values, dict):
            wrong.append(Wrong(path, Why.NO_MAPPING, values))
            return None
        decoded = cls()
        attributes = decoded.__dict__
        for name, key in cls.keys.items():
            if name in values:
                attributes[key.attribute] = _read(key.read, values[name], (*path, name), wrong)
            elif key.default is _NEEDED:
                wrong.append(Wrong((*path, name), Why.MISSING, values))
            else:
                attributes[key.attribute] = key.default
        wrong.extend(Wrong((*path, name), Why.UNKNOWN, values[name]) for name in values if name not in cls.keys)
        return decoded


def _read(read: Reader[Read], value: Any, path: Path, wrong: list[Wrong]) -> Read | None:
    try:
        return read(value, path, wrong)
    except Refused as refused:
        wrong.append(Wrong(path, Why.REFUSED, value, refused))
        return None


def _alone(read: Callable[[Any], Read]) -> Reader[Read]:
    """A reader that looks at nothing but the value."""
    return lambda value, _path, _wrong: read(value)


def needed(read: Callable[[Any], Read], example: str, *, name: str = "") -> Key[Read]:
    """A key that must be there."""
    return Key(_alone(read), default=_NEEDED, name=name, example=example)


def optional(read: Callable[[Any], Read], default: Default) -> Key[Read | Default]:
    """A key that may be missing, with what stands for it then."""
    return Key(_alone(read), default=default, name="")


def or_none(read: Callable[[Any], Read]) -> Callable[[Any], Read | None]:
    """A reader that takes no value as None."""
    return lambda value: None if value is None else read(value)


def mapping_of(kind: type[Inner], check: Callable[[Any], Any] = lambda value: value) -> Key[Inner | None]:
    """A key that may be missing, with keys below it; where `check` lets no value through, that is None too."""

    def read_mapping(value: Any, path: Path, wrong: list[Wrong]) -> Inner | None:
        return None if check(value) is None else kind.decode(value, path, wrong)

    return Key(read_mapping, default=None, name="", inner=kind)


def list_of(read: Callable[[Any], Read]) -> Key[tuple[Read, ...]]:
    """A key that may be missing, with a list of values."""
    alone = _alone(read)

    def read_list(value: Any, path: Path, wrong: list[Wrong]) -> tuple[Read, ...]:
        return tuple(_entries(alone, as_list(value), path, wrong))

    return Key(read_list, default=(), name="")


def mappings_of(kind: type[Inner], as_mapping: Callable[[Any], Any]) -> Key[tuple[Inner, ...]]:
    """A key that may be missing, with a list of mappings; `as_mapping` is given each."""

    def read_entry(value: Any, path: Path, wrong: list[Wrong]) -> Inner | None:
        return kind.decode(as_mapping(value), path, wrong)

    def read_list(value: Any, path: Path, wrong: list[Wrong]) -> tuple[Inner, ...]:
        return tuple(each for each in _entries(read_entry, as_list(value), path, wrong) if each is not None)

    return Key(read_list, default=(), name="", inner=kind)


def named(read: Callable[[Any], Read]) -> Key[dict[str, Read]]:
    """A key that may be missing, with a value for each of any keys below it."""
    alone = _alone(read)

    def read_mapping(value: Any, path: Path, wrong: list[Wrong]) -> dict[str, Read]:
        if not isinstance(value, dict):
            wrong.append(Wrong(path, Why.NO_MAPPING, value))
            return {}
        pairs = ((name, _read(alone, each, (*path, name), wrong)) for name, each in value.items())
        return {name: each for name, each in pairs if each is not None}

    return Key(read_mapping, default={}, name="")


def _entries(read: Reader[Read], values: list[Any], path: Path, wrong: list[Wrong]) -> Iterator[Read]:
    for at, value in enumerate(values):
        entry = _read(read, value, (*path, at), wrong)
        if entry is not None:
            yield entry
