"""A small site, and stand-ins for the programs that workflows call."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.sites import REPOSITORY, small_site
from tests.workflows.runner import Host, write_program

NOTE = 'printf "%s %s\\n" "${0##*/}" "$*" >> "$CALLS"\n'

WAYMARK = f"""\
if [ -n "${{BROKEN:-}}" ]; then printf '%s' "$LEFT" > "$RUNNER_TEMP/links.md" && exit "$BROKEN"; fi
export PYTHONPATH={REPOSITORY} SOURCE_DATE_EPOCH=${{SOURCE_DATE_EPOCH:-1768003800}}
{sys.executable} -m site_gen "$@" || exit $?
for folder in "$RUNNER_TEMP/again" again; do
  if [ -n "${{MEDDLE:-}}" ] && [ -d "$folder" ]; then (cd "$folder" && eval "$MEDDLE"); fi
done
"""
"""Waymark as it is here, on the tenth of January 2026: BROKEN ends it at once, with LEFT as its report, and MEDDLE
is done to the folder of a second build.
"""

DATE = f"""\
exec {sys.executable} - "$@" <<"END"
import re, sys
from datetime import UTC, datetime, timedelta
*how, form = sys.argv[1:]
ago = re.search(r"--date=(\\d+) days ago", " ".join(how))
now = datetime(2026, 1, 10, 0, 10, tzinfo=UTC) - timedelta(days=int(ago[1]) if ago else 0)
print(int(now.timestamp()) if form == "+%s" else now.strftime(form[1:]))
END
"""
"""Ten past midnight on the tenth of January 2026, or so many days before."""

PYTHON = f"""\
if [ "$1 $2" != "-m pip" ]; then exec {sys.executable} "$@"; fi
{NOTE}"""

GH = f"""\
{NOTE}while [ $# -gt 0 ]; do
  case "$1 $2" in
    "issue list") printf '%s' "${{OPEN:-}}" ;;
    "api repos/octo/guides/pages") if [ -z "${{LIVE:-}}" ]; then exit 1; fi; echo https://octo.example/guides/ ;;
    "--body-file "*) cp "$2" "$CALLS.body" ;;
  esac
  shift
done
"""
"""The program of the code host; OPEN is the number of the open issue, and LIVE is set where the site is published."""

CURL = """\
for each in "$@"; do
  if [ "${before:-}" = --output ]; then file=$each; fi
  before=$each
done
[ "$each" = https://octo.example/guides/api/manifest.json ] || exit 6
if [ "${LIVE:-nothing}" = nothing ]; then exit 22; fi
mkdir -p "${file%/*}" && printf '%s' "$LIVE" > "$file"
"""
"""Gets LIVE from the address of the published list, or an error where that is `nothing`."""


LOST = {"slug": "cook-to-chef", "origin": "cook", "target": "chef", "address": "pathways/cook-to-chef.html", "old": []}


def manifest(*more: Mapping[str, object]) -> str:
    """The list of what is published, as a build writes it, with these pathways in it."""
    value = {"$schema": "schema.json", "kind": "manifest", "pathways": [*more], "roles": [], "pages": []}
    return json.dumps(value, indent=2)


@pytest.fixture
def host(tmp_path: Path) -> Host:
    """A code host with a small site without a fault, and stand-ins on the path."""
    programs = tmp_path / "programs"
    programs.mkdir()
    for name, script in {
        "waymark": WAYMARK,
        "date": DATE,
        "python": PYTHON,
        "gh": GH,
        "curl": CURL,
        "make": NOTE,
    }.items():
        write_program(programs, name, script)
    return Host(site=small_site(tmp_path / "site"), programs=programs, noted=tmp_path / "calls")
