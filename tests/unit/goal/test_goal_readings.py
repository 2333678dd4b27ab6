"""Readings: how unknown travels through arithmetic."""

import math
from datetime import date

import pytest
from tests.factories import fact

from twelfth.base import InvalidInput
from twelfth.goal import (
    Binary,
    DateTrait,
    Derived,
    Fact,
    Numeric,
    Ordered,
    Range,
    Reading,
    Trait,
    check_order,
    exactly,
    profile,
    reading_of,
    readings,
)

AS_OF = date(2020, 6, 15)
BIRTH = DateTrait("birth")
HOME = Numeric("home", low=0, high=120, whole=True)
ABROAD = Numeric("abroad", low=0, high=60, whole=True)
WEIGHT = Numeric("weight")
DEGREE = Ordered("degree", levels=("bachelor", "master", "doctor"))
DIVER = Binary("diver")
AGE = Derived(name="age", years_since="birth")


def read(traits: tuple[Trait, ...], *facts: Fact, derived: tuple[Derived, ...] = ()) -> dict[str, Reading]:
    """The readings of a person with these facts."""
    return readings(profile(facts, AS_OF, traits=traits), traits, derived)


@pytest.mark.parametrize(
    ("trait", "level", "code"),
    [(DIVER, True, 1.0), (DIVER, False, 0.0), (DEGREE, "master", 1.0), (HOME, 12.0, 12.0), (WEIGHT, 2.5, 2.5)],
)
def test_a_known_level_is_one_code(trait: Trait, level: object, code: float) -> None:
    """A level that certainly holds is read as its code."""
    found = read((trait,), fact(trait.name, level))[trait.name]

    assert found == exactly(code)
    assert (found.certain, found.unknown) == (True, False)


@pytest.mark.parametrize(
    ("trait", "expected"),
    [
        (DIVER, Reading(0.0, 1.0, (0.0, 1.0), unknown=True)),
        (DEGREE, Reading(0.0, 2.0, (0.0, 1.0, 2.0), unknown=True)),
        (HOME, Reading(0.0, 120.0, whole=True, unknown=True)),
        (WEIGHT, Reading(-math.inf, math.inf, unknown=True)),
        (BIRTH, Reading(1.0, float(date.max.toordinal()), whole=True, unknown=True)),
        (Trait("thing"), Reading(-math.inf, math.inf, unknown=True)),
    ],
)
def test_unknown_is_every_code_there_is(trait: Trait, expected: Reading) -> None:
    """What is not known may be any level: it is neither the lowest nor the middle one."""
    assert read((trait,))[trait.name] == expected
    assert not expected.certain


def test_a_possible_level_among_unknown_others_is_unknown() -> None:
    """Where another level may hold as well, the possible one does not narrow the reading."""
    found = read((DEGREE,), fact("degree", "master", "2000..2030"))["degree"]

    assert found.codes == (0.0, 1.0, 2.0)


def test_exhaustive_possibilities_are_the_only_codes() -> None:
    """Where one of two levels certainly holds, both are read and nothing else."""
    found = read((DEGREE,), fact("degree", "bachelor", "2000"), fact("degree", "doctor", "2019..2021"))["degree"]

    assert found == Reading(0.0, 2.0, (0.0, 2.0))


@pytest.mark.parametrize(("trait", "whole"), [(HOME, True), (WEIGHT, False)])
def test_a_range_is_read_by_its_ends(trait: Trait, whole: bool) -> None:
    """A range is every number between its ends, in steps of one when the trait is whole."""
    found = read((trait,), fact(trait.name, Range(3, 5)))[trait.name]

    assert found == Reading(3, 5, whole=whole)


def test_a_reading_may_be_given_instead() -> None:
    """A trait read as given leaves the others as they are, and derived values follow."""
    traits = (HOME, ABROAD)
    who = profile((fact("home", 10.0), fact("abroad", 5.0)), AS_OF, traits=traits)
    total = Derived(name="total", sum_of=("home", "abroad"))

    found = readings(who, traits, (total,), instead={"home": exactly(24.0)})

    assert (found["home"].lo, found["abroad"].lo, found["total"].lo) == (24.0, 5.0, 29.0)


