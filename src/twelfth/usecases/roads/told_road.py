"""What each kind of evidence tells of a road: its answer, its miles, the chance on the way, and what is left aside."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from twelfth.learn import Catalogue, Route, Unpriced
from twelfth.roadmap import Answer, BestChance, Instance, Plan, Question
from twelfth.usecases.plans.draw_roadmap import best_answer
from twelfth.usecases.plans.later_day import LaterDay
from twelfth.usecases.plans.ports import Planner
from twelfth.usecases.roads.case_roadmap import Aside, DatedMile, DayChance, KindChance
from twelfth.usecases.roads.road_closes import RoadCloses


@dataclass(frozen=True, slots=True, kw_only=True)
class Solver:
    """The planner with how long it is asked and who hears of every answer on the way: as draw_roadmap. begun: hears of
    the miles of the first plan there is, with its chance."""

    planner: Planner
    seed: int
    slices: int | None
    over: Callable[[], bool]
    told: Callable[[Answer], None]
    begun: Callable[[tuple[DatedMile, ...], float], None] = lambda _miles, _chance: None

    def answer(self, instance: Instance, question: Question) -> Answer:
        """The answer, everybody hearing of those on the way."""
        return best_answer(
            self.planner, instance, question, seed=self.seed, slices=self.slices, over=self.over, told=self.told
        )

    def answer_for(self, routes: Sequence[Route], instance: Instance, question: Question, day: date) -> Answer:
        """The same, the first plan told in miles from the day after one."""
        begun = False

        def told(answer: Answer) -> None:
            nonlocal begun
            if not begun and answer.best.plan.work:
                self.begun(miles_of(routes, instance, answer.best.plan, day), answer.best.chance)
                begun = True
            self.told(answer)

        return replace(self, told=told).answer(instance, question)

    def quietly(self, instance: Instance, *, start: Plan | None = None) -> Answer:
        """The best chance, nobody hearing of any before. start: a plan that the answer is no worse than."""
        return best_answer(
            self.planner, instance, BestChance(), seed=self.seed, slices=self.slices, over=self.over, start=start
        )

    def on_the_way(self, instance: Instance) -> Iterator[Answer]:
        """Every answer of the best chance, nobody hearing of any."""
        return self.planner.improve(instance, BestChance(), seed=self.seed)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldRoad:
    """Fields as in CaseRoadmap; chance, bound and idle as the evidence tells them of the answer's plan, if it does.
    looks: the chance by further days, those on which dated rounds are decided."""

    answer: Answer
    until: date
    miles: tuple[DatedMile, ...]
    aside: tuple[Aside, ...]
    warnings: tuple[str, ...]
    evidence: str
    chance: float | None = None
    within: tuple[float, float] | None = None
    bound: float | None = None
    idle: float | None = None
    idle_within: tuple[float, float] | None = None
    kinds: tuple[KindChance, ...] = ()
    by: tuple[DayChance, ...] = ()
    looks: tuple[DayChance, ...] = ()
    guessed: tuple[float, float] | None = None
    closes: RoadCloses | None = None
    ends_early: str = ""
    later: LaterDay | None = None
    reached: date | None = None
    idle_known: bool = True


def titles_of(routes: Iterable[Route]) -> dict[str, str]:
    """Titles of the moves by the ids of their actions."""
    return {one.move.id: one.move.title for one in routes}


def miles_of(
    routes: Iterable[Route], instance: Instance, plan: Plan, day: date, *, counted: bool = True
) -> tuple[DatedMile, ...]:
    """The routes that are in a plan, in order of their beginning, from the day after one."""
    starts = day + timedelta(days=1)
    found = []
    for route in routes:
        weeks = plan.work.get(route.move.id)
        if weeks is None:
            continue
        action = instance.by_id[route.move.id]
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
                counted=counted,
                note=route.way.note or route.move.note,
                source=tuple(dict.fromkeys((*route.way.source, *route.move.source))),
                said_for=route.said_for,
                currency=route.way.currency if route.cost else "",
                sets=route.move.sets,
            )
        )
    return tuple(sorted(found, key=lambda one: (one.begins, one.done, one.move)))


def aside_of(catalogue: Catalogue, plan: Plan) -> tuple[Aside, ...]:
    """Why each other move is not in a plan."""
    found = [
        Aside(move=one.move.id, title=one.move.title, why="it would not raise the chance further, or finds no place")
        for one in catalogue.routes
        if one.move.id not in plan.work
    ]
    return (*found, *map(aside_unpriced, catalogue.unpriced))


def aside_unpriced(one: Unpriced) -> Aside:
    """Why a move that cannot be planned is not in a plan."""
    need, answered = ("", False) if one.need is None else (one.need.trait, one.need.known)
    return Aside(move=one.move.id, title=one.move.title, why=one.why, need=need, answered=answered)
