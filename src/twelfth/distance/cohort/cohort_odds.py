"""CohortOdds: the chance of selection from a yes group, a base rate and what is known of the pool.

P(select | x) = pi f_yes(x) / f_pool(x), as a logistic model whose mean over the pool is pi. What is known of the pool
is redrawn 16 times (its marginals within their error, its dependence from the posterior), the model fitted to each,
and 32 coefficients drawn from each fit. Literature: Ward et al. 2009; Phillips & Elith 2013; Hastie & Fithian 2013.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import expit, logit

from twelfth.base import FEWEST_FOR_A_PERCENTAGE, Estimate, NotEnoughData, Said, invalid
from twelfth.distance.cohort.beliefs import DRAWS, POOLS, Belief, beliefs_about, chances
from twelfth.distance.cohort.evidence import Evidence, evidence_of
from twelfth.distance.cohort.levers import Lever, Option, causal_shares, mixed_intercepts, ranked
from twelfth.distance.cohort.pool import Pool
from twelfth.distance.cohort.rate import BaseRate
from twelfth.distance.cohort.tilt import MOST, intercepts
from twelfth.distance.gap import Gap, gaps
from twelfth.distance.odds import Caveat, Odds, Tier
from twelfth.goal import Profile, State, Status, Trait, YesGroup

Array = NDArray[np.float64]

LOW_END, HIGH_END = 0.05, 0.95
INSIDE = 1e-9
CROWD = 500
"""People of the nominal pool among whom the bar rises when others acquire the same."""
ANSWERS = ("odds", "draws", "gaps", "levers", "weights")
BASIS = {
    Tier.P0: "%(selected)s selected, nothing known of the pool, %(rounds)s",
    Tier.P1: "%(selected)s selected, a guess at the pool, %(rounds)s",
    Tier.P2: "%(selected)s selected, stated shares of the pool, %(rounds)s",
    Tier.P3: "%(selected)s selected, individuals of the pool, %(rounds)s",
}
"""What odds rest on, by what is known of those who applied."""


class CohortOdds:
    """Odds from a yes group (E1). `fit` gives a fitted model; the tier says how much is known of the pool."""

    def fit(self, yes: YesGroup, pool: Pool | None, base: BaseRate, *, seed: int) -> "FittedCohort":
        """Fit to a yes group, a pool (None: nothing known, tier P0) and a base rate. Same seed, same bytes.

        Raises:
            InvalidInput: the pool says nothing of a trait of the yes group.
        """
        rate = base.rate
        evidence = evidence_of(yes, pool, rate)
        rng = np.random.default_rng(seed)
        if pool is None:
            return FittedCohort(yes, evidence, pool, base, (), np.empty((0, len(evidence.traits))), seed)
        return FittedCohort(yes, evidence, pool, base, *beliefs_about(evidence, pool, base, rng), seed)

    def __getattr__(self, name: str) -> object:
        """Whatever only a fitted model can answer is refused with a sentence."""
        if name in ANSWERS:
            raise invalid("CohortOdds", "not fitted", "a fitted model", next_step="Call fit(yes, pool, base, seed=0).")
        raise AttributeError(name)


class FittedCohort:
    """A fitted CohortOdds: `draws`, `odds`, `gaps`, `levers`; `weights` [512] of the draws; `tier`."""

    def __init__(
        self,
        yes: YesGroup,
        evidence: Evidence,
        pool: Pool | None,
        base: BaseRate,
        beliefs: tuple[Belief, ...],
        people: Array,
        seed: int,
    ) -> None:
        self.yes = _in_order(yes)
        self.evidence = evidence
        self.pool = pool
        self.base = base
        self.tier = Tier.P0 if pool is None else pool.tier
        self.rate = base.rate
        self.weights = np.full(DRAWS, 1 / DRAWS)
        self._beliefs = beliefs
        self._people = people
        self._seed = seed
        self._crowd = evidence.features.encode(people[:: max(1, len(people) // CROWD)]) if beliefs else people
        self._bars: dict[int, Array] = {}
        self._shift = self._calibration(people) if beliefs else 0.0

    def draws(self, profiles: ArrayLike) -> Array:
        """Posterior draws of the chance of each profile: [512, n].

        Raises:
            InvalidInput: profiles of another shape, a level there is not.
            NotEnoughData: nothing is known of the pool (tier P0).
        """
        rows = self.evidence.canonical(np.asarray(profiles, dtype=float))
        if not self._beliefs:
            raise NotEnoughData(
                "Your odds cannot be computed from the yes group alone.",
                next_step="State what is known of those who applied, even as a guess (Pool.guess).",
            )
        return np.concatenate([self._under(belief, rows) for belief in self._beliefs])

    def odds(self, profiles: ArrayLike) -> list[Odds]:
        """The chance of each profile with its 90 % interval, its basis and its caveats.

        The headline is the posterior mean, moved by the one logit that makes its mean over the nominal pool the base
        rate; None below five effective profiles and at tier P0.

        Raises:
            InvalidInput: profiles of another shape, a level there is not.
        """
        if not self._beliefs:
            count = len(self.evidence.canonical(np.asarray(profiles, dtype=float)))
            return [Odds(p=None, lo=None, hi=None, basis=self.basis, caveats=self.caveats)] * count
        drawn = self.draws(profiles)
        middle = np.clip(expit(logit(drawn.mean(axis=0)) + self._shift), INSIDE, 1 - INSIDE)
        low, high = np.clip(np.quantile(drawn, [LOW_END, HIGH_END], axis=0), INSIDE, 1 - INSIDE)
        headline = self.evidence.effective >= FEWEST_FOR_A_PERCENTAGE or not len(self.evidence.rows)
        return [
            Odds(
                p=float(p) if headline else None,
                lo=float(min(lo, p) if headline else lo),
                hi=float(max(hi, p) if headline else hi),
                basis=self.basis,
                caveats=self.caveats,
            )
            for p, lo, hi in zip(middle, low, high, strict=True)
        ]

    def gaps(self, profile: ArrayLike) -> list[Gap]:
        """The gaps of one profile [traits] to the yes group, the widest first, with the weight of evidence of each
        trait by itself (`woe`) and given all the others (`conditional`, which may be added up).

        Raises:
            InvalidInput: a profile of another length, a level there is not.
        """
        row = np.asarray(profile, dtype=float).ravel()
        self.evidence.canonical(row)
        pool = self.pool.shares() if self.pool is not None else ()
        found = gaps(profile_of(self.evidence.given, row), self.yes, pool=pool, rate=self.base)
        weights = self._conditional(self.evidence.canonical(row)[0])
        return [replace(gap, conditional=weights.get(gap.trait)) for gap in found]

    def levers(self, profile: ArrayLike, options: Sequence[Option], *, adopters: float = 0.0) -> list[Lever]:
        """What each option would add to the chance of one profile, the best first.

        adopters: the share of the pool lacking it that acquires the same, whereupon the bar rises.

        Raises:
            InvalidInput: no option, a trait or level there is not, a protected trait, adopters outside [0, 1].
            NotEnoughData: nothing is known of the pool (tier P0).
        """
        row = self.evidence.canonical(np.asarray(profile, dtype=float).ravel())
        if not options or not 0 <= adopters <= 1:
            raise invalid("options", f"{len(options)}, adopters {adopters}", "at least one, adopters from 0 to 1")
        rng = np.random.default_rng([self._seed, 1])
        shares = causal_shares(DRAWS, rng)
        now = self.draws(np.asarray(profile, dtype=float).ravel())[:, 0]
        changed = [self._with(row, option) for option in options]
        gains = [
            np.array([self._acquired(row, after, share, adopters) - now for after in changed])
            for share in (np.full(DRAWS, 0.5), np.ones(DRAWS), shares)
        ]
        return ranked(options, now, *gains)

    def _with(self, row: Array, option: Option) -> Array:
        names = [trait.name for trait in self.evidence.traits]
        if option.trait not in names:
            why = dict(self.evidence.dropped).get(option.trait, "no trait of the yes group")
            raise invalid("trait of an option", option.trait, f"one of {', '.join(names)} (this one is {why})")
        at = names.index(option.trait)
        trait, after = self.evidence.traits[at], row.copy()
        after[0, at] = trait.code(trait.parse(option.level))
        return after

    def _acquired(self, row: Array, after: Array, share: Array, adopters: float) -> Array:
        """The chance with a share of each coefficient of what was acquired: [512]."""
        features, found, size = self.evidence.features, [], DRAWS // POOLS
        for number, belief in enumerate(self._beliefs):
            part = share[number * size : (number + 1) * size]
            before, then = (features.encode(np.where(np.isnan(one[0]), belief.fills, one[0])) for one in (row, after))
            step = (belief.coefficients @ (then - before).T) * part[:, None]
            raised = belief.intercepts - self._rise(belief, before, then, part, adopters)
            predictor = raised[:, None] + belief.coefficients @ before.T + step
            found.append(expit(np.clip(predictor, -MOST, MOST)).mean(axis=1))
        return np.concatenate(found)

    def _rise(self, belief: Belief, before: Array, then: Array, share: Array, adopters: float) -> Array:
        """By how much the bar rises when a share of those in the pool who lack it acquire the same: [k]."""
        if adopters == 0:
            return np.zeros(len(share))
        encoded = self._crowd
        moved = np.where(np.any(then != before, axis=0), then[0], encoded)
        lacking = (moved != encoded).any(axis=1)
        base = belief.coefficients @ encoded.T
        gained = base + (belief.coefficients @ (moved - encoded).T) * share[:, None] * lacking
        take = np.where(gained > base, adopters, 0.0)
        old = self._bar(belief, base)
        new = mixed_intercepts(base, gained, take, self.rate, old)
        return np.asarray(old - new)

    def _bar(self, belief: Belief, base: Array) -> Array:
        """The intercepts before anybody acquires anything, once for each belief: [k]."""
        if id(belief) not in self._bars:
            start = float(belief.intercepts.mean())
            self._bars[id(belief)] = intercepts(base.T, np.full(len(base), self.rate), start)
        return self._bars[id(belief)]

    def _conditional(self, row: Array) -> dict[str, Estimate]:
        """b_j (x_j - pool mean) of each known trait: [draws] summed over its columns."""
        if not self._beliefs:
            return {}
        features = self.evidence.features
        centre = features.encode(self._people).mean(axis=0)
        coefficients = np.concatenate([belief.coefficients for belief in self._beliefs])
        own, owner = features.encode(row[None, :])[0], features.owner
        found = {}
        for index, trait in enumerate(self.evidence.traits):
            if np.isnan(row[index]):
                continue
            columns = owner == index
            drawn = coefficients[:, columns] @ (own - centre)[columns]
            low, middle, high = np.quantile(drawn, [LOW_END, 0.5, HIGH_END])
            found[trait.name] = Estimate(float(middle), float(low), float(high))
        return found

    @property
    def basis(self) -> Said:
        """What the odds rest on, in words."""
        return Said(BASIS[self.tier], selected=len(self.evidence.rows), rounds=self.base.words)

    @property
    def caveats(self) -> tuple[Caveat, ...]:
        """What the odds leave open."""
        found = set(self.evidence.caveats)
        found |= {Caveat.POOL_UNKNOWN} if self.tier is Tier.P0 else set()
        found |= {Caveat.POOL_GUESSED} if self.tier is Tier.P1 else set()
        found |= {Caveat.EVERYONE_TAKEN} if self.base.everyone_taken else set()
        if not len(self.evidence.rows):
            found.add(Caveat.BASE_RATE_ONLY)
        elif self.evidence.effective < FEWEST_FOR_A_PERCENTAGE:
            found.add(Caveat.FEW_PROFILES)
        return tuple(sorted(found))

    def _calibration(self, people: Array) -> float:
        """The logit by which the posterior mean must move for its mean over the nominal pool to be the base rate."""
        encoded = self.evidence.features.encode(people)
        middle = logit(sum(chances(belief, encoded).sum(axis=0) for belief in self._beliefs) / DRAWS)
        return float(intercepts(middle[:, None], np.array([self.rate]), 0.0)[0])

    def _under(self, belief: Belief, rows: Array) -> Array:
        """Chances under one belief: [k, n]. What is unknown of a person is averaged over people of that pool."""
        features = self.evidence.features
        unknown = np.isnan(rows)
        found = np.empty((len(belief.intercepts), len(rows)))
        whole = ~unknown.any(axis=1)
        if whole.any():
            found[:, whole] = chances(belief, features.encode(rows[whole]))
        for index in np.flatnonzero(~whole):
            filled = np.where(unknown[index], belief.fills, rows[index])
            found[:, index] = chances(belief, features.encode(filled)).mean(axis=1)
        return found


def _in_order(yes: YesGroup) -> YesGroup:
    """The same people and traits in the order that does not depend on how they were given."""
    columns = sorted(range(len(yes.traits)), key=lambda index: yes.traits[index].name)
    rows = yes.rows[:, columns]
    rows = rows[np.lexsort(rows.T)] if len(columns) else rows
    return YesGroup(tuple(yes.traits[index] for index in columns), rows)


def profile_of(traits: tuple[Trait, ...], row: Array) -> Profile:
    """A row [traits] of codes as a profile; NaN is unknown."""
    states = []
    for trait, code in zip(traits, row, strict=True):
        if np.isnan(code):
            continue
        level = trait.level(float(code))
        held = Status.NOT_HELD if level is False else Status.HELD
        states.append(State(trait=trait.name, status=held, level=level, possible=(level,), exhaustive=True))
    return Profile(as_of=date.max, states=tuple(states))
