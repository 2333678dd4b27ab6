"""The verbs: audit, replay, measure, score, show, each on the built-in cases and on small ones of its own."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from tests.factories import BUILT_IN
from tests.small_pack import write_pack

from twelfth.base import NotEnoughData, NotFound
from twelfth.packs import FileCases, FilePacks
from twelfth.store import MemoryAuditLog
from twelfth.usecases import (
    Audit,
    audit_attempt,
    list_packs,
    measure_gap,
    replay_rounds,
    score_case,
    show_case,
    show_pack,
)

CASE = """\
schema = 1
name = "mine"
title = "Mine"
pack = "small"
also_known_as = ["Ana"]
[[source]]
id = "own"
title = "Mine"
[[fact]]
trait = "degree"
value = "bachelor"
from = 2009-01-01
[[fact]]
trait = "years"
value = 3
from = 2009-01-01
[[attempt]]
round = "r1"
[[attempt.stage]]
stage = "submitted"
on = 2010-01-15
[[attempt.stage]]
stage = "not_selected"
on = 2010-06-01
[[attempt]]
round = "r2"
[[attempt.stage]]
stage = "submitted"
on = 2013-01-15
"""


class On:
    """A clock that stands."""

    def __init__(self, day: date = date(2026, 11, 21)) -> None:
        self._day = day

    def today(self) -> date:
        return self._day


BUILT_IN_CASES = FileCases(FilePacks(here=BUILT_IN), here=BUILT_IN)


def own(folder: Path, text: str = CASE, **files: str) -> FileCases:
    write_pack(folder, **files)
    (folder / "mine.toml").write_text(text)
    return FileCases(FilePacks(here=folder), here=folder)


@cache
def replayed() -> tuple[Audit, ...]:
    return replay_rounds("hernandez", cases=BUILT_IN_CASES, log=MemoryAuditLog(), clock=On())


def audit(name: str, cases: FileCases, today: date = date(2026, 11, 21), **more: object) -> Audit:
    return audit_attempt(name, cases=cases, log=MemoryAuditLog(), clock=On(today), **more)  # type: ignore[arg-type]


def test_an_audit_without_a_day_is_of_the_day_of_the_decision() -> None:
    """What was learnt later is not used against the person of then."""
    found = audit("hernandez", BUILT_IN_CASES, number=2)

    assert found.record.as_of == date(1998, 6, 4)


def test_an_audit_without_a_number_is_of_the_last_one_decided() -> None:
    """Today all are decided; in 1999 the second was the last."""
    made = replayed()[-1].ledger

    assert audit("hernandez", BUILT_IN_CASES, ledger=made).record.attempt.number == 4
    assert audit("hernandez", BUILT_IN_CASES, as_of=date(1999, 1, 1), ledger=made).record.attempt.number == 2
    assert audit("hernandez", BUILT_IN_CASES, date(1999, 1, 1), ledger=made).record.attempt.number == 2


def test_an_undecided_attempt_is_not_enough_data(tmp_path: Path) -> None:
    """A pending application is not a data point."""
    with pytest.raises(NotEnoughData, match=r"was not decided by .* it stood at submitted") as caught:
        audit("mine.toml", own(tmp_path), number=2)

    assert "later day" in caught.value.next_step


@pytest.mark.parametrize("number", [0, -1, 3, 999])
def test_an_unknown_attempt_is_not_found(number: int, tmp_path: Path) -> None:
    """Attempts are counted from 1; 0 is none of them, and not the last."""
    with pytest.raises(NotFound, match=f"no attempt {number}"):
        audit("mine.toml", own(tmp_path), number=number)


def test_nothing_decided_yet_is_not_found() -> None:
    """Before the first decision there is no no to audit."""
    with pytest.raises(NotFound, match="no attempt decided by 1995-01-01"):
        audit("hernandez", BUILT_IN_CASES, as_of=date(1995, 1, 1))


def test_an_unknown_case_is_not_found() -> None:
    """The sentence names it."""
    with pytest.raises(NotFound, match="nobody"):
        audit("nobody", BUILT_IN_CASES)


def test_every_audit_is_kept_with_who_asked_and_when() -> None:
    """The log holds the digest and an event of today."""
    log = MemoryAuditLog()

    found = audit_attempt("hernandez", cases=BUILT_IN_CASES, log=log, clock=On(date(2025, 3, 4)), number=1)

    assert log.digests("hernandez") == (found.digest,)
    event = log.events[0]
    assert (event.action, event.on, event.actor) == ("audit", date(2025, 3, 4), "owner")
    assert event.subject == "hernandez attempt 1 as of 1996-05-01"


def test_a_refused_audit_is_not_kept(tmp_path: Path) -> None:
    """No record, no event."""
    log = MemoryAuditLog()
    with pytest.raises(NotEnoughData):
        audit_attempt("mine.toml", cases=own(tmp_path), log=log, clock=On(), number=2)

    assert (log.digests("mine"), log.events) == ((), [])


def test_a_replay_is_in_order_each_as_of_its_own_day() -> None:
    """The four selections, each with what was known then."""
    found = replayed()

    assert [one.record.attempt.round for one in found] == ["1996", "1998", "2000", "2004"]
    assert [one.record.as_of for one in found] == [
        date(1996, 5, 1),
        date(1998, 6, 4),
        date(2000, 7, 26),
        date(2004, 5, 6),
    ]


@pytest.mark.parametrize(("until", "count"), [(date(1996, 4, 30), 0), (date(1996, 5, 1), 1), (date(2000, 7, 26), 3)])
def test_a_replay_may_end_early(until: date, count: int) -> None:
    """Only what was decided by that day."""
    found = replay_rounds("hernandez", cases=BUILT_IN_CASES, log=MemoryAuditLog(), clock=On(), until=until)

    assert len(found) == count


def test_a_replay_leaves_pending_attempts_out(tmp_path: Path) -> None:
    """One that waits for its decision does not stop the others from being told."""
    found = replay_rounds("mine.toml", cases=own(tmp_path), log=MemoryAuditLog(), clock=On())

    assert [one.record.attempt.round for one in found] == ["r1"]


def test_a_replayed_audit_is_the_audit() -> None:
    """Same facts, same day, same bytes."""
    assert replayed()[1].digest == audit("hernandez", BUILT_IN_CASES, number=2).digest


def test_the_gap_is_against_everybody_known_on_the_day() -> None:
    """In 1998 the classes up to 1998, today all of the seat, the person never among them."""
    then = measure_gap("hernandez", cases=BUILT_IN_CASES, clock=On(), as_of=date(1998, 6, 4)).cohort
    now = measure_gap("hernandez", cases=BUILT_IN_CASES, clock=On()).cohort

    assert then is not None
    assert now is not None
    assert set(then.rounds) == {"1995", "1996", "1998"}
    assert then.described < now.described == 69


def test_the_gap_may_be_against_one_round() -> None:
    """Only those selected in it."""
    cohort = measure_gap("hernandez", cases=BUILT_IN_CASES, clock=On(), round_id="2000").cohort

    assert cohort is not None
    assert cohort.rounds == ("2000",)


def test_a_round_not_known_yet_is_not_found() -> None:
    """In 1999 nobody knew of the round of 2000."""
    with pytest.raises(NotFound, match="no round '2000' known on that day"):
        measure_gap("hernandez", cases=BUILT_IN_CASES, clock=On(), as_of=date(1999, 1, 1), round_id="2000")


def test_a_day_before_anybody_was_selected_is_not_enough_data() -> None:
    """There is nobody to compare with and no rubric."""
    with pytest.raises(NotEnoughData, match="Nobody selected by 1990-01-01 is on file, and no rubric"):
        measure_gap("hernandez", cases=BUILT_IN_CASES, clock=On(), as_of=date(1990, 1, 1))


def test_a_pack_without_people_or_rubric_is_not_enough_data(tmp_path: Path) -> None:
    """The next step says what would change that."""
    (tmp_path / "mine.toml").write_text('schema = 1\nname = "mine"\ntitle = "M"\npack = "blank"\n')
    cases = FileCases(FilePacks(here=tmp_path), here=tmp_path)

    with pytest.raises(NotEnoughData) as caught:
        measure_gap("mine.toml", cases=cases, clock=On())

    assert "yes_group.csv" in caught.value.next_step


def test_a_pack_with_both_gives_both(tmp_path: Path) -> None:
    """The gap to the people and the points of the rubric."""
    found = measure_gap("mine.toml", cases=own(tmp_path), clock=On(date(2013, 6, 3)))

    assert found.cohort is not None
    assert found.rubric is not None
    assert found.rubric.score.total.lo == 30
    assert found.cohort.described == 3


def test_a_pack_without_a_rubric_has_no_score() -> None:
    """The next step is the gap."""
    with pytest.raises(NotEnoughData, match="publishes no points") as caught:
        score_case("hernandez", cases=BUILT_IN_CASES, clock=On())

    assert "twelfth gap hernandez" in caught.value.next_step


@pytest.mark.parametrize("day", [date(2026, 11, 3), date(2027, 1, 1)])
def test_a_score_after_the_last_sourced_rule_is_not_enough_data(day: date) -> None:
    """The sentence says since when, and which change is the reason."""
    with pytest.raises(NotEnoughData) as caught:
        score_case("newcomer", cases=BUILT_IN_CASES, clock=On(), as_of=day)

    assert "the table holds to 2026-11-02" in str(caught.value)
    assert "Points for work or an offer in a high-wage occupation (2026-11-03)" in str(caught.value)


def test_the_last_day_of_the_sourced_rule_has_a_score() -> None:
    """A day earlier the same question is answered."""
    found = score_case("newcomer", cases=BUILT_IN_CASES, clock=On(), as_of=date(2026, 11, 2))

    assert found.rubric is not None
    assert found.cohort is None


@pytest.mark.parametrize("verb", [score_case, measure_gap])
def test_a_day_before_the_first_rule_is_not_enough_data(verb: object) -> None:
    """Express Entry began in 2015."""
    with pytest.raises(NotEnoughData, match="no rule is sourced before 2015-01-01, and 2014-12-31 was asked for"):
        verb("newcomer", cases=BUILT_IN_CASES, clock=On(), as_of=date(2014, 12, 31))  # type: ignore[operator]


def test_an_audit_before_the_first_rule_is_not_enough_data(tmp_path: Path) -> None:
    """A round held before the points are sourced cannot be told in points."""
    rounds = "id,kind,decided,source\nr1,yearly,2009-06-01,own\nr2,yearly,2013-06-01,own\n"
    text = CASE.replace("2010-", "2009-")

    with pytest.raises(NotEnoughData, match="no rule is sourced before 2010-01-01"):
        audit("mine.toml", own(tmp_path, text, **{"rounds.csv": rounds}), number=1)


def test_a_case_is_shown_as_of_a_day() -> None:
    """What was known by then, today when no day is given."""
    then = show_case("hernandez", cases=BUILT_IN_CASES, clock=On(), as_of=date(1996, 5, 1))
    now = show_case("hernandez", cases=BUILT_IN_CASES, clock=On(date(2005, 1, 1)))

    assert (then.as_of, [one.stage for one in then.attempts]) == (date(1996, 5, 1), ["not_selected"])
    assert (now.as_of, len(now.attempts), now.attempts[3].stage) == (date(2005, 1, 1), 4, "selected")
    assert then.facts < now.facts
    assert "flying" in {one.trait for one in now.traits}


def test_packs_are_listed_and_shown() -> None:
    """Counted, by name."""
    packs = FilePacks(here=BUILT_IN)

    assert [one.name for one in list_packs(packs=packs)] == ["blank", "express-entry", "nasa-astronaut"]
    shown = show_pack("nasa-astronaut", packs=packs)
    assert (shown.rounds, shown.people) == (7, 74)
    assert (shown.first_round, shown.last_round) == (date(1990, 1, 17), date(2004, 5, 6))
    assert [one.name for one in shown.traits if one.recorded == "positives-only"][:2] == ["flying", "diving"]


def test_a_pack_without_rounds_has_no_first_round() -> None:
    """Nor a last one, nor people."""
    shown = show_pack("blank", packs=FilePacks(here=BUILT_IN))

    assert (shown.first_round, shown.last_round, shown.people) == (None, None, 0)
