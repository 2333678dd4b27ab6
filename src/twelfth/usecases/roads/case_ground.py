"""What questions about a plan are asked of, of a case: its road as an instance, by points or by people."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from twelfth.usecases.odds.tell_odds import points_decide
from twelfth.usecases.plans.ground import Evidence, Ground, Whose, able
from twelfth.usecases.ports import CaseShelf, Clock
from twelfth.usecases.roads.case_roadmap import Wishes
from twelfth.usecases.roads.ports import RoadShelf

if TYPE_CHECKING:
    from twelfth.goal import Case, Process
    from twelfth.learn import Route
    from twelfth.roadmap import Instance
    from twelfth.usecases.roads.wishes import Capacity


IDLE = "it changes no points"
UNCOUNTED = "it cannot be counted what it adds"


def case_ground(
    name: str,
    *,
    cases: CaseShelf,
    clock: Clock,
    roads: RoadShelf,
    wishes: Wishes,
    as_of: date | None = None,
    plan_file: str | None = None,
) -> Ground:
    """The road of a case from the day after `as_of` (default: today). plan_file: a road drawn before; day, last day,
    hours and money are then its own, where nobody asks for others.

    Raises:
        NotFound: no such case, no such file.
        InvalidInput: as plan_case; a road of another case or of another day; one that cannot be done.
        NotEnoughData: as plan_case.
    """
    from twelfth.distance import move_held
    from twelfth.goal import profile
    from twelfth.usecases.roads.wishes import currency_of, known_on

    day, given = as_of or clock.today(), None
    if plan_file is not None:
        road = roads.get(plan_file)
        road.check_of(cases.get(name).name, plan_file)
        day = road.as_of if as_of is None else as_of
        road.check_on(day, plan_file)
        wishes, given = road.over(wishes), road.plan(day + timedelta(days=1), plan_file)
    case, process, capacity = known_on(name, day, wishes, cases=cases)
    make = _by_points if points_decide(process) else _by_people
    made = make(case, process, day=day, wishes=wishes, capacity=capacity)
    who = profile(case.facts, day, traits=process.traits)
    whose = Whose(
        case=case.name,
        title=case.title,
        invented=case.invented,
        process=process.name,
        process_title=process.title,
        pack_version=process.version,
        attribution=process.attribution,
        as_of=day,
        starts=day + timedelta(days=1),
        until=made.until,
        hours_per_week=capacity[0],
        budget=capacity[1],
        currency=currency_of(case, process),
        renews=wishes.renews,
        evidence="people" if made.days else "points",
        titles={one.id: one.title for one in process.moves},
        kinds={one.name: one.title for one in process.kinds},
        days=made.days,
    )
    return Ground(
        instance=made.instance,
        evidence=made.evidence,
        given=None if given is None or plan_file is None else able(given, made.instance, plan_file),
        whose=whose,
        routes=made.routes,
        held=frozenset(one.id for one in process.moves if move_held(process, who, one)),
        closed=made.closed | dict.fromkeys(wishes.avoid, "left out, as you wish"),
        pauses=case.pauses,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """Fields as in Ground and Whose."""

    instance: "Instance"
    evidence: Evidence | None
    until: date
    days: tuple[date, ...]
    routes: "tuple[Route, ...]"
    closed: dict[str, str]


def _by_points(case: "Case", process: "Process", *, day: date, wishes: Wishes, capacity: "Capacity") -> _Made:
    from twelfth.usecases.roads.points_road import road_wished

    road, _ = road_wished(case, process, day=day, wishes=wishes, capacity=capacity)
    closed = {one.move.id: one.why for one in road.catalogue.unpriced} | {one.id: IDLE for one in road.idle}
    return _Made(
        instance=road.instance, evidence=None, until=road.until, days=(), routes=road.catalogue.routes, closed=closed
    )


def _by_people(case: "Case", process: "Process", *, day: date, wishes: Wishes, capacity: "Capacity") -> _Made:
    from twelfth.usecases.roads.people_road import ByHistory, people_road
    from twelfth.usecases.roads.wishes import calendar_of

    people = people_road(case, process, wishes=wishes, day=day)
    calendar = calendar_of(capacity, day=day, days=people.ahead(day), pauses=case.pauses, begins=wishes.begins)
    instance = people.instance(people.counted, calendar, day)
    return _Made(
        instance=instance,
        evidence=ByHistory(people=people),
        until=people.days[-1],
        days=people.days,
        routes=people.counted,
        closed={one.move.id: one.why for one in people.catalogue.unpriced}
        | {one.move.id: UNCOUNTED for one in people.catalogue.routes if one not in people.counted},
    )
