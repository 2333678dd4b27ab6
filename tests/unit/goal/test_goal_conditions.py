"""Conditions: the words a pack writes, read once and judged on readings."""

import pytest

from twelfth.base import InvalidInput, Truth
from twelfth.goal import (
    Binary,
    Category,
    Clause,
    Comparison,
    Condition,
    Derived,
    Numeric,
    Ordered,
    Reading,
    check_comparable,
    exactly,
    parse_condition,
    vocabulary,
)

DEGREE = Ordered("degree", levels=("bachelor", "master", "doctor"))
TRAITS = (
    Binary("spouse"),
    DEGREE,
    Category("field", levels=("physics", "law")),
    Numeric("months", whole=True),
    Ordered("english_reading", levels=("none", "basic", "fluent")),
)
CODE_OF = vocabulary(
    TRAITS,
    (Derived(name="age", years_since="birth"),),
    rubrics=("crs",),
    requirements=("cec",),
    roles={"first": "english"},
)


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("spouse is yes", Clause(name="spouse", how=Comparison.IS, low=1.0)),
        ("spouse is no", Clause(name="spouse", how=Comparison.IS, low=0.0)),
        ("field is not law", Clause(name="field", how=Comparison.IS_NOT, low=1.0)),
        ("degree at least master", Clause(name="degree", how=Comparison.AT_LEAST, low=1.0)),
        ("degree at most master", Clause(name="degree", how=Comparison.AT_MOST, low=1.0)),
        ("age from 20 to 29", Clause(name="age", how=Comparison.BETWEEN, low=20.0, high=29.0)),
        ("age from 20 to 20", Clause(name="age", how=Comparison.BETWEEN, low=20.0, high=20.0)),
        ("crs at least 67.5", Clause(name="crs", how=Comparison.AT_LEAST, low=67.5)),
        ("months   at\tleast  12", Clause(name="months", how=Comparison.AT_LEAST, low=12.0)),
        ("meets cec", Clause(name="cec", how=Comparison.MEETS, low=1.0)),
        ("first_reading at least basic", Clause(name="first_reading", how=Comparison.AT_LEAST, low=1.0)),
    ],
)
def test_every_form_of_a_clause_is_read(text: str, clause: Clause) -> None:
    """Each comparison of the pack format is read as its name and codes."""
    assert parse_condition(text, CODE_OF).clauses == (clause,)


def test_clauses_are_joined_by_and() -> None:
    """A condition keeps its text, its clauses in order and each name once."""
    condition = parse_condition("  age at least 18 and spouse is yes and age at most 30 ", CODE_OF)

    assert condition.text == "age at least 18 and spouse is yes and age at most 30"
    assert [clause.how for clause in condition.clauses] == [Comparison.AT_LEAST, Comparison.IS, Comparison.AT_MOST]
    assert condition.names == ("age", "spouse")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "age",
        "age is",
        "age is not",
        "age over 20",
        "age >= 20",
        "age from 20",
        "age from 20 until 29",
        "spouse is yes or spouse is no",
        "spouse is yes and",
        "not spouse is yes",
        "age at least 20 + 3",
    ],
)
def test_what_is_no_clause_is_refused(text: str) -> None:
    """No arithmetic, no "or", no symbols: the message shows the condition."""
    with pytest.raises(InvalidInput) as caught:
        parse_condition(text, CODE_OF)

    assert caught.value.problems[0].value in (text, "not")


def test_an_unknown_name_is_named() -> None:
    """A name that is no trait, derived value or rubric is refused by name."""
    with pytest.raises(InvalidInput, match="name in a condition is 'height': expected a trait or derived value"):
        parse_condition("height at least 150", CODE_OF)


def test_an_unknown_level_is_named() -> None:
    """A level the trait does not have is refused with the levels it has."""
    with pytest.raises(InvalidInput, match="degree is 'diploma': expected one of bachelor, master, doctor"):
        parse_condition("degree at least diploma", CODE_OF)


