"""People with their outcome, read, checked and put into an order that does not depend on how they were given."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np
from numpy.typing import ArrayLike, NDArray

from twelfth.base import NotEnoughData, invalid
from twelfth.distance import labels_of

Array = NDArray[np.float64]
Whole = NDArray[np.int64]

FEWEST_OF_EACH = 5
"""Selected and not selected, below which there is no figure (01-product, laws)."""
ROUNDS_OF_REFINEMENT = 4
MOST = 1e100
"""Larger numbers are slips, and their squares too large to count with."""


@dataclass(frozen=True, slots=True, eq=False)
class People:
    """Features [n, d] in canonical order, nan unknown, and labels [n] of 0 and 1.

    features: which of the columns given stand here, in this order. given: how many were given. signs: [d] of -1, 0, 1,
    the direction in which a feature may move the chance, 0 either way.
    """

    rows: Array
    labels: Array
    features: Whole
    given: int
    signs: Whole

    @property
    def rarer(self) -> int:
        """How many have the rarer outcome."""
        return int(min(self.labels.sum(), len(self.labels) - self.labels.sum()))

    def asked(self, people: ArrayLike) -> Array:
        """Features of people asked about, [m, d], columns as here.

        Raises:
            InvalidInput: another number of features, no numbers, an infinite one.
        """
        rows = table_of(people, "X")
        if rows.shape[1] != self.given:
            raise invalid("features of X", rows.shape[1], f"the {self.given} that the model was fitted to")
        return rows[:, self.features]


def table_of(people: ArrayLike, name: str) -> Array:
    """A table [n, features] of numbers, nan where unknown.

    Raises:
        InvalidInput: not two-dimensional, no column, no numbers, an infinite or a huge one.
    """
    try:
        rows = np.array(people, dtype=np.float64)
    except (TypeError, ValueError):
        raise invalid(name, type(people).__name__, "a table of numbers [people, features]") from None
    if rows.ndim != 2 or not rows.shape[1]:
        raise invalid(name, f"of shape {rows.shape}", "a table [people, features]", next_step="One person is X[:1].")
    wrong = np.abs(rows) > MOST
    if wrong.any():
        raise invalid(name, rows[wrong][0], "finite numbers, nan where unknown")
    return rows + 0.0


def people_of(people: ArrayLike, labels: ArrayLike, monotone: Sequence[int] | None) -> People:
    """Check and put in order. A feature that is nowhere known, or the same for all, is left out.

    Raises:
        InvalidInput: a table or labels that cannot be read, or a direction that is not -1, 0 or 1.
    """
    rows = table_of(people, "X")
    known = labels_of(labels, len(rows), "y")
    signs = _signs(monotone, rows.shape[1])
    order, features = canonical_order(rows, known, signs)
    kept = np.array([k for k in features if _varies(rows[:, k])], dtype=np.int64)
    return People(rows[order][:, kept], known[order], kept, rows.shape[1], signs[kept])


def check_enough(labels: Array, where: str) -> None:
    """Both outcomes have to be there, five of each.

    Raises:
        NotEnoughData: one outcome only, or fewer than five of the rarer one.
    """
    yes, no = int(labels.sum()), int(len(labels) - labels.sum())
    if not (yes and no):
        raise NotEnoughData(
            f"{where} has {yes} selected and {no} not selected: expected people of both kinds.",
            next_step="From those selected alone odds come by CohortOdds().fit(yes, pool, base, seed=0).",
        )
    if min(yes, no) < FEWEST_OF_EACH:
        raise NotEnoughData(
            f"{where} has {yes} selected and {no} not selected: expected at least {FEWEST_OF_EACH} of each.",
            next_step="Give more people, or state what is known of those who applied and use CohortOdds.",
        )


def last_round(dates: Sequence[date] | ArrayLike, count: int) -> tuple[NDArray[np.bool_], str]:
    """Who belongs to the last of the rounds, [n], and that round's day.

    Raises:
        InvalidInput: not one day a person, something that is no day, or one day only.
    """
    days = list(np.asarray(dates, dtype=object).ravel())
    if len(days) != count:
        raise invalid("dates", f"{len(days)} days", f"one a person, {count}")
    for k, day in enumerate(days):
        if not isinstance(day, date):
            raise invalid("day of a round", day, "a datetime.date")
        days[k] = day.date() if isinstance(day, datetime) else day
    last = max(days)
    if min(days) == last:
        raise invalid("dates", f"all {last}", "two rounds or more", next_step="Leave dates out.")
    return np.array([day == last for day in days]), f"{last}"


def canonical_order(rows: Array, labels: Array, signs: Whole) -> tuple[Whole, Whole]:
    """Orders of rows [n] and columns [d] that do not depend on how either was listed.

    Rows are told apart by what they hold in each class of columns, columns by what they hold in each class of rows, in
    turns. Columns that are still alike then are as good as always interchangeable.
    """
    levels = np.unique(rows, return_inverse=True)[1].reshape(rows.shape).astype(np.int64)
    by_row, by_column = labels.astype(np.int64), signs - signs.min(initial=0)
    for _ in range(ROUNDS_OF_REFINEMENT):
        by_column = _refined(levels.T, by_row, by_column)
        by_row = _refined(levels, by_column, by_row)
    columns = np.argsort(by_column, kind="stable")
    return np.lexsort((*levels[:, columns].T, by_row, labels)), columns


def _refined(levels: Whole, across: Whole, own: Whole) -> Whole:
    """New classes of the rows of `levels`: the old one, and which levels stand in which class across."""
    together = across * (levels.max(initial=0) + 1) + levels
    return _ranks(np.column_stack([own, np.sort(together, axis=1)]))


def _ranks(table: Whole) -> Whole:
    """The rank of each row among the distinct rows."""
    return np.asarray(np.unique(table, axis=0, return_inverse=True)[1].ravel(), dtype=np.int64)


def _varies(column: Array) -> bool:
    known = column[~np.isnan(column)]
    return len(known) > 0 and (len(known) < len(column) or bool(known.min() < known.max()))


def _signs(monotone: Sequence[int] | None, count: int) -> Whole:
    if monotone is None:
        return np.zeros(count, dtype=np.int64)
    if len(monotone) != count:
        raise invalid("monotone", f"of length {len(monotone)}", f"one direction a feature, {count}")
    for one in monotone:
        if one not in (-1, 0, 1):
            raise invalid("direction of a feature", one, "1 (more helps), -1 (more hurts) or 0 (either way)")
    return np.array(monotone, dtype=np.int64)
