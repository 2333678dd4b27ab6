"""The next cut-off: hand-computed small cases of level, spread, pool and breaks."""

import math
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from twelfth.base import InvalidInput, NotFound
from twelfth.distance.cutoff import CutOff, RubricOdds
from twelfth.distance.cutoff.level import follow, gap_factor
from twelfth.distance.cutoff.pool_cut import implied_cut
from twelfth.distance.odds import Caveat
from twelfth.goal import PoolScores

START = date(2025, 1, 8)
POOL = ((401.0, 500.0, 9000), (501.0, 600.0, 900), (601.0, 1200.0, 99))


def series(*cuts: float, kind: str = "cec", every: int = 14, selected: int | None = 1000) -> list[CutOff]:
    return [CutOff(START + timedelta(every * i), kind, selected, cut) for i, cut in enumerate(cuts)]


def day_before_next(rounds: list[CutOff], every: int = 14) -> date:
    return rounds[-1].decided + timedelta(every - 1)


def test_levels_follow_by_their_gains() -> None:
    """L <- L + gain (cut - L): after 500 and 520 the four levels are 520, 514, 510 and 507."""
    track = follow([0, 14], [500, 520])

    assert track.levels.tolist() == [520, 514, 510, 507]
    assert track.errors.tolist() == [[20, 20, 20, 20]]


def test_the_gain_is_the_one_with_the_smallest_recent_error() -> None:
    """A steady climb keeps the last value; cut-offs that jump to and fro take the lowest gain."""
    climb, jumpy = series(*range(400, 500, 10)), series(*[500, 520] * 8)

    assert RubricOdds().fit(climb).forecast("cec", as_of=day_before_next(climb)).mean == 490
    assert 505 < RubricOdds().fit(jumpy).forecast("cec", as_of=day_before_next(jumpy)).mean < 515


def test_the_spread_starts_from_35_points() -> None:
    """Equal cut-offs leave sd^2 = 35^2 / (1 + sum of weights), the weights being halved every 8 rounds."""
    rounds = series(*[500] * 5)
    weights = sum(0.5 ** (age / 8) for age in range(4))

    told = RubricOdds().fit(rounds).forecast("cec", as_of=day_before_next(rounds))
    assert told.sd == pytest.approx(35 / math.sqrt(1 + weights))
    assert told.hi - told.mean == pytest.approx(2.131847 * told.sd / math.sqrt(2), rel=1e-6)


@pytest.mark.parametrize(("days", "factor"), [(14, 1.0), (56, 2.0), (3, 0.7), (14 * 100, 4.0), (7, math.sqrt(0.5))])
def test_the_spread_grows_with_the_wait(days: int, factor: float) -> None:
    """sqrt(gap / typical gap), from .7 to 4."""
    assert gap_factor(days, 14) == pytest.approx(factor)


def test_a_long_silence_widens_the_forecast() -> None:
    """Four typical gaps later the sd is doubled, and the round is expected the day after the as-of date."""
    rounds = series(500, 505, 500, 505, 500)
    model, last = RubricOdds().fit(rounds), rounds[-1].decided

    soon, late = (model.forecast("cec", as_of=last + timedelta(days - 1)) for days in (14, 56))
    assert late.sd == pytest.approx(2 * soon.sd)
    assert (soon.on, late.on) == (last + timedelta(14), last + timedelta(56))
    assert model.forecast("cec", as_of=last).on == last + timedelta(14)


def test_one_round_far_off_is_not_followed() -> None:
    """A single 75 among cut-offs near 450 leaves the level where it was, flagged; the spread barely moves."""
    calm = series(455, 450, 452, 449, 454, 451)
    odd = [*calm, CutOff(calm[-1].decided + timedelta(14), "cec", 27332, 75)]
    told = RubricOdds().fit(odd).forecast("cec", as_of=day_before_next(odd))

    assert told.mean > 445
    assert told.caveats == (Caveat.POLICY_BREAK,)
    assert told.sd < 40


