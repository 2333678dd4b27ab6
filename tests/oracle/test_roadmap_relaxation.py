"""The relaxations behind a bound: no plan that can be done breaks a row of them, nor is worth more than they say."""

from dataclasses import replace

import numpy as np
import pytest
from tests.roadmap_cases import action, busy_case, full_plan, instance, small_case, some_plan

from twelfth.engines.roadmap.arrays import names_of, tasks_of
from twelfth.engines.roadmap.ceiling import Ceiling
from twelfth.engines.roadmap.polytope import ALLOWANCE
from twelfth.engines.roadmap.relaxation import Relaxation, relaxation_of
from twelfth.roadmap import Calendar, Instance, Plan, RoundAhead, chance, violations


def wide_case(seed: int) -> Instance:
    """A busy case whose actions cost money, which comes in parts smaller than some of them; some of them expire."""
    rng, busy = np.random.default_rng([seed, 9]), busy_case(seed)
    actions = tuple(
        replace(
            one,
            cost=int(rng.integers(0, 30)) if rng.random() < 0.6 else 0,
            effect=round(float(rng.uniform(0.1, 1.0)), 2),
            valid_weeks=int(rng.integers(10, 40)) if rng.random() < 0.3 else None,
        )
        for one in busy.actions
    )
    return Instance(
        calendar=Calendar(hours=busy.calendar.hours, money=tuple((week, 14) for week in range(0, 60, 12))),
        rounds=tuple(RoundAhead(week=week, base_logit=-3.0) for week in (20, 40, 59)),
        actions=actions,
        sigma=1.0,
    )


def columns_of(relaxation: Relaxation, case: Instance, plan: Plan) -> list[int]:
    """The window of each action of a plan that is complete in time to count; never more than one."""
    done, found = plan.completions(case.by_id), []
    for index, name in enumerate(names_of(case)):
        if name not in done:
            continue
        begun = plan.first(case.by_id[name])
        held = [
            column
            for column, one in enumerate(relaxation.windows)
            if one.action == index and one.since <= begun <= one.until and one.first <= done[name] <= one.last
        ]
        assert len(held) <= 1
        assert held or done[name] > max((one.week for one in case.rounds), default=0)
        found += held
    return found


def plans_of(case: Instance, seed: int) -> list[Plan]:
    rng = np.random.default_rng([seed, 5])
    tried = [make(case, rng) for make in (full_plan, some_plan) for _ in range(8)]
    return [one for one in tried if one.work and not violations(case, one)]


@pytest.mark.parametrize("fine", [False, True])
def test_a_plan_breaks_no_row_and_needs_no_more_hours_than_there_are(fine: bool) -> None:
    """The rows stated and those of every two weeks hold, and what the scores are worth is no less than the chance."""
    met = 0
    for seed in range(60):
        case = wide_case(seed) if seed % 2 else small_case(seed)
        if not case.last_week:
            continue
        relaxation = relaxation_of(case, tasks_of(case), fine=fine)
        reach = relaxation.base + np.maximum(relaxation.gain, 0.0) @ relaxation.most
        ceiling = Ceiling.of(case.sigma, relaxation.base.min(), reach.max(), exams=relaxation.exams)
        for plan in plans_of(case, seed):
            columns = columns_of(relaxation, case, plan)
            held = np.zeros(len(relaxation.most), dtype=np.int64)
            held[columns] = 1
            for row, most in relaxation.rows:
                told = sum(one * held[column] for column, one in row.items())
                assert told <= most
                for column in (one for one in row if one >= len(relaxation.windows)):  # of a trait that was renewed
                    held[column] = min(relaxation.most[column], most - told)
            assert relaxation.energy.broken(np.array(columns, dtype=np.int64), most=1) == []
            met += 1
            scores = relaxation.base + relaxation.gain @ held
            assert ceiling.chance(scores) + ALLOWANCE >= chance(case, plan.completions(case.by_id))
    assert met > 100


def test_what_cannot_have_begun_before_needs_its_hours_after() -> None:
    """Both wait for money that comes in week 10, and take all of six weeks with four hours: the hours up to week 16 are
    enough for both, and those from week 10 on for one."""
    late = [action(name, hours=24, max_hours_week=4, cost=5) for name in ("a", "b")]
    case = instance(*late, weeks=30, hours=4, money=((0, 0), (10, 10)), rounds=((16, -2.0), (29, -2.0)))
    relaxation = relaxation_of(case, tasks_of(case), fine=False)
    first = [column for column, one in enumerate(relaxation.windows) if one.last == 16]

    assert len(first) == 2
    assert (10, 16) in relaxation.energy.broken(np.array(first), most=1)
    row, have = relaxation.energy.row(10, 16)
    assert (row[first[0]], row[first[1]], have) == (24, 24, 24)


def test_what_costs_more_than_comes_at_once_is_told_apart_by_when_it_begins() -> None:
    """Ten come every ten weeks. Whoever pays for `a`, which takes two arrivals, and `b` too cannot begin both before
    week 30; to tell them apart takes the fine windows."""
    both = [action(name, hours=20, max_hours_week=4, cost=15) for name in ("a", "b")]
    money = tuple((week, 10) for week in range(0, 60, 10))
    case = instance(*both, weeks=60, hours=8, money=money, rounds=((25, -2.0), (59, -2.0)))
    coarse, fine = (relaxation_of(case, tasks_of(case), fine=one) for one in (False, True))

    assert {one.since for one in coarse.windows} == {10}
    assert {one.since for one in fine.windows} == {10, 20, 30, 40, 50}


def test_money_that_comes_every_week_does_not_fill_the_memory() -> None:
    """What costs more than a week's money is told apart by twelve arrivals at most, not by all 300; and what comes in
    the first week counts as an arrival, so that nothing is dear of which two could be paid at once."""
    weekly = tuple((week, 5) for week in range(300))
    dear = instance(action(hours=20, cost=100), weeks=300, money=weekly, rounds=((299, -2.0),))
    paid = instance(action(hours=20, cost=100), weeks=300, money=((0, 200), *weekly[1:]), rounds=((299, -2.0),))
    windows = [relaxation_of(case, tasks_of(case), fine=True).windows for case in (dear, paid)]

    assert 10 <= len({one.since for one in windows[0]}) <= 13
    assert {one.since for one in windows[1]} == {0}


def test_windows_end_where_something_that_needs_them_would_begin() -> None:
    """`b` takes five weeks before the round of week 20, so that `a` counts for it only if complete by week 15."""
    first = action("a", hours=20, max_hours_week=4)
    then = action("b", hours=20, max_hours_week=4, after=("a",))
    case = instance(first, then, weeks=30, rounds=((20, -2.0), (29, -2.0)))
    tasks = tasks_of(case)
    own = {
        fine: {one.last for one in relaxation_of(case, tasks, fine=fine).windows if one.action == 0}
        for fine in (False, True)
    }

    assert 15 not in own[False]
    assert 15 in own[True]
