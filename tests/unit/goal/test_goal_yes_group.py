"""The yes group: what those selected had at selection, and nothing they acquired later."""

import math
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories import yes_group

from twelfth.base import InvalidInput
from twelfth.goal import Binary, Numeric, Ordered, Range, SelectedFact, Timing, YesGroup, gather

TRAITS = (Binary("diver"), Ordered("degree", levels=("bachelor", "master", "doctor")), Numeric("hours"))
KNOWN = {"16": date(1996, 5, 1), "17": date(1998, 6, 4)}
LEVELS = {"diver": [True, False], "degree": ["bachelor", "master", "doctor"], "hours": [0.0, 1000.0, Range(10, 20)]}
NAN = math.nan
S, B, P = Timing.AT_SELECTION, Timing.LATER_BIOGRAPHY, Timing.AFTERWARDS


def told(person: str, trait: str, level: object, timing: Timing | None = S, **more: str) -> SelectedFact:
    """One fact about somebody selected."""
    place = {"round": "17", "seat": "pilot", **more}
    return SelectedFact(person=person, trait=trait, level=level, timing=timing, **place)  # type: ignore[arg-type]


def three() -> YesGroup:
    """Three people with everything that can be said of them."""
    return yes_group(
        TRAITS,
        [[1, 2, 500], [0, NAN, 20], [NAN, 0, NAN]],
        ids=["ann", "bob", "cid"],
        dates=[date(1996, 5, 1), date(1998, 6, 4), date(1998, 6, 4)],
        rounds=["16", "17", "17"],
        seats=["pilot", "pilot", "specialist"],
        later=np.array([[False] * 3, [False, True, False], [True, False, False]]),
    )


@pytest.mark.parametrize("rows", [np.zeros(3), np.zeros((2, 2)), np.zeros((2, 4)), np.zeros((1, 2, 3))])
def test_rows_are_people_by_traits(rows: np.ndarray) -> None:
    """Rows of another shape are refused with the shape that was expected."""
    with pytest.raises(InvalidInput, match=r"rows of the yes group is 'shape .*\[people, 3 traits\]"):
        YesGroup(TRAITS, rows)


@pytest.mark.parametrize("column", ["ids", "dates", "rounds", "seats"])
def test_a_column_has_one_entry_per_person(column: str) -> None:
    """A column that is too short is refused by name."""
    with pytest.raises(InvalidInput, match=f"{column} of the yes group is '1 entries': expected one per person, 2"):
        yes_group(TRAITS, [[1, 2, 3], [0, 1, 2]], **{column: ["x"]})


@pytest.mark.parametrize("shape", [(1, 3), (2, 2), (2,)])
def test_later_has_the_shape_of_the_rows(shape: tuple[int, ...]) -> None:
    """What later biographies say is told of the same people and traits."""
    with pytest.raises(InvalidInput, match="later of the yes group"):
        yes_group(TRAITS, [[1, 2, 3], [0, 1, 2]], later=np.zeros(shape, dtype=bool))


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ([2, 0, 0], "diver in the yes group is '2.0': expected level index 0 to 1 or NaN"),
        ([0.5, 0, 0], "diver in the yes group is '0.5'"),
        ([0, 3, 0], "degree in the yes group is '3.0': expected level index 0 to 2 or NaN"),
        ([0, -1, 0], "degree in the yes group is '-1.0'"),
        ([0, math.inf, 0], "degree in the yes group is 'inf'"),
        ([0, 0, math.inf], "hours in the yes group is 'inf': expected finite numbers or NaN"),
        ([0, 0, -math.inf], "hours in the yes group is '-inf'"),
    ],
)
def test_a_code_that_is_none_is_refused(row: list[float], message: str) -> None:
    """A level index out of range and an infinite number are named with their trait."""
    with pytest.raises(InvalidInput, match=message):
        yes_group(TRAITS, [[1, 1, 1], row])


def test_nobody_is_a_yes_group_too() -> None:
    """A round in which nobody is known has an empty group."""
    group = yes_group(TRAITS, [])

    assert (len(group), len(group.column("diver")), group.only_later("diver")) == (0, 0, 0)


def test_a_column_leaves_the_unknown_out() -> None:
    """Only known codes are counted; unknown is neither zero nor no."""
    group = three()

    assert [group.column(trait.name).tolist() for trait in TRAITS] == [[1.0, 0.0], [2.0, 0.0], [500.0, 20.0]]


