"""People of whom it is known whether they were selected, with what they had when they applied."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from twelfth.base import invalid
from twelfth.goal.traits import Trait
from twelfth.goal.yes_group import YesGroup


@dataclass(frozen=True, slots=True, eq=False)
class LabelledPeople:
    """Those selected and those not, one row an application.

    rows [n, traits]: the code of the level; NaN unknown. selected [n]. ids [n]: who; somebody may apply again in
    another round. dates [n]: the day the outcome was known. rounds [n]: "" where none is said.

    Raises:
        InvalidInput: shapes that do not fit.
    """

    traits: tuple[Trait, ...]
    rows: NDArray[np.float64]
    selected: NDArray[np.bool_]
    ids: Sequence[str]
    dates: Sequence[date]
    rounds: Sequence[str]

    def __post_init__(self) -> None:
        if self.rows.ndim != 2 or self.rows.shape[1] != len(self.traits):
            raise invalid(
                "rows of labelled people", f"shape {self.rows.shape}", f"[applications, {len(self.traits)} traits]"
            )
        for name in ("selected", "ids", "dates", "rounds"):
            count = len(getattr(self, name))
            if count != len(self.rows):
                raise invalid(f"{name} of labelled people", f"{count} entries", f"one a row, {len(self.rows)}")

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def yes_group(self) -> YesGroup:
        """Those selected. The same person counts once, however often selected."""
        kept = self._only(np.flatnonzero(self.selected))
        return YesGroup(kept.traits, kept.rows, kept.ids, kept.dates, kept.rounds)

    def known(self, as_of: date) -> "LabelledPeople":
        """The part whose outcome was known by the end of `as_of`."""
        return self._only(np.flatnonzero([day <= as_of for day in self.dates]))

    def without(self, names: Iterable[str]) -> "LabelledPeople":
        """The part that leaves out these people."""
        left_out = set(names)
        return self._only(np.flatnonzero([one not in left_out for one in self.ids]))

    def _only(self, keep: NDArray[np.intp]) -> "LabelledPeople":
        return replace(
            self,
            rows=self.rows[keep],
            selected=self.selected[keep],
            ids=[self.ids[index] for index in keep],
            dates=[self.dates[index] for index in keep],
            rounds=[self.rounds[index] for index in keep],
        )
