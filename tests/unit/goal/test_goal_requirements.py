"""Requirements: gates that are met, missed or unknown."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twelfth.base import InvalidInput, Truth
from twelfth.goal import (
    Clause,
    Comparison,
    Condition,
    Judged,
    Line,
    Reading,
    Requirement,
    check_acyclic,
    exactly,
    judge_requirements,
    with_those_below,
)

AS_OF = date(2020, 6, 15)
YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN
READ = {YES: exactly(1.0), NO: exactly(0.0), UNKNOWN: Reading(0.0, 1.0, (0.0, 1.0), unknown=True)}


def holds(name: str) -> Condition:
    """That a trait is held."""
    return Condition(text=f"{name} is yes", clauses=(Clause(name=name, how=Comparison.IS, low=1.0),))


def meets(name: str) -> Condition:
    """That another requirement is met."""
    return Condition(text=f"meets {name}", clauses=(Clause(name=name, how=Comparison.MEETS, low=1.0),))


def requirement(name: str, *any_of: Condition, **more: object) -> Requirement:
    """A requirement of one line with alternatives."""
    lines = more.pop("lines", None) or (Line(title=f"line of {name}", any_of=any_of),)
    return Requirement(id=name, title=name.upper(), lines=lines, **more)  # type: ignore[arg-type]


def judge(*requirements: Requirement, **truths: Truth) -> dict[str, Judged]:
    """The requirements judged for traits that are held, not held or unknown."""
    return judge_requirements(requirements, {name: READ[truth] for name, truth in truths.items()}, as_of=AS_OF)


@pytest.mark.parametrize(
    ("one", "other", "met"),
    [(YES, UNKNOWN, YES), (NO, UNKNOWN, UNKNOWN), (NO, NO, NO), (UNKNOWN, UNKNOWN, UNKNOWN), (YES, NO, YES)],
)
def test_one_alternative_is_enough(one: Truth, other: Truth, met: Truth) -> None:
    """A line is met by any of its conditions, and missed only when all are."""
    judged = judge(requirement("gate", holds("a"), holds("b")), a=one, b=other)["gate"]

    assert (judged.met, judged.lines[0].met) == (met, met)


@pytest.mark.parametrize(
    ("one", "other", "met"),
    [(YES, UNKNOWN, UNKNOWN), (NO, UNKNOWN, NO), (YES, YES, YES), (UNKNOWN, UNKNOWN, UNKNOWN)],
)
def test_every_line_must_hold(one: Truth, other: Truth, met: Truth) -> None:
    """A requirement is missed by any of its lines, and met only when all are."""
    lines = tuple(Line(title=name, any_of=(holds(name),), source=(name,)) for name in ("a", "b"))

    judged = judge(requirement("gate", lines=lines, source=("s",), note="why"), a=one, b=other)["gate"]

    assert judged.met is met
    assert [(line.title, line.met, line.source) for line in judged.lines] == [("a", one, ("a",)), ("b", other, ("b",))]
    assert (judged.title, judged.why, judged.source) == ("GATE", "why", ("s",))


@settings(deadline=None)
@given(st.lists(st.sampled_from([YES, UNKNOWN]), min_size=1, max_size=6))
def test_unknown_never_becomes_no(truths: list[Truth]) -> None:
    """Law: without a single "no" among what is read, nothing is judged missed."""
    names = [f"t{index}" for index in range(len(truths))]
    base = requirement("base", *(holds(name) for name in names))
    lines = (*(Line(title=name, any_of=(holds(name),)) for name in names), Line(title="all", any_of=(meets("base"),)))

    judged = judge(base, requirement("gate", lines=lines), **dict(zip(names, truths, strict=True)))

    assert NO not in {one.met for one in judged.values()}
    assert (judged["gate"].met is YES) == (UNKNOWN not in truths)


@pytest.mark.parametrize(("truth", "met"), [(YES, UNKNOWN), (NO, NO), (UNKNOWN, UNKNOWN)])
def test_a_line_that_is_not_judged_leaves_it_unknown(truth: Truth, met: Truth) -> None:
    """Eligibility is unknown, with the reason, unless another line fails."""
    lines = (Line(title="a", any_of=(holds("a"),)), Line(title="character", not_judged="a matter of judgement"))

    judged = judge(requirement("gate", lines=lines), a=truth)["gate"]

    assert (judged.met, judged.lines[1].met, judged.lines[1].why) == (met, UNKNOWN, "a matter of judgement")


@pytest.mark.parametrize("given_", [{}, {"any_of": (holds("a"),), "not_judged": "why"}])
def test_a_line_is_judged_or_not(given_: dict[str, object]) -> None:
    """A line has conditions or a reason why it has none, and not both."""
    with pytest.raises(InvalidInput, match=r"line 'gate' is .*either `any` or `not_judged`"):
        Line(title="gate", **given_)  # type: ignore[arg-type]


@pytest.mark.parametrize("truth", Truth)
def test_a_requirement_may_rest_on_another(truth: Truth) -> None:
    """What rests on a requirement is met, missed or unknown with it, in whatever order they stand."""
    found = [judge(*pair, a=truth)["top"].met for pair in _both_orders(requirement("top", meets("base")))]

    assert found == [truth, truth]


def _both_orders(top: Requirement) -> list[tuple[Requirement, Requirement]]:
    base = requirement("base", holds("a"))
    return [(top, base), (base, top)]


@pytest.mark.parametrize(
    ("era", "met"),
    [
        ({"ends": date(2020, 6, 14)}, UNKNOWN),
        ({"ends": AS_OF}, YES),
        ({"begins": AS_OF}, YES),
        ({"begins": date(2020, 6, 16)}, UNKNOWN),
        ({"begins": date(2020, 1, 1), "ends": date(2020, 12, 31)}, YES),
        ({}, YES),
    ],
)
def test_a_requirement_not_in_force_is_unknown(era: dict[str, object], met: Truth) -> None:
    """Both ends of an era count; outside it no rule is sourced, which is not a no."""
    judged = judge(requirement("gate", holds("a"), **era), a=YES)["gate"]

    assert judged.met is met
    assert (judged.why == "no rule sourced for this date") == (met is UNKNOWN)


def test_the_era_of_the_day_is_judged() -> None:
    """Of two eras of one requirement the one in force on that day is judged."""
    old = requirement("gate", holds("a"), ends=date(2020, 6, 14))
    new = requirement("gate", holds("b"), begins=AS_OF)

    judged = judge(old, new, a=YES, b=NO)

    assert {name: one.met for name, one in judged.items()} == {"gate": NO}


def test_what_rests_on_a_rule_not_known_yet_is_unknown() -> None:
    """A requirement whose base began later, and is left out on that day, is unknown and no crash."""
    judged = judge(requirement("top", meets("base")))

    assert {name: one.met for name, one in judged.items()} == {"top": UNKNOWN}


def test_a_requirement_names_what_it_rests_on() -> None:
    """Only `meets` clauses name other requirements."""
    assert requirement("top", holds("a"), meets("base"), meets("other")).rests_on == ("base", "other")


def test_a_cycle_is_named_in_order() -> None:
    """Requirements that rest on themselves are refused, the circle told from one to the same again."""
    circle = [requirement("a", meets("b")), requirement("b", meets("c")), requirement("c", meets("b"))]

    with pytest.raises(InvalidInput, match="requirements is 'b -> c -> b'"):
        check_acyclic(tuple(circle))


def test_a_circle_over_eras_is_a_cycle() -> None:
    """What one era of a requirement rests on counts for the requirement."""
    old, new = requirement("a", holds("x"), ends=AS_OF), requirement("a", meets("b"))

    with pytest.raises(InvalidInput, match="a -> b -> a"):
        check_acyclic((old, new, requirement("b", meets("a"))))


def test_resting_on_one_twice_is_no_cycle() -> None:
    """Two ways to the same base meet and make no circle, and a base that is not there ends the way."""
    diamond = (requirement("a", meets("b"), meets("c")), requirement("b", meets("d")), requirement("c", meets("d")))

    assert check_acyclic(diamond) is None  # type: ignore[func-returns-value]


def test_those_below_are_walked_once_and_only_in_force() -> None:
    """By all that a requirement rests on, or by what is asked for alone; what had ended is none."""
    top = requirement("top", meets("left"), meets("right"), meets("over"))
    left, right = requirement("left", meets("low")), requirement("right", meets("low"))
    low, over = requirement("low", holds("a")), requirement("over", holds("a"), ends=date(2019, 1, 1))
    every_one = (low, over, right, left, top)

    assert [*with_those_below(every_one, ["top"], AS_OF)] == [top, left, right, low]
    assert [*with_those_below(every_one, ["top"], AS_OF, below=lambda _: ())] == [top]
    assert [*with_those_below(every_one, ["over", "gone"], AS_OF)] == []
