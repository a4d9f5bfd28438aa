"""A workflow becomes what it does on this machine: its scripts run in bash, and actions are played by stand-ins."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import yaml

from tests.sites import REPOSITORY

OWN: Final = REPOSITORY / ".github" / "workflows"
STARTER: Final = REPOSITORY / "site_gen" / "starter" / ".github" / "workflows"
SETS: Final = {"own": OWN, "starter": STARTER}

BASE_URL: Final = "https://octo.example/guides"
SITE_ADDRESS: Final = "https://host.example/artifacts/1"
GITHUB: Final = {
    "event_name": "push",
    "ref": "refs/heads/main",
    "repository": "octo/guides",
    "run_id": "42",
    "sha": "0123abc",
    "server_url": "https://host.example",
    "token": "a-token",
}
"""What the workflows know of the run, by the names that expressions use; scripts have the same in their environment."""

_EXPRESSION: Final = re.compile(r"\$\{\{ (.*?) \}\}")
_SECRET: Final = {"token"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What a step has done: the exit code of its script, and what that printed."""

    name: str
    code: int
    said: str


@dataclass(slots=True, kw_only=True)
class Job:
    """What became of a job; `result` is `success`, `failure` or `skipped`."""

    result: str = "success"
    steps: list[Done] = field(default_factory=list)
    outputs: dict[str, str] = field(default_factory=dict)
    summary: str = ""
    artifacts: dict[str, frozenset[str]] = field(default_factory=dict)

    @property
    def said(self) -> str:
        """All that its scripts printed."""
        return "".join(each.said for each in self.steps)


def load(path: Path) -> dict[str, Any]:
    """A workflow; its key `on`, which YAML 1.1 takes for a yes, is called `on` again."""
    loaded = yaml.safe_load(path.read_text("utf-8"))
    return {"on" if key is True else key: value for key, value in loaded.items()}


def steps_of(workflow: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Every step of every job."""
    for job in workflow["jobs"].values():
        yield from job["steps"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """A site folder, the programs that go before all others there, and where they note how they were called."""

    site: Path
    programs: Path
    noted: Path

    @property
    def calls(self) -> list[str]:
        """How the stand-ins of pip, make and gh were called."""
        return self.noted.read_text("utf-8").splitlines() if self.noted.exists() else []

    def run(self, path: Path, *, event: str = "push", **environment: str) -> dict[str, Job]:
        """Run every job of a workflow, in the order of the file."""
        jobs: dict[str, Job] = {}
        for name, job in load(path)["jobs"].items():
            jobs[name] = Job()
            contexts = _contexts(job, jobs, event)
            before = [jobs[need] for need in contexts["needs"]]
            if all(each.result == "success" for each in before) and _is_wanted(job, contexts):
                Machine(host=self, contexts=contexts, more=environment, job=jobs[name]).run(job)
            else:
                jobs[name].result = "skipped"
        return jobs

    def shell(self, script: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run a script as workflows do: the first command that fails ends it."""
        self.temp.mkdir(exist_ok=True)
        file = self.temp / "script"
        file.write_text(script, "utf-8")
        env = {
            "PATH": f"{self.programs}:{os.environ['PATH']}",
            "HOME": str(self.temp),
            "CI": "true",
            "CALLS": str(self.noted),
            "RUNNER_TEMP": str(self.temp),
            **environment,
        }
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(file)]
        return subprocess.run(command, cwd=self.site, env=env, check=False, capture_output=True, text=True)

    @property
    def temp(self) -> Path:
        """The folder of files that go when a job ends."""
        return self.site.parent / "temp"


def _contexts(job: Mapping[str, Any], jobs: Mapping[str, Job], event: str) -> dict[str, Any]:
    """What the expressions of a job can name; of a matrix, the first of each."""
    return {
        "github": {**GITHUB, "event_name": event},
        "runner": {"os": "Linux"},
        "needs": {need: {"outputs": jobs[need].outputs} for need in [job["needs"]]} if "needs" in job else {},
        "matrix": {key: values[0] for key, values in job.get("strategy", {}).get("matrix", {}).items()},
        "steps": {},
    }


