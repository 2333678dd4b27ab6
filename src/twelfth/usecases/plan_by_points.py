"""The road of a case where points decide, and what the forecast of the cut-offs tells of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from twelfth.base import add_months
from twelfth.goal import Case, Process
from twelfth.learn import PASSES_RANGE
from twelfth.roadmap import DAYS, Answer, Found, Impossible, Plan, chance, cut_short, misfits_of, ways_held
from twelfth.usecases.case_roadmap import Aside, DayChance, KindChance, Wishes
from twelfth.usecases.later_day import later_day
from twelfth.usecases.points_model import last_day
from twelfth.usecases.points_road import PointsRoad, points_road, until_of
from twelfth.usecases.rule_sourced import check_rule_sourced
from twelfth.usecases.told_road import Solver, ToldRoad, aside_of, miles_of, titles_of
from twelfth.usecases.wishes import MONTHS_MOST, Capacity, calendar_of, question_of

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
    check_rule_sourced(process, day)
    until, change = until_of(process, day, wishes)
    calendar = calendar_of(capacity, weeks=-(-(until - day).days // 7))
    road = points_road(case, process, as_of=day, until=until, calendar=calendar, avoid=wishes.avoid)
    answer, later = solver.answer(road.instance, question_of(wishes)), None
    if isinstance(answer, Impossible) and not answer.best.effort.cut:

        def ask(last: date) -> Iterator[Answer]:
            wider = calendar_of(capacity, weeks=-(-(last - day).days // 7))
            further = points_road(case, process, as_of=day, until=last, calendar=wider, avoid=wishes.avoid)
            return solver.on_the_way(further.instance)

        last, _ = last_day(process, day, add_months(day, MONTHS_MOST))
        later = later_day(ask, until, last, answer.target, over=solver.over)
        answer = cut_short(answer) if solver.over() else answer
    best, points, nobody = answer.best, road.points, (frozenset[str](),) * road.points.weeks
    ways = ways_held(road.instance, best.plan.completions(road.instance.by_id), weeks=points.weeks)
    by, kinds = _on_the_way(road, best, process, day, until)
    idle = tuple(Aside(move=one.id, title=one.title, why="it changes no points") for one in road.idle)
    return ToldRoad(
        answer=answer,
        until=until,
        chance=best.chance,
        within=_interval(road, ways[:LIKELIEST], best.chance),
        bound=best.bound,
        idle=best.idle,
        idle_within=_interval(road, [(1.0, nobody)], best.idle),
        miles=miles_of(road.catalogue.routes, road.instance, best.plan, day),
        kinds=kinds,
        by=by,
        guessed=_guessed(road, best.plan),
        aside=(*aside_of(road.catalogue, best.plan), *idle),
        warnings=misfits_of(road.instance, titles_of(road.catalogue.routes)),
        evidence="points",
        ends_early=change.title if change else "",
        later=later,
        reached=_reached(road, answer, wishes.target, day),
    )


def _on_the_way(
    road: PointsRoad, best: Found, process: Process, day: date, until: date
) -> tuple[tuple[DayChance, ...], tuple[KindChance, ...]]:
    """Over the ways in which the exams may end: the chance by day, and by kind, the likeliest first."""
    points, nobody = road.points.thinned(THINNED), (frozenset[str](),) * road.points.weeks
    ends = [one for one in (add_months(day, months) for months in WAYPOINTS) if one < until]
    within = [*((end - day).days for end in ends), points.days]
    done = best.plan.completions(road.instance.by_id)
    ways = ways_held(road.instance, done, weeks=points.weeks, most_cases=WAYS)
    shares = np.array([share for share, _ in ways])
    planned = np.array([points.by_kind_within(held, within) for _, held in ways])
    idle = road.points.by_kind_within(nobody, within)
    mixed, alone = shares @ (1 - np.prod(1 - planned, axis=-1)), 1 - np.prod(1 - idle, axis=-1)
    mixed *= best.chance / mixed[-1] if mixed[-1] else 1.0
    by = [
        DayChance(day=end, planned=float(mine), idle=float(none))
        for end, mine, none in zip(ends, mixed, alone, strict=False)
    ]
    kinds = [
        KindChance(title=process.kind(kind).title, planned=float(mine), idle=float(none))
        for kind, mine, none in zip(points.kinds, np.tensordot(shares, planned[:, -1], 1), idle[-1], strict=True)
    ]
    last = DayChance(day=until, planned=best.chance, idle=best.idle)
    return (*by, last), tuple(sorted(kinds, key=lambda one: -one.planned))


def _reached(road: PointsRoad, answer: Answer, target: float | None, day: date) -> date | None:
    """The end of the week by which the chance of a plan reaches a target."""
    if target is None or not isinstance(answer, Found):
        return None
    points, done = road.points.thinned(THINNED), answer.plan.completions(road.instance.by_id)
    days = [*range(DAYS, points.days, DAYS), points.days]
    ways = ways_held(road.instance, done, weeks=points.weeks, most_cases=WAYS)
    by = sum(share * (1 - np.prod(1 - points.by_kind_within(held, days), axis=-1)) for share, held in ways)
    by *= answer.chance / by[-1]
    return day + timedelta(days=days[int(np.argmax(by >= target))])


def _interval(road: PointsRoad, ways: Ways, value: float) -> tuple[float, float]:
    """How far the forecast leaves the chance unknown (90 %), as it does for the likeliest ends of the exams."""
    total = sum(share for share, _ in ways)
    below = above = 0.0
    for share, held in ways:
        odds = road.odds(held)
        p = odds.p or 0.0
        below += share / total * (p - (p if odds.lo is None else odds.lo))
        above += share / total * ((p if odds.hi is None else odds.hi) - p)
    return max(0.0, value - below), min(1.0, value + above)


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
