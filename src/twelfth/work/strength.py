"""Strength: how firm a habit is, in place of a streak. A missed week weakens it a little and breaks nothing.

Exponential smoothing of the share of the planned hours that was worked, as habit trackers do it; pauses do not count.
"""

from collections.abc import Collection, Iterable
from datetime import date

HALF_LIFE = 6
"""Weeks after which a week counts half."""


def strength_of(
    weeks: Iterable[tuple[date, int]], *, planned_minutes: int, pauses: Collection[date] = ()
) -> float | None:
    """From 0 to 1, over (Monday, minutes) of whole weeks in order; None without a week, or where nothing is planned.

    >>> from datetime import date
    >>> strength_of([(date(2026, 1, 5), 60), (date(2026, 1, 12), 60)], planned_minutes=60)
    1.0
    """
    if planned_minutes <= 0:
        return None
    keep = 0.5 ** (1 / HALF_LIFE)
    total = weight = 0.0
    for monday, minutes in weeks:
        if monday in pauses:
            continue
        total = total * keep + min(1.0, minutes / planned_minutes)
        weight = weight * keep + 1
    return total / weight if weight else None
