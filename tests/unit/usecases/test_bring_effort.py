"""Entries of a table are added once, however often the table is sent."""

from datetime import date

from tests.kept_goals import CARD, EVENT

from twelfth.store import MemoryEffort, MemoryGoals
from twelfth.usecases import Begun, bring_effort, preview_effort
from twelfth.work import Effort

HOUR = Effort(on=date(2026, 3, 2), minutes=60)
OTHERS = (Effort(on=date(2026, 3, 1), minutes=60), Effort(on=HOUR.on, minutes=60, note="verbs"))


def test_what_is_there_is_left_out() -> None:
    """By everything an entry has; of two that are alike in the table the second is new where one is kept."""
    goals = MemoryGoals()
    log = MemoryEffort(goals)
    goals.begin(Begun(card=CARD, things=(HOUR,)), event=EVENT)
    entries = (HOUR, *OTHERS, HOUR)

    looked = preview_effort("moon", entries, log=log)
    brought = bring_effort("moon", entries, book=goals, event=EVENT)
    again = bring_effort("moon", entries, book=goals, event=EVENT)

    assert looked == brought
    assert (brought.new, brought.there) == ((*OTHERS, HOUR), (HOUR,))
    assert (again.new, again.there) == ((), entries)
    assert sum(minutes for _, minutes in log.totals("moon")) == 240


def test_nothing_is_nothing_new() -> None:
    """And writes nothing."""
    goals = MemoryGoals()
    goals.begin(Begun(card=CARD), event=EVENT)

    assert bring_effort("moon", (), book=goals, event=EVENT).new == ()
    assert len(goals.trail("moon")) == 1
