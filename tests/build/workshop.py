"""A small site that tests change and build again, and the same built by somebody who has never built it before."""

import shutil
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from site_gen.build.again import Memory
from site_gen.build.site import Report, build_site
from tests.sites import options

ROLES = ("cook", "baker", "waiter", "potter")
TODAY = date(2026, 1, 10)


@dataclass
class Workshop:
    """A small site on the disk, and how it is built."""

    folder: Path
    guides: dict[str, dict[str, Any]] = field(default_factory=dict)
    roles: dict[str, dict[str, Any]] = field(default_factory=dict)
    settings: dict[str, str] = field(default_factory=dict)
    today: date = TODAY
    drafts: bool = False
    strict: bool = False
    portable: bool = False
    output: str = "output"

    def write(self, name: str, text: str) -> None:
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def remove(self, name: str) -> None:
        (self.folder / name).unlink(missing_ok=True)

    def guide(self, slug: str, **changes: Any) -> None:
        """Change a guide, and write it."""
        asked = self.guides.setdefault(slug, {})
        asked |= changes
        origin, _, target = slug.partition("-to-")
        front = {
            "from": origin,
            "to": target,
            "summary": "From pans to ovens.",
            "difficulty": "easy",
            "reviewed": "2026-01-05",
        } | asked.get("front", {})
        head = "".join(f"{key}: {value}\n" for key, value in front.items() if value)
        skills = "".join(
            f"### {word} (critical, 2 weeks)\n\nKnead {word}.\n\n" for word in asked.get("skills", ("Dough",))
        )
        self.write(
            f"content/pathways/{slug}.md",
            f"---\n{head}---\n\n{asked.get('text', 'Heat is heat.')}\n\n"
            f"## Transferable skills\n\n### {asked.get('brings', 'Timing')}\n\nIt stays.\n\n"
            f"## Skills to learn\n\n{skills}"
            f"## Roadmap\n\n### {asked.get('phase', 'Bread')} (8 weeks)\n\n- Bake a loaf a week.\n\n"
            f"{asked.get('more', '')}",
        )

    def role(self, name: str, **changes: Any) -> None:
        """Change a role, and write it."""
        asked = self.roles.setdefault(name, {})
        asked |= changes
        head = {"name": name.capitalize(), "family": "Kitchen"} | asked.get("front", {})
        text = "".join(f"{key}: {value}\n" for key, value in head.items() if value)
        self.write(f"content/roles/{name}.md", f"---\n{text}---\n\n{asked.get('text', 'Works.')}\n")

    def set(self, key: str, value: str) -> None:
        """Change a setting, or take it out."""
        self.settings[key] = value
        self.write("content/site.yaml", "".join(f"{key}: {value}\n" for key, value in self.settings.items() if value))

    def build(self, memory: Memory | None = None) -> Report:
        """Build upon what the last build has left, or what is in memory."""
        more: dict[str, Any] = {"today": self.today, "drafts": self.drafts, "strict": self.strict}
        more |= {"portable": self.portable, "output": self.folder / self.output}
        return build_site(options(self.folder, **more), memory=memory)

    def build_clean(self, folder: Path) -> Report:
        """The same, as somebody builds it who has never built it before."""
        for name in ("content", "templates"):
            if (self.folder / name).is_dir():
                shutil.copytree(self.folder / name, folder / name)
        return Workshop(folder, today=self.today, drafts=self.drafts, strict=self.strict).build()


def workshop(folder: Path) -> Workshop:
    """A site of four roles, three guides and two pages."""
    site = Workshop(folder)
    for name in ROLES:
        site.role(name)
    site.role("cook", front={"salary": "{low: 30000, high: 50000, source: Guild}"})
    for slug in ("cook-to-baker", "baker-to-waiter", "waiter-to-potter"):
        site.guide(slug)
    site.set("title", "Ways")
    site.write("content/pages/about.md", "---\ntitle: About\nsummary: Us.\n---\n\nWe [bake](../roles/baker.md).\n")
    site.write("content/assets/a.txt", "one")
    return site
