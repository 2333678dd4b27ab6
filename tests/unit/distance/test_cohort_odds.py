"""Odds from a yes group: the edge cases of the specification, one test each."""

from datetime import date, timedelta

import numpy as np
import pytest
from tests.cohort_world import BASE, KNOWN, MARGINALS, NAN, ROWS, TRAITS, YEARS, fitted, pool_people, selected

from twelfth.base import InvalidInput, NotEnoughData
from twelfth.distance import BaseRate, Caveat, CohortOdds, GapStatus, Option, Pool, Tier
from twelfth.goal import Binary, DateTrait, Recorded, YesGroup

PERSON = [1, 0, 7.0, 0]


def one(rows: object = ROWS, pool: Pool | None = MARGINALS, base: BaseRate = BASE) -> object:
    return fitted(np.asarray(rows, dtype=float), pool, base).odds([PERSON])[0]


def test_the_draws_are_512_and_weigh_the_same() -> None:
    """draws [512, n] in (0, 1), weights [512] that sum to 1."""
    model = fitted()

    drawn = model.draws(ROWS)
    assert drawn.shape == (512, len(ROWS))
    assert ((drawn > 0) & (drawn < 1)).all()
    assert model.weights.shape == (512,)
    assert model.weights.sum() == pytest.approx(1)


def test_the_mean_over_the_pool_is_the_base_rate() -> None:
    """Headlines of people of the pool average to slots over applicants."""
    odds = fitted(selected(40, 1)).odds(pool_people(4000, 7))

    assert np.mean([found.p for found in odds]) == pytest.approx(0.01, rel=0.15)


def test_what_those_selected_had_raises_the_odds() -> None:
    """A doctorate, many years and French against none of them."""
    high, low = fitted(selected(40, 1)).odds([[1, 0, 12, 2], [0, 0, 1, 0]])

    assert high.p is not None
    assert low.p is not None
    assert high.p > 10 * low.p


@pytest.mark.parametrize(
    ("pool", "tier"),
    [
        (Pool.guess(TRAITS, KNOWN), Tier.P1),
        (Pool.expert(TRAITS, KNOWN), Tier.P1),
        (Pool.survey(TRAITS, KNOWN, n=120), Tier.P2),
        (Pool.marginals(TRAITS, KNOWN, ess=200), Tier.P2),
        (Pool.rows(TRAITS, pool_people(300, 3)), Tier.P3),
    ],
    ids=["guess", "expert", "survey", "published", "rows"],
)
def test_the_tier_says_how_much_is_known_of_the_pool(pool: Pool, tier: Tier) -> None:
    """A guess is flagged; every tier answers with a headline inside its interval."""
    model = fitted(selected(20, 2), pool)
    found = model.odds([PERSON])[0]

    assert model.tier is tier
    assert found.p is not None
    assert (Caveat.POOL_GUESSED in found.caveats) == (tier is Tier.P1)


def test_the_less_is_known_of_the_pool_the_wider_the_interval() -> None:
    """Guess, then survey, then published: the interval narrows, in logits."""
    widths = []
    for pool in (Pool.guess(TRAITS, KNOWN), Pool.survey(TRAITS, KNOWN, n=100), Pool.marginals(TRAITS, KNOWN, ess=1e6)):
        drawn = fitted(selected(100, 2), pool).draws([[1, 0, 9.0, 2]])
        low, high = np.quantile(np.log(drawn / (1 - drawn)), [0.05, 0.95])
        widths.append(high - low)

    assert widths == sorted(widths, reverse=True)


def test_without_a_pool_there_are_no_odds() -> None:
    """Tier P0: no figure, a code, bounds in the gaps, and draws say what is missing."""
    model = fitted(pool=None)
    found = model.odds([PERSON])[0]

    assert (found.p, found.lo, found.hi) == (None, None, None)
    assert Caveat.POOL_UNKNOWN in found.caveats
    assert [gap.bounds is not None for gap in model.gaps(PERSON) if gap.trait == "years"] == [True]
    with pytest.raises(NotEnoughData, match="yes group alone"):
        model.draws([PERSON])
    with pytest.raises(NotEnoughData):
        model.levers(PERSON, [Option("years", 9)])


