"""The history of a case: what each attempt counts as, what is left out, what later days do not touch."""

from dataclasses import replace
from datetime import date

import pytest
from tests.factories import built_in, example

from twelfth.base import InvalidInput, NotEnoughData, When
from twelfth.distance import History, Outcome
from twelfth.goal import Attempt, Case, Process, Stage, StageName
from twelfth.store import MemoryCases, MemoryPacks
from twelfth.usecases import HistoryRead, read_history

NASA = built_in("nasa-astronaut")
HERNANDEZ = example("hernandez")
LATE_2003 = date(2003, 12, 31)


class Never:
    """A clock that stands still."""

    def today(self) -> date:
        return LATE_2003


def read(case: Case = HERNANDEZ, process: Process = NASA, **more: object) -> HistoryRead:
    shelf = MemoryCases(MemoryPacks(process), case)
    return read_history(case.name, cases=shelf, clock=Never(), **more)  # type: ignore[arg-type]


def attempt(*stages: StageName) -> Case:
    """A case with one attempt of the round of 2000 that went through these stages."""
    days = [When.on(date(1999, 6, 1 + place)) for place in range(len(stages))]
    history = tuple(Stage(stage=stage, on=on) for stage, on in zip(stages, days, strict=True))
    return replace(HERNANDEZ, attempts=(Attempt(round="2000", history=history),))


def test_every_attempt_counts_with_its_own_rounds_rate() -> None:
    """35 of 2,400, 25 of 2,600, 17 of 3,014; the round of 2004 was not announced in 2003."""
    found = read()

    assert [one.chance for one in found.past] == [35 / 2400, 25 / 2600, 17 / 3014, None]
    assert [one.outcome for one in found.past] == [
        Outcome.NOT_SELECTED,
        Outcome.NOT_SELECTED,
        Outcome.INTERVIEWED,
        Outcome.PENDING,
    ]
    assert found.past[-1].decided is None
    assert found.chance == 17 / 3014


def test_the_outlook_is_the_historys() -> None:
    """The same figures as the model gives for the same attempts and stages."""
    found = read(ahead=5)
    said = [(one.chance, one.outcome.value) for one in found.past if one.chance is not None]

    assert found.outlook == History(stages=dict(found.stages)).update(said, [17 / 3014] * 5)
    assert found.break_even == pytest.approx(1 / found.outlook.next)
    assert dict(found.stages)["screened"] == pytest.approx(388 / 3014)


def test_an_interview_says_more_than_a_no_takes() -> None:
    """Of those who applied 4 in 100 were interviewed: the one who was has better prospects than before."""
    interviewed, refused = (
        read(attempt(StageName.SUBMITTED, *stages, StageName.NOT_SELECTED)).outlook.next
        for stages in ((StageName.INTERVIEWED,), ())
    )

    assert interviewed > 17 / 3014 > refused


@pytest.mark.parametrize(
    ("stages", "outcome"),
    [
        ((StageName.SUBMITTED, StageName.SCREENED, StageName.NOT_SELECTED), Outcome.SCREENED),
        ((StageName.SUBMITTED, StageName.SELECTED), Outcome.SELECTED),
        ((StageName.SUBMITTED, StageName.WITHDRAWN), Outcome.WITHDRAWN),
        ((StageName.SUBMITTED, StageName.INELIGIBLE), Outcome.INELIGIBLE),
        ((StageName.SUBMITTED,), Outcome.PENDING),
    ],
)
def test_what_an_attempt_counts_as(stages: tuple[StageName, ...], outcome: Outcome) -> None:
    """The furthest stage of a no; what was not decided says nothing."""
    assert read(attempt(*stages)).past[0].outcome is outcome


def test_a_later_no_changes_nothing_earlier() -> None:
    """As of 1997 only the first attempt and the first rounds are read."""
    found = read(as_of=date(1997, 1, 1))

    assert [one.round for one in found.past if one.chance is not None] == ["1996"]
    assert found == read(replace(HERNANDEZ, attempts=HERNANDEZ.attempts[:2]), as_of=date(1997, 1, 1))


def test_a_chance_of_ones_own() -> None:
    """Stated, it is used for the attempts ahead, and said to be stated."""
    found = read(chance=0.05)

    assert (found.chance, found.own_chance) == (0.05, True)
    assert found.outlook.naive == pytest.approx(1 - 0.95**3)


def test_without_anybodys_number_a_chance_must_be_stated() -> None:
    """A pack that says for no round how many applied has no chance to start from."""
    bare = replace(NASA, funnel=())

    with pytest.raises(NotEnoughData, match="how many applied"):
        read(process=bare)
    found = read(process=bare, chance=0.02)
    assert (found.stages, [one.chance for one in found.past]) == ((), [None] * 4)


@pytest.mark.parametrize(("name", "value"), [("ahead", 0), ("ahead", 201), ("chance", 0.0), ("chance", 1.0)])
def test_what_makes_no_sense_is_refused(name: str, value: float) -> None:
    """No attempt, hundreds of them, a chance that is none."""
    with pytest.raises(InvalidInput):
        read(**{name: value})
