"""The relaxation as a whole-number programme, asked again and again for its highest weighted sum of scores.

The proved bound of the solver, however early it is stopped, is a side of the polytope of scores.
"""

from dataclasses import dataclass
from threading import Event

import numpy as np
from ortools.sat.python import cp_model

from twelfth.engines.roadmap.arrays import Floats
from twelfth.engines.roadmap.relaxation import Relaxation

SCALE = 10_000
"""Scores go to the solver in whole ten-thousandths, rounded up."""
AGAIN, ROWS = 6, 3
"""It is solved so many times at most for one side, each time with so many rows more that its last solution breaks."""
FIRST = 0.3
"""Of the effort, for each of these; all of it for the search of a bound that follows where the best is not proved."""


@dataclass(slots=True, kw_only=True)
class Programme:
    """The rows of a relaxation and its columns, and rows of its energy as they are found broken. spent: deterministic
    seconds of the solver."""

    relaxation: Relaxation
    model: cp_model.CpModel
    columns: list[cp_model.IntVar]
    stopped: Event
    solver: cp_model.CpSolver | None = None
    spent: float = 0.0

    @classmethod
    def of(cls, relaxation: Relaxation, stopped: Event) -> "Programme":
        """With nothing to maximise yet. stopped: once it is set, nothing more is proved."""
        model = cp_model.CpModel()
        columns = [model.new_int_var(0, int(most), "") for most in relaxation.most]
        for row, most in relaxation.rows:
            if most == 1 and all(one == 1 for one in row.values()):
                model.add_at_most_one(columns[column] for column in row)
            else:
                model.add(_sum(columns, row) <= most)
        return cls(relaxation=relaxation, model=model, columns=columns, stopped=stopped)

    def highest(self, direction: Floats, *, effort: float) -> float:
        """No less than the highest direction @ M of any plan; infinite where the solver proves nothing.

        effort: its deterministic seconds for the search of a bound; up to twice as many go to solutions before it.
        """
        worth = np.ceil(np.round(SCALE * (direction @ self.relaxation.gain), 6)).astype(int)
        self.model.maximize(_sum(self.columns, {int(i): int(worth[i]) for i in np.flatnonzero(worth)}))
        most, settled = np.inf, False
        for _ in range(AGAIN):
            solved, bound = self._solved(FIRST * effort)
            most = min(most, bound)
            if not self._tightened(solved):
                settled = solved is not None and solved.objective_value >= bound
                break
        if not settled:
            most = min(most, self._solved(effort, by_bound=True)[1])
        return float(direction @ self.relaxation.base + most / SCALE)

    def stop(self) -> None:
        """End what is being solved; to be said again until it has ended."""
        if self.solver is not None:
            self.solver.stop_search()

    def _solved(self, effort: float, *, by_bound: bool = False) -> tuple[cp_model.CpSolver | None, float]:
        """A solver with a solution, if it found one, and what it proved. by_bound: search for a bound alone.

        A solver that is stopped before it has either says 0, which is then no bound.
        """
        if self.stopped.is_set():
            return None, np.inf
        self.solver = solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = 1
        solver.parameters.linearization_level = 2
        solver.parameters.max_deterministic_time = effort
        solver.parameters.optimize_with_lb_tree_search = by_bound
        solver.parameters.catch_sigint_signal = False  # off the main thread its own handler aborts the process
        found = solver.solve(self.model) in (cp_model.OPTIMAL, cp_model.FEASIBLE)
        self.spent += solver.response_proto.deterministic_time
        proved = solver.best_objective_bound if found else solver.best_objective_bound or np.inf
        return solver if found else None, proved

    def _tightened(self, solver: cp_model.CpSolver | None) -> bool:
        """Whether there are hours that must be worked between two weeks and that the solution, if there is one, has no
        room for; their rows are added."""
        if solver is None:
            return False
        energy = self.relaxation.energy
        held = np.array([solver.value(column) for column in self.columns[: len(energy.hours)]], dtype=np.int64)
        broken = energy.broken(np.flatnonzero(held), most=ROWS)
        for since, until in broken:
            row, have = energy.row(since, until)
            self.model.add(_sum(self.columns, row) <= have)
        return bool(broken)


def _sum(columns: list[cp_model.IntVar], row: dict[int, int]) -> cp_model.LinearExprT:
    return cp_model.LinearExpr.weighted_sum([columns[column] for column in row], list(row.values()))
