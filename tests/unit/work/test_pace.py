"""The pace, and when that will be enough."""

from datetime import date, timedelta

import numpy as np
import pytest

from twelfth.work import FEWEST_WEEKS, WEEKS_LOOKED_AT, DayWorked, Pace, finish_of, pace_of

MONDAY = date(2026, 3, 2)
TODAY = MONDAY + timedelta(days=2)


def weeks(*hours: float) -> list[DayWorked]:
    """So many hours in each of the weeks before this one, the last the latest."""
    first = MONDAY - len(hours) * timedelta(days=7)
    return [
        DayWorked(on=first + number * timedelta(days=7), minutes=round(60 * each))
        for number, each in enumerate(hours)
        if each
    ]


def test_the_pace_is_the_mean_of_whole_weeks() -> None:
    """What was worked this week is not a whole week and takes no part."""
    pace = pace_of([*weeks(2, 4, 6), DayWorked(on=MONDAY, minutes=6000)], as_of=TODAY)

    assert pace == Pace(hours=4, sd=2, weeks=3)


def test_with_two_weeks_there_is_no_pace() -> None:
    """Too few to know by how much they differ."""
    assert pace_of(weeks(5, 5), as_of=TODAY) is None
    assert pace_of([], as_of=TODAY) is None


def test_a_week_without_work_counts() -> None:
    """It was lived like the others."""
    pace = pace_of(weeks(3, 0, 3), as_of=TODAY)

    assert pace is not None
    assert pace.hours == pytest.approx(2)


def test_a_pause_is_as_if_it_had_not_been() -> None:
    """Pauses are free."""
    worked = weeks(3, 3, 0, 3)
    pause = MONDAY - timedelta(days=14)

    assert pace_of(worked, as_of=TODAY, pauses={pause}) == Pace(hours=3, sd=0, weeks=3)


def test_only_the_last_weeks_are_looked_at() -> None:
    """A life of long ago does not speed up this one."""
    pace = pace_of(weeks(40, *[2] * WEEKS_LOOKED_AT), as_of=TODAY)

    assert pace == Pace(hours=2, sd=0, weeks=WEEKS_LOOKED_AT)
    assert FEWEST_WEEKS <= WEEKS_LOOKED_AT


def test_an_even_pace_ends_on_one_day() -> None:
    """Ten hours at two a week: five weeks from Monday."""
    finish = finish_of(10, Pace(hours=2, sd=0, weeks=8), as_of=TODAY)

    assert finish is not None
    assert finish.early == finish.likely == finish.late == MONDAY + timedelta(days=35)


def test_what_is_done_is_done_today() -> None:
    """Nothing left takes no time, whatever the pace."""
    finish = finish_of(0, Pace(hours=0, sd=0, weeks=3), as_of=TODAY)

    assert finish is not None
    assert finish.late == TODAY


def test_at_no_pace_nothing_ends() -> None:
    """Not even at the early end."""
    assert finish_of(1, Pace(hours=0, sd=0, weeks=3), as_of=TODAY) is None


def test_weeks_that_differ_much_may_never_end() -> None:
    """Then there is a likely day and no late one."""
    finish = finish_of(100, Pace(hours=2, sd=4, weeks=4), as_of=TODAY)

    assert finish is not None
    assert finish.late is None
    assert finish.early < finish.likely


def test_nine_in_ten_lives_end_within_the_interval() -> None:
    """Weeks drawn from one normal distribution, the pace measured on eight of them: a plain simulation."""
    rng = np.random.default_rng(0)
    inside = 0
    for _ in range(2_000):
        seen = rng.normal(6, 1.5, 8)
        finish = finish_of(60, Pace(hours=seen.mean(), sd=seen.std(ddof=1), weeks=8), as_of=MONDAY)
        needed = int(np.argmax(np.cumsum(rng.normal(6, 1.5, 60)) >= 60)) + 1
        end = MONDAY + needed * timedelta(days=7)
        inside += finish is not None and finish.early <= end and (finish.late is None or end <= finish.late)

    assert 0.86 <= inside / 2_000 <= 0.97
