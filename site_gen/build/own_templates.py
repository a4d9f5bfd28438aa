"""A site's own templates become what is lost in them, what is never shown of them, and what nothing uses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from pathlib import Path, PurePosixPath
from typing import Final

from site_gen.build.templates import packaged_templates, template_folders
from site_gen.diagnostic import Diagnostic, Findings, Place
from site_gen.faults import MISSING_BLOCK, UNKNOWN_BLOCK, UNUSED_TEMPLATE
from site_gen.nearest import nearest
from site_gen.render.template_parts import TemplateParts, template_parts

_FOUND_BY_FOLDER: Final = ("/components/*/*.css", "/modules/*.js")
"""What is taken in because it lies where it does."""

_LEFT_ALONE: Final = ("*.md", "*.txt", "*/examples.yaml", "*~")
"""What people write for people."""

_LIKE_A_NAME: Final = 0.75
"""How alike two names without their endings are of which one is the other misspelt: `plane` and `plain`."""


def judge_own_templates(site: Path, shown: PurePosixPath) -> tuple[Diagnostic, ...]:
    """What is wrong with how the templates of a site fit together with those of Waymark.

    `shown` is the site folder as the author typed it. A site without templates of its own has nothing to be judged.
    """
    if len(template_folders(site)) == 1:
        return ()
    templates = _Templates(site / "templates", packaged_templates())
    judging = _Judging(templates, shown / "templates")
    judging.report_blocks()
    judging.report_leftovers()
    return judging.findings.as_tuple


class _Templates:
    """The templates of two folders, by name: where both have one, the own counts."""

    def __init__(self, own: Path, packaged: Path) -> None:
        self._folders = {True: own, False: packaged}
        self._parts: dict[tuple[str, bool], TemplateParts | None] = {}
        self.own = _names(own)
        self.packaged = _names(packaged)

    def names(self) -> list[str]:
        """Those that may fill the blocks of another. Of Waymark's few do, and to parse the others would take long."""
        packaged = (name for name in _html(self.packaged - self.own) if "extends" in (self.text(name, own=False) or ""))
        return sorted([*_html(self.own), *packaged])

    def parts(self, name: str) -> TemplateParts | None:
        """The parts of the template of that name that counts; None where there is none that can be parsed."""
        return self._read(name, own=name in self.own)

    def replaced(self, name: str) -> TemplateParts | None:
        """The parts of Waymark's template of that name, if the site has its own in its place."""
        return self._read(name, own=False) if name in self.own & self.packaged else None

    def _read(self, name: str, *, own: bool) -> TemplateParts | None:
        if (name, own) not in self._parts:
            text = self.text(name, own=own)
            self._parts[name, own] = None if text is None else template_parts(text)
        return self._parts[name, own]

    def text(self, name: str, *, own: bool) -> str | None:
        """The text of one file; None where it can't be read, which is said when pages are drawn."""
        try:
            return (self._folders[own] / name).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return None

    def above(self, parts: TemplateParts) -> dict[str, TemplateParts]:
        """The templates that one extends, the nearest first; none where that can't be told."""
        found: dict[str, TemplateParts] = {}
        parent = parts.parent
        while parent:
            above = self.parts(parent) if parent not in found else None
            if above is None:
                return {}
            found[parent] = above
            parent = above.parent
        return {} if parent is None else found


