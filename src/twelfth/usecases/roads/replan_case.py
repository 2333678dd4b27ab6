"""Replan the road of a case after a fact: the best road with few changes to the one that was kept as a file, and what
each of them gains."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from twelfth.base import add_months, invalid
from twelfth.usecases.odds.tell_odds import points_decide
from twelfth.usecases.plans.ground import Ground, Whose
from twelfth.usecases.plans.ports import Redrawer
from twelfth.usecases.ports import CaseShelf, Clock
from twelfth.usecases.roads.case_ground import case_ground
from twelfth.usecases.roads.case_roadmap import DatedMile, Wishes
from twelfth.usecases.roads.given_road import GivenRoad
from twelfth.usecases.roads.ports import RoadShelf
from twelfth.usecases.roads.standing import MileStood, Standing, stand

if TYPE_CHECKING:
    from twelfth.goal import Process
    from twelfth.roadmap import Change, Explained, Gain, Plan, Redrawn, Step
    from twelfth.usecases.plans.redraw_roadmap import Redrawing


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveChanged:
    """A move that is no longer done as it was: "added", "dropped" or "moved". was, now: the day by which it is
    complete; null: it is not done."""

    move: str
    title: str
    kind: str
    was: date | None
    now: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveGained:
    """A change and what it gains in chance; null where it is forced, no road having been found without it. with_it:
    moves whose changes would not be made either without this one."""

    change: MoveChanged
    gain: float | None
    with_it: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadStep:
    """The best road found with so many changes, worth making."""

    chance: float
    changes: tuple[MoveChanged, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRedrawn:
    """The road of a case after a fact, its weeks counted as in the road before.

    goes_on: the first day that is still to come. stood: what became of the miles of the road before; kept: the road
    before as far as it can be kept, with the fewest changes found; chance: with the changes told (`changes`), null
    where no road has so few. bound: no road exceeds it, however much it changes; idle: nothing more is done. most:
    changes asked for. miles: all of the road, those worked too. steps: the trade-off. paid: money gone for what is no
    longer in it. hours_before: hours a week of the road before.
    """

    whose: Whose
    goes_on: date
    stood: tuple[MileStood, ...]
    most: int
    status: str
    kept: RoadStep
    chance: float | None
    bound: float
    idle: float
    changes: tuple[MoveGained, ...]
    steps: tuple[RoadStep, ...]
    miles: tuple[DatedMile, ...]
    paid: int
    hours_before: int
    settled_weeks: int
    warnings: tuple[str, ...]
    slices: int
    seed: int
    cut: bool
    versions: tuple[tuple[str, str], ...]


def replan_case(
    name: str,
    plan_file: str,
    *,
    cases: CaseShelf,
    clock: Clock,
    roads: RoadShelf,
    redrawer: Redrawer,
    wishes: Wishes,
    since: date | None = None,
    most: int | None = None,
    seed: int = 0,
    slices: int | None = None,
    over: Callable[[], bool] = lambda: False,
    told: "Callable[[Redrawn], None]" = lambda _: None,
) -> CaseRedrawn:
    """From a day on (default: today), by whose end everything known is used and in whose week the road before was
    still worked. `told` hears of every answer on the way, unless the search has another measure than what is told.

    Raises:
        NotFound: no such case, no such file.
        InvalidInput: a road of another case, a day before it was drawn or after its last, or as plan_case; work that
            cannot have been done.
        NotEnoughData: as plan_case.
    """
    from twelfth.roadmap import MOST_CHANGES, Replan
    from twelfth.usecases.plans.redraw_roadmap import redrawing

    case, process = cases.get(name), cases.process_of(name)
    road = roads.get(plan_file)
    road.check_of(case.name, plan_file)
    day = since or clock.today()
    if not road.as_of <= day < road.until:
        step = f"For example: --since {min(add_months(road.as_of, 3), road.until - timedelta(days=1))}"
        raise invalid("--since", day, f"a day from {road.as_of} on and before {road.until}", next_step=step)
    hours = case.capacity.hours_per_week if case.capacity else None
    asked = _asked(wishes, road, process, stated=hours is not None)
    ground = case_ground(name, cases=cases, clock=clock, roads=roads, wishes=asked, as_of=day)
    if ground.whose is None:
        raise invalid("case", name, "a case")
    standing = stand(ground, ground.whose, road, plan_file)
    question = Replan(old=standing.old, most=MOST_CHANGES if most is None else most, since=standing.since)
    found = redrawing(
        standing.ground.instance,
        question,
        redrawer=redrawer,
        seed=seed,
        slices=slices,
        over=over,
        told=told if ground.evidence is None else lambda _: None,
        titles=ground.whose.titles,
    )
    return _answer(standing, road, found)


def _asked(wishes: Wishes, road: GivenRoad, process: "Process", *, stated: bool) -> Wishes:
    """Where points decide, up to the last day of the road before. Where rounds are expected, as many as usual. Hours
    and money as the case has them now; where it has none, those of the road before."""
    last = wishes.until or (road.until if points_decide(process) else None)
    if wishes.hours_per_week is None and not stated:
        return replace(road.over(wishes), until=last)
    return replace(wishes, until=last, renews=road.renews or wishes.renews)


def _answer(standing: Standing, road: GivenRoad, found: "Redrawing") -> CaseRedrawn:
    from twelfth.usecases.roads.told_road import miles_of

    redrawn, explained = found.redrawn, found.explained
    told = _Told(ground=standing.ground)
    step = None if explained is None else explained.step
    gains = () if explained is None else explained.gains
    instance, whose = standing.ground.instance, told.whose
    kept, steps = told.step(redrawn.fewest), tuple(told.step(one) for one in found.steps)
    chance = None if step is None else told.chance(step)
    evidence = standing.ground.evidence
    best = max(one.chance for one in (kept, *steps))
    bound = redrawn.bound if evidence is None else max(best, evidence.bound(instance))
    return CaseRedrawn(
        whose=whose,
        goes_on=whose.day(standing.since),
        stood=standing.miles,
        most=found.question.most,
        status="undecided" if step is None else "found",
        kept=kept,
        chance=chance,
        bound=bound,
        idle=redrawn.idle if evidence is None else standing.ground.chance(_finished(standing, redrawn)),
        changes=() if explained is None else tuple(told.gain(one, explained) for one in gains),
        steps=steps,
        miles=()
        if step is None
        else miles_of(standing.ground.routes, instance, step.plan, whose.starts - timedelta(days=1)),
        paid=standing.paid,
        hours_before=road.hours_per_week,
        settled_weeks=found.question.settled,
        warnings=redrawn.warnings,
        slices=redrawn.effort.slices,
        seed=redrawn.effort.seed,
        cut=redrawn.effort.cut,
        versions=redrawn.effort.versions,
    )


def _finished(standing: Standing, redrawn: "Redrawn") -> "Plan":
    """What is worked through by the day, and nothing more."""
    from twelfth.roadmap import Plan

    instance, work = standing.ground.instance, redrawn.fewest.plan.work
    return Plan(
        {
            name: weeks
            for name, weeks in work.items()
            if name in instance.by_id and all(week < standing.since for week, _ in weeks)
        }
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """Changes and chances in the words of a case."""

    ground: Ground

    @property
    def whose(self) -> Whose:
        whose = self.ground.whose
        if whose is None:
            raise invalid("case", "none", "one")
        return whose

    def chance(self, step: "Step") -> float:
        return step.chance if self.ground.evidence is None else self.ground.chance(step.plan)

    def step(self, step: "Step") -> RoadStep:
        return RoadStep(chance=self.chance(step), changes=tuple(self.one(each) for each in step.changes))

    def one(self, change: "Change") -> MoveChanged:
        days = [None if week is None else self.whose.day(week) for week in (change.was, change.now)]
        title = self.whose.titles.get(change.action, change.action)
        return MoveChanged(move=change.action, title=title, kind=change.kind, was=days[0], now=days[1])

    def gain(self, gain: "Gain", explained: "Explained") -> MoveGained:
        points = None if gain.without is None else self.chance(explained.step) - self.chance(gain.without)
        others = tuple(each.action for each in gain.with_it(explained.step.changes))
        return MoveGained(change=self.one(gain.change), gain=points, with_it=others)
