"""A score function: what it is asked, how often, and what is refused of its answers."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from tests.roadmap_cases import action, instance

from twelfth.base import InvalidInput
from twelfth.engines import AnytimePlanner, LifeSimulator
from twelfth.engines.roadmap.anneal import first_state
from twelfth.engines.roadmap.planner import Search, plan_of
from twelfth.roadmap import Causes, Instance, Plan, Scored, chance

CASE = instance(action("a"), action("again", after=("a",), renews="a"), action("b"), rounds=((4, 0.0), (9, -1.0)))


def by(of: Callable[[np.ndarray], object], *, weeks: tuple[int, ...] = ()) -> Instance:
    return replace(CASE, scored=Scored(traits=("a", "b"), of=of, weeks=weeks))  # type: ignore[arg-type]


def test_a_chance_is_that_of_the_traits_held_in_each_week() -> None:
    """Without a part unseen: one minus both misses; the second round is harder by its base logit."""
    case = by(lambda held: 0.1 + 0.2 * held[:, 0] + 0.4 * held[:, 1])
    odds = 0.7 / 0.3 * np.exp(-1.0)

    assert chance(case, {"a": 3, "b": 5}) == pytest.approx(1 - (1 - 0.3) / (1 + odds))


def test_rounds_may_be_told_apart() -> None:
    """By their weeks, in whatever order, so that a round may be left out."""
    case = by(lambda held: np.stack([np.full(len(held), 0.5), np.full(len(held), 0.2)], axis=1), weeks=(9, 4))
    odds = np.exp(-1.0)

    assert chance(case, {}) == pytest.approx(1 - 0.8 / (1 + odds))
    assert chance(replace(case, rounds=case.rounds[:1]), {}) == pytest.approx(0.2)


def test_the_same_traits_are_asked_about_once() -> None:
    asked: list[bytes] = []

    def score(held: np.ndarray) -> np.ndarray:
        asked.extend(row.tobytes() for row in held)
        return np.full(len(held), 0.1)

    case = by(score)
    for week in range(3, 9):
        chance(case, {"a": 3, "b": week})
    next(AnytimePlanner().best_chance(case))

    assert len(asked) == len(set(asked)) == 4


def test_what_the_function_does_not_know_is_not_planned() -> None:
    """An action that is no column, and one whose trait changes nothing, however much effect is stated."""
    case = instance(action("a"), action("b"), action("c", effect=3.0))
    case = replace(case, scored=Scored(traits=("a", "b"), of=lambda held: 0.1 + 0.2 * held[:, 0]))
    for found in AnytimePlanner().best_chance(case):
        if found.effort.slices >= 5:
            break

    assert found.plan.work.keys() == {"a"}
    search = Search.of(case, 0, 0.0)
    state = first_state(search.tasks, search.worth)._replace(wanted=np.ones(3, np.bool_))
    assert plan_of(case, search.tasks, search.worth, state).work.keys() == {"a"}


def test_more_traits_than_can_be_tabled_are_refused() -> None:
    many = instance(*(action(f"a{i}", hours=1) for i in range(21)), weeks=30)
    with pytest.raises(InvalidInput, match="at most 20"):
        next(AnytimePlanner().best_chance(replace(many, scored=Scored(traits=("a0",), of=lambda held: held[:, 0]))))


def test_certainty_is_no_infinity() -> None:
    assert chance(by(lambda held: np.ones(len(held))), {}) == pytest.approx(1.0)
    assert chance(by(lambda held: np.zeros(len(held))), {}) == pytest.approx(0.0, abs=1e-12)


@pytest.mark.parametrize(
    ("of", "said"),
    [
        (lambda held: held[:, :1], "of shape"),
        (lambda held: np.zeros(len(held) + 1), "of shape"),
        (lambda held: np.full(len(held), np.nan), "chances from 0 to 1"),
        (lambda held: np.full(len(held), -2.9), "'-2.9': expected chances from 0 to 1"),
    ],
)
def test_what_is_no_chance_is_refused(of: Callable[[np.ndarray], np.ndarray], said: str) -> None:
    with pytest.raises(InvalidInput, match="score function") as found:
        chance(by(of), {})
    assert said in str(found.value)


@pytest.mark.parametrize(
    ("traits", "weeks", "said"),
    [
        (("a", "a"), (), "each named once"),
        (("a", "again"), (), "no renewal"),
        (("a", "zz"), (), "'zz'"),
        (("a",), (4, 4), "each named once"),
        (("a",), (4,), "week of a round is '9'"),
    ],
)
def test_columns_that_cannot_be_are_refused(traits: tuple[str, ...], weeks: tuple[int, ...], said: str) -> None:
    with pytest.raises(InvalidInput, match=said):
        replace(CASE, scored=Scored(traits=traits, of=lambda held: held[:, 0], weeks=weeks))


def test_it_is_not_lived_yet() -> None:
    """A simulation would read the effects, which say nothing here."""
    with pytest.raises(InvalidInput, match="score function"):
        LifeSimulator().live(by(lambda held: held[:, 0]), Plan(), lives=10, seed=0, causes=Causes())
