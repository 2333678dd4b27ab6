"""What follows a yes: for which day of it a step holds, its last day, and since when it may be told."""

from datetime import date

import pytest

from twelfth.base import InvalidInput, When, parse_when
from twelfth.goal import AfterYes, Following, known_after_yes

STEP = AfterYes(id="apply", title="Apply", days=60, begins=date(2021, 6, 29))


def following(yes: str, *, days: int | None = 60) -> Following:
    step = AfterYes(id="apply", title="Apply", days=days)
    return Following(step=step, round="r", yes=parse_when(yes), invited=True)


@pytest.mark.parametrize(
    ("yes", "last"),
    [("2025-12-14", date(2026, 2, 12)), ("2025-12", None), ("9999-12-30", date.max)],
)
def test_the_last_day_is_told_of_a_yes_whose_day_is_known(yes: str, last: date | None) -> None:
    """So many days after it; of a month none is made up; and no day comes after the last of the calendar."""
    assert following(yes).due == last


@pytest.mark.parametrize(
    ("yes", "today", "is_open"),
    [
        ("2025-12-14", date(2026, 2, 12), True),
        ("2025-12-14", date(2026, 2, 13), False),
        ("2025-12", date(2026, 3, 1), True),
        ("2025-12", date(2026, 3, 2), False),
        ("unknown", date(2026, 3, 2), True),
    ],
)
def test_it_is_open_until_its_last_day_is_certainly_past(yes: str, today: date, is_open: bool) -> None:
    """On that day too; where the day of the yes is uncertain, counted from the last it can be."""
    assert following(yes).is_open(today) is is_open


def test_what_has_no_days_is_not_open() -> None:
    """It has no day to be done by, so that it would stand there for ever."""
    one = following("2025-12-14", days=None)

    assert (one.due, one.is_open(date(2025, 12, 15))) == (None, False)


@pytest.mark.parametrize(
    ("yes", "holds"),
    [
        (parse_when("2021-06-28"), False),
        (parse_when("2021-06-29"), True),
        (parse_when("2021-06"), False),
        (When(None, date(2022, 1, 1)), False),
    ],
)
def test_a_step_holds_for_a_yes_that_certainly_lies_in_its_days(yes: When, holds: bool) -> None:
    """Another rule held before."""
    assert STEP.holds_for(yes) is holds


def test_a_step_is_told_since_it_was_known() -> None:
    """Since its first day where nothing else is said; when it would end was not known while it held."""
    ended = AfterYes(id="old", title="Old", days=90, begins=date(2020, 4, 1), ends=date(2021, 6, 28))
    early = AfterYes(id="new", title="New", begins=date(2021, 6, 29), known=date(2021, 6, 1))

    assert known_after_yes((STEP, early), date(2021, 6, 28)) == (early,)
    assert known_after_yes((STEP,), date(2021, 6, 29)) == (STEP,)
    assert [one.ends for one in known_after_yes((ended,), date(2021, 6, 28))] == [None]
    assert known_after_yes((ended,), date(2021, 6, 29)) == (ended,)


@pytest.mark.parametrize("days", [0, -1, 3651])
def test_days_that_are_no_span_are_refused(days: int) -> None:
    """Told with the step they are of."""
    with pytest.raises(InvalidInput, match="days of apply"):
        AfterYes(id="apply", title="Apply", days=days)
