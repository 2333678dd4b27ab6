"""What is kept is changed by whoever saw it as it is now, in memory and in a database alike; some of it never."""

from dataclasses import replace

import pytest
from tests.kept_goals import BEGUN, CARD, DAY, EVENT
from tests.shelves_of_goals import LATER, Shelves, rows, the_note, things

from twelfth.base import Conflict, InvalidInput, parse_when
from twelfth.goal import Attempt, Capacity, Stage, StageName
from twelfth.usecases import (
    NEVER_CHANGED,
    Addendum,
    AuditKept,
    ForecastKept,
    Note,
    Row,
    Stale,
    Thing,
)
from twelfth.work import Effort


def test_a_change_makes_a_new_version(shelves: Shelves) -> None:
    """The row keeps its number and its place."""
    shelves.goals.begin(BEGUN, event=EVENT)
    before = shelves.goals.get("moon").facts

    shelves.goals.amend("moon", replace(before[1].thing, note="new"), row=before[1].id, was=1, event=LATER)

    after = shelves.goals.get("moon").facts
    assert after[1] == Row(id=before[1].id, version=2, thing=replace(before[1].thing, note="new"))
    assert (after[0], *after[2:]) == (before[0], *before[2:])


def test_an_attempt_is_changed_with_its_stages(shelves: Shelves) -> None:
    """Those there were are gone, and those of other attempts stay."""
    shelves.goals.begin(BEGUN, event=EVENT)
    first, second = shelves.goals.get("moon").attempts
    history = tuple(Stage(stage=StageName(one), on=parse_when("1999")) for one in ("submitted", "screened", "selected"))

    shelves.goals.amend("moon", Attempt(round="1999", history=history), row=second.id, was=1, event=LATER)
    shelves.goals.amend("moon", replace(first.thing, history=history[:1]), row=first.id, was=1, event=LATER)

    assert [one.thing.history for one in shelves.goals.get("moon").attempts] == [history[:1], history]


@pytest.mark.parametrize("was", [0, 1, 3])
def test_a_change_of_what_has_changed_is_stale(was: int, shelves: Shelves) -> None:
    """Nothing is written, and what is there now comes with the refusal, to be looked at."""
    shelves.goals.begin(BEGUN, event=EVENT)
    row = the_note(shelves)
    shelves.goals.amend("moon", Note(on=DAY, text="theirs"), row=row.id, was=1, event=LATER)
    trail = shelves.goals.trail("moon")

    with pytest.raises(Stale, match="changed in another window") as amended:
        shelves.goals.amend("moon", Note(on=DAY, text="mine"), row=row.id, was=was, event=LATER)
    with pytest.raises(Stale, match="changed in another window") as dropped:
        shelves.goals.drop("moon", Note, row=row.id, was=was, event=LATER)

    now = Row(id=row.id, version=2, thing=Note(on=DAY, text="theirs"))
    assert amended.value.kept == dropped.value.kept == the_note(shelves) == now
    assert shelves.goals.trail("moon") == trail


def test_a_change_of_what_is_gone_is_stale_too(shelves: Shelves) -> None:
    """Nothing comes with that refusal."""
    shelves.goals.begin(BEGUN, event=EVENT)
    row = the_note(shelves)
    shelves.goals.drop("moon", Note, row=row.id, was=1, event=LATER)

    with pytest.raises(Stale, match="removed in another window") as amended:
        shelves.goals.amend("moon", row.thing, row=row.id, was=1, event=LATER)
    with pytest.raises(Stale) as dropped:
        shelves.goals.drop("moon", Note, row=row.id, was=1, event=LATER)

    assert amended.value.kept is dropped.value.kept is None
    assert shelves.goals.get("moon").notes == ()


def test_the_number_of_what_is_gone_is_never_used_again(shelves: Shelves) -> None:
    """Otherwise a window left open would change another thing than it shows."""
    shelves.goals.begin(BEGUN, event=EVENT)
    row = the_note(shelves)
    shelves.goals.drop("moon", Note, row=row.id, was=1, event=LATER)

    (new,) = shelves.goals.keep("moon", row.thing, event=LATER)

    assert new > row.id


