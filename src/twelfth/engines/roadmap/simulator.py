"""The compiled Simulator: lives shared out to threads, the same whatever their number."""

from concurrent.futures import ThreadPoolExecutor
from functools import reduce

import numpy as np

from twelfth.engines.roadmap.course import base_of, course_of, miles_of
from twelfth.engines.roadmap.lanes import LANES
from twelfth.engines.roadmap.living import live
from twelfth.engines.roadmap.luck import luck_of
from twelfth.roadmap import Causes, Instance, Lives, Plan, Tally, Unseen, check_lives, chosen_of, lives_of, simulate

MOST_HOURS = 5_000_000
"""Beyond, tables by the hour would be too long, and the plain twin answers; as where points decide, where it looks
things up in tables already."""


class LifeSimulator:
    """A Simulator. threads: at most so many at once; they change nothing but the time it takes."""

    def __init__(self, *, threads: int = 1) -> None:
        self._threads = threads

    def live(
        self, instance: Instance, plan: Plan, *, lives: int, seed: int, causes: Causes, unseen: Unseen | None = None
    ) -> Lives:
        """What so many lives of a plan that can be done come to; the same for the same seed.

        Raises:
            InvalidInput: fewer than one life, or more than a thousand million.
        """
        check_lives(lives)
        if unseen is not None or instance.points is not None or sum(instance.calendar.hours) > MOST_HOURS:
            rng = np.random.default_rng(seed)
            return simulate(instance, plan, rng=rng, lives=lives, causes=causes, unseen=unseen)
        parts = max(1, min(self._threads, lives // LANES))
        ends = [lives * part // parts // LANES * LANES for part in range(parts)] + [lives]
        lived = _Lived(instance, plan, seed, causes)
        if parts == 1:
            return lives_of(instance, plan, causes, lived.some(0, lives))
        with ThreadPoolExecutor(parts) as pool:
            tallies = list(pool.map(lived.some, ends[:-1], ends[1:]))
        return lives_of(instance, plan, causes, reduce(Tally.with_more, tallies))


class _Lived:
    """One plan under one seed: counts of any stretch of its lives."""

    def __init__(self, instance: Instance, plan: Plan, seed: int, causes: Causes) -> None:
        self._actions, self._weeks, self._causes = chosen_of(instance, plan), instance.weeks, causes
        self._course = course_of(instance, plan)
        self._miles = miles_of(instance, plan, causes)
        self._luck = luck_of(instance, plan, causes)
        self._rounds = base_of(instance)
        self._key = np.random.SeedSequence(seed).generate_state(1, np.uint64)[0]

    def some(self, begin: int, end: int) -> Tally:
        """The lives from number `begin`, a multiple of LANES, up to `end`."""
        n, causes = len(self._actions), self._causes
        finished = np.zeros((2, n, self._weeks + 2), np.int32)
        passed, selected = np.zeros(n, np.int64), np.zeros(len(self._rounds[0]) + 1, np.int64)
        stated = (causes.moves_weeks, causes.slips > 0, causes.bar)
        live(
            self._course, self._miles, self._luck, self._rounds, stated, self._key, begin, end,
            finished, passed, selected,
        )  # fmt: skip
        if not causes.moves_weeks:
            finished[0, np.arange(n), np.minimum(self._miles.completion, self._weeks + 1)] = end - begin
        return Tally(finished=finished.sum(axis=0, dtype=np.int64), passed=passed, selected=selected)
