"""The table behind a goal of one's own: what may stand in it, and the process it amounts to."""

from dataclasses import replace
from datetime import date

import pytest
from tests.kept_goals import TABLE

from twelfth.base import InvalidInput, When
from twelfth.distance import base_rate, base_rates
from twelfth.goal import Fact, Kind, Process, Round
from twelfth.store import MemoryGoals, MemoryPacks
from twelfth.usecases import (
    AuditEvent,
    Begun,
    CaseOf,
    GoalCard,
    KeptGoal,
    OnePerson,
    PeopleColumn,
    PeopleKept,
    Row,
    Thing,
    dated_goals,
    is_real,
    thing_from,
    told,
)

DAY = date(2026, 3, 2)
EMPTY = Process(name="blank", title="My own", version="1", traits=(), kinds=(Kind(name="round", title="Round"),))
CARD = GoalCard(name="mine", title="Beca Montaña", pack="blank", begun=DAY)
YEARS = PeopleColumn(name="years", title="Years", kind="numeric")


def table(*years: float | None, **more: object) -> PeopleKept:
    people = tuple(OnePerson(id=str(at), levels=(one,)) for at, one in enumerate(years))
    return PeopleKept(on=DAY, columns=(YEARS,), people=people, **more)  # type: ignore[arg-type]


def kept(*things: Thing) -> KeptGoal:
    goals = MemoryGoals()
    goals.begin(Begun(card=CARD, things=things), event=AuditEvent(action="begin", subject="mine", on=DAY))
    return goals.get("mine")


def process(*things: Thing) -> Process:
    return CaseOf(kept(*things), MemoryPacks(EMPTY)).process_of("mine")


def test_a_table_is_the_process_of_its_goal() -> None:
    """With the goal's own title, as it was written."""
    found = process(table(4, None, 7))

    assert (found.title, [one.name for one in found.traits]) == ("Beca Montaña", ["years"])
    assert found.yes_group is not None
    assert list(found.yes_group.column("years")) == [4.0, 7.0]
    assert (len(found.yes_group), found.rounds, found.funnel) == (3, (), ())


def test_the_figures_of_a_round_stand_for_any_until_there_is_one() -> None:
    """By the person's own word, and about; the round that stands for all is none to apply to, and in no calendar."""
    both = table(4, applied=500, selected=20)
    spring = Round(id="spring", kind="round", name="Spring", decided=date(2025, 5, 1), known=date(2025, 5, 1))

    (alone,), (held,) = process(both).rounds, process(both, spring).rounds

    assert (alone.selected, alone.source, is_real(alone)) == (20, ("own",), False)
    assert (held.id, held.selected, is_real(held)) == ("spring", 20, True)
    (count,) = process(both, spring).funnel
    assert (count.round, count.stage, count.count, str(count.bound), count.source) == (
        "spring", "applied", 500, "about", ("own",)
    )  # fmt: skip
    assert process(replace(both, selected=None)).rounds == ()
    goals = MemoryGoals()
    goals.begin(Begun(card=CARD, things=(both,)), event=AuditEvent(action="begin", subject="mine", on=DAY))
    assert dated_goals("mine", goals=goals, packs=MemoryPacks(EMPTY))[0].rounds == ()


def test_a_round_to_come_has_no_figures_yet() -> None:
    """It was not held, so that nobody was selected in it."""
    both = table(4, applied=500, selected=20)
    ahead = Round(id="2026", kind="round", name="Next", decided=date(2026, 9, 1), known=DAY)

    stands, coming = process(both, ahead).rounds

    assert (coming.id, coming.selected, stands.id, stands.selected) == ("2026", None, "2026-any", 20)
    assert [one.round for one in process(both, ahead).funnel] == ["2026-any"]


def test_one_figure_is_the_evidence_of_one_round() -> None:
    """However many rounds it is said of: the base rate is no surer, and no other, for being told of three."""
    both = table(4, applied=270, selected=10)
    rounds = (
        Round(id=f"{year}", kind="round", name="", decided=date(year, 5, 1), known=date(year, 5, 1))
        for year in (2023, 2024, 2025)
    )
    held = process(both, *rounds)

    assert [base_rate(held, one.id) is not None for one in held.rounds] == [True] * 3
    assert [(one.round, one.selected, one.applicants) for one in base_rates(held)] == [("2025", 10, 270)]
    assert [one.round for one in base_rates(held.known(date(2024, 12, 31)))] == ["2024"]


