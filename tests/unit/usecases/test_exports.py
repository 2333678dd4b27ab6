"""An export says everything and nothing of where it was made; a stranger's is read strictly or refused."""

import csv
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import monotonic

import pytest
from tests.hostile_exports import HOSTILE_EXPORTS
from tests.kept_goals import CARD, DAY, EVENT, THINGS, live
from tests.roads import mile, road

from twelfth.base import Conflict, InvalidInput, NotFound
from twelfth.goal import Case
from twelfth.packs import FilePacks
from twelfth.store import MemoryCases, MemoryGoals, MemoryPacks
from twelfth.usecases import (
    KINDS,
    WHOLE,
    Begun,
    Brought,
    Note,
    dated_goals,
    export_goals,
    export_text,
    import_goals,
    keep_case,
    kept_road,
    preview_goals,
    read_export,
)

PACKS = FilePacks(here=Path("nowhere"))


class Today:
    def today(self) -> date:
        return DAY


@pytest.fixture
def goals() -> MemoryGoals:
    made = MemoryGoals()
    live(made)
    return made


@pytest.fixture
def text(goals: MemoryGoals) -> str:
    return dict(export_goals(goals=goals).members)[WHOLE]


def test_there_is_a_table_for_each_kind_and_a_text_that_explains_them(goals: MemoryGoals) -> None:
    """The member that is brought back comes first."""
    export = export_goals(goals=goals)

    assert export.goals == ("moon",)
    assert [name for name, _ in export.members] == [
        WHOLE, "README.txt", "goals.csv", *(f"{kind}.csv" for kind in KINDS)
    ]  # fmt: skip
    assert all(name in dict(export.members)["README.txt"] for name in (WHOLE, "*.csv", "calendar.ics"))


def test_a_table_has_a_line_for_each_row(goals: MemoryGoals) -> None:
    """As a spreadsheet reads it, with names of columns."""
    table = dict(export_goals(goals=goals).members)["fact.csv"]
    lines = list(csv.DictReader(table.removeprefix("\ufeff").splitlines()))

    assert [one["trait"] for one in lines] == [f"t{n}" for n in range(12)] + ["still", "all"]
    assert (lines[0]["level"], lines[4]["level"], lines[13]["begins"]) == ("yes", "7.0", "1987..2004")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_no_text_is_a_formula(sign: str, goals: MemoryGoals) -> None:
    """Whatever it begins with, a spreadsheet takes it for a text; in the JSON it is as it was."""
    goals.keep("moon", Note(on=DAY, text=f'{sign}cmd|"/C calc"!A0'), event=EVENT)
    members = dict(export_goals(goals=goals).members)
    last = list(csv.reader(members["note.csv"].removeprefix("\ufeff").splitlines(keepends=True)))[-1]

    assert last[-1] == f'\'{sign}cmd|"/C calc"!A0'
    assert json.dumps(f'{sign}cmd|"/C calc"!A0')[1:-1] in members[WHOLE]


def test_nothing_to_export_is_said(goals: MemoryGoals) -> None:
    """And a goal there is not is not found."""
    with pytest.raises(NotFound, match="nothing to export"):
        export_goals(goals=MemoryGoals())
    with pytest.raises(NotFound, match="no goal 'mars'"):
        export_goals("moon", "mars", goals=goals)


def test_what_is_read_is_told_in_the_same_bytes(text: str) -> None:
    """export_text(read_export(t)) = t."""
    assert export_text(read_export(text)) == text


def test_other_numbers_are_the_same_goal(text: str) -> None:
    """Whoever numbered the rows otherwise, in the same order, told the same."""
    shifted = json.loads(text)
    for goal in shifted["goals"]:
        changes = [one[when] for one in goal["trail"] for when in ("before", "after") if one[when]]
        for row in (goal["card"], *goal["rows"], *changes):
            row["row"] += 1000
    assert export_text(read_export(json.dumps(shifted))) == text


def test_a_pack_that_is_not_here_is_said(text: str) -> None:
    """Before anything is written."""
    (one,) = preview_goals(text, goals=MemoryGoals(), packs=MemoryPacks()).goals

    assert (one.pack, one.pack_missing, one.rows) == ("nasa-astronaut", True, len(THINGS) + 2)


