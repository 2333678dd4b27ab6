"""Draw the roadmap of a case: what to do by which day, within its hours and money, for the best chance by a day."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np

from twelfth.base import InvalidInput, NotEnoughData, add_months, invalid
from twelfth.goal import Case, Process
from twelfth.usecases.case_roadmap import Aside, CaseRoadmap, DatedMile, DayChance, KindChance
from twelfth.usecases.draw_roadmap import best_answer
from twelfth.usecases.points_model import last_day
from twelfth.usecases.ports import CaseShelf, Clock, Planner
from twelfth.usecases.rule_sourced import check_rule_sourced
from twelfth.usecases.tell_odds import points_decide

if TYPE_CHECKING:
    from twelfth.roadmap import Answer, Calendar, Found, Plan, Question
    from twelfth.usecases.points_road import PointsRoad

    Ways = list[tuple[float, tuple[frozenset[str], ...]]]

MONTHS_AHEAD = 24
"""Where no last day is asked for: most of what helps takes longer than a year."""
WAYPOINTS = (6, 12, 18)
"""Months after the day for which the chance is told on the way to the last one."""
LIKELIEST = 4
"""Ways in which the exams may end, for the interval."""
THINNED = 16
"""Every so many of the paths of cut-offs, for the chance on the way and by kind; that of the plan counts all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What a person asks for. until: the last day. hours_per_week, budget: in place of those of the case. target: the
    chance to reach in the fewest weeks, in place of the best chance. avoid: ids of moves not to be made."""

    until: date | None = None
    hours_per_week: int | None = None
    budget: int | None = None
    target: float | None = None
    avoid: tuple[str, ...] = ()


def plan_case(
    name: str,
    *,
    cases: CaseShelf,
    clock: Clock,
    planner: Planner,
    as_of: date | None = None,
    wishes: Wishes | None = None,
    seed: int = 0,
    slices: int | None = None,
    over: Callable[[], bool] = lambda: False,
    told: "Callable[[Answer], None]" = lambda _: None,
) -> CaseRoadmap:
    """The roadmap of a case from the day after `as_of` (default: today). seed, slices, over, told: as draw_roadmap.

    Raises:
        NotFound: no such case.
        InvalidInput: a last day that is not ahead, negative hours or money, a move to avoid that there is not, a target
            outside (0, 1).
        NotEnoughData: no points decide in the pack, the rules of the day are not sourced, or no hours are stated.
    """
    from twelfth.usecases.points_road import points_road

    case, process = cases.get(name), cases.process_of(name)
    day, asked = as_of or clock.today(), wishes or Wishes()
    if not points_decide(process):
        raise NotEnoughData(
            f"A road for {process.title} cannot be drawn yet: no points decide there.",
            next_step=f"See what would raise the chance: twelfth levers {name}",
        )
    check_rule_sourced(process, day)
    _check(asked, process, day)
    case, process = case.known(day), process.known(day)
    until, change = last_day(process, day, asked.until or add_months(day, MONTHS_AHEAD))
    hours, budget = _capacity(case, asked)
    calendar = _calendar(hours, budget, weeks=-(-(until - day).days // 7))
    road = points_road(case, process, as_of=day, until=until, calendar=calendar, avoid=asked.avoid)
    answer = best_answer(planner, road.instance, _question(asked), seed=seed, slices=slices, over=over, told=told)
    best = answer.best
    said = _told(road, best, process, day, until)
    return CaseRoadmap(
        case=case.name,
        title=case.title,
        invented=case.invented,
        process=process.name,
        process_title=process.title,
        pack_version=process.version,
        attribution=process.attribution,
        as_of=day,
        until=until,
        hours_per_week=hours,
        budget=budget,
        currency=case.capacity.currency if case.capacity else "",
        target=asked.target,
        status=type(answer).__name__.lower(),
        chance=best.chance,
        within=said.chance,
        bound=best.bound,
        idle=best.idle,
        idle_within=said.idle,
        weeks=best.value,
        least=best.least,
        miles=_miles(road, best.plan, day),
        kinds=said.kinds,
        by=said.by,
        guessed=_guessed(road, best.plan),
        conflicts=getattr(answer, "conflicts", ()),
        aside=_aside(road, best.plan),
        warnings=best.warnings,
        ends_early=change.title if change else "",
        slices=best.effort.slices,
        seed=best.effort.seed,
        cut=best.effort.cut,
        versions=best.effort.versions,
    )


def _miles(road: "PointsRoad", plan: "Plan", day: date) -> tuple[DatedMile, ...]:
    """In order of their beginning."""
    starts = day + timedelta(days=1)
    found = []
    for route in road.catalogue.routes:
        weeks = plan.work.get(route.move.id)
        if weeks is None:
            continue
        action = road.instance.by_id[route.move.id]
        retry = None if action.retry_weeks is None else 7 * action.retry_weeks
        found.append(
            DatedMile(
                move=route.move.id,
                title=route.move.title,
                begins=starts + timedelta(weeks=weeks[0][0]),
                done=starts + timedelta(weeks=plan.completion(action)),
                hours=route.hours,
                cost=route.cost,
                work=tuple((starts + timedelta(weeks=week), hours) for week, hours in weeks) if route.hours else (),
                passes=route.passes,
                again=retry,
                guessed=route.guessed,
                own=route.way.own,
                note=route.way.note or route.move.note,
                source=tuple(dict.fromkeys((*route.way.source, *route.move.source))),
            )
        )
    return tuple(sorted(found, key=lambda one: (one.begins, one.done, one.move)))


def _aside(road: "PointsRoad", plan: "Plan") -> tuple[Aside, ...]:
    """Why each other move is not in the plan."""
    found = [
        Aside(move=one.move.id, title=one.move.title, why="it would not raise the chance further, or finds no place")
        for one in road.catalogue.routes
        if one.move.id not in plan.work
    ]
    found += [Aside(move=one.move.id, title=one.move.title, why=one.why) for one in road.catalogue.unpriced]
    return (*found, *(Aside(move=one.id, title=one.title, why="it changes no points") for one in road.idle))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """The chance by day and by kind; and how far those of the plan and of doing nothing are unknown."""

    by: tuple[DayChance, ...]
    kinds: tuple[KindChance, ...]
    chance: tuple[float, float]
    idle: tuple[float, float]


def _check(asked: Wishes, process: Process, day: date) -> None:
    if asked.until is not None and not day < asked.until <= add_months(day, 120):
        expected = f"a day after {day} and at most ten years after it"
        example = f"For example: {add_months(day, MONTHS_AHEAD)}"
        raise invalid("--until", asked.until, expected, next_step=example)
    for option, value in (("--hours-per-week", asked.hours_per_week), ("--budget", asked.budget)):
        if value is not None and value < 0:
            raise invalid(option, value, "a whole number of at least 0")
    ids = [one.id for one in process.moves]
    for one in asked.avoid:
        if one not in ids:
            raise invalid("--avoid", one, f"a move of the pack {process.name}: {', '.join(ids)}")


def _capacity(case: Case, asked: Wishes) -> tuple[int, int | None]:
    """Whole hours a week, and money; None where nothing is said of it."""
    own = case.capacity
    hours = asked.hours_per_week if asked.hours_per_week is not None else own.hours_per_week if own else None
    money = asked.budget if asked.budget is not None else own.money if own else None
    if hours is None:
        raise NotEnoughData(
            f"How many hours a week there are is not stated in {case.name!r}.",
            next_step=f"Give them: twelfth plan {case.name} --hours-per-week 10; or as [capacity] of the case file.",
        )
    return int(hours), None if money is None else int(money)


def _calendar(hours: int, budget: int | None, *, weeks: int) -> "Calendar":
    from twelfth.roadmap import Calendar

    return Calendar(hours=(hours,) * weeks, money=((0, PLENTY if budget is None else budget),))


PLENTY = 10**7
"""Where nothing is said of money, it is not what is lacking."""


def _question(asked: Wishes) -> "Question":
    from twelfth.roadmap import BestChance, Least

    try:
        return BestChance() if asked.target is None else Least("weeks", asked.target)
    except InvalidInput as error:
        raise invalid("--target", asked.target, error.problems[0].expected) from None


def _told(road: "PointsRoad", best: "Found", process: Process, day: date, until: date) -> _Told:
    """Over the ways in which the exams may end: the chance on the way, by kind, and how far it is unknown."""
    from twelfth.roadmap import ways_held

    points, nobody = road.points.thinned(THINNED), (frozenset[str](),) * road.points.weeks
    ends = [one for one in (add_months(day, months) for months in WAYPOINTS) if one < until]
    within = [*((end - day).days for end in ends), points.days]
    ways = ways_held(road.instance, best.plan.completions(road.instance.by_id), weeks=points.weeks)
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
    return _Told(
        by=(*by, DayChance(day=until, planned=best.chance, idle=best.idle)),
        kinds=tuple(sorted(kinds, key=lambda one: -one.planned)),
        chance=_interval(road, ways[:LIKELIEST], best.chance),
        idle=_interval(road, [(1.0, nobody)], best.idle),
    )


def _interval(road: "PointsRoad", ways: "Ways", chance: float) -> tuple[float, float]:
    """How far the forecast leaves the chance unknown (90 %), as it does for the likeliest ends of the exams."""
    total = sum(share for share, _ in ways)
    below = above = 0.0
    for share, held in ways:
        odds = road.odds(held)
        p = odds.p or 0.0
        below += share / total * (p - (p if odds.lo is None else odds.lo))
        above += share / total * ((p if odds.hi is None else odds.hi) - p)
    return max(0.0, chance - below), min(1.0, chance + above)


def _guessed(road: "PointsRoad", plan: "Plan") -> tuple[float, float] | None:
    """The chance of the plan with the guessed chances of passing at either end."""
    from twelfth.learn import PASSES_RANGE
    from twelfth.roadmap import chance

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
