"""Proof beside the search: what an answer says hangs on slices of search, never on which of the two is faster."""

import time
from dataclasses import dataclass, field
from threading import Event

import numpy as np
import pytest
from tests.roadmap_cases import action, instance

from twelfth.engines import AnytimePlanner
from twelfth.engines.roadmap.arrays import tasks_of
from twelfth.engines.roadmap.beside import Beside
from twelfth.engines.roadmap.programme import Programme
from twelfth.engines.roadmap.relaxation import relaxation_of
from twelfth.roadmap import BestChance


@dataclass
class Halver:
    """Halves its bound with every piece, each of which takes so long."""

    seconds: float = 0.0
    bound: float = 1.0
    told: list[float] = field(default_factory=list)
    stopped: Event = field(default_factory=Event)

    def slice(self, chance: float) -> None:
        self.told.append(chance)
        self.stopped.wait(self.seconds)
        self.bound /= 2

    def stop(self) -> None:
        self.stopped.set()


@pytest.mark.parametrize("seconds", [0.0, 0.05])
def test_a_piece_is_waited_for_at_the_same_slices_however_long_it_takes(seconds: float) -> None:
    """After 4, 12, 32 and 52 slices; each piece is told the best chance there was as it began."""
    prover = Halver(seconds)
    proof = Beside(lambda: prover)

    bounds = [proof.after(slices, slices / 1000) for slices in range(1, 55)]
    proof.close()
    assert {slices for slices in range(2, 55) if bounds[slices - 1] < bounds[slices - 2]} == {4, 12, 32, 52}
    assert prover.told[:4] == [0.001, 0.004, 0.012, 0.032]


def test_what_is_left_unfinished_is_ended() -> None:
    """A piece that would take a minute does not keep anybody who has an answer."""
    proof = Beside(lambda: Halver(60.0))
    proof.after(1, 0.1)
    while proof.prover is None:
        time.sleep(0.001)
    begun = time.perf_counter()

    proof.close()
    assert time.perf_counter() - begun < 10


def test_nothing_more_is_proved_when_the_plan_is_the_best() -> None:
    """The bound has come down to the plan: no piece begins after."""
    prover = Halver()
    proof = Beside(lambda: prover)
    for slices in range(1, 40):
        proof.after(slices, 0.5)
    proof.close()

    assert len(prover.told) == 1


def test_a_mistake_of_the_prover_is_not_swallowed() -> None:
    """It reaches whoever asks for the bound."""

    def broken() -> Halver:
        raise ValueError("no prover")

    proof = Beside(broken)
    proof.after(1, 0.5)
    with pytest.raises(ValueError, match="no prover"):
        proof.after(4, 0.5)
    proof.close()


def test_whoever_stops_asking_leaves_no_thread_behind() -> None:
    """One answer is taken, and no more."""
    answers = AnytimePlanner().improve(instance(action()), BestChance())
    next(answers)

    answers.close()  # type: ignore[attr-defined]


def test_a_solver_stopped_before_it_knows_anything_proves_nothing() -> None:
    """It reports 0, which is no bound on scores that reach more."""
    case = instance(*(action(f"a{index}") for index in range(4)), rounds=((9, -2.0),))
    relaxation = relaxation_of(case, tasks_of(case), fine=False)
    programme, one = Programme.of(relaxation), np.ones(1)

    assert programme.highest(one, effort=1.0) == pytest.approx(2.0)
    assert programme.highest(one, effort=0.0) == np.inf
    programme.stop()
    assert programme.highest(one, effort=1.0) == np.inf
