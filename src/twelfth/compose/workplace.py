"""Wires ports to adapters. The only reader of the environment and of the clock."""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from twelfth.base import Conflict, TwelfthError, day_from, parse_day
from twelfth.compose.late_goals import LateGoals
from twelfth.packs import FileCases, FileInstances, FilePacks, FileRoads, FileSheets
from twelfth.store import MemoryAuditLog
from twelfth.usecases import (
    AuditLog,
    CaseShelf,
    Clock,
    InstanceShelf,
    Learned,
    Learner,
    PackShelf,
    Planner,
    Redrawer,
    RoadShelf,
    SheetReader,
    Simulator,
)

if TYPE_CHECKING:
    from twelfth.roadmap import (
        Answer,
        Causes,
        Explained,
        Instance,
        Lives,
        Plan,
        Question,
        Redrawn,
        Replan,
        Step,
        Unseen,
    )

PAGE_BEGINS = b"<!doctype html"
CALENDAR_BEGINS = b"begin:vcalendar"
FOR_ALL, FOR_THE_OWNER = 0o666, 0o600
"""Less what the system takes away from new files."""


class SystemClock:
    """Today and now, by the machine's clock and zone; or on the day of TWELFTH_TODAY, to see what another day would
    show."""

    def today(self) -> date:
        """Raises InvalidInput where TWELFTH_TODAY is no day."""
        asked = os.environ.get("TWELFTH_TODAY", "")
        if asked:
            return parse_day(asked)
        return datetime.now(tz=UTC).astimezone().date()

    def now(self) -> datetime:
        """Raises InvalidInput where TWELFTH_TODAY is no day."""
        instant = datetime.now(tz=UTC).astimezone()
        return datetime.combine(self.today(), instant.timetz())


class LabelLearner:
    """LabelledOdds, whose libraries are loaded when something is to be learned and not before."""

    def fit(
        self,
        X: NDArray[np.float64],
        y: NDArray[np.float64],
        *,
        seed: int,
        rate: float | None = None,
        dates: Sequence[date] | None = None,
    ) -> Learned:
        """Raises InvalidInput and NotEnoughData as LabelledOdds.fit."""
        from twelfth.engines import LabelledOdds

        return LabelledOdds().fit(X, y, seed=seed, rate=rate, dates=dates)


class LatePlanner:
    """The anytime planner, whose libraries are loaded when something is to be planned and not before."""

    def improve(
        self, instance: "Instance", question: "Question", *, seed: int, start: "Plan | None" = None
    ) -> "Iterator[Answer]":
        from twelfth.engines import AnytimePlanner

        return AnytimePlanner().improve(instance, question, seed=seed, start=start)


class LateSimulator:
    """Lives in compiled code on every core there is, loaded when something is to be lived and not before."""

    def live(
        self,
        instance: "Instance",
        plan: "Plan",
        *,
        lives: int,
        seed: int,
        causes: "Causes",
        unseen: "Unseen | None" = None,
    ) -> "Lives":
        from twelfth.engines import LifeSimulator

        simulator = LifeSimulator(threads=os.cpu_count() or 1)
        return simulator.live(instance, plan, lives=lives, seed=seed, causes=causes, unseen=unseen)


class LateRedrawer:
    """The redrawer, whose libraries are loaded when something is to be planned again and not before."""

    def redraw(self, instance: "Instance", question: "Replan", *, seed: int) -> "Iterator[Redrawn]":
        from twelfth.engines import AnytimeRedrawer

        return AnytimeRedrawer().redraw(instance, question, seed=seed)

    def explain(self, instance: "Instance", question: "Replan", step: "Step", *, seed: int) -> "Explained":
        from twelfth.engines import AnytimeRedrawer

        return AnytimeRedrawer().explain(instance, question, step, seed=seed)


