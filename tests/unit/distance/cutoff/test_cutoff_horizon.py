"""The chance by a horizon: pace, several kinds, ageing, and what is refused."""

import math
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from twelfth.base import InvalidInput, NotFound
from twelfth.distance.cutoff import CutOff, RubricOdds
from twelfth.distance.cutoff.horizon import Course, drawn_courses, noise_for
from twelfth.distance.cutoff.horizon import within as horizon_within
from twelfth.distance.cutoff.kind import Kinds
from twelfth.distance.cutoff.pace import Pace, pace
from twelfth.distance.cutoff.pauses import Pauses
from twelfth.distance.odds import Caveat

START = date(2025, 1, 8)
AS_OF = date(2025, 5, 1)
ONCE = Pauses(1e-3, 100.0, 3.0)


def series(kind: str = "cec", level: int = 520, count: int = 8) -> list[CutOff]:
    return [CutOff(START + timedelta(14 * i), kind, 1000, level + i % 3) for i in range(count)]


MODEL = RubricOdds().fit([*series(), *series("pnp", 700)], seed=1)


def within(days: int, score: float = 500, kinds: tuple[str, ...] = ("cec",)) -> float:
    p = MODEL.by_horizon(score, kinds, as_of=AS_OF, until=AS_OF + timedelta(days)).p
    return p if p is not None else math.nan


def steady(silent: int, rate: float = 1e-3) -> Pace:
    return pace([0, 14, 28, 42], today=42 + silent, pooled_gap=14.0, pauses=replace(ONCE, rate=rate))


def test_rounds_come_at_the_typical_gap_until_paused() -> None:
    """Kinds that never pause hold a round every gap; a pause costs the rounds of at least three gaps."""
    never, seldom = steady(0, rate=0.0), steady(0)

    assert never.expected(140) == pytest.approx(10)
    assert never.expected(7) == pytest.approx(0.5)
    assert seldom.expected(7) == pytest.approx(0.5 * (1 - seldom.stops))
    assert sum((1 - seldom.stops) ** j for j in range(1, 11)) < seldom.expected(140) < 10
    assert seldom.expected(0) == 0


def test_a_kind_may_be_laid_aside_after_its_last_known_round() -> None:
    """On the day of a round a pause is as likely as after any round; late, likelier; beyond three gaps, certain."""
    told = [steady(silent).paused for silent in (0, 14, 28, 42, 43)]

    assert told[0] == pytest.approx(1 - math.exp(-14e-3))
    assert told == sorted(told)
    assert told[3] < told[4] == 1


def test_a_silent_kind_is_expected_less() -> None:
    """Silent for two years beyond three gaps, a kind is back within as long, and the median pause, half of the time."""
    silent = steady(42 + 730)

    assert silent.length == 830
    assert silent.expected(14) < 0.03
    assert silent.expected(365) < 0.4 * 365 / 14
    begun = within_law(silent, 830)
    assert begun == pytest.approx(0.5, abs=0.01)


def within_law(silent: Pace, days: int) -> float:
    """P(a round within so many days) of a kind whose every cut-off is met."""
    course = Course(mean=0, sd=1, later_sd=1, gain=1, pace=silent, typical_gap=14)
    return horizon_within(course, np.full(days, 1e6), noise_for([course], days, seed=1, kind="a", paths=4096))


def test_a_long_silence_does_not_slow_the_rounds_after_it() -> None:
    """The typical gap is a median: one gap of a thousand days among fortnights leaves a fortnight."""
    assert pace([0, 14, 28, 1028, 1042, 1056], today=1060, pooled_gap=14.0, pauses=ONCE).gap == 14


def test_one_round_takes_the_gap_of_all_kinds() -> None:
    """A kind held once is expected as often as kinds are in general, after a month where nothing is known."""
    model = RubricOdds().fit([*series(), CutOff(AS_OF, "fsw", 10, 489)])
    alone = RubricOdds().fit([CutOff(AS_OF, "fsw", 10, 489)])

    assert model.expected_rounds("fsw", as_of=AS_OF, until=AS_OF + timedelta(7)) == pytest.approx(0.5, rel=0.05)
    assert alone.expected_rounds("fsw", as_of=AS_OF, until=AS_OF + timedelta(15)) == pytest.approx(0.5, rel=0.05)


def test_related_rounds_are_not_independent() -> None:
    """Near a level that wanders many rounds give less than 1 - (1 - p)^n, far below it more."""
    until = AS_OF + timedelta(240)
    cuts = (520, 540, 515, 490, 465, 495, 520, 545)
    model = RubricOdds().fit([CutOff(START + timedelta(14 * i), "cec", 1000, cut) for i, cut in enumerate(cuts)])
    n = model.expected_rounds("cec", as_of=AS_OF, until=until)
    alone, ever = (
        [told.p or math.nan for told in (ask(545), ask(430))]
        for ask in (
            lambda score: model.in_next_round(score, "cec", as_of=AS_OF),
            lambda score: model.by_horizon(score, ("cec",), as_of=AS_OF, until=until),
        )
    )

    assert ever[0] < 1 - (1 - alone[0]) ** n
    assert ever[1] > 1 - (1 - alone[1]) ** n


