"""`waymark build`: check the content, then publish the site."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from site_gen.commands import (
    DRAFTS,
    FAULTS_FOUND,
    OUTPUT,
    QUIET,
    SITE,
    STRICT,
    as_typed,
    cannot_replace,
    make_options,
    plural,
    progress_bar,
    say,
)

if TYPE_CHECKING:
    from site_gen.build.site import Report
    from site_gen.build.telling import Stage


@click.command()
@SITE
@OUTPUT
@click.option("--base-url", metavar="URL", help="The address the site will live at; goes before the one in site.yaml.")
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    metavar="N",
    help="How many processes share the work (default: as many as help).",
)
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Share the work out to the Dask cluster of this scheduler, such as tcp://10.0.0.1:8786.",
)
@STRICT
@DRAFTS
@click.option("--explain", is_flag=True, help="Say what was made again and why, and where the time went.")
@click.option("--explain-all", is_flag=True, help="The same, with every name.")
@click.option(
    "--profile",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write where the time went, function by function, for pstats or snakeviz; implies --jobs 1.",
)
@QUIET
@click.pass_context
def build(context: click.Context, /, **given: Any) -> None:
    """Check the content, then publish the site to output/."""
    from site_gen.build.publish import NotOurs
    from site_gen.build.site import build_site
    from site_gen.build.workers import NoCluster

    profile: Path | None = given["profile"]
    if given["scheduler"] and (given["jobs"] or profile):
        message = "--scheduler shares the work out by itself. Leave out --jobs and --profile."
        raise click.UsageError(message)
    options = make_options(context, {**given, "jobs": 1} if profile else given)
    quiet = given["quiet"]
    clock = Clock()
    try:
        with _profiling(profile), progress_bar(shown=not quiet) as progress:
            report = build_site(options, progress, clock.enter)
    except NotOurs as error:
        raise cannot_replace(options.output, error) from error
    except NoCluster as error:
        message = f"--scheduler: {error}."
        raise click.UsageError(message) from error
    stages = clock.stop()
    say(report, published=report.published, quiet=quiet)
    if given["explain"] or given["explain_all"]:
        _explain(report, stages, everything=given["explain_all"])
    if profile is not None:
        click.echo(f"Built with one process. `python -m pstats {as_typed(profile)}` opens the profile.", err=True)
    if not report.published:
        sys.exit(FAULTS_FOUND)
    if not quiet:
        click.echo(f"{_summary(report)}, {clock.seconds:.1f} seconds. Open {as_typed(options.output / 'index.html')}")
        if report.next_due:
            click.echo(f"Next due: {report.next_due}")


class Clock:
    """Notes what each stage of a build costs, on the wall and of the processor; that of workers stands by itself."""

    def __init__(self) -> None:
        self._begun: list[tuple[str, float, float]] = []
        self._start = time.perf_counter()
        self._workers = _processor_of_workers()
        self.seconds = 0.0

    def enter(self, name: str) -> None:
        """Note that a stage begins, and that the one before is over."""
        self._begun.append((name, time.perf_counter(), time.process_time()))

    def stop(self) -> list[Stage]:
        """Note that the last stage is over; gives all of them, those of one name as one."""
        from site_gen.build.telling import Stage

        self.enter("")
        self.seconds = self._begun[-1][1] - self._start
        costs: dict[str, tuple[float, float]] = {}
        for (name, wall, processor), (_, wall_after, processor_after) in zip(
            self._begun, self._begun[1:], strict=False
        ):
            before = costs.get(name, (0.0, 0.0))
            costs[name] = before[0] + wall_after - wall, before[1] + processor_after - processor
        stages = [Stage(name=name, wall=cost[0], processor=cost[1]) for name, cost in costs.items()]
        in_workers = _processor_of_workers() - self._workers
        return [*stages, Stage(name="in workers", wall=0.0, processor=in_workers)] if in_workers else stages


def _processor_of_workers() -> float:
    """The seconds of the processor that processes started by this one have used, those that have ended."""
    times = os.times()
    return times.children_user + times.children_system


@contextmanager
def _profiling(file: Path | None) -> Iterator[None]:
    """Write a profile of what is done meanwhile, also where that fails."""
    if file is None:
        yield
        return
    from cProfile import Profile  # nobody else needs it

    try:
        file.write_bytes(b"")
    except OSError as error:
        message = f"--profile {as_typed(file)} can't be written: {error.strerror}."
        raise click.UsageError(message) from error
    profile = Profile()
    try:
        with profile:
            yield
    finally:
        profile.dump_stats(file)


def _explain(report: Report, stages: list[Stage], *, everything: bool) -> None:
    """Say what was made again, and what each stage has cost."""
    from site_gen.build.telling import MOST, tell_reasons, tell_stages

    lines = list(tell_reasons(report.reasons, most=None if everything else MOST))
    for line in lines or (["Nothing had to be made again."] if report.published else []):
        click.echo(line, err=True)
    for line in tell_stages(stages):
        click.echo(line, err=True)


def _summary(report: Report) -> str:
    """How much there is of the site, how much of it was made again, and how many warnings there are."""
    warnings = plural(len(report.diagnostics), "warning")
    if report.made_again == report.pages:
        return f"{report.pages:,} pages, {warnings}"
    return f"{report.made_again:,} of {report.pages:,} pages made again, {warnings}"


COMMAND = build