def test_a_trait_that_is_not_there_is_refused() -> None:
    """The message names the trait and those there are."""
    with pytest.raises(InvalidInput, match="trait is 'pilot': expected one of diver, degree, hours"):
        three().column("pilot")


def test_a_repeated_id_counts_once() -> None:
    """A person named twice is one person, by the first line, in every column."""
    group = yes_group(
        TRAITS,
        [[1, 2, 3], [0, 1, 2], [0, 0, 0]],
        ids=["ann", "bob", "ann"],
        rounds=["16", "17", "18"],
        dates=[date(1996, 1, 1), date(1997, 1, 1), date(1998, 1, 1)],
        seats=["a", "b", "c"],
        later=np.array([[False] * 3, [True] * 3, [True] * 3]),
    )

    assert group.rows.tolist() == [[1, 2, 3], [0, 1, 2]]
    assert (group.ids, group.rounds, group.seats) == (["ann", "bob"], ["16", "17"], ["a", "b"])
    assert group.dates == [date(1996, 1, 1), date(1997, 1, 1)]
    assert group.only_later("diver") == 1


def test_people_without_ids_are_all_different() -> None:
    """Without names two equal rows are two people."""
    assert len(yes_group(TRAITS, [[1, 2, 3], [1, 2, 3]])) == 2


def test_who_holds_it_by_a_later_biography_only_is_counted_apart() -> None:
    """B facts are shown and not counted."""
    assert [three().only_later(trait.name) for trait in TRAITS] == [1, 1, 0]


@pytest.mark.parametrize(
    ("which", "ids"),
    [
        ({}, ["ann", "bob", "cid"]),
        ({"rounds": ["17"]}, ["bob", "cid"]),
        ({"rounds": []}, []),
        ({"seat": "pilot"}, ["ann", "bob"]),
        ({"rounds": ["17"], "seat": "pilot"}, ["bob"]),
        ({"without": ["bob", "zoe"]}, ["ann", "cid"]),
        ({"rounds": ["16"], "without": ["ann"]}, []),
    ],
)
def test_a_part_is_chosen_by_round_seat_and_person(which: dict[str, list[str]], ids: list[str]) -> None:
    """Rounds, seat and the people left out narrow the group together."""
    part = three().among(**which)  # type: ignore[arg-type]

    assert part.ids == ids
    assert len(part) == len(ids)


def test_the_person_audited_is_never_in_their_own_group() -> None:
    """Who is left out leaves with all their columns."""
    part = three().among(without=["ann"])

    assert (part.rounds, part.seats, part.rows[:, 0].tolist()[0]) == (["17", "17"], ["pilot", "specialist"], 0.0)


def test_what_is_not_recorded_narrows_nothing() -> None:
    """Without names and seats nobody can be left out by them; without rounds nobody was in one."""
    group = yes_group(TRAITS, [[1, 2, 3]])

    assert [len(group.among(seat="pilot")), len(group.among(without=["ann"])), len(group.among(rounds=["17"]))] == [
        1,
        1,
        0,
    ]


@pytest.mark.parametrize(
    ("as_of", "ids"),
    [
        (date(1996, 4, 30), []),
        (date(1996, 5, 1), ["ann"]),
        (date(1998, 6, 3), ["ann"]),
        (date(1998, 6, 4), ["ann", "bob", "cid"]),
    ],
)
def test_only_selections_known_by_the_day_count(as_of: date, ids: list[str]) -> None:
    """Nobody is in the group before the day their selection was known."""
    assert three().known(as_of).ids == ids


def test_a_group_without_dates_is_known_always() -> None:
    """A group typed in without dates is evidence on every day."""
    assert len(yes_group(TRAITS, [[1, 2, 3]]).known(date(1900, 1, 1))) == 1


def test_only_what_was_true_at_selection_is_evidence() -> None:
    """S gives a code, B is counted apart, P and a blank timing leave no trace."""
    group = gather(
        TRAITS,
        [
            told("ann", "diver", True, S),
            told("ann", "degree", "doctor", B),
            told("ann", "hours", 900.0, P),
            told("bob", "diver", True, P),
            told("bob", "degree", "master", None),
            told("bob", "hours", Range(10, 20), S),
        ],
        known=KNOWN,
    )

    assert group.ids == ["ann", "bob"]
    np.testing.assert_array_equal(group.rows, [[1, NAN, NAN], [NAN, NAN, 15]])
    assert [group.only_later(trait.name) for trait in TRAITS] == [0, 1, 0]