def test_nobody_selected_leaves_the_base_rate_and_a_wide_interval() -> None:
    """n = 0: everybody's headline is near the base rate, flagged."""
    found = one(np.empty((0, 4)))

    assert Caveat.BASE_RATE_ONLY in found.caveats  # type: ignore[attr-defined]
    assert found.p == pytest.approx(0.01, rel=0.7)  # type: ignore[attr-defined]
    assert found.hi > 4 * found.lo  # type: ignore[attr-defined]


@pytest.mark.parametrize(("people", "headline"), [(1, False), (4, False), (5, True)])
def test_below_five_effective_profiles_there_is_no_headline(people: int, headline: bool) -> None:
    """The interval and the gaps stand, the percentage does not."""
    found = one(ROWS[:people])

    assert (found.p is not None) == headline  # type: ignore[attr-defined]
    assert found.lo is not None  # type: ignore[attr-defined]
    assert (Caveat.FEW_PROFILES in found.caveats) == (not headline)  # type: ignore[attr-defined]


def test_old_selections_count_less() -> None:
    """Six people over rounds far apart are fewer than six effective ones; a repeated id counts once."""
    days = [date(2000, 1, 1) + timedelta(days=400 * index) for index in range(6)]
    model = CohortOdds().fit(YesGroup(TRAITS, ROWS, dates=days), MARGINALS, BASE, seed=0)
    twice = YesGroup(TRAITS, np.vstack([ROWS, ROWS]), ids=[*"abcdef", *"abcdef"])

    weights = [2 ** (-age / 3) for age in range(6)]
    assert model.evidence.effective == pytest.approx(sum(weights) ** 2 / sum(w * w for w in weights))
    assert CohortOdds().fit(twice, MARGINALS, BASE, seed=0).odds([PERSON]) == fitted().odds([PERSON])


@pytest.mark.parametrize("held", [0.0, 1.0])
def test_what_all_or_none_of_them_have_has_a_finite_weight(held: float) -> None:
    """Zero counts and full counts: odds inside (0, 1), not flagged as anything else."""
    rows = selected(30, 4)
    rows[:, 0] = held
    found = one(rows)

    assert 1e-6 < found.p < 0.99  # type: ignore[attr-defined]


def test_a_level_the_pool_is_said_not_to_have_is_added_and_flagged() -> None:
    """A pool without doctors, and doctors among the selected."""
    found = one(ROWS, Pool.marginals(TRAITS, KNOWN | {"field": [0.6, 0.4, 0.0]}))

    assert Caveat.LEVEL_UNSEEN in found.caveats  # type: ignore[attr-defined]


def test_a_share_smaller_than_those_selected_need_is_raised_and_flagged() -> None:
    """Half of all applicants selected, all with a doctorate, and 1 % of the pool said to have one."""
    rows = selected(30, 5)
    rows[:, 0] = 1.0
    pool = Pool.marginals(TRAITS, KNOWN | {"phd": 0.01})
    found = one(rows, pool, BaseRate(slots=500, applicants=1000))

    assert Caveat.POOL_RAISED in found.caveats  # type: ignore[attr-defined]


def test_what_is_unknown_of_all_of_them_is_left_out() -> None:
    """A trait nobody's level is known of counts for nobody, and is named."""
    rows = ROWS.copy()
    rows[:, 2] = NAN
    model = fitted(rows)

    assert model.evidence.dropped == (("years", "unknown of everybody selected"),)
    assert Caveat.TRAIT_DROPPED in model.caveats
    assert model.odds([[1, 0, 3.0, 0]]) == model.odds([[1, 0, 30.0, 0]])


def test_traits_that_may_not_count_do_not() -> None:
    """Positives-only, protected and day traits enter no model."""
    out = (
        Binary("diving", recorded=Recorded.POSITIVES_ONLY),
        Binary("member", protected=True),
        DateTrait("born"),
        Binary("all"),
    )
    rows = np.column_stack([ROWS, np.ones(6), np.ones(6), np.full(6, 700000.0), np.ones(6)])
    known = KNOWN | {"diving": 0.1, "member": 0.5, "born": (700000.0, 900.0), "all": 1.0}
    traits = (*TRAITS, *out)
    model = CohortOdds().fit(YesGroup(traits, rows), Pool.marginals(traits, known), BASE, seed=0)

    assert [name for name, _ in model.evidence.dropped] == ["all", "born", "diving", "member"]
    assert model.odds([[*PERSON, 1, 1, 700000.0, 1]]) == model.odds([[*PERSON, 0, 0, 690000.0, 1]])
    assert model.odds([[*PERSON, 1, 1, 700000.0, 1]])[0].p == fitted().odds([PERSON])[0].p