def test_the_prior_of_the_scale_is_counted_once() -> None:
    """Where cut-offs have kept within three points, a year of rounds reaches far down hardly more than the next one."""
    alone = MODEL.in_next_round(470, "cec", as_of=AS_OF).p

    assert alone is not None
    assert within(365, 470) < 1.5 * alone


def test_kinds_are_unrelated_in_the_headline_and_one_in_the_lower_end() -> None:
    """Two kinds: 1 - (1 - p)(1 - q) in the headline; order and repetition of names change nothing."""
    one, other, both = within(90, 505), within(90, 505, ("pnp",)), within(90, 505, ("pnp", "cec", "cec"))

    assert both == pytest.approx(1 - (1 - one) * (1 - other))
    cec, pair = (
        MODEL.by_horizon(505, kinds, as_of=AS_OF, until=AS_OF + timedelta(90)) for kinds in (("cec",), ("cec", "pnp"))
    )
    assert cec.lo is not None
    assert pair.lo is not None
    assert pair.lo == pytest.approx(cec.lo, abs=0.01)
    assert "8 rounds of pnp" in pair.basis


def test_age_costs_points_from_the_birthday_on() -> None:
    """A score that falls on a day gives the odds of the higher score until then, and fewer afterwards."""
    birthday = AS_OF + timedelta(30)

    def ageing(day: date) -> float:
        return 515 if day < birthday else 505

    before, after = AS_OF + timedelta(29), AS_OF + timedelta(90)
    assert MODEL.by_horizon(ageing, ("cec",), as_of=AS_OF, until=before) == MODEL.by_horizon(
        515, ("cec",), as_of=AS_OF, until=before
    )
    told = MODEL.by_horizon(ageing, ("cec",), as_of=AS_OF, until=after).p
    assert told is not None
    assert within(90, 505) < told < within(90, 515)


def test_the_chance_by_each_expected_round_ends_in_the_headline() -> None:
    """by_date climbs by expected rounds of every kind and ends at `until` with by_horizon's own p."""
    until = AS_OF + timedelta(60)
    steps = MODEL.by_date(510, ("cec", "pnp"), as_of=AS_OF, until=until)

    assert [day for day, _ in steps] == [AS_OF + timedelta(n) for n in (14, 28, 42, 56, 60)]
    assert [p for _, p in steps] == sorted(p for _, p in steps)
    assert steps[-1] == (until, within(60, 510, ("cec", "pnp")))


def test_nothing_can_happen_in_no_time() -> None:
    """Until the as-of date itself the chance is as good as none, and still no 0."""
    assert 0 < within(0) < 1e-6


def test_a_break_ahead_widens_what_comes_after_it() -> None:
    """A change of the rubric declared within the horizon raises a score that is far too low, and is flagged."""
    until = AS_OF + timedelta(120)
    told = RubricOdds().fit(series(), breaks=[AS_OF + timedelta(40)], seed=1)
    plain = RubricOdds().fit(series(), seed=1)
    with_break, without = (one.by_horizon(450, ("cec",), as_of=AS_OF, until=until) for one in (told, plain))

    assert with_break.p is not None
    assert without.p is not None
    assert with_break.p > without.p + 0.02
    assert with_break.caveats == (Caveat.POLICY_BREAK,)
    soon = AS_OF + timedelta(30)
    assert told.by_horizon(450, ("cec",), as_of=AS_OF, until=soon) == plain.by_horizon(
        450, ("cec",), as_of=AS_OF, until=soon
    )


def test_few_rounds_are_said() -> None:
    """The caveat of the forecast is the caveat of the odds."""
    told = RubricOdds().fit(series(count=3)).by_horizon(500, ("cec",), as_of=AS_OF, until=AS_OF + timedelta(60))

    assert told.caveats == (Caveat.FEW_ROUNDS,)


@pytest.mark.parametrize("until", [AS_OF - timedelta(1), AS_OF + timedelta(3654)])
def test_a_horizon_out_of_reach_is_refused(until: date) -> None:
    """Before the as-of date, or more than ten years after it."""
    with pytest.raises(InvalidInput, match=r"until is .* expected a day from 2025-05-01 to ten years after it"):
        MODEL.by_horizon(500, ("cec",), as_of=AS_OF, until=until)


@pytest.mark.parametrize("kinds", [(), "cec"])
def test_kinds_are_asked_for_by_a_sequence(kinds: tuple[str, ...] | str) -> None:
    """No kind, or a bare word, is refused."""
    with pytest.raises(InvalidInput, match="kinds of round"):
        MODEL.by_horizon(500, kinds, as_of=AS_OF, until=AS_OF)


@pytest.mark.parametrize("score", [math.nan, math.inf, lambda day: math.nan])
def test_a_score_without_points_is_refused(score: float) -> None:
    """NaN and infinity are no points, on no day."""
    with pytest.raises(InvalidInput, match="finite points"):
        MODEL.by_horizon(score, ("cec",), as_of=AS_OF, until=AS_OF + timedelta(9))


