"""Proof beside the search, on a thread of its own.

A piece of proof begins and is waited for after a fixed number of slices of search, however long either takes, so that
an answer depends on work alone. While compiled code searches, the solver proves on another core.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from threading import Event
from typing import Protocol

PROVED = 5e-4
"""A plan this close to the bound is called the best."""
PATIENCE = 0.05
"""Seconds until a piece that is to end is told again."""

FIRST, SECOND, NEXT = 4, 12, 20
"""Slices of search at whose end the first two pieces of proof are waited for, and from there to that of each other."""


class Prover(Protocol):
    """Whatever lowers a bound piece by piece."""

    bound: float

    def slice(self, chance: float) -> None:
        """One piece more, given the chance of a plan."""

    def stop(self) -> None:
        """End the piece that is being done, if it can be; to be said again until it has ended."""


@dataclass(slots=True)
class Beside:
    """A prover on its own thread, from when it is first made use of until `close`. bound: proved by now. make: told by
    what it will know that it is to end."""

    make: Callable[[Event], Prover]
    bound: float = 1.0
    threads: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, thread_name_prefix="proof"))
    prover: Prover | None = None
    piece: Future[float] | None = None
    stopped: Event = field(default_factory=Event)

    def after(self, slices: int, chance: float) -> float:
        """The bound after so many slices of search, the best plan of which has this chance."""
        if slices == 1:
            self.piece = self.threads.submit(self._slice, chance)
        elif self.piece is not None and (slices == FIRST or (slices >= SECOND and (slices - SECOND) % NEXT == 0)):
            self.bound = self.piece.result()
            more = self.bound - chance > PROVED
            self.piece = self.threads.submit(self._slice, chance) if more else None
        return self.bound

    def close(self) -> None:
        """End what is being done; to be called once. A prover that is only being made ends by itself after that."""
        self.stopped.set()
        while self.piece is not None and self.prover is not None and not self.piece.done():
            self.prover.stop()
            wait([self.piece], timeout=PATIENCE)
        self.threads.shutdown(wait=False, cancel_futures=True)

    def _slice(self, chance: float) -> float:
        self.prover = self.prover or self.make(self.stopped)
        if not self.stopped.is_set():
            self.prover.slice(chance)
        return self.prover.bound
