"""Which attempt an audit is of, and as of which day."""

from dataclasses import replace
from datetime import date

import pytest
from tests.points_process import FIRST, PEOPLE_PROCESS, SECOND, case_of, stages

from twelfth.audit import decision_day, examine, latest_decided
from twelfth.base import NotEnoughData, NotFound, When
from twelfth.goal import Attempt, StageName

SUBMITTED = date(2013, 3, 1)


def test_the_decision_day_is_the_day_the_person_was_told() -> None:
    """A dated decision of one's own comes before the day of the round."""
    assert decision_day(case_of(FIRST), PEOPLE_PROCESS, 1) == date(2010, 6, 2)


def test_an_uncertain_decision_is_audited_on_its_last_possible_day() -> None:
    """Only on the last day it may have come is it certain."""
    told = stages(submitted=date(2010, 3, 1), not_selected=When(date(2010, 6, 1), date(2010, 6, 30)))

    assert decision_day(case_of(replace(FIRST, history=told)), PEOPLE_PROCESS, 1) == date(2010, 6, 30)


def test_without_a_decision_of_ones_own_the_round_decides() -> None:
    """An attempt whose end is not recorded, or of unknown date, is audited on the day of the round."""
    pending = Attempt(round="r2", history=stages(submitted=SUBMITTED))
    unknown = Attempt(round="r2", history=stages(submitted=SUBMITTED, not_selected=When(date(2013, 4, 1), None)))

    days = [decision_day(case_of(one), PEOPLE_PROCESS, 1) for one in (pending, unknown)]

    assert days == [date(2013, 6, 1)] * 2


def test_the_latest_decided_by_a_day() -> None:
    """The last attempt decided by the day, not one that was still open."""
    case = case_of(FIRST, SECOND)

    found = [
        latest_decided(case, PEOPLE_PROCESS, day) for day in (date(2010, 6, 2), date(2013, 6, 2), date(2013, 6, 3))
    ]

    assert found == [1, 1, 2]


def test_the_later_of_two_decisions_of_one_day() -> None:
    """Two attempts told on one day: the later one."""
    same = replace(SECOND, history=stages(submitted=date(2010, 5, 1), not_selected=date(2010, 6, 2)))

    assert latest_decided(case_of(FIRST, same), PEOPLE_PROCESS, date(2014, 1, 1)) == 2


def test_nothing_decided_yet() -> None:
    """Before the first decision there is no attempt to audit."""
    with pytest.raises(NotFound, match="no attempt decided by 2010-06-01"):
        latest_decided(case_of(FIRST), PEOPLE_PROCESS, date(2010, 6, 1))


@pytest.mark.parametrize("stage", ["submitted", "screened", "interviewed", "pending"])
def test_an_undecided_attempt_cannot_be_audited(stage: str) -> None:
    """Law 1: a pending application is not a data point; the sentence says at which stage it stood."""
    history = stages(submitted=SUBMITTED) if stage == "submitted" else stages(submitted=SUBMITTED, **{stage: SUBMITTED})

    with pytest.raises(NotEnoughData, match=f"not decided by 2014-01-01: it stood at {stage}"):
        examine(case_of(Attempt(round="r2", history=history)), PEOPLE_PROCESS, number=1, as_of=date(2014, 1, 1))


def test_before_its_decision_an_attempt_stood_at_the_stage_before() -> None:
    """The day before the no, the no was not known."""
    with pytest.raises(NotEnoughData, match="it stood at submitted"):
        examine(case_of(FIRST), PEOPLE_PROCESS, number=1, as_of=date(2010, 6, 1))


@pytest.mark.parametrize("number", [0, 2])
def test_an_attempt_there_is_not(number: int) -> None:
    """Attempts are counted from one."""
    with pytest.raises(NotFound, match=f"no attempt {number}"):
        examine(case_of(FIRST), PEOPLE_PROCESS, number=number, as_of=date(2014, 1, 1))


def test_a_round_not_known_yet() -> None:
    """A decision of one's own before the round was known cannot be compared with that round."""
    early = Attempt(round="r2", history=stages(submitted=date(2013, 1, 1), not_selected=date(2013, 2, 1)))

    with pytest.raises(NotFound, match="no round 'r2' known on that day"):
        examine(case_of(early), PEOPLE_PROCESS, number=1, as_of=date(2013, 3, 1))


@pytest.mark.parametrize("stage", ["not_selected", "selected", "withdrawn", "ineligible"])
def test_every_decided_stage_can_be_audited(stage: str) -> None:
    """Also a yes, a withdrawal and an ineligible application have an audit."""
    history = stages(submitted=SUBMITTED, **{stage: date(2013, 6, 1)})

    found = examine(
        case_of(Attempt(round="r2", history=history)), PEOPLE_PROCESS, number=1, as_of=date(2013, 6, 1)
    ).attempt

    assert (found.stage, found.reached) == (StageName(stage), StageName.SUBMITTED)


def test_the_stage_reached_is_the_last_before_the_decision() -> None:
    """Interviewed and not selected: the interview was reached."""
    history = stages(submitted=SUBMITTED, interviewed=date(2013, 5, 1), not_selected=date(2013, 6, 1))

    found = examine(case_of(replace(SECOND, history=history)), PEOPLE_PROCESS, number=1, as_of=date(2013, 6, 1)).attempt

    assert found.reached is StageName.INTERVIEWED


def test_a_draft_withdrawn_reached_no_more_than_a_draft() -> None:
    """An application withdrawn before it was sent is assumed sent on the day of the round, and told so."""
    history = stages(draft=SUBMITTED, withdrawn=date(2013, 4, 1))

    found = examine(case_of(replace(SECOND, history=history)), PEOPLE_PROCESS, number=1, as_of=date(2013, 6, 1))

    assert (found.attempt.reached, found.sent.day, found.sent.assumed) == (StageName.DRAFT, date(2013, 6, 1), True)
