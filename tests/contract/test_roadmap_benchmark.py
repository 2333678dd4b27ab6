"""The roadmap benchmark's promises: a peer's plan can be done, wins are counted right, its mix is that of its seed."""

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from roadmap_cpsat import WISHES, cpsat_work, rates_of, runs_of
from roadmap_duel import OURS, summary
from roadmap_greedy import greedy_by_gain
from roadmap_instances import HERE, keep_piece, kept_piece, read
from roadmap_judged import drawn
from twelfth.roadmap import Plan, chance, check

ALONE = ("roadmap_pyjobshop",)
"""Run by an interpreter of its own, which has what it needs."""
PLAIN: dict[str, Any] = {
    "hours": 12, "min_hours_week": 2, "max_hours_week": 6, "min_weeks": 4, "cost": 0, "effect": 1.0, "after": [],
    "group": None, "valid_weeks": None, "pass_probability": 1.0, "retry_weeks": None, "renews": None,
}  # fmt: skip
EXAM = {"pass_probability": 0.6, "retry_weeks": 3}


def told() -> dict[str, Any]:
    """Pauses, weeks of few hours, money in two parts, what comes before what, a group, exams, a renewal."""
    hours = [8] * 10 + [0] * 3 + [4] * 8 + [8] * 19
    changes = (
        {"id": "first", "cost": 60},
        {"id": "second", "after": ["first"], "cost": 60},
        {"id": "short", "hours": 5, "valid_weeks": 12, "effect": 0.6},
        {"id": "again", "hours": 3, "valid_weeks": 12, "effect": 0.6, "after": ["short"], "renews": "short"},
        {"id": "one", "group": "g", "hours": 7, **EXAM},
        {"id": "other", "group": "g", "hours": 9, "effect": 1.4},
        {"id": "late", "after": ["one"], "hours": 4},
    )
    return {
        "schema": "twelfth/roadmap-instance@1",
        "weeks": len(hours),
        "hours": hours,
        "money": [[0, 70], [20, 70]],
        "sigma": 0.5,
        "rounds": [{"week": 15, "base_logit": -3.0}, {"week": 38, "base_logit": -2.5}],
        "actions": [PLAIN | change for change in changes],
    }


@pytest.mark.parametrize("name", sorted(one.stem for one in HERE.glob("roadmap_*.py") if one.stem not in ALONE))
def test_every_roadmap_benchmark_finds_what_it_imports(name: str) -> None:
    """One that is not run in the tests may call what has moved."""
    import_module(name)


@pytest.mark.parametrize("wish", WISHES)
@pytest.mark.parametrize("core", [True, False])
def test_what_cp_sat_plans_can_be_done(wish: str, core: bool) -> None:
    """In calendar weeks and whole hours, by the core's own checker, and it is worth more than doing nothing."""
    instance = read(told())

    plan = Plan.of(cpsat_work(told(), 1.0, wish, core=core))

    check(instance, plan)
    assert chance(instance, plan.completions(instance.by_id)) > chance(instance, {}) + 0.05


def test_greedy_by_gain_adds_what_gains() -> None:
    """Its plan can be done, brings what comes before along, and is worth more than doing nothing."""
    instance = read(told())

    plan = greedy_by_gain(instance)

    check(instance, plan)
    assert {"first", "second"} <= set(plan.work)
    assert chance(instance, plan.completions(instance.by_id)) > chance(instance, {}) + 0.05


def test_a_rate_is_the_least_of_those_as_fast() -> None:
    """12 hours at 6 a week or fewer: the fastest, the slowest, one between; what does not fit is left out."""
    assert rates_of(PLAIN, 8, 40) == [(6, 2), (3, 4), (2, 6)]
    assert rates_of(PLAIN, 8, 2) == [(6, 2)]


def test_runs_are_stretches_of_the_same_hours() -> None:
    """First week, one past the last, hours."""
    assert list(runs_of([8, 8, 4, 8])) == [(0, 2, 8), (2, 3, 4), (3, 4, 8)]


def test_a_duel_counts_who_is_ahead_level_and_behind() -> None:
    """Twelfth's lead over another method, by mark; chances within the referee's own noise are level."""
    pairs = [(0.5, 0.4), (0.5, 0.50005), (0.5, 0.51)]
    instances = [{"exams": False, "chances": {OURS: [ours], "greedy": [other]}} for ours, other in pairs]

    row = next(one for one in summary(instances, [1.0]) if one["instances"] == "all")

    assert (row["ahead"], row["level"], row["of"]) == (1, 1, 3)
    assert row["worst"] == pytest.approx(-0.01)
    assert row["most"] == pytest.approx(0.1)


def test_the_mix_hangs_on_its_seed_alone() -> None:
    """An instance at a place is the same in every run, and no two places share a seed."""
    assert drawn(3, 1) == drawn(3, 1)
    assert len({drawn(place, 1)["seed"] for place in range(50)}) == 50
    assert len({drawn(place, 1)["actions"] for place in range(50)}) > 4


def test_a_piece_is_found_again(tmp_path: Path) -> None:
    """A run that was ended goes on where it was."""
    assert kept_piece(tmp_path, "one") is None
    keep_piece(tmp_path, "one", {"chances": [0.5]})
    assert kept_piece(tmp_path, "one") == {"chances": [0.5]}
