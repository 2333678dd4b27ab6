"""Where one stands on a road that was drawn before: what was worked of it by a day, what is held by now, what can no
longer be done; and the instance from then on, its weeks counted from the road's own first day.

A road is taken at its word: what it had before the day was worked. What the case holds by then is held, however it came
about. An exam whose days are past and whose trait the case does not hold was not passed. Money is counted from the
beginning of the road, and what was paid for is paid.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from twelfth.usecases.plans.ground import Ground, Whose
from twelfth.usecases.roads.given_mile import GivenMile
from twelfth.usecases.roads.given_road import WEEK, GivenRoad
from twelfth.usecases.roads.road_days import exam_days

if TYPE_CHECKING:
    from twelfth.roadmap import Action, Calendar, Instance, Plan

HELD, DONE, UNDER_WAY, NOT_PASSED, CLOSED = "held", "worked through", "under way", "not passed", "no longer"
UNCOUNTED = "not counted"
"""What became of a mile: it is held by now; all its work is done; some of it is; its exam was sat and not passed; it
cannot be planned any more; nobody can say what it adds, so that it was placed in the time left over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MileStood:
    """A mile of the road before, of which there is something to say. hours: worked, of so many in all (`needed`).

    attempts: at its exam, none passed. why: it cannot be planned any more.
    """

    move: str
    title: str
    state: str
    hours: int
    needed: int
    attempts: int
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """ground: from the road's own first day on. since: the first week that is still to come. old: the road before, of
    what counts, without what is held or over. paid: money that is gone for what is held or can no longer be done."""

    ground: Ground
    since: int
    old: "Plan"
    miles: tuple[MileStood, ...]
    paid: int


def stand(ground: Ground, whose: Whose, road: GivenRoad, file: str) -> Standing:
    """The ground is of the case as of the day of the fact; so is `whose`."""
    from twelfth.roadmap import Plan

    starts = road.drawn + timedelta(days=1)
    passed = (whose.as_of - road.drawn).days
    since = -(-passed // WEEK)
    every = {one.move: road.weeks(one, starts, file) for one in road.miles}
    miles = tuple(_stood(one, every[one.move], ground, since, whose) for one in road.miles)
    work = {one.move: every[one.move] for one in road.miles if one.counted}
    over = {one.move for one in miles if one.state == HELD or (one.state == CLOSED and one.hours == one.needed)}
    paid = sum(
        one.cost
        for one in road.miles
        if every[one.move][0][0] < since and not (one.counted and one.move in ground.instance.by_id)
    )
    old = {name: weeks for name, weeks in work.items() if name not in over}
    return Standing(
        ground=replace(
            ground,
            instance=_instance(ground, whose, starts, passed, since, old, miles, paid),
            whose=replace(whose, starts=starts),
        ),
        since=since,
        old=Plan.of(old),
        miles=tuple(one for one in miles if one.state),
        paid=paid,
    )


def _stood(mile: GivenMile, weeks: list[tuple[int, int]], ground: Ground, since: int, whose: Whose) -> MileStood:
    worked, needed = sum(hours for week, hours in weeks if week < since), sum(hours for _, hours in weeks)
    attempts, why, action = 0, "", ground.instance.by_id.get(mile.move)
    if mile.move in ground.held:
        state = HELD
    elif not mile.counted:
        state = UNCOUNTED
    elif action is None:
        why = ground.closed.get(mile.move, "")
        gone = "the pack has no such move any more" if mile.move not in whose.titles else ""
        why, state = why or gone or "nothing of it is left to do", CLOSED
    elif worked == needed:
        attempts = _attempts(mile, action, whose)
        state = NOT_PASSED if attempts else DONE
    else:
        state = UNDER_WAY if worked else ""
    return MileStood(
        move=mile.move,
        title=whose.titles.get(mile.move, mile.title),
        state=state,
        hours=worked,
        needed=needed,
        attempts=attempts,
        why=why,
    )


def _attempts(mile: GivenMile, action: "Action", whose: Whose) -> int:
    """At an exam, by the days the road before had for them."""
    if not (mile.exam and action.is_exam):
        return 0
    return len(exam_days(mile.done, mile.again, whose.as_of))


def _instance(
    ground: Ground,
    whose: Whose,
    starts: date,
    passed: int,
    since: int,
    old: dict[str, list[tuple[int, int]]],
    miles: tuple[MileStood, ...],
    paid: int,
) -> "Instance":
    """Weeks from the first day of the road on."""
    instance, stood = ground.instance, {one.move: one for one in miles}
    actions = tuple(_as_stood(one, stood.get(one.id)) for one in instance.actions)
    begun = sum(one.cost for one in actions if one.id in old and old[one.id][0][0] < since)
    calendar = _calendar(ground, whose, starts, since, old, paid=paid, begun=begun)
    if instance.points is not None:
        return replace(instance, actions=actions, calendar=calendar, points=instance.points.later(passed))
    weeks = [((day - starts).days) // WEEK for day in whose.days]
    rounds = tuple(replace(one, week=week) for one, week in zip(instance.rounds, weeks, strict=True))
    return replace(instance, actions=actions, calendar=calendar, rounds=rounds)


def _as_stood(action: "Action", stood: MileStood | None) -> "Action":
    """What was worked through stays so, however many hours it is said to take by now.

    Under way: where it takes more by now than the road had, what is left is that less what was worked. Where it takes
    less, as from a level that was reached meanwhile, it is all of that, but no more than what the road had left.
    """
    if stood is None or not stood.hours:
        return action
    if stood.state not in (DONE, NOT_PASSED):
        left = stood.needed - stood.hours
        left = action.hours - stood.hours if action.hours >= stood.needed else min(action.hours, left)
        return replace(action, hours=stood.hours + max(1, left))
    return replace(action, hours=stood.hours, attempts_made=stood.attempts)


def _calendar(
    ground: Ground,
    whose: Whose,
    starts: date,
    since: int,
    old: dict[str, list[tuple[int, int]]],
    *,
    paid: int,
    begun: int,
) -> "Calendar":
    """Before the day the hours that were worked, after it those there are; money from the beginning of the road."""
    from twelfth.roadmap import Calendar
    from twelfth.usecases.roads.wishes import week_hours

    weeks = max(since + 1, -(-((whose.until - starts).days + 1) // WEEK))
    past = [sum(hours for at, hours in _pairs(old) if at == week) for week in range(since)]
    ahead = week_hours(whose.hours_per_week, starts + timedelta(weeks=since), weeks - since, ground.pauses)
    money = sum(amount for _, amount in ground.instance.calendar.money)
    return Calendar(hours=(*past, *ahead), money=((0, max(money - paid, begun)),))


def _pairs(work: dict[str, list[tuple[int, int]]]) -> Iterator[tuple[int, int]]:
    for weeks in work.values():
        yield from weeks
