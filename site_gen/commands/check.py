"""`waymark check`: say what is wrong with the content, or mend it, and publish nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from dataclasses import field, replace
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
    as_typed,
    files_below,
    make_options,
    plural,
    progress_bar,
    say,
    site_of,
)
from site_gen.faults import FAULTS
from site_gen.nearest import nearest
from site_gen.record import record

if TYPE_CHECKING:
    from site_gen.build.mend import Mended
    from site_gen.build.site import Options, Progress, Report
    from site_gen.model.manifest import Manifest
    from site_gen.outside.answer import Answer

FORMATS: Final = ("text", "json", "github", "gitlab", "sarif", "junit", "markdown")
_CODES_BY_KEY: Final = {key: code for code, fault in FAULTS.items() for key in (code, fault.name)}


def _forms_and_files(
    _context: click.Context, _option: click.Parameter, typed: tuple[str, ...]
) -> tuple[tuple[str, Path], ...]:
    """The forms and the files that take them, of words such as `markdown=report.md`."""
    found = []
    for word in typed:
        form, _, file = word.partition("=")
        if form not in FORMATS or not file:
            message = f"`{word}` is not a form and a file. Write one such as `markdown=report.md`."
            raise click.BadParameter(message)
        found.append((form, Path(file)))
    return tuple(found)


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path, readable=False))
@SITE
@STRICT
@click.option("--select", multiple=True, metavar="CODE", help="Say these codes only (W301, W3, bare-address, …).")
@click.option("--ignore", multiple=True, metavar="CODE", help="Don't say these codes.")
@click.option("--fix", is_flag=True, help="Mend what can be mended without changing what is meant.")
@click.option("--unsafe-fixes", is_flag=True, help="Mend also what takes a guess, such as the nearest name.")
@click.option("--diff", is_flag=True, help="Show what would be mended, and change nothing.")
@click.option("--links", is_flag=True, help="Ask outside addresses whether they are still there.")
@click.option(
    "--published",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="The api/manifest.json of the published site: say which of its addresses would be lost.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How to report; all but text goes to standard output.",
)
@click.option(
    "--also",
    callback=_forms_and_files,
    multiple=True,
    metavar="FORM=FILE",
    help="Write the report in another form, too, to a file.",
)
@click.option("--lines-at", default="", metavar="URL", help="Link lines to the files below this address, in Markdown.")
@DRAFTS
@QUIET
@click.pass_context
def check(context: click.Context, /, paths: tuple[Path, ...], **given: Any) -> None:
    """Check the content, or some of its files, and publish nothing."""
    if given["diff"] and given["form"] != "text":
        message = f"--diff shows a patch, and none has the form {given['form']}. Leave out --diff or --format."
        raise click.UsageError(message)
    _make_files(file for _, file in given["also"])
    given["site"] = site_of(given.get("site") or context.obj, paths)
    options = make_options(context, given)
    options = replace(
        options,
        only=files_below(options, paths),
        keeps_outside_links=given["links"],
        published=_manifest(given["published"]) if given["published"] else None,
        select=_codes(given["select"]) if given["select"] else None,
        ignore=_codes(given["ignore"]),
    )
    from site_gen.build.site import check_site

    with progress_bar(shown=not given["quiet"]) as progress:
        report = check_site(options, progress)
        outside = _asked(report, options, progress) if given["links"] else _Outside()
    report = outside.judge(report, options)
    if given["links"]:
        _say_unheard(outside, quiet=given["quiet"])
    mended = None
    if given["fix"] or given["unsafe_fixes"] or given["diff"]:
        mended = _mend(report, options, given) if not outside.was_interrupted else None
        if counted := _counted(mended, given):
            click.echo(counted, err=True)
        report = outside.judge(mended.report, options) if mended else report
    _report(report, given, is_whole_site=not paths)
    has_errors = any(each.severity == "error" for each in report.diagnostics)
    if has_errors or outside.was_interrupted or (given["diff"] and mended and mended.changed):
        sys.exit(FAULTS_FOUND)


def _make_files(files: Iterable[Path]) -> None:
    """Make the files that reports go to, so that wrong usage is told before the work."""
    for file in files:
        try:
            file.write_bytes(b"")
        except OSError as error:
            message = f"--also: {as_typed(file)} can't be written: {error.strerror}."
            raise click.UsageError(message) from error


def _manifest(file: Path) -> Manifest:
    """What was published, by the file that says so; wrong usage ends the command where it is none."""
    from site_gen.decode.manifest import NoManifest, read_manifest

    try:
        return read_manifest(file.read_text("utf-8"), file.as_posix())
    except (OSError, UnicodeDecodeError, NoManifest) as error:
        why = (
            error.strerror
            if isinstance(error, OSError)
            else "it is not UTF-8"
            if isinstance(error, ValueError)
            else error
        )
        message = f"--published {as_typed(file)} is not the manifest of a site: {why}."
        raise click.UsageError(message) from error


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
    """Write what can be mended, or with `--diff` print it as one patch; a file that can't be written ends it."""
    from site_gen.build.mend import NotWritten, mend_site, write_changes

    mended = mend_site(report, options, unsafe=given["unsafe_fixes"])
    if given["diff"]:
        click.echo("".join(each.diff() for each in mended.changed), nl=False)
        return mended
    try:
        write_changes(mended.changed)
    except NotWritten as error:
        before = ", ".join(each.path for each in error.written)
        message = f"{error}. {f'Mended before it: {before}.' if before else 'Nothing was mended.'}"
        raise click.ClickException(message) from error
    return mended


