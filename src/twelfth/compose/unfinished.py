"""What long work was begun and has not ended, each in a small file at home which the program that does it holds: what
nobody holds was interrupted. So several servers of one home do not take each other's work for interrupted."""

import json
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from uuid import uuid4

NAMES = "unfinished-*.json"
BEGUN = ".unfinished-*.new"
"""Written and not yet named, for a moment; longer only where the program ended in that moment."""
OLD = "unfinished.json"
"""The one file of all notes, before each had its own."""
MOST, LONGEST = 20, 20_000
"""Pieces of work noted, the newest; characters of a form that is kept with one, without which it is noted alone."""
MOST_BYTES = 8 * LONGEST
"""Of a file; a longer one was not written by this program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """Work that was begun. do: what was asked for; sent: the form that asked, {} where it was too long."""

    do: str
    sent: Mapping[str, str] = field(default_factory=dict)


class Unfinished:
    """Work that goes on, by the place it is for: a goal, something below it ("goal/work"), or "" for all that is kept.
    It is a help: where a file cannot be read, written or held, nothing is noted and the work goes on."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._lock = folder, Lock()
        self._own: dict[str, tuple[Path, int]] = {}
        self._sweep()

    def left(self, place: str) -> Noted | None:
        """What was begun and neither ended nor goes on anywhere; the newest of a place."""
        found = (noted for where, noted in map(_read, self._files(held=False)) if where == place and noted is not None)
        return next(found, None)

    def begin(self, place: str, noted: Noted) -> None:
        """Note it, and hold it until it ends; in place of what was left of the place."""
        self.end(place)
        self._sweep()
        with self._lock, suppress(OSError):
            for old in list(self._files(held=False))[MOST - 1 :]:
                _remove(old)
            self._own[place] = self._written(place, noted)

    def end(self, place: str) -> None:
        """It ended, or is wanted no more."""
        self._take_away(place, held=False)

    def erase(self, place: str) -> None:
        """No word of it, nor of what is below it, stays, also where another server does it at this moment."""
        with self._lock:
            own = list(self._own)
        for below in own:
            if below.startswith(f"{place}/"):
                self.end(below)
        self._take_away(place, held=True)
        self._sweep()

    def _take_away(self, place: str, *, held: bool) -> None:
        with self._lock, suppress(OSError):
            own = self._own.pop(place, None)
            if own is not None:
                os.close(own[1])
                _remove(own[0])
            for file in self._files(held=held):
                where = _read(file)[0]
                if where == place or (held and where is not None and where.startswith(f"{place}/")):
                    _remove(file)

    def _sweep(self) -> None:
        """Whatever is no note and could yet tell of one: the file of an earlier version, what was never named."""
        _remove(self._folder / OLD)
        for file in self._folder.glob(BEGUN):
            if not _is_held(file):
                _remove(file)

    def _files(self, *, held: bool) -> Iterator[Path]:
        """The newest first. held: also what a living program holds."""
        found = []
        for file in self._folder.glob(NAMES):
            with suppress(OSError):  # it ended since the folder was read
                found.append((file.stat().st_mtime_ns, file))
        yield from (file for _, file in sorted(found, reverse=True) if held or not _is_held(file))

    def _written(self, place: str, noted: Noted) -> tuple[Path, int]:
        """Whole, and held before anybody can see it. Raises OSError."""
        handle, beside = tempfile.mkstemp(prefix=BEGUN.split("*")[0], suffix=".new", dir=self._folder)
        try:
            _hold(handle, alone=True)
            os.write(handle, json.dumps({"of": place, "do": noted.do, "sent": _short(noted.sent)}).encode())
            return Path(beside).replace(self._folder / NAMES.replace("*", uuid4().hex)), handle
        except OSError:
            os.close(handle)
            Path(beside).unlink(missing_ok=True)
            raise


def _hold(handle: int, *, alone: bool) -> None:
    """Until it is closed or the process ends, however it ends. Raises OSError where it is held, or cannot be."""
    if sys.platform == "win32":
        raise OSError("a file that is held cannot be given its name there")
    import fcntl

    fcntl.flock(handle, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)


def _is_held(file: Path) -> bool:
    try:
        with file.open("rb") as opened:
            _hold(opened.fileno(), alone=False)
    except OSError:
        return True
    return False


def _remove(file: Path) -> None:
    """As far as that can be done: what cannot be removed keeps nothing else from it."""
    with suppress(OSError):
        file.unlink(missing_ok=True)


def _short(sent: Mapping[str, str]) -> dict[str, str]:
    return dict(sent) if sum(len(name) + len(value) for name, value in sent.items()) <= LONGEST else {}


def _read(path: Path) -> tuple[str | None, Noted | None]:
    """The place and what is noted; nothing where it is no such file."""
    try:
        if path.stat().st_size > MOST_BYTES:
            return None, None
        told = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None, None
    place, do, sent = (told.get(name) for name in ("of", "do", "sent")) if isinstance(told, dict) else (None,) * 3
    if not isinstance(place, str):
        return None, None
    if not (isinstance(do, str) and isinstance(sent, dict) and all(isinstance(each, str) for each in sent.values())):
        return place, None
    return place, Noted(do=do, sent=sent)
