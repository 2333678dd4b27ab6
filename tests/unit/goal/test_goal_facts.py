"""Facts: when they begin, since when they are known, when they end, and when two cannot both be true."""

from datetime import date

import pytest
from tests.factories import fact

from twelfth.base import InvalidInput, Truth, parse_when
from twelfth.goal import Range, check_contradictions

YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN


def test_a_fact_is_known_from_the_day_it_begins() -> None:
    """Without a word a fact is known on its first day, and not the day before."""
    found = fact("diver", True, "1998-06-04")

    assert [found.begun(date(1998, 6, day)) for day in (3, 4)] == [NO, YES]


def test_a_fact_known_later_is_hidden_until_then() -> None:
    """A fact has not begun, for whoever asks, before the day it was known."""
    found = fact("diver", True, "1990-01-01", known=date(1998, 6, 4))

    assert [found.begun(date(1998, 6, day)) for day in (3, 4)] == [NO, YES]


def test_a_fact_known_ahead_begins_on_its_day() -> None:
    """Knowing today that something begins next month does not make it true today."""
    found = fact("diver", True, "1998-06-04", known=date(1990, 1, 1))

    assert [found.begun(date(1998, 6, day)) for day in (3, 4)] == [NO, YES]


@pytest.mark.parametrize(
    ("begins", "more", "start"),
    [
        ("1990..2000", {}, "1990..2000"),
        ("1990..2000", {"known": date(1995, 12, 31)}, "1990..1995"),
        ("1990..2000", {"known": date(2005, 1, 1)}, "1990..2000"),
        ("1990..2000", {"known": date(1989, 1, 1)}, "1990..2000"),
        ("1990..2000", {"ends": "1993"}, "1990..1993"),
        ("1990..2000", {"ends": "1993", "known": date(1992, 12, 31)}, "1990..1992"),
        ("unknown", {}, "unknown"),
        ("unknown", {"known": date(1995, 12, 31)}, "unknown..1995-12-31"),
        ("unknown", {"ends": "unknown"}, "unknown"),
    ],
)
def test_a_fact_starts_before_it_ends_and_before_it_is_known(begins: str, more: dict[str, object], start: str) -> None:
    """The beginning lies no later than the end, nor than the day it was known, unless it was known ahead."""
    assert str(fact("diver", True, begins, **more).start) == start


@pytest.mark.parametrize(
    ("ends", "as_of", "expected"),
    [
        (None, date(2500, 1, 1), NO),
        ("1998-06-04", date(1998, 6, 4), NO),
        ("1998-06-04", date(1998, 6, 5), YES),
        ("1998", date(1998, 1, 1), NO),
        ("1998", date(1998, 1, 2), UNKNOWN),
        ("1998", date(1998, 12, 31), UNKNOWN),
        ("1998", date(1999, 1, 1), YES),
        ("unknown", date(1998, 6, 4), UNKNOWN),
    ],
)
def test_the_last_day_is_still_true(ends: str | None, as_of: date, expected: Truth) -> None:
    """A fact has ended on the day after its last day, and an uncertain end leaves it open."""
    assert fact("diver", True, "1990", ends=ends).ended(as_of) is expected


def test_a_fact_does_not_end_before_it_begins() -> None:
    """An end that certainly lies before the beginning is refused with both."""
    with pytest.raises(InvalidInput, match="end of diver is '1997': expected a day not before its beginning 1998"):
        fact("diver", True, "1998", ends="1997")


def test_a_fact_may_end_within_its_window() -> None:
    """An end that may or may not lie before the beginning is possible."""
    assert fact("diver", True, "1990..2000", ends="1995").ends == parse_when("1995")


def test_two_levels_from_the_same_day_contradict() -> None:
    """Two different levels cannot both begin on one known day."""
    with pytest.raises(
        InvalidInput, match="fact diver is 'True since 1998-06-04 and False since 1998-06-04'"
    ) as caught:
        check_contradictions((fact("diver", True, "1998-06-04"), fact("diver", False, "1998-06-04")))

    assert "Give the earlier one an end" in caught.value.next_step


@pytest.mark.parametrize("ends", ["1999", "1998-06-04", "unknown"])
def test_an_end_does_not_undo_the_same_first_day(ends: str) -> None:
    """Both were true on that first day, whether or not one of them has an end."""
    one, other = fact("diver", True, "1998-06-04"), fact("diver", False, "1998-06-04", ends=ends)

    assert one.contradicts(other)
    assert other.contradicts(one)


def test_overlapping_stated_intervals_contradict() -> None:
    """Two levels that both certainly lasted over one day cannot both be true."""
    one = fact("degree", "master", "1990", ends="1995")
    other = fact("degree", "bachelor", "1993", ends="1997")

    assert one.contradicts(other)
    assert other.contradicts(one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (fact("diver", True, "1990-01-01"), fact("diver", False, "1995-01-01")),
        (fact("diver", True, "1998"), fact("diver", False, "1998")),
        (fact("diver", True, "unknown"), fact("diver", False, "unknown")),
        (fact("diver", True, "1990", ends="1994"), fact("diver", False, "1995", ends="1999")),
        (fact("diver", True, "1990", ends="1993..1996"), fact("diver", False, "1995", ends="1999")),
        (fact("diver", True, "1990", ends="1996"), fact("diver", False, "1995..1999", ends="2000")),
        (fact("diver", True, "1990", ends="1999"), fact("diver", False, "1995")),
        (fact("diver", True, "1990", ends="1999"), fact("diver", True, "1995", ends="1997")),
        (fact("diver", True, "1998-06-04"), fact("pilot", False, "1998-06-04")),
        (fact("hours", 12.0, "1998-06-04"), fact("hours", Range(11, 13), "1998-06-04")),
        (fact("hours", Range(11, 13), "1998-06-04"), fact("hours", Range(13, 14), "1998-06-04")),
    ],
    ids=str,
)
def test_what_can_be_true_does_not_contradict(one: object, other: object) -> None:
    """A later fact may follow an earlier one, uncertain days may fit, and ranges that meet agree."""
    check_contradictions((one, other))  # type: ignore[arg-type]

    assert not one.contradicts(other)  # type: ignore[attr-defined]
    assert not other.contradicts(one)  # type: ignore[attr-defined]


@pytest.mark.parametrize("other", [11.0, 15.0, Range(15, 16), Range(9, 11.5)])
def test_a_range_contradicts_what_lies_outside(other: float | Range) -> None:
    """A number or a range that does not meet the range cannot be true with it."""
    one = fact("hours", Range(12, 14), "1998-06-04")

    assert one.contradicts(fact("hours", other, "1998-06-04"))


def test_every_contradiction_is_named() -> None:
    """All contradicting pairs are told at once."""
    facts = [fact(name, level, "1998-06-04") for name in ("diver", "pilot") for level in (True, False)]

    with pytest.raises(InvalidInput) as caught:
        check_contradictions(tuple(facts))

    assert [problem.thing for problem in caught.value.problems] == ["fact diver", "fact pilot"]
