"""Gaps: which status each trait gets, and in which order they stand."""

import numpy as np
import pytest
from tests.factories import LONG_AGO, fact, person, yes_group

from twelfth.distance import Gap, GapStatus, gaps, level_words
from twelfth.goal import (
    Better,
    Binary,
    Category,
    DateTrait,
    Fact,
    Numeric,
    Ordered,
    Profile,
    Range,
    Recorded,
    Trait,
    YesGroup,
    profile,
)

NAN = float("nan")
RUNG = Ordered("rung", levels=("low", "middle", "high"))
YEARS = Numeric("years", unit="years")
FIELD = Category("field", levels=("science", "arts", "law"))
SEAT = Binary("seat", better=Better.NEITHER)
FINES = Numeric("fines", better=Better.LESS)
DIVING = Binary("diving", recorded=Recorded.POSITIVES_ONLY)


def gap_of(trait: Trait, level: object, column: list[float]) -> Gap:
    """The gap of one trait; a level None is an unknown one."""
    who = person((trait,), {} if level is None else {trait.name: level})
    (found,) = gaps(who, yes_group((trait,), [[one] for one in column]))
    return found


@pytest.mark.parametrize(
    ("trait", "level", "column", "status"),
    [
        (RUNG, "low", [1, 2], GapStatus.SHORT),
        (RUNG, "middle", [0, 2], GapStatus.EVEN),
        (RUNG, "middle", [1, 1], GapStatus.EVEN),
        (RUNG, "high", [1, 2], GapStatus.AHEAD),
        (FIELD, "law", [0, 1], GapStatus.DIFFERENT),
        (FIELD, "arts", [0, 1], GapStatus.SAME),
        (SEAT, False, [1, 1], GapStatus.DIFFERENT),
        (RUNG, None, [1, 2], GapStatus.UNKNOWN),
        (DIVING, False, [1, NAN], GapStatus.COUNTED),
        (RUNG, "low", [NAN, NAN], GapStatus.NO_EVIDENCE),
        (RUNG, "low", [], GapStatus.NO_EVIDENCE),
        (RUNG, "low", [2], GapStatus.SHORT),
    ],
)
def test_the_status(trait: Trait, level: object, column: list[float], status: GapStatus) -> None:
    """Each way of standing against the yes group has its own word."""
    assert gap_of(trait, level, column).status is status


def possibly(trait: Trait, level: object) -> Profile:
    begun = fact(trait.name, level, "2019..2021")
    return profile([begun], LONG_AGO.replace(year=2020), traits=(trait,))


def test_a_level_of_uncertain_date_is_possibly_held() -> None:
    """What may have begun by the day is neither held nor lacked: possibly, with no width."""
    (found,) = gaps(possibly(RUNG, "high"), yes_group((RUNG,), [[0], [1]]))

    assert (found.status, found.level, found.width) == (GapStatus.POSSIBLY, None, None)
    assert (found.possible, found.words) == (("high",), "possibly high")


def test_an_unknown_level_is_never_measured_as_none() -> None:
    """An unknown level is not the lowest one: no counts, no width, no position."""
    found = gap_of(RUNG, None, [1, 2, 2, 2, 2])

    assert (found.below, found.same, found.above, found.width, found.span) == (None,) * 5
    assert found.at_or_below is None


def test_less_is_better_flips_the_direction() -> None:
    """Where less is better, those below the person are the ones ahead."""
    found = gap_of(FINES, 2.0, [0, 1, 2, 5])

    assert (found.status, found.below, found.same, found.above) == (GapStatus.SHORT, 1, 1, 2)
    assert found.width == pytest.approx(0.25)


def test_a_trait_without_an_order_is_never_ranked() -> None:
    """A category is the same or different, never above or below."""
    found = gap_of(FIELD, "law", [0, 0, 1, 2, 2, 2])

    assert (found.below, found.above, found.width, found.yes_percentile, found.lacking) == (None,) * 5
    assert found.same == 3


def test_a_day_is_no_gap() -> None:
    """A date of birth is not compared."""
    born = DateTrait("born")
    group = YesGroup((born, RUNG), np.array([[700_000.0, 1.0]]))

    assert [one.trait for one in gaps(person((born, RUNG), {}), group)] == ["rung"]


def test_the_widest_gap_comes_first() -> None:
    """Short gaps stand widest first, then even, ahead, different, same, unknown and counted only."""
    traits: tuple[Trait, ...] = (DIVING, FIELD, SEAT, *(Ordered(name, levels=("l", "m", "h")) for name in "edcba"))
    rows = [[1, 0, 1, 1, 0, 1, 1, 2], [1, 0, 1, 1, 0, 1, 0, 2], [1, 0, 1, 1, 0, 1, 2, 1]]
    levels: dict[str, object] = {"field": "arts", "seat": True, "d": "m", "c": "l", "b": "l", "a": "m", "diving": True}

    found = gaps(person(traits, levels), yes_group(traits, rows))  # type: ignore[arg-type]

    assert [one.trait for one in found] == ["c", "a", "b", "d", "field", "seat", "e", "diving"]


