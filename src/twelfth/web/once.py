"""Forms that were written already: a second press of the button, or a page sent again, writes nothing twice.

Kept in memory for as long as the server runs; it is no lock against two people.
"""

from collections import OrderedDict
from threading import Lock

MOST = 20_000
"""Forms remembered; the oldest are forgotten first."""


class Once:
    """Where each form led that was written."""

    def __init__(self) -> None:
        self._led: OrderedDict[str, str] = OrderedDict()
        self._lock = Lock()

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
