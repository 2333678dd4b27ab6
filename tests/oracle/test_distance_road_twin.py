"""The road where no chance can be told, against every plan there is: small random cases, what is closed counted anew
from the table of those who got in, week by week."""

from collections.abc import Iterable, Mapping
from datetime import timedelta

import numpy as np
import pytest
from tests.factories import yes_group
from tests.fellowship import DAY, Today, person, process, shelf, way

from twelfth.compose import LatePlanner
from twelfth.goal import Binary, Case, Kind, Line, Numeric, Process, Requirement, Trait, parse_condition, vocabulary
from twelfth.roadmap import Instance, completions_of
from twelfth.usecases import CaseRoadmap, Wishes, plan_case
from twelfth.usecases.odds.no_chance import NoChance
from twelfth.usecases.roads.distance_road import LOOKS, distance_road
from twelfth.usecases.roads.wishes import calendar_of

TRAITS: tuple[Trait, ...] = (Numeric("a"), Numeric("b"), Binary("c"))
MOST = {"a": 6, "b": 6, "c": 1}
Done = Mapping[str, int]


class World:
    """A random table of three to six people, somebody short of them, and up to three ways of one to six hours."""

    def __init__(self, seed: int) -> None:
        rng = np.random.default_rng(seed)
        self.rows = [[float(rng.integers(0, most + 1)) for most in MOST.values()] for _ in range(rng.integers(3, 7))]
        self.own = {"a": float(rng.integers(0, 3)), "b": float(rng.integers(0, 3)), "c": False}
        self.steps: dict[str, tuple[str, float]] = {}
        ways = []
        for trait in rng.choice([*MOST], size=int(rng.integers(1, 4))):
            level = 1.0 if trait == "c" else float(rng.integers(3, 7))
            if (trait, level) in self.steps.values():
                continue
            self.steps[f"{trait} {level}"] = (str(trait), level)
            hours, months = int(rng.integers(1, 7)), float(rng.choice([0, 0.5]))
            cost, told = float(rng.integers(0, 3)), True if trait == "c" else level
            figures = {"cost_low": cost, "cost_high": cost, "currency": "EUR", "hours_week": float(rng.integers(1, 3))}
            ways.append(way(str(trait), told, hours, months=months, **figures))
        self.case = person(*ways, levels=self.own, hours=int(rng.integers(1, 4)), money=float(rng.integers(0, 5)))
        self.gated = bool(rng.random() < 0.4)
        self.until = DAY + timedelta(weeks=int(rng.integers(3, 7)))

    @property
    def process(self) -> Process:
        """With a requirement on two of the traits at once, or none."""
        asked = parse_condition("a at least 4 and c is yes", vocabulary(TRAITS, ()))
        gate = Requirement(id="gate", title="Gate", lines=(Line(title="Gate", any_of=(asked,)),))
        return process(
            traits=TRAITS,
            yes_group=yes_group(TRAITS, self.rows, ids=[f"p{one}" for one in range(len(self.rows))]),
            kinds=(Kind(name="round", title="Round", requires=("gate",) if self.gated else ()),),
            requirements=(gate,),
        )

    def value(self, held: Iterable[tuple[str, float]]) -> tuple[int, float]:
        """Requirements met, then the mean share of those who got in that one stands at or above, over the gaps."""
        now = {trait: float(level) for trait, level in self.own.items()}
        for trait, level in held:
            now[trait] = max(now[trait], level)
        shares = []
        for place, trait in enumerate(MOST):
            column = sorted(row[place] for row in self.rows)
            if column[-(-len(column) // 2) - 1] > self.own[trait]:
                shares.append(sum(one <= now[trait] for one in column) / len(column))
        return int(self.gated and now["a"] >= 4 and now["c"] >= 1), sum(shares) / len(shares) if shares else 0.0


def drawn(world: World, case: Case) -> CaseRoadmap:
    return plan_case(
        "me",
        cases=shelf(case, world.process),
        clock=Today(),
        planner=LatePlanner(),
        wishes=Wishes(until=world.until),
        slices=8,
    )


@pytest.mark.parametrize("start", range(0, 48, 12))
def test_the_road_closes_the_most_there_is_and_that_the_soonest(start: int) -> None:
    """Of every plan: none meets more, none stands higher with as many met, and of those that do none does so sooner."""
    gates = gaps = parts = 0
    for seed in range(start, start + 12):
        world = World(seed)
        road = drawn(world, world.case)
        instance, levels, between = _instance(world)
        last = instance.calendar.weeks - 1
        every = [dict(one) for one in completions_of(instance)]
        best = max(_by(world, levels, one, last) for one in every)
        mine = {one.move: ((one.done - DAY).days - 1) // 7 for one in road.miles}
        looks = sorted({round(last * look / LOOKS) for look in range(1, LOOKS)} - {0, last})
        soonest = max(_sooner(world, levels, one, looks) for one in every if _by(world, levels, one, last) == best)

        assert road.closes is not None
        assert _by(world, levels, mine, last) == pytest.approx(best), seed
        assert _sooner(world, levels, mine, looks) == pytest.approx(soonest), seed
        assert road.closes.proved or road.slices == 8
        gates += best[0]
        gaps += len(road.closes.gaps)
        parts += len(between)
    assert gaps > 5, gates
    assert parts > 0


def _instance(world: World) -> tuple[Instance, dict[str, tuple[str, float]], frozenset[str]]:
    """What can be done in which week, the level that each step leads to, and which of them are a part of the way."""
    refused = NoChance("", cause="applicants")
    road = distance_road(world.case, world.process, wishes=Wishes(until=world.until), day=DAY, refused=refused)
    own = world.case.capacity
    assert own is not None
    calendar = calendar_of((int(own.hours_per_week or 0), int(own.money or 0)), day=DAY, days=road.days)
    levels = {name: (move.sets[0][0], float(move.sets[0][1])) for name, move in road.closing.moves.items()}  # type: ignore[arg-type]
    return road.instance(calendar, Wishes()), levels, road.between


def _by(world: World, levels: Mapping[str, tuple[str, float]], done: Done, week: int) -> tuple[int, float]:
    return world.value(levels[name] for name, complete in done.items() if complete <= week)


def _sooner(world: World, levels: Mapping[str, tuple[str, float]], done: Done, looks: Iterable[int]) -> float:
    """Over the looks on the way: a requirement counts more than any standing."""
    found = [_by(world, levels, done, week) for week in looks]
    return sum(met + 0.99 * standing for met, standing in found)
