"""When actions are complete where they take more or fewer hours than planned: by hand, by law, and against a life lived
hour by hour."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.roadmap_cases import action, busy_case, full_plan, instance, small_case, some_plan

from twelfth.roadmap import Calendar, Instance, Plan, chosen_of, finished, violations

LAW = settings(max_examples=150, deadline=None)


def weeks(case: Instance, plan: Plan, *factors: float) -> list[float]:
    return [float(one[0]) for one in finished(case, plan, np.array(factors)[:, None])]


def feasible(seed: int) -> tuple[Instance, Plan] | None:
    """Half of them small with every rule, half longer with much that waits for something."""
    rng = np.random.default_rng([seed, 6])
    if seed % 2:
        case = busy_case(seed)
        return case, full_plan(case, rng)
    case = small_case(seed)
    plans = (some_plan(case, rng) for _ in range(40))
    found = next((plan for plan in plans if plan.work and not violations(case, plan)), None)
    return None if found is None else (case, found)


def test_more_hours_than_planned_take_the_hours_that_are_free() -> None:
    """Four hours in weeks 0 and 1 become six; the calendar has four a week, the action takes at most two."""
    case, plan = instance(action()), Plan.of({"a": [(0, 2), (1, 2)]})

    assert weeks(case, plan, 1.0) == [2]
    assert weeks(case, plan, 1.5) == [3]
    assert weeks(case, plan, 2.01) == [5]


def test_fewer_hours_finish_nothing_earlier() -> None:
    assert weeks(instance(action()), Plan.of({"a": [(0, 2), (1, 2)]}), 0.1) == [2]


def test_what_one_leaves_free_catches_up_with_another() -> None:
    """Both fill the calendar; b is done late by what a takes more, and not if a takes less by as much."""
    case = instance(action("a", max_hours_week=4), action("b", max_hours_week=4), weeks=10, hours=2)
    plan = Plan.of({"a": [(0, 2), (1, 2)], "b": [(2, 2), (3, 2)]})

    assert weeks(case, plan, 1.5, 1.0) == [3, 5]
    assert weeks(case, plan, 0.5, 1.5) == [2, 5]
    assert weeks(case, plan, 1.5, 0.5) == [3, 4]


def test_no_work_is_done_before_the_week_it_is_planned_for() -> None:
    """Spare hours before an action starts do not help it."""
    case = instance(action(max_hours_week=4), weeks=10, hours=2)

    assert weeks(case, Plan.of({"a": [(5, 2), (6, 2)]}), 1.5) == [8]


def test_an_action_waits_for_what_comes_before_it() -> None:
    """There are hours enough for both at once, but b starts when a is complete, and then takes its weeks."""
    case = instance(action("a"), action("b", after=("a",), min_weeks=3), weeks=12, hours=20)
    plan = Plan.of({"a": [(0, 2), (1, 2)], "b": [(2, 2), (3, 2)]})

    assert weeks(case, plan, 1.0, 1.0) == [2, 5]
    assert weeks(case, plan, 2.0, 1.0) == [4, 7]
    assert weeks(case, plan, 20.0, 1.0) == [np.inf, np.inf]


def test_what_waits_holds_up_nobody_by_more_than_its_hours() -> None:
    """While b waits for a, c goes on; what is planned for b counts as done first."""
    case = instance(
        action("a", max_hours_week=1, hours=2),
        action("b", after=("a",), hours=2),
        action("c", hours=8, max_hours_week=4),
        weeks=20,
        hours=4,
    )
    plan = Plan.of({"a": [(0, 1), (1, 1)], "b": [(2, 2)], "c": [(3, 4), (4, 4)]})

    assert weeks(case, plan, 1.0, 1.0, 1.0) == [2, 3, 5]
    assert weeks(case, plan, 5.0, 1.0, 1.0) == [10, 11, 6]


def test_hours_of_what_waited_are_needed_when_it_starts() -> None:
    """However free the weeks were until then: b is worked in week 10, so c is done a week late."""
    case = instance(
        action("a", max_hours_week=1, hours=2),
        action("b", after=("a",), max_hours_week=4),
        action("c", hours=8, max_hours_week=4),
        weeks=20,
        hours=4,
    )
    plan = Plan.of({"a": [(0, 1), (1, 1)], "b": [(2, 4)], "c": [(10, 4), (11, 4)]})

    assert weeks(case, plan, 1.0, 1.0, 1.0) == [2, 3, 12]
    assert weeks(case, plan, 5.0, 1.0, 1.0) == [10, 11, 13]


def test_hours_that_there_are_not_are_never_done() -> None:
    case = instance(action(max_hours_week=4), weeks=3, hours=2)

    assert weeks(case, Plan.of({"a": [(0, 2), (1, 2)]}), 1.6) == [np.inf]


def test_hours_of_all_work_together_are_not_exceeded() -> None:
    calendar = Calendar(hours=(2,) * 9, most_hours=5)
    case = Instance(calendar=calendar, rounds=(), actions=(action(max_hours_week=4),))
    plan = Plan.of({"a": [(0, 2), (1, 2)]})

    assert weeks(case, plan, 1.2) == [3]
    assert weeks(case, plan, 1.3) == [np.inf]


@pytest.mark.parametrize("start", range(0, 300, 100))
def test_a_plan_stays_as_it_is_where_every_action_takes_its_hours(start: int) -> None:
    tried = 0
    for seed in range(start, start + 100):
        if (found := feasible(seed)) is not None:
            case, plan = found
            complete = weeks(case, plan, *(1.0 for _ in plan.work))
            tried += 1

            assert complete == [plan.completion(each) for each in chosen_of(case, plan)], seed
    assert tried > 50


@LAW
@given(st.integers(0, 10_000), st.integers(0, 100))
def test_more_work_never_finishes_anything_earlier(seed: int, again: int) -> None:
    """Whichever actions take more."""
    if (found := feasible(seed)) is None:
        return
    case, plan = found
    rng = np.random.default_rng([seed, again])
    few = np.exp(0.6 * rng.standard_normal((len(plan.work), 40)))
    more = few * np.where(rng.random(few.shape) < 0.5, 1.0, 1 + rng.exponential(0.8, few.shape))

    assert (finished(case, plan, more) >= finished(case, plan, few)).all()


@LAW
@given(st.integers(0, 10_000), st.integers(0, 100))
def test_a_life_can_be_lived_in_the_hours_there_are(seed: int, again: int) -> None:
    """Week by week, what was planned first is worked first, within the hours of the week, nothing before its planned
    week nor before what must come before it is complete: then every action is done by the week told."""
    if (found := feasible(seed)) is None:
        return
    case, plan = found
    factors = np.exp(0.7 * np.random.default_rng([seed, again]).standard_normal(len(plan.work)))
    told = dict(zip((each.id for each in chosen_of(case, plan)), weeks(case, plan, *factors), strict=True))
    needed = dict(zip(told, factors, strict=True))
    cells = sorted([week, name, hours * needed[name]] for name, work in plan.work.items() for week, hours in work)
    done = dict.fromkeys(told, 0)
    for week, hours in enumerate(case.calendar.hours):
        left = float(hours)
        for cell in cells:
            planned, name, rest = cell
            ready = all(told[named] <= week for named in case.by_id[name].after)
            if planned <= week and ready and rest > 1e-9 and left > 1e-9:
                worked = min(left, rest)
                cell[2], left = rest - worked, left - worked
                done[name] = week + 1
    unfinished = {name for _, name, rest in cells if rest > 1e-6}

    assert all(told[name] == np.inf for name in unfinished)
    assert all(told[name] >= done[name] for name in told)
