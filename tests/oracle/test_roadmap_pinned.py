"""What is pinned and what may not begin before a week: the planner against the exhaustive twin, on random small
cases."""

from dataclasses import replace

import numpy as np
import pytest
from tests.roadmap_cases import action, instance, small_case, some_plan

from twelfth.base import InvalidInput
from twelfth.engines import AnytimePlanner, AnytimeRedrawer
from twelfth.roadmap import (
    BestChance,
    Instance,
    Least,
    Plan,
    Replan,
    best,
    chance,
    completions_of,
    pinned_plan,
    unbound,
    violations,
)


def wished(seed: int) -> Instance | None:
    """A small case with one of its actions pinned as some plan has it, with what it needs, and another held back."""
    case, rng = small_case(seed), np.random.default_rng([seed, 9])
    for plan in (some_plan(case, rng) for _ in range(60)):
        if plan.work and not violations(case, plan):
            name = str(rng.choice(sorted(plan.work)))
            order = [one.id for one in case.in_order]
            line = {order[at] for at in case.lines[order.index(name)]}
            actions = [replace(one, pinned=plan.work[one.id]) if one.id in line else one for one in case.actions]
            late = int(rng.integers(1, 4))
            return replace(case, actions=tuple(one if one.pinned else replace(one, not_before=late) for one in actions))
    return None


@pytest.mark.parametrize("start", range(0, 60, 15))
def test_the_planner_keeps_what_is_pinned_and_is_as_good_as_the_twin(start: int) -> None:
    """No plan leaves that moves a pin or begins too early; none is above the twin's best, and most reach it."""
    reached, asked = 0, 0
    for seed in range(start, start + 15):
        case = wished(seed)
        if case is None:
            continue
        twin = best(case, BestChance())
        assert twin is not None
        answers = AnytimePlanner().improve(case, BestChance(), seed=1)
        found = next(answers)
        for _ in range(2):
            found = next(answers, found)
        answers.close()  # type: ignore[attr-defined]
        asked += 1
        assert violations(case, found.best.plan) == ()
        assert {name: found.best.plan.work[name] for name in pinned_plan(case).work} == pinned_plan(case).work
        assert found.best.chance <= twin[0] + 1e-9
        assert found.best.bound >= twin[0] - 5e-4
        reached += found.best.chance >= twin[0] - 1e-4
    assert asked >= 5
    assert reached >= asked - 1


@pytest.mark.parametrize("start", range(0, 30, 10))
def test_whatever_the_checker_passes_the_twin_has_found_with_pins(start: int) -> None:
    """Random plans that obey the wishes end in completions that the twin lists."""
    passed = 0
    for seed in range(start, start + 10):
        case = wished(seed)
        if case is None:
            continue
        listed, rng = completions_of(case), np.random.default_rng([seed, 5])
        for plan in (some_plan(unbound(case), rng) for _ in range(60)):
            with_pins = Plan({**plan.work, **pinned_plan(case).work})
            if not violations(case, with_pins):
                passed += 1
                assert tuple(sorted(with_pins.completions(case.by_id).items())) in listed
    assert passed > 10


def test_a_plan_that_moves_a_pin_or_begins_too_early_is_refused() -> None:
    """The checker names both."""
    case = instance(action("a", pinned=((2, 2), (3, 2))), action("b", not_before=4))
    plan = Plan.of({"a": [(3, 2), (4, 2)], "b": [(1, 2), (2, 2)]})

    assert violations(case, plan) == (
        "b: starts in week 1, not to be worked before week 4",
        "a: its work is not what it was pinned to",
    )
    assert violations(case, Plan()) == ("a: its work is not what it was pinned to",)


def test_pins_that_cannot_be_done_together_are_refused_at_once() -> None:
    """Two that need the same hours; and the least is not asked for with a pin."""
    both = [action(name, pinned=((0, 2), (1, 2))) for name in ("a", "b")]

    with pytest.raises(InvalidInput, match="week 0: 4 h planned, 3 h there are"):
        next(AnytimePlanner().improve(instance(*both, hours=3), BestChance()))
    with pytest.raises(InvalidInput, match="nothing where the least is asked for"):
        next(AnytimePlanner().improve(instance(*both), Least("weeks", 0.3)))
    with pytest.raises(InvalidInput, match="nothing where an old plan is kept"):
        next(AnytimeRedrawer().redraw(instance(*both), Replan(old=Plan())))


def test_where_all_is_pinned_the_plan_is_told_at_once() -> None:
    """There is nothing to search for, and the plan is its own bound."""
    case = instance(action("a", pinned=((2, 2), (3, 2))))
    (found,) = AnytimePlanner().improve(case, BestChance())

    assert found.best.plan == pinned_plan(case)
    assert found.best.chance == found.best.bound == chance(case, {"a": 4})
