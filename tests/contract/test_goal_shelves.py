"""Goals are kept alike in memory and in a database: whole or not at all, and nothing is lost without being asked to."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.kept_goals import BEGUN, CARD, DAY, EVENT, PLAIN_CARD, THINGS
from tests.shelves_of_goals import DATABASES, LATER, Make, Shelves, rows, the_note, things

from twelfth.base import Conflict, InvalidInput, NotFound, Source, SourceKind, parse_when
from twelfth.goal import Fact
from twelfth.store import KINDS, kind_of, row_from, told
from twelfth.usecases import (
    Begun,
    ForecastKept,
    KeptGoal,
    Note,
    RoadKept,
    Row,
    Stale,
    Thing,
    before_id,
)
from twelfth.work import DayWorked, Effort


def test_an_empty_shelf_says_so(shelves: Shelves) -> None:
    """No goal is no error, and asking for one is told what there is."""
    with pytest.raises(NotFound, match="no goal 'moon'") as error:
        shelves.goals.get("moon")

    assert shelves.goals.cards() == ()
    assert error.value.next_step == "No goal has been begun yet."


def test_whatever_is_kept_comes_back_as_it_was(shelves: Shelves) -> None:
    """Every kind of thing with every field, to the last bit and in the order in which it was written."""
    shelves.goals.begin(BEGUN, event=EVENT)

    kept = shelves.goals.get("moon")

    assert kept.card.thing == CARD
    found = {kind_of(row.thing): [] for several in rows(kept).values() for row in several}
    for thing in things(kept):
        found[kind_of(thing)].append(repr(told(thing)))
    wanted = {kind: [repr(told(thing)) for thing in THINGS if kind_of(thing) == kind] for kind in found}
    roads = wanted.pop("road")
    assert len(found.pop("road")) == len(roads) == 4
    assert found == wanted
    assert len(found) == len(KINDS) - 2  # effort is read in sums, roads are above


def test_a_goal_of_nothing_but_a_card(shelves: Shelves) -> None:
    """Every field left out stays left out."""
    shelves.goals.begin(Begun(card=PLAIN_CARD), event=EVENT)

    kept = shelves.goals.get("plain")

    assert kept == KeptGoal(card=Row(id=kept.card.id, version=1, thing=PLAIN_CARD))


def test_a_goal_is_read_with_the_text_of_the_road_to_follow_and_of_the_last_one_drawn(shelves: Shelves) -> None:
    """The others can be fetched one by one."""
    shelves.goals.begin(BEGUN, event=EVENT)

    roads = shelves.goals.get("moon").roads

    assert [one.thing.text for one in roads] == ["", '{"road": 2}', "", '{"road": 4}']
    assert shelves.goals.road("moon", roads[0].id).thing == THINGS[[kind_of(one) for one in THINGS].index("road")]
    with pytest.raises(NotFound, match="has no road 99999"):
        shelves.goals.road("moon", 99999)


def test_a_road_of_another_goal_is_not_found(shelves: Shelves) -> None:
    """Numbers are no way into what belongs to somebody else; nor is any other row."""
    shelves.goals.begin(BEGUN, event=EVENT)
    shelves.goals.begin(Begun(card=PLAIN_CARD), event=EVENT)
    kept = shelves.goals.get("moon")

    with pytest.raises(NotFound):
        shelves.goals.road("plain", kept.roads[0].id)
    with pytest.raises(Stale) as amended:
        shelves.goals.amend("plain", Note(on=DAY, text="x"), row=kept.notes[0].id, was=1, event=LATER)
    with pytest.raises(Stale) as dropped:
        shelves.goals.drop("plain", Note, row=kept.notes[0].id, was=1, event=LATER)

    assert amended.value.kept is dropped.value.kept is None
    assert shelves.goals.get("moon") == kept


def test_cards_are_listed_in_the_order_they_were_begun(shelves: Shelves) -> None:
    """Each with its version."""
    shelves.goals.begin(Begun(card=PLAIN_CARD), event=EVENT)
    shelves.goals.begin(Begun(card=CARD), event=EVENT)

    cards = shelves.goals.cards()

    assert [(one.version, one.thing) for one in cards] == [(1, PLAIN_CARD), (1, CARD)]


def test_no_two_goals_share_a_name(shelves: Shelves) -> None:
    """The second is refused and leaves nothing; a name that only looks alike is another."""
    shelves.goals.begin(BEGUN, event=EVENT)
    before = shelves.goals.get("moon"), shelves.goals.trail("moon")

    with pytest.raises(Conflict, match="a goal 'moon' already"):
        shelves.goals.begin(Begun(card=CARD, things=(Note(on=DAY, text="x"),)), event=EVENT)
    shelves.goals.begin(Begun(card=replace(PLAIN_CARD, name="MOON")), event=EVENT)

    assert (shelves.goals.get("moon"), shelves.goals.trail("moon")) == before
    assert len(shelves.goals.cards()) == 2


@pytest.mark.parametrize(
    "ask", ["get", "everything", "keep", "amend", "drop", "erase", "trail", "recard", "latest", "days", "totals"]
)
def test_what_is_not_there_is_not_found(ask: str, shelves: Shelves) -> None:
    """Every method says so, and which goals there are."""
    shelves.goals.begin(BEGUN, event=EVENT)
    goals, effort, note = shelves.goals, shelves.effort, Note(on=DAY, text="x")
    asked: dict[str, Callable[[], object]] = {
        "get": lambda: goals.get("mars"),
        "everything": lambda: goals.everything("mars"),
        "keep": lambda: goals.keep("mars", note, event=EVENT),
        "amend": lambda: goals.amend("mars", note, row=1, was=1, event=EVENT),
        "drop": lambda: goals.drop("mars", Note, row=1, was=1, event=EVENT),
        "erase": lambda: goals.erase("mars", event=EVENT),
        "trail": lambda: goals.trail("mars"),
        "recard": lambda: goals.recard("mars", replace(CARD, name="mars"), was=1, event=EVENT),
        "latest": lambda: effort.latest("mars", most=1),
        "days": lambda: effort.days("mars", since=DAY),
        "totals": lambda: effort.totals("mars"),
    }

    with pytest.raises(NotFound, match="no goal 'mars'") as error:
        asked[ask]()

    assert error.value.next_step == "There are: moon."


def test_rows_are_numbered_as_they_were_given(shelves: Shelves) -> None:
    """Of several kinds at once, each number leads to its own thing."""
    shelves.goals.begin(Begun(card=CARD), event=EVENT)

    numbers = shelves.goals.keep("moon", *THINGS, event=EVENT)

    found = {
        (kind_of(row.thing), row.id): row.thing
        for several in rows(shelves.goals.get("moon")).values()
        for row in several
    }
    places = [place for place, thing in enumerate(THINGS) if not isinstance(thing, Effort | RoadKept)]
    assert [found[kind_of(THINGS[place]), numbers[place]] for place in places] == [THINGS[place] for place in places]
    assert len(numbers) == len(THINGS)


def test_keeping_nothing_writes_nothing(shelves: Shelves) -> None:
    """Nor a line of the trail."""
    shelves.goals.begin(Begun(card=CARD), event=EVENT)

    assert shelves.goals.keep("moon", event=EVENT) == ()
    assert len(shelves.goals.trail("moon")) == 1


BAD: dict[str, Thing] = {
    "a number that is none": Fact(trait="t", level=float("nan"), begins=parse_when("1998")),
    "an endless number": ForecastKept(made=DAY, round="r", p=float("inf"), lo=None, hi=None, basis=""),
    "half a sign": Note(on=DAY, text="\ud83d"),
    "the sign NUL": Note(on=DAY, text="a\x00b"),
    "nothing to be kept": "a text",  # type: ignore[dict-item]
}


@pytest.mark.parametrize("name", BAD)
def test_one_bad_thing_among_several_keeps_all_of_them_out(name: str, shelves: Shelves) -> None:
    """Neither a row nor a line of the trail is left, nor a goal that was to begin with it."""
    shelves.goals.begin(BEGUN, event=EVENT)
    before = shelves.goals.get("moon"), shelves.goals.trail("moon"), shelves.effort.totals("moon")
    good = Effort(on=DAY, minutes=5)

    with pytest.raises(InvalidInput):
        shelves.goals.keep("moon", good, BAD[name], good, event=EVENT)
    with pytest.raises(InvalidInput):
        shelves.goals.begin(Begun(card=PLAIN_CARD, things=(good, BAD[name])), event=EVENT)

    assert (shelves.goals.get("moon"), shelves.goals.trail("moon"), shelves.effort.totals("moon")) == before
    assert len(shelves.goals.cards()) == 1


def test_the_trail_tells_every_write_in_order(shelves: Shelves) -> None:
    """Who, when, what was before and what is now, each as it was written, and nothing of what was refused."""
    shelves.goals.begin(BEGUN, event=EVENT)
    row, card = the_note(shelves), shelves.goals.get("moon").card
    new = Row(id=row.id, version=2, thing=Note(on=DAY, text="other"))
    shelves.goals.amend("moon", new.thing, row=row.id, was=1, event=LATER)
    shelves.goals.drop("moon", Note, row=row.id, was=2, event=LATER)
    shelves.goals.recard("moon", replace(CARD, title="Mars"), was=1, event=LATER)

    trail = shelves.goals.trail("moon")

    begun, later = trail[:-3], trail[-3:]
    assert [repr(row_from(one.after).thing) for one in begun] == [repr(as_read(one)) for one in (CARD, *THINGS)]
    assert {(one.on, one.actor, one.action, one.goal, one.before) for one in begun} == {
        (DAY, "owner", "begin", "moon", "")
    }
    assert [(row_from(one.before), one.after and row_from(one.after)) for one in later] == [
        (row, new),
        (new, ""),
        (card, Row(id=card.id, version=2, thing=replace(CARD, title="Mars"))),
    ]
    assert {(one.on, one.actor, one.action, one.goal) for one in later} == {(LATER.on, "corner", "amend", "moon")}
    assert [one.number for one in trail] == sorted({one.number for one in trail})


def as_read(thing: object) -> object:
    """With floats where a field is said to be one."""
    return row_from(json.dumps({"kind": kind_of(thing), "row": 1, "version": 1, "thing": told(thing)})).thing  # type: ignore[arg-type]


def test_an_erased_goal_is_gone_and_the_others_stay(shelves: Shelves) -> None:
    """Its trail too; its name may be used again and knows nothing of the first."""
    other = replace(CARD, name="other")
    shelves.goals.begin(BEGUN, event=EVENT)
    shelves.goals.begin(Begun(card=other, things=THINGS), event=EVENT)
    before = shelves.goals.get("other"), shelves.goals.trail("other")

    shelves.goals.erase("moon", event=LATER)

    assert [one.thing for one in shelves.goals.cards()] == [other]
    assert (shelves.goals.get("other"), shelves.goals.trail("other")) == before
    shelves.goals.begin(Begun(card=CARD), event=EVENT)
    assert things(shelves.goals.get("moon")) == []
    assert len(shelves.goals.trail("moon")) == 1


def test_nothing_names_a_goal_that_was_erased(shelves: Shelves) -> None:
    """A later one went on with its history: neither that it came from there nor the title, in no row and in no trail.
    What the history of a goal of a like name says stays."""
    told = Source(id=before_id("moon"), title="To the moon", kind=SourceKind.OWN)
    like = replace(told, id=before_id("moon-2"), title="Another")
    shelves.goals.begin(BEGUN, event=EVENT)
    shelves.goals.begin(Begun(card=replace(CARD, name="mars"), things=(told, like, *THINGS)), event=EVENT)
    shelves.goals.get("mars")
    shelves.goals.erase("moon", event=LATER)
    kept, trail = shelves.goals.get("mars"), shelves.goals.trail("mars")

    assert [row.thing for row in kept.sources] == [like, *(one for one in THINGS if isinstance(one, Source))]
    assert len(trail) == len(THINGS) + 2
    assert not any(words in line.after for line in trail for words in ('"goal-moon"', 'To the moon"'))
    shelves.goals.erase("mars", event=LATER)


def test_effort_is_summed_by_day_and_by_what_it_was_towards(shelves: Shelves) -> None:
    """From a day on, whatever it was towards; and over all time by what it was towards, nothing in particular too."""
    monday = date(2026, 1, 5)
    entries = [(0, 30, "b"), (6, 40, "b"), (6, 5, "a"), (7, 60, "b"), (8, 1, ""), (-1, 1000, "b")]
    shelves.goals.begin(Begun(card=CARD), event=EVENT)
    shelves.goals.begin(Begun(card=PLAIN_CARD, things=(Effort(on=monday, minutes=7),)), event=EVENT)
    for days, minutes, towards in entries:
        shelves.goals.keep("moon", Effort(on=monday + timedelta(days), minutes=minutes, towards=towards), event=EVENT)

    days = shelves.effort.days("moon", since=monday + timedelta(6))

    assert days == (
        DayWorked(on=monday + timedelta(6), minutes=45),
        DayWorked(on=monday + timedelta(7), minutes=60),
        DayWorked(on=monday + timedelta(8), minutes=1),
    )
    assert shelves.effort.totals("moon") == (("", 1), ("a", 5), ("b", 1130))
    assert shelves.effort.totals("moon", after=monday + timedelta(6)) == (("", 1), ("b", 60))
    assert shelves.effort.totals("plain") == (("", 7),)


def test_the_latest_effort_comes_first(shelves: Shelves) -> None:
    """By day, and of one day the one written last; a changed entry counts as it is now."""
    shelves.goals.begin(Begun(card=CARD), event=EVENT)
    days = (date(2026, 1, 5), date(2026, 1, 9), date(2026, 1, 5), date(2025, 12, 31))
    numbers = shelves.goals.keep("moon", *(Effort(on=day, minutes=1) for day in days), event=EVENT)
    shelves.goals.amend("moon", Effort(on=days[3], minutes=9), row=numbers[3], was=1, event=LATER)

    latest = shelves.effort.latest("moon", most=3)

    assert [one.id for one in latest] == [numbers[1], numbers[2], numbers[0]]
    assert shelves.effort.latest("moon", most=9)[-1] == Row(
        id=numbers[3], version=2, thing=Effort(on=days[3], minutes=9)
    )
    assert shelves.effort.totals("moon") == (("", 12),)


def test_effort_is_read_from_one_day_to_another(shelves: Shelves) -> None:
    """Both included, the first day first, and of one day what was written first."""
    shelves.goals.begin(Begun(card=CARD), event=EVENT)
    days = (date(2026, 1, 9), date(2026, 1, 5), date(2026, 1, 5), date(2025, 12, 31), date(2026, 1, 10))
    numbers = shelves.goals.keep("moon", *(Effort(on=day, minutes=1) for day in days), event=EVENT)

    found = shelves.effort.between("moon", first=date(2026, 1, 5), last=date(2026, 1, 9))

    assert [one.id for one in found] == [numbers[1], numbers[2], numbers[0]]


@pytest.mark.parametrize("make", DATABASES, ids=lambda one: one.__name__)
def test_a_goal_is_read_in_the_same_number_of_queries_however_much_is_kept(make: Make, tmp_path: Path) -> None:
    """Ten of everything, and a hundred."""
    with make(tmp_path / "home") as (goals, effort):
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        counts = []
        for several in (10, 100):
            name = f"g{several}"
            goals.begin(Begun(card=replace(CARD, name=name), things=THINGS * several), event=EVENT)
            with CaptureQueriesContext(connection) as read:
                goals.get(name)
            with CaptureQueriesContext(connection) as again:
                goals.get(name)
            with CaptureQueriesContext(connection) as asked:
                goals.trail(name)
                goals.cards()
                effort.days(name, since=DAY)
                effort.totals(name)
                effort.latest(name, most=several)
            counts.append((len(read), len(again), len(asked)))

    assert counts[0] == counts[1]
    assert counts[0][0] <= len(KINDS) + 5
    assert counts[0][1] < counts[0][0] / 4