def test_figures_that_a_round_has_stay() -> None:
    """What is said of any round says nothing of one of which more is known."""
    own = Round(id="s", kind="round", name="S", decided=DAY, known=DAY, selected=3)

    found = process(table(4, applied=500, selected=20), own)

    assert (found.rounds[0].selected, found.funnel) == (3, ())


def test_a_fact_the_table_no_longer_asks_for_is_left_aside() -> None:
    """It stays kept, and counts again with the column."""
    facts = (
        Fact(trait="years", level=5.0, begins=When(None, DAY)),
        Fact(trait="years", level="many", begins=When(None, DAY)),
        Fact(trait="gone", level=True, begins=When(None, DAY)),
    )
    goal = kept(table(4), *facts)

    assert CaseOf(goal, MemoryPacks(EMPTY)).get("mine").facts == facts[:1]
    assert len(goal.facts) == 3


def test_a_new_word_of_a_column_gets_a_level_and_one_alike_does_not() -> None:
    """Capitals and accents make no other word."""
    column = PeopleColumn(name="t", title="T", kind="category", levels=(("a", "A"), ("maestria", "Maestría")))

    assert column.worded("MAESTRIA") == (column, "maestria")
    wider, word = column.worded("a+")
    assert (word, wider.levels[-1]) == ("a_2", ("a_2", "a+"))
    assert wider.worded("A+") == (wider, "a_2")


def test_a_table_is_told_and_read_back_exactly() -> None:
    """Ranges, days, marks and unknowns too."""
    assert thing_from("people", told(TABLE)) == TABLE


BAD = {
    "no column": {"columns": (), "people": ()},
    "a kind there is not": {"columns": (replace(YEARS, kind="money"),)},
    "a name that is none": {"columns": (replace(YEARS, name="../x"),)},
    "a name twice": {"columns": (YEARS, YEARS), "people": ()},
    "a title without end": {"columns": (replace(YEARS, title="x" * 501),)},
    "a title of two lines": {"columns": (replace(YEARS, title="a\nb"),)},
    "a level of another kind": {"people": (OnePerson(id="1", levels=("many",)),)},
    "a level that is a truth": {"people": (OnePerson(id="1", levels=(True,)),)},
    "a level too few": {"people": (OnePerson(id="1", levels=()),)},
    "nobody's name": {"people": (OnePerson(id=" ", levels=(1.0,)),)},
    "two of one name": {"people": (OnePerson(id="1", levels=(1.0,)), OnePerson(id="1", levels=(2.0,)))},
    "a key twice": {"people": (OnePerson(id="1", levels=(1.0,), key="2"), OnePerson(id="2", levels=(2.0,)))},
    "a key that is none": {"people": (OnePerson(id="1", levels=(1.0,), key="add"),)},
    "too many people": {"people": tuple(OnePerson(id=str(n), levels=(1.0,)) for n in range(2001))},
    "too many columns": {"columns": tuple(replace(YEARS, name=f"c{n}") for n in range(101)), "people": ()},
    "nobody applies": {"applied": 0},
    "more selected than apply": {"applied": 5, "selected": 6},
    "one word": {"columns": (PeopleColumn(name="t", title="T", kind="category", levels=(("a", "A"),)),), "people": ()},
}


@pytest.mark.parametrize("change", BAD.values(), ids=BAD)
def test_what_no_table_has_is_refused(change: dict[str, object]) -> None:
    """It may come from a stranger's export."""
    with pytest.raises(InvalidInput):
        replace(table(4), **change)  # type: ignore[arg-type]


def test_a_person_is_added_mended_and_taken_out() -> None:
    """The table before stays as it was."""
    before, later = table(4, 5), date(2026, 4, 1)
    new = OnePerson(id="new", levels=(9.0,), key="0a1b2c3d")

    added = before.added(new, columns=before.columns, on=later)

    assert [one.id for one in added.people] == ["0", "1", "new"]
    assert [one.id for one in before.mended("1", new, columns=before.columns, on=later).people] == ["new", "1"]
    assert [one.id for one in added.without("2", on=later).people] == ["0", "new"]
    assert (before.on, added.on, len(before.people)) == (DAY, later, 2)
    assert Row(id=1, version=1, thing=before).thing is before


