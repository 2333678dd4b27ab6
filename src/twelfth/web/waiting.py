"""What was looked at and is not wanted yet: a file that was sent, until somebody says that it is to be brought in.

Kept in memory, a few at a time; the oldest is forgotten first, and all of it with the process.
"""

from collections import OrderedDict
from threading import Lock
from uuid import uuid4

MOST = 3
"""Files, each no larger than a request may be."""


class Waiting:
    """Files by a key of their own."""

    def __init__(self) -> None:
        self._files: OrderedDict[str, bytes] = OrderedDict()
        self._lock = Lock()

    def keep(self, content: bytes) -> str:
        """The key under which it waits."""
        key = uuid4().hex
        with self._lock:
            self._files[key] = content
            while len(self._files) > MOST:
                self._files.popitem(last=False)
        return key

    def get(self, key: str) -> bytes | None:
        """What waits under a key; None where nothing does any more."""
        with self._lock:
            return self._files.get(key)

    def forget(self, key: str) -> None:
        with self._lock:
            self._files.pop(key, None)