@record
class _Outside:
    """The outside addresses that were to be asked, and what they had to say; none without `--links`."""

    wanted: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    answers: Mapping[str, Answer] = field(default_factory=dict)

    @property
    def was_interrupted(self) -> bool:
        """Whether some of them were not asked."""
        return len(self.answers) < len(self.wanted)

    def judge(self, report: Report, options: Options) -> Report:
        """A report of the same site with what there is to say of the links in it."""
        if not self.answers:
            return report
        from site_gen.build.site import with_diagnostics
        from site_gen.outside.dead import dead_links

        return with_diagnostics(report, dead_links(report.outside_links, self.answers, self.allowed), options)


def _asked(report: Report, options: Options, progress: Progress) -> _Outside:
    """Ask the outside addresses of a report."""
    from site_gen.outside.ask import ask
    from site_gen.outside.proxy import system_proxy
    from site_gen.outside.terms import LinkTerms, MissingExtraError, NoNetworkError
    from site_gen.outside.wanted import to_ask

    allowed = report.site.allowed_links
    terms = LinkTerms(now=datetime.now(UTC), cache=options.site / ".cache" / "waymark", proxy_of=system_proxy)
    wanted = to_ask(report.outside_links, allowed)
    try:
        return _Outside(wanted=wanted, allowed=allowed, answers=ask(wanted, terms, progress))
    except (MissingExtraError, NoNetworkError) as error:
        raise click.UsageError(f"--links: {error}") from error


def _say_unheard(outside: _Outside, *, quiet: bool) -> None:
    """Say of how many addresses nothing is known."""
    from site_gen.outside.unheard import not_asked, turned_away

    for line in ("" if quiet else turned_away(outside.answers), not_asked(outside.wanted, outside.answers)):
        if line:
            click.echo(line, err=True)


def _counted(mended: Mended | None, given: dict[str, Any]) -> str:
    """What was mended or would be, in a line; empty where there was nothing to mend."""
    if mended is None:
        return "Nothing was mended."
    verb = "would be mended" if given["diff"] else "mended"
    faults, files = plural(mended.fixed, "fault"), plural(len(mended.changed), "file")
    return f"{faults} {verb} in {files}." if mended.changed else ""


def _report(report: Report, given: dict[str, Any], *, is_whole_site: bool) -> None:
    """Say what was found in the form that was asked for; of files that were named, nothing is left out."""
    form: str = given["form"]
    for other, file in given["also"]:
        file.write_text(_written(report, other, given["lines_at"]), "utf-8", newline="\n")
    if form == "text":
        say(report, published=None, quiet=given["quiet"], all_of_a_kind=not is_whole_site)
    else:
        click.echo(_written(report, form, given["lines_at"]), nl=False)


def _written(report: Report, form: str, lines_at: str) -> str:
    """What was found, in one form."""
    from site_gen.explain import explanation
    from site_gen.report import Run, report_types

    explanations = {each.fault.code: explanation(each.fault) for each in report.diagnostics} if form == "sarif" else {}
    run = Run(checked=report.checked, version=__version__, explanations=explanations, lines_at=lines_at)
    (report_type,) = (each for each in report_types() if each.name == form)
    return report_type.write(report.diagnostics, run)


COMMAND = check
