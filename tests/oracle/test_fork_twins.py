"""What can still be done from a week on, against every way of going on from the state of that week."""

from dataclasses import replace

import numpy as np
import pytest
from tests.roadmap_cases import small_case, some_plan

from twelfth.roadmap import Ahead, Instance, Plan, ahead_of, completions_of, violations
from twelfth.roadmap.exhaustive import Standing, _weeks_after

Ends = tuple[tuple[str, int], ...]


def ways_on(case: Instance, plan: Plan, past: Plan, week: int) -> set[Ends]:
    """Completions of every plan whose work before the week is that of the past; what was begun may be given up."""
    state = []
    for one in case.in_order:
        weeks = past.work.get(one.id, ())
        left = one.hours - sum(hours for _, hours in weeks)
        state.append(Standing(left, weeks[0][0] if weeks else -1, plan.completion(one) if left == 0 else -1))
    states = {tuple(state)}
    for at in range(week, case.weeks):
        states |= {after for one in states for after in _weeks_after(case, case.in_order, one, at)}
    return {
        tuple(
            sorted(
                (one.id, each.complete) for one, each in zip(case.in_order, ended, strict=True) if each.complete >= 0
            )
        )
        for ended in states
        if all(each.complete >= 0 or each.first < week for each in ended)
    }


def ways_ahead(ahead: Ahead) -> set[Ends]:
    """The same by the instance of what can still be done, where every block stands."""
    blocks = {ahead.waiting, *(name for name, left in ahead.left.items() if not left)}
    found = (dict(ends) for ends in completions_of(ahead.instance))
    return {
        tuple(sorted((name, week) for name, week in ends.items() if name != ahead.waiting))
        for ends in found
        if blocks <= ends.keys()
    }


@pytest.mark.parametrize("start", range(0, 60, 20))
def test_whatever_can_still_be_done_is_what_goes_on_from_the_state_of_the_week(start: int) -> None:
    """Neither more nor less, where no action takes weeks of waiting: prerequisites, groups, money, renewals and all."""
    met = 0
    for seed in range(start, start + 20):
        case = small_case(seed)
        case = replace(case, actions=tuple(replace(one, min_weeks=1) for one in case.actions))
        rng = np.random.default_rng([seed, 8])
        plans = [plan for plan in (some_plan(case, rng) for _ in range(12)) if plan.work and not violations(case, plan)]
        for plan in plans[:3]:
            week = int(rng.integers(1, case.weeks))
            ahead = ahead_of(case, plan, week)
            expected = ways_on(case, plan, ahead.past, week)
            assert ways_ahead(ahead) == expected, (seed, plan, week)
            met += len(expected) > 2
    assert met > 5
