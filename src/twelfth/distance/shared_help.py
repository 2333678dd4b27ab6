"""Which trait helps most of a person's goals at once.

Chances of different goals do not add up, nor do points and chances: what counts first is how many goals a trait helps.
Only then, among goals with odds, the sum of the gains in log-odds, which are of one size whatever the chance is.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """What acquiring one level of a trait does for one goal.

    log_odds: the median gain where the goal has odds. points_lo, points_hi: the gain where points decide. opens: kinds
    of round it opens or clears.
    """

    goal: str
    trait: str
    title: str
    acquired: str
    log_odds: float | None = None
    points_lo: float | None = None
    points_hi: float | None = None
    opens: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedHelp:
    """One trait: the best of each goal it helps, in the order of the goals. log_odds: their sum; None without odds."""

    title: str
    goals: int
    log_odds: float | None
    helps: tuple[Help, ...]


def shared_help(found: Sequence[Help]) -> tuple[SharedHelp, ...]:
    """Helps of all goals by trait, the trait that helps most goals first.

    Traits of two packs are one where their names or their titles (whatever the case of the letters) are the same.
    """
    groups: list[list[Help]] = []
    for one in found:
        alike = [group for group in groups if any(_same(one, other) for other in group)]
        joined = [*(other for group in alike for other in group), one]
        groups = [group for group in groups if group not in alike] + [joined]
    shared = [_shared(group) for group in groups]
    return tuple(sorted(shared, key=lambda one: (-one.goals, -(one.log_odds or 0.0), one.title)))


def _same(one: Help, other: Help) -> bool:
    return one.trait == other.trait or one.title.casefold() == other.title.casefold()


def _shared(group: list[Help]) -> SharedHelp:
    best: dict[str, Help] = {}
    for one in group:
        best[one.goal] = max(best.get(one.goal, one), one, key=_size)
    gains = [one.log_odds for one in best.values() if one.log_odds is not None]
    return SharedHelp(
        title=group[0].title, goals=len(best), log_odds=sum(gains) if gains else None, helps=tuple(best.values())
    )


def _size(one: Help) -> tuple[float, float, int]:
    return (one.log_odds or 0.0, one.points_lo or 0.0, len(one.opens))
