"""A case: one person as it stood on a day."""

from datetime import date

import pytest
from tests.factories import fact

from twelfth.base import NotFound, parse_when
from twelfth.goal import Attempt, Case, Fact, Stage, StageName

DAY = date(1998, 6, 4)


def attempt(round_id: str, *stages: tuple[StageName, str]) -> Attempt:
    """An attempt at a round, its days as a case writes them."""
    return Attempt(round=round_id, history=tuple(Stage(stage=name, on=parse_when(on)) for name, on in stages))


def case(*attempts: Attempt, facts: tuple[Fact, ...] = ()) -> Case:
    """A case with these attempts and facts."""
    return Case(
        name="hernandez", title="José Hernández", pack="nasa", facts=facts, attempts=attempts, also_known_as=("J",)
    )


@pytest.mark.parametrize(
    ("one", "kept"),
    [
        (fact("diver", True, "1998-06-04"), True),
        (fact("diver", True, "1998-06-05"), False),
        (fact("diver", True, "1987..2004"), True),
        (fact("diver", True, "unknown"), True),
        (fact("diver", True, "1990", known=date(1998, 6, 5)), False),
    ],
    ids=["that day", "next day", "possibly", "undated", "known later"],
)
def test_facts_of_the_future_are_gone(one: Fact, kept: bool) -> None:
    """A fact that had certainly not begun, or was not known, is left out; what may have begun stays."""
    assert bool(case(facts=(one,)).known(DAY).facts) is kept


def test_attempts_are_told_as_far_as_they_had_come() -> None:
    """A later stage is gone, and an attempt that had not begun is gone altogether."""
    open_then = attempt("17", (StageName.SUBMITTED, "1998-01-01"), (StageName.NOT_SELECTED, "1998-06-05"))
    later = attempt("18", (StageName.SUBMITTED, "1999"))

    known = case(open_then, later).known(DAY).attempts

    assert [(one.round, one.stage) for one in known] == [("17", StageName.SUBMITTED)]


def test_everything_else_stays() -> None:
    """Who the person is does not depend on the day."""
    whole = case()

    assert whole.known(DAY) == whole
    assert whole.names == ("hernandez", "José Hernández", "J")


def test_attempts_are_counted_from_one() -> None:
    """The first attempt has the number 1."""
    both = case(attempt("16", (StageName.SUBMITTED, "1996")), attempt("17", (StageName.SUBMITTED, "1998")))

    assert [both.attempt(number).round for number in (1, 2)] == ["16", "17"]


@pytest.mark.parametrize("number", [0, -1, 2])
def test_an_attempt_that_is_not_there_is_not_found(number: int) -> None:
    """Neither 0 nor a negative number nor one too many finds an attempt, and the message counts them."""
    with pytest.raises(NotFound, match=f"no attempt {number} by that day: it has 1") as caught:
        case(attempt("16", (StageName.SUBMITTED, "1996"))).attempt(number)

    assert caught.value.next_step == "List them with: twelfth case show CASE"
