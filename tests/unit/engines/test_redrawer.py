"""The redrawer: the old plan gives itself back, each answer is at least as good as the last, changes are explained."""

from dataclasses import replace
from itertools import islice, pairwise

import numpy as np
import pytest
from tests.roadmap_cases import action, case_after_a_fact, instance, small_case, some_plan

from twelfth.base import InvalidInput
from twelfth.engines import AnytimePlanner, AnytimeRedrawer
from twelfth.roadmap import Instance, Plan, Redrawn, Replan, RoundAhead, check_replan, violations

PLENTY = instance(
    *(action(f"a{i}", hours=6 + i, effect=0.3 + 0.1 * i, valid_weeks=9 if i % 2 else None) for i in range(8)),
    weeks=30,
    hours=3,
    rounds=((8, -3.0), (16, -3.0), (29, -2.5)),
    sigma=1.0,
)
SLIPPED = replace(
    PLENTY,
    rounds=tuple(
        RoundAhead(week=one.week + 7 * (one.week == 16), base_logit=one.base_logit - 0.2) for one in PLENTY.rounds
    ),
)


@pytest.fixture(scope="module")
def old() -> Plan:
    return list(islice(AnytimePlanner().best_chance(PLENTY), 8))[-1].plan


def answers(case: Instance, question: Replan, *, slices: int = 9, seed: int = 0) -> list[Redrawn]:
    return list(islice(AnytimeRedrawer().redraw(case, question, seed=seed), slices))


def test_a_plan_that_still_can_be_done_is_kept_to_the_hour() -> None:
    """Where nothing may be won, nothing is worked otherwise: random plans of small cases without a round ahead."""
    kept = 0
    for seed in range(20):
        case = replace(small_case(seed), rounds=())
        for plan in (some_plan(case, np.random.default_rng([seed, 3])) for _ in range(3)):
            if violations(case, plan) == ():
                found = answers(case, Replan(old=plan, most=0), slices=1)[0]
                kept += 1
                assert found.fewest.plan == plan
                assert found.fewest.changes == ()
    assert kept > 30


def test_an_answer_is_at_least_as_good_as_the_one_before(old: Plan) -> None:
    """For each number of changes; the bound never rises, and steps rise in changes and in chance."""
    found = answers(SLIPPED, Replan(old=old))

    for before, after in pairwise(found):
        assert after.bound <= before.bound
        for most in range(4):
            step, then = before.within(most), after.within(most)
            assert step is None or (then is not None and then.chance >= step.chance)
    for one, two in pairwise(found[-1].steps):
        assert len(one.changes) < len(two.changes)
        assert one.chance < two.chance
    assert found[-1].steps[-1].chance <= found[-1].bound


def test_every_plan_on_the_way_is_an_answer(old: Plan) -> None:
    """It can be done from week 5 on, and changes as much as it says."""
    for found in answers(SLIPPED, Replan(old=old, since=5), seed=2):
        for step in found.steps:
            check_replan(SLIPPED, Replan(old=old, since=5, most=len(step.changes)), step.plan)


def test_the_same_seed_and_work_give_the_same_answer(old: Plan) -> None:
    assert answers(SLIPPED, Replan(old=old), seed=4) == answers(SLIPPED, Replan(old=old), seed=4)


def test_each_change_is_explained_by_what_it_gains(old: Plan) -> None:
    """The plan without it changes only what else was changed, and is worse by the gain."""
    question = Replan(old=old)
    step = answers(SLIPPED, question)[-1].within(3)
    assert step is not None
    explained = AnytimeRedrawer().explain(SLIPPED, question, step)

    assert explained.gains
    for gain in explained.gains:
        assert gain.without is not None
        assert gain.points is not None
        assert gain.points > 0
        others = {one.action for one in explained.step.changes} - {gain.change.action}
        assert {one.action for one in gain.without.changes} <= others


def test_a_change_that_gains_nothing_is_not_made() -> None:
    """An action that adds nothing was added by hand."""
    case = instance(action("a"), action("idle", effect=0.0), weeks=20, rounds=((19, -2.0),))
    old = Plan.of({"a": [(0, 2), (1, 2)]})
    question = Replan(old=old)
    step = answers(case, question)[-1].fewest
    new = Plan.of({**step.plan.work, "idle": [(9, 2), (10, 2)]})
    by_hand = replace(step, plan=new, changes=question.changes(case, new))

    assert [one.action for one in by_hand.changes] == ["idle"]
    assert AnytimeRedrawer().explain(case, question, by_hand).step.changes == ()


def test_what_can_no_longer_be_done_is_a_forced_change() -> None:
    """All hours but two are gone until week 20, so the four hours of an action end far from where they did."""
    case = instance(action("a"), weeks=40, rounds=((39, -2.0),))
    calendar = replace(case.calendar, hours=(0, 2, *(0,) * 18, *(4,) * 20))
    now, old = replace(case, calendar=calendar), Plan.of({"a": [(1, 2), (2, 2)]})
    found = answers(now, Replan(old=old))[-1]
    explained = AnytimeRedrawer().explain(now, Replan(old=old), found.fewest)

    assert [(one.change.kind, one.forced) for one in explained.gains] == [("moved", True)]


def test_an_action_no_longer_offered_is_a_forced_change() -> None:
    old = Plan.of({"gone": [(0, 1)]})
    found = answers(replace(PLENTY, actions=()), Replan(old=old))

    assert len(found) == 1
    explained = AnytimeRedrawer().explain(replace(PLENTY, actions=()), Replan(old=old), found[0].fewest)
    assert [one.forced for one in explained.gains] == [True]


def test_a_past_that_the_instance_does_not_allow_is_refused() -> None:
    question = Replan(old=Plan.of({"a0": [(0, 9)]}), since=3)

    with pytest.raises(InvalidInput, match="work already done"):
        next(AnytimeRedrawer().redraw(PLENTY, question))


def test_without_a_round_the_plan_is_kept() -> None:
    case, old, _ = case_after_a_fact(3)
    found = answers(replace(case, rounds=()), Replan(old=old), slices=9)[-1]

    assert found.idle == 0.0
    assert found.bound == found.fewest.chance == 0.0