@pytest.mark.parametrize(("way", "expected"), [("lowest_of", 5.0), ("highest_of", 10.0), ("sum_of", 15.0)])
def test_known_parts_give_a_known_value(way: str, expected: float) -> None:
    """The lowest, highest and sum of known numbers is one number."""
    value = Derived(name="value", **{way: ("home", "abroad")})  # type: ignore[arg-type]

    found = read((HOME, ABROAD), fact("home", 10.0), fact("abroad", 5.0), derived=(value,))["value"]

    assert (found.lo, found.hi, found.codes) == (expected, expected, (expected,))


@pytest.mark.parametrize(
    ("way", "ends"), [("lowest_of", (0.0, 10.0)), ("highest_of", (10.0, 60.0)), ("sum_of", (10.0, 70.0))]
)
def test_an_unknown_part_stays_unknown(way: str, ends: tuple[float, float]) -> None:
    """With one part unknown the value lies between the ends its bounds allow, and says that it is unknown."""
    value = Derived(name="value", **{way: ("home", "abroad")})  # type: ignore[arg-type]

    found = read((HOME, ABROAD), fact("home", 10.0), derived=(value,))["value"]

    assert (found.lo, found.hi, found.codes) == (*ends, None)
    assert (found.unknown, found.whole) == (True, True)


def test_a_bound_may_decide_in_spite_of_the_unknown() -> None:
    """The highest of a number and an unknown that cannot exceed it is that number."""
    value = Derived(name="value", highest_of=("home", "abroad"))

    found = read((HOME, ABROAD), fact("home", 60.0), derived=(value,))["value"]

    assert (found.certain, found.unknown) == (True, False)


def test_an_unbounded_unknown_adds_up_to_anything() -> None:
    """The sum with an unknown number without bounds has none either."""
    value = Derived(name="value", sum_of=("home", "weight"))

    found = read((HOME, WEIGHT), fact("home", 60.0), derived=(value,))["value"]

    assert (found.lo, found.hi) == (-math.inf, math.inf)


def test_a_fraction_does_not_step_by_one() -> None:
    """A sum with a known fraction is not whole, though its other part is."""
    value = Derived(name="value", sum_of=("home", "weight"))

    found = read((HOME, WEIGHT), fact("weight", 2.5), derived=(value,))["value"]

    assert not found.whole


def test_derived_values_build_on_each_other() -> None:
    """A derived value may use the one above it."""
    total = Derived(name="total", sum_of=("home", "abroad"))
    best = Derived(name="best", highest_of=("total", "home"))

    found = read((HOME, ABROAD), fact("home", 10.0), fact("abroad", 5.0), derived=(total, best))

    assert found["best"].lo == 15.0


@pytest.mark.parametrize(
    ("birth", "age"), [(date(1990, 6, 15), 30.0), (date(1990, 6, 16), 29.0), (AS_OF, 0.0), (date(2021, 6, 15), -1.0)]
)
def test_years_are_counted_to_the_day(birth: date, age: float) -> None:
    """An age is the completed years on the as-of day, of a day to come a negative number."""
    assert read((BIRTH,), fact("birth", birth), derived=(AGE,))["age"] == exactly(age)


def test_an_uncertain_birth_gives_every_age_between() -> None:
    """Two possible days of birth give the ages of both and all between, oldest last."""
    facts = (fact("birth", date(1990, 1, 1), "2000"), fact("birth", date(1993, 1, 1), "2000-06..2001"))

    found = read((BIRTH,), *facts, derived=(AGE,))["age"]

    assert found == Reading(27.0, 30.0, whole=True)


def test_possible_births_in_one_year_of_age_give_one_age() -> None:
    """Where every possible birth gives the same age, the age is known."""
    facts = (fact("birth", date(1990, 1, 1), "2000"), fact("birth", date(1990, 6, 1), "2000-06..2001"))

    assert read((BIRTH,), *facts, derived=(AGE,))["age"] == exactly(30.0)


