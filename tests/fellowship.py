"""A fellowship of one's own: a table of those who got in, nothing known of who applied, and a person who is short."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from tests.factories import fact, yes_group

from twelfth.compose import LatePlanner
from twelfth.goal import Better, Binary, Capacity, Case, Kind, Level, Numeric, Ordered, Process, Recorded, Trait, Way
from twelfth.store import MemoryCases, MemoryPacks
from twelfth.usecases import CaseRoadmap, Wishes, plan_case

DAY = date(2026, 5, 1)
DEGREE = Ordered("degree", label="Degree", levels=("none", "master", "doctorate"))
PAPERS = Numeric("papers", label="Papers")
FINES = Numeric("fines", label="Fines", better=Better.LESS)
TEACHES = Binary("teaches", label="Has taught")
DIVES = Binary("dives", label="Dives", recorded=Recorded.POSITIVES_ONLY)
AGE = Numeric("age", label="Age", protected=True)
TRAITS: tuple[Trait, ...] = (DEGREE, PAPERS, FINES, TEACHES, DIVES, AGE)
NAN = float("nan")
ROWS = [
    [2, 4, 0, 1, 1, 30],
    [2, 8, 1, 1, NAN, 31],
    [1, 12, 2, 0, 1, 29],
    [1, 2, 3, 1, NAN, 41],
    [0, 15, 0, NAN, NAN, 38],
]
MINE: dict[str, Level] = {"degree": "none", "papers": 3, "fines": 4, "teaches": False, "age": 50}


class Today:
    def today(self) -> date:
        return DAY


def process(**changed: object) -> Process:
    """Five who got in; no rounds, nothing of who applied."""
    made = Process(
        name="beca",
        title="Fellowship",
        version="1",
        traits=TRAITS,
        kinds=(Kind(name="round", title="Round"),),
        yes_group=yes_group(TRAITS, ROWS, ids=[f"p{one}" for one in range(len(ROWS))]),
    )
    return replace(made, **changed)  # type: ignore[arg-type]


def way(trait: str, level: Level, hours: float | None, **more: object) -> Way:
    """A person's own figure."""
    figures: dict[str, object] = {"trait": trait, "level": level, "hours_low": hours, "hours_high": hours, "own": True}
    return Way(**(figures | more))  # type: ignore[arg-type]


def person(
    *ways: Way, levels: Mapping[str, Level] | None = None, hours: float = 10, money: float | None = None
) -> Case:
    """Somebody with ten hours a week."""
    facts = tuple(fact(trait, level) for trait, level in (MINE if levels is None else levels).items())
    capacity = Capacity(hours_per_week=hours, money=money, currency="EUR")
    return Case(name="me", title="Me", pack="beca", facts=facts, ways=ways, capacity=capacity)


def shelf(case: Case, known: Process | None = None) -> MemoryCases:
    return MemoryCases(MemoryPacks(process() if known is None else known), case)


def drawn(case: Case, known: Process | None = None, *, slices: int = 4, **wishes: object) -> CaseRoadmap:
    """The road of a person from a day in May."""
    return plan_case(
        "me",
        cases=shelf(case, known),
        clock=Today(),
        planner=LatePlanner(),
        wishes=Wishes(**wishes),  # type: ignore[arg-type]
        slices=slices,
    )
