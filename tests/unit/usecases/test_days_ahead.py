"""What certainly comes: the day a test lapses, the birthday on which points fall, and how often rounds are held."""

from dataclasses import replace
from datetime import date

from tests.factories import built_in

from twelfth.base import When
from twelfth.distance import rhythm
from twelfth.goal import Case, Fact
from twelfth.usecases import DaysAhead, days_ahead

DAY = date(2025, 12, 17)
TESTED = When.on(date(2025, 3, 10))
ENGLISH = {"english_reading": 8.0, "english_writing": 8.0, "english_listening": 9.0, "english_speaking": 8.0}
FRENCH = ("french_reading", "french_writing", "french_listening", "french_speaking")
ELSE = {
    "born": date(1994, 5, 12),
    "education": "bachelor",
    "canadian_work": 0.0,
    "canadian_work_3y": 0.0,
    "foreign_work": 48.0,
    "spouse": False,
    "funds_shown": True,
    "nomination": False,
    "certificate": False,
    "relative": False,
    "sibling": False,
    "job_offer": "none",
    "canadian_study": "none",
}
NURSE = (
    *(Fact(trait=name, level=level, begins=TESTED) for name, level in ENGLISH.items()),
    *(Fact(trait=name, level=0.0, begins=When.on(DAY)) for name in FRENCH),
    *(Fact(trait=name, level=level, begins=When.on(DAY)) for name, level in ELSE.items()),
)


def ahead(facts: tuple[Fact, ...] = NURSE, *, today: date = DAY) -> DaysAhead:
    case = Case(name="nurse", title="A nurse", pack="express-entry", facts=facts)
    return days_ahead(case, built_in("express-entry"), today=today, as_of=DAY)


def test_one_sitting_lapses_once_with_what_rests_on_it() -> None:
    """Two years after the test it counts no more: its last day is the one before, as the rule says less than two years.
    Without it she has no programme, so no round is open to her."""
    (found,) = ahead().lapses

    assert (found.titles, found.day) == (("English",), date(2027, 3, 9))
    assert found.least == found.most > 0
    assert "Federal Skilled Worker" in found.closed


def test_a_test_of_another_day_lapses_on_its_own() -> None:
    """Three abilities of one day are no longer the whole of the section: they are told by name."""
    other = tuple(
        replace(one, begins=When.on(date(2025, 1, 20))) if one.trait == "english_speaking" else one for one in NURSE
    )

    assert [(one.day, len(one.titles)) for one in ahead(other).lapses] == [
        (date(2027, 1, 19), 1),
        (date(2027, 3, 9), 3),
    ]


def test_what_was_never_tested_never_lapses() -> None:
    """Not tested is what a lapsed test is, and has no last day."""
    assert ahead(tuple(one for one in NURSE if one.trait not in ENGLISH)).lapses == ()


def test_the_next_birthday_is_told_where_points_fall() -> None:
    """99 points at 31, 94 at 32."""
    found = ahead().anniversary

    assert found is not None
    assert (found.day, found.least, found.most) == (date(2026, 5, 12), 5.0, 5.0)


def test_a_birthday_that_costs_nothing_is_no_date() -> None:
    """From 20 to 29 the points for age are the same."""
    young = tuple(replace(one, level=date(2001, 5, 12)) if one.trait == "born" else one for one in NURSE)

    assert ahead(young).anniversary is None


def test_a_day_that_is_past_is_no_date() -> None:
    """Where the goal is looked at on the last day of its rules."""
    assert ahead(today=date(2026, 6, 1)).anniversary is None
    assert ahead(today=date(2027, 6, 1)).lapses == ()


def test_a_road_has_to_know_only_what_comes_before_its_end() -> None:
    """Nothing of what still counts when it is done."""
    assert ahead().before(date(2027, 6, 1)) == ahead()
    assert ahead().before(date(2027, 3, 9)) == replace(ahead(), lapses=())
    assert ahead().before(date(2026, 5, 12)) == DaysAhead()


def test_the_pace_of_rounds_gives_an_estimate_and_too_few_give_none() -> None:
    """The middle gap of the last twelve months on file, from the last round on; of a day that is past there is no
    estimate, and of what came after the last round on file nothing is said."""
    rounds = built_in("express-entry").rounds
    found = rhythm(rounds, "cec", as_of=DAY)

    assert found is not None
    assert (found.every, found.last, found.about) == (15, When.on(date(2025, 12, 16)), date(2025, 12, 31))
    late = rhythm(rounds, "cec", as_of=date(2026, 11, 2))
    assert late is not None
    assert (late.times, late.up_to, late.about) == (found.times, DAY, None)
    assert rhythm(rounds, "fsw", as_of=DAY) is None
    third = sorted(one.decided for one in rounds if one.kind == "cec")[2]
    few = rhythm(rounds, "cec", as_of=third)
    assert few is not None
    assert few.every is None
