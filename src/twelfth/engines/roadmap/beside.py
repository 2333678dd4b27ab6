"""Proof beside the search, on a thread of its own.

A piece of proof begins and is waited for after a fixed number of slices of search, however long either takes, so that
an answer depends on work alone. While compiled code searches, the solver proves on another core.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Protocol

FIRST, SECOND, NEXT = 4, 12, 20
"""Slices of search at whose end the first two pieces of proof are waited for, and from there to that of each other."""


class Prover(Protocol):
    """Whatever lowers a bound piece by piece."""

    bound: float

    def slice(self, chance: float) -> None:
        """One piece more, given the chance of a plan."""

    def stop(self) -> None:
        """End the piece that is being done; nothing is asked of it after."""


@dataclass(slots=True)
class Beside:
    """A prover on its own thread, from when it is first made use of until `close`. bound: proved by now."""

    make: Callable[[], Prover]
    bound: float = 1.0
    threads: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, thread_name_prefix="proof"))
    prover: Prover | None = None
    piece: "Future[float] | None" = None

    def after(self, slices: int, chance: float) -> float:
        """The bound after so many slices of search, the best plan of which has this chance."""
        if slices == 1:
            self.piece = self.threads.submit(self._slice, chance)
        elif self.piece is not None and (slices == FIRST or (slices >= SECOND and (slices - SECOND) % NEXT == 0)):
            self.bound = self.piece.result()
            self.piece = self.threads.submit(self._slice, chance) if self.bound > chance else None
        return self.bound

    def close(self) -> None:
        """End what is being done; to be called once."""
        if self.prover is not None:
            self.prover.stop()
        self.threads.shutdown(cancel_futures=True)

    def _slice(self, chance: float) -> float:
        self.prover = self.prover or self.make()
        self.prover.slice(chance)
        return self.prover.bound
