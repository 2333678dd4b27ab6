"""The road of a case where people are selected by judgement: moves by what those selected show them to be worth.

The chance of the rounds to come is that of the history: the same eyes judge every attempt, so that rounds go together.
What only ever is recorded of those who have it, such as flying, cannot be counted: it is placed in the time left over.
"""

from dataclasses import replace
from datetime import date

from twelfth.base import invalid
from twelfth.goal import Case, Process
from twelfth.roadmap import Calendar, Instance, Plan, misfits_of, pinned_plan
from twelfth.usecases.roads.case_roadmap import DayChance, KindChance, Wishes
from twelfth.usecases.roads.people_road import ByHistory, people_road
from twelfth.usecases.roads.told_road import Solver, ToldRoad, aside_of, miles_of, titles_of
from twelfth.usecases.roads.wished import check_there, wished
from twelfth.usecases.roads.wishes import Capacity, calendar_of

UNCOUNTED = 1.0
"""Logits for each of what cannot be counted, where they are placed among themselves: as many of them as there is time
for, soonest first."""


def plan_by_people(
    case: Case, process: Process, *, day: date, wishes: Wishes, capacity: Capacity, solver: Solver
) -> ToldRoad:
    """The road from the day after one, case and process as known on it.

    Raises:
        NoChance: as fit_known; nothing is known of who applied, fewer than two rounds were held, or a requirement
            is not met.
        InvalidInput: no round is expected by the last day that is asked for, or a target.
    """
    if wishes.target is not None:
        raise invalid(
            "--target", wishes.target, "none where people are selected by judgement", next_step="Leave it out."
        )
    people = people_road(case, process, wishes=wishes, day=day)
    until = people.days[-1]
    calendar = calendar_of(capacity, day=day, days=people.ahead(day), pauses=case.pauses, begins=wishes.begins)
    counted, rest, titles = people.counted, people.uncounted, titles_of(people.catalogue.routes)
    open_to = {*titles, *(one.move.id for one in people.catalogue.unpriced)}
    check_there(wishes, titles, {one.id for one in process.moves} - open_to - {*wishes.avoid})
    beside = wished(people.instance(rest, calendar, day, effect=UNCOUNTED), wishes, day, titles, case.pauses)
    stays = pinned_plan(beside)
    left = left_by(beside.calendar, beside, stays)
    instance = wished(people.instance(counted, left, day), wishes, day, titles, case.pauses)
    answer = solver.quietly(instance)
    plan = answer.best.plan
    done = plan.completions(instance.by_id)
    beside = replace(beside, calendar=left_by(left_by(instance.calendar, instance, plan), beside, stays, times=-1))
    other = solver.quietly(beside).best.plan if rest else Plan()
    told = ByHistory(people=people)
    by = tuple(
        DayChance(day=one, planned=told.of(instance, done, rounds=place), idle=told.of(instance, {}, rounds=place))
        for place, one in enumerate(people.days, 1)
    )
    kind = process.kinds[0].title if process.kinds else process.title
    planned, idle = by[-1].planned, by[-1].idle
    return ToldRoad(
        answer=answer,
        until=until,
        chance=planned,
        within=(told.of(instance, done, end=1), told.of(instance, done, end=2)),
        bound=told.bound(instance),
        idle=idle,
        idle_within=(told.of(instance, {}, end=1), told.of(instance, {}, end=2)),
        miles=(*miles_of(counted, instance, plan, day), *miles_of(rest, beside, other, day, counted=False)),
        kinds=(KindChance(title=kind, planned=planned, idle=idle),),
        by=by,
        guessed=None,
        aside=aside_of(people.catalogue, Plan({**plan.work, **other.work})),
        warnings=misfits_of(instance, titles),
        evidence="people",
    )


def left_by(calendar: Calendar, instance: Instance, plan: Plan, *, times: int = 1) -> Calendar:
    """Hours and money that a plan leaves; times: -1 gives back what it took."""
    hours = list(calendar.hours)
    for weeks in plan.work.values():
        for week, worked in weeks:
            hours[week] -= times * worked
    money = sum(amount for _, amount in calendar.money) - times * plan.cost(instance.by_id)
    return Calendar(hours=tuple(hours), money=((0, money),))
