"""Odds of a case by people whose outcome is known."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from numpy.typing import NDArray
from tests.factories import fact
from tests.labelled_world import labelled

from twelfth.base import NotEnoughData, Truth, When
from twelfth.compose import LabelLearner
from twelfth.distance import Caveat, Tier
from twelfth.engines import LabelledOdds
from twelfth.goal import (
    Attempt,
    Binary,
    Bound,
    Case,
    Category,
    DateTrait,
    FunnelCount,
    Kind,
    LabelledPeople,
    Line,
    Numeric,
    Process,
    Range,
    Recorded,
    Requirement,
    Round,
    Stage,
    StageName,
    parse_condition,
    vocabulary,
)
from twelfth.store import MemoryCases, MemoryPacks
from twelfth.usecases import Learned, OddsRead, estimate_odds, tell_odds
from twelfth.usecases.audits.forecast_attempt import forecast_attempt

Array = NDArray[np.float64]
FIRST, SECOND, TODAY = date(2020, 5, 1), date(2021, 5, 1), date(2024, 1, 1)
GRADE, HOURS, FIELD = Numeric("grade"), Numeric("hours"), Category("field", levels=("arts", "law", "music", "science"))
TRAITS = (
    GRADE,
    HOURS,
    FIELD,
    Binary("sex", protected=True),
    Binary("diving", recorded=Recorded.POSITIVES_ONLY),
    DateTrait("started"),
    Binary("alive"),
    Binary("asked"),
)
LEFT_OUT = {
    "sex": "protected",
    "diving": "only its presence is ever recorded",
    "started": "a day, which counts through derived values only",
    "alive": "the same for everybody",
    "asked": "unknown of everybody",
}


def people(n: int = 160, *, seed: int = 0) -> LabelledPeople:
    """Half of them of each round, known to be decided by the first two columns; sex is the outcome itself."""
    X, y, _ = labelled(n, seed=seed)
    field = np.where(X[:, 2] > 0, 3.0, np.arange(n) % 2)
    rows = np.column_stack([X[:, :2], field, y, y, 7e5 + X[:, 0], np.ones(n), np.full(n, np.nan)])
    first = np.arange(n) < n / 2
    return LabelledPeople(
        TRAITS,
        rows,
        y > 0,
        [f"p{index}" for index in range(n)],
        [FIRST if one else SECOND for one in first],
        ["first" if one else "second" for one in first],
    )


class Spy:
    """The real learner, and what it was given."""

    def __init__(self) -> None:
        self.rows = np.empty((0, 0))
        self.rate: float | None = None
        self.dates: Sequence[date] | None = None

    def fit(
        self, X: Array, y: Array, *, seed: int, rate: float | None = None, dates: Sequence[date] | None = None
    ) -> Learned:
        self.rows, self.rate, self.dates = X, rate, dates
        return LabelledOdds().fit(X, y, seed=seed, rate=rate, dates=dates)


def process(group: LabelledPeople | None = None, **more: object) -> Process:
    found = people() if group is None else group
    rounds = tuple(
        Round(id=name, kind="yearly", name=name, decided=day, known=day)
        for name, day in (("first", FIRST), ("second", SECOND))
    )
    base = Process(name="grant", title="A grant", version="1", traits=TRAITS, rounds=rounds)
    return replace(base, labelled=found, yes_group=found.yes_group, **more)  # type: ignore[arg-type]


def mine(**levels: object) -> Case:
    facts = tuple(fact(name, level) for name, level in levels.items())
    return Case(name="me", title="Me", pack="grant", facts=facts)


class Today:
    def today(self) -> date:
        return TODAY


def read(case: Case, known: Process | None = None, *, spy: Spy | None = None, as_of: date | None = None) -> OddsRead:
    shelf = MemoryCases(MemoryPacks(process() if known is None else known), case)
    return estimate_odds(case.name, cases=shelf, clock=Today(), as_of=as_of, learner=spy or Spy())


ME = mine(grade=1.0, hours=0.5, field="science")


def test_people_with_their_outcome_answer_through_the_learner() -> None:
    """The same figure as LabelledOdds gives for the columns, with tier, basis, interval and how many."""
    spy = Spy()
    found = read(ME, spy=spy)
    own = people()
    field = own.rows[:, 2]
    columns = np.column_stack([own.rows[:, :2], *(field == code for code in (0.0, 1.0, 3.0) if code != _common(field))])
    direct = LabelledOdds().fit(columns, own.selected.astype(float), seed=0, dates=list(own.dates))
    asked = [1.0, 0.5, *(code == 3.0 for code in (0.0, 1.0, 3.0) if code != _common(field))]

    assert found.tier is Tier.LABELLED
    assert found.learned is not None
    assert found.odds.p == direct.odds([asked])[0].p
    assert found.odds.lo is not None
    assert (found.learned.people, found.learned.selected) == (160, int(own.selected.sum()))
    assert found.average == pytest.approx(own.selected.mean())
    assert spy.rows.shape == columns.shape


def _common(codes: Array) -> float:
    seen, counts = np.unique(codes, return_counts=True)
    return float(seen[np.argmax(counts)])


def test_what_cannot_count_is_never_learned_from() -> None:
    """Protected although it tells the outcome outright, mere presence, days, and what is alike or unknown for all."""
    spy = Spy()
    found = read(ME, spy=spy)

    assert dict(found.left_out) == LEFT_OUT
    assert spy.rows.shape[1] == 4
    assert found.learned is not None
    assert found.learned.traits == ("grade", "hours", "field")
    assert Caveat.TRAIT_DROPPED in found.odds.caveats
    assert read(mine(sex=True)).odds == read(mine(sex=False)).odds


def test_the_person_is_not_among_those_learned_from() -> None:
    """Nor is anybody whose outcome was not known by the day."""
    spy = Spy()
    read(replace(ME, also_known_as=("p3",)), spy=spy)
    assert len(spy.rows) == 159

    read(ME, spy=spy, as_of=FIRST)
    assert len(spy.rows) == 80


def test_where_there_are_two_rounds_the_last_one_judges() -> None:
    """And where there is one, people left out in turns do."""
    two, one = Spy(), Spy()
    found, before = read(ME, spy=two), read(ME, spy=one, as_of=FIRST)
    assert found.learned is not None
    assert before.learned is not None

    assert (found.learned.last_round, found.learned.judged) == (SECOND, 80)
    assert (before.learned.last_round, before.learned.judged) == (None, 80)
    assert one.dates is None


@pytest.mark.parametrize(("bound", "rate"), [(Bound.EXACT, 0.1), (Bound.AT_LEAST, None)])
def test_chances_are_moved_to_a_published_share_of_all_who_applied(bound: Bound, rate: float | None) -> None:
    """A lowest number of applicants is no share, and then the people stand for those who applied."""
    rounds = tuple(replace(one, selected=100) for one in process().rounds)
    funnel = tuple(FunnelCount(round=one.id, stage="applied", count=1000, bound=bound) for one in rounds)
    spy = Spy()
    found = read(ME, process(rounds=rounds, funnel=funnel), spy=spy)
    plain = read(ME)
    assert found.odds.p is not None
    assert plain.odds.p is not None

    assert spy.rate == (None if rate is None else pytest.approx(rate, rel=0.01))
    assert (found.odds.p < plain.odds.p) is (rate is not None)


def test_a_range_holds_both_its_ends() -> None:
    """A number known as a range widens the interval, and does not become its middle."""
    low, high, both = (read(mine(grade=one)).odds for one in (-1.0, 2.0, Range(-1.0, 2.0)))
    assert low.p is not None
    assert high.p is not None

    assert (both.lo, both.hi) == (low.lo, high.hi)
    assert both.p == (low.p + high.p) / 2


def test_a_level_nobody_had_counts_as_unknown_and_is_said_to() -> None:
    """Music was open to all and nobody came with it."""
    found = read(mine(grade=1.0, field="music"))

    assert ("field", "nobody had your level, so it counts as unknown") in found.left_out
    assert found.odds.p == read(mine(grade=1.0)).odds.p


def test_numbers_beyond_those_of_everybody_are_named() -> None:
    """There the chance is only drawn out."""
    found, ends = read(mine(grade=50.0)), read(mine(grade=Range(0.0, 50.0)))

    assert found.learned is not None
    assert ends.learned is not None
    assert found.learned.outside == ends.learned.outside == ("grade",)
    assert (read(ME).learned or found.learned).outside == ()


def test_a_requirement_stands_before_the_chance() -> None:
    """Not met: no figure, whatever the odds of others."""
    line = Line(title="A high grade", any_of=(parse_condition("grade at least 3", vocabulary(TRAITS, ())),))
    gate = Requirement(id="grade", title="Grade", lines=(line,), source=("own",))
    kind = Kind(name="yearly", title="Yearly", requires=("grade",))
    found = read(ME, process(kinds=(kind,), requirements=(gate,)))

    assert found.eligible is Truth.NO
    assert (found.odds.p, found.odds.lo, found.odds.caveats) == (None, None, (Caveat.NOT_ELIGIBLE,))


@pytest.mark.parametrize("selected", [True, False])
def test_fewer_than_five_of_either_are_not_learned_from(selected: bool) -> None:
    """The sentence says how many there are of each."""
    group = people()
    keep = np.flatnonzero(group.selected != selected).tolist() + np.flatnonzero(group.selected == selected)[:4].tolist()
    few = group.without({f"p{index}" for index in range(160)} - {f"p{index}" for index in keep})

    with pytest.raises(NotEnoughData, match="a chance is learned from at least 5 of each"):
        read(ME, process(few))


def test_traits_that_tell_nobody_apart_are_refused() -> None:
    """Sex alone is no ground for a chance."""
    group = people()
    bare = LabelledPeople(TRAITS[3:4], group.rows[:, 3:4], group.selected, group.ids, group.dates, group.rounds)

    with pytest.raises(NotEnoughData, match="tells its people apart"):
        read(ME, process(bare))


def test_without_a_learner_it_is_said_what_is_missing() -> None:
    """No other model answers silently in its place."""
    shelf = MemoryCases(MemoryPacks(process()), ME)

    with pytest.raises(NotEnoughData, match="nothing here learns from them"):
        tell_odds("me", cases=shelf, clock=Today())


def test_a_forecast_of_an_attempt_learns_from_the_rounds_before_it() -> None:
    """The ledger's chance is that of the day before."""
    known = process()
    stages = ((StageName.SUBMITTED, FIRST), (StageName.NOT_SELECTED, SECOND))
    history = tuple(Stage(stage=stage, on=When.on(on)) for stage, on in stages)
    attempted = replace(ME, attempts=(Attempt(round="second", history=history),))
    entry = forecast_attempt(attempted, known, number=1, decided=SECOND, learner=LabelLearner())
    then = read(ME, known, as_of=date(2021, 4, 30))

    assert entry.odds == then.odds
