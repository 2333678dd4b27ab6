"""Draw the roadmap of a case: what to do by which day, within its hours and money, for the best chance by a day; or,
where no chance can be told, to close the most of the distance to those selected."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from twelfth.usecases.odds.no_chance import NoChance
from twelfth.usecases.odds.tell_odds import points_decide
from twelfth.usecases.plans.ports import Planner
from twelfth.usecases.ports import CaseShelf, Clock
from twelfth.usecases.roads.case_roadmap import CaseRoadmap, DatedMile, Relaxation, Wished, Wishes
from twelfth.work import WEEK

if TYPE_CHECKING:
    from twelfth.goal import Case, Process
    from twelfth.roadmap import Answer, Impossible
    from twelfth.usecases.roads.told_road import Solver, ToldRoad
    from twelfth.usecases.roads.wishes import Capacity


def plan_case(
    name: str,
    *,
    cases: CaseShelf,
    clock: Clock,
    planner: Planner,
    wishes: Wishes,
    as_of: date | None = None,
    seed: int = 0,
    slices: int | None = None,
    over: Callable[[], bool] = lambda: False,
    told: "Callable[[Answer], None]" = lambda _: None,
    begun: "Callable[[tuple[DatedMile, ...], float], None]" = lambda _miles, _chance: None,
) -> CaseRoadmap:
    """The roadmap of a case from the day after `as_of` (default: today). seed, slices, over, told: as draw_roadmap.
    begun: hears of the miles of the first plan and of its chance, where points decide.

    Raises:
        NotFound: no such case.
        InvalidInput: a last day that is not ahead, negative hours or money, a move to avoid that there is not, a target
            outside (0, 1).
        NotEnoughData: no hours are stated; or as plan_by_points and plan_by_people, where there is no distance to close
            either.
    """
    from twelfth.roadmap import Impossible
    from twelfth.usecases.roads.told_road import Solver
    from twelfth.usecases.roads.wall import coming, walls
    from twelfth.usecases.roads.wishes import currency_of, known_on

    day = as_of or clock.today()
    case, process, capacity = known_on(name, day, wishes, cases=cases)
    hours, budget = capacity
    solver = Solver(planner=planner, seed=seed, slices=slices, over=over, told=told, begun=begun)
    road = _road(case, process, day=day, wishes=wishes, capacity=capacity, solver=solver)
    best, missed = road.answer.best, road.answer if isinstance(road.answer, Impossible) else None
    stated = {"hours": hours} | ({} if budget is None else {"money": budget})
    return CaseRoadmap(
        case=case.name,
        title=case.title,
        invented=case.invented,
        process=process.name,
        process_title=process.title,
        pack_version=process.version,
        attribution=process.attribution,
        as_of=day,
        until=road.until,
        hours_per_week=hours,
        budget=budget,
        currency=currency_of(case, process),
        target=wishes.target,
        status=type(road.answer).__name__.lower(),
        chance=road.chance,
        within=road.within,
        bound=road.bound,
        idle=road.idle,
        idle_within=road.idle_within,
        weeks=best.value,
        least=best.least,
        miles=road.miles,
        kinds=road.kinds,
        by=road.by,
        guessed=road.guessed,
        conflicts=missed.conflicts if missed else (),
        aside=road.aside,
        warnings=road.warnings,
        ends_early=road.ends_early,
        evidence=road.evidence,
        slices=best.effort.slices,
        seed=best.effort.seed,
        cut=best.effort.cut,
        versions=best.effort.versions,
        relaxations=_relaxations(missed, stated) if missed else (),
        never=tuple(one for one in missed.never if one in stated) if missed else (),
        later=road.later,
        reached=road.reached,
        closes=road.closes,
        idle_known=road.idle_known,
        walls=walls(coming(process, day, road.until), (*road.by, *road.looks)),
        wished=Wished(
            avoid=wishes.avoid,
            not_before=wishes.not_before,
            pins=wishes.pins,
            pauses=tuple(one for one in case.pauses if day - WEEK < one <= road.until),
            mixed=wishes.alone,
            renews=wishes.renews,
            until=wishes.until,
        ),
    )


def _road(
    case: "Case", process: "Process", *, day: date, wishes: Wishes, capacity: "Capacity", solver: "Solver"
) -> "ToldRoad":
    """By what decides; where no chance can be told, by the distance."""
    from twelfth.usecases.roads.plan_by_distance import plan_by_distance
    from twelfth.usecases.roads.plan_by_people import plan_by_people
    from twelfth.usecases.roads.plan_by_points import plan_by_points

    if points_decide(process):
        return plan_by_points(case, process, day=day, wishes=wishes, capacity=capacity, solver=solver)
    try:
        return plan_by_people(case, process, day=day, wishes=wishes, capacity=capacity, solver=solver)
    except NoChance as refused:
        return plan_by_distance(
            case, process, day=day, wishes=wishes, capacity=capacity, solver=solver, refused=refused
        )


def _relaxations(missed: "Impossible", now: Mapping[str, int]) -> tuple[Relaxation, ...]:
    """With how much of one limit alone the target would be reached. now: what there is of each that is stated."""
    return tuple(
        Relaxation(
            limit=one.limit,
            now=now[one.limit],
            enough=now[one.limit] + one.more,
            least=now[one.limit] + one.least,
            chance=one.chance,
        )
        for one in missed.easings
        if one.limit in now
    )
