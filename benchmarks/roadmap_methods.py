"""Ways to a plan that share Twelfth's decoder: its planner, greedy (most effect per hour first), random search."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from twelfth.engines import AnytimePlanner
from twelfth.engines.roadmap.anneal import AVERAGE, State, anneal, first_state
from twelfth.engines.roadmap.arrays import tasks_of
from twelfth.engines.roadmap.planner import plan_of
from twelfth.engines.roadmap.points_table import no_table
from twelfth.engines.roadmap.worth import worth_of
from twelfth.roadmap import Instance, Plan

Clock = Callable[[], float]
"""time.perf_counter, or time.process_time, which does not hang on what else the machine does."""

WARM_SLICES = 8
"""Until the first piece of proof is done, so that compiled code and the solver are loaded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class At:
    """The last answer by so many seconds; no plan, chance 0 and bound 1 where none had come."""

    seconds: float
    plan: Plan | None = None
    chance: float = 0.0
    bound: float = 1.0
    slices: int = 0


def planned(
    instance: Instance, marks: Sequence[float], *, seed: int = 0, clock: Clock = time.perf_counter
) -> tuple[list[At], float | None]:
    """Twelfth's answers at each mark, and the seconds to its first checked plan (None: not by the last mark)."""
    begun, found, first = clock(), [], None
    last, left = At(seconds=0.0), list(marks)
    for answer in AnytimePlanner().best_chance(instance, seed=seed):
        now = clock() - begun
        while left and now > left[0]:
            found.append(replace(last, seconds=left.pop(0)))
        if not left:
            break
        first = first or now
        last = At(seconds=now, plan=answer.plan, chance=answer.chance, bound=answer.bound, slices=answer.effort.slices)
    return found + [replace(last, seconds=mark) for mark in left], first


def warm(instance: Instance) -> None:
    """Compiled code is loaded, and the solver, before anything is timed."""
    for _ in zip(range(WARM_SLICES), AnytimePlanner().best_chance(instance), strict=False):
        pass


def greedy(instance: Instance) -> Plan:
    tasks = tasks_of(instance)
    worth = worth_of(instance, tasks.before_at, tasks.before)
    return plan_of(instance, tasks, worth, first_state(tasks, worth))


def random_search(instance: Instance, marks: Sequence[float], *, clock: Clock = time.perf_counter) -> list[Plan]:
    """The best at each mark of random selections and orders, with exams judged on average."""
    tasks = tasks_of(instance)
    worth = worth_of(instance, tasks.before_at, tasks.before)
    rng, begun, best, kept, found = np.random.default_rng(0), clock(), -1.0, None, []
    terms = first_state(tasks, worth).terms
    for mark in marks:
        while clock() - begun < mark:
            n = len(terms)
            state = State(rng.random(n) < rng.random(), rng.permutation(n).astype(np.int64), terms)
            value = anneal(state, tasks, worth, no_table(), AVERAGE, 0, 0, 0.1, 0.1)
            if value > best:
                best, kept = value, state
        found.append(plan_of(instance, tasks, worth, kept) if kept is not None else Plan())
    return found
