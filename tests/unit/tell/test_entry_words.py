"""Whoever may enter no kind of round is told the distance all the same."""

from datetime import date

from tests.factories import built_in, fact

from twelfth.audit import RubricDistance, rubric_distance
from twelfth.goal import profile
from twelfth.tell.say.rubric_words import stand_words

ON = date(2025, 12, 17)
ABILITIES = ("reading", "writing", "listening", "speaking")
ABROAD = (
    {"education": "bachelor", "spouse": False, "sibling": False, "certificate": False, "nomination": False}
    | {"canadian_work": 0.0, "canadian_work_3y": 0.0, "trade_work_5y": 0.0, "foreign_work": 36.0, "teer": "t1"}
    | {"canadian_study": "none", "job_offer": "none", "funds_shown": True, "born": date(1984, 3, 1)}
    | {f"english_{one}": 8.0 for one in ABILITIES}
    | {f"french_{one}": 0.0 for one in ABILITIES}
)
"""Somebody abroad, with work and English, whose grid of the federal programme is not enough."""


def told(**changed: object) -> str:
    return stand_words(stood(**changed))


def stood(**changed: object) -> RubricDistance:
    known = built_in("express-entry").known(ON)
    levels = {name: level for name, level in (ABROAD | changed).items() if level != "?"}
    facts = tuple(fact(name, level, date(2025, 3, 10)) for name, level in levels.items())
    return rubric_distance(known, profile(facts, ON, traits=known.traits))


def test_the_nearest_round_is_told_with_what_is_missing_and_the_points_after_that() -> None:
    """By how much the grid is short, and then how far the points are from that cut-off."""
    assert told() == (
        "You have 289 points. There is no kind of round you may certainly enter yet. The nearest is "
        "Federal Skilled Worker. Missing for it: At least 67 points in the skilled worker grid "
        "(you have 58 to 63 points, 4 to 9 short). "
        "Against its last cut-off, 489 on 2023-02-02 (3 years ago), your points of today would then be: 200 short."
    )


def test_of_several_ways_the_nearest_is_named() -> None:
    """English at 6 is nearer to level 7 than no French."""
    words = told(**{f"english_{one}": 6.0 for one in ABILITIES})

    assert "(English, lowest of the four abilities: 6 CLB, 1 short)" in words


def test_work_that_is_missing_is_told_in_months() -> None:
    """Without funds the class that asks for none is the nearest."""
    words = told(funds_shown=False)

    assert "The nearest is Canadian Experience Class." in words
    assert "(you have 0 months, 12 short)" in words


def test_answers_that_are_missing_are_named() -> None:
    """Nothing is certainly missing, so nothing is told to be short of it."""
    words = told(canadian_work="?", canadian_work_3y="?", foreign_work="?", funds_shown=False)

    assert "Which rounds you may enter is not known yet." in words
    assert "which waits for: Skilled paid work in Canada within the last three years." in words
    assert "Missing for it" not in words
