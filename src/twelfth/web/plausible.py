"""Is that number right? One far outside what everybody on file has is asked about once; it is the person's to decide,
and nothing typed is lost meanwhile.
"""

import math
from collections.abc import Sequence

from django.utils.translation import gettext as _

from twelfth.base import plain_number
from twelfth.goal import Level, YesGroup
from twelfth.web.asked import Asked
from twelfth.web.writing import figure

FEWEST = 5
"""People whose number is known, so that it says anything of others."""
WIDTHS, PART = 3, 0.25
"""Far outside is more than so many times the width of theirs beyond its end; the width is at least this part of the
largest of theirs."""


def check_plausible(asked: Asked, name: str, level: Level | None, theirs: Sequence[Level | None]) -> None:
    """Note at its field a number that is far outside, unless it was said to be right."""
    if not isinstance(level, float):
        return
    ends = far_outside(level, [one for one in theirs if isinstance(one, float) and not math.isnan(one)])
    if ends is None or asked.raw(f"sure-{name}") == asked.raw(name):
        return
    low, high = ends
    told = {"value": asked.raw(name), "low": figure(plain_number(low)), "high": figure(plain_number(high))}
    asked.errors.setdefault(name, _("Is %(value)s right? Everybody on file has %(low)s to %(high)s.") % told)
    asked.doubts[name] = asked.raw(name)


def levels_of(group: YesGroup | None, trait: str) -> list[Level | None]:
    """What those who got in had of a trait, NaN where it is not known."""
    return [] if group is None else [float(one) for one in group.column(trait)]


def far_outside(number: float, known: Sequence[float]) -> tuple[float, float] | None:
    """The lowest and the highest of theirs where a number is far from both; None where it is not, or few are known."""
    if len(known) < FEWEST:
        return None
    low, high = min(known), max(known)
    width = max(high - low, PART * max(abs(low), abs(high)))
    return (low, high) if not low - WIDTHS * width <= number <= high + WIDTHS * width else None
