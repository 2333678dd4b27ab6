"""Attempts of a case file: days and seats that the round contradicts, and days nobody needs to remember."""

from datetime import date
from pathlib import Path

import pytest
from tests.unit.packs.test_case_file import HEAD, WHOLE, read

from twelfth.base import InvalidInput

AGAINST_THE_ROUND = {
    "sent after the decision": (
        "on = 2010-01-15",
        "on = 2010-07-01",
        "not after the decision of round r1 on 2010-06-01",
    ),
    "decided before it opened": ("on = 2010-06-01", 'on = "2009"', "not before round r1 opened on 2010-01-01"),
    "decided before its cut-off": ("on = 2010-06-01", "on = 2010-05-31", "not before round r1 was held on 2010-06-01"),
}


@pytest.mark.parametrize(("old", "new", "expected"), AGAINST_THE_ROUND.values(), ids=AGAINST_THE_ROUND)
def test_days_that_contradict_the_round_are_refused(old: str, new: str, expected: str, tmp_path: Path) -> None:
    """The stage is named with its line, and the day of the round with it."""
    text = WHOLE if "01-15" in old else WHOLE.replace("on = 2010-01-15\n", "")
    if "07-01" in new:
        text = text.replace("on = 2010-06-01\n", "")
    with pytest.raises(InvalidInput, match=expected) as caught:
        read(tmp_path, text.replace(old, new))

    problem = caught.value.problems[0]
    assert (problem.field, problem.line is not None) == ("on", True)


def test_a_decision_of_unknown_day_fell_by_the_day_of_the_round(tmp_path: Path) -> None:
    """Nobody needs to remember the day of the letter: the round's is known."""
    attempt = read(tmp_path, WHOLE.replace("on = 2010-06-01\n", "")).attempts[0]

    assert str(attempt.decided) == "unknown..2010-06-01"
    seen = [attempt.known(day) for day in (date(2010, 5, 31), date(2010, 6, 1))]
    assert [one.stage if one else None for one in seen] == ["submitted", "not_selected"]


def test_an_unknown_seat_is_refused(tmp_path: Path) -> None:
    """A seat nobody was selected for would be compared with nobody."""
    with pytest.raises(InvalidInput, match="one of the pack's seats: crew"):
        read(tmp_path, WHOLE.replace('round = "r1"', 'round = "r1"\nseat = "captain"'))


def test_two_dates_of_birth_are_refused(tmp_path: Path) -> None:
    """A day does not become another one with time, so the later one does not follow the earlier."""
    born = '[[fact]]\ntrait = "born"\nvalue = {}\nfrom = {}\nsource = "own"\n'
    twice = born.format("1980-01-01", "1980-01-01") + born.format("1981-01-01", "1981-01-01")

    with pytest.raises(InvalidInput, match="1980-01-01 and 1981-01-01"):
        read(tmp_path, HEAD + twice)
