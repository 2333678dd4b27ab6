"""Drawing a roadmap: how long is searched, the fuse, and what is told on the way."""

from collections.abc import Iterator

import pytest
from tests.roadmap_cases import action, instance

from twelfth.base import InvalidInput
from twelfth.roadmap import (
    Answer,
    BestChance,
    Effort,
    Found,
    Impossible,
    Instance,
    Least,
    Plan,
    Question,
    RoundReached,
)
from twelfth.usecases import draw_roadmap
from twelfth.usecases.plans.draw_roadmap import SLICES


class Shelf:
    def __init__(self, case: Instance, question: Question | None = None) -> None:
        self.case, self.question = case, question or BestChance()

    def get(self, file: str) -> tuple[Instance, Question]:
        return self.case, self.question

    def plan_file(self, answer: Answer) -> dict[str, object]:
        return {}


class Counting:
    """Answers with a chance of a hundredth for each slice, for ever or as often as told."""

    def __init__(self, most: int = 1000) -> None:
        self.most = most
        self.asked: Question | None = None

    def improve(
        self, instance: Instance, question: Question, *, seed: int, start: Plan | None = None
    ) -> Iterator[Answer]:
        self.asked = question
        for slices in range(1, self.most + 1):
            effort = Effort(slices=slices, seed=seed)
            yield Found(plan=Plan(), chance=slices / 1000, bound=1.0, idle=0.0, effort=effort)


def test_so_many_slices_are_worked_as_asked_for() -> None:
    heard: list[Answer] = []
    found = draw_roadmap("i", instances=Shelf(instance()), planner=Counting(), slices=5, seed=7, told=heard.append)

    assert found.answer.best.effort == Effort(slices=5, seed=7)
    assert [one.best.effort.slices for one in heard] == [1, 2, 3, 4, 5]


def test_without_a_number_it_is_the_usual_one() -> None:
    assert draw_roadmap("i", instances=Shelf(instance()), planner=Counting()).answer.best.effort.slices == SLICES


def test_a_planner_that_is_done_ends_the_work() -> None:
    found = draw_roadmap("i", instances=Shelf(instance()), planner=Counting(3), slices=50)

    assert found.answer.best.effort == Effort(slices=3, seed=0)


def test_an_answer_that_the_fuse_cut_says_so() -> None:
    ticks = iter([False, False, True])
    found = draw_roadmap("i", instances=Shelf(instance()), planner=Counting(), slices=50, over=lambda: next(ticks))

    assert found.answer.best.effort.slices == 3
    assert found.answer.best.effort.cut


class Refusing(Counting):
    """Proves after one slice that there is no plan, and goes on to say what would do."""

    def improve(
        self, instance: Instance, question: Question, *, seed: int, start: Plan | None = None
    ) -> Iterator[Impossible]:
        for found in super().improve(instance, question, seed=seed):
            assert isinstance(found, Found)
            yield Impossible(best=found, target=0.9)


def test_what_would_do_is_worked_out_to_its_end_or_to_the_fuse() -> None:
    """Once it is proved that no plan reaches the target, slices are no longer counted."""
    shelf, ticks = Shelf(instance(), Least("hours", 0.9)), iter([False, False, True])
    whole = draw_roadmap("i", instances=shelf, planner=Refusing(20), slices=2).answer
    cut = draw_roadmap("i", instances=shelf, planner=Refusing(20), slices=2, over=lambda: next(ticks)).answer

    assert (whole.best.effort.slices, whole.best.effort.cut) == (20, False)
    assert (cut.best.effort.slices, cut.best.effort.cut) == (3, True)


def test_a_plan_says_by_which_round_it_reaches_the_target() -> None:
    """A plan of nothing, by the first round or only by the second; none is told where the best chance was asked for."""
    case = instance(rounds=((3, -2.0), (9, -2.0)))

    def reached(question: Question) -> RoundReached | None:
        answer = draw_roadmap("i", instances=Shelf(case, question), planner=Counting(), slices=1).answer
        assert isinstance(answer, Found)
        return answer.reached

    assert reached(Least("hours", 0.1)) == RoundReached(number=1, week=3)
    assert reached(Least("hours", 0.2)) == RoundReached(number=2, week=9)
    assert reached(Least("hours", 0.2, by=3)) is None
    assert reached(BestChance()) is None


def test_what_no_plan_can_use_comes_with_the_answer() -> None:
    found = draw_roadmap("i", instances=Shelf(instance(action(hours=500))), planner=Counting(), slices=1)

    assert found.answer.best.warnings == ("a needs 500 h; there are 36 h before the last round.",)


@pytest.mark.parametrize("slices", [0, -1])
def test_less_than_one_slice_is_refused(slices: int) -> None:
    with pytest.raises(InvalidInput, match="work"):
        draw_roadmap("i", instances=Shelf(instance()), planner=Counting(), slices=slices)


def test_the_question_reaches_the_planner() -> None:
    planner = Counting()
    draw_roadmap("i", instances=Shelf(instance(), Least("hours", 0.5)), planner=planner, slices=1)

    assert planner.asked == Least("hours", 0.5)