def test_an_unknown_birth_gives_any_age_but_none_below_zero() -> None:
    """Nobody asked about is born later than the day asked about."""
    found = read((BIRTH,), derived=(AGE,))["age"]

    assert (found.lo, found.unknown, found.whole) == (0.0, True, True)
    assert found.hi > 150


def test_a_possible_day_to_come_is_not_lost() -> None:
    """Of two stated days one of which lies ahead, both ends are read, the lower negative."""
    facts = (fact("birth", date(2010, 1, 1), "2000"), fact("birth", date(2023, 1, 1), "2000-06..2001"))

    found = read((BIRTH,), *facts, derived=(AGE,))["age"]

    assert (found.lo, found.hi) == (-3.0, 10.0)


@pytest.mark.parametrize("ways", [{}, {"lowest_of": ("a",), "sum_of": ("a",)}, {"sum_of": ()}])
def test_a_derived_value_has_one_way(ways: dict[str, tuple[str, ...]]) -> None:
    """Exactly one way of computing, from at least one trait."""
    with pytest.raises(InvalidInput, match=r"derived value total .*expected one of years_since"):
        Derived(name="total", **ways)  # type: ignore[arg-type]


def test_a_derived_value_has_a_title_and_names_what_it_uses() -> None:
    """The title is the label or the name; what it uses is what it was given."""
    labelled = Derived(name="best_of", label="Best", highest_of=("a", "b"))

    assert (labelled.title, labelled.uses, labelled.ways) == ("Best", ("a", "b"), ("highest_of",))
    assert (AGE.title, AGE.uses) == ("age", ("birth",))


@pytest.mark.parametrize(
    "derived",
    [
        (Derived(name="value", sum_of=("nowhere",)),),
        (Derived(name="value", sum_of=("value",)),),
        (Derived(name="value", sum_of=("later",)), Derived(name="later", sum_of=("home",))),
    ],
    ids=["unknown name", "itself", "below"],
)
def test_a_derived_value_uses_what_stands_above(derived: tuple[Derived, ...]) -> None:
    """An unknown name, itself or a value below (and so any cycle) is refused, naming value and use."""
    with pytest.raises(InvalidInput, match=r"derived value value is '(nowhere|value|later)'"):
        check_order(derived, (HOME,))


def test_a_name_is_used_once() -> None:
    """A derived value with the name of a trait would hide it."""
    with pytest.raises(InvalidInput, match="is 'home': expected a name used once"):
        check_order((Derived(name="home", sum_of=("abroad",)),), (HOME, ABROAD))


def test_values_in_order_are_accepted() -> None:
    """A value may use traits and values above it."""
    derived = (Derived(name="total", sum_of=("home",)), Derived(name="best", highest_of=("total",)))

    assert check_order(derived, (HOME,)) is None  # type: ignore[func-returns-value]


@pytest.mark.parametrize(
    ("reading", "points"),
    [
        (Reading(0.0, 2.0, (0.0, 2.0)), (0.0, 2.0)),
        (Reading(0.0, 10.0, whole=True), (0.0, 4.0, 5.0, 6.0, 10.0)),
        (Reading(5.0, 10.0, whole=True), (5.0, 6.0, 10.0)),
        (Reading(0.0, 10.0), (0.0, math.nextafter(5, 0), 5.0, math.nextafter(5, 9), 10.0)),
        (Reading(6.0, 10.0), (6.0, 10.0)),
    ],
)
def test_points_see_both_sides_of_a_break(reading: Reading, points: tuple[float, ...]) -> None:
    """A continuous reading is looked at on, just below and just above each break, and at its ends."""
    assert reading.points((5.0,)) == points


def test_a_reading_of_a_state_needs_no_profile() -> None:
    """One trait in one state can be read by itself."""
    state = profile((fact("diver", True),), AS_OF, traits=(DIVER,))["diver"]

    assert reading_of(DIVER, state) == exactly(1.0)