def test_a_second_round_confirms_a_jump() -> None:
    """Two rounds at a new height reset every level to it, flagged until the new level holds for a fourth round."""
    cuts = (455, 450, 452, 449, 454, 451, 520, 521, 520, 522, 521)
    jumped, settling, settled = (series(*cuts[:count]) for count in (8, 10, 11))

    now = RubricOdds().fit(jumped).forecast("cec", as_of=day_before_next(jumped))
    assert (now.mean, now.caveats) == (521, (Caveat.POLICY_BREAK,))
    later = RubricOdds().fit(settling).forecast("cec", as_of=day_before_next(settling))
    assert later.caveats == (Caveat.POLICY_BREAK,)
    assert RubricOdds().fit(settled).forecast("cec", as_of=day_before_next(settled)).caveats == ()


def test_a_declared_break_resets_the_level() -> None:
    """The first round after the break is the level whatever came before, and the step to it is no error."""
    before, rounds = series(500, 501, 500, 501), series(500, 501, 500, 501, 530)
    told = RubricOdds().fit(rounds, breaks=[rounds[-1].decided]).forecast("cec", as_of=day_before_next(rounds))

    assert told.mean == 530
    assert told.sd == pytest.approx(RubricOdds().fit(before).forecast("cec", as_of=day_before_next(before)).sd)
    assert told.caveats == (Caveat.POLICY_BREAK,)


def test_a_break_since_the_last_round_widens() -> None:
    """With no round since a declared break the sd grows by the prior: sqrt(sd^2 + 35^2)."""
    rounds = series(500, 501, 500, 501, 500)
    as_of = day_before_next(rounds)
    plain, told = (
        RubricOdds().fit(rounds, breaks=one).forecast("cec", as_of=as_of)
        for one in ((), (rounds[-1].decided + timedelta(3),))
    )

    assert told.sd == pytest.approx(math.hypot(plain.sd, 35))
    assert told.caveats == (Caveat.POLICY_BREAK,)


def test_few_rounds_are_wide() -> None:
    """Below four rounds the last cut-off stands, with how all kinds move, never under 35 points, and the caveat."""
    many = [replace(one, decided=one.decided - timedelta(300)) for one in series(*[500, 600] * 6, kind="other")]
    few = series(450, 452)
    told = RubricOdds().fit([*many, *few]).forecast("cec", as_of=day_before_next(few))

    assert (told.mean, told.caveats) == (452, (Caveat.FEW_ROUNDS,))
    assert told.sd == pytest.approx(math.sqrt((8 * 100**2 + 2**2 + 35**2) / 10 * 1.5))
    assert RubricOdds().fit(few[:1]).forecast("cec", as_of=START).sd == pytest.approx(35 * math.sqrt(2))


def test_calm_kinds_do_not_narrow_a_new_one() -> None:
    """Other kinds that never move leave the prior of 35 points to a kind with one round."""
    calm = [replace(one, decided=one.decided - timedelta(300)) for one in series(*[500] * 12, kind="other")]
    told = RubricOdds().fit([*calm, *series(450)]).forecast("cec", as_of=START)

    assert told.sd == pytest.approx(35 * math.sqrt(2))


def test_a_tie_counts_half() -> None:
    """At a whole mean the chance of that very score is one half; the score above it has more."""
    rounds = series(*[500] * 6)
    told = RubricOdds().fit(rounds).forecast("cec", as_of=day_before_next(rounds))

    assert told.cdf(500) == pytest.approx(0.5)
    assert told.cdf(500.5) == pytest.approx((told.cdf(500) + told.cdf(501)) / 2, abs=0.001)
    assert told.cdf(10**9) < 1
    assert told.cdf(-(10**9)) > 0


@pytest.mark.parametrize(("selected", "score"), [(999, 500.5), (99, 600.5), (0, 1200.5), (9999, 400.5), (10**6, 400.5)])
def test_the_pool_implies_a_cut(selected: int, score: float) -> None:
    """As many as stand above a band are its upper end; a pool too small gives its lowest end."""
    assert implied_cut(POOL, selected) == pytest.approx(score)


def test_people_thin_out_within_a_band() -> None:
    """Half way down a band's logarithm: sqrt(1000 x 100) - 1 = 315 people from the top end at 550.5."""
    assert implied_cut(POOL, 10**2.5 - 1) == pytest.approx(550.5)


