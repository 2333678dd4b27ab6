"""Conditions against brute force: every code a reading allows is tried, one by one."""

import operator
from collections.abc import Callable
from datetime import date
from itertools import product

from hypothesis import given
from hypothesis import strategies as st
from tests.tried import tried

from twelfth.base import Truth
from twelfth.goal import (
    Category,
    Clause,
    Comparison,
    Condition,
    Derived,
    Numeric,
    Ordered,
    Profile,
    Reading,
    State,
    Status,
    parse_condition,
    reading_of,
    readings,
    vocabulary,
)

HIGHEST = 8
CODES = st.integers(0, HIGHEST)
DEGREE = Ordered("degree", levels=("none", "bachelor", "master", "doctor"))
FIELD = Category("field", levels=("physics", "law", "medicine"))
MONTHS = Numeric("months", low=0, high=HIGHEST, whole=True)
YEARS = Numeric("years", low=0, high=HIGHEST, whole=True)
TRAITS = (DEGREE, FIELD, MONTHS, YEARS)
TOTAL = Derived(name="total", sum_of=("months", "years"))
CODE_OF = vocabulary(TRAITS, (TOTAL,))
AS_OF = date(2020, 6, 15)
COMPARE: dict[Comparison, Callable[[float, float], bool]] = {
    Comparison.IS: operator.eq,
    Comparison.IS_NOT: operator.ne,
    Comparison.AT_LEAST: operator.ge,
    Comparison.AT_MOST: operator.le,
}


def brute(answers: set[bool]) -> Truth:
    """Yes when it holds for every code, no when for none, unknown when for some."""
    if answers == {True}:
        return Truth.YES
    return Truth.NO if answers == {False} else Truth.UNKNOWN


def expected(clause: Clause, code: float) -> bool:
    """What the words of a clause say of one code."""
    if clause.how is Comparison.BETWEEN:
        return clause.low <= code <= clause.high
    return COMPARE[clause.how](code, clause.low)


@st.composite
def clauses(draw: st.DrawFn, names: tuple[str, ...] = ("a",)) -> Clause:
    """A comparison with whole numbers."""
    how = draw(st.sampled_from([*COMPARE, Comparison.BETWEEN]))
    low, high = sorted((draw(CODES), draw(CODES)))
    return Clause(name=draw(st.sampled_from(names)), how=how, low=low, high=high if how is Comparison.BETWEEN else 0)


@st.composite
def whole_readings(draw: st.DrawFn) -> tuple[Reading, set[float]]:
    """A few codes or a stretch of whole numbers, with every code it allows."""
    if draw(st.booleans()):
        codes = sorted(float(code) for code in draw(st.sets(CODES, min_size=1, max_size=4)))
        return Reading(codes[0], codes[-1], tuple(codes)), set(codes)
    lo, hi = sorted((draw(CODES), draw(CODES)))
    return Reading(lo, hi, whole=True), {float(code) for code in range(lo, hi + 1)}


@tried(150, of=400)
@given(clauses(), whole_readings())
def test_a_clause_is_judged_as_by_trying_every_code(clause: Clause, pair: tuple[Reading, set[float]]) -> None:
    """Law: judged is yes, no or unknown exactly as the codes of the reading all, none or partly satisfy it."""
    reading, codes = pair

    assert clause.judged(reading) is brute({expected(clause, code) for code in codes})


@tried(150, of=400)
@given(clauses(), st.tuples(CODES, CODES).map(sorted))
def test_a_continuous_reading_is_judged_as_on_a_fine_grid(clause: Clause, ends: list[int]) -> None:
    """Law: for every number of [lo, hi] the answer is that of a grid in which each whole number has neighbours."""
    lo, hi = ends
    grid = {step / 4 for step in range(lo * 4, hi * 4 + 1)}

    assert clause.judged(Reading(lo, hi)) is brute({expected(clause, code) for code in grid})


@tried(100, of=300)
@given(st.lists(clauses(("a", "b")), min_size=1, max_size=3), whole_readings(), whole_readings())
def test_a_condition_is_never_surer_than_brute_force(
    parts: list[Clause], one: tuple[Reading, set[float]], other: tuple[Reading, set[float]]
) -> None:
    """Law: yes means that every pair of codes satisfies all clauses, no that none does; unknown may stay unsure."""
    condition = Condition(text="", clauses=tuple(parts))
    pairs = ({"a": first, "b": second} for first, second in product(one[1], other[1]))
    answers = {all(expected(clause, codes[clause.name]) for clause in parts) for codes in pairs}

    judged = condition.judged({"a": one[0], "b": other[0]})

    assert judged in (Truth.UNKNOWN, brute(answers))


