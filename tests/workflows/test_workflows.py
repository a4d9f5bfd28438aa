"""The workflows of this project and of new sites: pinned, with few rights, and alike."""

import re
from pathlib import Path
from typing import Any, Final

import pytest

from tests.sites import REPOSITORY
from tests.workflows.runner import OWN, SETS, STARTER, load, steps_of

FILES: Final = {f"{name} {path.stem}": path for name, folder in SETS.items() for path in sorted(folder.glob("*.yml"))}
every_workflow = pytest.mark.parametrize("path", FILES.values(), ids=FILES)

PINS: Final = {
    "actions/cache": ("27d5ce7f107fe9357f9df03efb73ab90386fccae", "v5.0.5", {"path", "key", "restore-keys"}),
    "actions/checkout": (
        *("3d3c42e5aac5ba805825da76410c181273ba90b1", "v7.0.1"),
        {"persist-credentials", "fetch-depth"},
    ),
    "actions/configure-pages": ("983d7736d9b0ae728b81ab479565c72886d7745b", "v5.0.0", set[str]()),
    "actions/deploy-pages": ("cd2ce8fcbc39b97be8ca5fce6e763baed58fa128", "v5.0.0", set[str]()),
    "actions/setup-python": (
        *("5fda3b95a4ea91299a34e894583c3862153e4b97", "v7.0.0"),
        {"python-version", "cache", "cache-dependency-path"},
    ),
    "actions/upload-artifact": (
        *("bbbca2ddaa5d8feaa63e36b76fdaad77386f024f", "v7.0.0"),
        {"name", "path", "include-hidden-files", "if-no-files-found", "retention-days"},
    ),
    "actions/upload-pages-artifact": (
        *("fc324d3547104276b827a68afc52ff2a11cc49c9", "v5.0.0"),
        {"path", "include-hidden-files"},
    ),
}
"""The commit and the version of each action, and those of its inputs that are used here, read in its action.yml."""

RIGHTS: Final = {
    ("check", "content"): {"contents": "read", "pages": "read"},
    ("links", "links"): {"contents": "read", "issues": "write"},
    ("publish", "build"): {"contents": "read", "pages": "read"},
    ("publish", "deploy"): {"pages": "write", "id-token": "write"},
}
"""What a job may do, by workflow and job; every other may read the content."""


def test_both_sets_have_the_three_workflows() -> None:
    assert sorted(FILES) == sorted(f"{name} {stem}" for name in SETS for stem in ("check", "links", "publish"))


@every_workflow
def test_every_action_is_pinned_by_a_commit_that_was_looked_up(path: Path) -> None:
    used = re.findall(r"^ +uses: (\S+)@([0-9a-f]{40}) # (\S+)$", path.read_text("utf-8"), re.MULTILINE)
    assert len(used) == sum("uses" in step for step in steps_of(load(path))) > 0
    assert [(name, commit, version) for name, commit, version in used if PINS[name][:2] != (commit, version)] == []


@every_workflow
def test_every_input_is_one_of_its_action(path: Path) -> None:
    for step in steps_of(load(path)):
        if "uses" in step:
            assert set(step.get("with", {})) <= PINS[step["uses"].partition("@")[0]][2]


def test_every_pin_is_used() -> None:
    used = {
        step["uses"].partition("@")[0] for path in FILES.values() for step in steps_of(load(path)) if "uses" in step
    }
    assert used == PINS.keys()


@every_workflow
def test_every_job_names_its_rights_and_has_an_end(path: Path) -> None:
    workflow = load(path)
    assert workflow["permissions"] == {}
    for name, job in workflow["jobs"].items():
        assert job["permissions"] == RIGHTS.get((path.stem, name), {"contents": "read"})
        assert job["timeout-minutes"] <= 60


@every_workflow
def test_no_script_is_made_of_what_others_write(path: Path) -> None:
    scripts = [step["run"] for step in steps_of(load(path)) if "run" in step]
    assert [script for script in scripts if "${{" in script] == []
    assert load(path)["defaults"] == {"run": {"shell": "bash"}}


