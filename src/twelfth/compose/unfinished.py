"""What long work was begun and has not ended, as a small file at home: what is still in it when the app starts again
was interrupted."""

import json
import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

FILE = "unfinished.json"
MOST, LONGEST = 20, 20_000
"""Pieces of work noted, the newest; characters of a form that is kept with one, without which it is noted alone."""
MOST_BYTES = 4 * MOST * LONGEST
"""Of the file; a longer one was not written by this program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """do: what was asked for; sent: the form that asked, {} where it was too long."""

    do: str
    sent: Mapping[str, str] = field(default_factory=dict)


class Unfinished:
    """Work that goes on, by the goal it is for. It is a help: where the file cannot be read or written, nothing is
    noted and the work goes on."""

    def __init__(self, folder: Path) -> None:
        self._path, self._lock = folder / FILE, Lock()
        self._left = _read(self._path)
        self._now: dict[str, Begun] = {}

    def left(self, goal: str) -> Begun | None:
        """What was begun before this program started and never ended."""
        with self._lock:
            return self._left.get(goal)

    def begin(self, goal: str, begun: Begun) -> None:
        """Note it; in place of what was left of the goal."""
        with self._lock:
            self._left.pop(goal, None)
            self._now[goal] = begun
            self._write()

    def end(self, goal: str) -> None:
        """It ended, or is wanted no more."""
        with self._lock:
            if self._left.pop(goal, None) or self._now.pop(goal, None):
                self._write()

    def _write(self) -> None:
        noted = dict([*self._left.items(), *self._now.items()][-MOST:])
        with suppress(OSError):
            if not noted:
                self._path.unlink(missing_ok=True)
                return
            text = json.dumps({goal: {"do": one.do, "sent": _short(one.sent)} for goal, one in noted.items()})
            handle, beside = tempfile.mkstemp(prefix=f".{FILE}-", dir=self._path.parent)
            try:
                with os.fdopen(handle, "w", encoding="utf-8") as file:
                    file.write(text)
                Path(beside).replace(self._path)
            except OSError:
                Path(beside).unlink(missing_ok=True)
                raise


def _short(sent: Mapping[str, str]) -> dict[str, str]:
    return dict(sent) if sum(len(name) + len(value) for name, value in sent.items()) <= LONGEST else {}


def _read(path: Path) -> dict[str, Begun]:
    """Nothing where it is no such file."""
    try:
        if path.stat().st_size > MOST_BYTES:
            return {}
        noted = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    found = dict[str, Begun]()
    for goal, one in noted.items() if isinstance(noted, dict) else ():
        do, sent = (one.get("do"), one.get("sent")) if isinstance(one, dict) else (None, None)
        if isinstance(do, str) and isinstance(sent, dict) and all(isinstance(each, str) for each in sent.values()):
            found[str(goal)] = Begun(do=do, sent=sent)
    return found
