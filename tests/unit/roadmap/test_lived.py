"""A plan lived on where something changed: in its own order, never with more than there is."""

from dataclasses import replace

import numpy as np
import pytest
from tests.roadmap_cases import action, instance, small_case, some_plan

from twelfth.roadmap import Plan, lived, overrun, scaled, violations, with_hours, with_money


@pytest.mark.parametrize("start", range(0, 60, 20))
def test_where_nothing_changed_a_plan_is_lived_as_it_is(start: int) -> None:
    met = 0
    for seed in range(start, start + 20):
        case = small_case(seed)
        rng = np.random.default_rng([seed, 2])
        for plan in (some_plan(case, rng) for _ in range(30)):
            if not violations(case, plan):
                assert lived(case, plan) == plan
                met += bool(plan.work)
    assert met > 20


@pytest.mark.parametrize("start", range(0, 60, 20))
def test_whatever_changed_what_is_lived_can_be_done(start: int) -> None:
    """Longer work, fewer hours, less money; and nothing is done that the plan does not hold."""
    less = 0
    for seed in range(start, start + 20):
        case = small_case(seed)
        rng = np.random.default_rng([seed, 3])
        for plan in (some_plan(case, rng) for _ in range(20)):
            if violations(case, plan):
                continue
            for other in (overrun(case, 0.3), scaled(case, "hours", 1, 2), with_hours(case, 1), with_money(case, 2)):
                kept = lived(other, plan)
                assert violations(other, kept) == ()
                assert kept.work.keys() <= plan.work.keys()
                less += len(kept.work) < len(plan.work)
    assert less > 5


def test_what_takes_longer_pushes_what_comes_after_it() -> None:
    """Six hours instead of four: two more weeks of one hour each beside what is planned there, and b waits."""
    case = instance(action("a"), action("b", after=("a",)), hours=2)
    plan = Plan.of({"a": [(0, 2), (1, 2)], "b": [(2, 2), (3, 2)]})

    assert lived(overrun(case, 0.5), plan).work == {
        "a": ((0, 2), (1, 2), (2, 2)),
        "b": ((3, 2), (4, 2), (5, 2)),
    }


def test_what_is_not_complete_by_the_horizon_is_left_out() -> None:
    case = instance(action("a"), action("b"), hours=2, weeks=4)
    plan = Plan.of({"a": [(0, 2), (1, 2)], "b": [(2, 2), (3, 2)]})

    assert lived(overrun(case, 0.3), plan).work.keys() == {"a"}


def test_nothing_begins_before_its_planned_week() -> None:
    """However many hours there are."""
    case = instance(action("a", max_hours_week=4), hours=8)

    assert lived(case, Plan.of({"a": [(5, 4)]})).work == {"a": ((5, 4),)}


def test_a_limit_of_all_hours_is_kept() -> None:
    case = instance(action("a"), action("b"))
    case = replace(case, calendar=replace(case.calendar, most_hours=6))
    plan = Plan.of({"a": [(0, 2), (1, 2)], "b": [(0, 2), (1, 2)]})

    assert lived(case, plan).work.keys() == {"a"}