def test_a_pool_widens_a_forecast_and_does_not_move_it() -> None:
    """Rounds of very different sizes widen the forecast where a pool says how much size matters."""
    rounds = [replace(one, selected=size) for one, size in zip(series(*[500] * 6), [50, 5000] * 3, strict=True)]
    pool = PoolScores(as_on=START, known=rounds[-1].decided + timedelta(5), bands=POOL)
    model = RubricOdds().fit([*rounds[:-1], replace(rounds[-1], histogram=pool)])

    before, after = (model.forecast("cec", as_of=rounds[-1].decided + timedelta(days)) for days in (4, 5))
    assert after.mean == before.mean
    assert after.sd > 2 * before.sd
    assert after.basis.endswith("and the scores of the pool")


def test_a_narrower_pool_changes_nothing() -> None:
    """Where the pool's cut-offs lie closer to the level than past errors, the errors stay."""
    rounds = series(*[450, 520] * 3, selected=None)
    with_pool = [replace(one, histogram=POOL) for one in rounds]
    known = [replace(one, selected=999) for one in with_pool[:1]] + with_pool[1:]
    as_of = day_before_next(rounds)

    plain = RubricOdds().fit(rounds).forecast("cec", as_of=as_of)
    assert RubricOdds().fit(with_pool).forecast("cec", as_of=as_of) == plain
    assert RubricOdds().fit(known).forecast("cec", as_of=as_of) == plain


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"kind": ""}, "kind of a round is '': expected a name"),
        ({"cut_off": math.nan}, "cut-off of the cec round of 2025-01-08 is 'nan': expected a finite number of points"),
        ({"cut_off": math.inf}, "expected a finite number"),
        ({"selected": -1}, "selected of the cec round of 2025-01-08 is '-1': expected a number of people of at least"),
        ({"known": START - timedelta(1)}, "expected a day not before the round was decided"),
        ({"histogram": ((1.0, 2.0, -3),)}, r"band 1.0\.\.2.0 of the pool .* is '-3': expected at least 0 people"),
        ({"histogram": ((2.0, 1.0, 3),)}, "finite ends, low to high, and no overlap"),
        ({"histogram": ((1.0, math.inf, 3),)}, "finite ends"),
        ({"histogram": ((1.0, 5.0, 3), (5.0, 9.0, 3))}, "no overlap"),
    ],
)
def test_a_wrong_round_is_refused(wrong: dict[str, object], sentence: str) -> None:
    """A round that cannot be is refused with a sentence that names it."""
    with pytest.raises(InvalidInput, match=sentence):
        CutOff(**({"decided": START, "kind": "cec", "selected": 5, "cut_off": 500.0} | wrong))  # type: ignore[arg-type]


def test_no_rounds_are_refused() -> None:
    """Nothing can be fitted to nothing."""
    with pytest.raises(InvalidInput, match="past rounds is 'none': expected at least one round"):
        RubricOdds().fit([])


@pytest.mark.parametrize("seed", [-1, 1.5, True, None])
def test_a_seed_that_is_none_is_refused(seed: object) -> None:
    """A seed is a whole number of at least 0."""
    with pytest.raises(InvalidInput, match="seed"):
        RubricOdds().fit(series(500), seed=seed)  # type: ignore[arg-type]


def test_an_unfitted_model_says_so() -> None:
    """Every question to a model without rounds names the call that is missing."""
    with pytest.raises(InvalidInput, match="RubricOdds is 'not fitted'") as caught:
        RubricOdds().forecast("cec", as_of=START)
    assert caught.value.next_step == "Call fit(rounds) first."


@pytest.mark.parametrize(("kind", "as_of"), [("pnp", START), ("cec", START - timedelta(1))])
def test_a_kind_without_a_known_round_is_not_found(kind: str, as_of: date) -> None:
    """A kind nobody held, or not yet by that day, is not found."""
    with pytest.raises(NotFound, match=f"No round of kind '{kind}' is known on {as_of}"):
        RubricOdds().fit(series(500)).forecast(kind, as_of=as_of)


def test_a_score_that_is_none_is_refused() -> None:
    """NaN has no chance."""
    told = RubricOdds().fit(series(500)).forecast("cec", as_of=START)

    with pytest.raises(InvalidInput, match="score"):
        told.cdf(float(np.nan))
