"""Long work that is watched: it says how far it has come, and whoever watches can end it."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import TypeVar

Thing = TypeVar("Thing")


class Doing(StrEnum):
    """What is done with each goal, or entry, of a file."""

    READING = "reading"
    COMPARING = "comparing"
    WRITING = "writing"


Watch = Callable[[Doing, int, int], None]
"""Told again and again: what is done, which it is at, counted from 1, and of how many. What it raises ends the work,
of which nothing is kept then."""


def unwatched(doing: Doing, at: int, of: int) -> None:
    """Nobody watches."""


def each_told(things: Iterable[Thing], tell: Callable[[], None]) -> Iterator[Thing]:
    """The things, and before each of them a word to who watches."""
    for one in things:
        tell()
        yield one
