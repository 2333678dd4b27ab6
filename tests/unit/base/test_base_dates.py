"""Days that may be uncertain: reading, writing, clipping and comparing them."""

from datetime import date, datetime

import pytest

from twelfth.base import (
    UNKNOWN_DAY,
    InvalidInput,
    Truth,
    When,
    add_months,
    completed_years,
    day_from,
    parse_day,
    parse_when,
)

FORMS = {
    "1998-06-04": (date(1998, 6, 4), date(1998, 6, 4)),
    " 1998-06-04 ": (date(1998, 6, 4), date(1998, 6, 4)),
    "1998-06": (date(1998, 6, 1), date(1998, 6, 30)),
    "2000-02": (date(2000, 2, 1), date(2000, 2, 29)),
    "1998": (date(1998, 1, 1), date(1998, 12, 31)),
    "1987..2004": (date(1987, 1, 1), date(2004, 12, 31)),
    "1987-03..1990-02": (date(1987, 3, 1), date(1990, 2, 28)),
    "1987-03-05..1990": (date(1987, 3, 5), date(1990, 12, 31)),
    "1987 .. 1990": (date(1987, 1, 1), date(1990, 12, 31)),
    "unknown": (None, None),
}


@pytest.mark.parametrize("text", FORMS)
def test_every_written_form_is_read(text: str) -> None:
    """A day, a month, a year, an interval of any of these and "unknown" are read as their two ends."""
    when = parse_when(text)

    assert (when.earliest, when.latest) == FORMS[text]


@pytest.mark.parametrize(
    ("value", "ends"),
    [
        (date(1998, 6, 4), (date(1998, 6, 4), date(1998, 6, 4))),
        (datetime(1998, 6, 4, 23, 59), (date(1998, 6, 4), date(1998, 6, 4))),  # noqa: DTZ001
        (1998, (date(1998, 1, 1), date(1998, 12, 31))),
    ],
)
def test_a_value_of_toml_is_read(value: object, ends: tuple[date, date]) -> None:
    """A date, a date with a time and a bare year, as TOML gives them, are read like their text."""
    when = parse_when(value)

    assert (when.earliest, when.latest) == ends
    assert type(when.earliest) is date


def test_a_read_date_is_left_as_it_is() -> None:
    """Reading what has been read gives the same value."""
    when = parse_when("1987..2004")

    assert parse_when(when) is when


@pytest.mark.parametrize(
    "text",
    [
        "1998-13-01",
        "1998-13",
        "1998-02-30",
        "1900-02-29",
        "1998-00",
        "1998-00-05",
        "1998-06-00",
        "0000",
        "1998-6-4",
        "98",
        "04.06.1998",
        "June 1998",
        "",
        "1998..",
        "..1998",
        "1998..1999..2000",
        "1998-06-04T00:00",
        "１９９８",
        "Unknown",
    ],
)
def test_what_is_no_day_is_refused_by_name(text: str) -> None:
    """A 13th month, a 30 February, a month 00 and any other text are refused with the text and the forms."""
    with pytest.raises(InvalidInput) as caught:
        parse_when(text)

    assert caught.value.problems[0].value == text
    assert "1987..2004" in caught.value.problems[0].expected


@pytest.mark.parametrize("text", ["2004..1987", "1998-06-05..1998-06-04"])
def test_a_reversed_interval_is_refused(text: str) -> None:
    """The first day of an interval may not lie after the last."""
    with pytest.raises(InvalidInput, match="the first day not after the last"):
        parse_when(text)


def test_a_single_day_is_read_as_a_day() -> None:
    """A day and the interval of one day are single days."""
    days = {parse_day("1998-06-04"), parse_day("1998-06-04..1998-06-04"), parse_day(date(1998, 6, 4))}

    assert days == {date(1998, 6, 4)}