@dataclass(slots=True, kw_only=True)
class Machine:
    """What one job runs on."""

    host: Host
    contexts: dict[str, Any]
    more: dict[str, str]
    job: Job

    def run(self, job: Mapping[str, Any]) -> None:
        """Run the steps one after the other, up to the first that fails."""
        for number, step in enumerate(job["steps"]):
            if not _is_wanted(step, self.contexts):
                continue
            outputs = self._act(step) if "uses" in step else self._script(step, number)
            if self.job.steps and self.job.steps[-1].code:
                self.job.result = "failure"
                return
            if "id" in step:
                self.contexts["steps"][step["id"]] = {"outputs": outputs}
        self.job.outputs = {key: fill(value, self.contexts) for key, value in job.get("outputs", {}).items()}
        if "environment" in job:
            self.job.outputs["url"] = fill(job["environment"]["url"], self.contexts)

    def _act(self, step: Mapping[str, Any]) -> dict[str, str]:
        given = {key: fill(_as_input(value), self.contexts) for key, value in step.get("with", {}).items()}
        return ACTIONS[step["uses"].partition("@")[0]](self, given)

    def _script(self, step: Mapping[str, Any], number: int) -> dict[str, str]:
        files = {
            name: self.host.noted.with_name(f"{name}-{number}") for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")
        }
        for file in files.values():
            file.write_text("")
        done = self.host.shell(
            fill(step["run"], self.contexts),
            **{f"GITHUB_{key.upper()}": each for key, each in self.contexts["github"].items() if key not in _SECRET},
            **{name: str(file) for name, file in files.items()},
            **self.more,
            **{key: fill(value, self.contexts) for key, value in step.get("env", {}).items()},
        )
        self.job.steps.append(Done(name=step["name"], code=done.returncode, said=done.stdout + done.stderr))
        self.job.summary += files["GITHUB_STEP_SUMMARY"].read_text("utf-8")
        return dict(line.split("=", 1) for line in files["GITHUB_OUTPUT"].read_text().splitlines())


def _as_input(value: Any) -> str:
    """A value of YAML as actions are given it."""
    return _yes(value) if isinstance(value, bool) else str(value)


def fill(text: str, contexts: Mapping[str, Any]) -> str:
    """A text with each `${{ … }}` as its value."""
    return _EXPRESSION.sub(lambda found: value_of(found[1], contexts), text)


def _is_wanted(part: Mapping[str, Any], contexts: Mapping[str, Any]) -> bool:
    return "if" not in part or value_of(part["if"], contexts) == "true"


def value_of(expression: str, contexts: Mapping[str, Any]) -> str:
    """What an expression gives; a KeyError where it names what there is not."""
    if " && " in expression:
        return _yes(all(value_of(part, contexts) == "true" for part in expression.split(" && ")))
    for sign, is_equal in ((" == ", True), (" != ", False)):
        if sign in expression:
            left, right = (value_of(part, contexts) for part in expression.split(sign))
            return _yes((left == right) is is_equal)
    if expression.startswith("'"):
        return expression[1:-1]
    if expression.startswith("hashFiles("):
        return "hash"
    value: Any = contexts
    for name in expression.split("."):
        value = value[name]
    return str(value)


def _yes(value: bool) -> str:
    return "true" if value else "false"


def _keep(machine: Machine, given: Mapping[str, str]) -> dict[str, str]:
    """Keep an artifact as the action does: without hidden files, unless it is told to include them."""
    folder = machine.host.site / given["path"]
    assert folder.is_dir()
    files = {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}
    if given.get("include-hidden-files") != "true":
        files = {path for path in files if not any(part.startswith(".") for part in path.parts)}
    machine.job.artifacts[given.get("name", "github-pages")] = frozenset(path.as_posix() for path in files)
    return {"artifact-url": SITE_ADDRESS}


def _nothing(_machine: Machine, _given: Mapping[str, str]) -> dict[str, str]:
    return {}


ACTIONS: Final[dict[str, Callable[[Machine, Mapping[str, str]], dict[str, str]]]] = {
    "actions/checkout": _nothing,
    "actions/setup-python": lambda _machine, given: {"python-version": f"{given['python-version']}.1"},
    "actions/cache": _nothing,
    "actions/upload-artifact": _keep,
    "actions/configure-pages": lambda _machine, _given: {"base_url": BASE_URL},
    "actions/upload-pages-artifact": _keep,
    "actions/deploy-pages": lambda _machine, _given: {"page_url": f"{BASE_URL}/"},
}
"""What stands in for each action."""


def write_program(folder: Path, name: str, script: str) -> None:
    """Write a script for bash that is called like a program."""
    bash = shutil.which("bash")
    file = folder / name
    file.write_text(f"#!{bash}\n{script}", "utf-8")
    file.chmod(0o755)


def restyle(host: Host, order: int) -> None:
    """Give the site another style, and forget the second build of the last run."""
    file = host.site / "templates/assets/print.css"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"main {{ order: {order} }}\n", "utf-8")
    for folder in (host.temp, host.site):
        shutil.rmtree(folder / "again", ignore_errors=True)