def test_equal_gaps_stand_by_name() -> None:
    """Two gaps of one width come in the order of their names, so that the same facts print the same page."""
    traits = (Ordered("zeta", levels=("l", "h")), Ordered("alpha", levels=("l", "h")))

    found = gaps(person(traits, {"zeta": "l", "alpha": "l"}), yes_group(traits, [[1, 1]]))

    assert [one.trait for one in found] == ["alpha", "zeta"]


def test_positives_only_gets_counts_and_nothing_else() -> None:
    """Biographies never say what people lack: no share, width, weight, bound or muscle comes from them."""
    found = gap_of(DIVING, True, [1, 1, 1, 1, 1, 1, NAN])

    measured = (found.below, found.same, found.above, found.width, found.yes_percentile, found.lacking, found.woe)
    assert measured == (None,) * 7
    assert (found.bounds, found.muscle, found.positives_only) == (None, False, True)
    assert found.distribution == (("known to hold it", 6),)
    assert (found.n, found.n_observed, found.n_unknown) == (7, 6, 1)


def test_later_biographies_are_counted_apart() -> None:
    """What a later biography alone says is counted in n_later and in nothing else."""
    group = YesGroup((DIVING,), np.array([[1.0], [NAN], [NAN]]), later=np.array([[False], [True], [True]]))

    (found,) = gaps(person((DIVING,), {}), group)

    assert (found.n, found.n_observed, found.n_later) == (3, 1, 2)
    assert found.distribution == (("known to hold it", 1),)


def test_the_person_is_left_out_by_the_caller() -> None:
    """Gaps compare with every row they are given; leaving the person out is `among(without=...)`."""
    group = YesGroup((RUNG,), np.array([[0.0], [2.0]]), ids=["me", "other"])

    (both,) = gaps(person((RUNG,), {"rung": "low"}), group)
    (alone,) = gaps(person((RUNG,), {"rung": "low"}), group.among(without=["me"]))

    assert (both.n, both.same) == (2, 1)
    assert (alone.n, alone.same) == (1, 0)


def test_a_range_on_both_sides_is_only_possibly_anything() -> None:
    """0 to 40 years lie below and above everybody: no gap, no lead, no muscle, whatever the middle says."""
    found = gap_of(YEARS, Range(0, 40), [1, 2, 3, 4, 5, 6, 7, 8])

    assert (found.status, found.width, found.muscle) == (GapStatus.POSSIBLY, None, False)
    assert (found.below, found.above, found.span) == (0, 0, (0.0, 40.0))
    assert found.words == "0 to 40 years"


def test_a_range_on_one_side_says_what_both_ends_say() -> None:
    """4 to 8 among 3, 9, 10, 11, 12: short at both ends by hand .6 and .6; counts are those both ends agree on."""
    found = gap_of(YEARS, Range(4, 8), [3, 6, 10, 11, 12])

    assert found.status is GapStatus.SHORT
    assert (found.below, found.same, found.above) == (1, 1, 3)
    assert found.width == pytest.approx(0.2), "at 4: (4 - 1) / 5; at 8: (3 - 2) / 5, the narrower"
    ends = [gap_of(YEARS, level, [3, 6, 10, 11, 12]).lacking for level in (4.0, 8.0)]
    assert found.lacking is not None
    assert all(one is not None and found.lacking.lo <= one.lo and one.hi <= found.lacking.hi for one in ends)
    assert found.worst == 4.0


def test_a_range_is_a_muscle_only_when_both_ends_are() -> None:
    """9 to 12 above 1..8 is a muscle; 5 to 12 is not, for at 5 half of them are above."""
    assert gap_of(YEARS, Range(9, 12), [1, 2, 3, 4, 5, 6, 7, 8]).muscle
    assert not gap_of(YEARS, Range(5, 12), [1, 2, 3, 4, 5, 6, 7, 8]).muscle


def test_an_unknown_level_is_told_as_unknown() -> None:
    """The words of an unknown level are not those of the lowest one."""
    assert level_words(RUNG, person((RUNG,), {})["rung"]) == "unknown"


def test_several_possible_levels_are_told_with_or() -> None:
    """Levels that may hold are told together, lowest first."""
    facts = [Fact(trait="rung", level=one, begins=fact("rung", one, "2019..2021").begins) for one in ("high", "low")]

    state = profile(facts, LONG_AGO.replace(year=2020), traits=(RUNG,))["rung"]

    assert level_words(RUNG, state) == "possibly low or high"
