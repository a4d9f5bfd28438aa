"""A small whole catalog for the tests of pages: three roles, two pathways, two plain pages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Final

from site_gen.diagnostic import Place
from site_gen.model.card import Card, PathwayFacts, facts_of_pathway, make_card
from site_gen.model.catalog import Catalog, make_catalog
from site_gen.model.duration import Duration, Months, Unit
from site_gen.model.money import MoneyRange, Pay
from site_gen.model.page import PlainPage
from site_gen.model.pathway import Demand, Difficulty, Pathway, PercentRange, Reference, StatedSalary
from site_gen.model.prose import NO_PROSE, Prose
from site_gen.model.roadmap import Phase, Resource, Task
from site_gen.model.role import Fit, Occupation, Outlook, Role
from site_gen.model.section import (
    ActionPlan,
    CallToAction,
    Faq,
    Horizon,
    HorizonPlan,
    Overview,
    Part,
    ProseSection,
    Question,
    RealityCheck,
    RealityPart,
    Roadmap,
    Section,
    SectionValue,
    SkillsToLearn,
    TransferableSkills,
)
from site_gen.model.site import Site
from site_gen.model.skill import Priority, SkillNames, SkillToLearn, TransferableSkill

PLACE: Final = Place(path="content/pathways/cook-to-baker.md", line=1)


def prose(text: str) -> Prose:
    """One paragraph."""
    return Prose(html=f"<p>{text}</p>")


def inline(text: str) -> Prose:
    """A run of words without a paragraph around it."""
    return Prose(html=text)


def weeks(low: int | str, high: int | str | None = None) -> Duration:
    """So many weeks, one figure or a range."""
    return Duration(low=Fraction(low), high=Fraction(high or low), unit=Unit.WEEKS)


def pay(low: int, high: int, *, median: int | None = None, currency: str = "USD", place: str = "Elsewhere") -> Pay:
    """What a role pays, by a source of its own."""
    money = MoneyRange(low=low, high=high, currency=currency)
    return Pay(range=money, median=median, place=place, source="Guild survey", release="2026-03")


def role(name: str, **changes: object) -> Role:
    """A role whose id is its name in small letters."""
    made = Role(
        id=name.lower().replace(" ", "-"),
        name=name,
        plural=f"{name}s",
        family="Kitchen",
        aliases=(),
        occupation=None,
        zone=None,
        pay=None,
        outlook=None,
        about=prose(f"What {name}s do all day."),
        path=f"content/roles/{name}.md",
        key=f"roles/{name}.md",
        places={},
        anchors=frozenset(),
        links=(),
        outside_links=(),
    )
    return replace(made, **changes)  # type: ignore[arg-type] # each test names the fields of a role it needs


COOK: Final = role(
    "Cook",
    aliases=("Chef de partie",),
    occupation=Occupation(code="35-2014", title="Cooks, Restaurant", fit=Fit.NEAR),
    zone=2,
    pay=pay(30_000, 50_000, median=40_000),
    outlook=Outlook(growth=6.0, period="2024-34", openings=1200, source="Guild outlook"),
)
BAKER: Final = role(
    "Baker",
    occupation=Occupation(code="51-3011", title="Bakers", fit=Fit.EXACT),
    zone=2,
    pay=pay(36_000, 70_000, median=44_000),
    outlook=Outlook(growth=-1.5, period="2024-34", openings=None, source="Guild outlook"),
)
WAITER: Final = role("Waiter")
ROLES: Final = (COOK, BAKER, WAITER)


def task(text: str, detail: Prose = NO_PROSE) -> Task:
    """Something to do."""
    return Task(prose=inline(text), detail=detail)


def phase(name: str, duration: Duration, *tasks: Task, resources: tuple[Resource, ...] = ()) -> Phase:
    """One stretch of a plan."""
    return Phase(
        name=name,
        anchor=name.lower().replace(" ", "-"),
        duration=duration,
        intro=NO_PROSE,
        tasks_anchor="",
        tasks=tasks,
        resources_anchor="",
        resources=resources,
        more=NO_PROSE,
        place=PLACE,
    )


def section(kind: str, title: str, value: SectionValue) -> Section:
    """A section whose anchor is its title in small letters."""
    return Section(kind=kind, title=title, anchor=title.lower().replace(" ", "-"), value=value, place=PLACE)


ROADMAP: Final = Roadmap(
    intro=NO_PROSE,
    phases=(
        phase(
            "Dough",
            weeks(4),
            task("Bake a loaf <em>a day</em>.", prose("Weigh everything.")),
            resources=(Resource(name="A book", url="https://books.example/bread", note="book, free"),),
        ),
        phase("Ovens", weeks("2.5"), task("Mend an oven."), resources=(Resource(name="An oven", url="", note=""),)),
        phase("Night shift", weeks(6), task("Work five nights.")),
    ),
)
SECTIONS: Final = (
    section("overview", "", Overview(prose=prose("Bread needs heat, and you know heat."))),
    section(
        "transferable_skills",
        "What you bring",
        TransferableSkills(
            intro=NO_PROSE,
            skills=(
                TransferableSkill(name="Knife work", anchor="knife-work", why=prose("Scoring."), place=PLACE),
                TransferableSkill(name="Timing", anchor="timing", why=prose("Proving."), place=PLACE),
            ),
        ),
    ),
    section(
        "skills_to_learn",
        "What to learn",
        SkillsToLearn(
            intro=NO_PROSE,
            skills=(
                SkillToLearn(
                    name="Patience",
                    anchor="patience",
                    priority=Priority.NICE_TO_HAVE,
                    duration=None,
                    how=prose("Wait."),
                    place=PLACE,
                ),
                SkillToLearn(
                    name="Sourdough",
                    anchor="sourdough",
                    priority=Priority.CRITICAL,
                    duration=weeks(4, 8),
                    how=prose("Feed it."),
                    place=PLACE,
                ),
            ),
        ),
    ),
    section("roadmap", "Roadmap", ROADMAP),
    section(
        "reality_check",
        "Reality check",
        RealityCheck(
            intro=NO_PROSE,
            parts=(
                RealityPart(
                    part=Part.LOVE,
                    title="What you’ll love",
                    anchor="love",
                    points=(inline("The smell."),),
                    more=NO_PROSE,
                ),
                RealityPart(part=None, title="And", anchor="and", points=(), more=prose("Flour.")),
            ),
        ),
    ),
    section(
        "action_plan",
        "Action plan",
        ActionPlan(
            intro=NO_PROSE,
            horizons=(
                HorizonPlan(
                    horizon=Horizon.WEEK,
                    title="This week",
                    anchor="this-week",
                    tasks=(task("Buy flour."),),
                    more=NO_PROSE,
                ),
            ),
        ),
    ),
    section(
        "faq",
        "Questions",
        Faq(
            intro=NO_PROSE,
            questions=(
                Question(text="Is it hot?", anchor="is-it-hot", answer=prose("Yes."), place=PLACE),
                Question(text="Is it early?", anchor="is-it-early", answer=prose("Very."), place=PLACE),
            ),
        ),
    ),
    section("prose", "Shoes", ProseSection(prose=prose("Wear good ones."))),
)
CALL: Final = section("call_to_action", "Begin", CallToAction(prose=prose("Light the oven.")))


def pathway(**changes: object) -> Pathway:
    """From cook to baker, with every section but a call to action of its own."""
    made = Pathway(
        slug="cook-to-baker",
        origin_id="cook",
        target_id="baker",
        title="",
        summary="From the stove to the oven & the night.",
        difficulty=Difficulty.MODERATE,
        difficulty_reason="",
        timeline=Months(low=3, high=4),
        salary=StatedSalary(origin=pay(30_000, 52_500), target=pay(42_000, 84_000)),
        salary_change=PercentRange(low=40, high=40),
        demand=Demand.HIGH,
        demand_note="In towns.",
        hours_a_week=8,
        gate=None,
        reviewed=date(2026, 11, 22),
        published=None,
        draft=False,
        aliases=(),
        authors=("A. Baker",),
        tags=(),
        sources=(Reference(title="Guild survey", url="https://guild.example/"), Reference(title="A letter", url="")),
        sections=SECTIONS,
        path="content/pathways/cook-to-baker.md",
        key="pathways/cook-to-baker.md",
        places={"reviewed": PLACE},
        anchors=frozenset(),
        links=(),
        outside_links=(),
    )
    return replace(made, **changes)  # type: ignore[arg-type] # each test names the fields of a pathway it needs


def bare_pathway(**changes: object) -> Pathway:
    """From waiter to cook, with as little as a pathway may have."""
    least: dict[str, object] = {
        "slug": "waiter-to-cook",
        "origin_id": "waiter",
        "target_id": "cook",
        "timeline": None,
        "salary": None,
        "salary_change": None,
        "demand": None,
        "demand_note": "",
        "hours_a_week": None,
        "authors": (),
        "sources": (),
        "sections": (SECTIONS[0], SECTIONS[3]),
    }
    return pathway(**{**least, **changes})


def page(name: str, html: str) -> PlainPage:
    """A plain page."""
    return PlainPage(
        name=name,
        title=name.capitalize(),
        summary=f"The page {name}.",
        body=Prose(html=html),
        path=f"content/pages/{name}.md",
        key=f"pages/{name}.md",
        places={},
        anchors=frozenset(),
        links=(),
        outside_links=(),
    )


PAGES: Final = (
    page("method", "<h2>Rules</h2><p>Of badges.</p>"),
    page("404", '<p>Nothing here. <a href="index.html">Home</a>, <a href="https://a.example/">away</a>.</p>'),
)


SITE: Final = Site(base_url="https://guides.example/careers/")


def card(made: Pathway, *, roles: tuple[Role, ...] = ROLES, site: Site = SITE) -> Card:
    """A pathway held against its two roles, which are among these."""
    roles_by_id = {each.id: each for each in roles}
    return make_card(made, origin=roles_by_id[made.origin_id], target=roles_by_id[made.target_id], site=site)


def facts(made: Pathway, *, roles: tuple[Role, ...] = ROLES, site: Site = SITE) -> PathwayFacts:
    """The small facts of a pathway, one of whose roles may not be there."""
    is_whole = {made.origin_id, made.target_id} <= {each.id for each in roles}
    return facts_of_pathway(made, card(made, roles=roles, site=site) if is_whole else None, site)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A catalog, and the whole pathways that it was made of."""

    catalog: Catalog
    pathways: tuple[Pathway, ...]


def sample(
    *pathways: Pathway,
    roles: tuple[Role, ...] = ROLES,
    pages: tuple[PlainPage, ...] = PAGES,
    site: Site = SITE,
) -> Sample:
    """A catalog of these pathways, or of both samples, and they themselves."""
    whole = pathways or (pathway(), bare_pathway())
    made = make_catalog(
        site=site,
        skill_names=SkillNames(names_by_key={}),
        roles=roles,
        pathways=[facts(each, roles=roles, site=site) for each in whole],
        pages=pages,
    )
    return Sample(catalog=made, pathways=whole)
