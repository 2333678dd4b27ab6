"""The road of a case where points decide, and what the forecast of the cut-offs tells of it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from twelfth.base import add_months
from twelfth.distance import Odds
from twelfth.goal import Case, Process
from twelfth.learn import PASSES_RANGE
from twelfth.roadmap import DAYS, Answer, Found, Impossible, Plan, chance, cut_short, misfits_of, ways_held
from twelfth.usecases.odds.points_model import last_day
from twelfth.usecases.plans.later_day import later_day
from twelfth.usecases.roads.case_roadmap import Aside, DayChance, KindChance, Wishes
from twelfth.usecases.roads.points_road import PointsRoad, points_road, road_wished
from twelfth.usecases.roads.told_road import Solver, ToldRoad, aside_of, miles_of, titles_of
from twelfth.usecases.roads.wall import coming
from twelfth.usecases.roads.wishes import MONTHS_MOST, Capacity, question_of

Array = NDArray[np.float64]
Interval = tuple[float, float]
Ways = list[tuple[float, tuple[frozenset[str], ...]]]

WAYPOINTS = (6, 12, 18)
"""Months after the day for which the chance is told on the way to the last one."""
LIKELIEST = 2
"""Ways in which the exams may end, for the interval."""
WAYS, THINNED = 64, 16
"""Ends of the exams, and every so many of the paths of cut-offs, for the chance on the way and by kind. That of the
plan counts all."""


def plan_by_points(
    case: Case, process: Process, *, day: date, wishes: Wishes, capacity: Capacity, solver: Solver
) -> ToldRoad:
    """The road from the day after one, case and process as known on it.

    Raises:
        NotEnoughData: the rules of the day are not sourced, or as points_road.
    """
    road, change = road_wished(case, process, day=day, wishes=wishes, capacity=capacity)
    answer = solver.answer_for(road.catalogue.routes, road.instance, question_of(wishes), day)
    later = None
    if isinstance(answer, Impossible) and not answer.best.effort.cut:

        def ask(last: date) -> Iterator[Answer]:
            further = points_road(case, process, as_of=day, until=last, capacity=capacity, wishes=wishes)
            return solver.on_the_way(further.instance)

        last, _ = last_day(process, day, add_months(day, MONTHS_MOST))
        later = later_day(ask, road.until, last, answer.target, over=solver.over)
        answer = cut_short(answer) if solver.over() else answer
    best, points = answer.best, road.points
    ways = ways_held(road.instance, best.plan.completions(road.instance.by_id), weeks=points.weeks)
    within, idle_within = _intervals(road, ways[:LIKELIEST], best)
    by, looks, kinds = _on_the_way(road, best, process)
    idle = tuple(Aside(move=one.id, title=one.title, why="it changes no points") for one in road.idle)
    return ToldRoad(
        answer=answer,
        until=road.until,
        chance=best.chance,
        within=within,
        bound=best.bound,
        idle=best.idle,
        idle_within=idle_within,
        miles=miles_of(road.catalogue.routes, road.instance, best.plan, day),
        kinds=kinds,
        by=by,
        looks=looks,
        guessed=_guessed(road, best.plan),
        aside=(*aside_of(road.catalogue, best.plan), *idle),
        warnings=misfits_of(road.instance, titles_of(road.catalogue.routes)),
        evidence="points",
        idle_known=not road.doubtful or road.doubtful | road.closed != {*road.points.kinds},
        ends_early=change.title if change else "",
        later=later,
        reached=_reached(road, answer, wishes.target),
    )


def _on_the_way(
    road: PointsRoad, best: Found, process: Process
) -> tuple[tuple[DayChance, ...], tuple[DayChance, ...], tuple[KindChance, ...]]:
    """Over the ways in which the exams may end: the chance by day, by the day of each dated round, and by kind, the
    likeliest first."""
    usual = {one for one in (add_months(road.as_of, months) for months in WAYPOINTS) if one < road.until}
    dated = {one.decided for one in coming(process, road.as_of, road.until) if one.decided < road.until}
    ends = sorted(usual | dated)
    planned, idle = chances_within(road, best, [*((end - road.as_of).days for end in ends), road.points.days])
    by = [
        DayChance(day=end, planned=float(mine), idle=float(none))
        for end, mine, none in zip(ends, planned[:, -1], idle[:, -1], strict=False)
    ]
    kinds = [
        KindChance(title=process.kind(kind).title, planned=float(mine), idle=float(none), unknown=kind in road.doubtful)
        for kind, mine, none in zip(road.points.kinds, planned[-1], idle[-1], strict=False)
    ]
    last = DayChance(day=road.until, planned=best.chance, idle=best.idle)
    told = tuple(one for one in by if one.day in usual), tuple(one for one in by if one.day not in usual)
    return (*told[0], last), told[1], tuple(sorted(kinds, key=lambda one: -one.planned))


def chances_within(road: PointsRoad, best: Found, days: Sequence[int]) -> tuple[Array, Array]:
    """The chance within so many days, the last of them all there are, with a plan and with nothing done: [days, 1 +
    kinds], the last of any kind.

    What the plan adds is told on some of the paths of cut-offs, by the same paths with it and without, so that where it
    has done nothing yet it adds nothing; in all it adds what the plan's own chance says.
    """
    nobody, few = (frozenset[str](),) * road.points.weeks, road.points.thinned(THINNED)
    ways = ways_held(road.instance, best.plan.completions(road.instance.by_id), weeks=few.weeks, most_cases=WAYS)
    shares = np.array([share for share, _ in ways])
    with_it = np.array([_and_any(few.by_kind_within(held, days)) for _, held in ways])
    idle = _and_any(road.points.by_kind_within(nobody, days))
    added = np.tensordot(shares, with_it, 1) - _and_any(few.by_kind_within(nobody, days))
    in_all, told = added[-1, -1], best.chance - best.idle
    added[:, -1] *= told / in_all if in_all * told > 0 else 1.0
    planned = np.maximum.accumulate(np.clip(idle + added, 0.0, 1.0))
    planned[:, -1] = np.minimum(planned[:, -1], best.chance)
    planned[-1, -1] = best.chance
    planned[:, :-1] = np.minimum(planned[:, :-1], planned[:, -1:])
    return planned, idle


def _and_any(by_kind: Array) -> Array:
    """With the chance in any of the kinds after those in each."""
    return np.column_stack([by_kind, 1 - np.prod(1 - by_kind, axis=-1)])


def _reached(road: PointsRoad, answer: Answer, target: float | None) -> date | None:
    """The end of the week by which the chance of a plan reaches a target."""
    if target is None or not isinstance(answer, Found):
        return None
    days = [*range(DAYS, road.points.days, DAYS), road.points.days]
    planned, _ = chances_within(road, answer, days)
    return road.as_of + timedelta(days=days[int(np.argmax(planned[:, -1] >= target))])


def _intervals(road: PointsRoad, ways: Ways, best: Found) -> tuple[Interval, Interval]:
    """How far the forecast leaves the chance unknown (90 %), as it does for some ends of the exams; and that of doing
    nothing."""
    nobody = (frozenset[str](),) * road.points.weeks
    *odds, idle = road.odds([*(held for _, held in ways), nobody])
    shares = [share for share, _ in ways]
    return _around(odds, shares, best.chance), _around([idle], [1.0], best.idle)


def _around(odds: Sequence[Odds], shares: Sequence[float], value: float) -> Interval:
    """As far below a value and above it as those of the odds are, on average."""
    middles = [one.p or 0.0 for one in odds]
    below = [p - (p if one.lo is None else one.lo) for one, p in zip(odds, middles, strict=True)]
    above = [(p if one.hi is None else one.hi) - p for one, p in zip(odds, middles, strict=True)]
    below_all, above_all = np.average([below, above], axis=1, weights=shares)
    return max(0.0, value - float(below_all)), min(1.0, value + float(above_all))


def _guessed(road: PointsRoad, plan: Plan) -> tuple[float, float] | None:
    """The chance of the plan with the guessed chances of passing at either end."""
    guessed = {one.move.id for one in road.catalogue.routes if one.guessed and one.move.id in plan.work}
    if not guessed:
        return None
    ends = []
    for passes in PASSES_RANGE:
        actions = tuple(
            replace(one, pass_probability=passes) if one.id in guessed else one for one in road.instance.actions
        )
        instance = replace(road.instance, actions=actions, points=road.points.thinned(THINNED))
        ends.append(chance(instance, plan.completions(instance.by_id)))
    return ends[0], ends[1]
