"""L2 logistic regression: numbers standardised, an indicator for what is unknown, the penalty by cross-validation.

A feature of two values is scaled by the distance of the two and not by its sd: else the rarer a trait, the more it
could count.

Formula: minimise the log-loss + |b - c|² / (2 C), the constant free. The fit itself has c = 0. A fit to people drawn
again also draws C, as likely as its log-loss on unseen people makes it, and c ~ N(0, C): a penalised fit that is only
resampled varies too little, since the pull to zero is the same each time. Where signs are declared, a coefficient of
the other sign is set to zero and the rest fitted again.
Paper: Newton & Raftery 1994 (weighted likelihood bootstrap); Yao et al. 2018 (weights from predictive scores).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, logit

from twelfth.engines.labelled.candidate import FURTHEST, Candidate, Predictor, losses
from twelfth.engines.labelled.people import People
from twelfth.engines.labelled.unknown import Likely, likely

Array = NDArray[np.float64]
Whole = NDArray[np.int64]

STRENGTHS = (0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0)
"""C: the prior variance of a coefficient, in units of its feature."""
TWO_LEVELS, TOTAL_SD = 1.5, 2.0
"""The prior of 03-odds, E1: sd of the log-odds of having a trait, against 1 for one sd of a number; sd of their sum."""
DECADES = 0.5
"""Sd of log10 C beforehand, about that prior. Few people say little of C: by the least loss alone it was often far too
small with 60 of them."""
STEPS, SMALL, LONGEST_STEP = 50, 1e-9, 3.0
FREE = 1e-4
"""Precision of the constant."""


@dataclass(frozen=True, slots=True, eq=False)
class Design:
    """How features become columns: centre and unit [d] of each, and which have an indicator of being unknown."""

    centre: Array
    unit: Array
    unknown: Whole
    likely: Likely

    def encode(self, rows: Array) -> Array:
        """[n, 1 + d + indicators]: a constant, features in their units or as is likely, indicators."""
        scaled = self.likely.fill((rows - self.centre) / self.unit)
        indicators = np.isnan(rows[:, self.unknown]).astype(np.float64)
        return np.ascontiguousarray(np.column_stack([np.ones(len(rows)), scaled, indicators]))


def design_of(rows: Array) -> Design:
    """From people [n, d] each of whose features is known of somebody."""
    low, high = np.nanmin(rows, axis=0), np.nanmax(rows, axis=0)
    two = ((rows == low) | (rows == high) | np.isnan(rows)).all(axis=0)
    unit = np.where(two, (high - low) / TWO_LEVELS, np.nanstd(rows, axis=0))
    centre, unit = np.nanmean(rows, axis=0), np.where(unit > 0, unit, 1.0)
    return Design(centre, unit, np.flatnonzero(np.isnan(rows).any(axis=0)), likely((rows - centre) / unit))


def logistic(people: People, folds: Whole) -> Candidate:
    """The candidate, its C that of the least out-of-fold log-loss."""
    design = design_of(people.rows)
    table, labels = design.encode(people.rows), people.labels
    signs = np.concatenate([[0], people.signs, np.zeros(len(design.unknown), dtype=np.int64)])
    unseen = _out_of_fold(table, labels, signs, folds)
    loss = losses(unseen, labels).mean(axis=(1, 2))
    usual = min(1.0, TOTAL_SD**2 / float(table.var(axis=0).sum()))
    worth = -len(labels) * loss - (np.log10(np.array(STRENGTHS) / usual) / DECADES) ** 2 / 2
    likely = np.exp(worth - worth.max())
    best = int(worth.argmax())

    def predictor(coefficients: Array) -> Predictor:
        def logits(asked: Array) -> Array:
            # A sum along each row, not a matrix product: what is said of one must not depend on who else is asked.
            summed = (asked * coefficients).sum(axis=1)
            return np.asarray(np.clip(summed, -FURTHEST, FURTHEST))

        return logits

    def again(drawn: Whole, rng: np.random.Generator) -> Predictor:
        strength = STRENGTHS[int(rng.choice(len(STRENGTHS), p=likely / likely.sum()))]
        pull = np.sqrt(strength) * rng.standard_normal(table.shape[1])
        counts = np.bincount(drawn, minlength=len(labels)).astype(np.float64)
        return predictor(fitted(table, labels, counts, strength, signs, pull=pull))

    whole = predictor(fitted(table, labels, np.ones(len(labels)), STRENGTHS[best], signs))
    return Candidate("logistic regression", unseen[best], design.encode, whole, again)


def fitted(
    table: Array, labels: Array, counts: Array, strength: float, signs: Whole, *, pull: Array | None = None
) -> Array:
    """Coefficients [columns], the constant first, of people [n, columns] counted `counts` times, by Newton."""
    columns = np.arange(table.shape[1])
    towards = np.zeros(len(columns)) if pull is None else np.where(signs * pull < 0, -pull, pull)
    found = np.zeros(len(columns))
    while True:
        found[columns] = _newton(table[:, columns], labels, counts, strength, towards[columns])
        wrong = signs * found < 0
        if not wrong.any():
            return found
        columns = columns[~wrong[columns]]
        found[wrong] = 0.0


def _newton(table: Array, labels: Array, counts: Array, strength: float, towards: Array) -> Array:
    precision = np.full(table.shape[1], 1 / strength)
    precision[0] = FREE
    share = float(counts @ labels / counts.sum())
    at = np.concatenate([[float(logit(share))], np.zeros(table.shape[1] - 1)])
    towards = np.concatenate([at[:1], towards[1:]])
    for _ in range(STEPS):
        p = expit(table @ at)
        slope = table.T @ (counts * (labels - p)) - precision * (at - towards)
        curvature = (table.T * (counts * p * (1 - p))) @ table + np.diag(precision)
        step = np.linalg.solve(curvature, slope)
        at = at + step * min(1.0, LONGEST_STEP / max(float(np.abs(step).max()), SMALL))
        if np.abs(step).max() < SMALL:
            break
    return at


def _out_of_fold(table: Array, labels: Array, signs: Whole, folds: Whole) -> Array:
    """Logits of people not fitted to: [strengths, repeats, n]."""
    found = np.empty((len(STRENGTHS), *folds.shape))
    for repeat, fold in enumerate(folds):
        for number in range(fold.max() + 1):
            out = fold == number
            counts = np.ones(int((~out).sum()))
            for k, strength in enumerate(STRENGTHS):
                coefficients = fitted(table[~out], labels[~out], counts, strength, signs)
                found[k, repeat, out] = table[out] @ coefficients
    return np.clip(found, -FURTHEST, FURTHEST)
