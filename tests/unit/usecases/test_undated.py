"""Numbers typed later and without a day say nothing of a day gone by, until somebody says what was so then."""

from datetime import date

import pytest
from tests.factories import built_in

from twelfth.base import When
from twelfth.goal import Fact, Process, Status, profile
from twelfth.usecases import Row, undated_numbers

ROUND, TODAY = date(2025, 12, 10), date(2025, 12, 17)
BORN = Fact(trait="born", level=date(1992, 3, 1), begins=When(None, TODAY))


@pytest.fixture
def process() -> Process:
    return built_in("express-entry").known(TODAY)


def rows(*facts: Fact) -> tuple[Row[Fact], ...]:
    return tuple(Row(id=number, version=1, thing=one) for number, one in enumerate(facts, 1))


def months(level: float, begins: When) -> Fact:
    return Fact(trait="canadian_work", level=level, begins=begins, source=("own",))


@pytest.mark.parametrize(
    ("begins", "asked"),
    [(When(None, TODAY), True), (When(None, ROUND), False), (When.on(ROUND), False), (When(ROUND, TODAY), False)],
)
def test_what_has_no_day_of_its_own_is_asked(process: Process, begins: When, asked: bool) -> None:
    """And what has one, or was typed by then, is not."""
    found = undated_numbers(rows(months(14, begins)), process, ROUND, kind="cec")

    assert [one.trait.name for one in found] == ["canadian_work"] * asked


def test_a_day_such_as_a_birth_is_never_asked(process: Process) -> None:
    """Whoever was born on a day was so on every day since."""
    found = profile((BORN,), ROUND, traits=process.traits)["born"]

    assert undated_numbers(rows(BORN), process, ROUND, kind="cec") == ()
    assert (found.status, found.level) == (Status.HELD, date(1992, 3, 1))


def test_what_the_round_does_not_rest_on_is_not_asked(process: Process) -> None:
    """The list of another category changes neither the points nor that round."""
    listed = Fact(trait="stem_occupation", level=True, begins=When(None, TODAY))
    assert any(trait.name == listed.trait for trait in process.traits)

    assert undated_numbers(rows(listed), process, ROUND, kind="cec") == ()


@pytest.mark.parametrize("was", [14.0, 12.0])
def test_what_was_so_then_holds_then_and_what_is_so_now_holds_now(process: Process, was: float) -> None:
    """Whether it is the same or another."""
    (asked,) = undated_numbers(rows(months(14, When(None, TODAY))), process, ROUND, kind="cec")
    facts = asked.dated(was, ROUND)
    then, now = (profile(facts, day, traits=process.traits)["canadian_work"] for day in (ROUND, TODAY))

    assert (then.status, then.level) == (Status.HELD, was)
    assert (now.status, now.level) == (Status.HELD, 14)
    assert undated_numbers(rows(*facts), process, ROUND, kind="cec") == ()
