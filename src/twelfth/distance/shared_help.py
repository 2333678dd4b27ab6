"""Which trait helps most of a person's goals at once.

Chances of different goals do not add up, nor do points and chances: what counts first is how many goals a trait helps.
Only then, among goals with odds, the sum of the gains in log-odds, which are of one size whatever the chance is.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """What acquiring one level of a trait does for one goal.

    pack: of the goal. notion: the word under which packs call the trait the same thing; step: that under which they
    call what leads to the level the same; "" where the pack says none. log_odds: the median gain where the goal has
    odds. points_lo, points_hi: the gain where points decide. opens: kinds of round it opens or clears.
    """

    goal: str
    trait: str
    title: str
    acquired: str
    pack: str = ""
    notion: str = ""
    step: str = ""
    log_odds: float | None = None
    points_lo: float | None = None
    points_hi: float | None = None
    opens: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedHelp:
    """One trait: the best of each goal it helps, in the order of the goals. log_odds: their sum; None without odds.

    one_step: whether one and the same step is the best for every goal it helps; None where the packs do not say.
    """

    title: str
    goals: int
    log_odds: float | None
    helps: tuple[Help, ...]
    one_step: bool | None = None


def shared_help(found: Sequence[Help]) -> tuple[SharedHelp, ...]:
    """Helps of all goals by trait, the trait that helps most goals first.

    Traits of two packs are one where they have one notion. Where either has none: where their names or their titles
    (whatever the case of the letters) are the same.
    """
    groups: list[list[Help]] = []
    for one in found:
        alike = [group for group in groups if any(_same(one, other) for other in group) and _agree(one, group)]
        alike = alike if len({other.notion for group in alike for other in group} - {""}) < 2 else alike[:1]
        joined = [*(other for group in alike for other in group), one]
        groups = [group for group in groups if group not in alike] + [joined]
    shared = [_shared(group) for group in groups]
    return tuple(sorted(shared, key=lambda one: (-one.goals, -(one.log_odds or 0.0), one.title)))


def _agree(one: Help, group: list[Help]) -> bool:
    """Whether no notion in the group is another one."""
    return not one.notion or {other.notion for other in group} <= {"", one.notion}


def _same(one: Help, other: Help) -> bool:
    if one.notion and other.notion:
        return one.notion == other.notion
    return one.trait == other.trait or one.title.casefold() == other.title.casefold()


def _shared(group: list[Help]) -> SharedHelp:
    best: dict[str, Help] = {}
    for one in group:
        best[one.goal] = max(best.get(one.goal, one), one, key=_size)
    gains = [one.log_odds for one in best.values() if one.log_odds is not None]
    titles = {one.title.casefold(): one.title for one in reversed(group)}
    return SharedHelp(
        title=" / ".join(reversed(titles.values())),
        goals=len(best),
        log_odds=sum(gains) if gains else None,
        helps=tuple(best.values()),
        one_step=_one_step(tuple(best.values())),
    )


def _one_step(helps: tuple[Help, ...]) -> bool | None:
    """By the shared words; within one pack a level is the same as itself."""
    if all(one.step for one in helps):
        return len({one.step for one in helps}) == 1
    if helps[0].pack and len({(one.pack, one.trait) for one in helps}) == 1:
        return len({one.acquired for one in helps}) == 1
    return None


def _size(one: Help) -> tuple[float, float, int]:
    return (one.log_odds or 0.0, one.points_lo or 0.0, len(one.opens))
