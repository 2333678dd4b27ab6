"""Needs: what must be held today for a move to be planned, as somebody else decides it, and is not certainly held."""

from collections.abc import Mapping
from dataclasses import dataclass

from twelfth.base import Said, Truth
from twelfth.goal import Better, Level, Move, Process, Reading, Trait
from twelfth.learn.steps import title_of_step


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A level that a move waits for. trait: by name; title: the level in words; known: whether it is certain that it is
    not held, else nobody said."""

    trait: str
    title: str
    known: bool

    @property
    def why(self) -> Said:
        """Why the move is not planned."""
        if self.known:
            return Said("it needs this first, which somebody else decides: %(what)s", what=self.title)
        return Said("it needs this first, and it is not known whether you have it: %(what)s", what=self.title)


def needs_of(move: Move, process: Process, readings: Mapping[str, Reading]) -> tuple[Need, ...]:
    """What a move waits for, those that are certainly lacking first. readings: of the person, by trait."""
    judged = ((name, level, _held(process.trait(name), level, readings.get(name))) for name, level in move.needs)
    found = [
        Need(trait=name, title=title_of_step(process.trait(name), level), known=held is Truth.NO)
        for name, level, held in judged
        if held is not Truth.YES
    ]
    return tuple(sorted(found, key=lambda one: not one.known))


def _held(trait: Trait, level: Level, own: Reading | None) -> Truth:
    """Whether a person has a level or a better one."""
    if own is None or own.unknown:
        return Truth.UNKNOWN
    code, low, high = trait.code(level), own.lo, own.hi
    if trait.better is Better.LESS:
        code, low, high = -code, -high, -low
    if trait.better is Better.NEITHER and high > code:
        return Truth.NO if low > code else Truth.UNKNOWN
    return Truth.YES if low >= code else Truth.UNKNOWN if high >= code else Truth.NO
