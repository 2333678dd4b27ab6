"""Forms that were written already: a second press of the button, or a page sent again, writes nothing twice.

Kept in memory for as long as the server runs; it is no lock against two people.
"""

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

MOST = 20_000
"""Forms remembered; the oldest are forgotten first."""


class Once:
    """Where each form led that was written."""

    def __init__(self) -> None:
        self._led: OrderedDict[str, str] = OrderedDict()
        self._lock = Lock()
        self._writing: dict[str, tuple[Lock, int]] = {}

    @contextmanager
    def alone(self, key: str) -> Iterator[None]:
        """Nobody else writes this form meanwhile: the second of two presses waits for the first."""
        with self._lock:
            lock, waiting = self._writing.get(key, (Lock(), 0))
            self._writing[key] = lock, waiting + 1
        try:
            with lock:
                yield
        finally:
            with self._lock:
                lock, waiting = self._writing.pop(key)
                if waiting > 1:
                    self._writing[key] = lock, waiting - 1

    def led(self, key: str) -> str | None:
        """Where this form led when it was written; None if it was not."""
        with self._lock:
            return self._led.get(key)

    def wrote(self, key: str, where: str) -> None:
        if not key:
            return
        with self._lock:
            self._led[key] = where
            while len(self._led) > MOST:
                self._led.popitem(last=False)
