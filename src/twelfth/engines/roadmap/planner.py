"""An answer at once, then better ones, and a bound that comes down: for as long as somebody asks for the next.

Work is cut into slices of a fixed size, so that an answer depends on how many were done and never on how fast: a search
from the beginning or from one of the best states, with pieces of proof beside it. Every plan that leaves is checked,
and its chance computed anew, by the core.
"""

from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from functools import cache, partial
from importlib.metadata import version
from threading import Event

import numpy as np
from numpy.typing import NDArray

from twelfth.base import invalid
from twelfth.engines.roadmap.anneal import AVERAGE, CASES, FLUID, POINTS, State, anneal, first_state
from twelfth.engines.roadmap.arrays import Tasks, Whole, names_of, tasks_of
from twelfth.engines.roadmap.beside import PROVED, Beside, Prover
from twelfth.engines.roadmap.least import improve_least
from twelfth.engines.roadmap.points_bound import points_prover
from twelfth.engines.roadmap.points_table import PointsTable, no_table, points_table
from twelfth.engines.roadmap.schedule import PACE, START, schedule
from twelfth.engines.roadmap.scored_bound import scored_prover
from twelfth.engines.roadmap.set_table import sets_of
from twelfth.engines.roadmap.worth import Worth, delays_of, worth_of, worth_on_average
from twelfth.roadmap import (
    Answer,
    BestChance,
    Effort,
    Found,
    Instance,
    Least,
    Plan,
    Points,
    Question,
    chance,
    check,
    pinned_plan,
    unbound,
    violations,
)

ELITE = 4
"""So many of the best states are kept to search from."""
STARTS = 6
"""Beginnings in a slice, of which the best is searched on."""
FLUID_STEPS, START_STEPS, FIRST_STEPS, MORE_STEPS = 4_000, 300, 1_500, 6_000
"""Of each beginning, on the fluid and on the weekly schedule; from the best of them on; from a state of before."""
CASES_AT = 4
"""Steps over cases of the exams are a quarter as many: each takes three or four times as long."""
POINTS_STEPS, FEW_CASES = 200, 16
"""Where points decide: steps of a slice, and cases of the exams that the search looks at."""
FLUID_HEAT, FIRST_HEAT, MORE_HEAT, CASES_HEAT = (0.03, 5e-4), (6e-3, 5e-4), (2e-3, 1e-4), (4e-3, 3e-4)
"""First and last temperature, in chance."""
ANEW = 3
"""Every so many slices of search one begins anew."""


class AnytimePlanner:
    """A Planner for every question of the roadmap."""

    def improve(
        self, instance: Instance, question: Question, *, seed: int = 0, start: Plan | None = None
    ) -> Iterator[Answer]:
        """An answer after every slice of work, each at least as good as the last; ends when nothing better can be.

        start: a plan to begin from, where it can be done; no answer is worse than it.

        Raises:
            InvalidInput: what is pinned cannot be done together; the least is asked for and something is pinned.
        """
        stays = pinned_plan(instance)
        if stays.work:
            check(instance, stays)
        match question:
            case BestChance():
                yield from self.best_chance(instance, seed=seed, start=start)
            case Least():
                if stays.work:
                    raise invalid("pinned", ", ".join(stays.work), "nothing where the least is asked for")
                yield from improve_least(instance, question, partial(self.best_chance, seed=seed, start=start))

    def best_chance(
        self, instance: Instance, *, seed: int = 0, start: Plan | None = None
    ) -> Generator[Found, None, None]:
        """Plans of an ever higher chance; ends when the best is proved. The bound is that of plans without pins too."""
        idle, stays = chance(instance, {}), pinned_plan(instance)
        if all(one.pinned for one in instance.actions) or instance.last_week == 0:
            effort, only = Effort(slices=0, seed=seed, versions=made_by()), _chance_of(instance, stays)
            yield Found(plan=stays, chance=only, bound=only, idle=idle, effort=effort)
            return
        search, slices = Search.of(instance, seed, idle), 0
        if instance.points is not None:
            search.by_points(instance.points)
        if start is not None and not violations(instance, start):
            search.begin_from(start)
        proof = Beside(partial(prover_of, unbound(instance), search.free, search.table))
        try:
            while slices == 0 or proof.bound - search.chance > PROVED:
                search.slice()
                slices += 1
                yield Found(
                    plan=search.plan,
                    chance=search.chance,
                    bound=max(proof.after(slices, search.chance), search.chance),
                    idle=idle,
                    effort=Effort(slices=slices, seed=seed, versions=made_by()),
                )
        finally:
            proof.close()


