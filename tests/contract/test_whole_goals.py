"""A goal is taken along whole and brought back as it was, from any shelf to any other; and never half of it."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.kept_goals import BEGUN, CARD, DAY, EVENT, PLAIN_CARD, THINGS, live
from tests.shelves_of_goals import Shelves

from twelfth.base import Conflict, InvalidInput
from twelfth.packs import FilePacks
from twelfth.store import MemoryGoals
from twelfth.usecases import (
    WHOLE,
    AuditEvent,
    Begun,
    Brought,
    Note,
    export_goals,
    import_goals,
    kind_of,
    numbered_alone,
    preview_goals,
)
from twelfth.work import Effort

LATER = AuditEvent(action="import", subject="moon", on=DAY)
PACKS = FilePacks(here=Path("nowhere"))


class Today:
    def today(self) -> object:
        return DAY


def exported(shelves: Shelves, *names: str) -> dict[str, str]:
    return dict(export_goals(*names, goals=shelves.goals).members)


def brought(text: str, shelves: Shelves) -> dict[str, Brought]:
    answer = import_goals(text, goals=shelves.goals, packs=PACKS, clock=Today())  # type: ignore[arg-type]
    return {one.name: one.outcome for one in answer.goals}


def test_everything_is_everything(shelves: Shelves) -> None:
    """Every text of a road, all effort, every line of the trail, read."""
    live(shelves.goals)

    whole = shelves.goals.everything("moon")

    assert whole.card == shelves.goals.get("moon").card
    assert len(whole.rows) == len(THINGS) + 2
    assert [row.thing.text for row in whole.rows if kind_of(row.thing) == "road"] == [  # type: ignore[union-attr]
        f'{{"road": {number}}}' for number in (1, 2, 3, 4)
    ]
    assert sum(isinstance(row.thing, Effort) for row in whole.rows) == 2
    assert [one.number for one in whole.trail] == [one.number for one in shelves.goals.trail("moon")]


def test_exported_erased_and_brought_back_it_is_the_same_to_the_byte(shelves: Shelves) -> None:
    """History included, on the very shelf it was erased from, beside goals that came later."""
    live(shelves.goals)
    shelves.goals.begin(Begun(card=PLAIN_CARD, things=THINGS), event=EVENT)
    before = exported(shelves, "moon")
    shelves.goals.erase("moon", event=LATER)
    shelves.goals.keep("plain", Note(on=DAY, text="later"), event=EVENT)
    later = exported(shelves, "plain")

    assert brought(before[WHOLE], shelves) == {"moon": Brought.NEW}

    assert exported(shelves, "moon") == before
    assert exported(shelves, "plain") == later
    assert shelves.effort.totals("moon") == (("", 1440), ("russian", 90))


def test_a_goal_moves_to_another_shelf_and_goes_on_there(shelves: Shelves) -> None:
    """Where its numbers are taken: the trail speaks of the new ones, and what is dropped stays so."""
    origin = MemoryGoals()
    live(origin)
    shelves.goals.begin(Begun(card=PLAIN_CARD, things=THINGS), event=EVENT)
    export = export_goals(goals=origin)

    brought(dict(export.members)[WHOLE], shelves)

    assert dict(export.members) == exported(shelves, "moon")
    note = shelves.goals.get("moon").notes[-1]
    shelves.goals.amend("moon", Note(on=DAY, text="four"), row=note.id, was=note.version, event=LATER)
    assert f'"row":{note.id},"version":2' in shelves.goals.trail("moon")[-1].after
    plain = {row.id for row in shelves.goals.get("plain").notes}
    assert not plain & {row.id for row in shelves.goals.get("moon").notes}


def test_the_same_export_twice_changes_nothing(shelves: Shelves) -> None:
    """Not a number and not a line of the trail."""
    live(shelves.goals)
    text = exported(shelves)[WHOLE]
    shelves.goals.erase("moon", event=LATER)
    first = brought(text, shelves), shelves.goals.everything("moon")
    second = brought(text, shelves), shelves.goals.everything("moon")

    assert (first[0], second[0]) == ({"moon": Brought.NEW}, {"moon": Brought.SAME})
    assert first[1] == second[1]


def test_another_goal_of_the_same_name_keeps_all_of_the_export_out(shelves: Shelves) -> None:
    """Neither is thrown away; what to do is said."""
    shelves.goals.begin(BEGUN, event=EVENT)
    shelves.goals.begin(Begun(card=PLAIN_CARD), event=EVENT)
    text = exported(shelves)[WHOLE]
    shelves.goals.erase("plain", event=LATER)
    shelves.goals.keep("moon", Note(on=DAY, text="since"), event=EVENT)
    before = shelves.goals.everything("moon")

    preview = preview_goals(text, goals=shelves.goals, packs=PACKS)
    with pytest.raises(Conflict, match="'moon' is kept already and differs") as error:
        brought(text, shelves)

    assert [one.outcome for one in preview.goals] == [Brought.CONFLICT, Brought.NEW]
    assert "erase it" in error.value.next_step
    assert [one.thing.name for one in shelves.goals.cards()] == ["moon"]
    assert shelves.goals.everything("moon") == before


def test_goals_are_restored_all_or_none(shelves: Shelves) -> None:
    """A name that is taken, or something that cannot be kept, in the last of them keeps the first one out."""
    shelves.goals.begin(BEGUN, event=EVENT)
    moon = numbered_alone(shelves.goals.everything("moon"))
    new = replace(moon, card=replace(moon.card, thing=replace(CARD, name="new")))
    bad = replace(moon.rows[-1], thing=Note(on=DAY, text="a\x00b"))
    other = replace(moon, card=replace(moon.card, thing=replace(CARD, name="other")), rows=(*moon.rows, bad))

    with pytest.raises(Conflict, match="a goal 'moon' already"):
        shelves.goals.restore(new, moon, event=LATER)
    with pytest.raises(Conflict, match="a goal 'new' already"):
        shelves.goals.restore(new, new, event=LATER)
    with pytest.raises(InvalidInput, match="NUL"):
        shelves.goals.restore(new, other, event=LATER)

    assert [one.thing.name for one in shelves.goals.cards()] == ["moon"]
