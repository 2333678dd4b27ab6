"""When an action may be begun and complete, in pieces within which it adds the same to every round.

A piece ends where what the action adds changes, and where something that needs it would have to begin. What costs more
than ever arrives at once has to wait for its money; it is told apart by the arrival after which it is begun.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from twelfth.engines.roadmap.arrays import Floats, Tasks, Whole
from twelfth.engines.roadmap.earliest import soonest
from twelfth.engines.roadmap.passed_before import log_mean
from twelfth.engines.roadmap.worth import held_by
from twelfth.roadmap import Action, Instance


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
        pieces = _cut(_pieces(action, week, int(head[a]), factors[a], instance), needed[a])
        found[a] = [
            window
            for since, end in _begun(tasks, a, int(begin[a]), fine=fine)
            for piece in pieces
            for window in _window(a, piece, since, end, int(tasks.shortest[a]))
        ]
        for b in tasks.before[tasks.before_at[a] : tasks.before_at[a + 1]]:
            needed[b] |= {one.until for one in found[a] if fine}
    return tuple(window for own in found for window in own)


def _pieces(action: Action, week: Whole, head: int, factor: float, instance: Instance) -> Iterator[Piece]:
    reach = min(instance.last_week + 1 + action.min_weeks, int(week[-1]) + 1)
    held = held_by(action, week, reach)
    adds = factor * log_mean(held, max(action.effect, 0.0))
    first = head
    for done in range(head, reach):
        if done + 1 == reach or not np.array_equal(held[done], held[done + 1]):
            yield Piece(first=first, last=done, gain=adds[done])
            first = done + 1


def _cut(pieces: Iterator[Piece], ends: set[int]) -> list[Piece]:
    """The pieces, each ended after some weeks as well."""
    found = []
    for piece in pieces:
        first = piece.first
        for last in (*sorted(one for one in ends if piece.first <= one < piece.last), piece.last):
            found.append(Piece(first=first, last=last, gain=piece.gain))
            first = last + 1
    return found


def _begun(tasks: Tasks, a: int, begin: int, *, fine: bool) -> Iterator[tuple[int, int]]:
    """The first and the last week of each time in which an action may be begun."""
    beyond = len(tasks.hours_in) + int(tasks.elapsed[a])
    if not fine or len(tasks.money) < 2 or tasks.cost[a] <= np.diff(tasks.money).max():
        yield begin, beyond
        return
    for place, arrives in enumerate(tasks.arrives):
        end = int(tasks.arrives[place + 1]) - 1 if place + 1 < len(tasks.arrives) else beyond
        if end >= begin:
            yield max(int(arrives), begin), end


def _window(action: int, piece: Piece, since: int, end: int, shortest: int) -> Iterator[Window]:
    until, first = min(end, piece.last - shortest), max(piece.first, since + shortest)
    if since <= until and first <= piece.last:
        yield Window(action=action, since=since, until=until, first=first, last=piece.last, gain=piece.gain)