def test_an_unknown_kind_is_not_found() -> None:
    """One unknown kind among known ones is an error, not a chance of 0."""
    with pytest.raises(NotFound, match="'stem'"):
        MODEL.by_horizon(500, ("cec", "stem"), as_of=AS_OF, until=AS_OF)


@pytest.mark.parametrize("ask", ["by_horizon", "by_date"])
def test_an_unfitted_model_has_no_horizon(ask: str) -> None:
    """A model without rounds says so before anything else."""
    with pytest.raises(InvalidInput, match="not fitted"):
        getattr(RubricOdds(), ask)(500, ("cec",), as_of=AS_OF, until=AS_OF)


def test_a_score_by_kind_counts_in_its_kind() -> None:
    """A kind in which one is not considered adds nothing; without a score for a kind the question is refused."""
    both = ("cec", "pnp")
    model, until = MODEL, AS_OF + timedelta(60)
    alone = model.by_horizon(500, ("cec",), as_of=AS_OF, until=until).p
    apart = model.by_horizon({"cec": 500, "pnp": -math.inf}, both, as_of=AS_OF, until=until).p

    assert apart == pytest.approx(alone, abs=1e-6)
    with pytest.raises(InvalidInput, match="points for every kind"):
        model.by_horizon({"cec": 500}, both, as_of=AS_OF, until=until)


def test_the_chance_by_days_of_ones_own() -> None:
    """The days asked for, in order, the last one the headline; a day beyond the last is refused."""
    model, until = MODEL, AS_OF + timedelta(60)
    ends = [until, AS_OF + timedelta(20)]
    found = model.by_date(500, ("cec",), as_of=AS_OF, until=until, ends=ends)

    assert [day for day, _ in found] == sorted(ends)
    assert found[-1][1] == model.by_horizon(500, ("cec",), as_of=AS_OF, until=until).p
    with pytest.raises(InvalidInput, match="ends is"):
        model.by_date(500, ("cec",), as_of=AS_OF, until=until, ends=[until + timedelta(1)])


def test_drift_is_left_open_in_the_interval_and_none_in_the_headline() -> None:
    """Draws of a level that follows differ in drift, as often up as down, by the error of so many moves' mean."""
    known = Kinds(series(), breaks=(), as_of=AS_OF)["cec"]
    course, doubt = known.course(known.forecast()), known.doubt()
    drifts = np.array([one.drift / one.gain for one in drawn_courses(course, doubt, seed=1, kind="cec")])

    assert course.drift == 0
    assert np.mean(drifts) == pytest.approx(0, abs=1e-9)
    assert np.std(drifts) == pytest.approx(course.later_sd / math.sqrt(doubt.errors), rel=0.05)


def test_what_was_asked_before_changes_no_answer() -> None:
    """A model asked about other days, scores and kinds, or fitted anew, answers as one that was asked nothing."""
    rounds, later = [*series(), *series("pnp", 700)], AS_OF + timedelta(30)
    asked = RubricOdds().fit([*series(level=400), *series("pnp", 700)], seed=1)
    for day, score in ((AS_OF, 500), (later, 490), (AS_OF, 505), (AS_OF, 500)):
        asked.by_horizon(score, ("pnp", "cec"), as_of=day, until=day + timedelta(60))
    asked.fit(rounds, seed=1)
    for score in (500, 505, 490, 505):
        asked.by_horizon(score, ("cec",), as_of=AS_OF, until=AS_OF + timedelta(60))

    for day in (AS_OF, later, AS_OF):
        fresh, until = RubricOdds().fit(rounds, seed=1), day + timedelta(90)
        assert asked.by_horizon(505, ("cec",), as_of=day, until=until) == fresh.by_horizon(
            505, ("cec",), as_of=day, until=until
        )
        assert asked.in_next_round(519, "cec", as_of=day) == fresh.in_next_round(519, "cec", as_of=day)
        assert asked.by_date(505, ("cec", "pnp"), as_of=day, until=until) == fresh.by_date(
            505, ("cec", "pnp"), as_of=day, until=until
        )


@pytest.mark.parametrize("days", [0, 1, 90, 500])
def test_many_profiles_at_once_have_the_chances_of_each(days: int) -> None:
    """Also a kind in which one is not considered on some days."""
    until, kinds = AS_OF + timedelta(days), ("cec", "pnp")

    def later(day: date) -> float:
        return 505.0 if day > AS_OF + timedelta(days // 2) else -math.inf

    scores = [505, 480.5, {"cec": 520, "pnp": later}]
    each = tuple(MODEL.by_horizon(one, kinds, as_of=AS_OF, until=until) for one in scores)

    assert MODEL.by_horizon_each(scores, kinds, as_of=AS_OF, until=until) == each
    assert MODEL.by_horizon_each([], kinds, as_of=AS_OF, until=until) == ()