def test_a_later_biography_adds_nothing_to_a_known_level() -> None:
    """Who is known to have held it at selection is not counted again, and a later "no" is no holding."""
    facts = [told("ann", "diver", False, S), told("ann", "diver", True, B), told("bob", "diver", False, B)]

    assert gather(TRAITS, facts, known=KNOWN).only_later("diver") == 0


def test_a_group_knows_where_and_when() -> None:
    """Each person has their round, seat and the day it was known; an undated round is never known."""
    facts = (told("cid", "diver", True, round="18", seat="s"), told("ann", "diver", True, round="16"))

    group = gather(TRAITS, facts, known=KNOWN)

    assert (group.ids, group.rounds, group.seats) == (["ann", "cid"], ["16", "18"], ["pilot", "s"])
    assert group.dates == [date(1996, 5, 1), date.max]


def test_facts_are_read_once() -> None:
    """Facts may come from a generator, which can be read only once."""
    group = gather(TRAITS, (told(name, "diver", True) for name in ("ann", "bob")), known=KNOWN)

    assert group.column("diver").tolist() == [1.0, 1.0]


@pytest.mark.parametrize("levels", [(True, False), (False, True)])
def test_contradicting_evidence_is_refused(levels: tuple[bool, bool]) -> None:
    """Two S levels of one person are named, with what to do about them."""
    facts = [told("ann", "diver", level) for level in levels]

    with pytest.raises(InvalidInput, match=r"diver of ann at selection is .*mark all but one .* blank timing"):
        gather(TRAITS, facts, known=KNOWN)


def test_agreeing_evidence_is_accepted() -> None:
    """The same level from two sources is one level."""
    assert gather(TRAITS, [told("ann", "diver", True)] * 2, known=KNOWN).column("diver").tolist() == [1.0]


@pytest.mark.parametrize("elsewhere", [{"round": "16"}, {"seat": "specialist"}])
def test_a_person_has_one_round_and_seat(elsewhere: dict[str, str]) -> None:
    """Who appears under two rounds or seats is named with both."""
    with pytest.raises(InvalidInput, match=r"round and seat of ann is .*expected 17, pilot as above"):
        gather(TRAITS, [told("ann", "diver", True), told("ann", "hours", 3.0, **elsewhere)], known=KNOWN)


@st.composite
def evidence(draw: st.DrawFn, timings: list[Timing | None]) -> list[SelectedFact]:
    """Facts about five people, at most one of each trait and person."""
    people = st.sampled_from(["ann", "bob", "cid", "dan", "eva"])
    pairs = draw(st.lists(st.tuples(people, st.sampled_from(sorted(LEVELS))), max_size=12, unique=True))
    return [
        told(person, trait, draw(st.sampled_from(LEVELS[trait])), draw(st.sampled_from(timings)))
        for person, trait in pairs
    ]


PRESENT = [told(person, "diver", True, None) for person in ("ann", "bob", "cid", "dan", "eva")]


@settings(deadline=None)
@given(evidence([S]), evidence([B, P, None]))
def test_what_came_later_changes_no_row(facts: list[SelectedFact], later: list[SelectedFact]) -> None:
    """Law: rows(gather(S + later)) == rows(gather(S)) for all facts coded B, P or blank."""
    with_later = gather(TRAITS, [*later, *PRESENT, *facts], known=KNOWN)

    np.testing.assert_array_equal(with_later.rows, gather(TRAITS, [*PRESENT, *facts], known=KNOWN).rows)


@settings(deadline=None)
@given(evidence([B, P, None]))
def test_without_evidence_everything_is_unknown(later: list[SelectedFact]) -> None:
    """Law: without a fact coded S every entry of every row is unknown."""
    group = gather(TRAITS, [*PRESENT, *later], known=KNOWN)

    assert np.isnan(group.rows).all()


@settings(deadline=None)
@given(evidence([P, None]), evidence([S, B]))
def test_what_was_acquired_afterwards_is_not_even_counted_apart(
    after: list[SelectedFact], facts: list[SelectedFact]
) -> None:
    """Law: facts coded P or blank change neither rows nor `later`."""
    with_after, without = (gather(TRAITS, [*PRESENT, *facts, *more], known=KNOWN) for more in (after, []))

    np.testing.assert_array_equal(with_after.later, without.later)
