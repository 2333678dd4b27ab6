"""Redrawing a roadmap: how long is searched, the fuse, what is explained, and what is warned of."""

from collections.abc import Iterator

import pytest
from tests.roadmap_cases import action, instance

from twelfth.base import InvalidInput
from twelfth.roadmap import (
    BestChance,
    Change,
    Effort,
    Explained,
    Instance,
    Least,
    Plan,
    Question,
    Redrawn,
    Replan,
    Step,
)
from twelfth.usecases import redraw_roadmap
from twelfth.usecases.plans.draw_roadmap import SLICES

CASE = instance(action("a"), action("b"), rounds=((3, -2.0), (9, -2.0)))
OLD = Plan.of({"a": [(0, 2), (1, 2)]})


class Shelf:
    def __init__(self, question: Question | None = None) -> None:
        self.question = question or BestChance()

    def get(self, file: str) -> tuple[Instance, Question]:
        return CASE, self.question

    def plan(self, file: str) -> Plan:
        return OLD

    def plan_file(self, answer: object) -> dict[str, object]:
        return {}

    def replan_file(self, redrawn: object, explained: object) -> dict[str, object]:
        return {}


class Counting:
    """A trade-off of 1, 3 and 5 changes, as often as told."""

    def __init__(self, most: int = 1000) -> None:
        self.most = most
        self.asked: Replan | None = None
        self.explained: Step | None = None

    def redraw(self, instance: Instance, question: Replan, *, seed: int) -> Iterator[Redrawn]:
        self.asked = question
        made = tuple(Change(action=f"x{i}", was=None, now=5) for i in range(5))
        steps = tuple(Step(plan=OLD, chance=0.1 * count, changes=made[:count]) for count in (1, 3, 5))
        for slices in range(1, self.most + 1):
            yield Redrawn(steps=steps, bound=1.0, idle=0.05, effort=Effort(slices=slices, seed=seed))

    def explain(self, instance: Instance, question: Replan, step: Step, *, seed: int) -> Explained:
        self.explained = step
        return Explained(step=step, gains=())


def test_so_many_slices_are_worked_as_asked_for() -> None:
    heard: list[Redrawn] = []
    found = redraw_roadmap("i", "p", instances=Shelf(), redrawer=Counting(), slices=4, seed=7, told=heard.append)

    assert found.redrawn.effort == Effort(slices=4, seed=7)
    assert [one.effort.slices for one in heard] == [1, 2, 3, 4]


def test_without_a_number_it_is_the_usual_one() -> None:
    assert redraw_roadmap("i", "p", instances=Shelf(), redrawer=Counting()).redrawn.effort.slices == SLICES


def test_an_answer_that_the_fuse_cut_says_so() -> None:
    ticks = iter([False, True])
    found = redraw_roadmap("i", "p", instances=Shelf(), redrawer=Counting(), over=lambda: next(ticks))

    assert (found.redrawn.effort.slices, found.redrawn.effort.cut) == (2, True)


def test_the_best_with_so_many_changes_is_explained() -> None:
    """Three if nobody says how many; beyond it the trade-off goes on."""
    redrawer = Counting()
    found = redraw_roadmap("i", "p", instances=Shelf(), redrawer=redrawer, slices=1)

    assert redrawer.asked == Replan(old=OLD, most=3)
    assert redrawer.explained is not None
    assert len(redrawer.explained.changes) == 3
    assert [len(one.changes) for one in found.steps] == [1, 3, 5]


def test_where_no_plan_has_so_few_changes_nothing_is_explained() -> None:
    found = redraw_roadmap("i", "p", instances=Shelf(), redrawer=Counting(), slices=1, most=0)

    assert found.explained is None
    assert [len(one.changes) for one in found.steps] == [1, 3, 5]


def test_a_round_that_is_over_is_warned_of() -> None:
    found = redraw_roadmap("i", "p", instances=Shelf(), redrawer=Counting(), slices=1, since=5)

    assert any(one.startswith("The round in week 3 is over by week 5") for one in found.redrawn.warnings)
    assert not any("week 9" in one for one in found.redrawn.warnings)


def test_the_highest_chance_is_asked_for_whatever_the_file_asks() -> None:
    redrawer = Counting()
    redraw_roadmap("i", "p", instances=Shelf(Least("hours", 0.5)), redrawer=redrawer, slices=1)

    assert redrawer.asked == Replan(old=OLD, most=3)


@pytest.mark.parametrize(
    ("asked", "said"),
    [({"slices": 0}, "work"), ({"since": 11}, "since"), ({"since": -1}, "since"), ({"most": -1}, "most")],
)
def test_what_cannot_be_asked_is_refused(asked: dict[str, int], said: str) -> None:
    with pytest.raises(InvalidInput, match=said):
        redraw_roadmap("i", "p", instances=Shelf(), redrawer=Counting(), **asked)  # type: ignore[arg-type]
