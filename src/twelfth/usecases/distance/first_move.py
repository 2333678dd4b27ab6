"""Where points decide, what to begin with before a road says it: the quickest thing of one's own doing that would have
been enough, or what comes nearest to that."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from twelfth.base import Truth
from twelfth.distance import MoveEffect, Standing, measure, move_effects, move_held, move_levels, standings
from twelfth.goal import Level, Process, Profile, Way, profile
from twelfth.usecases.odds.rule_sourced import check_rule_sourced
from twelfth.usecases.ports import CaseShelf, Clock

DAYS, MONTH = 7, 30.44
"""Days of a week, and of a month."""
FARTHEST = 20 * 365
"""Days: what takes longer is nothing to begin with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstMove:
    """effect: what the move does to the points. standing: with it, in the kind of round in which one then stands best
    of those held in the last twelve months. way: what it takes, whose time is known. done: the day by which that is
    through, begun on the day asked for, by the middle of its hours and at most `hours_per_week` of them."""

    effect: MoveEffect
    standing: Standing
    way: Way
    hours_per_week: float
    done: date

    @property
    def order(self) -> tuple[float, date, str]:
        """What would have been enough comes first, the soonest of it; else what leaves the least to go."""
        lacks = -1.0 if self.standing.would_be_selected else _short(self.standing)
        return lacks, self.done, self.effect.move


def first_move(
    name: str, *, cases: CaseShelf, clock: Clock, hours_per_week: float, as_of: date | None = None
) -> FirstMove | None:
    """As of the day (default: today), for somebody who has so many hours a week, above 0.

    None where one stands well as it is, where no move of one's own doing whose time is known brings one nearer to a
    cut-off of the last twelve months.

    Raises:
        NotFound: no such case.
        NotEnoughData: no rule answers for that day.
    """
    from twelfth.learn import needs_of, way_of

    day = as_of or clock.today()
    case, process = cases.get(name).known(day), cases.process_of(name).known(day)
    check_rule_sourced(process, day)
    who = profile(case.facts, day, traits=process.traits)
    now, before = measure(process, who), _best(process, who, day, {})
    if before is not None and before.would_be_selected:
        return None
    moves, found = {one.id: one for one in process.moves}, []
    for effect in move_effects(process, who, as_of=day):
        move = moves[effect.move]
        way = way_of(move, process, case, now.readings)
        if way is None or way.hours is None or move.decided_by or needs_of(move, process, now.readings):
            continue
        if not all(move_held(process, who, moves[one]) for one in way.after):
            continue
        then = _best(process, who, day, move_levels(process, who, move))
        if then is None or (before is not None and _short(then) >= _short(before)):
            continue
        per_week = min(hours_per_week, way.hours_week or hours_per_week)
        days = max(DAYS * way.hours / per_week, MONTH * (way.months or 0.0))
        if days <= FARTHEST:
            done = day + timedelta(days=math.ceil(days))
            found.append(FirstMove(effect=effect, standing=then, way=way, hours_per_week=per_week, done=done))
    return min(found, key=lambda one: one.order, default=None)


def _best(process: Process, who: Profile, day: date, moved: Mapping[str, Level]) -> Standing | None:
    """Of the kinds of round held lately that one may certainly enter, the one in which one stands best."""
    entered = standings(process, measure(process, who, moved=moved), as_of=day)
    return min((one for one in entered if one.recent and one.eligible is Truth.YES), key=_short, default=None)


def _short(one: Standing) -> float:
    """Points below its last cut-off, at most; infinite where they cannot be compared."""
    return math.inf if one.short_hi is None else one.short_hi
