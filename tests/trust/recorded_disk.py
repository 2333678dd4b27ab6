"""A disk that notes every write, and every wait for it, that SQLite asks for: a VFS of apsw over the usual one.

It really writes, so that SQLite can read, and never really waits. It may refuse the n-th request, as a failing disk
does.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import apsw

USUAL = "unix"
NAME = "recorded"


@dataclass(frozen=True, slots=True)
class Request:
    """One request to the disk. what: open, write, truncate, sync or delete. data: what is written. size: what is left
    of the file. dir: the names in the folder are waited for too."""

    what: str
    file: str
    at: int = 0
    data: bytes = b""
    size: int = 0
    dir: bool = False


@dataclass(slots=True)
class Disk:
    """What was asked of a disk, in order. refuses: which request fails; 0: none."""

    asked: list[Request] = field(default_factory=list)
    refuses: int = 0
    refused: bool = False

    def note(self, request: Request) -> None:
        """Raises apsw.IOError where the disk refuses."""
        self.refuses -= 1
        if self.refuses == 0:
            self.refused = True
            raise apsw.IOError
        self.asked.append(request)


class _File(apsw.VFSFile):
    def __init__(self, disk: Disk, filename: Any, flags: list[int]) -> None:
        super().__init__(USUAL, filename, flags)
        self._disk = disk
        self._name = _short(filename)
        self._new_name = bool(flags[0] & (apsw.SQLITE_OPEN_MAIN_JOURNAL | apsw.SQLITE_OPEN_WAL))

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802 (apsw's name)
        self._disk.note(Request("write", self._name, at=offset, data=bytes(data)))
        super().xWrite(data, offset)

    def xTruncate(self, size: int) -> None:  # noqa: N802 (apsw's name)
        self._disk.note(Request("truncate", self._name, size=size))
        super().xTruncate(size)

    def xSync(self, flags: int) -> None:  # noqa: N802 (apsw's name)
        """The first wait for a journal that was just opened waits for its name too, as SQLite's own does."""
        self._disk.note(Request("sync", self._name, dir=self._new_name))
        self._new_name = False


class _Vfs(apsw.VFS):
    def __init__(self, disk: Disk) -> None:
        super().__init__(NAME, USUAL)
        self._disk = disk

    def xOpen(self, name: Any, flags: list[int]) -> _File:  # noqa: N802 (apsw's name)
        return _File(self._disk, name, flags)

    def xDelete(self, name: str, sync: bool) -> None:  # noqa: N802 (apsw's name)
        self._disk.note(Request("delete", _short(name), dir=bool(sync)))
        super().xDelete(name, sync)


@contextmanager
def recorded(disk: Disk) -> Iterator[str]:
    """The name of a VFS that writes to this disk."""
    vfs = _Vfs(disk)
    try:
        yield NAME
    finally:
        vfs.unregister()


def _short(filename: Any) -> str:
    return Path(filename if isinstance(filename, str) else filename.filename()).name
