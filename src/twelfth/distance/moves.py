"""What a change a person could make would do today: points, and the kinds of round it opens or clears."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from twelfth.base import Truth
from twelfth.distance.measure import Measured, measure
from twelfth.distance.standing import Standing, standings
from twelfth.goal import Better, Level, Move, Process, Profile, Trait


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveEffect:
    """What one move would do today: points gained, the total, and which kinds of round it opens or clears.

    gain_lo, gain_hi: the smaller and the larger change of the two ends of the total; equal when the score is exact.
    """

    move: str
    title: str
    gain_lo: float
    gain_hi: float
    total_lo: float
    total_hi: float
    opens: tuple[str, ...] = ()
    clears: tuple[str, ...] = ()
    note: str = ""


def move_effects(process: Process, who: Profile, *, as_of: date, only: str = "") -> tuple[MoveEffect, ...]:
    """What each move of the pack would do today, the largest certain gain first. Moves that change nothing are left
    out, and what a person already has better than a move asks for stays as it is. only: the id of one move."""
    now = measure(process, who)
    before = {one.kind: one for one in standings(process, now, as_of=as_of)}
    asked = (move for move in process.moves if only in ("", move.id))
    raised = ((move, move_levels(process, who, move)) for move in asked)
    effects = [_effect(process, who, move, sets, now, before, as_of) for move, sets in raised if sets]
    return tuple(sorted((one for one in effects if one), key=lambda one: (-one.gain_lo, -one.gain_hi, one.move)))


def move_levels(process: Process, who: Profile, move: Move) -> dict[str, Level]:
    """The levels the move would change; none where the person certainly has better, nor with a protected trait."""
    if any(process.trait(name).protected for name, _ in move.sets):
        return {}
    levels = ((name, level, who[name].level) for name, level in move.sets)
    return {
        name: level for name, level, own in levels if own is None or not _is_worse(process.trait(name), level, than=own)
    }


def levels_together(process: Process, who: Profile, moves: Iterable[Move]) -> dict[str, Level]:
    """The levels that moves would change together: of two of one trait the better."""
    found: dict[str, Level] = {}
    for move in moves:
        for name, level in move_levels(process, who, move).items():
            found[name] = level if name not in found else _better(process.trait(name), found[name], level)
    return found


def _better(trait: Trait, one: Level, other: Level) -> Level:
    lower = trait.code(one) < trait.code(other)
    return one if lower == (trait.better is Better.LESS) else other


def move_held(process: Process, who: Profile, move: Move) -> bool:
    """Whether the person certainly has all that the move would set, or better."""
    own = ((process.trait(name), level, who[name].level) for name, level in move.sets)
    return all(level is not None and _reaches(trait, level, wanted) for trait, wanted, level in own)


def _reaches(trait: Trait, level: Level, wanted: Level) -> bool:
    lo, hi = trait.span(level)
    code = trait.code(wanted)
    if trait.better is Better.MORE:
        return lo >= code
    return hi <= code if trait.better is Better.LESS else lo == hi == code


def _is_worse(trait: Trait, level: Level, *, than: Level) -> bool:
    lo, hi = trait.span(than)
    code = trait.code(level)
    return code > lo if trait.better is Better.LESS else code < hi and trait.better is Better.MORE


def _effect(
    process: Process,
    who: Profile,
    move: Move,
    sets: Mapping[str, Level],
    now: Measured,
    before: Mapping[str, Standing],
    as_of: date,
) -> MoveEffect | None:
    after = measure(process, who, moved=sets)
    then = standings(process, after, as_of=as_of)
    was, total = now.scores[process.ranking].total, after.scores[process.ranking].total
    opens = tuple(one.kind for one in then if one.eligible is Truth.YES and before[one.kind].eligible is not Truth.YES)
    clears = tuple(one.kind for one in then if one.would_be_selected and not before[one.kind].would_be_selected)
    if total.lo == was.lo and total.hi == was.hi and not opens:
        return None
    return MoveEffect(
        move=move.id,
        title=move.title,
        gain_lo=min(total.lo - was.lo, total.hi - was.hi),
        gain_hi=max(total.lo - was.lo, total.hi - was.hi),
        total_lo=total.lo,
        total_hi=total.hi,
        opens=opens,
        clears=clears,
        note=move.note,
    )
