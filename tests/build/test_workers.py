"""The work of a build is shared out: to processes of this machine, or to a real cluster of two workers."""

import concurrent.futures
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from benchmarks.corpus import make_site
from site_gen.build import workers as sharing
from site_gen.build.site import build_site, check_site
from site_gen.build.workers import PAY_FROM, NoCluster, workers
from tests.commands.running import run
from tests.sites import REPOSITORY, options, tree

PATHWAYS = 160
PATIENCE = 60
"""Seconds that a process of the cluster may take to begin."""


def own_process(number: int) -> tuple[int, int]:
    return number, os.getpid()


def wait_for(what: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < end, "a process of the cluster has not begun"
        time.sleep(0.1)


class Cluster:
    """A scheduler and its workers, each a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "scheduler.json"
        self.environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "DASK_LOGGING__DISTRIBUTED": "error"}
        quiet = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-jupyter")
        self.scheduler = self._start("scheduler", *quiet)
        wait_for(self.file.is_file)
        self.workers = [self._start("worker", "--nthreads", "1", "--no-nanny", "--no-dashboard") for _ in range(2)]

    def _start(self, kind: str, *more: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "dask", kind, "--scheduler-file", str(self.file), *more]
        return subprocess.Popen(command, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    @property
    def address(self) -> str:
        """Where the scheduler listens."""
        address: str = json.loads(self.file.read_text("utf-8"))["address"]
        return address

    def count(self) -> int:
        """How many workers the scheduler knows."""
        from distributed import Client

        with Client(self.address, set_as_default=False) as client:  # type: ignore[no-untyped-call]
            return len(client.scheduler_info(n_workers=-1)["workers"])

    def stop(self) -> None:
        """End every process."""
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    made = Cluster(tmp_path_factory.mktemp("cluster"))
    try:
        wait_for(lambda: made.count() == 2)
        yield made
    finally:
        made.stop()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    make_site(folder, PATHWAYS)
    return folder


@pytest.fixture(scope="module")
def alone(site: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What one process makes of the site."""
    output = tmp_path_factory.mktemp("alone") / "output"
    assert build_site(options(site, output=output, jobs=1)).published
    return tree(output)


@pytest.mark.parametrize(
    ("pathways", "jobs", "expected"),
    [
        pytest.param(3, None, None, id="a small site needs none"),
        pytest.param(PAY_FROM, None, 7, id="a large one takes all cores"),
        pytest.param(PAY_FROM, 1, None, id="one job is none"),
        pytest.param(3, 2, 2, id="as many as asked for"),
    ],
)
def test_workers_start_where_they_pay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pathways: int, jobs: int | None, expected: int | None
) -> None:
    started: list[int] = []
    ended: list[bool] = []

    class Pool:
        def __init__(self, max_workers: int, mp_context: object) -> None:
            del mp_context
            started.append(max_workers)

        def map(self, function: object, *shares: object) -> list[object]:
            del function, shares
            return []

        def shutdown(self) -> None:
            ended.append(True)

    (tmp_path / "pathways").mkdir()
    for number in range(pathways):
        (tmp_path / f"pathways/{number}.md").write_text("")
    monkeypatch.setattr(concurrent.futures, "ProcessPoolExecutor", Pool)
    monkeypatch.setattr(os, "cpu_count", lambda: 7)
    with workers(jobs, None, tmp_path) as executor:
        assert (executor is None) is (expected is None)
        assert started == []
        if executor is not None:
            executor.map(own_process, range(8))
    assert started == ([] if expected is None else [expected])
    assert ended == [True] * len(started)


def test_jobs_are_processes_of_their_own(site: Path) -> None:
    with workers(2, None, site / "content") as executor:
        assert executor is not None
        assert os.getpid() not in {process for _, process in executor.map(own_process, range(8))}


def test_two_processes_make_what_one_makes(site: Path, alone: dict[str, bytes], tmp_path: Path) -> None:
    assert build_site(options(site, output=tmp_path / "output", jobs=2)).published
    assert tree(tmp_path / "output") == alone


