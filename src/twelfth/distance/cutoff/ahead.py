"""The rounds of one kind to come, asked about again and again: what does not hang on the score is worked out once."""

from functools import cached_property

import numpy as np

from twelfth.distance.cutoff.forecast import Forecast, chance
from twelfth.distance.cutoff.horizon import (
    PATHS,
    PATHS_OF_A_DRAW,
    Array,
    Course,
    Noise,
    drawn_courses,
    noise_for,
    within,
)
from twelfth.distance.cutoff.kind import KnownKind


class Ahead:
    """A kind of round as known on a day, its course as fitted and 128 courses as the fit leaves them possible."""

    def __init__(self, known: KnownKind, *, seed: int) -> None:
        self.known, self._seed = known, seed
        self._noise: dict[tuple[int, int], Noise] = {}
        self._last: tuple[bytes, Array] | None = None

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

    def within(self, scores: Array, days: int) -> float:
        """The chance within the first `days` of those of `scores`, as fitted."""
        return within(self.course, scores[:days], self._noise_of([self.course], len(scores), PATHS))

    def chances(self, scores: Array) -> Array:
        """The chance within the days of `scores`: as fitted, then by draw [1 + 128]."""
        asked = scores.tobytes()
        if self._last is None or asked != self._last[0]:
            drawn = self._noise_of(self.courses, len(scores), PATHS_OF_A_DRAW)
            by_draw = (within(one, scores, drawn) for one in self.courses)
            self._last = asked, np.array([self.within(scores, len(scores)), *by_draw])
        return self._last[1]

    def _noise_of(self, courses: list[Course], days: int, paths: int) -> Noise:
        if (days, paths) not in self._noise:
            self._noise[days, paths] = noise_for(courses, days, seed=self._seed, kind=self.forecast.kind, paths=paths)
        return self._noise[days, paths]
