"""A score in words: one figure says how far one is, unless another kind of round is nearer and still held."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from twelfth.compose import workplace
from twelfth.tell.say.rubric_words import stand_words
from twelfth.usecases import measure_gap

DAY = date(2025, 12, 17)


class Today:
    def today(self) -> date:
        return DAY


@pytest.mark.parametrize(("days", "told"), [(366, True), (367, False)])
def test_a_kind_of_round_that_is_nearer_is_told_while_it_is_held(days: int, told: bool) -> None:
    """The last one of it no more than a year ago: else its cut-off says little of today."""
    rubric = measure_gap("newcomer", cases=workplace().cases, clock=Today()).rubric
    assert rubric is not None
    newest, nearest, *others = rubric.standings
    assert newest.last is not None
    assert nearest.last is not None
    held = replace(nearest, last=replace(nearest.last, decided=DAY - timedelta(days=days)))
    words = stand_words(replace(rubric, standings=(held, newest, *others)))

    assert words.startswith(
        "You have 416 points. The last round you could enter, Canadian Experience Class on 2025-12-16"
    )
    assert ("The nearest kind of round you may enter is" in words) == told