def test_a_cluster_makes_what_one_process_makes(
    site: Path, alone: dict[str, bytes], cluster: Cluster, tmp_path: Path
) -> None:
    report = build_site(options(site, output=tmp_path / "output", scheduler=cluster.address))
    assert (report.published, report.diagnostics) == (True, build_site(options(site, jobs=1)).diagnostics)
    assert tree(tmp_path / "output") == alone


def test_a_cluster_checks_what_one_process_checks(site: Path, cluster: Cluster) -> None:
    assert check_site(options(site, scheduler=cluster.address)) == check_site(options(site, jobs=1))


def test_the_work_is_done_by_the_workers_of_the_cluster(site: Path, cluster: Cluster) -> None:
    with workers(None, cluster.address, site / "content") as executor:
        assert executor is not None
        done = list(executor.map(own_process, range(40)))
    assert [number for number, _ in done] == list(range(40))
    assert {process for _, process in done} <= {each.pid for each in cluster.workers}


def test_the_same_work_is_done_again_when_it_is_asked_for_again(cluster: Cluster, tmp_path: Path) -> None:
    marks = [tmp_path / str(number) for number in range(2)]
    for mark in marks:
        with workers(None, cluster.address, tmp_path) as executor:
            assert executor is not None
            list(executor.map(os.makedirs, [mark], [0o777], [True]))
        assert mark.is_dir()
        mark.rmdir()
        with workers(None, cluster.address, tmp_path) as executor:
            assert executor is not None
            list(executor.map(os.makedirs, [mark], [0o777], [True]))
        assert mark.is_dir()


def test_a_scheduler_that_does_not_answer_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "_PATIENCE", 1)
    said = pytest.raises(NoCluster, match=r"no scheduler answers at tcp://127\.0\.0\.1:1")
    with said, workers(None, "tcp://127.0.0.1:1", tmp_path):
        pass


@pytest.mark.parametrize("address", ["nonsense://x", "tcp://127.0.0.1:99999", "::"])
def test_an_address_that_is_none_is_said_so(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "_PATIENCE", 1)
    with pytest.raises(NoCluster), workers(None, address, tmp_path):
        pass


def test_a_cluster_needs_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(NoCluster, match=r'pip install "waymark\[cluster\]"'), workers(None, "tcp://x:1", tmp_path):
        pass


def test_another_version_on_a_worker_is_refused(
    site: Path, cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("site_gen.build.answers.digest_of_package", lambda: "another")
    with pytest.raises(NoCluster, match="another version of Waymark"):
        build_site(options(site, output=tmp_path / "output", scheduler=cluster.address))
    assert not (tmp_path / "output").exists()


def test_a_worker_that_is_killed_leaves_its_work_to_the_other(
    site: Path, alone: dict[str, bytes], tmp_path: Path
) -> None:
    own = Cluster(tmp_path)
    try:
        wait_for(lambda: own.count() == 2)
        own.workers[0].send_signal(signal.SIGSTOP)  # it takes work and never gives it back
        subprocess.Popen(["sh", "-c", f"sleep 2; kill -9 {own.workers[0].pid}"])
        assert build_site(options(site, output=tmp_path / "output", scheduler=own.address)).published
        assert tree(tmp_path / "output") == alone
    finally:
        own.stop()


def test_the_command_builds_on_a_cluster(site: Path, alone: dict[str, bytes], cluster: Cluster, tmp_path: Path) -> None:
    output = tmp_path / "output"
    result = run("build", "--site", str(site), "--output", str(output), "--scheduler", cluster.address, "--quiet")
    assert (result.exit_code, tree(output)) == (0, alone)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        pytest.param(("--scheduler", "tcp://127.0.0.1:1"), "no scheduler answers at tcp://127.0.0.1:1", id="nobody"),
        pytest.param(("--scheduler", "tcp://127.0.0.1:1", "--jobs", "2"), "Leave out --jobs", id="jobs besides"),
    ],
)
def test_the_command_says_what_is_wrong_with_a_scheduler(
    more: tuple[str, ...], said: str, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sharing, "_PATIENCE", 1)
    result = run("build", "--site", str(site), "--output", str(tmp_path / "output"), *more)
    assert (result.exit_code, said in result.stderr) == (2, True)
