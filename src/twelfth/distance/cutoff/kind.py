"""One kind of round as it is known on a day: its level, spread and pace, the next cut-off and what those leave open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import numpy as np

from twelfth.base import NotFound
from twelfth.distance.cutoff.cut_off import CutOff
from twelfth.distance.cutoff.forecast import Forecast
from twelfth.distance.cutoff.horizon import Course, Doubt
from twelfth.distance.cutoff.level import (
    GAIN_HALF_LIFE,
    GAINS,
    LEAST_SD,
    PRIOR_ROUNDS,
    PRIOR_SD,
    SCALE_HALF_LIFE,
    Track,
    follow,
    gap_factor,
    recency,
)
from twelfth.distance.cutoff.pace import Pace, pace
from twelfth.distance.cutoff.pauses import Pauses, pauses
from twelfth.distance.cutoff.pool_cut import pool_sd
from twelfth.distance.cutoff.pooled import FEWEST_ROUNDS, pooled_gap, pooled_sd
from twelfth.distance.odds import Caveat


@dataclass(frozen=True, slots=True)
class KnownKind:
    """rounds: those known, in order. gain: index of the chosen one. scale: sd after a typical gap, points."""

    rounds: tuple[CutOff, ...]
    breaks: tuple[date, ...]
    as_of: date
    track: Track
    gain: int
    scale: float
    pace: Pace

    @property
    def few(self) -> bool:
        return len(self.rounds) < FEWEST_ROUNDS

    def forecast(self) -> Forecast:
        """The next cut-off by level and spread or, if that is wider, as wide as the pool and the sizes of rounds."""
        first, last = self.rounds[0], self.rounds[-1]
        on = self._next_day()
        mean = float(self.track.levels[self.gain])
        sd = self.scale * gap_factor((on - last.decided).days, self.track.gap)
        basis = f"{len(self.rounds)} rounds of {last.kind} from {first.decided} to {last.decided}"
        by_pool = pool_sd(self.rounds, mean, as_of=self.as_of)
        if by_pool > sd:
            sd, basis = by_pool, f"{basis}, and the scores of the pool"
        broken = any(last.decided < day <= on for day in self.breaks)
        sd = float(np.hypot(sd, PRIOR_SD)) if broken else sd
        caveats = [Caveat.FEW_ROUNDS] * self.few + [Caveat.POLICY_BREAK] * (broken or self.track.unsettled)
        return Forecast(kind=last.kind, on=on, mean=mean, sd=sd, basis=basis, caveats=tuple(caveats))

    def course(self, told: Forecast) -> Course:
        """The rounds to come after the one forecast, gain, scale and pace as fitted."""
        return Course(
            mean=told.mean,
            sd=told.sd,
            later_sd=self.scale if self.few else self.track.scale(self.gain, prior=0.0),
            gain=float(GAINS[self.gain]),
            pace=self.pace,
            typical_gap=self.track.gap,
            breaks=tuple((day - self.as_of).days for day in self.breaks if day > told.on),
        )

    def doubt(self) -> Doubt:
        """Weights of gains: exp(-sum of absolute errors / the best mean one), errors as from a Laplace law."""
        losses = self.track.losses
        heard = 0.0 if self.few else float(recency(len(self.track.errors), GAIN_HALF_LIFE).sum())
        weights = np.exp(-heard * (losses - losses[self.gain]) / max(losses[self.gain], LEAST_SD))
        if self.few:
            weights = np.eye(len(GAINS))[self.gain]
        spread = recency(len(self.track.errors), SCALE_HALF_LIFE)
        errors = PRIOR_ROUNDS + (float(spread.sum() ** 2 / (spread @ spread)) if len(spread) else 0.0)
        return Doubt(gain_weights=weights, levels=self.track.levels, gain=self.gain, errors=errors)

    def _next_day(self) -> date:
        """After the typical gap, the day after the as-of date at the earliest."""
        ahead = self.rounds[-1].decided + timedelta(days=round(self.track.gap))
        return max(ahead, self.as_of + timedelta(days=1))


class Kinds:
    """Every kind of round by the rounds (in order) known by the end of a day; a track is followed once, when asked for.

    A kind with fewer than 4 rounds of its own goes by all kinds.
    """

    def __init__(self, rounds: Sequence[CutOff], *, breaks: tuple[date, ...], as_of: date) -> None:
        self._breaks, self._as_of = breaks, as_of
        self._rounds: dict[str, list[CutOff]] = {}
        for one in rounds:
            if one.since <= as_of:
                self._rounds.setdefault(one.kind, []).append(one)
        self._days = {name: [one.decided.toordinal() for one in found] for name, found in self._rounds.items()}
        self._tracks: dict[str, Track] = {}

    def __getitem__(self, kind: str) -> KnownKind:
        """Raises NotFound: none of this kind is known by the day."""
        if kind not in self._rounds:
            names = ", ".join(sorted(self._rounds)) or "none"
            raise NotFound(
                f"No round of kind {kind!r} is known on {self._as_of}; kinds known: {names}.",
                next_step="Name one of these.",
            )
        own, track = tuple(self._rounds[kind]), self._track(kind)
        few = len(own) < FEWEST_ROUNDS
        gain = 0 if few else int(np.argmin(track.losses))
        scale = pooled_sd(map(self._track, self._rounds), rounds=len(own)) if few else track.scale(gain)
        today, (gap, silences) = self._as_of.toordinal(), self._silences
        tempo = pace(self._days[kind], today=today, pooled_gap=gap, pauses=silences)
        return KnownKind(own, self._breaks, self._as_of, track, gain, scale, tempo)

    @cached_property
    def _silences(self) -> tuple[float, Pauses]:
        """The gap and the pauses over all kinds."""
        gap = pooled_gap(self._days.values())
        return gap, pauses(self._days.values(), today=self._as_of.toordinal(), pooled_gap=gap)

    def _track(self, kind: str) -> Track:
        if kind not in self._tracks:
            cuts, resets = [one.cut_off for one in self._rounds[kind]], [day.toordinal() for day in self._breaks]
            self._tracks[kind] = follow(self._days[kind], cuts, resets)
        return self._tracks[kind]
