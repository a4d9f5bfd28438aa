"""What a command costs counts its children, and a failed command gives no figures."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.measure import Failed, measure

ROOT = Path(__file__).parents[2]
BUSY = "import time\nwhile time.process_time() < 0.3: pass\n"
LARGE = "import time; kept = b'x' * 60_000_000; time.sleep(0.4)"


def run(tmp_path: Path, code: str) -> list[str]:
    file = tmp_path / "code.py"
    file.write_text(code, encoding="utf-8")
    return [sys.executable, str(file)]


def test_processor_time_of_children_is_counted(tmp_path: Path) -> None:
    code = f"import subprocess, sys\nfor _ in range(2): subprocess.run([sys.executable, '-c', {BUSY!r}], check=True)"
    cost = measure(run(tmp_path, code), tmp_path, os.environ)
    assert cost.processor > 0.6
    assert cost.wall > 0.6


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="the memory of all processes is read from /proc")
def test_memory_of_processes_side_by_side_is_added_up(tmp_path: Path) -> None:
    code = (
        "import subprocess, sys\n"
        f"both = [subprocess.Popen([sys.executable, '-c', {LARGE!r}]) for _ in range(2)]\n"
        "for each in both: each.wait()"
    )
    # Of a process of its own: a command is never counted as smaller than the process that starts it.
    measured = (
        "import os; from pathlib import Path; from benchmarks.measure import measure\n"
        f"cost = measure({run(tmp_path, code)!r}, Path({str(tmp_path)!r}), os.environ)\n"
        "print(cost.largest, cost.together)"
    )
    done = subprocess.run([sys.executable, "-c", measured], cwd=ROOT, check=True, capture_output=True, text=True)
    largest, together = map(int, done.stdout.split())
    assert 60e6 < largest < 120e6
    assert together > 120e6


def test_failed_command_is_told_with_its_last_words(tmp_path: Path) -> None:
    with pytest.raises(Failed, match=r"exit code 3\nno more$"):
        measure(run(tmp_path, "print('no more'); raise SystemExit(3)"), tmp_path, os.environ)
