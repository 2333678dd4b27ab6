"""The rounds of one kind to come, asked about again and again: what does not hang on the score is worked out once."""

from collections.abc import Iterable
from functools import cached_property
from itertools import chain

import numpy as np

from twelfth.distance.cutoff.forecast import Forecast, chance
from twelfth.distance.cutoff.horizon import (
    DRAWS,
    PATHS,
    PATHS_OF_A_DRAW,
    Array,
    Course,
    Fallen,
    Noise,
    drawn_courses,
    fallen,
    met,
    noise_for,
    within,
)
from twelfth.distance.cutoff.kind import KnownKind

NEVER = [0.0] * DRAWS
"""By draw, on no days."""
MOST_KEPT = 400
"""Days: where the rounds of a year fall takes ten megabytes a kind, and those of ten years a hundred."""


class Ahead:
    """A kind of round as known on a day, its course as fitted and 128 courses as the fit leaves them possible."""

    def __init__(self, known: KnownKind, *, seed: int) -> None:
        self.known, self._seed = known, seed
        self._noise: dict[int, tuple[int, Noise]] = {}
        self._last: tuple[bytes, Array] | None = None
        self._kept: dict[int, tuple[Fallen, ...]] = {}

    @cached_property
    def forecast(self) -> Forecast:
        return self.known.forecast()

    @cached_property
    def course(self) -> Course:
        return self.known.course(self.forecast)

    @cached_property
    def courses(self) -> list[Course]:
        return drawn_courses(self.course, self.known.doubt(), seed=self._seed, kind=self.forecast.kind)

    def next(self, score: float) -> Array:
        """The chance in the next round, by draw [128]."""
        return chance(
            np.array([score]), np.array([one.mean for one in self.courses]), np.array([one.sd for one in self.courses])
        )

    def paths(self, days: int) -> Fallen:
        """Where the rounds of so many days fall, as fitted."""
        return fallen(self.course, days, self._noise_of([self.course], days, PATHS))

    def within(self, scores: Array, days: int) -> float:
        """The chance within the first `days` of those of `scores`, as fitted."""
        return within(self.course, scores[:days], self._noise_of([self.course], len(scores), PATHS))

    def chances(self, scores: Array) -> Array:
        """The chance within the days of `scores`: as fitted, then by draw [1 + 128]."""
        asked = scores.tobytes()
        if self._last is None or asked != self._last[0]:
            again = self._last is not None and len(asked) == len(self._last[0])
            by_draw = [met(one, scores) for one in self._drawn(len(scores), keep=again)] if len(scores) else NEVER
            self._last = asked, np.array([self.within(scores, len(scores)), *by_draw])
        return self._last[1]

    def chances_each(self, scores: Array) -> Array:
        """`chances` of a few profiles, [n, days] to [n, 1 + 128]: where the rounds fall is worked out once for all."""
        days = scores.shape[1]
        if days == 0:
            return np.array([self.chances(own) for own in scores])
        courses = chain([self.paths(days)], self._drawn(days, keep=False))
        return np.array([[met(one, own) for own in scores] for one in courses]).T

    def _drawn(self, days: int, *, keep: bool) -> Iterable[Fallen]:
        """Where the rounds of so many days fall, by draw [128]; kept from the second question on."""
        if days in self._kept:
            return self._kept[days]
        drawn = self._noise_of(self.courses, days, PATHS_OF_A_DRAW)
        found = (fallen(one, days, drawn) for one in self.courses)
        if keep and days <= MOST_KEPT:
            self._kept = {days: tuple(found)}
            return self._kept[days]
        return found

    def _noise_of(self, courses: list[Course], days: int, paths: int) -> Noise:
        """That of the days last asked about."""
        kept = self._noise.get(paths)
        if kept is None or kept[0] != days:
            kept = days, noise_for(courses, days, seed=self._seed, kind=self.forecast.kind, paths=paths)
            self._noise[paths] = kept
        return kept[1]
