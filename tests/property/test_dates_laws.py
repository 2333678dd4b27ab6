"""Laws of uncertain days, for every day of the calendar."""

from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from twelfth.base import UNKNOWN_DAY, Truth, When, add_months, completed_years, parse_when

DAYS = st.dates(date(1600, 1, 1), date(2400, 12, 31))
ENDS = st.none() | DAYS


@st.composite
def whens(draw: st.DrawFn) -> When:
    """Any uncertain day: both ends, one or none of them known."""
    first, last = draw(ENDS), draw(ENDS)
    return When(last, first) if first and last and last < first else When(first, last)


@st.composite
def written(draw: st.DrawFn) -> When:
    """An uncertain day that a pack can write: both ends known, often whole months or years, or unknown."""
    first, last = sorted((draw(DAYS), draw(DAYS)))
    shape = draw(st.sampled_from(["days", "day", "months", "month", "years", "unknown"]))
    month_end = add_months((first if shape == "month" else last).replace(day=1), 1) - timedelta(days=1)
    return {
        "days": When(first, last),
        "day": When.on(first),
        "months": When(first.replace(day=1), month_end),
        "month": When(first.replace(day=1), month_end),
        "years": When(date(first.year, 1, 1), date(last.year, 12, 31)),
        "unknown": UNKNOWN_DAY,
    }[shape]


@given(written())
def test_writing_and_reading_gives_the_same_days(when: When) -> None:
    """Law: parse_when(str(w)) == w for every w with both ends known, and for unknown."""
    assert parse_when(str(when)) == when


@given(written())
def test_what_was_read_is_written_as_it_stands(when: When) -> None:
    """Law: str(parse_when(str(w))) == str(w)."""
    text = str(when)

    assert str(parse_when(text)) == text


@given(whens(), DAYS)
def test_clipping_never_tells_the_future(when: When, as_of: date) -> None:
    """Law: no end of w.clipped(d) lies after d, and an end at or before d stays."""
    clipped = when.clipped(as_of)

    assert clipped.latest is not None
    assert clipped.latest <= as_of
    assert clipped.earliest == (None if when.earliest is None else min(when.earliest, as_of))
    assert clipped.latest == (as_of if when.latest is None else min(when.latest, as_of))


@given(whens(), DAYS)
def test_clipping_twice_is_clipping_once(when: When, as_of: date) -> None:
    """Law: w.clipped(d).clipped(d) == w.clipped(d)."""
    once = when.clipped(as_of)

    assert once.clipped(as_of) == once


@given(whens(), DAYS, DAYS)
def test_what_has_begun_stays_begun(when: When, one: date, other: date) -> None:
    """Law: for d <= e, begun by d implies begun by e, and not begun by e implies not begun by d."""
    early, late = sorted((one, other))

    assert when.begun_by(early) is not Truth.YES or when.begun_by(late) is Truth.YES
    assert when.begun_by(late) is not Truth.NO or when.begun_by(early) is Truth.NO


@given(DAYS, DAYS, st.integers(0, 400), DAYS)
def test_begun_agrees_with_every_day_it_may_be(first: date, as_of: date, width: int, other: date) -> None:
    """Law: begun is yes (no) exactly when every day of the window has (has not) come."""
    assume(first.year < 2399)
    days = [first + timedelta(days=step) for step in range(width + 1)]

    answers = {day <= as_of for day in days}

    expected = Truth.UNKNOWN if len(answers) == 2 else Truth.YES if True in answers else Truth.NO
    assert When(days[0], days[-1]).begun_by(as_of) is expected


@given(DAYS, st.integers(-600, 600))
def test_months_land_in_their_month(day: date, months: int) -> None:
    """Law: add_months moves the month by exactly that many, and never past the day of the month it began on."""
    moved = add_months(day, months)

    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    assert moved.day == day.day or (moved.day < day.day and (moved + timedelta(days=1)).day == 1)


@given(DAYS, DAYS, st.integers(-600, 600))
def test_months_keep_the_order(one: date, other: date, months: int) -> None:
    """Law: d <= e implies add_months(d, m) <= add_months(e, m), so an interval stays an interval."""
    early, late = sorted((one, other))

    assert add_months(early, months) <= add_months(late, months)


@given(DAYS, DAYS)
def test_years_and_anniversaries_agree(one: date, other: date) -> None:
    """Law: n completed years at d means the nth anniversary has come by d and the next has not."""
    since, as_of = sorted((one, other))
    years = completed_years(since, as_of)

    assert _anniversary(since, years) <= as_of < _anniversary(since, years + 1)


def _anniversary(since: date, years: int) -> date:
    """1 March where the year has no 29 February."""
    if (since.month, since.day) == (2, 29):
        return date(since.year + years, 2, 28) + timedelta(days=1)
    return since.replace(year=since.year + years)
