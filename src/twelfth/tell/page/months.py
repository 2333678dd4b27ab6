"""The months of a road as an axis: where a day lies, a line for each month, names for some, a wall at each dated round
and at the last day.

Positions are percentages, as in the strips, so that pictures on one axis stand beneath each other at any width.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

from twelfth.base import add_months
from twelfth.tell.language import _
from twelfth.tell.say.mile_words import MONTHS

LEFT, RIGHT = 1.0, 98.0
"""Of the first day and of the wall, in percent of the width."""
MOST_NAMES, MOST_LINES = 9, 37
"""More than these cannot be told apart on a phone."""
STEPS = (1, 2, 3, 6, 12, 24)
"""Months between two names."""
NAME_ROOM = 88.0
"""A name that begins further right would leave the picture."""
AXIS_HEIGHT = 32
WALLS_HEIGHT = 18
APART = 4.0
"""Percent of the width: walls nearer to each other share the place of their numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Months:
    """The axis from one day to another. walls: days of dated rounds."""

    first: date
    last: date
    walls: tuple[date, ...] = ()

    def at(self, day: date) -> float:
        """Where a day lies, in percent of the width."""
        return LEFT + (RIGHT - LEFT) * (day - self.first).days / max(1, (self.last - self.first).days)

    def grid(self) -> Markup:
        """A line for each month, a wall for each round, and the last one, as high as what they stand in."""
        months = list(self._months(1))
        drawn = months if len(months) <= MOST_LINES else list(self._months(self._step()))
        lines = "".join(f'<line class="month" x1="{x}" x2="{x}" y1="0" y2="100%"/>' for x in map(self._x, drawn))
        wall = self._x(self.last)
        lines += "".join(f'<line class="round" x1="{x}" x2="{x}" y1="0" y2="100%"/>' for x in map(self._x, self.walls))
        return Markup(
            f'<svg class="grid" width="100%" height="100%" aria-hidden="true">{lines}'
            f'<line class="wall" x1="{wall}" x2="{wall}" y1="0" y2="100%"/></svg>'
        )

    def names(self) -> Markup:
        """Names of months, and under the first one of each year the year."""
        parts, year = [], 0
        for day in self._months(self._step()):
            if self.at(day) > NAME_ROOM:
                break
            month = escape(_(MONTHS[day.month - 1]))
            parts.append(f'<text class="name" x="{self._x(day)}" dx="3" y="13">{month}</text>')
            if day.year != year:
                year = day.year
                parts.append(f'<text class="name" x="{self._x(day)}" dx="3" y="28">{year}</text>')
        return Markup(f'<svg width="100%" height="{AXIS_HEIGHT}" aria-hidden="true">{"".join(parts)}</svg>')

    def numbers(self) -> Markup:
        """The numbers of the walls at their tops, as the legend has them; nothing without walls."""
        if not self.walls:
            return Markup("")
        near: list[list[int]] = []
        for number, day in enumerate(self.walls, 1):
            if near and self.at(day) - self.at(self.walls[near[-1][0] - 1]) < APART:
                near[-1].append(number)
            else:
                near.append([number])
        told = "".join(
            f'<text class="round-name" x="{self._x(self.walls[one[0] - 1])}" y="13" text-anchor="middle">'
            f"{one[0] if len(one) == 1 else f'{one[0]}–{one[-1]}'}</text>"
            for one in near
        )
        return Markup(f'<svg width="100%" height="{WALLS_HEIGHT}" aria-hidden="true">{told}</svg>')

    def _x(self, day: date) -> str:
        return f"{self.at(day):.2f}%"

    def _step(self) -> int:
        months = len(list(self._months(1)))
        return next((step for step in STEPS if months <= step * MOST_NAMES), STEPS[-1])

    def _months(self, step: int) -> Iterator[date]:
        """First days of months, every so many from a January on."""
        day = date(self.first.year, 1, 1)
        while day <= self.last:
            if day >= self.first:
                yield day
            day = add_months(day, step)