class _Judging:
    """What was found so far."""

    def __init__(self, templates: _Templates, shown: PurePosixPath) -> None:
        self.templates = templates
        self.shown = shown
        self.findings = Findings()

    def report_blocks(self) -> None:
        """Report blocks that are lost, and those that are never shown; who overrides style sheets alone has neither."""
        if not any(_html(self.templates.own)):
            return
        lost: dict[tuple[str, str], list[str]] = defaultdict(list)
        for name in self.templates.names():
            parts = self.templates.parts(name)
            above = self.templates.above(parts) if parts else {}
            if parts is None or not above:
                continue
            known = {block for each in above.values() for block in each.lines}
            meant: set[str | None] = set()
            for block in sorted(parts.outer - known):
                owner = next((each for each in above if self._has_dropped(each, block)), None)
                if owner is not None:
                    lost[owner, block].append(name)
                else:  # none of Waymark's own has a block that its parent hasn't
                    meant.add(self._report_unknown(name, parts, block, known))
            self._report_unfilled(name, {name: parts, **above}, known - meant)
        for (owner, block), names in lost.items():
            self._report_lost(owner, block, names)

    def _has_dropped(self, name: str, block: str) -> bool:
        """Whether a template stands in the place of one that has a block."""
        replaced = self.templates.replaced(name)
        return replaced is not None and block in replaced.lines

    def _report_lost(self, name: str, block: str, names: Sequence[str]) -> None:
        first, *others = names
        who = f"`{first}`" if not others else f"`{first}` and others"
        self.findings.add(
            MISSING_BLOCK,
            self._place(name, 1),
            f"there is no block `{block}` here, so what {who} {'put' if others else 'puts'} into it is lost",
            help=f"write `{{% block {block} %}}{{% endblock %}}` where it belongs",
            notes=self._where(name, block),
        )

    def _report_unfilled(self, name: str, line: Mapping[str, TemplateParts], known: Set[str]) -> None:
        """Report what the template that this one replaces fills, and no own one in the `line` from this one up."""
        replaced = self.templates.replaced(name)
        if replaced is None:
            return
        # The last in the line has blocks for others to fill, and fills none.
        own = (parts for each, parts in line.items() if each in self.templates.own and parts.parent)
        filled = {block for parts in own for block in parts.lines}
        for block in sorted((replaced.outer & known) - filled):
            self.findings.add(
                MISSING_BLOCK,
                self._place(name, 1),
                f"there is no block `{block}` here, and the template of Waymark that this one replaces has one",
                help=f"take it over, or write `{{% block {block} %}}{{% endblock %}}` to go without",
                notes=self._where(name, block),
            )

    def _where(self, name: str, block: str) -> list[str]:
        """Where Waymark's template has a block, as a note."""
        replaced = self.templates.replaced(name)
        lines = (self.templates.text(name, own=False) or "").splitlines()
        line = replaced.lines[block] if replaced else 1
        return [f"Waymark's `{name}` has it in line {line}: `{lines[line - 1].strip()}`"]

    def _report_unknown(self, name: str, parts: TemplateParts, block: str, known: Set[str]) -> str | None:
        """Report a block that no template above has; gives the one that is probably meant."""
        guess = nearest(block, known)
        self.findings.add(
            UNKNOWN_BLOCK,
            self._place(name, parts.lines[block], block),
            f"`{parts.parent}` has no block `{block}`, so what stands in it is shown nowhere",
            help=f"write `{guess}`" if guess else f"put it into one of the blocks of `{parts.parent}`",
        )
        return guess

    def report_leftovers(self) -> None:
        """Report files that replace none of Waymark's and that nothing takes in."""
        own = [self.templates.parts(name) for name in _html(self.templates.own)]
        takes_any = any(each is None or each.takes_any for each in own)
        taken = {name for each in own if each is not None for name in each.taken}
        for name in sorted(self.templates.own - self.templates.packaged - taken):
            if _matches(name, _FOUND_BY_FOLDER) or (takes_any and name.endswith(".html")):
                continue
            guess = _meant(name, self.templates.packaged)
            self.findings.add(
                UNUSED_TEMPLATE,
                Place(path=(self.shown / name).as_posix(), line=1),
                "nothing uses this file",
                help=f"move it to {(self.shown / guess).as_posix()}, or remove it" if guess else _where_to(name),
            )

    def _place(self, name: str, line: int, word: str = "") -> Place:
        """A line of an own template, and a word in it."""
        lines = (self.templates.text(name, own=True) or "").splitlines()
        excerpt = lines[line - 1] if line <= len(lines) else ""
        at = excerpt.find(word) if word else len(excerpt) - len(excerpt.lstrip())
        length = len(word) if word and at >= 0 else len(excerpt.strip())
        path = (self.shown / name).as_posix()
        return Place(path=path, line=line, column=max(0, at) + 1, length=max(1, length), excerpt=excerpt)


def _names(folder: Path) -> frozenset[str]:
    """The files below a folder, but for hidden ones and what people write for people."""
    paths = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return frozenset(
        path.as_posix()
        for path in paths
        if not any(part.startswith(".") for part in path.parts) and not _matches(path.as_posix(), _LEFT_ALONE)
    )


def _html(names: Set[str]) -> list[str]:
    return sorted(name for name in names if name.endswith(".html"))


def _matches(name: str, patterns: Sequence[str]) -> bool:
    return any(PurePosixPath("/", name).match(pattern) for pattern in patterns)


def _meant(name: str, known: Set[str]) -> str | None:
    """The template that a misspelt path may mean: one of nearly that name, if need be in another folder."""
    path = PurePosixPath(name)
    paths = [PurePosixPath(each) for each in sorted(known)]
    stem = nearest(path.stem, [each.stem for each in paths], cutoff=_LIKE_A_NAME)
    alike = [each for each in paths if each.stem == stem]
    best = max(alike, key=lambda each: (each.suffix == path.suffix, each.parent == path.parent), default=None)
    return best.as_posix() if best else None


def _where_to(name: str) -> str:
    if name.endswith(".html"):
        return f'take it in with `{{% include "{name}" %}}`, or remove it'
    return "move it to content/assets/ if pages link to it, or remove it"
