"""A number that the chance of no plan exceeds: the highest chance within a polytope of scores around all plans.

First each round's own highest score; then, again and again, the highest weighted sum of scores in the direction in
which the chance grows at the best scores that are left. Each is a whole-number programme over the relaxation, and its
proved bound, however early it is stopped, is a side of the polytope.
"""

from dataclasses import dataclass, field

import numpy as np
from ortools.sat.python import cp_model

from twelfth.engines.roadmap.arrays import Floats
from twelfth.engines.roadmap.ceiling import Ceiling, Polytope
from twelfth.engines.roadmap.relaxation import Relaxation

SCALE = 10_000
"""Scores go to the solver in whole ten-thousandths, rounded up."""
ALLOWANCE = 2e-4
"""Added to every bound for interpolation in tables."""
NODES = 80
QUICK, USUAL, SLOW = 0.02, 0.5, 4.0
"""Deterministic seconds of the solver for a cap, for a cut, and at most for one when the cuts repeat themselves."""


@dataclass(slots=True, kw_only=True)
class Prover:
    """Tightens a bound, one side of the polytope at a time. `bound` never rises."""

    relaxation: Relaxation
    ceiling: Ceiling
    low: Floats
    high: Floats
    cuts: list[Floats] = field(default_factory=list)
    most: list[float] = field(default_factory=list)
    bound: float = 1.0
    effort: float = QUICK
    capped: bool = False
    at: Floats = field(init=False)
    programme: cp_model.CpModel = field(init=False)
    columns: list[cp_model.IntVar] = field(init=False)

    def __post_init__(self) -> None:
        self.at = self.high.copy()
        self.programme, self.columns = _programme(self.relaxation)

    @classmethod
    def of(cls, relaxation: Relaxation, sigma: float) -> "Prover":
        """Knowing nothing yet but what each round would be worth with everything at once."""
        reach = relaxation.base + np.maximum(relaxation.gain, 0.0) @ relaxation.most
        ceiling = Ceiling.of(sigma, float(relaxation.base.min()), float(reach.max()), exams=relaxation.exams)
        return cls(relaxation=relaxation, ceiling=ceiling, low=relaxation.base.copy(), high=reach)

    def slice(self, chance: float) -> None:
        """One piece of proof: all the caps at first, then a cut; and the bound, given the chance of a plan."""
        if self.capped:
            self.cut()
        else:
            for k in range(len(self.high)):
                self.cap(k)
            self.capped, self.effort = True, USUAL
        self.rest(chance)

    def cap(self, k: int) -> None:
        """The highest score of one round."""
        direction = np.zeros(len(self.high))
        direction[k] = 1.0
        self.high[k] = min(self.high[k], self._highest(direction))
        self.at = self.high.copy()

    def rest(self, chance: float) -> None:
        """Tell it the chance of a plan: only what is better matters any more, and the bound follows."""
        if self.ceiling.chance(self.high) <= chance:
            self.bound = min(self.bound, chance + ALLOWANCE)
            return
        self.low = np.minimum(np.maximum(self.low, self.ceiling.least(self.high, chance)), self.high)
        cuts = np.array(self.cuts) if self.cuts else np.zeros((0, len(self.high)))
        within = Polytope(low=self.low, high=self.high, cuts=cuts, most=np.array(self.most))
        value, self.at = self.ceiling.highest(within, enough=chance, nodes=NODES)
        self.bound = min(self.bound, value + ALLOWANCE)

    def cut(self) -> None:
        """One more side, in the direction in which the chance grows where it seems highest."""
        direction = self.ceiling.slope(self.at)
        direction = np.where(direction < 0.02 * direction.max(), 0.0, direction / direction.max())
        most = self._highest(direction)
        if self.cuts and any(np.allclose(direction, cut, atol=0.01) for cut in self.cuts):
            self.effort = min(SLOW, 2 * self.effort)
        self.cuts.append(direction)
        self.most.append(most)

    def _highest(self, direction: Floats) -> float:
        """No less than the highest direction @ M of any plan."""
        worth = np.ceil(np.round(SCALE * (direction @ self.relaxation.gain), 6)).astype(int)
        self.programme.maximize(_sum(self.columns, {int(i): int(worth[i]) for i in np.flatnonzero(worth)}))
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = 1
        solver.parameters.linearization_level = 2
        solver.parameters.max_deterministic_time = self.effort
        solver.solve(self.programme)
        return float(direction @ self.relaxation.base + solver.best_objective_bound / SCALE)


def _programme(relaxation: Relaxation) -> tuple[cp_model.CpModel, list[cp_model.IntVar]]:
    """The rows of the relaxation and its columns, with nothing to maximise yet."""
    model = cp_model.CpModel()
    columns = [model.new_int_var(0, int(most), "") for most in relaxation.most]
    for row, most in relaxation.rows:
        if most == 1 and all(one == 1 for one in row.values()):
            model.add_at_most_one(columns[column] for column in row)
        else:
            model.add(_sum(columns, row) <= most)
    return model, columns


def _sum(columns: list[cp_model.IntVar], row: dict[int, int]) -> cp_model.LinearExprT:
    return cp_model.LinearExpr.weighted_sum([columns[column] for column in row], list(row.values()))
