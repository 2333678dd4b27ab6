"""The road of a case of which no chance can be told: what closes the most of the distance to those selected by the last
day, requirements first, and what of it is closed sooner. Told trait by trait, in counts; never as a probability."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date, timedelta

from twelfth.base import Said
from twelfth.distance import Ladder, Target
from twelfth.goal import Case, Move, Process
from twelfth.learn import Route
from twelfth.roadmap import Found, Instance, Plan, chance, ways_held
from twelfth.usecases.odds.no_chance import NoChance
from twelfth.usecases.roads.case_roadmap import NO_HOURS, Aside, DatedMile, Wishes
from twelfth.usecases.roads.distance_road import MOST_STEPS, SAME, DistanceRoad, distance_road
from twelfth.usecases.roads.given_back import given_back
from twelfth.usecases.roads.road_closes import ClosingDay, GapOnRoad, GateOnRoad, Lacking, More, RoadCloses
from twelfth.usecases.roads.told_road import Solver, ToldRoad, aside_unpriced, miles_of
from twelfth.usecases.roads.wishes import Capacity, calendar_of

PROVED = 5e-4
"""As near to the bound as the planner calls the best."""
CLOSES_NOTHING, NO_PLACE = "it closes no gap that is known", "it closes nothing further, or finds no place"
AVOIDED = "left out, as you wish"
TOO_MANY = Said(
    "no more than %(count)s things are weighed against each other; leave out others to have it weighed",
    count=MOST_STEPS,
)
Held = Sequence[frozenset[str]]
"""What is held in each week."""


def plan_by_distance(
    case: Case, process: Process, *, day: date, wishes: Wishes, capacity: Capacity, solver: Solver, refused: NoChance
) -> ToldRoad:
    """The road from the day after one, case and process as known on it. refused: why no chance can be told.

    Raises:
        NoChance: as it was refused, where there is no distance to close either.
        Clashing: the wishes cannot be met together.
    """
    road = distance_road(case, process, wishes=wishes, day=day, refused=refused)
    calendar = calendar_of(capacity, day=day, days=road.days, pauses=case.pauses, begins=wishes.begins)
    instance = road.instance(calendar, wishes, case.pauses)
    most = solver.quietly(instance).best
    routes = road.catalogue.routes
    passing = {one.move.id for one in routes if not one.hours}
    plan = given_back(instance, _soonest(road, instance, most, solver), passing)
    miles = tuple(replace(one, passes=1.0, again=None, guessed=False) for one in miles_of(routes, instance, plan, day))
    ((_, held),) = ways_held(instance, plan.completions(instance.by_id), weeks=instance.weeks)
    return ToldRoad(
        answer=replace(most, plan=plan),
        until=road.until,
        miles=miles,
        aside=_aside(road, plan),
        warnings=(),
        evidence="distance",
        closes=_closes(road, held, miles, refused.cause, proved=most.gap <= PROVED and road.all_between),
    )


def _soonest(road: DistanceRoad, instance: Instance, most: Found, solver: Solver) -> Plan:
    """Of the plans that close as much by the last day, the one found that closes the most before it."""
    if not most.plan.work:
        return most.plan
    sooner = solver.quietly(road.sooner(instance, most.chance), start=most.plan).best.plan
    return sooner if chance(instance, sooner.completions(instance.by_id)) >= most.chance - SAME else most.plan


def _aside(road: DistanceRoad, plan: Plan) -> tuple[Aside, ...]:
    """Why each other step is not in a plan; what only lacks hours is told apart."""
    found = [(one.move, NO_PLACE) for one in road.catalogue.routes if one.move.id not in {*plan.work, *road.between}]
    found += [(one.move, TOO_MANY) for one in road.left] + [(one.move, CLOSES_NOTHING) for one in road.idle]
    found += [(one, AVOIDED) for one in road.avoided]
    unpriced = (aside_unpriced(one) for one in road.catalogue.unpriced if one.why != NO_HOURS)
    return (*(Aside(move=move.id, title=move.title, why=why) for move, why in found), *unpriced)


def _closes(road: DistanceRoad, held: Held, miles: Sequence[DatedMile], why: str, *, proved: bool) -> RoadCloses:
    closing, exams = road.closing, {one.move.id for one in road.catalogue.routes if one.way.exam}
    hours = _without_hours(road)
    return RoadCloses(
        why=why,
        aim=str(road.aim),
        people=road.people,
        gaps=tuple(_gap(road, one, ladder, held, {mile.move for mile in miles}) for one, ladder in closing.gaps),
        gates=tuple(_gate(road, place, held) for place in range(len(road.gates))),
        hours=hours,
        unknown=tuple(Lacking(id=name, title=closing.process.trait(name).title) for name in road.unknown),
        exams=tuple(one.title for one in miles if one.move in exams),
        closings=tuple(
            ClosingDay(name=one.name, day=day, closed=_closed_by(road, held[road.week(day)]))
            for day, one in road.closings
        ),
        proved=proved,
    )


def _gap(road: DistanceRoad, target: Target, ladder: Ladder, held: Held, planned: AbstractSet[str]) -> GapOnRoad:
    closing, trait = road.closing, target.trait
    aim, code = ladder.code(road.aim), closing.code(target, held[-1])
    since = next(week for week, sets in enumerate(held) if closing.code(target, sets) == code)
    closed = ladder.passed(code) >= ladder.passed(aim)
    there = [] if closed else [one for one in road.catalogue.routes if _leads(one.move, ladder, aim)]
    lacks = "" if closed else "place" if there else _unpriced(road, ladder)
    return GapOnRoad(
        trait=trait.name,
        title=trait.title,
        now=trait.words(trait.level(target.own)),
        then=trait.words(trait.level(code)),
        aim=trait.words(trait.level(aim)),
        by=None if code == target.own else _day(road, since),
        people=ladder.people,
        now_at=ladder.passed(target.own),
        then_at=ladder.passed(code),
        aim_at=ladder.passed(aim),
        lacks=lacks,
        more=_more(there, [one for one in road.catalogue.routes if one.move.id in planned], trait.name),
    )


def _gate(road: DistanceRoad, place: int, held: Held) -> GateOnRoad:
    gate, closing = road.gates[place], road.closing
    met = gate.id in closing.met(held[-1])
    since = next((week for week, sets in enumerate(held) if gate.id in closing.met(sets)), 0)
    return GateOnRoad(title=gate.title, known=gate.met.value == "no", by=_day(road, since) if met else None)


def _day(road: DistanceRoad, week: int) -> date:
    return road.as_of + timedelta(days=1, weeks=week)


def _closed_by(road: DistanceRoad, held: frozenset[str]) -> int:
    aims = [(ladder, ladder.code(road.aim), road.closing.code(one, held)) for one, ladder in road.closing.gaps]
    return sum(not ladder.is_beyond(aim, code) for ladder, aim, code in aims)


def _leads(move: Move, ladder: Ladder, aim: float) -> bool:
    """Whether it leads to a level of a trait, or beyond it."""
    trait = ladder.trait
    return any(name == trait.name and not ladder.is_beyond(aim, trait.code(level)) for name, level in move.sets)


def _unpriced(road: DistanceRoad, ladder: Ladder) -> str:
    """What stands in the way where no route leads to what is aimed at; a word of GapOnRoad."""
    waiting = (one.move for one in road.catalogue.unpriced if one.why == NO_HOURS)
    return "hours" if any(_leads(one, ladder, ladder.code(road.aim)) for one in waiting) else "aside"


def _more(there: Sequence[Route], planned: Sequence[Route], trait: str) -> More | None:
    """What the shortest of the routes there takes besides those of its trait that are planned; None without one."""
    if not there:
        return None
    best = min(there, key=lambda one: (one.hours, one.way.months or 0.0, one.cost))
    of_it = [one for one in planned if trait in {name for name, _level in one.move.sets}]
    return More(
        hours=max(0, best.hours - max((one.hours for one in of_it), default=0)),
        months=max(0.0, (best.way.months or 0.0) - max((one.way.months or 0.0 for one in of_it), default=0.0)),
        cost=max(0, best.cost - max((one.cost for one in of_it), default=0)),
    )


def _without_hours(road: DistanceRoad) -> tuple[Lacking, ...]:
    """Steps that lack hours alone: moves of the pack that would help, and the levels that are aimed at or asked for."""
    closing = road.closing
    process, aims = closing.process, {one.trait.name: one.codes.get(road.aim) for one, _ladder in closing.gaps}
    of_pack = {one.id for one in process.moves}
    found = []
    for one in (each.move for each in road.catalogue.unpriced if each.why == NO_HOURS):
        codes = {trait: process.trait(trait).code(level) for trait, level in one.sets}
        if one.id in of_pack:
            wanted = closing.value([one.id]) > closing.value(()) + SAME or not closing.read.isdisjoint(codes)
        else:
            wanted = any(code in (aims.get(trait), road.asked.get(trait)) for trait, code in codes.items())
        if wanted:
            found.append(Lacking(id=one.id, title=one.title))
    return tuple(found)
