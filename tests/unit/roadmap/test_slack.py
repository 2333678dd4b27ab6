"""The slack of a mile, by hand and against a twin that lays out every week's hours."""

from itertools import product

import numpy as np
import pytest
from tests.points_cases import small_points_case
from tests.roadmap_cases import action, instance, small_case, some_plan

from twelfth.roadmap import LATE_WEEKS, Action, Instance, Plan, Slack, chance, later_completions, slacks, violations


def twin(case: Instance, plan: Plan, one: Action) -> list[int]:
    """Later completions by every allocation of hours from the week in which the action begins."""
    first, planned = plan.first(one), plan.completion(one)
    weeks = range(first, case.weeks)
    found = set()
    for hours in product(range(one.max_hours_week + 1), repeat=len(weeks)):
        if sum(hours) != one.hours:
            continue
        work = [(week, most) for week, most in zip(weeks, hours, strict=True) if most]
        other = Plan(dict(plan.work) | {one.id: tuple(work)})
        if not violations(case, other):
            found.add(other.completion(one))
    return sorted(week for week in found if week > planned)


def slack_twin(case: Instance, plan: Plan, one: Action) -> Slack:
    done = plan.completions(case.by_id)
    value, lasting = chance(case, done), 0
    weeks = twin(case, plan, one)
    for week in weeks:
        if chance(case, done | {one.id: week}) < value - 1e-12:
            break
        lasting = week - done[one.id]
    last = weeks[-1] - done[one.id] if weeks else 0
    late = done[one.id] + LATE_WEEKS
    begun = any(one.id in case.by_id[name].after and plan.first(case.by_id[name]) < late for name in plan.work)
    out = late > case.weeks + one.min_weeks
    cost = None if begun or out else chance(case, done | {one.id: late})
    return Slack(action=one.id, complete=done[one.id], before_less=lasting, before_broken=last, chance_late=cost)


@pytest.mark.parametrize("start", range(0, 60, 20))
def test_every_slack_is_that_of_the_twin(start: int) -> None:
    """And so are the weeks in which an action can be complete, pauses and all."""
    seen = 0
    for seed in range(start, start + 20):
        case = small_case(seed)
        rng = np.random.default_rng([seed, 9])
        for plan in (some_plan(case, rng) for _ in range(25)):
            if not plan.work or violations(case, plan):
                continue
            for slack in slacks(case, plan):
                one = case.by_id[slack.action]
                assert list(later_completions(case, plan, one)) == twin(case, plan, one), (seed, plan)
                assert slack == slack_twin(case, plan, one), (seed, plan)
                seen += slack.before_broken > 0
    assert seen > 5


def test_a_mile_may_slip_until_the_round_and_on_until_the_horizon() -> None:
    """Complete in week 2 of 10 with a round in week 6: four weeks cost nothing, and eight can be done."""
    case = instance(action(), rounds=((6, -2.0),))

    assert slacks(case, Plan.of({"a": [(0, 2), (1, 2)]})) == (
        Slack(action="a", complete=2, before_less=4, before_broken=8, chance_late=chance(case, {"a": 2})),
    )


def test_what_comes_after_leaves_no_more_than_its_beginning() -> None:
    case = instance(action(), action("b", after=("a",)), rounds=((9, -2.0),))
    plan = Plan.of({"a": [(0, 2), (1, 2)], "b": [(3, 2), (4, 2)]})

    assert [(one.action, one.before_broken) for one in slacks(case, plan)] == [("a", 1), ("b", 5)]


def test_what_expires_may_be_worth_more_later() -> None:
    """A slip that raises the chance does not end the slack; the first that lowers it does."""
    case = instance(action(valid_weeks=2), rounds=((3, -2.0), (6, -1.0)))

    slack = slacks(case, Plan.of({"a": [(0, 2), (1, 2)]}))[0]

    assert (slack.complete, slack.before_less, slack.before_broken) == (2, 4, 8)


def test_what_lowers_the_chance_may_slip_into_a_round() -> None:
    """Held for two weeks from week 2, it is gone by the round of week 6; complete in week 4 it would count there."""
    case = instance(action(valid_weeks=2, effect=-1.0), rounds=((6, -2.0),))

    assert slacks(case, Plan.of({"a": [(0, 2), (1, 2)]}))[0].before_less == 1


def test_where_points_decide_the_slack_is_that_of_every_week() -> None:
    """Any week may bring a round: each is tried."""
    seen = 0
    for seed in range(12):
        case = small_points_case(seed)
        rng = np.random.default_rng([seed, 9])
        for plan in (some_plan(case, rng) for _ in range(10)):
            if not plan.work or violations(case, plan):
                continue
            for slack in slacks(case, plan):
                assert slack == slack_twin(case, plan, case.by_id[slack.action]), (seed, plan)
                seen += slack.before_less < slack.before_broken
    assert seen > 3
