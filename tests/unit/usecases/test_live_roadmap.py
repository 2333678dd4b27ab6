"""Living a roadmap: what is checked before, what reaches the simulator, and what stands beside its answer."""

import numpy as np
import pytest
from tests.roadmap_cases import action, instance
from tests.roadmap_planners import Keeping, Shelf

from twelfth.base import InvalidInput
from twelfth.roadmap import Causes, Instance, Lives, Plan, chance, simulate
from twelfth.usecases import Ground, file_ground, live_roadmap
from twelfth.usecases.plans.live_roadmap import LIVES

CASE = instance(action())
DONE = Plan.of({"a": [(0, 2), (1, 2)]})


class Few:
    """Lives a hundred lives, and remembers what was asked."""

    def live(
        self, instance: Instance, plan: Plan, *, lives: int, seed: int, causes: Causes, unseen: object = None
    ) -> Lives:
        self.asked = (lives, seed, causes)
        return simulate(instance, plan, rng=np.random.default_rng(seed), lives=100, causes=causes)


def test_as_many_lives_as_asked_for_reach_the_simulator() -> None:
    simulator, causes = Few(), Causes(overrun=0.2)
    answer = live_roadmap(
        Ground(instance=CASE, given=DONE),
        planner=Keeping(),
        simulator=simulator,
        causes=causes,
        lives=7,
        seed=3,
    )

    assert simulator.asked == (7, 3, causes)
    assert (answer.seed, answer.weeks, answer.lives.causes) == (3, 10, causes)


def test_without_a_number_it_is_a_million() -> None:
    simulator = Few()
    live_roadmap(Ground(instance=CASE, given=DONE), planner=Keeping(), simulator=simulator, causes=Causes())

    assert simulator.asked[0] == LIVES == 1_000_000


def test_beside_the_lives_stands_the_plan_as_it_is() -> None:
    """And doing nothing, both worked out exactly."""
    answer = live_roadmap(
        Ground(instance=CASE, given=DONE), planner=Keeping(), simulator=Few(), causes=Causes(overrun=1.0)
    )

    assert answer.as_planned == chance(CASE, {"a": 2})
    assert answer.idle == chance(CASE, {})


def test_a_plan_that_cannot_be_done_is_refused_with_every_rule_it_breaks() -> None:
    shelf = Shelf(CASE, {"unknown": Plan.of({"a": [(0, 3)], "b": [(1, 1)]}), "short": Plan.of({"a": [(0, 3)]})})
    with pytest.raises(InvalidInput, match="b: no such action"):
        file_ground("i", instances=shelf, plan_file="unknown")
    with pytest.raises(InvalidInput) as told:
        file_ground("i", instances=shelf, plan_file="short")

    assert len(told.value.problems) == 2


@pytest.mark.parametrize(
    ("field", "value"),
    [("overrun", -0.1), ("overrun", 2.1), ("slips", 0.6), ("slips", float("nan")), ("bar", float("inf"))],
)
def test_causes_out_of_bounds_are_refused(field: str, value: float) -> None:
    with pytest.raises(InvalidInput, match=field):
        Causes(**{field: value})


@pytest.mark.parametrize("lives", [0, -1, 10**9 + 1])
def test_no_life_and_too_many_are_refused(lives: int) -> None:
    with pytest.raises(InvalidInput, match="lives"):
        simulate(CASE, DONE, rng=np.random.default_rng(0), lives=lives)
