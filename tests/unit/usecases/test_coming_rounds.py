"""The next date of a goal is one its person can use."""

from dataclasses import replace
from datetime import date, timedelta

from tests.factories import built_in, example

from twelfth.base import Truth, When
from twelfth.goal import Attempt, Round, Stage, StageName
from twelfth.usecases import ComingRounds, GoalCard, KeptGoal, Row, coming_rounds

DAY = date(2025, 12, 17)
CARD = Row(id=1, version=1, thing=GoalCard(name="me", title="Me", pack="express-entry", begun=DAY))
KEPT = KeptGoal(
    card=CARD, facts=tuple(Row(id=at, version=1, thing=one) for at, one in enumerate(example("newcomer").facts))
)


def announced(kind: str, days: int, *, known: date = DAY, closes: date | None = None) -> Round:
    return Round(
        id=f"{kind}-{days}", kind=kind, name=kind, decided=DAY + timedelta(days=days), known=known, closes=closes
    )


def coming(*rounds: Round, kept: KeptGoal = KEPT) -> ComingRounds:
    pack = built_in("express-entry")
    return coming_rounds(kept, replace(pack, rounds=(*pack.rounds, *rounds)), today=DAY, as_of=DAY)


def test_a_round_one_may_not_enter_is_no_date() -> None:
    """The newcomer speaks no French and has no nomination; the Canadian Experience Class is open."""
    found = coming(announced("french", 3), announced("pnp", 4), announced("cec", 9))

    assert found.next is not None
    assert (found.next.name, found.next.day) == ("cec", DAY + timedelta(days=9))


def test_what_nobody_has_announced_is_no_date() -> None:
    """Rounds that became known later, and a round that is decided today."""
    assert coming(announced("cec", 9, known=DAY + timedelta(days=1)), announced("cec", 0)).next is None


def test_a_round_of_ones_own_is_a_date() -> None:
    """It was written down by whoever wants to see it; it closes before it is decided."""
    own = announced("mine", 20, known=DAY + timedelta(days=20), closes=DAY + timedelta(days=5))
    found = coming(own, kept=replace(KEPT, rounds=(Row(id=1, version=1, thing=own),))).next

    assert found is not None
    assert (found.name, found.day, found.closes) == ("mine", DAY + timedelta(days=5), True)


def test_without_a_date_it_is_told_how_often_they_are_held() -> None:
    """Of those one may enter the kind held most often in the last twelve months on file."""
    pack = built_in("express-entry")
    year = [one for one in pack.rounds if one.kind == "cec" and date(2024, 12, 17) < one.decided <= DAY]

    told = coming()

    assert told.next is None
    assert told.lately is not None
    assert (told.kind, told.lately.times, told.lately.up_to) == ("Canadian Experience Class", len(year), DAY)


def test_whoever_may_enter_none_is_told_when_the_nearest_was_last_held() -> None:
    """Without work in Canada that is the Federal Skilled Worker, which was held once, in 2023."""
    work = ("canadian_work", "canadian_work_3y")
    facts = [replace(one, level=0.0 if one.trait in work else one.level) for one in example("newcomer").facts]
    known = [one for one in facts if one.trait != "born"]
    kept = replace(KEPT, facts=tuple(Row(id=at, version=1, thing=one) for at, one in enumerate(known)))
    told = coming(kept=kept)

    assert (told.next, told.lately) == (None, None)
    assert told.kind == "Federal Skilled Worker"
    assert told.last == When.on(date(2023, 2, 2))


def test_a_round_that_was_answered_is_no_date() -> None:
    """Though the day it closes is still ahead."""
    own = announced("mine", 20, known=DAY + timedelta(days=20), closes=DAY + timedelta(days=5))
    stages = (StageName.SUBMITTED, StageName.NOT_SELECTED)
    tried = Attempt(round=own.id, history=tuple(Stage(stage=one, on=When.on(DAY)) for one in stages))
    rounds, attempts = ((Row(id=1, version=1, thing=one),) for one in (own, tried))

    assert coming(own, kept=replace(KEPT, rounds=rounds, attempts=attempts)).next is None


def test_where_one_stands_in_the_kind_of_round_one_wrote_down_is_told() -> None:
    """The newcomer wrote down a round for French speakers, which they may not enter; without one there is none."""
    own = announced("french", 20, known=DAY)
    found = coming(own, kept=replace(KEPT, rounds=(Row(id=1, version=1, thing=own),))).chosen

    assert found is not None
    assert (found.kind, found.eligible) == ("french", Truth.NO)
    assert coming(announced("cec", 9)).chosen is None