def test_with_no_trait_left_there_is_the_base_rate() -> None:
    """Nothing can count: everybody has the rate, with its own interval."""
    only = (Binary("member", protected=True),)
    pool = Pool.marginals(only, {"member": 0.5})
    found = CohortOdds().fit(YesGroup(only, np.ones((9, 1))), pool, BASE, seed=0).odds([[1], [0]])

    assert found[0].p == found[1].p == pytest.approx(0.01, rel=0.2)


def test_everyone_taken_is_said() -> None:
    """As many slots as applicants."""
    found = one(base=BaseRate(slots=20, applicants=20))

    assert found.p > 0.9  # type: ignore[attr-defined]
    assert Caveat.EVERYONE_TAKEN in found.caveats  # type: ignore[attr-defined]


def test_more_traits_than_half_the_people_is_flagged() -> None:
    """Six people and four traits; with thirty people not."""
    assert Caveat.MANY_TRAITS in fitted().caveats
    assert Caveat.MANY_TRAITS not in fitted(selected(30, 6)).caveats


def test_a_change_between_early_and_late_rounds_is_flagged() -> None:
    """No doctorates in the first rounds and only doctorates in the last: both eras differ."""
    rows = selected(60, 7)
    rows[:, 0] = np.repeat([0.0, 1.0], 30)
    days = [date(2000 + index // 15, 1, 1) for index in range(60)]
    changed = CohortOdds().fit(YesGroup(TRAITS, rows, dates=days), MARGINALS, BASE, seed=0)
    rows[:, 0] = np.tile([0.0, 1.0], 30)
    even = CohortOdds().fit(YesGroup(TRAITS, rows, dates=days), MARGINALS, BASE, seed=0)

    assert Caveat.DRIFT in changed.caveats
    assert Caveat.DRIFT not in even.caveats


def test_what_is_unknown_of_a_person_is_averaged_over_the_pool() -> None:
    """The odds with an unknown trait lie between those with its levels."""
    model = fitted(selected(60, 8))
    unknown, low, high = (model.odds([[value, 0, 7.0, 0]])[0].p for value in (NAN, 0, 1))

    assert low < unknown < high  # type: ignore[operator]


def test_gaps_carry_the_weight_by_itself_and_given_the_others() -> None:
    """One gap a trait, with percentile, weight, conditional weight, status and bounds."""
    found = {gap.trait: gap for gap in fitted(selected(60, 9)).gaps([0, 0, 1.0, NAN])}

    assert set(found) == {"phd", "field", "years", "french"}
    years = found["years"]
    assert (years.value, years.status) == (1.0, GapStatus.SHORT)
    assert years.conditional is not None
    assert years.woe is not None
    assert years.conditional.mid < 0
    assert found["french"].status is GapStatus.UNKNOWN
    assert found["french"].conditional is None


REFUSED = {
    "too few traits": (lambda: fitted().odds([[1, 0, 7.0]]), "profiles"),
    "three dimensions": (lambda: fitted().odds(np.zeros((1, 1, 4))), "profiles"),
    "unknown level": (lambda: fitted().odds([[1, 7, 7.0, 0]]), "field in the profiles"),
    "infinite": (lambda: fitted().draws([[1, 0, float("inf"), 0]]), "years in the profiles"),
    "profile of a gap": (lambda: fitted().gaps([1, 0]), "profiles"),
    "not fitted": (lambda: CohortOdds().odds(ROWS), "not fitted"),
    "pool without a trait": (
        lambda: fitted(ROWS, Pool.marginals((YEARS,), {"years": (4.0, 3.0)})),
        "nothing of field",
    ),
}


@pytest.mark.parametrize(("call", "said"), REFUSED.values(), ids=REFUSED)
def test_misuse_is_a_sentence(call: object, said: str) -> None:
    """Shapes, levels, infinite numbers, an unfitted model, a pool of other traits."""
    with pytest.raises(InvalidInput, match=said):
        call()  # type: ignore[operator]


def test_another_attribute_is_no_attribute() -> None:
    """Only what a fitted model answers is refused with a sentence."""
    with pytest.raises(AttributeError):
        _ = CohortOdds().nothing