@pytest.mark.parametrize("name", HOSTILE_EXPORTS)
def test_what_no_export_has_is_refused_with_a_sentence(name: str, text: str) -> None:
    """It names the place where there is one, and what to do."""
    make, told = HOSTILE_EXPORTS[name]
    made = make(text)

    assert made != text
    began = monotonic()
    with pytest.raises(InvalidInput, match=told) as refused:
        read_export(made)
    assert monotonic() - began < 2
    assert refused.value.next_step
    assert WHOLE in str(refused.value)


def test_a_newer_export_asks_for_a_newer_program(text: str) -> None:
    """And one that is none, for one of ours."""
    with pytest.raises(InvalidInput) as newer:
        read_export(text.replace("export/1", "export/2"))

    assert newer.value.next_step == "Install a newer Twelfth: it was written by one."


def test_the_days_of_a_goal_are_those_since_it_was_begun(goals: MemoryGoals) -> None:
    """Of a pack that is not here only one's own; a road that cannot be read is left out."""
    (one,) = dated_goals("moon", goals=goals, packs=MemoryPacks())

    assert (one.road, [each.id for each in one.rounds]) == (None, ["2027", "2028"])


def a_case(name: str = "me", pack: str = "blank") -> tuple[MemoryCases, FilePacks]:
    return MemoryCases(MemoryPacks(), Case(name=name, title="Me", pack=pack, facts=())), PACKS


def test_a_case_becomes_a_goal_once() -> None:
    """Begun today; a second time it is taken."""
    cases, packs = a_case()
    goals = MemoryGoals()
    keep_case("me", cases=cases, packs=packs, goals=goals, clock=Today())

    assert goals.get("me").card.thing.begun == DAY
    with pytest.raises(Conflict, match="a goal 'me' already"):
        keep_case("me", cases=cases, packs=packs, goals=goals, clock=Today())


@pytest.mark.parametrize(
    ("name", "pack", "error", "told"),
    [
        ("a b", "blank", InvalidInput, "name of the case is 'a b'"),
        ("me", "../school", NotFound, "is a folder of its own"),
        ("me", "school", NotFound, "no pack 'school'"),
    ],
)
def test_a_case_that_cannot_be_a_goal_is_refused(name: str, pack: str, error: type[Exception], told: str) -> None:
    """Nothing is kept of it."""
    cases, packs = a_case(name, pack)
    goals = MemoryGoals()

    with pytest.raises(error, match=told):
        keep_case(name, cases=cases, packs=packs, goals=goals, clock=Today())
    assert goals.cards() == ()


def test_a_goal_with_nothing_in_it_is_exported_too() -> None:
    """A card and one line of the trail."""
    goals = MemoryGoals()
    goals.begin(Begun(card=CARD), event=EVENT)

    (whole,) = read_export(dict(export_goals(goals=goals).members)[WHOLE])

    assert (whole.rows, len(whole.trail)) == ((), 1)


def test_what_is_brought_twice_is_brought_once(text: str) -> None:
    """And another of its name keeps it out."""
    goals = MemoryGoals()
    first, second = (import_goals(text, goals=goals, packs=PACKS, clock=Today()) for _ in range(2))

    assert (first.of(Brought.NEW), second.of(Brought.SAME), second.written) == (("moon",), ("moon",), True)
    goals.keep("moon", Note(on=DAY, text="since"), event=EVENT)
    with pytest.raises(Conflict, match="'moon' is kept already and differs"):
        import_goals(text, goals=goals, packs=PACKS, clock=Today())


def test_the_road_that_is_followed_is_among_the_days(goals: MemoryGoals) -> None:
    """The one accepted last; rounds of a pack that is here are those since the goal was begun."""
    goals.keep("moon", replace(kept_road(road(mile()), made=DAY), accepted=DAY), event=EVENT)
    (one,) = dated_goals("moon", goals=goals, packs=PACKS)

    assert one.road == road(mile())
    assert all(each.decided >= one.begun for each in one.rounds)
