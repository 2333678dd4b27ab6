"""Proof beside the search: what an answer says hangs on slices of search, never on which of the two is faster."""

import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from threading import Event

import numpy as np
import pytest
from tests.command import ROOT
from tests.roadmap_cases import action, instance, planned, small_case

from twelfth.engines import AnytimePlanner
from twelfth.engines.roadmap.arrays import tasks_of
from twelfth.engines.roadmap.beside import Beside
from twelfth.engines.roadmap.polytope import PolytopeProver
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
    proof = Beside(lambda _stopped: prover)

    bounds = [proof.after(slices, slices / 1000) for slices in range(1, 55)]
    proof.close()
    assert {slices for slices in range(2, 55) if bounds[slices - 1] < bounds[slices - 2]} == {4, 12, 32, 52}
    assert prover.told[:4] == [0.001, 0.004, 0.012, 0.032]


def test_what_is_left_unfinished_is_ended() -> None:
    """A piece that would take a minute does not keep anybody who has an answer."""
    proof = Beside(lambda _stopped: Halver(60.0))
    proof.after(1, 0.1)
    while proof.prover is None:
        time.sleep(0.001)
    begun = time.perf_counter()

    proof.close()
    assert time.perf_counter() - begun < 10


def test_nothing_more_is_proved_when_the_plan_is_the_best() -> None:
    """The bound has come down to the plan: no piece begins after."""
    prover = Halver()
    proof = Beside(lambda _stopped: prover)
    for slices in range(1, 40):
        proof.after(slices, 0.5)
    proof.close()

    assert len(prover.told) == 1


def test_a_mistake_of_the_prover_is_not_swallowed() -> None:
    """It reaches whoever asks for the bound."""

    def broken(_stopped: Event) -> Halver:
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
    for thread in threading.enumerate():
        if thread.name.startswith("proof"):
            thread.join(20)
            assert not thread.is_alive()


def test_the_answers_are_the_same_with_a_prover_that_is_slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a piece of proof takes, the answers after so many slices are equal."""
    case = small_case(3)
    quick = [planned(case, slices=slices) for slices in (3, 5, 13)]
    proved = PolytopeProver.slice

    def slowly(prover: PolytopeProver, chance: float) -> None:
        time.sleep(0.2)
        proved(prover, chance)

    monkeypatch.setattr(PolytopeProver, "slice", slowly)
    assert [planned(case, slices=slices) for slices in (3, 5, 13)] == quick


@pytest.mark.skipif(sys.platform == "win32", reason="signals of another kind")
def test_an_interruption_while_something_is_proved_ends_as_any_other() -> None:
    """The solver has a handler of its own, which off the main thread would abort the process."""
    code = "\n".join(
        (
            "import signal, sys",
            "signal.signal(signal.SIGINT, signal.default_int_handler)",
            "from tests.oracle.test_roadmap_relaxation import wide_case",
            "from twelfth.engines import AnytimePlanner",
            "from twelfth.roadmap import BestChance",
            "try:",
            "    while True:",
            "        for slices, _ in enumerate(AnytimePlanner().improve(wide_case(1), BestChance())):",
            "            print(slices, flush=True)",
            "except KeyboardInterrupt:",
            "    sys.exit(130)",
        )
    )
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=pipe, stderr=pipe) as process:
        assert process.stdout is not None
        for _ in range(8):
            process.stdout.readline()
        process.send_signal(signal.SIGINT)
        try:
            _, err = process.communicate(timeout=60)
        finally:
            process.kill()

    assert process.returncode == 130, err.decode()


def test_a_solver_stopped_before_it_knows_anything_proves_nothing() -> None:
    """It reports 0, which is no bound on scores that reach more."""
    case = instance(*(action(f"a{index}") for index in range(4)), rounds=((9, -2.0),))
    relaxation = relaxation_of(case, tasks_of(case), fine=False)
    stopped = Event()
    programme, one = Programme.of(relaxation, stopped), np.ones(1)

    assert programme.highest(one, effort=1.0) == pytest.approx(2.0)
    assert programme.highest(one, effort=0.0) == np.inf
    stopped.set()
    assert programme.highest(one, effort=1.0) == np.inf
