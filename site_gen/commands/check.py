"""`waymark check`: say what is wrong with the content, or mend it, and publish nothing."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from site_gen import __version__
from site_gen.commands import (
    DRAFTS,
    FAULTS_FOUND,
    QUIET,
    SITE,
    STRICT,
    files_below,
    make_options,
    plural,
    progress_bar,
    say,
    site_of,
)
from site_gen.faults import FAULTS
from site_gen.nearest import nearest

if TYPE_CHECKING:
    from site_gen.build.mend import Mended
    from site_gen.build.site import Options, Progress, Report
    from site_gen.diagnostic import Diagnostic

FORMATS: Final = ("text", "json", "github", "gitlab", "sarif", "junit")
_CODES_BY_KEY: Final = {key: code for code, fault in FAULTS.items() for key in (code, fault.name)}


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@SITE
@STRICT
@click.option("--select", multiple=True, metavar="CODE", help="Say these codes only (W301, W3, bare-address, …).")
@click.option("--ignore", multiple=True, metavar="CODE", help="Don't say these codes.")
@click.option("--fix", is_flag=True, help="Mend what can be mended without changing what is meant.")
@click.option("--unsafe-fixes", is_flag=True, help="Mend also what takes a guess, such as the nearest name.")
@click.option("--diff", is_flag=True, help="Show what would be mended, and change nothing.")
@click.option("--links", is_flag=True, help="Ask outside addresses whether they are still there.")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How to report; all but text goes to standard output.",
)
@DRAFTS
@QUIET
@click.pass_context
def check(context: click.Context, /, paths: tuple[Path, ...], **given: Any) -> None:
    """Check the content, or some of its files, and publish nothing."""
    gc.disable()  # as in `build`
    given["site"] = site_of(given.get("site") or context.obj, paths)
    options = make_options(context, given)
    options = replace(
        options,
        only=files_below(options, paths),
        select=_codes(given["select"]) if given["select"] else None,
        ignore=_codes(given["ignore"]),
    )
    from site_gen.build.site import check_site, with_diagnostics

    with progress_bar(shown=not given["quiet"]) as progress:
        report = check_site(options, progress)
        dead = _asked(report, options, progress) if given["links"] else _nothing
        report = with_diagnostics(report, dead(report), options)
    mended = None
    if given["fix"] or given["unsafe_fixes"] or given["diff"]:
        mended = _mend(report, options, given)
        if given["diff"]:
            _show_changes(mended, quiet=given["quiet"])
            return
        report = with_diagnostics(mended.report, dead(mended.report), options)
    _report(report, given, mended=mended, is_whole_site=not paths)
    if any(each.severity == "error" for each in report.diagnostics):
        sys.exit(FAULTS_FOUND)


def _codes(words: Iterable[str]) -> frozenset[str]:
    """The codes that were typed: codes, their beginnings (`W3`) and names, with commas between them or one by one."""
    codes: set[str] = set()
    for word in (each.strip() for words_typed in words for each in words_typed.split(",")):
        found = {code for code in FAULTS if word and code.startswith(word.upper())}
        found |= {_CODES_BY_KEY[word.lower()]} if word.lower() in _CODES_BY_KEY else set()
        if not found:
            guess = nearest(word, _CODES_BY_KEY)
            hint = f"Did you mean `{guess}`?" if guess else "`waymark explain` lists them all."
            message = f"No diagnostic is called `{word}`. {hint}"
            raise click.UsageError(message)
        codes |= found
    return frozenset(codes)


def _mend(report: Report, options: Options, given: dict[str, Any]) -> Mended:
    from site_gen.build.mend import mend_site, write_changes

    mended = mend_site(report, options, unsafe=given["unsafe_fixes"])
    if not given["diff"]:
        write_changes(mended.changed)
    return mended


def _nothing(_report: Report) -> tuple[Diagnostic, ...]:
    """No outside address was asked, so none is known to be dead."""
    return ()


def _asked(report: Report, options: Options, progress: Progress) -> Callable[[Report], tuple[Diagnostic, ...]]:
    """Ask the outside addresses of a report; gives what there is to say of those in any report of the same site."""
    from site_gen.outside.ask import ask
    from site_gen.outside.dead import dead_links
    from site_gen.outside.proxy import system_proxy
    from site_gen.outside.terms import LinkTerms, MissingExtraError, NoNetworkError
    from site_gen.outside.wanted import to_ask

    allowed = report.site.allowed_links
    terms = LinkTerms(now=datetime.now(UTC), cache=options.site / ".cache" / "waymark", proxy_of=system_proxy)
    try:
        answers = ask(to_ask(report.outside_links, allowed), terms, progress)
    except (MissingExtraError, NoNetworkError) as error:
        raise click.UsageError(f"--links: {error}") from error
    return lambda later: dead_links(later.outside_links, answers, allowed)


def _show_changes(mended: Mended, *, quiet: bool) -> None:
    """Print the changes as one patch; exit code 1 says that there are some."""
    for each in mended.changed:
        click.echo(each.diff(), nl=False)
    if mended.changed or not quiet:
        click.echo(_counted(mended, "would be mended"), err=True)
    if mended.changed:
        sys.exit(FAULTS_FOUND)


def _counted(mended: Mended, verb: str) -> str:
    files = plural(len(mended.changed), "file")
    return f"{plural(mended.fixed, 'fault')} {verb} in {files}." if mended.changed else f"Nothing {verb}."


def _report(report: Report, given: dict[str, Any], *, mended: Mended | None, is_whole_site: bool) -> None:
    """Say what was found in the form that was asked for; of files that were named, nothing is left out."""
    form: str = given["form"]
    if mended is not None and mended.changed:
        click.echo(_counted(mended, "mended"), err=True)
    if form == "text":
        say(report, published=None, quiet=given["quiet"], all_of_a_kind=not is_whole_site)
        return
    from site_gen.explain import explanation
    from site_gen.report import Run, report_types

    explanations = {each.fault.code: explanation(each.fault) for each in report.diagnostics} if form == "sarif" else {}
    run = Run(checked=report.checked, version=__version__, explanations=explanations)
    (report_type,) = (each for each in report_types() if each.name == form)
    click.echo(report_type.write(report.diagnostics, run), nl=False)


COMMAND = check
