"""What a disk holds after the power was cut: all it was waited for, and of the rest any part, torn anywhere.

The model is the one SQLite is built on. What was written and not waited for is kept sector by sector of 512 bytes or
not at all or up to any byte of it, in any order; so are sizes, new names and names that were deleted. Bytes that were
not written to stay as they were, and a wait is a wait.
"""

import random
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.trust.recorded_disk import Request
from tests.trust.sql_trace import FILE, State, content_of

from twelfth.store.orm.backup import opened
from twelfth.store.orm.sqlite.guard import sqlite_library

SECTOR = 512
TORN = 0.1
"""Of the sectors that are not kept whole."""
KEPT = (0.0, 0.1, 0.5, 0.9, 1.0)
"""How many of the sectors not waited for are kept; drawn for each cut."""


@dataclass(slots=True)
class _Stored:
    """One file. sure: what is on the disk whatever comes, None while its name may be lost; maybe: what is not waited
    for; ghost: the file of that name that was deleted, while the deletion may be lost."""

    sure: bytearray | None = None
    maybe: list[Request] = field(default_factory=list)
    ghost: bytearray | None = None


@dataclass(slots=True)
class Platter:
    """What a disk holds for certain, and what perhaps."""

    files: dict[str, _Stored] = field(default_factory=lambda: {FILE: _Stored(sure=bytearray())})

    def take(self, request: Request) -> None:
        """One more request."""
        file = self.files.setdefault(request.file, _Stored())
        if request.what == "delete":
            ghost = None if request.dir else file.sure if file.sure is not None else file.ghost
            self.files[request.file] = _Stored(ghost=ghost)
        elif request.what == "sync":
            file.sure = _with(file.sure or bytearray(), file.maybe)
            file.maybe = []
            if request.dir:
                for other in self.files.values():
                    other.ghost = None
        else:
            file.maybe.append(request)

    def cut(self, chance: random.Random) -> Iterator[tuple[str, bytes]]:
        """Names and contents of the files there are when the power comes back."""
        kept = chance.choice(KEPT)
        for name, file in self.files.items():
            sure = file.sure
            if sure is None and file.ghost is not None and chance.random() < 0.5:
                yield name, bytes(file.ghost)
            elif sure is not None or (file.maybe and chance.random() < 0.5):
                yield name, bytes(_with(bytearray(sure or b""), _torn(file.maybe, kept, chance)))


def _with(content: bytearray, requests: Iterable[Request]) -> bytearray:
    for one in requests:
        if one.what == "truncate":
            del content[one.size :]
            continue
        end = one.at + len(one.data)
        if len(content) < end:
            content.extend(bytes(end - len(content)))
        content[one.at : end] = one.data
    return content


def _torn(requests: Iterable[Request], kept: float, chance: random.Random) -> Iterator[Request]:
    """Those that reached the disk, whole or in part."""
    for one in requests:
        if one.what == "truncate":
            if chance.random() < kept:
                yield one
            continue
        for at, piece in _sectors(one):
            if chance.random() < kept:
                yield Request("write", one.file, at=at, data=piece)
            elif kept and chance.random() < TORN:
                yield Request("write", one.file, at=at, data=piece[: chance.randrange(len(piece))])


def _sectors(request: Request) -> Iterator[tuple[int, bytes]]:
    at, end = request.at, request.at + len(request.data)
    while at < end:
        till = min(end, (at // SECTOR + 1) * SECTOR)
        yield at, request.data[at - request.at : till - request.at]
        at = till


@dataclass(slots=True)
class Seen:
    """What many cuts have done. lost: acknowledged transactions that were not there; half: databases that hold what was
    never there between two transactions; broken: that do not open or are not sound."""

    cuts: int = 0
    lost: int = 0
    half: int = 0
    broken: int = 0

    def judge(self, content: int | None, states: Sequence[State], asked: int) -> None:
        """What is left is the last state that was acknowledged by this request, or the one then being written."""
        known = [one.content for one in states]
        acknowledged = max(place for place, one in enumerate(states) if one.asked <= asked)
        self.cuts += 1
        if content is None:
            self.broken += 1
        elif content not in known:
            self.half += 1
        elif content not in known[acknowledged : acknowledged + 2]:
            self.lost += abs(acknowledged - known.index(content))


def cut_often(
    asked: Sequence[Request], states: Sequence[State], *, folder: Path, cuts: int, chance: random.Random
) -> Seen:
    """Cut the power at random requests, each time with another part of what was not waited for, and open what is
    left."""
    folder.mkdir(exist_ok=True)
    seen, platter, done = Seen(), Platter(), 0
    for point in sorted(chance.randrange(len(asked) + 1) for _ in range(cuts)):
        for request in asked[done:point]:
            platter.take(request)
        done = point
        for old in folder.iterdir():
            old.unlink()
        for name, content in platter.cut(chance):
            (folder / name).write_bytes(content)
        seen.judge(left_in(folder / FILE), states, point)
    return seen


def left_in(file: Path) -> int | None:
    """A digest of what is in a file, opened as the store opens it; None where it is not sound."""
    library = sqlite_library()
    try:
        with closing(_connection(file)) as connection:
            if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                return None
            return content_of(connection.execute)
    except library.DatabaseError:
        return None


def _connection(file: Path) -> Any:
    file.touch()
    return opened(file, journal=True)
