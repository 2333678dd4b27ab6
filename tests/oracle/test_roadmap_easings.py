"""How much more of one limit makes a target reachable, against the exhaustive twin asked for one more after another."""

from collections.abc import Iterator

import pytest
from tests.roadmap_cases import action, instance, small_case

from twelfth.engines import AnytimePlanner
from twelfth.engines.roadmap.easings import ease
from twelfth.roadmap import (
    WIDENED,
    Answer,
    BestChance,
    Effort,
    Found,
    Impossible,
    Instance,
    Least,
    Plan,
    best,
    chance,
    counted,
    enough,
    violations,
    widened,
)


def settled(case: Instance, question: Least, *, slices: int = 40) -> Answer:
    """What a search ends with, or comes to after so many slices where it is not proved that there is no plan."""
    for answer in AnytimePlanner().improve(case, question):
        if not isinstance(answer, Impossible) and answer.best.effort.slices >= slices:
            break
    return answer


def truly(case: Instance, question: Least, limit: str) -> int | None:
    """The least of one limit more with which some plan reaches the target; None where none does."""
    within = Least(question.measure, question.target)
    most = enough(case, question, limit)
    if best(widened(case, question, limit, most), within) is None:
        return None
    return next(more for more in range(1, most + 1) if best(widened(case, question, limit, more), within))


def questions(case: Instance) -> tuple[Least, Least]:
    """More than any plan has; and more than a plan has by the first round alone."""
    highest = best(case, BestChance())
    assert highest is not None
    between = 0.3 * chance(case, {}) + 0.7 * highest[0]
    first = min(one.week for one in case.rounds)
    return Least("weeks", min(0.999, highest[0] + 0.02)), Least("hours", between, first)


@pytest.mark.parametrize("start", range(0, 8, 4))
def test_so_much_more_is_the_least_that_does(start: int) -> None:
    """Shown by a plan that can be done with it; what is called never is never; what is called proved is so."""
    shown = 0
    for seed in range(start, start + 4):
        case = small_case(seed)
        for question in questions(case):
            answer = settled(case, question)
            assert best(case, question) is None or not isinstance(answer, Impossible), seed
            for limit in WIDENED if isinstance(answer, Impossible) else ():
                truth, found = truly(case, question, limit), [one for one in answer.easings if one.limit == limit]
                if truth is None:
                    assert found == [], (seed, limit)
                    continue
                (one,) = found
                there = widened(case, question, limit, one.more)
                assert limit not in answer.never
                assert one.least <= one.more == truth, (seed, limit)
                assert violations(there, one.plan) == ()
                assert chance(there, one.plan.completions(there.by_id)) == pytest.approx(one.chance, abs=1e-9)
                assert one.chance >= question.target
                shown += 1
    assert shown >= 3


def test_not_by_this_round_but_by_the_third() -> None:
    """One round is too early, two are not enough chances; what each easing says is proved to the last hour."""
    case = instance(action(hours=8), weeks=20, hours=2, rounds=((3, -2.0), (9, -2.0), (15, -2.0), (19, -2.0)))
    target = chance(case, {"a": 4}) - 1e-6
    with_three = Least("hours", chance(instance(action(), rounds=case_rounds(case, 3)), {"a": 4}) - 1e-6, 3)
    answer = settled(case, with_three)

    assert isinstance(answer, Impossible)
    assert answer.earliest is not None
    assert (answer.earliest.number, answer.earliest.week, answer.earliest.least) == (3, 15, 3)
    assert settled(case, Least("hours", target, 3)).earliest.number == 4  # type: ignore[union-attr]


def case_rounds(case: Instance, count: int) -> tuple[tuple[int, float], ...]:
    return tuple((one.week, one.base_logit) for one in case.rounds[:count])


def test_of_what_is_not_lacking_no_amount_is_enough() -> None:
    """Money that nothing costs; hours where only a later round would do; and where no later round is known, none is
    spoken of."""
    case = instance(action(min_weeks=9), weeks=20, rounds=((5, -2.0), (19, -2.0)))
    answer = settled(case, Least("weeks", 0.3, 5))
    alone = settled(counted(case, Least("weeks", 0.3, 5)), Least("weeks", 0.3))

    assert isinstance(answer, Impossible)
    assert isinstance(alone, Impossible)
    assert [one.limit for one in answer.easings] == ["rounds"]
    assert answer.never == alone.never == ("hours", "money")
    assert alone.earliest is None


def test_hours_where_there_are_none_at_all() -> None:
    """No week is a pause then; where some have hours, one that has none stays a pause."""
    nothing = settled(instance(action(), hours=0), Least("weeks", 0.2))
    paused = instance(action(hours=8, max_hours_week=8), weeks=4, hours=1, rounds=((3, -2.0),))
    pausing = widened(paused, Least("weeks", 0.2), "hours", 3)

    assert isinstance(nothing, Impossible)
    assert [(one.limit, one.more, one.least) for one in nothing.easings] == [("hours", 1, 1)]
    assert pausing.calendar.hours == (4, 4, 4, 4)


def test_the_same_question_is_answered_the_same() -> None:
    case = small_case(2)
    question = questions(case)[0]

    assert settled(case, question) == settled(case, question)


def test_no_amount_is_ruled_out_before_its_bound_is_below_the_target() -> None:
    """A search that needs some slices to reach the target, with nothing proved meanwhile."""
    case, target = instance(action(cost=5), money=()), 0.2

    def slow(asked: Instance) -> Iterator[Found]:
        plan = Plan.of({"a": [(0, 2), (1, 2)]})
        able = asked.calendar.arrived(0) >= 5
        for slices in range(1, 9):
            done = slices > 3 and able
            yield Found(
                plan=plan if done else Plan(),
                chance=0.27 if done else 0.1,
                bound=1.0 if able or slices < 4 else 0.1,
                idle=0.1,
                effort=Effort(slices=slices, seed=0),
            )

    none = Found(plan=Plan(), chance=0.1, bound=0.1, idle=0.1, effort=Effort(slices=0, seed=0))
    *_, answer = ease(case, Least("weeks", target), slow, Impossible(best=none, target=target))

    assert [(one.limit, one.more) for one in answer.easings] == [("money", 5)]
    assert answer.never == ("hours",)
