"""Laws of the profile, for facts with every kind of uncertain day.

The days of two facts are drawn from one short stretch of time, so that they meet often. Where a set of facts
contradicts itself, so must every set the law compares it with.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from hypothesis import HealthCheck, assume, given
from hypothesis import strategies as st
from tests.tried import tried

from twelfth.base import InvalidInput, Truth, When
from twelfth.goal import Binary, Certainty, Fact, Numeric, Ordered, Profile, Range, Status, profile

FIRST = date(1998, 1, 1)
STRETCH = 400
TRAITS = (
    Binary("diver"),
    Ordered("degree", levels=("bachelor", "master", "doctor")),
    Ordered("english", levels=("none", "basic", "fluent"), valid_months=6, when_lapsed="none"),
    Numeric("hours"),
)
LEVELS: dict[str, list[object]] = {
    "diver": [True, False],
    "degree": ["bachelor", "master", "doctor"],
    "english": ["none", "basic", "fluent"],
    "hours": [10.0, 12.0, Range(11, 13), Range(12, 20)],
}
DAYS = st.integers(0, STRETCH).map(lambda step: FIRST + timedelta(days=step))
ANY_KNOWN = st.none() | DAYS
MANY = tried(70, of=200, despite=[HealthCheck.filter_too_much, HealthCheck.too_slow])


@st.composite
def whens(draw: st.DrawFn) -> When:
    """A day, a window, or one with open ends."""
    first = draw(DAYS)
    last = first + timedelta(days=draw(st.sampled_from([0, 0, 0, 1, 30, 800])))
    return When(draw(st.sampled_from([first, first, first, None])), draw(st.sampled_from([last, last, last, None])))


@st.composite
def facts(draw: st.DrawFn, *, known: st.SearchStrategy[date | None] = ANY_KNOWN) -> Fact:
    """A fact of one of the traits."""
    trait = draw(st.sampled_from(sorted(LEVELS)))
    begins, ends = draw(whens()), draw(st.none() | whens())
    return Fact(
        trait=trait,
        level=draw(st.sampled_from(LEVELS[trait])),  # type: ignore[arg-type]
        begins=begins,
        ends=None if ends is None or ends.certainly_before(begins) else ends,
        known=draw(known),
        certainty=draw(st.sampled_from(Certainty)),
        source=draw(st.sampled_from([(), ("a",), ("b", "a")])),
    )


HISTORIES = st.lists(facts(), max_size=5)


def told(history: Sequence[Fact], as_of: date) -> Profile | str:
    """The profile, or how it was refused."""
    try:
        return profile(history, as_of, traits=TRAITS)
    except InvalidInput:
        return "refused"


@MANY
@given(HISTORIES, DAYS, st.data())
def test_what_was_known_later_changes_nothing(history: list[Fact], as_of: date, data: st.DataObject) -> None:
    """Law: profile(F + [f], d) == profile(F, d) for every f known after d."""
    later = data.draw(facts(known=st.integers(1, 900).map(lambda step: as_of + timedelta(days=step))))
    place = data.draw(st.integers(0, len(history)))

    assert told([*history[:place], later, *history[place:]], as_of) == told(history, as_of)


@MANY
@given(HISTORIES, DAYS)
def test_leaving_out_the_future_changes_nothing(history: list[Fact], as_of: date) -> None:
    """Law: profile(F, d) == profile({f in F: f may have begun and was known by d}, d)."""
    past = [fact for fact in history if fact.begun(as_of) is not Truth.NO]

    assert told(past, as_of) == told(history, as_of)


@MANY
@given(HISTORIES, DAYS, st.data())
def test_the_order_of_facts_says_nothing(history: list[Fact], as_of: date, data: st.DataObject) -> None:
    """Law: profile(permutation of F, d) == profile(F, d)."""
    turned = data.draw(st.permutations(history))

    assert told(turned, as_of) == told(history, as_of)


@MANY
@given(HISTORIES, DAYS, DAYS)
def test_a_profile_remembers_nothing(history: list[Fact], as_of: date, other: date) -> None:
    """Law: profile(F, d) is the same before and after profiles of other days and from an iterator."""
    before = told(history, as_of)
    told(history, other)

    assert told(history, as_of) == before
    assert isinstance(before, str) or profile(iter(history), as_of, traits=iter(TRAITS)) == before


@MANY
@given(HISTORIES, DAYS, st.data())
def test_stating_a_fact_twice_says_nothing_more(history: list[Fact], as_of: date, data: st.DataObject) -> None:
    """Law: profile(F + [f], d) == profile(F, d) for every f in F."""
    assume(history)
    again = data.draw(st.sampled_from(history))

    assert told([*history, again], as_of) == told(history, as_of)


@MANY
@given(HISTORIES, DAYS, st.data())
def test_traits_do_not_touch_each_other(history: list[Fact], as_of: date, data: st.DataObject) -> None:
    """Law: the state of a trait depends on the facts of that trait alone."""
    found = told(history, as_of)
    assume(not isinstance(found, str))
    trait = data.draw(st.sampled_from(sorted(LEVELS)))

    alone = told([fact for fact in history if fact.trait == trait], as_of)

    assert not isinstance(alone, str)
    assert not isinstance(found, str)
    assert alone[trait] == found[trait]


def _each(history: list[Fact], as_of: date, holds: Callable[..., bool]) -> bool:
    found = told(history, as_of)
    return isinstance(found, str) or all(holds(state) for state in found.states)


@MANY
@given(HISTORIES, DAYS | DAYS.map(lambda day: day + timedelta(days=1000)))
def test_no_date_told_lies_ahead(history: list[Fact], as_of: date) -> None:
    """Law: no end of `since` or `lapsed` lies after d, and `since` is never wider than a year."""
    days = [
        when
        for state in getattr(told(history, as_of), "states", ())
        for when in (state.since, state.lapsed)
        if when is not None
    ]

    assert all(when.latest is not None and when.latest <= as_of for when in days)
    assert _each(history, as_of, lambda state: state.since is None or _days(state.since) <= 366)


def _days(when: When) -> int:
    return (when.latest - when.earliest).days if when.latest and when.earliest else 10**6


@MANY
@given(HISTORIES, DAYS)
def test_a_state_agrees_with_itself(history: list[Fact], as_of: date) -> None:
    """Law: a level is told exactly when it is held or not held, and then it is the only possible one; unknown
    lists none; what is only possible lists at least one, and names none as certain."""

    def agrees(state: object) -> bool:
        status, level, possible = state.status, state.level, state.possible  # type: ignore[attr-defined]
        if status in (Status.HELD, Status.NOT_HELD):
            return level is not None and possible == (level,) and state.exhaustive  # type: ignore[attr-defined]
        return level is None and (len(possible) > 0) == (status is Status.POSSIBLY)

    assert _each(history, as_of, agrees)
