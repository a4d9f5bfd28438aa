"""A place and what should stand there become a fix."""

from __future__ import annotations

from site_gen.diagnostic import Edit, Fix, Place


def edit_of(place: Place, text: str) -> Edit:
    """The edit that puts `text` where `place` is."""
    return Edit(
        line=place.line,
        column=place.column,
        end_line=place.line,
        end_column=place.column + place.length,
        text=text,
    )


def written_at(place: Place) -> str:
    """What stands at a place now."""
    return place.excerpt[place.column - 1 : place.column - 1 + place.length]


def replacing(place: Place, text: str, *, safe: bool = False) -> Fix:
    """The fix that writes `text` where `place` is."""
    return Fix(title=f"write `{text}`", edits=(edit_of(place, text),), safe=safe)


def inserting(place: Place, text: str, *, safe: bool = False) -> Fix:
    """The fix that writes `text` right after what `place` covers."""
    at = place.column + place.length
    edit = Edit(line=place.line, column=at, end_line=place.line, end_column=at, text=text)
    return Fix(title=f"add `{text}`", edits=(edit,), safe=safe)


def value_fix(place: Place, old: str, new: str, *, safe: bool = False) -> Fix | None:
    """The fix that writes another value of front matter, its quotes kept.

    None where the file does not have the value `old` letter for letter at its place: in a block or over several lines.
    """
    written = written_at(place)
    quote = written[:1] if written[:1] in {'"', "'"} and written[-1:] == written[:1] and len(written) > 1 else ""
    if written != f"{quote}{old}{quote}" or (quote and quote in new):
        return None
    return Fix(title=f"write `{new}`", edits=(edit_of(place, f"{quote}{new}{quote}"),), safe=safe)


def change_line(line: int, start: int, end: int, text: str, *, safe: bool = False) -> Fix:
    """The fix that puts `text` in place of the characters of a line from `start` up to `end`, counted from 0."""
    edit = Edit(line=line, column=start + 1, end_line=line, end_column=end + 1, text=text)
    title = f"write `{text}`" if text.strip() else "mend the spacing" if text else "remove it"
    return Fix(title=title, edits=(edit,), safe=safe)
