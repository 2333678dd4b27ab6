"""The old plan again after a fact, with few changes: an answer at once and better ones after it.

First the old plan is placed in the instance as it is now: held where it fits, near where it was where it does not. Then
slices of annealing in turn: one keeps to a number of changes, the next pays a price for each, from high to low. All of
them better one table, the best found for each number of changes. Proof beside them bounds what any plan reaches. Every
plan that leaves is checked, and its chance computed anew, by the core.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from twelfth.base import invalid
from twelfth.engines.roadmap.anneal import AVERAGE, CASES, POINTS
from twelfth.engines.roadmap.arrays import Tasks, Whole, names_of, tasks_of
from twelfth.engines.roadmap.beside import PROVED, Beside
from twelfth.engines.roadmap.kept import BASE, Kept, kept_of, rest_of
from twelfth.engines.roadmap.nudge import Near, nudge
from twelfth.engines.roadmap.planner import FEW_CASES, Search, drop_idle, made_by, prover_of
from twelfth.engines.roadmap.points_table import PointsTable, no_table, points_table
from twelfth.engines.roadmap.reschedule import HELD, reschedule, scratch
from twelfth.engines.roadmap.schedule import FINISH, PACE
from twelfth.engines.roadmap.worth import Worth, delays_of
from twelfth.roadmap import (
    Change,
    Effort,
    Explained,
    Gain,
    Instance,
    Plan,
    Redrawn,
    Replan,
    Step,
    chance,
    check_past,
    check_replan,
    unbound,
)

STEPS, STEPS_EACH, FEWEST_STEPS = 24_000, 1_000, 4_000
"""Of a slice: at most, for each action, and at least. Over cases of the exams it is a quarter as many."""
CASES_AT = 4
POINTS_STEPS = 400
"""Where points decide: each takes a hundred times as long."""
HEATS = ((3e-3, 1e-4), (3e-2, 1e-4))
PRICES = (0.02, 0.01, 0.005, 0.002, 0.001)
BACK = (0.0005, 0.001, 0.002, 0.004)
"""Prices of a change on the way back from the best plan there is to the old one."""
KINDS = ("anew", "back", "few", "anew", "priced", "few", "back", "few")
"""Of slices, in turn: a plan from the beginning, from the best found back towards the old, with so many changes, at a
price for each."""
BEYOND = 3
"""The trade-off goes on so many changes beyond those asked for."""
COLD_EACH = 3
"""Slices of the planner in one of these: they take a third of the time."""
SAME = 1e-6
"""A change that gains no more is left out."""


class AnytimeRedrawer:
    """A Redrawer for every replan."""

    def redraw(self, instance: Instance, question: Replan, *, seed: int = 0) -> Iterator[Redrawn]:
        """An answer after every slice of work, none worse than the one before.

        Raises:
            InvalidInput: what was done could not have been done in this instance, or something is pinned in it.
        """
        check_past(instance, question)
        if instance != unbound(instance):
            raise invalid("pinned", "something", "nothing where an old plan is kept as far as it can be")
        if not instance.actions:
            yield _nothing(instance, question, seed)
            return
        near, bound, slices = _Nearby.of(instance, question, seed, bases=(question.old,)), 1.0, 0
        proof = Beside(lambda stopped: prover_of(instance, tasks_of(instance), near.table, stopped))
        try:
            while True:
                near.slice()
                slices, best = slices + 1, near.best.chance
                if instance.last_week and bound - best > PROVED:
                    bound = proof.after(slices, best)
                effort = Effort(slices=slices, seed=seed, versions=made_by())
                yield Redrawn(steps=near.steps(), bound=max(bound, best), idle=near.idle, effort=effort)
        finally:
            proof.close()

    def explain(self, instance: Instance, question: Replan, step: Step, *, seed: int = 0) -> Explained:
        """What each change of a plan gains: a slice of search near it without that change. A change without which it is
        no worse is left out of the plan."""
        again = True
        gains: list[Gain] = []
        while again:
            again, gains = False, []
            for change in step.changes:
                without = _without(instance, question, step, change, seed)
                if without is not None and without.chance >= step.chance - SAME:
                    step, again = without, True
                    break
                gains.append(Gain(change=change, chance=step.chance, without=without))
        return Explained(step=step, gains=tuple(gains))


def _nothing(instance: Instance, question: Replan, seed: int) -> Redrawn:
    """Where nothing can be done any more: the plan of nothing."""
    idle, plan = chance(instance, {}), Plan()
    step = Step(plan=plan, chance=idle, changes=question.changes(instance, plan))
    return Redrawn(steps=(step,), bound=idle, idle=idle, effort=Effort(slices=0, seed=seed, versions=made_by()))


def _without(instance: Instance, question: Replan, step: Step, change: Change, seed: int) -> Step | None:
    """The best plan found that changes nothing but what a plan changes, one of its changes left out."""
    if change.action not in instance.by_id:
        return None
    others = frozenset(one.action for one in step.changes) - {change.action}
    work = {name: weeks for name, weeks in step.plan.work.items() if name != change.action}
    if change.was is not None:
        work[change.action] = question.old.work[change.action]
    near = _Nearby.of(
        instance, replace(question, most=len(others)), seed, bases=(Plan.of(work), question.old), only=others
    )
    for _ in near.bases:
        near.slice()
    return max(near.steps(), default=None, key=lambda one: one.chance)


@dataclass(slots=True, kw_only=True)
class _Nearby:
    """The best plan found for each number of changes.

    bases: plans to begin from at first. cold: a search that knows no old plan, where nothing is past. approximate: what
    the search thought of each, by how it judged.
    """

    instance: Instance
    question: Replan
    tasks: Tasks
    worth: Worth
    bases: tuple[Plan, ...]
    allowed: NDArray[np.bool_]
    rng: np.random.Generator
    idle: float
    cold: Search | None
    table: PointsTable
    found: dict[int, Step] = field(default_factory=dict)
    approximate: dict[tuple[int, int], float] = field(default_factory=dict)
    turn: int = 0

    @classmethod
    def of(
        cls,
        instance: Instance,
        question: Replan,
        seed: int,
        *,
        bases: tuple[Plan, ...],
        only: frozenset[str] | None = None,
    ) -> "_Nearby":
        """only: the actions that may change."""
        tasks, worth = rest_of(instance, question)
        table = no_table()
        if instance.points is not None:
            table = points_table(instance, instance.points, tasks_of(instance))
            delay, share = delays_of(instance.in_order, most=FEW_CASES)
            worth = worth._replace(delay=delay, share=share)
        finished = {name: question.past.completion(instance.by_id[name]) for name in question.finished(instance)}
        idle = chance(instance, finished)
        anew = not question.since and instance.rounds and instance.last_week
        return cls(
            instance=instance,
            question=question,
            tasks=tasks,
            worth=worth,
            bases=bases,
            allowed=np.array([only is None or name in only for name in names_of(instance)], dtype=np.bool_),
            rng=np.random.default_rng(seed),
            idle=idle,
            cold=Search.of(instance, seed, idle) if anew else None,
            table=table,
        )

    @property
    def limit(self) -> int:
        """Changes up to which the trade-off is told."""
        return self.question.most + BEYOND

    @property
    def best(self) -> Step:
        return max(self.found.values(), key=lambda one: one.chance)

    def steps(self) -> tuple[Step, ...]:
        """The trade-off: each with more changes than the one before, and better."""
        kept: list[Step] = []
        for count in sorted(self.found):
            if not kept or (self.found[count].chance > kept[-1].chance + SAME and count <= self.limit):
                kept.append(self.found[count])
        return tuple(kept)

    def slice(self) -> None:
        """One piece of search, of each kind in turn; the first few from the bases."""
        base: Plan | None
        if self.turn < len(self.bases):
            base, most, price = self.bases[self.turn], self.limit, PRICES[0]
        elif self.cold and KINDS[(self.turn - len(self.bases)) % len(KINDS)] == "anew":
            for _ in range(COLD_EACH):
                self.cold.slice()
            self._keep(self.cold.plan)
            self.turn += 1
            return
        else:
            base, most, price = self._turn(*divmod(self.turn - len(self.bases), len(KINDS)))
        heat = HEATS[(self.turn // len(KINDS)) % len(HEATS)]
        self._search(base, most, price, heat)
        self.turn += 1

    def _turn(self, cycle: int, kind: int) -> tuple[Plan | None, int, float]:
        """The plan to begin from, the most changes, and the price of each."""
        everything = len(self.allowed) + len(self.question.old.work)
        match KINDS[kind]:
            case "anew":
                return None if cycle % 2 == 0 else self.best.plan, everything, 0.0
            case "back":
                far = [step for count, step in self.found.items() if count > self.limit and cycle % 2]
                base = max(far, key=lambda one: one.chance) if far else self.best
                return base.plan, everything, BACK[(cycle // 2 + kind) % len(BACK)]
            case "priced":
                return self._one_of(self.limit), self.limit, PRICES[cycle % len(PRICES)]
            case _:
                most = (cycle + (kind > 3)) % (self.limit + 1)
                return self._one_of(most + 2), most, 0.0

    def _one_of(self, most: int) -> Plan:
        able = [count for count in sorted(self.found) if count <= most] or [min(self.found)]
        return self.found[able[int(self.rng.integers(len(able)))]].plan

    def _search(self, base: Plan | None, most: int, price: float, heat: tuple[float, float]) -> None:
        kept = kept_of(self.instance, self.question, self.tasks, self.question.old if base is None else base)
        counts, n, exams = len(self.allowed) + kept.gone + 1, len(self.allowed), len(self.worth.share) > 1
        near = Near(
            np.full(counts, -1.0),
            np.zeros((counts, n), np.bool_),
            np.zeros((counts, n), np.int64),
            np.zeros((counts, n, 4), np.int64),
        )
        judged = CASES if exams and base is not None else AVERAGE
        steps = min(STEPS, max(FEWEST_STEPS, STEPS_EACH * n))
        if self.instance.points is not None:
            judged, steps = POINTS, POINTS_STEPS
        nudge(
            *self._state(kept, base), self.tasks, self.worth, self.table, kept, self.allowed, judged, most, price,
            steps // CASES_AT if judged == CASES else steps, int(self.rng.integers(1 << 31)), *heat, near,
        )  # fmt: skip
        for count in (int(one) for one in np.flatnonzero(near.value >= 0)):
            value = float(near.value[count])
            if value > self.approximate.get((judged, count), -1.0):
                self.approximate[judged, count] = value
                for plan in self._plans(kept, near.wanted[count], near.order[count], near.terms[count]):
                    self._keep(plan)

    def _state(self, kept: Kept, base: Plan | None) -> tuple[NDArray[np.bool_], Whole, Whole]:
        """A plan held as it is; or everything that helps, most effect per hour first."""
        n = len(self.allowed)
        terms = np.zeros((n, 4), np.int64)
        terms[:, PACE] = self.tasks.most
        if base is None:
            order = np.argsort(-self.worth.effect / np.maximum(self.tasks.hours, 1), kind="stable").astype(np.int64)
            return self.worth.effect > 0, order, terms
        terms[:, FINISH], terms[:, HELD] = np.maximum(0, kept.was - kept.settled), 1 + BASE
        begins, ends = kept.at[BASE, :-1], kept.at[BASE, 1:]
        last = np.where(ends > begins, kept.chunks[np.maximum(ends - 1, 0), 0], -1)
        return last >= 0, np.argsort(last, kind="stable").astype(np.int64), terms

    def _plans(self, kept: Kept, wanted: NDArray[np.bool_], order: Whole, terms: Whole) -> Iterator[Plan]:
        """The plan of a state, and the same without what it seems to add in vain."""
        n, weeks = len(self.allowed), len(self.tasks.hours_in)
        room, spare, end, taken, chunks = scratch(weeks, n, len(self.tasks.money))
        work = np.zeros((n, weeks), np.int64)
        reschedule(wanted, order, terms, self.tasks, kept, room, spare, end, taken, chunks, work)
        counted = np.minimum(end, self.worth.option.shape[1] - 1)
        drop_idle(self.instance, self.worth, counted, among=(kept.was < 0) & kept.counts)
        past = self.question.past.work
        weeks_of = {
            name: [*past.get(name, ()), *((int(week), int(work[a, week])) for week in np.flatnonzero(work[a]))]
            for a, name in enumerate(names_of(self.instance))
            if end[a] >= 0
        }
        yield Plan.of(weeks_of)
        if (counted < 0).sum() > (end < 0).sum():
            needed = {name for a, name in enumerate(names_of(self.instance)) if counted[a] >= 0}
            yield Plan.of({name: pairs for name, pairs in weeks_of.items() if name in needed})

    def _keep(self, plan: Plan) -> None:
        made = self.question.changes(self.instance, plan)
        check_replan(self.instance, replace(self.question, most=len(made)), plan)
        step = Step(plan=plan, chance=chance(self.instance, plan.completions(self.instance.by_id)), changes=made)
        known = self.found.get(len(made))
        if known is None or step.chance > known.chance:
            self.found[len(made)] = step