@tried(100, of=300)
@given(st.lists(clauses(("a", "b")), min_size=1, max_size=2, unique_by=lambda clause: clause.name), st.data())
def test_with_a_clause_per_name_a_yes_is_always_found(parts: list[Clause], data: st.DataObject) -> None:
    """Law: where no name occurs twice, a condition is judged exactly as by trying every combination."""
    found = {name: data.draw(whole_readings()) for name in ("a", "b")}
    pairs = ({"a": first, "b": second} for first, second in product(found["a"][1], found["b"][1]))
    answers = {all(expected(clause, codes[clause.name]) for clause in parts) for codes in pairs}

    judged = Condition(text="", clauses=tuple(parts)).judged({name: pair[0] for name, pair in found.items()})

    assert judged is brute(answers)


TEXTS = st.one_of(
    st.builds("degree {} {}".format, st.sampled_from(list(COMPARE)), st.sampled_from(DEGREE.levels)),
    st.builds("field {} {}".format, st.sampled_from([Comparison.IS, Comparison.IS_NOT]), st.sampled_from(FIELD.levels)),
    st.builds("months {} {}".format, st.sampled_from(list(COMPARE)), CODES),
    st.builds("total {} {}".format, st.sampled_from(list(COMPARE)), st.integers(0, 2 * HIGHEST)),
    st.tuples(CODES, CODES).map(lambda pair: f"months from {min(pair)} to {max(pair)}"),
)


def words_hold(text: str, levels: dict[str, object]) -> bool:
    """What a clause says of settled levels, read from its words alone."""
    name, _, rest = text.partition(" ")
    value = levels["months"] + levels["years"] if name == "total" else levels[name]  # type: ignore[operator]
    rank = DEGREE.levels.index if name == "degree" else FIELD.levels.index if name == "field" else float
    if rest.startswith("from"):
        first, last = rest.removeprefix("from ").split(" to ")
        return float(first) <= value <= float(last)  # type: ignore[operator]
    how = next(one for one in (Comparison.IS_NOT, *COMPARE) if rest.startswith(one))
    return COMPARE[how](rank(value), rank(rest.removeprefix(how).strip()))  # type: ignore[arg-type]


def known_state(name: str, levels: list[object]) -> State:
    """A state in which exactly these levels are possible; none means unknown."""
    status = Status.UNKNOWN if not levels else Status.HELD if len(levels) == 1 else Status.POSSIBLY
    return State(trait=name, status=status, possible=tuple(levels), exhaustive=bool(levels))  # type: ignore[arg-type]


@tried(100, of=300)
@given(TEXTS, st.data())
def test_written_conditions_are_judged_on_partly_known_people(text: str, data: st.DataObject) -> None:
    """Law: a written clause on a trait is judged as by trying every level the person may have, unknown ones too;
    on a sum of two it is never surer than that."""
    every_level = {"degree": list(DEGREE.levels), "field": list(FIELD.levels)}
    every_level |= {name: [float(code) for code in range(HIGHEST + 1)] for name in ("months", "years")}
    some = {name: st.lists(st.sampled_from(levels), unique=True, max_size=3) for name, levels in every_level.items()}
    may_have = data.draw(st.fixed_dictionaries(some))
    who = Profile(as_of=AS_OF, states=tuple(known_state(name, levels) for name, levels in may_have.items()))
    people = product(*(may_have[name] or every_level[name] for name in every_level))
    answers = {words_hold(text, dict(zip(every_level, person, strict=True))) for person in people}

    judged = parse_condition(text, CODE_OF).judged(readings(who, TRAITS, (TOTAL,)))

    assert judged is brute(answers) or (text.startswith("total") and judged is Truth.UNKNOWN)


@given(st.lists(st.sampled_from(DEGREE.levels), unique=True, min_size=1))
def test_a_reading_holds_the_codes_of_every_possible_level(levels: list[str]) -> None:
    """Law: the codes read are exactly the codes of the levels that are possible."""
    state = known_state("degree", list(levels))

    assert set(reading_of(DEGREE, state).codes or ()) == {DEGREE.code(level) for level in levels}
