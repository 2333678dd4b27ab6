"""When an action may be begun and complete, in pieces within which it adds the same to every round.

A piece ends where what the action adds changes. Fine pieces end also where something that needs the action would have
to begin; and what costs more than ever arrives at once, and has to wait for its money, is told apart by the arrival
after which it is begun.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from twelfth.engines.roadmap.arrays import Floats, Tasks, Whole
from twelfth.engines.roadmap.earliest import soonest
from twelfth.engines.roadmap.passed_before import log_mean
from twelfth.engines.roadmap.worth import held_by
from twelfth.roadmap import Action, Instance

MOST_ENDS, MOST_ARRIVALS = 24, 12
"""Of one action: so many ends for what needs it, and arrivals of money to tell apart. More would fill the memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """An action begun in weeks `since` to `until` and complete in weeks `first` to `last` adds `gain` [rounds] to M."""

    action: int
    since: int
    until: int
    first: int
    last: int
    gain: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Completion in weeks `first` to `last` adds `gain` [rounds]."""

    first: int
    last: int
    gain: Floats


def windows_of(instance: Instance, tasks: Tasks, week: Whole, factors: Floats, *, fine: bool) -> tuple[Window, ...]:
    """The windows of every action. week: of the rounds. factors: what counts of the effect of each action. fine: ended
    also where something that needs it would have to begin, and told apart by when the money is there."""
    begin, head = soonest(tasks)
    found: list[list[Window]] = [[] for _ in tasks.hours]
    needed: list[set[int]] = [set() for _ in tasks.hours]
    for a, action in reversed(list(enumerate(instance.in_order))):
        before = tasks.line[tasks.line_at[a] : tasks.line_at[a + 1] - 1]
        late = max((weeks for b in before for weeks, _ in instance.in_order[b].passing), default=0)
        held = _held(action, week, instance.last_week, lag=late - int(tasks.shortest[a]))
        adds = factors[a] * log_mean(held, max(action.effect, 0.0))
        pieces = _cut(_pieces(held, adds, int(head[a])), _thinned(needed[a], MOST_ENDS))
        found[a] = [
            window
            for since, end in _begun(tasks, a, int(begin[a]), fine=fine)
            for piece in pieces
            for window in _window(a, piece, since, end, int(tasks.shortest[a]))
        ]
        for b in tasks.before[tasks.before_at[a] : tasks.before_at[a + 1]] if fine else ():
            needed[b] |= {one.until for one in found[a]}
    return tuple(window for own in found for window in own)


def _held(action: Action, week: Whole, last_week: int, *, lag: int) -> Floats:
    """The chance that what an action grants is held at each round, or more, by its completion week as far as it counts.

    lag: by how many weeks at most an exam before it is passed later than it is complete.
    """
    return held_by(action, week, min(last_week + 1 + action.min_weeks, int(week[-1]) + 1), lag=lag)


def _pieces(held: Floats, adds: Floats, first: int) -> Iterator[Piece]:
    for done in range(first, len(held)):
        if done + 1 == len(held) or not np.array_equal(held[done], held[done + 1]):
            yield Piece(first=first, last=done, gain=adds[done])
            first = done + 1


def _cut(pieces: Iterator[Piece], ends: list[int]) -> list[Piece]:
    """The pieces, ended after some weeks as well, which are in order."""
    found = []
    for piece in pieces:
        first = piece.first
        for last in (*(one for one in ends if piece.first <= one < piece.last), piece.last):
            found.append(Piece(first=first, last=last, gain=piece.gain))
            first = last + 1
    return found


def _begun(tasks: Tasks, a: int, begin: int, *, fine: bool) -> Iterator[tuple[int, int]]:
    """The first and the last week of each time in which an action may be begun."""
    beyond = len(tasks.hours_in)
    rises = np.diff(tasks.money, prepend=0)
    some = {int(week) for week in tasks.arrives[rises > 0] if week > begin}
    dear = fine and tasks.cost[a] > rises.max()
    starts = [begin, *_thinned(some, MOST_ARRIVALS)] if dear else [begin]
    yield from zip(starts, [*(one - 1 for one in starts[1:]), beyond], strict=True)


def _thinned(weeks: set[int], most: int) -> list[int]:
    """At most so many of some weeks, in order and evenly."""
    own = sorted(weeks)
    return own if len(own) <= most else [own[place * len(own) // most] for place in range(most)]


def _window(action: int, piece: Piece, since: int, end: int, shortest: int) -> Iterator[Window]:
    until, first = min(end, piece.last - shortest), max(piece.first, since + shortest)
    if since <= until and first <= piece.last:
        yield Window(action=action, since=since, until=until, first=first, last=piece.last, gain=piece.gain)
