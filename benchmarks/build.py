"""A clean build of a made-up site becomes figures: processor time, peak memory, ratio to the bare libraries.

    python -m benchmarks.build [PATHWAYS]

The ratio is to parsing the same Markdown with markdown-it-py and composing the same front matter with PyYAML,
in the same run on the same machine, and doing nothing with the result: the floor for a generator on these two.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

import yaml
from markdown_it import MarkdownIt

from benchmarks.corpus import make_site

MOST_MILLISECONDS: Final = 6.0
MOST_MEGABYTES: Final = 300.0
RUNS: Final = 3


def measure(site: Path) -> tuple[float, float]:
    """Processor seconds and peak resident megabytes of one clean build in one process."""
    command = [sys.executable, "-m", "site_gen", "build", "--site", str(site), "--jobs", "1", "--quiet"]
    with subprocess.Popen(command, cwd=Path(__file__).parent.parent) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"the build ended with exit code {process.returncode}")
    megabytes = usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
    return usage.ru_utime + usage.ru_stime, megabytes


def floor(site: Path) -> float:
    """Processor seconds of parsing every pathway with the bare libraries."""
    parser = MarkdownIt("js-default")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    texts = [path.read_text(encoding="utf-8") for path in sorted((site / "content" / "pathways").iterdir())]
    start = time.process_time()
    for text in texts:
        _, front, body = text.split("---\n", 2)
        yaml.compose(front, Loader=loader)
        parser.parse(body)
    return time.process_time() - start


def main() -> None:
    """Measure, print, and end with exit code 1 above the budget."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder:
        empty, full = Path(folder) / "small", Path(folder) / "full"
        make_site(empty, 2)
        make_site(full, count)
        start_up = min(measure(empty)[0] for _ in range(RUNS))
        results = [(measure(full), floor(full)) for _ in range(RUNS)]
    seconds = min(result[0][0] for result in results)
    megabytes = max(result[0][1] for result in results)
    bare = min(result[1] for result in results)
    each = seconds / count * 1000
    print(f"{count} pathways, {RUNS} runs, the best of each")
    print(f"start-up      {start_up:.2f} s of processor time (a site of two pathways)")
    print(f"clean build   {seconds:.2f} s of processor time, {each:.2f} ms a pathway (at most {MOST_MILLISECONDS})")
    print(f"bare parsing  {bare:.2f} s, {bare / count * 1000:.2f} ms a pathway")
    print(f"ratio         {seconds / bare:.2f}: the clean build by bare parsing")
    print(f"peak memory   {megabytes:.0f} MB (at most {MOST_MEGABYTES:.0f})")
    if each > MOST_MILLISECONDS or megabytes > MOST_MEGABYTES:
        sys.exit("above the budget")


if __name__ == "__main__":
    main()