@pytest.mark.parametrize("text", ["1998-06", "1998", "unknown"])
def test_a_month_is_no_single_day(text: str) -> None:
    """What may be several days is refused where one day is asked for."""
    with pytest.raises(InvalidInput, match="expected one day such as 1998-06-04"):
        parse_day(text)


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (date(1997, 12, 31), Truth.NO),
        (date(1998, 1, 1), Truth.UNKNOWN),
        (date(1998, 12, 30), Truth.UNKNOWN),
        (date(1998, 12, 31), Truth.YES),
    ],
)
def test_a_year_has_certainly_come_on_its_last_day(as_of: date, expected: Truth) -> None:
    """An interval that straddles the as-of date may have come: neither yes nor no."""
    assert parse_when("1998").begun_by(as_of) is expected


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (UNKNOWN_DAY, Truth.UNKNOWN),
        (When(None, date(1998, 6, 4)), Truth.YES),
        (When(None, date(1998, 6, 5)), Truth.UNKNOWN),
        (When(date(1998, 6, 4), None), Truth.UNKNOWN),
        (When(date(1998, 6, 5), None), Truth.NO),
    ],
)
def test_an_open_end_leaves_it_open(when: When, expected: Truth) -> None:
    """An end that is not known decides nothing."""
    assert when.begun_by(date(1998, 6, 4)) is expected


@pytest.mark.parametrize(
    ("text", "clipped"),
    [
        ("1987..2004", "1987-01-01..1998-06-04"),
        ("1990", "1990"),
        ("2004", "1998-06-04"),
        ("unknown", "unknown..1998-06-04"),
    ],
)
def test_clipping_leaves_no_end_after_the_day(text: str, clipped: str) -> None:
    """On a day in 1998 nobody knew that the window would be told as ending in 2004."""
    assert str(parse_when(text).clipped(date(1998, 6, 4))) == clipped


def test_clipping_keeps_a_known_beginning() -> None:
    """An interval without a known last day ends on the day it is told."""
    clipped = When(date(1990, 1, 1), None).clipped(date(1998, 6, 4))

    assert clipped == When(date(1990, 1, 1), date(1998, 6, 4))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("1998-06", "1998-07", True),
        ("1998-06", "1998-06-30..1999", False),
        ("1998-07", "1998-06", False),
        ("unknown", "1998", False),
        ("1998", "unknown", False),
    ],
)
def test_before_is_certain_or_not_said(one: str, other: str, expected: bool) -> None:
    """One date lies certainly before another only when no day of it can lie on or after the other."""
    assert parse_when(one).certainly_before(parse_when(other)) is expected


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2024, 3, 31), -1, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2024, 12, 15), 1, date(2025, 1, 15)),
        (date(2024, 1, 15), -1, date(2023, 12, 15)),
        (date(2024, 1, 15), 0, date(2024, 1, 15)),
        (date(9999, 11, 30), 1, date(9999, 12, 30)),
        (date(1, 2, 1), -1, date(1, 1, 1)),
    ],
)
def test_months_are_added_inside_the_month(day: date, months: int, expected: date) -> None:
    """The 31st becomes the last day of a shorter month, and a year ends where it should."""
    assert add_months(day, months) == expected


@pytest.mark.parametrize(("day", "months"), [(date(9999, 12, 1), 1), (date(1, 1, 31), -1)])
def test_months_outside_the_calendar_are_refused(day: date, months: int) -> None:
    """A day before the year 1 or after the year 9999 is an input error, not a crash."""
    with pytest.raises(InvalidInput, match="a year from 1 to 9999"):
        add_months(day, months)


def test_both_ends_move_by_months() -> None:
    """An interval moved by months keeps an end that is not known unknown."""
    moved = (parse_when("2024-01").plus_months(1), When(None, date(2024, 1, 31)).plus_months(1))

    assert moved == (When(date(2024, 2, 1), date(2024, 2, 29)), When(None, date(2024, 2, 29)))