def test_an_unknown_requirement_is_named() -> None:
    """A requirement there is not is refused with those there are."""
    with pytest.raises(InvalidInput, match="requirement is 'fsw': expected one of cec"):
        parse_condition("meets fsw", CODE_OF)


def test_without_requirements_none_can_be_met() -> None:
    """Where no requirement may be named, the message says so."""
    with pytest.raises(InvalidInput, match="expected one of none here"):
        parse_condition("meets cec", vocabulary(TRAITS, ()))


@pytest.mark.parametrize("text", ["age at least old", "crs at least nan", "months at least 2.5", "age at least 1..2"])
def test_a_bound_that_is_no_number_is_refused(text: str) -> None:
    """A derived value or a rubric is compared with finite numbers, a whole trait with whole ones."""
    with pytest.raises(InvalidInput):
        parse_condition(text, CODE_OF)


def test_a_range_is_no_bound() -> None:
    """A range stands for no single number, and is never taken by its middle."""
    with pytest.raises(InvalidInput, match=r"level of months in a condition is '3..5': expected one number"):
        parse_condition("months at least 3..5", CODE_OF)


def test_a_reversed_interval_is_refused() -> None:
    """A clause that could never hold is a slip of the pen."""
    with pytest.raises(InvalidInput, match="the lower end first in 'from 29 to 20'"):
        parse_condition("age from 29 to 20", CODE_OF)


def test_a_role_stands_for_its_trait() -> None:
    """Levels under a role are those of the trait it stands for, and other names are left alone."""
    with pytest.raises(InvalidInput, match="english reading is 'nine'"):
        parse_condition("first_reading is nine", CODE_OF)

    assert CODE_OF("degree", "doctor") == 2.0


def test_a_role_without_its_trait_is_refused_as_written() -> None:
    """The message shows the name the pack wrote, not the one it was resolved to."""
    with pytest.raises(InvalidInput, match="'first_humming'"):
        parse_condition("first_humming is basic", CODE_OF)


@pytest.mark.parametrize("how", ["at least law", "at most law", "from physics to law"])
def test_a_category_has_no_order(how: str) -> None:
    """ "At least" and the like are refused for a category, with the condition and its name."""
    condition = parse_condition(f"spouse is yes and field {how}", CODE_OF)

    with pytest.raises(InvalidInput, match="'is' or 'is not' for the category field") as caught:
        check_comparable(condition, TRAITS)

    assert caught.value.problems[0].value == condition.text


@pytest.mark.parametrize("text", ["field is law", "field is not law", "degree at least master", "spouse at least yes"])
def test_what_has_an_order_may_be_compared(text: str) -> None:
    """Categories may be the same or different, every other trait may be compared."""
    condition = parse_condition(text, CODE_OF)

    assert check_comparable(condition, TRAITS) is None  # type: ignore[func-returns-value]


@pytest.mark.parametrize(
    ("reading", "expected"),
    [
        (exactly(12.0), Truth.YES),
        (exactly(11.0), Truth.NO),
        (Reading(11.0, 12.0, (11.0, 12.0)), Truth.UNKNOWN),
        (Reading(12.0, 40.0), Truth.YES),
        (Reading(0.0, 11.999), Truth.NO),
        (Reading(0.0, 12.0), Truth.UNKNOWN),
    ],
)
def test_a_clause_holds_for_all_codes_for_none_or_for_some(reading: Reading, expected: Truth) -> None:
    """What holds for some of the possible codes only is unknown."""
    assert Clause(name="months", how=Comparison.AT_LEAST, low=12.0).judged(reading) is expected


def test_one_failed_clause_fails_the_condition() -> None:
    """A condition is no as soon as one clause is no, whatever is unknown besides."""
    condition = Condition(
        text="both",
        clauses=(
            Clause(name="a", how=Comparison.AT_LEAST, low=1.0),
            Clause(name="b", how=Comparison.IS, low=1.0),
        ),
    )
    unknown = Reading(0.0, 1.0, (0.0, 1.0), unknown=True)

    judged = [condition.judged({"a": unknown, "b": exactly(code)}) for code in (0.0, 1.0)]

    assert judged == [Truth.NO, Truth.UNKNOWN]
