"""A gap in words: none and all are words, no count has to be turned round in one's head, and of a number it is told
how much is lacking."""

import pytest
from tests.factories import yes_group

from twelfth.base import When, day_from
from twelfth.distance import Gap, gaps
from twelfth.goal import Better, Fact, Numeric, Ordered, Range, profile
from twelfth.tell.say.gap_words import gap_words, short_words

DAY = day_from("2025-12-17", today=day_from("2025-12-17", today=None))  # type: ignore[arg-type]


def gap(own: float | Range, *theirs: float, better: Better = Better.MORE) -> Gap:
    """Of somebody with so many."""
    trait = Numeric("papers", better=better)
    who = profile([Fact(trait="papers", level=own, begins=When.on(DAY))], DAY, traits=(trait,))
    (found,) = gaps(who, yes_group((trait,), [[one] for one in theirs]))
    return found


def they(own: float, *theirs: float, better: Better = Better.MORE) -> str:
    """What is said of those selected to somebody with so many."""
    words = gap_words(gap(own, *theirs, better=better))
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


@pytest.mark.parametrize(
    ("own", "theirs", "better", "told"),
    [
        (2, (3, 4, 5, 6, 7, 9, 11), Better.MORE, "papers: 4 short. You: 2; of 7 people at least half had 6 or more."),
        (8.6, (8.2, 8.5, 8.8, 8.9, 9, 9.1, 9.3), Better.MORE, "papers: 0.3 short. You: 8.6; of 7 people"),
        (9, (4, 6, 8, 12, 15), Better.LESS, "papers: 1 too many. You: 9; of 5 people at least half had 8 or fewer."),
        (
            Range(2, 3),
            (4, 6, 8, 12, 15),
            Better.MORE,
            "papers: of 5 people at least half had 8 or more; you: 2 to 3.",
        ),
        (2, (1, 2, 2, 3, 3), Better.MORE, "papers: of 5 people 3 had 2 or fewer; at least half had 2 or more; you: 2."),
        (2, (3, 4, 5), Better.MORE, "papers: of 3 known: 3 to 5; you: 2."),
        (2, (3, 3), Better.MORE, "papers: of 2 known: 3; you: 2."),
    ],
)
def test_of_a_number_it_is_told_how_much_is_lacking(
    own: float | Range, theirs: tuple[float, ...], better: Better, told: str
) -> None:
    """To what half of them had, where one number lies before it; never of a range, nor of too few people."""
    assert short_words(gap(own, *theirs, better=better)).startswith(told)


@pytest.mark.parametrize(
    ("own", "theirs", "better", "told"),
    [
        ("b2", "b2 b2 c1 c1 c1 c1 c2", Better.MORE, "english: of 7 people at least half had C1 or more; you: B2."),
        ("a1", "b2 b2 c1 c2", Better.MORE, "english: of 4 people: C2 1, C1 1, B2 2; you: A1."),
        ("a1", "b2 b2 b2 c1 c1 c2", Better.MORE, "english: of 6 people at least half had B2 or more; you: A1."),
        ("c1", "b2 b2 c1 c1 c2 c2", Better.MORE, "english: of 6 people: C2 2, C1 2, B2 2; you: C1."),
        ("c1", "a1 a1 a1 b2 c2 c2", Better.LESS, "english: of 6 people: C2 2, B2 1, A1 3; you: C1."),
    ],
)
def test_of_levels_with_an_order_that_of_half_of_them_is_told(own: str, theirs: str, better: Better, told: str) -> None:
    """Where it is beyond one's own, of people enough; of two in the middle the less demanding one."""
    levels = ("a1", "b2", "c1", "c2")
    trait = Ordered("english", levels=levels, level_labels=tuple((one, one.upper()) for one in levels), better=better)
    who = profile([Fact(trait="english", level=own, begins=When.on(DAY))], DAY, traits=(trait,))
    (found,) = gaps(who, yes_group((trait,), [[trait.code(one)] for one in theirs.split()]))

    assert short_words(found) == told
