"""A YAML error becomes the mistake that the author most likely made: its place, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

from site_gen.faults import COLON_IN_VALUE, TEXT_AFTER_QUOTE
from site_gen.read.yaml_failure import Change, Failure, Mistake, failure_of

if TYPE_CHECKING:
    import yaml

_KEY: Final = re.compile(r"""(?P<lead> *(?:- +)?)(?P<key>["']?[^\s:#'"\[\]{},][^:#\[\]{},]*):""")
_PAIRS: Final = {"[": "]", "{": "}"}
_COMMENT: Final = re.compile(r"\s+#(?:\s.*)?$")
"""A comment at the end of a line; `#1` and the like are more likely part of the text before them."""


def explain(error: yaml.YAMLError, text: str, last: Any) -> Mistake:
    """The mistake behind an error of the parser; `last` is the last text it had read (a scalar event), if any."""
    failure = failure_of(error, text.rstrip("\n").split("\n"), last)
    for look in _LADDER:
        if mistake := look(failure):
            return mistake
    return failure.here(
        f"the line cannot be read as `key: value` ({failure.problem or 'no reason is known'})",
        "write `key: value`, and put a text with special characters in double quotes",
    )


def explain_line(line: str, row: int) -> Mistake | None:
    """What a line lacks that was meant as `key: value` and is not: a space after its colon, or a true one."""
    if odd := re.search(r"：|:[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff]", line):
        column = odd.start() + len(odd[0]) - 1
        what = "colon" if odd[0] == "：" else "space"
        return Mistake(
            row=row,
            column=column,
            message=f"the character U+{ord(odd[0][-1]):04X} looks like a {what}, but is none in YAML",
            help="replace it with `: `" if what == "colon" else "replace it with an ordinary space",
            change=Change(start=odd.start(), end=odd.end(), text=": ", safe=True),
        )
    found = re.match(r"( *(?:- +)?)([\w-]+):([^\s/].*)", line)
    if found is None:
        return None
    return Mistake(
        row=row,
        column=found.end(2),
        message=f"there is no space after the colon of `{found[2]}`",
        help=f"write {ticked(f'{found[2]}: {found[3].rstrip()}')}",
        change=Change(start=found.start(3), end=found.start(3), text=" ", safe=True),
    )


def _tab(failure: Failure) -> Mistake | None:
    if not re.match(r" *\t", failure.line) or failure.line[: failure.column].strip():
        return None
    lead = failure.line[: len(failure.line) - len(failure.line.lstrip(" \t"))]
    return Mistake(
        row=failure.row,
        column=failure.line.index("\t"),
        message="the line is indented with a tab, which YAML does not allow",
        help="indent with two spaces",
        change=Change(start=0, end=len(lead), text=lead.replace("\t", "  "), safe=True),
    )


def _inside_quotes(failure: Failure) -> Mistake | None:
    if "quoted scalar" not in failure.context:
        return None
    if "end of stream" in failure.problem or "document" in failure.problem:
        return _unclosed_quote(failure.opens, failure.context_row, failure.context_column)
    backslash = failure.line.rfind("\\", 0, failure.column + 1)
    return Mistake(
        row=failure.row,
        column=max(backslash, 0),
        message="in double quotes a backslash begins an escape, and this one is none",
        help="write `\\\\` for a backslash, or put the text in single quotes",
    )


_KEY_IN_TEXT: Final = re.compile(r", *[a-z_]+: *$")
"""The next key at the end of a quoted text: the quote that closed it was meant to open that key's value."""


def _unclosed_quote(quote: str, row: int, column: int, change: Change | None = None) -> Mistake:
    return Mistake(
        row=row,
        column=column,
        message=f"this value opens {quote} and never closes it",
        help=f"add {quote} at the end of the value",
        change=change,
    )


def _after_quote(failure: Failure) -> Mistake | None:
    """A quoted text after which the line goes on: it closed too early, or only where the next one opened."""
    last = failure.last
    if last is None or last.style not in {'"', "'"} or not failure.context.startswith("while parsing"):
        return None
    end = last.end_mark
    between = failure.line[end.column : failure.column]
    if end.line != failure.row or between.strip() or failure.sign in {"", ",", "]", "}", ":"}:
        return None
    if last.start_mark.line < end.line:
        return _unclosed_quote(last.style, last.start_mark.line, last.start_mark.column)
    if "flow" in failure.context and failure.sign in {'"', "'"}:
        return _missing_comma(failure)
    if "flow" in failure.context and (key := _KEY_IN_TEXT.search(last.value)):
        at = failure.line.rfind(key[0].rstrip(), 0, end.column)
        return _unclosed_quote(
            last.style, failure.row, last.start_mark.column, Change(start=at, end=at, text=last.style)
        )
    rest = _COMMENT.sub("", failure.line[end.column :])
    if "flow" in failure.context:
        rest = re.split(r"[,\]}]", rest, maxsplit=1)[0]
    whole = (failure.line[last.start_mark.column : end.column] + rest).rstrip()
    if re.match(r"\w", rest):
        whole = whole[1:].removesuffix(last.style)
    return Mistake(
        fault=TEXT_AFTER_QUOTE,
        row=failure.row,
        column=failure.column,
        length=len(rest.strip()),
        message=f"the text goes on after its closing {last.style}",
        help=f"put the whole text in quotes: {ticked(quoted(whole))}",
        change=Change(start=last.start_mark.column, end=end.column + len(rest.rstrip()), text=quoted(whole), safe=True),
    )


def _missing_comma(failure: Failure) -> Mistake:
    at = len(failure.line[: failure.column].rstrip())
    return failure.here(
        "a comma is missing before this entry",
        "write `,` between the two entries",
        change=Change(start=at, end=at, text=","),
    )


def _inside_brackets(failure: Failure) -> Mistake | None:
    if "flow node" in failure.context and failure.sign == ",":
        return failure.here(
            "there is no entry before this comma",
            "remove the comma",
            change=Change(start=failure.column, end=failure.column + 1, text=""),
        )
    opened = failure.opens
    if "flow" not in failure.context or opened not in _PAIRS:
        return None
    closing = _PAIRS[opened]
    if failure.sign in {"]", "}"}:
        return failure.here(
            f"`{failure.sign}` cannot close what `{opened}` opens",
            f"write `{closing}`",
            change=Change(start=failure.column, end=failure.column + 1, text=closing),
        )
    first, *later = failure.lines[failure.context_row :]
    written = [first[failure.context_column :], *later]
    read = [re.sub(r"\s#.*", "", line) for line in written]
    if not _is_closed(read, opened, closing):
        return _comment_in_brackets(failure, written) or _unclosed_bracket(failure)
    if failure.sign == ":":
        return failure.here(
            "this colon makes a second key of an unquoted text",
            "put the text in quotes, or write `,` before the second key",
            fault=COLON_IN_VALUE,
        )
    return _missing_comma(failure)


def _is_closed(lines: Sequence[str], opened: str, closing: str) -> bool:
    return sum(line.count(opened) for line in lines) <= sum(line.count(closing) for line in lines)


def _unclosed_bracket(failure: Failure) -> Mistake:
    goes_on = failure.lines[failure.context_row].rstrip().endswith((",", failure.opens))
    where = "after its last entry" if goes_on else "at the end of the line"
    end = len(re.sub(r"\s+#.*", "", failure.lines[failure.context_row]).rstrip())
    closing = _PAIRS[failure.opens]
    return failure.at_start(
        f"this value opens `{failure.opens}` and never closes it",
        f"add `{closing}` {where}",
        change=None if goes_on else Change(start=end, end=end, text=closing),
    )


def _comment_in_brackets(failure: Failure, lines: Sequence[str]) -> Mistake | None:
    found = re.search(r"(?<=\s)#\S.*", lines[0])
    if found is None or not _is_closed(lines, failure.opens, _PAIRS[failure.opens]):
        return None
    return Mistake(
        row=failure.context_row,
        column=failure.context_column + found.start(),
        length=len(found[0].rstrip()),
        message=f"{ticked(found[0].rstrip())} is read as a comment, so `{failure.opens}` is never closed",
        help="put the text with the `#` in quotes",
    )


def _colon(failure: Failure) -> Mistake | None:
    last = failure.last
    if "mapping values are not allowed" not in failure.problem or last is None:
        return None
    first = failure.lines[last.start_mark.line]
    if last.start_mark.line == failure.row:
        return _colon_in_value(failure, last.start_mark.column)
    if not first[: last.start_mark.column].strip(" -"):
        return explain_line(first, last.start_mark.line) or _line_without_key(failure, last.start_mark.line)
    indent = len(failure.line) - len(failure.line.lstrip())
    return Mistake(
        row=failure.row,
        column=indent,
        length=failure.column - indent,
        message="the line is indented, so it goes on with the text above, which can hold no `: `",
        help="begin the line under the key above if it is a key of its own, or put the whole text in quotes",
    )


def _colon_in_value(failure: Failure, start: int) -> Mistake:
    value = _COMMENT.sub("", failure.line[start:]).rstrip()
    found = _KEY.match(failure.line)
    lead, key = (found["lead"], found["key"]) if found else ("", "")
    if "-" in lead and not key.islower():
        fixed = f"- {quoted(failure.line[len(lead) :].rstrip())}"
    else:
        fixed = f"{lead.strip()} {key}: {quoted(value)}".strip() if key else quoted(value)
    change = Change(start=start, end=start + len(value), text=quoted(value), safe=True)
    return failure.here(
        "this colon makes a second key of an unquoted text",
        f"put the text in quotes: {ticked(fixed)}",
        fault=COLON_IN_VALUE,
        change=change if key and "-" not in lead else None,
    )


def _no_colon(failure: Failure) -> Mistake | None:
    if "could not find expected ':'" not in failure.problem:
        return None
    row = failure.context_row
    return explain_line(failure.lines[row], row) or _line_without_key(failure, row)


def _line_without_key(failure: Failure, row: int) -> Mistake:
    line = failure.lines[row]
    indent = len(line) - len(line.lstrip())
    return Mistake(
        row=row,
        column=indent,
        length=max(1, len(line.rstrip()) - indent),
        message="the line has no `key:` before its text",
        help="write `key: value`, or indent the line by two spaces if it goes on with the text above",
    )


def _first_character(failure: Failure) -> Mistake | None:
    if "alias" in failure.context or "anchor" in failure.context:
        row, column = failure.context_row, failure.context_column
    elif "cannot start any token" in failure.problem or "mapping keys are not allowed" in failure.problem:
        row, column = failure.row, failure.column
    elif "<document start>" in failure.problem and failure.lines[0].startswith("%"):
        row, column = 0, 0
    else:
        return None
    line = failure.lines[row]
    before, text = line[:column], _COMMENT.sub("", line[column:]).rstrip()
    if "[" in before or "{" in before:
        text = re.split(r"[,\]}]", text, maxsplit=1)[0].rstrip()
    return Mistake(
        row=row,
        column=column,
        length=max(1, len(text)),
        message=f"an unquoted text cannot begin with {ticked(text[:1])}",
        help=f"put the text in quotes: {ticked(quoted(text))}",
        change=Change(start=column, end=column + max(1, len(text)), text=quoted(text), safe=True),
    )


def _list_on_line_of_key(failure: Failure) -> Mistake | None:
    if "sequence entries are not allowed" not in failure.problem:
        return None
    text = failure.rest
    return failure.here(
        "a list cannot begin with `- ` on the line of its key",
        f"write {ticked(f'[{text[1:].strip()}]')}, or put the text in quotes: {ticked(quoted(text))}",
    )


def _block_text(failure: Failure) -> Mistake | None:
    if "block scalar" not in failure.context:
        return None
    return failure.at_start(
        f"the text after `{failure.opens}` begins on the next line, not on this one",
        "write the text on the lines below, indented by two spaces, or put it in quotes without the sign",
    )


def _leftover(failure: Failure) -> Mistake | None:
    """What stands where a key, or a `- `, was due."""
    if not failure.context.startswith("while parsing a block"):
        return None
    before, sign = failure.line[: failure.column].rstrip(), failure.sign
    if sign in {"]", "}"}:
        return failure.here(f"`{sign}` closes nothing", "remove it, or put the whole value in quotes")
    if sign == "," and (mistake := _comma_after_value(failure)):
        return mistake
    if before.strip(" -"):
        advice = "put the whole value in quotes"
        return failure.here(
            "the line goes on after its value has ended",
            f"remove it, or {advice}" if before.endswith(("]", "}")) else advice,
            length=len(failure.rest),
        )
    if sign == ":":
        return failure.here("there is no key before the colon", "write `key: value`")
    if "collection" in failure.context or "sequence" in failure.context:
        return failure.here(
            "an entry of a list begins with `- `",
            "begin the line with `- `, or with as many spaces as the key it belongs with",
            length=len(failure.rest),
        )
    return _odd_indentation(failure.row, failure.column)


def _comma_after_value(failure: Failure) -> Mistake | None:
    """A comma behind a whole value: one that JSON would have there, or one between entries without their brackets."""
    if failure.rest == ",":
        return failure.here(
            "the comma stands after the end of the value",
            "remove the comma",
            change=Change(start=failure.column, end=failure.column + 1, text="", safe=True),
        )
    last = failure.last
    if last is None or not last.style or (last.end_mark.line, last.end_mark.column) != (failure.row, failure.column):
        return None
    entries = _COMMENT.sub("", failure.line[last.start_mark.column :]).rstrip()
    return failure.here(
        "the line goes on after its value has ended",
        f"put brackets around a list, {ticked(f'[{entries}]')}, or quotes around one text",
        length=len(failure.rest),
    )


def _first_line_indented(failure: Failure) -> Mistake | None:
    if "<document start>" not in failure.problem:
        return None
    bare = [line.lstrip() for line in failure.lines]
    row = next((number for number, line in enumerate(bare) if line and not line.startswith("#")), 0)
    line = failure.lines[row]
    return _odd_indentation(row, len(line) - len(line.lstrip()))


def _odd_indentation(row: int, column: int) -> Mistake:
    return Mistake(
        row=row,
        column=column,
        message="the line is indented unlike the lines it belongs with",
        help="begin keys that belong together in the same column",
    )


_LADDER: Final[tuple[Callable[[Failure], Mistake | None], ...]] = (
    _tab,
    _inside_quotes,
    _after_quote,
    _inside_brackets,
    _colon,
    _no_colon,
    _first_character,
    _list_on_line_of_key,
    _block_text,
    _leftover,
    _first_line_indented,
)


def quoted(text: str) -> str:
    """A text in double quotes, as YAML reads it back."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def ticked(text: str) -> str:
    """A text as messages quote it: between backquotes, two of them where it holds one itself."""
    return f"`` {text} ``" if "`" in text else f"`{text}`"