@cache
def made_by() -> tuple[tuple[str, str], ...]:
    """Versions of what an answer depends on."""
    return tuple((name, version(name)) for name in ("twelfth", "numba", "ortools"))


def prover_of(instance: Instance, tasks: Tasks, table: PointsTable, stopped: Event) -> Prover:
    """Loaded with its solver only now, when a plan was found already. stopped: set when it is to end."""
    if instance.points is not None:
        return points_prover(instance, instance.points, tasks, table)
    if instance.scored is not None:
        return scored_prover(instance, tasks)
    from twelfth.engines.roadmap.polytope import PolytopeProver
    from twelfth.engines.roadmap.relaxation import relaxation_of

    relaxed = (relaxation_of(instance, tasks, fine=fine) for fine in (False, True))
    return PolytopeProver.of(relaxed, instance.sigma, stopped)


@dataclass(slots=True, kw_only=True)
class Search:
    """The best states so far and the best plan. free: the tasks as if nothing were pinned or put off."""

    instance: Instance
    tasks: Tasks
    free: Tasks
    worth: Worth
    table: PointsTable
    rng: np.random.Generator
    plan: Plan
    chance: float
    elite: list[tuple[float, State]] = field(default_factory=list)
    turn: int = 0

    @classmethod
    def of(cls, instance: Instance, seed: int, idle: float) -> "Search":
        tasks, stays, unpinned = tasks_of(instance), pinned_plan(instance), unbound(instance)
        free = tasks if unpinned is instance else tasks_of(unpinned)
        return cls(
            instance=instance,
            tasks=tasks,
            free=free,
            worth=worth_of(instance, tasks.before_at, tasks.before, sets=sets_of(instance, free)),
            table=no_table(),
            rng=np.random.default_rng(seed),
            plan=stays,
            chance=_chance_of(instance, stays) if stays.work else idle,
        )

    def by_points(self, points: Points) -> None:
        """Judge by points: a search by some of their paths and cases of the exams, what leaves it by all of them."""
        self.table = points_table(self.instance, points, self.free)
        delay, share = delays_of(self.instance.in_order, most=FEW_CASES)
        self.worth = self.worth._replace(delay=delay, share=share)

    def begin_from(self, plan: Plan) -> None:
        """Search near a plan that can be done, too."""
        self._keep(plan)
        state = state_of(self.instance, self.tasks, self.worth, plan)
        value, state = self._anneal(state, self.judged, 0, 0, CASES_HEAT)
        self.elite, self.turn = [(value, state)], 1

    @property
    def judged(self) -> int:
        """What the best states are held against each other by."""
        if self.instance.points is not None:
            return POINTS
        return CASES if len(self.worth.share) > 1 or self.instance.scored is not None else AVERAGE

    @property
    def heat(self) -> tuple[float, float]:
        """Of search from a state: less where it judges quickly and takes many steps, more where a function decides, of
        which nobody knows how it falls."""
        if self.instance.scored is not None:
            return FLUID_HEAT
        return MORE_HEAT if self.judged == AVERAGE else CASES_HEAT

    def slice(self) -> None:
        """From the beginning, or from one of the best, whose place a better one then takes."""
        seed, anew = int(self.rng.integers(1 << 31)), self.turn % ANEW == 0 or not self.elite
        place = len(self.elite) if anew else int(self.rng.integers(len(self.elite)))
        value, state = self._first(seed) if anew else self.elite[place]
        steps = {AVERAGE: MORE_STEPS, CASES: MORE_STEPS // CASES_AT, POINTS: POINTS_STEPS}[self.judged]
        if not anew or self.judged != AVERAGE:
            value, state = self._anneal(state, self.judged, steps // 2 if anew else steps, seed, self.heat)
        self.turn += 1
        if anew or value > self.elite[place][0]:
            self.elite[place : place + 1] = [(value, state)]
        self.elite = sorted(self.elite, key=lambda pair: -pair[0])[:ELITE]
        if self.elite[0][1] is state:
            self._take(state)

    def _first(self, seed: int) -> tuple[float, State]:
        """Everything that helps; and where no points decide, from there by what is quicker to judge, several times."""
        state = first_state(self.tasks, self.worth)
        if self.judged == POINTS or self.instance.scored is not None:
            return self._anneal(state, self.judged, 0, seed, CASES_HEAT)
        starts = [self._started(state, seed + one) for one in range(STARTS)]
        best = max(starts, key=lambda pair: pair[0])
        return self._anneal(best[1], AVERAGE, FIRST_STEPS, seed, FIRST_HEAT)

    def _started(self, state: State, seed: int) -> tuple[float, State]:
        """A beginning. The fluid schedule has no use for a later start or a slower pace: they are there by chance."""
        _, state = self._anneal(state, FLUID, FLUID_STEPS, seed, FLUID_HEAT)
        state.terms[:, START], state.terms[:, PACE] = 0, self.tasks.most
        return self._anneal(state, AVERAGE, START_STEPS, seed, FIRST_HEAT)

    def _anneal(
        self, state: State, judged: int, steps: int, seed: int, heat: tuple[float, float]
    ) -> tuple[float, State]:
        found = State(state.wanted.copy(), state.order.copy(), state.terms.copy())
        value = anneal(found, self.tasks, self.worth, self.table, judged, steps, seed, *heat)
        return float(value), found

    def _take(self, state: State) -> None:
        """The plan of a state; and with every renewal, as on average over exams one looks idle that pays where an exam
        is passed late."""
        renewals = self.worth.trait != np.arange(len(state.order))
        for among in (np.ones_like(renewals), ~renewals) if renewals.any() else (~renewals,):
            plan = plan_of(self.instance, self.tasks, self.worth, state, among=among)
            check(self.instance, plan)
            self._keep(plan)

    def _keep(self, plan: Plan) -> None:
        found = _chance_of(self.instance, plan)
        if found > self.chance:
            self.plan, self.chance = plan, found


def _chance_of(instance: Instance, plan: Plan) -> float:
    return chance(instance, plan.completions(instance.by_id))


def state_of(instance: Instance, tasks: Tasks, worth: Worth, plan: Plan) -> State:
    """A state whose schedule is near a plan: its actions in order of completion, each no earlier and no faster."""
    state = first_state(tasks, worth)
    done = plan.completions(instance.by_id)
    names = names_of(instance)
    chosen = sorted((done[name], a) for a, name in enumerate(names) if name in done)
    rest = [a for a in state.order if names[a] not in done]
    wanted = np.array([name in done for name in names])
    for _, a in chosen:
        hours = plan.work[names[a]]
        state.terms[a, START], state.terms[a, PACE] = hours[0][0], max(most for _, most in hours)
    return State(wanted, np.array([*(a for _, a in chosen), *rest], dtype=np.int64), state.terms)


def plan_of(
    instance: Instance, tasks: Tasks, worth: Worth, state: State, *, among: NDArray[np.bool_] | None = None
) -> Plan:
    """The weekly schedule of a state, without what earns nothing by the last round, among some actions (default: all
    of them)."""
    n, weeks = len(state.order), len(tasks.hours_in)
    work, end = np.zeros((n, weeks), np.int64), np.full(n, -1, np.int64)
    room, spare = tasks.hours_in.copy(), tasks.money.copy()
    none, chunks = np.empty((0, 0), np.int64), np.empty((weeks, 2), np.int64)
    schedule(
        0, state.wanted, state.order, state.terms, tasks, room, spare, end, np.full(n, n, np.int64),
        np.zeros(n, np.bool_), chunks, none, none, False, work,
    )  # fmt: skip
    free = tasks.pinned < 0
    drop_idle(instance, worth, end, among=free if among is None else among & free)
    return Plan.of(
        {
            name: [(int(week), int(work[a, week])) for week in np.flatnonzero(work[a])]
            for a, name in enumerate(names_of(instance))
            if end[a] >= 0 and free[a]
        }
        | dict(pinned_plan(instance).work)
    )


def drop_idle(instance: Instance, worth: Worth, end: Whole, *, among: NDArray[np.bool_]) -> None:
    """Leave out of `end`, last first, what nothing needs and what adds nothing, among some actions."""
    names = names_of(instance)
    logits = np.empty(len(worth.base))
    for a in reversed(range(len(end))):
        needed = any(end[b] >= 0 and names[a] in instance.by_id[names[b]].after for b in range(a + 1, len(end)))
        if end[a] < 0 or needed or not among[a]:
            continue
        done = end[a]
        if instance.scored is not None:
            weeks = {name: int(week) for name, week in zip(names, end, strict=True) if week >= 0}
            value = chance(instance, weeks)
            if chance(instance, {name: week for name, week in weeks.items() if name != names[a]}) >= value:
                end[a] = -1
            continue
        worth_on_average(end, worth, logits)
        with_it = logits.copy()
        end[a] = -1
        worth_on_average(end, worth, logits)
        if (logits < with_it).any():
            end[a] = done