def test_who_is_in_the_table_is_found_whatever_becomes_of_it() -> None:
    """A table that never changed names people by their places, and they keep those; nobody else ever has them."""
    before = table(4, 5, 6)
    without = before.without("1", on=DAY)
    mended = without.mended("3", OnePerson(id="Ana", levels=(7.0,)), columns=before.columns, on=DAY)
    added = mended.without("3", on=DAY).added(
        OnePerson(id="2", levels=(9.0,), key="0a1b2c3d"), columns=before.columns, on=DAY
    )

    assert before.keys == ("1", "2", "3")
    assert (without.keys, without.person("1")) == (("2", "3"), None)
    assert mended.person("3") == OnePerson(id="Ana", levels=(7.0,), key="3")
    assert added.person("3") is None
    assert added.keys == ("2", "0a1b2c3d")


def named(**years: float) -> PeopleKept:
    people = tuple(OnePerson(id=name, levels=(one,)) for name, one in years.items())
    return PeopleKept(on=DAY, columns=(YEARS,), people=people)


def test_in_a_whole_new_table_who_was_there_keeps_the_key() -> None:
    """In whatever order they stand in it, and whatever is known of them by now."""
    before = named(a=4, b=5, c=6).without("2", on=DAY)
    found = named(c=3, b=2, a=1).keyed_as(before, new=iter(["0a1b2c3d"]))

    assert [one.id for one in found.people] == ["c", "b", "a"]
    assert found.keys == ("3", "0a1b2c3d", "1")


def test_a_line_is_nobody_s_name() -> None:
    """Who is known by the number of a line keeps the key by the levels; alike people are as good as each other."""
    before = named(**{"1": 4, "2": 5, "3": 5, "4": 7})
    turned = named(**{"1": 9, "2": 5, "3": 4, "4": 5})

    assert turned.keyed_as(before, new=iter(["0a1b2c3d"])).keys == ("0a1b2c3d", "2", "1", "3")


def test_a_name_is_nobody_else_s_whose_levels_are_the_same() -> None:
    """Neither is who had a name taken for another one, nor are other columns the same levels."""
    before, other = named(Ana=4, **{"2": 5}), replace(YEARS, name="other", title="Other")
    turned = replace(named(**{"1": 9, "2": 5}), columns=(other,))

    assert named(Eva=4, Ana=6).keyed_as(before, new=iter(["0a1b2c3d"])).keys == ("0a1b2c3d", "1")
    assert turned.keyed_as(before, new=iter(["0a1b2c3d", "0a1b2c3e"])).keys == ("0a1b2c3d", "0a1b2c3e")


def test_a_table_of_before_there_were_keys_is_read() -> None:
    """And a table is told and read with its keys as it is."""
    old = {name: one for name, one in told(table(4, 5)).items() if name != "people"}
    people = [{"id": "a", "levels": [4.0]}, {"id": "b", "levels": [5.0]}]
    now = table(4, 5).without("1", on=DAY)

    read = thing_from("people", {**old, "people": people})  # type: ignore[dict-item]

    assert isinstance(read, PeopleKept)
    assert read.keys == ("1", "2")
    assert told(read)["people"] == people
    assert thing_from("people", told(now)) == now


def worded(words: str, order: str = "") -> PeopleColumn:
    """A column of words, by their letters, and the order that was said of them."""
    return PeopleColumn(
        name="level", title="Level", kind="category", levels=tuple((one, one) for one in words), order=tuple(order)
    )


@pytest.mark.parametrize(
    ("before", "now", "then"),
    [
        (worded("abc", "cab"), worded("abc", "abc"), "cab"),
        (worded("abc"), worded("abc", "abc"), ""),
        (worded("bc", "bc"), worded("abc", "abc"), "abc"),
        (worded("bc"), worded("abc", "abc"), "abc"),
        (worded("bc", "cb"), worded("abc", "abc"), "cb"),
        (worded("bc", "bc"), worded("abc"), "bc"),
        (worded("abc", "abc"), worded("bc"), "bc"),
    ],
)
def test_an_order_that_was_said_goes_before_one_that_is_read(
    before: PeopleColumn, now: PeopleColumn, then: str
) -> None:
    """Unless what is read has more words, and those that were there in the same order."""
    assert "".join(now.said_as(before).order) == then