def test_whatever_may_be_dropped_can_be(shelves: Shelves) -> None:
    """Of every kind, attempts with their stages."""
    shelves.goals.begin(BEGUN, event=EVENT)
    kept = shelves.goals.get("moon")

    for several in rows(kept).values():
        for row in several:
            if not isinstance(row.thing, NEVER_CHANGED):
                shelves.goals.drop("moon", type(row.thing), row=row.id, was=1, event=LATER)
    for entry in shelves.effort.latest("moon", most=10):
        shelves.goals.drop("moon", Effort, row=entry.id, was=1, event=LATER)

    assert {type(one) for one in things(shelves.goals.get("moon"))} == set(NEVER_CHANGED)
    assert shelves.effort.totals("moon") == ()


@pytest.mark.parametrize("kind", [AuditKept, Addendum, ForecastKept])
def test_what_was_audited_or_forecast_stays_as_it_was(kind: type[Thing], shelves: Shelves) -> None:
    """It is added to and neither amended nor dropped."""
    shelves.goals.begin(BEGUN, event=EVENT)
    kept = shelves.goals.get("moon")
    row = next(row for several in rows(kept).values() for row in several if isinstance(row.thing, kind))

    with pytest.raises(Conflict, match="stays as it was made"):
        shelves.goals.amend("moon", row.thing, row=row.id, was=1, event=LATER)
    with pytest.raises(Conflict, match="stays as it was made"):
        shelves.goals.drop("moon", kind, row=row.id, was=1, event=LATER)
    shelves.goals.keep("moon", row.thing, event=LATER)

    assert len(things(shelves.goals.get("moon"))) == len(things(kept)) + 1


def test_a_road_is_never_written_back_without_the_text_it_was_read_without(shelves: Shelves) -> None:
    """A goal is read without old texts; they would be lost that way."""
    shelves.goals.begin(BEGUN, event=EVENT)
    row = shelves.goals.get("moon").roads[0]

    with pytest.raises(InvalidInput, match="fetch it with `road`"):
        shelves.goals.amend("moon", replace(row.thing, accepted=None), row=row.id, was=1, event=LATER)

    assert shelves.goals.road("moon", row.id).thing.text == '{"road": 1}'  # type: ignore[union-attr]


def test_a_card_is_changed_and_keeps_its_name(shelves: Shelves) -> None:
    """By whoever saw it as it is; not by whoever saw it as it was."""
    shelves.goals.begin(BEGUN, event=EVENT)
    card = replace(CARD, title="To Mars", capacity=Capacity(), again_on=None, also_known_as=())

    shelves.goals.recard("moon", card, was=1, event=LATER)

    now = shelves.goals.get("moon").card
    assert (now.version, now.thing) == (2, card)
    with pytest.raises(Stale) as stale:
        shelves.goals.recard("moon", CARD, was=1, event=LATER)
    with pytest.raises(InvalidInput, match="keeps its name"):
        shelves.goals.recard("moon", replace(card, name="mars"), was=2, event=LATER)
    assert stale.value.kept == now == shelves.goals.get("moon").card


def test_one_thing_takes_the_place_of_another_in_one_write(shelves: Shelves) -> None:
    """The trail tells both; where the other is not what it was, neither is written."""
    shelves.goals.begin(BEGUN, event=EVENT)
    timer, other = shelves.goals.get("moon").timers
    worked = Effort(on=DAY, minutes=25, towards="dive")

    shelves.goals.keep("moon", worked, event=LATER, instead=timer)
    with pytest.raises(Stale):
        shelves.goals.keep("moon", worked, event=LATER, instead=timer)

    assert shelves.goals.get("moon").timers == (other,)
    assert [minutes for towards, minutes in shelves.effort.totals("moon") if towards == "dive"] == [25]
    gone, come = shelves.goals.trail("moon")[-2:]
    assert ("timer" in gone.before, gone.after, come.before, "effort" in come.after) == (True, "", "", True)
