"""LabelledOdds: the chance of selection learned from people of whom it is known whether they were selected.

Deliberately no gap and no lever: a row of numbers has no traits, so nothing says which are protected or which way a
level lies. With traits, the selected as a yes group and everybody as `Pool.rows` give both by CohortOdds.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import expit, logit
from threadpoolctl import threadpool_limits

from twelfth.base import NotEnoughData, invalid
from twelfth.distance import Caveat, Odds, Report, Tier, VennAbers, labels_of, merged, rate_of, seed_of, venn_abers
from twelfth.engines.labelled.candidate import FURTHEST, Candidate, Fits, folds_of, losses
from twelfth.engines.labelled.logistic import logistic
from twelfth.engines.labelled.people import People, check_enough, last_round, people_of, table_of
from twelfth.engines.labelled.report import judged
from twelfth.engines.labelled.trees import LARGE, SMALL, trees

Array = NDArray[np.float64]

DRAWS, REFITS = 512, 64
"""S and the refits of the odds specification."""
FOLDS, REPEATS = 5, 3
OPEN = 2.0
"""Standard errors within which two learners cannot be told apart, so that the interval takes in both."""
FEWEST_FOR_TREES, RARER_PER_FEATURE = 300, 10
"""People, and of the rarer outcome for each feature, below which there is only logistic regression (03-odds)."""
LOW_END, HIGH_END = 0.05, 0.95
ANSWERS = ("odds", "draws", "weights", "report")


class LabelledOdds:
    """Odds from labelled people (E2). `fit` gives a fitted model."""

    tier = Tier.LABELLED

    def fit(
        self,
        X: ArrayLike,
        y: ArrayLike,
        *,
        seed: int = 0,
        rate: float | None = None,
        dates: Sequence[date] | ArrayLike | None = None,
        monotone: Sequence[int] | None = None,
    ) -> "FittedLabels":
        """Learn from people X [n, features], nan where unknown, and labels y [n], 1 selected and 0 not.

        Fewer than 300 people, or 10 of the rarer outcome a feature: L2 logistic regression. Otherwise boosted trees
        too, and if these are better, large ones; what is richer is taken if on people not learned from it is better by
        more than a standard error. The same seed gives the same bytes, in whatever order people and features are
        listed.

        rate: the share selected among all applicants, where the people given were sampled by outcome; chances are
        moved to it (King & Zeng 2001). dates: the day of each person's round; `report` then says how a model of the
        earlier rounds did on the last one, and the answer is learned from all rounds. monotone: for each feature 1
        (more cannot hurt), -1 (more cannot help) or 0.

        Raises:
            InvalidInput: X not two-dimensional, not numbers, infinite; y of another length or neither 0 nor
                1; a rate outside (0, 1); dates that are no days, not one a person, or all one day; directions not one
                a feature or not -1, 0, 1; a seed that is not a whole number of at least 0.
            NotEnoughData: only one outcome, fewer than five of either, or no feature that differs between people.
        """
        moved = rate if rate is None else rate_of(rate, "rate")
        known = people_of(X, y, monotone)
        seeded = seed_of(seed)
        check_enough(known.labels, "y")
        report = _judged_on_the_last(X, y, seeded, dates, monotone) if dates is not None else None
        fitted = _fitted(known, seeded, moved)
        return fitted if report is None else replace(fitted, report=report)

    def __getattr__(self, name: str) -> object:
        """Whatever only a fitted model can answer is refused with a sentence."""
        if name in ANSWERS:
            raise invalid("LabelledOdds", "not fitted", "a fitted model", next_step="Call fit(X, y, seed=0).")
        raise AttributeError(name)


@dataclass(frozen=True, slots=True, eq=False)
class FittedLabels:
    """A fitted LabelledOdds: `odds`, `draws` and their `weights` [512], and the `report` on people it had not seen."""

    people: People
    report: Report
    basis: str
    caveats: tuple[Caveat, ...]
    whole: Fits
    again: tuple[Fits, ...]
    known: VennAbers
    calibrated: bool
    shift: float
    tier: Tier = Tier.LABELLED

    @property
    def weights(self) -> Array:
        """How much each draw counts [512]; they sum to 1."""
        return np.full(DRAWS, 1 / DRAWS)

    def odds(self, X: ArrayLike) -> list[Odds]:
        """The chance of each of the people X [m, features], nan where unknown, with its 90 % interval.

        The headline is the mean of 64 fits to people drawn again, or p1 / (1 - p0 + p1) of Venn-Abers where that did
        better out of fold by more than a standard error. The interval unites [p0, p1] with the 90 % of the fits.

        Raises:
            InvalidInput: another number of features than fitted to, not two-dimensional, an infinite number.
        """
        rows = self.people.asked(X)
        p0, p1, headline = self._told(rows)
        ends = [np.quantile(fits.chances(rows), [LOW_END, HIGH_END], axis=1) for fits in self.again]
        low = np.min([p0, headline, *(low for low, _ in ends)], axis=0)
        high = np.max([p1, headline, *(high for _, high in ends)], axis=0)
        return [
            Odds(p=float(p), lo=float(lo), hi=float(hi), basis=self.basis, caveats=self.caveats)
            for lo, p, hi in self._moved(np.array([low, headline, high])).T
        ]

    def draws(self, X: ArrayLike) -> Array:
        """Chances drawn for people X [m, features]: [512, m]. Each fit to people drawn again, beside the headline as
        far as the steps from p0 to p1 lie beside the middle of the two.

        Raises:
            InvalidInput: as `odds`.
        """
        rows = self.people.asked(X)
        p0, p1, headline = self._told(rows)
        fits = _logits(np.hstack([fits.chances(rows) for fits in self.again]).T)
        steps = (np.arange(DRAWS // len(fits)) + 0.5) / (DRAWS // len(fits))
        off = _logits(p0 + steps[:, None] * (p1 - p0)) - _logits(merged(p0, p1))
        found = fits - fits.mean(axis=0) + _logits(headline) + off[:, None, :]
        return self._moved(expit(found)).reshape(DRAWS, len(rows))

    def _told(self, rows: Array) -> tuple[Array, Array, Array]:
        """p0, p1 and the headline before any move to another rate, each [m]."""
        p0, p1 = self.known.at(logit(self.whole.chances(rows)[:, 0]))
        middle = merged(p0, p1) if self.calibrated else self.again[0].chances(rows).mean(axis=1)
        return p0, p1, middle

    def _moved(self, chances: Array) -> Array:
        return np.asarray(expit(np.clip(_logits(chances) + self.shift, -FURTHEST, FURTHEST)))


def _logits(chances: Array) -> Array:
    with np.errstate(divide="ignore"):
        return np.clip(logit(chances), -FURTHEST, FURTHEST)


def _fitted(people: People, seed: int, rate: float | None) -> FittedLabels:
    if not people.rows.shape[1]:
        raise NotEnoughData(
            "No feature of X differs between people: expected at least one that does.",
            next_step="Without features the odds are the base rate.",
        )
    # One thread: there is little work to share, and on a busy machine threads that wait for each other take longer.
    with threadpool_limits(1):
        return _learned(people, seed, rate)


def _learned(people: People, seed: int, rate: float | None) -> FittedLabels:
    labels, rng = people.labels, np.random.default_rng(seed)
    folds = folds_of(labels, folds=FOLDS, repeats=REPEATS, rng=rng)
    taken, *open_ = _candidates(people, folds)
    score = taken.unseen.mean(axis=0)
    calibrated, chances = _calibrated_chances(score, labels, folds[0])
    drawn = [_drawn(labels, rng) for _ in range(REFITS)]
    again = tuple(Fits(one.encode, tuple(one.again(some, rng) for some in drawn)) for one in (taken, *open_))
    enough = people.rarer >= RARER_PER_FEATURE * people.rows.shape[1]
    dropped = people.rows.shape[1] < people.given
    share = float(labels.mean())
    return FittedLabels(
        people=people,
        report=judged(chances, labels, share, judged_on="people out of fold", learner=taken.name),
        basis=_basis(people, taken.name, rate),
        caveats=(*((Caveat.TRAIT_DROPPED,) * dropped), *((Caveat.FEW_LABELS,) * (not enough))),
        whole=Fits(taken.encode, (taken.whole,)),
        again=again,
        known=venn_abers(score, labels),
        calibrated=calibrated,
        shift=0.0 if rate is None else float(logit(rate) - logit(share)),
    )


def _candidates(people: People, folds: NDArray[np.int64]) -> list[Candidate]:
    """The learner taken, and with it the other one where the two cannot be told apart."""
    simple = logistic(people, folds)
    if len(people.labels) < FEWEST_FOR_TREES or people.rarer < RARER_PER_FEATURE * people.rows.shape[1]:
        return [simple]
    small = trees(people, folds, SMALL)
    if _beyond(simple, small, people.labels) > 1:
        return _with_open(small, trees(people, folds, LARGE), people.labels)
    return _with_open(simple, small, people.labels)


def _with_open(plain: Candidate, rich: Candidate, labels: Array) -> list[Candidate]:
    """The one taken, the rich one if better by a standard error, and the other one too while within two."""
    better = _beyond(plain, rich, labels)
    taken, other = (rich, plain) if better > 1 else (plain, rich)
    return [taken, other] if abs(better) <= OPEN else [taken]


def _beyond(plain: Candidate, rich: Candidate, labels: Array) -> float:
    """By how many standard errors the rich one did better out of fold."""
    gain, error = _gain(losses(plain.unseen, labels), losses(rich.unseen, labels))
    return gain / error if error else 0.0


def _gain(before: Array, after: Array) -> tuple[float, float]:
    """By how much the mean loss falls, [repeats, n] or [n], and the standard error of that."""
    fall = np.atleast_2d(before - after).mean(axis=0)
    return float(fall.mean()), float(fall.std(ddof=1) / np.sqrt(len(fall)))


def _calibrated_chances(score: Array, labels: Array, fold: NDArray[np.int64]) -> tuple[bool, Array]:
    """Whether Venn-Abers of people in other folds did better by a standard error, and the chances that it or the
    learner gave."""
    found = np.empty(len(score))
    for number in range(fold.max() + 1):
        out = fold == number
        found[out] = merged(*venn_abers(score[~out], labels[~out]).at(score[out]))
    gain, error = _gain(losses(score, labels), losses(_logits(found), labels))
    return gain > error, found if gain > error else np.asarray(expit(score))


def _drawn(labels: Array, rng: np.random.Generator) -> NDArray[np.int64]:
    """People drawn again with replacement, of both outcomes."""
    while True:
        drawn = rng.integers(0, len(labels), len(labels))
        if 0 < labels[drawn].sum() < len(labels):
            return drawn


def _judged_on_the_last(
    people: ArrayLike,
    labels: ArrayLike,
    seed: int,
    dates: Sequence[date] | ArrayLike,
    monotone: Sequence[int] | None,
) -> Report:
    """How a model of the earlier rounds did on the last one."""
    rows = table_of(people, "X")
    known = labels_of(labels, len(rows), "y")
    last, day = last_round(dates, len(rows))
    earlier = people_of(rows[~last], known[~last], monotone)
    check_enough(earlier.labels, f"y before the round of {day}")
    model = _fitted(earlier, seed, None)
    chances = np.array([one.p for one in model.odds(rows[last])])
    base = float(earlier.labels.mean())
    return judged(chances, known[last], base, judged_on=f"the round of {day}", learner=model.report.learner)


def _basis(people: People, learner: str, rate: float | None) -> str:
    selected, count, features = int(people.labels.sum()), len(people.labels), people.rows.shape[1]
    moved = "" if rate is None else f", moved to a rate of {rate:.3g}"
    return f"{count} people, {selected} of them selected; {learner} on {features} features{moved}"
