"""Faults have codes by kind and names of their own, and each can be raised."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from site_gen import faults
from site_gen.checks import checks
from site_gen.diagnostic import Fault
from site_gen.faults import FAULTS
from tests.sites import REPOSITORY

_NAMES = {name: value for name, value in vars(faults).items() if isinstance(value, Fault)}


def test_there_are_faults() -> None:
    assert len(FAULTS) > 70
    assert list(FAULTS.values()) == list(_NAMES.values())


@pytest.mark.parametrize("fault", FAULTS.values(), ids=lambda each: each.name)
def test_a_fault_has_a_code_a_name_and_a_summary(fault: Fault) -> None:
    assert re.fullmatch(r"W[0-5]\d\d", fault.code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", fault.name)
    assert fault.summary
    assert not fault.summary.endswith(".")


def test_codes_rise_and_names_are_used_once() -> None:
    assert list(FAULTS) == sorted(FAULTS)
    assert len({fault.name for fault in FAULTS.values()}) == len(FAULTS)


@pytest.mark.parametrize(
    ("code", "name"), [("W001", "a-new-name"), ("W999", "bad-yaml")], ids=["one code twice", "one name twice"]
)
def test_a_code_or_name_that_is_taken_is_refused(code: str, name: str) -> None:
    with pytest.raises(ValueError, match=f"{code} {name} is already taken"):
        faults._error(code, name, "something else")


@pytest.mark.parametrize("name", _NAMES)
def test_a_fault_is_used_by_a_module(name: str) -> None:
    assert name in _names_used(), f"nothing raises {name}"


def test_every_fault_of_a_rule_is_named_by_it() -> None:
    for check in checks():
        module = REPOSITORY / "site_gen" / "checks" / f"{check.name}.py"
        used = {_NAMES[name] for name in _imported_faults(module)}
        assert set(check.faults) == used


@cache
def _names_used() -> set[str]:
    modules = (REPOSITORY / "site_gen").rglob("*.py")
    return {name for module in modules if module.name != "faults.py" for name in _imported_faults(module)}


def _imported_faults(module: Path) -> set[str]:
    """The faults that a module imports, and uses besides."""
    tree = ast.parse(module.read_text("utf-8"))
    imported = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "site_gen.faults"
        for alias in node.names
    }
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return imported & used & set(_NAMES)
