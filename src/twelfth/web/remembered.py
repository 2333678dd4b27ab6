"""What was made once for the same facts on the same day is not made again, for as long as the server runs."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Made = TypeVar("Made")
MOST = 256
"""Things remembered, the largest of which have some tens of kilobytes."""


class Ground:
    """What an answer rests on, as a key: hashed once, however often it is asked for."""

    __slots__ = ("_hash", "_parts")

    def __init__(self, *parts: Hashable) -> None:
        self._parts, self._hash = parts, hash(parts)

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Ground) and self._hash == other._hash and self._parts == other._parts


class Remembered(Generic[Made]):
    """What was made for a key; the one used longest ago is forgotten first."""

    def __init__(self, most: int = MOST) -> None:
        self._made: OrderedDict[Hashable, Made] = OrderedDict()
        self._lock = Lock()
        self._most = most

    def has(self, key: Hashable) -> bool:
        with self._lock:
            return key in self._made

    def get(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What is remembered, else what is made now: two who ask at once may both make it."""
        with self._lock:
            if key in self._made:
                self._made.move_to_end(key)
                return self._made[key]
        made = make()
        with self._lock:
            self._made[key] = made
            while len(self._made) > self._most:
                self._made.popitem(last=False)
        return made
