"""Sentences about a plan that must not say more than is known."""

import pytest

from twelfth.tell.say.plan_words import bound_words, gained_words, slices_words


@pytest.mark.parametrize(
    ("chance", "bound", "said"),
    [
        (0.5, 0.5004, "no plan does better, which is proved"),
        (0.5, 0.62, "no plan does better than 62.0%, which is proved"),
        (0.5, 1.0, "how much better a plan may be is not proved yet"),
        (0.5, 0.99995, "how much better a plan may be is not proved yet"),
        (0.9995, 1.0, "no plan does better, which is proved"),
    ],
)
def test_a_bound_is_told_where_it_says_something(chance: float, bound: float, said: str) -> None:
    assert bound_words(chance, bound) == said


def test_one_is_one() -> None:
    assert slices_words(1) == "At most 1 slice of work"
    assert slices_words(2) == "At most 2 slices of work"


def test_a_gain_that_rounds_to_nothing_is_still_a_gain() -> None:
    assert gained_words(0.0004) == "under 0.1 points"
    assert gained_words(0.0123) == "1.2 points"
