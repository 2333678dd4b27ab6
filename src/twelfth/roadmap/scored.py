"""Where any function of the traits held decides: a fitted classifier, a tree ensemble, a rule of one's own.

The function gives the chance of a first attempt; what rounds share is left to sigma, which keeps that chance as it is.
So a function that is already over several attempts, or over people of unlike quality, is not what is meant.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy.special import logit

from twelfth.base import invalid

Array = NDArray[np.float64]

MOST_LOGIT = 40.0
"""A chance of 0 or 1 counts as this far from certain."""
AS_CHANCE = "Give a chance, such as predict_proba(held)[:, 1], and no logit or class."


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Scored:
    """The chance in a round by the traits held in its week.

    traits: the columns, each named by the action that grants the trait first. of: from held [n, traits], 0 or 1, the
    chance of a first attempt: [n], or where it differs from round to round [n, weeks]. weeks: those of the rounds that
    it tells apart; none: every round is alike. Asked about the same traits only once, many at a time; it need not be
    monotone.
    """

    traits: tuple[str, ...]
    of: Callable[[Array], Array]
    weeks: tuple[int, ...] = ()
    known: dict[bytes, Array] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        for named in (self.traits, self.weeks):
            if len(set(named)) < len(named):
                raise invalid("columns of a score function", ", ".join(map(str, named)), "each named once")

    def logits(self, held: NDArray[np.bool_], weeks: Sequence[int]) -> Array:
        """Logits [n, len(weeks)] of the rounds in some weeks with traits held [n, traits].

        Raises:
            InvalidInput: the function answers in another shape, or with what is no chance.
        """
        names = [row.tobytes() for row in np.packbits(held, axis=1)] if held.shape[1] else [b""] * len(held)
        new = {name: place for place, name in enumerate(names) if name not in self.known}
        if new:
            self.known.update(zip(new, self._asked(held[[*new.values()]].astype(float)), strict=True))
        columns = [self.weeks.index(week) if self.weeks else 0 for week in weeks]
        return np.array([self.known[name][columns] for name in names]).reshape(len(names), len(weeks))

    def _asked(self, held: Array) -> Array:
        found = np.asarray(self.of(held), dtype=float)
        shape = (len(held), len(self.weeks)) if self.weeks else (len(held),)
        if found.shape != shape:
            raise invalid("answer of the score function", f"of shape {found.shape}", f"chances of shape {shape}")
        wrong = found[~((found >= 0) & (found <= 1))]
        if wrong.size:
            raise invalid("answer of the score function", wrong[0], "chances from 0 to 1", next_step=AS_CHANCE)
        return np.clip(logit(found), -MOST_LOGIT, MOST_LOGIT).reshape(len(held), -1)
