"""The checker and the chance against the independent referee, on random instances and plans good and bad."""

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from tests.roadmap_cases import some_plan

from twelfth.roadmap import Action, Calendar, Instance, RoundAhead, chance, violations

REFEREE = Path(__file__).parents[3] / "shared" / "bench" / "roadmap_referee.py"
pytestmark = pytest.mark.skipif(not REFEREE.exists(), reason="the referee is beside a checkout in development only")


@pytest.fixture(scope="module")
def referee() -> ModuleType:
    spec = importlib.util.spec_from_file_location("roadmap_referee", REFEREE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def instance_of(told: dict[str, Any]) -> Instance:
    return Instance(
        calendar=Calendar(hours=tuple(told["hours"]), money=tuple((week, money) for week, money in told["money"])),
        rounds=tuple(RoundAhead(**one) for one in told["rounds"]),
        actions=tuple(Action(**(one | {"after": tuple(one["after"])})) for one in told["actions"]),
        sigma=told["sigma"],
    )


@pytest.mark.parametrize("seed", range(12))
def test_plans_are_judged_as_the_referee_judges_them(referee: ModuleType, seed: int) -> None:
    rng = np.random.default_rng([seed, 4])
    told = referee.make(int(rng.integers(4, 30)), int(rng.integers(2, 8)), 9000 + seed, sigma=float(seed % 3) / 2)
    case, judged = instance_of(told), False
    for _ in range(12):
        plan = some_plan(case, rng)
        work = {name: [list(pair) for pair in weeks] for name, weeks in plan.work.items()}
        bad, ends = referee.violations(told, work)
        assert bool(violations(case, plan)) == bool(bad), (violations(case, plan), bad)
        if not bad and not judged:
            judged = True
            assert chance(case, ends) == pytest.approx(referee.chance(told, ends), abs=3e-4)


def test_both_kinds_of_plans_are_met(referee: ModuleType) -> None:
    """The random plans above are neither all good nor all bad."""
    met = set()
    for seed in range(6):
        case = instance_of(referee.make(20, 4, 9000 + seed))
        met |= {bool(violations(case, some_plan(case, np.random.default_rng([seed, i])))) for i in range(6)}
    assert met == {True, False}