@every_workflow
def test_no_checkout_leaves_a_token_behind(path: Path) -> None:
    taken = [step["with"] for step in steps_of(load(path)) if step.get("uses", "").startswith("actions/checkout@")]
    assert [each["persist-credentials"] for each in taken] == [False] * len(taken)


@pytest.mark.parametrize("folder", SETS.values(), ids=SETS)
def test_what_builds_has_the_whole_history(folder: Path) -> None:
    for name, job in (("check", "content"), ("publish", "build")):
        checkout, *_ = load(folder / f"{name}.yml")["jobs"][job]["steps"]
        assert checkout["with"]["fetch-depth"] == 0


@pytest.mark.parametrize("folder", SETS.values(), ids=SETS)
def test_what_a_build_leaves_is_kept_by_system_python_and_packages(folder: Path) -> None:
    locks = {OWN: "requirements/site.txt", STARTER: "requirements.txt"}
    key = (
        "waymark-${{ runner.os }}-${{ steps.python.outputs.python-version }}-"
        f"${{{{ hashFiles('{locks[folder]}') }}}}-"
    )
    for name, job in (("check", "content"), ("publish", "build")):
        steps = load(folder / f"{name}.yml")["jobs"][job]["steps"]
        (cache,) = (each["with"] for each in steps if each.get("uses", "").startswith("actions/cache@"))
        assert cache["path"].split() == [".cache/waymark", ".output.state", "output"]
        assert (cache["key"], cache["restore-keys"].strip()) == (f"{key}${{{{ github.run_id }}}}", key)


@pytest.mark.parametrize("folder", SETS.values(), ids=SETS)
def test_one_publication_follows_the_other(folder: Path) -> None:
    publish = load(folder / "publish.yml")
    assert publish["concurrency"] == {"group": "pages", "cancel-in-progress": False}
    assert set(publish["on"]) == {"push", "schedule", "workflow_dispatch"}
    assert "SOURCE_DATE_EPOCH" not in (folder / "publish.yml").read_text("utf-8")


def _without_install(step: dict[str, Any]) -> Any:
    """A step as both sets have it: without packages and how they are installed, and without `--strict`."""
    text = re.sub(r"requirements(/\w+)?\.txt", "LOCK", str(step)).replace(" --strict", "")
    return step["name"] if step["name"] == "Install Waymark" else text


@pytest.mark.parametrize(("name", "job"), [("check", "content"), ("publish", "build"), ("links", "links")])
def test_both_sets_differ_in_packages_and_strictness_alone(name: str, job: str) -> None:
    own, starter = (
        [_without_install(step) for step in load(each / f"{name}.yml")["jobs"][job]["steps"]] for each in (OWN, STARTER)
    )
    assert own == starter


def test_tests_run_on_every_python_that_is_promised() -> None:
    matrix = load(OWN / "check.yml")["jobs"]["tests"]["strategy"]["matrix"]
    assert matrix == {"python": ["3.11", "3.12", "3.13", "3.14"]}


def test_lock_files_that_are_installed_are_there() -> None:
    named = {
        lock for path in OWN.glob("*.yml") for lock in re.findall(r"requirements/\w+\.txt", path.read_text("utf-8"))
    }
    assert named == {"requirements/dev.txt", "requirements/site.txt"}
    assert all((REPOSITORY / each).is_file() for each in named)


def test_parts_of_ci_are_jobs_of_the_check() -> None:
    parts = re.findall(r'^step "[^"]+" (make .*)$', (REPOSITORY / ".ci" / "run").read_text("utf-8"), re.MULTILINE)
    scripts = [step["run"] for step in steps_of(load(OWN / "check.yml")) if "run" in step]
    # The site is built by the job that says what is wrong with it.
    assert {each for each in parts if each not in scripts} == {'make site BUILD="--strict"'}


def test_docs_say_when_each_runs() -> None:
    rows = re.findall(r"^\| `(\w+)\.yml` \|", (REPOSITORY / "docs" / "publishing.md").read_text("utf-8"), re.MULTILINE)
    assert sorted(rows) == sorted(path.stem for path in STARTER.glob("*.yml"))
