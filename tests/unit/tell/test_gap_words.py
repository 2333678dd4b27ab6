"""A gap in words: none and all are words, and no count has to be turned round in one's head."""

import pytest
from tests.factories import yes_group

from twelfth.base import When, day_from
from twelfth.distance import gaps
from twelfth.goal import Better, Fact, Numeric, profile
from twelfth.tell.say.gap_words import gap_words

DAY = day_from("2025-12-17", today=day_from("2025-12-17", today=None))  # type: ignore[arg-type]


def they(own: float, *theirs: float, better: Better = Better.MORE) -> str:
    """What is said of those selected to somebody with so many."""
    trait = Numeric("papers", better=better)
    who = profile([Fact(trait="papers", level=own, begins=When.on(DAY))], DAY, traits=(trait,))
    (gap,) = gaps(who, yes_group((trait,), [[one] for one in theirs]))
    words = gap_words(gap)
    return " ".join((words.they, *words.details))


@pytest.mark.parametrize(
    ("own", "better", "told"),
    [
        (3.5, Better.MORE, "all 5 people had more than 3.5; at least half had 8 or more"),
        (20, Better.MORE, "all 5 people had 20 or fewer; at least half had 8 or more"),
        (6, Better.MORE, "of 5 people 2 had 6 or fewer; at least half had 8 or more"),
        (20, Better.LESS, "all 5 people had fewer than 20; at least half had 8 or fewer"),
        (3.5, Better.LESS, "all 5 people had 3.5 or more; at least half had 8 or fewer"),
        (9, Better.LESS, "of 5 people 2 had 9 or more; at least half had 8 or fewer"),
    ],
)
def test_none_and_all_are_said_in_words(own: float, better: Better, told: str) -> None:
    """Whichever way is better."""
    assert they(own, 4, 6, 8, 12, 15, better=better).startswith(told)


def test_that_nobody_got_in_with_as_little_is_said_so() -> None:
    """Not as “0 of 5”."""
    assert "None of the 5 got in with your level or less; 90%" in they(3.5, 4, 6, 8, 12, 15)
    assert "2 of 5 (40%) got in with your level or less" in they(6, 4, 6, 8, 12, 15)
