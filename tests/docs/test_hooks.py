"""The hooks for pre-commit run commands that exist, on the files that a site has, and are used as the docs say."""

from __future__ import annotations

import re
import shlex
from typing import Any, Final

import pytest
import yaml

from tests.docs.commands import parse
from tests.docs.reading import code_in, read, snippets, table

HOOKS: Final[list[dict[str, Any]]] = yaml.safe_load(read(".pre-commit-hooks.yaml"))
KEYS: Final[dict[str, type]] = {
    "id": str,
    "name": str,
    "description": str,
    "entry": str,
    "language": str,
    "files": str,
    "exclude": str,
    "types_or": list,
    "always_run": bool,
    "pass_filenames": bool,
    "require_serial": bool,
    "minimum_pre_commit_version": str,
}
"""The keys of pre-commit's manifest that are used here, and what each takes."""

ON_FILES: Final = [hook for hook in HOOKS if hook.get("pass_filenames", True)]


def by_id(hook: dict[str, Any]) -> str:
    return str(hook["id"])


@pytest.mark.parametrize("hook", HOOKS, ids=by_id)
def test_hook_has_what_pre_commit_asks_for(hook: dict[str, Any]) -> None:
    assert {key: type(value) for key, value in hook.items()} == {key: KEYS[key] for key in hook}
    assert {"id", "name", "entry", "language"} <= hook.keys()
    assert hook["language"] == "python"
    assert re.fullmatch(r"\d+\.\d+\.\d+", hook["minimum_pre_commit_version"])


@pytest.mark.parametrize("hook", HOOKS, ids=by_id)
def test_hook_runs_a_command_that_exists(hook: dict[str, Any]) -> None:
    program, *words = shlex.split(hook["entry"])
    assert program == "waymark"
    parse([*words, *(["content/roles/cook.md"] if hook in ON_FILES else [])])


@pytest.mark.parametrize("hook", ON_FILES, ids=by_id)
@pytest.mark.parametrize(
    ("path", "is_passed"),
    [
        ("content/roles/cook.md", True),
        ("content/pathways/cook-to-baker.md", True),
        ("content/site.yaml", True),
        ("content/occupations.csv", True),
        ("README.md", False),
        ("docs/content/roles/cook.md", False),
        ("content/assets/.gitkeep", False),
        ("content/roles/.cook.md", False),
        ("content/roles/cook.md~", False),
    ],
)
def test_hook_is_passed_the_files_that_a_site_reads(hook: dict[str, Any], path: str, is_passed: bool) -> None:
    passed = re.search(hook["files"], path) is not None and re.search(hook["exclude"], path) is None
    assert passed is is_passed


@pytest.mark.parametrize("hook", ON_FILES, ids=by_id)
def test_hook_on_files_runs_once_at_a_time(hook: dict[str, Any]) -> None:
    assert hook["require_serial"] is True


def test_hook_on_the_site_runs_when_a_commit_only_deletes() -> None:
    (hook,) = (each for each in HOOKS if each not in ON_FILES)
    assert (hook["id"], hook["always_run"], "files" in hook) == ("waymark-check-site", True, False)


def test_docs_list_every_hook() -> None:
    rows = table(read("docs/authors.md"), "Hook", "What it does")
    assert [code_in(cell) for cell, _ in rows] == [[hook["id"]] for hook in HOOKS]


def test_sample_configuration_uses_hooks_and_options_that_exist() -> None:
    (sample,) = (each for each in snippets(read("docs/authors.md")) if each.purpose == ".pre-commit-config.yaml")
    (repo,) = yaml.safe_load(sample.code)["repos"]
    assert set(repo) == {"repo", "rev", "hooks"}
    entries = {hook["id"]: hook["entry"] for hook in HOOKS}
    for used in repo["hooks"]:
        parse([*shlex.split(entries[used["id"]])[1:], *used.get("args", [])])