class Fuse:
    """A limit in seconds, by the machine's clock."""

    def __init__(self, seconds: float | None) -> None:
        self._end = None if seconds is None else monotonic() + seconds

    def over(self) -> bool:
        return self._end is not None and monotonic() >= self._end


@dataclass(frozen=True, slots=True, kw_only=True)
class Workplace:
    """Everything a door needs."""

    packs: PackShelf
    cases: CaseShelf
    sheets: SheetReader
    learner: Learner
    instances: InstanceShelf
    roads: RoadShelf
    planner: Planner
    simulator: Simulator
    redrawer: Redrawer
    log: AuditLog
    clock: Clock

    def day(self, text: str | None) -> date | None:
        """A day as a person typed it, or None where none was asked for. Raises InvalidInput."""
        return None if text is None else day_from(text, today=self.clock.today())


def workplace(*, here: Path | None = None) -> Workplace:
    """The usual wiring: built-in packs and cases, files below `here` (default: the current folder), records in
    memory."""
    folder = here or Path.cwd()
    packs = FilePacks(here=folder)
    return Workplace(
        packs=packs,
        cases=LateGoals(FileCases(packs, here=folder)),
        sheets=FileSheets(here=folder),
        learner=LabelLearner(),
        instances=FileInstances(here=folder),
        roads=FileRoads(here=folder),
        planner=LatePlanner(),
        simulator=LateSimulator(),
        redrawer=LateRedrawer(),
        log=MemoryAuditLog(),
        clock=SystemClock(),
    )


def colour_allowed() -> bool:
    """Whether the environment allows colour (NO_COLOR unset or empty, and a terminal that can)."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of file that is written on demand: its name, its first bytes in small letters, the option that asks for
    it. at: where those bytes stand. private: for its owner alone to read."""

    name: str
    begins: bytes
    option: str
    at: int = 0
    private: bool = False


PAGE = Kind(name="page", begins=PAGE_BEGINS, option="--html")
CALENDAR = Kind(name="calendar", begins=CALENDAR_BEGINS, option="--ics")


def save_page(path: str, content: str, *, here: Path | None = None) -> None:
    """Write a page to a file, whole or not at all.

    Raises:
        Conflict: something that is no page is there already.
        TwelfthError: the file cannot be written there.
    """
    save_file(path, content, PAGE, here or Path.cwd())


def save_calendar(path: str, content: bytes, *, here: Path | None = None) -> None:
    """Write a calendar to a file, whole or not at all; raises as save_page does, where something is no calendar."""
    save_file(path, content, CALENDAR, here or Path.cwd())


def save_file(path: str, content: str | bytes, kind: Kind, here: Path) -> None:
    """Write a file of a kind, whole or not at all; raises as save_page does."""
    target = here / path
    _refuse_to_overwrite(target, path, kind)
    staging = target.parent / f".{target.name}.new"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        staging.unlink(missing_ok=True)
        staging.touch(mode=FOR_THE_OWNER if kind.private else FOR_ALL)
        staging.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        staging.replace(target)
    except (OSError, ValueError) as error:
        with suppress(OSError, ValueError):
            staging.unlink()
        reason = error.strerror if isinstance(error, OSError) else error
        raise TwelfthError(
            f"The {kind.name} cannot be written to {path!r}: {reason}.",
            next_step=f"Give another path with {kind.option}.",
        ) from None


def _refuse_to_overwrite(target: Path, path: str, kind: Kind) -> None:
    """A page may replace a page, a calendar a calendar, and nothing else: not a case file, a link or a device."""
    try:
        taken = target.is_symlink() or (
            target.exists()
            and not target.is_dir()
            and not (target.is_file() and target.read_bytes()[kind.at :][: len(kind.begins)].lower() == kind.begins)
        )
    except (OSError, ValueError):
        return  # writing will say what is wrong with it
    if taken:
        raise Conflict(
            f"{path!r} is there already and is not a {kind.name}.", next_step=f"Give another path with {kind.option}."
        )
