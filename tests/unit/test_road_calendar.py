"""A road as a calendar: ids that stay, and titles that are only titles."""

from datetime import date

import pytest
from icalendar import Calendar
from tests.roads import mile, road

from twelfth.tell import calendar_file


def ids(file: bytes) -> list[str]:
    return [str(one["uid"]) for one in Calendar.from_ical(file).walk("VEVENT")]


def test_a_mile_that_moved_keeps_its_ids() -> None:
    """So that the calendar moves what is there and does not hold it twice; another mile has others."""
    drawn = calendar_file(road(mile()))
    later = calendar_file(road(mile(begins=date(2026, 2, 5), done=date(2026, 3, 5))))

    assert ids(later) == ids(drawn)
    assert drawn != later
    assert set(ids(calendar_file(road(mile(move="two"))))) & set(ids(drawn)) == {ids(drawn)[-1]}


@pytest.mark.parametrize("sign", ["\r", "\n", "\r\n", "\x0b", "\x85", "\u2028", "\x07"])
def test_a_title_cannot_begin_a_line_of_the_calendar(sign: str) -> None:
    """Whatever ends lines in it: there is no event and no property of its making."""
    file = calendar_file(road(mile(title=f"One{sign}BEGIN:VALARM{sign}ATTACH:http://elsewhere.invalid")))

    assert Calendar.from_ical(file).walk("VALARM") == []
    assert not [line for line in file.decode().splitlines() if line.startswith(("BEGIN:VALARM", "ATTACH"))]


def test_an_event_is_a_whole_day() -> None:
    """From its day to the day after, which keeps nobody busy."""
    first = Calendar.from_ical(calendar_file(road(mile()))).walk("VEVENT")[0]

    assert (first.decoded("dtstart"), first.decoded("dtend")) == (date(2025, 12, 18), date(2025, 12, 19))
    assert (str(first["transp"]), str(first["description"])) == ("TRANSPARENT", "20 h")