def test_the_day_before_moves_both_ends() -> None:
    """The day before a month is that month a day earlier, and unknown stays unknown."""
    before = (parse_when("2024-03").day_before(), UNKNOWN_DAY.day_before())

    assert before == (When(date(2024, 2, 29), date(2024, 3, 30)), UNKNOWN_DAY)


@pytest.mark.parametrize(
    ("since", "as_of", "years"),
    [
        (date(1962, 8, 7), date(1998, 8, 6), 35),
        (date(1962, 8, 7), date(1998, 8, 7), 36),
        (date(2000, 2, 29), date(2001, 2, 28), 0),
        (date(2000, 2, 29), date(2001, 3, 1), 1),
        (date(2000, 2, 29), date(2004, 2, 28), 3),
        (date(2000, 2, 29), date(2004, 2, 29), 4),
        (date(2000, 2, 28), date(2004, 2, 29), 4),
        (date(2000, 5, 5), date(2000, 5, 5), 0),
    ],
)
def test_years_step_on_the_anniversary(since: date, as_of: date, years: int) -> None:
    """An age steps on the birthday itself; for 29 February in a common year that is 1 March."""
    assert completed_years(since, as_of) == years


@pytest.mark.parametrize(
    ("when", "text"),
    [
        (When.on(date(1998, 6, 4)), "1998-06-04"),
        (When(date(1998, 6, 1), date(1998, 6, 30)), "1998-06"),
        (When(date(1998, 6, 1), date(1998, 6, 29)), "1998-06-01..1998-06-29"),
        (When(date(1998, 6, 2), date(1998, 6, 30)), "1998-06-02..1998-06-30"),
        (When(date(1998, 6, 1), date(1998, 7, 31)), "1998-06-01..1998-07-31"),
        (When(date(1998, 6, 1), date(1999, 6, 30)), "1998-06-01..1999-06-30"),
        (When(date(1998, 1, 1), date(1998, 12, 31)), "1998"),
        (When(date(987, 1, 1), date(987, 12, 31)), "0987"),
        (When(date(987, 6, 1), date(987, 6, 30)), "0987-06"),
        (When(date(1987, 1, 1), date(2004, 12, 31)), "1987..2004"),
        (UNKNOWN_DAY, "unknown"),
        (When(None, date(1998, 6, 4)), "unknown..1998-06-04"),
        (When(date(1998, 6, 4), None), "1998-06-04..unknown"),
    ],
)
def test_a_date_is_told_in_its_shortest_form(when: When, text: str) -> None:
    """A whole year or month is told as such, anything else by its two ends."""
    assert str(when) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1998-06-04", date(1998, 6, 4)),
        ("today", date(2024, 1, 31)),
        (" Today ", date(2024, 1, 31)),
        ("+3w", date(2024, 2, 21)),
        ("-10d", date(2024, 1, 21)),
        ("+1m", date(2024, 2, 29)),
        ("-2m", date(2023, 11, 30)),
        ("+1y", date(2025, 1, 31)),
    ],
)
def test_a_day_may_be_typed_as_a_distance(text: str, expected: date) -> None:
    """A person may type a day, "today", or days, weeks, months and years from today."""
    assert day_from(text, today=date(2024, 1, 31)) == expected


@pytest.mark.parametrize("text", ["tomorrow", "1998-06", "+3", "3 weeks", "1998-02-30", "+3x", ""])
def test_a_typed_day_that_is_none_is_refused(text: str) -> None:
    """The message names what was typed and the ways of typing a day."""
    with pytest.raises(InvalidInput, match="or today, or") as caught:
        day_from(text, today=date(2024, 1, 31))

    assert caught.value.problems[0].value == text


@pytest.mark.parametrize("text", ["+99999999d", "+9999y", "-9999y", "+999999w"])
def test_a_typed_distance_outside_the_calendar_is_refused(text: str) -> None:
    """A distance that leaves the calendar is an input error, not a crash."""
    with pytest.raises(InvalidInput):
        day_from(text, today=date(2024, 1, 31))
