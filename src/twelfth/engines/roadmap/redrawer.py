"""The old plan again after a fact, with few changes: an answer at once and better ones after it.

First the old plan is placed in the instance as it is now: held where it fits, near where it was where it does not. Then
slices of annealing in turn: one keeps to a number of changes, the next pays a price for each, from high to low. All of
them better one table, the best found for each number of changes. A slice of proof now and then bounds what any plan
reaches. Every plan that leaves is checked, and its chance computed anew, by the core.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from twelfth.engines.roadmap.anneal import AVERAGE, CASES
from twelfth.engines.roadmap.arrays import Tasks, Whole, last_week, names_of, tasks_of
from twelfth.engines.roadmap.kept import Kept, rest_of
from twelfth.engines.roadmap.nudge import Near, nudge
from twelfth.engines.roadmap.planner import PROVED, drop_idle, made_by, prover_of
from twelfth.engines.roadmap.reschedule import HELD, reschedule, scratch
from twelfth.engines.roadmap.schedule import FINISH, PACE
from twelfth.engines.roadmap.worth import Worth
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
)

STEPS = 24_000
"""Of a slice. Over cases of the exams it is a quarter as many."""
CASES_AT = 4
HEATS = ((3e-3, 1e-4), (3e-2, 1e-4))
PRICES = (0.02, 0.01, 0.005, 0.002, 0.001)
BEYOND = 3
"""The trade-off goes on so many changes beyond those asked for."""
SEARCHES = 8
"""Slices of search before each slice of proof."""
SAME = 1e-6
"""A change that gains no more is left out."""


class AnytimeRedrawer:
    """A Redrawer for every replan."""

    def redraw(self, instance: Instance, question: Replan, *, seed: int = 0) -> Iterator[Redrawn]:
        """An answer after every slice of work, none worse than the one before.

        Raises:
            InvalidInput: what was done could not have been done in this instance.
        """
        check_past(instance, question)
        if not instance.actions:
            yield _nothing(instance, question, seed)
            return
        near, prover, bound, slices = _Nearby.of(instance, question, seed), None, 1.0, 0
        while True:
            if slices % (SEARCHES + 1) < SEARCHES or last_week(instance) == 0:
                near.slice()
            elif bound - near.best.chance > PROVED:
                prover = prover or prover_of(instance, tasks_of(instance))
                prover.slice(near.best.chance)
                bound = prover.bound
            slices += 1
            effort = Effort(slices=slices, seed=seed, versions=made_by())
            best = near.best.chance
            yield Redrawn(steps=near.steps(), bound=max(bound, best), idle=near.idle, effort=effort)

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
    found: list[Step] = []
    for held in (Plan.of(work), question.old):
        near = _Nearby.of(instance, replace(question, most=len(others)), seed, held=held, only=others)
        near.slice()
        found += near.steps()
    return max(found, default=None, key=lambda one: one.chance)


@dataclass(slots=True, kw_only=True)
class _Nearby:
    """The best states found by the number of their changes, and the plans they come to."""

    instance: Instance
    question: Replan
    tasks: Tasks
    worth: Worth
    kept: Kept
    allowed: NDArray[np.bool_]
    rng: np.random.Generator
    near: Near
    idle: float
    found: dict[int, Step] = field(default_factory=dict)
    seen: dict[int, float] = field(default_factory=dict)
    turn: int = 0

    @classmethod
    def of(
        cls,
        instance: Instance,
        question: Replan,
        seed: int,
        *,
        held: Plan | None = None,
        only: frozenset[str] | None = None,
    ) -> "_Nearby":
        """held: a plan to begin from, in place of the old one. only: the actions that may change."""
        tasks, worth, kept = rest_of(instance, question, question.old if held is None else held)
        names, n = names_of(instance), len(instance.actions)
        counts = n + kept.gone + 1
        near = Near(
            np.full(counts, -1.0),
            np.zeros((counts, n), np.bool_),
            np.zeros((counts, n), np.int64),
            np.zeros((counts, n, 4), np.int64),
        )
        finished = {name: question.past.completion(instance.by_id[name]) for name in question.finished(instance)}
        return cls(
            instance=instance,
            question=question,
            tasks=tasks,
            worth=worth,
            kept=kept,
            allowed=np.array([only is None or name in only for name in names], dtype=np.bool_),
            rng=np.random.default_rng(seed),
            near=near,
            idle=chance(instance, finished),
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
        """In turn: with a number of changes and no price, and at a price with any number up to the limit."""
        turn, seed = divmod(self.turn, 2), int(self.rng.integers(1 << 31))
        if turn[1] == 0:
            most, price = self.limit, PRICES[turn[0] % len(PRICES)]
        else:
            most, price = turn[0] % (self.limit + 1), 0.0
        exams = len(self.worth.share) > 1
        nudge(
            *self._state(most), self.tasks, self.worth, self.kept, self.allowed, CASES if exams else AVERAGE, most,
            price, STEPS // CASES_AT if exams else STEPS, seed, *HEATS[turn[0] % len(HEATS)], self.near,
        )  # fmt: skip
        self.turn += 1
        fewest = int(np.argmax(self.near.value >= 0))
        for count in range(max(fewest, self.limit) + 1):
            if count < len(self.near.value) and self.near.value[count] > self.seen.get(count, -0.5):
                self.seen[count] = float(self.near.value[count])
                self._keep(self._plan(count))

    def _state(self, most: int) -> tuple[NDArray[np.bool_], Whole, Whole]:
        """To begin from: one of the best with at most so many changes, or the plan that is held."""
        able = [count for count in range(len(self.near.value)) if self.near.value[count] >= 0 and count <= most]
        if able and self.turn:
            count = able[int(self.rng.integers(len(able)))]
            return self.near.wanted[count], self.near.order[count], self.near.terms[count]
        names = names_of(self.instance)
        terms = np.zeros((len(names), 4), np.int64)
        terms[:, PACE], terms[:, HELD] = self.tasks.most, 1
        terms[:, FINISH] = np.maximum(0, self.kept.was - self.kept.settled)
        last = [
            self.kept.chunks[self.kept.chunk_at[a + 1] - 1, 0]
            if self.kept.chunk_at[a + 1] > self.kept.chunk_at[a]
            else -1
            for a in range(len(names))
        ]
        order = np.argsort(np.array(last), kind="stable").astype(np.int64)
        return np.array(last) >= 0, order, terms

    def _plan(self, count: int) -> Plan:
        """The plan of the best state with so many changes, without what it adds in vain."""
        n, weeks = len(self.allowed), len(self.tasks.hours_in)
        room, spare, end, taken, chunks = scratch(weeks, n, len(self.tasks.money))
        work = np.zeros((n, weeks), np.int64)
        state = self.near.wanted[count], self.near.order[count], self.near.terms[count]
        reschedule(*state, self.tasks, self.kept, room, spare, end, taken, chunks, work)
        counted = np.minimum(end, self.worth.option.shape[1] - 1)
        drop_idle(self.instance, self.worth, counted, among=self.kept.was < 0)
        past = self.question.past.work
        return Plan.of(
            {
                name: [*past.get(name, ()), *((int(week), int(work[a, week])) for week in np.flatnonzero(work[a]))]
                for a, name in enumerate(names_of(self.instance))
                if counted[a] >= 0
            }
        )

    def _keep(self, plan: Plan) -> None:
        made = self.question.changes(self.instance, plan)
        check_replan(self.instance, replace(self.question, most=len(made)), plan)
        step = Step(plan=plan, chance=chance(self.instance, plan.completions(self.instance.by_id)), changes=made)
        known = self.found.get(len(made))
        if known is None or step.chance > known.chance:
            self.found[len(made)] = step
