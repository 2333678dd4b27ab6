"""Laws of telling a thing as plain data: it comes back, exactly, whatever it is."""

import json
from dataclasses import fields
from datetime import date
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from hypothesis import given
from hypothesis import strategies as st
from tests.kept_goals import THINGS
from tests.tried import tried

from twelfth.base import InvalidInput, When
from twelfth.goal import Attempt, Level, Range, Stage, Way
from twelfth.goal.attempts import NEXT_STAGES
from twelfth.usecases import (
    KINDS,
    GoalCard,
    Row,
    Thing,
    card_from,
    kind_of,
    line_of,
    plain_from,
    row_from,
    text_of,
    thing_from,
    told,
    told_as,
)
from twelfth.work import Effort

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12)
FINITE = st.floats(allow_nan=False, allow_infinity=False)
NUMBERS = FINITE.map(lambda one: one + 0.0)
DAYS = st.dates()
WHENS = st.builds(
    lambda one, two: When(*sorted((one, two))) if one and two else When(one, two), st.none() | DAYS, st.none() | DAYS
)
RANGES = st.tuples(FINITE, FINITE).map(lambda ends: Range(*sorted(ends)))
LEVELS = st.booleans() | st.integers() | FINITE | TEXTS | DAYS | RANGES


@st.composite
def histories(draw: st.DrawFn) -> tuple[Stage, ...]:
    """Any history the state machine allows, on one uncertain day."""
    on, stage, found = draw(WHENS), None, []
    while NEXT_STAGES[stage] and draw(st.booleans()):
        stage = draw(st.sampled_from(sorted(NEXT_STAGES[stage])))
        found.append(Stage(stage=stage, on=on))
    return tuple(found)


FIGURES = st.none() | st.floats(0, 1e9).map(lambda one: one + 0.0)
WAY: dict[str, st.SearchStrategy[Any]] = {
    "trait": TEXTS.filter(bool),
    "move": st.just(""),
    "months": st.floats(0, 1e9).map(lambda one: one + 0.0),
    "passes": st.none() | st.floats(0, 1, exclude_min=True),
    **dict.fromkeys(("hours_week", "valid_months", "retry_days"), FIGURES),
    **dict.fromkeys(("hours_low", "hours_high", "cost_low", "cost_high"), st.none()),
}
"""What a way may say: chance alone would make few that are allowed."""


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Any value of a declared type."""
    known: dict[Any, st.SearchStrategy[Any]] = {
        str: TEXTS, bool: st.booleans(), int: st.integers(-(2**62), 2**62), float: NUMBERS, date: DAYS, When: WHENS,
        Range: RANGES, Level: LEVELS, tuple[Stage, ...]: histories(),
    }  # fmt: skip
    if hint in known:
        return known[hint]
    if get_origin(hint) is UnionType:
        rest = set(get_args(hint)) - {NoneType}
        return st.none() | (LEVELS if rest == set(get_args(Level)) else values(next(iter(rest))))
    if get_origin(hint) is tuple:
        if get_args(hint)[-1] is not Ellipsis:
            return st.tuples(*map(values, get_args(hint)))
        return st.lists(values(get_args(hint)[0]), max_size=3).map(tuple)
    return st.sampled_from(list(hint)) if hasattr(hint, "__members__") else made(hint)


def made(kind: type) -> st.SearchStrategy[Any]:
    """Any thing of a kind that can be made at all."""
    hints = get_type_hints(kind)
    parts = {one.name: values(hints[one.name]) for one in fields(kind)}
    if kind is Effort:
        parts["minutes"] = st.integers(1, 1440)
    if kind is Way:
        parts |= WAY
    return st.fixed_dictionaries(parts).map(lambda chosen: make(kind, chosen)).filter(lambda one: one is not None)


def make(kind: type, chosen: dict[str, Any]) -> Any:
    try:
        return kind(**chosen)
    except InvalidInput:
        return None


ANY = st.one_of(*map(made, KINDS.values()), st.sampled_from(THINGS))


@given(thing=ANY)
@tried(150, of=3000)
def test_whatever_is_told_comes_back_exactly(thing: Thing) -> None:
    """thing_from(kind_of(t), told(t)) = t, and 7 stays apart from 7.0 and from true."""
    again = thing_from(kind_of(thing), json.loads(json.dumps(told(thing))))

    assert type(again) is type(thing)
    assert text_of(told(again)) == text_of(told(thing))
    assert again == thing


@given(card=made(GoalCard))
@tried(50, of=1000)
def test_a_card_comes_back_exactly(card: GoalCard) -> None:
    """card_from(told(c)) = c."""
    assert card_from(plain_from(text_of(told(card)))) == card


@given(thing=ANY, number=st.integers(1, 2**62), version=st.integers(1, 1000))
@tried(50, of=1000)
def test_a_line_of_the_trail_comes_back_exactly(thing: Thing, number: int, version: int) -> None:
    """row_from(line_of(r)) = r, and a line is one line."""
    row = Row(id=number, version=version, thing=thing)
    line = line_of(row)

    assert row_from(line) == row
    assert "\n" not in line


@given(level=LEVELS)
@tried(100, of=2000)
def test_a_level_keeps_its_type(level: object) -> None:
    """repr(read(told(l))) = repr(l)."""
    fact = THINGS[1]
    plain = told(fact) | {"level": told_level(level)}

    assert repr(thing_from("fact", plain).level) == repr(level)  # type: ignore[union-attr]


def told_level(level: object) -> Any:
    return json.loads(json.dumps(told_as(level, Level, where="level")))


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=12,
)


@given(kind=st.sampled_from(sorted(KINDS)), name=st.integers(0, 30), value=PLAIN)
@tried(300, of=10_000)
def test_whatever_a_stranger_tells_is_a_thing_or_refused(kind: str, name: int, value: Any) -> None:
    """One field of a good thing is made into anything at all: InvalidInput, or a thing that is told the same way."""
    plain = told(next(one for one in THINGS if kind_of(one) == kind))
    field = sorted(plain)[name % len(plain)]

    try:
        thing = thing_from(kind, plain | {field: value})
    except InvalidInput:
        return
    assert thing_from(kind, told(thing)) == thing


@given(value=PLAIN)
@tried(100, of=2000)
def test_no_kind_is_read_from_just_anything(value: Any) -> None:
    """InvalidInput and no other error."""
    for kind in KINDS:
        try:
            thing_from(kind, value)
        except InvalidInput:
            continue
        raise AssertionError(kind)


def test_every_kind_is_among_the_things_tried() -> None:
    """A new kind of thing must be added to the examples."""
    assert {kind_of(one) for one in THINGS} == set(KINDS)
    assert Attempt in KINDS.values()
    assert set(get_args(Thing)) == set(KINDS.values())
