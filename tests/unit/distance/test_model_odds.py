"""Odds from a given classifier: moved to today's rate, calibrated where that can be checked, and what is refused."""

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.special import expit, logit

from twelfth.base import InvalidInput, NotEnoughData
from twelfth.distance import Caveat, ModelOdds, Tier, merged, venn_abers

Array = NDArray[np.float64]


def chances(X: Array) -> Array:
    return np.asarray(expit(np.asarray(X)[:, 0]))


class Fitted:
    """Looks like a fitted classifier; its own chances are those of the first feature."""

    def predict_proba(self, X: Array) -> Array:
        return np.column_stack([1 - chances(X), chances(X)])


class Scoring:
    """Has scores only."""

    def decision_function(self, X: Array) -> Array:
        return np.asarray(X)[:, 0]


def labelled(n: int, *, rate_off: float = 0.0, seed: int = 1) -> tuple[Array, Array]:
    """n people whose log-odds are their first feature, off by a constant."""
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(n, 2))
    return X, (rng.random(n) < expit(X[:, 0] + rate_off)).astype(int)


ASKED = np.array([[0.0, 1.0], [-1.0, 2.0], [2.0, np.nan]])


def test_an_uncalibrated_chance_is_moved_and_widened() -> None:
    """Logit + logit(.1) - logit(.4), three quarters of a logit either way, and said so."""
    model = ModelOdds(chances, rate_train=0.4, rate_now=0.1)
    found = model.odds(ASKED)
    moved = ASKED[:, 0] + logit(0.1) - logit(0.4)

    assert logit([one.p for one in found]) == pytest.approx(moved)
    assert logit([one.lo for one in found]) == pytest.approx(moved - 0.75)
    assert logit([one.hi for one in found]) == pytest.approx(moved + 0.75)
    assert {one.caveats for one in found} == {(Caveat.UNCALIBRATED,)}
    assert found[0].basis == "a given classifier, not calibrated, moved from 0.4 selected to 0.1"
    assert model.tier is Tier.MODEL


@pytest.mark.parametrize("model", [chances, lambda X: Fitted().predict_proba(X), Fitted(), Scoring()])
def test_a_classifier_may_come_in_four_forms(model: object) -> None:
    """A callable with one or two columns, an object with predict_proba or with decision_function."""
    assert [one.p for one in ModelOdds(model).odds(ASKED)] == pytest.approx(expit(ASKED[:, 0]))


def test_with_a_calibration_set_it_is_venn_abers() -> None:
    """The headline is p1 / (1 - p0 + p1), and both lie in the interval; without rates nothing is moved."""
    X, y = labelled(400, rate_off=-1.0)
    found = ModelOdds(chances, calibration=(X, y)).odds(ASKED)
    p0, p1 = venn_abers(X[:, 0], y.astype(float)).at(ASKED[:, 0])

    assert [one.p for one in found] == pytest.approx(merged(p0, p1))
    assert all(one.lo <= low and high <= one.hi for one, low, high in zip(found, p0, p1, strict=True))
    assert {one.caveats for one in found} == {()}


def test_the_calibrated_interval_holds_the_chance_behind_a_score() -> None:
    """In 40 worlds of 300 calibration people: .87 of true chances; [p0, p1] alone holds .34."""
    held, alone = [], []
    for seed in range(40):
        X, y = labelled(300, rate_off=-1.5, seed=seed)
        asked = np.random.default_rng([seed, 1]).normal(size=(100, 2))
        truth = expit(asked[:, 0] - 1.5)
        found = ModelOdds(chances, calibration=(X, y)).odds(asked)
        held.append(np.mean([one.lo <= p <= one.hi for one, p in zip(found, truth, strict=True)]))
        p0, p1 = venn_abers(X[:, 0], y.astype(float)).at(asked[:, 0])
        alone.append(np.mean((p0 <= truth) & (truth <= p1)))

    assert 0.83 <= np.mean(held) <= 0.95
    assert np.mean(alone) < 0.5


def test_calibration_people_may_be_of_the_old_rate_or_of_todays() -> None:
    """Drawn at 50 % they are moved to 10 %; drawn at 10 % they are taken as they are."""
    rates = {"rate_train": 0.5, "rate_now": 0.1}
    at_half, at_tenth = labelled(2000), labelled(2000, rate_off=-2.5)
    old, today = (ModelOdds(chances, calibration=one, **rates) for one in (at_half, at_tenth))
    moved, taken = (merged(*venn_abers(X[:, 0], y.astype(float)).at(ASKED[:, 0])) for X, y in (at_half, at_tenth))

    assert logit([one.p for one in old.odds(ASKED)]) == pytest.approx(logit(moved) + logit(0.1))
    assert [one.p for one in today.odds(ASKED)] == pytest.approx(taken)
    assert old.odds(ASKED)[0].basis.endswith("calibrated on 2000 people, moved from 0.5 selected to 0.1")
    assert today.odds(ASKED)[0].basis.endswith("calibrated on 2000 people, drawn at today's rate of 0.1")


def test_the_order_of_calibration_people_changes_no_byte() -> None:
    """Ties in the score with different labels too."""
    X, y = labelled(300)
    X = np.round(X, 1)
    order = np.random.default_rng(0).permutation(300)

    assert ModelOdds(chances, calibration=(X, y)).odds(ASKED) == ModelOdds(
        chances, calibration=(X[order], y[order])
    ).odds(ASKED)


def test_draws_have_the_ends_of_the_interval() -> None:
    """512 of equal weight; their median is the headline."""
    for model in (ModelOdds(chances), ModelOdds(chances, calibration=labelled(150))):
        draws, found = model.draws(ASKED), model.odds(ASKED)

        assert draws.shape == (512, 3)
        assert model.weights.sum() == pytest.approx(1)
        ends = np.quantile(draws, [0.05, 0.5, 0.95], axis=0).T
        assert ends == pytest.approx(np.array([(one.lo, one.p, one.hi) for one in found]), abs=2e-3)


@pytest.mark.parametrize("sure", [0.0, 1.0])
def test_a_certain_classifier_is_not_believed_to_the_last(sure: float) -> None:
    """0 and 1 become neither."""
    for one in ModelOdds(lambda X: np.full(len(X), sure), rate_train=0.4, rate_now=0.001).odds(ASKED):
        assert 0 < one.lo <= one.p <= one.hi < 1


def test_nobody_asked_about_is_no_mistake() -> None:
    """An empty table has an empty answer."""
    for model in (ModelOdds(chances), ModelOdds(chances, calibration=labelled(150))):
        assert model.odds(np.empty((0, 2))) == []
        assert model.draws(np.empty((0, 2))).shape == (512, 0)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"rate_train": 0.4}, "rate_now is 'missing'"),
        ({"rate_now": 0.4}, "rate_train is 'missing'"),
        ({"rate_train": 0, "rate_now": 0.1}, "rate_train is '0'"),
        ({"rate_train": 0.4, "rate_now": 1.0}, "rate_now is '1.0'"),
        ({"rate_train": float("nan"), "rate_now": 0.1}, "rate_train is 'nan'"),
        ({"rate_train": "half", "rate_now": 0.1}, "rate_train is 'half'"),
        ({"calibration": labelled(200)[0]}, "calibration is 'ndarray'"),
        ({"calibration": (ASKED[:, 0], [0, 1, 0])}, "X of calibration is 'of shape"),
        ({"calibration": (labelled(200)[0], [0, 1])}, "y of calibration is 'of shape"),
        ({"calibration": (labelled(200)[0], [2] * 200)}, "y of calibration is '2.0'"),
        ({"calibration": (labelled(200)[0], ["yes"] * 200)}, "y of calibration"),
        ({"calibration": labelled(200), "seed": -1}, "seed is '-1'"),
    ],
)
def test_a_mistake_in_what_is_given_is_named(options: dict[str, object], told: str) -> None:
    """Rates, calibration and seed."""
    with pytest.raises(InvalidInput) as error:
        ModelOdds(chances, **options)

    assert told in str(error.value)


@pytest.mark.parametrize(
    ("model", "asked", "told"),
    [
        (chances, ASKED[0], "X is 'of shape (2,)'"),
        (chances, [[1.0], [1.0, 2.0]], "X is 'rows of different lengths'"),
        (chances, [[np.inf, 0.0]], "X is 'inf'"),
        (lambda X: X[:, 0] * 0 + 1.5, ASKED, "chances of the classifier is '1.5'"),
        (lambda X: X[:1, 0] * 0, ASKED, "chances of the classifier is 'of shape (1,)'"),
        (lambda X: np.full((3, 3), 1 / 3), ASKED, "chances of the classifier is 'of shape (3, 3)'"),
        (lambda X: np.full((3, 2), 0.2), ASKED, "chances of no and yes is '[0.2 0.2]'"),
        (lambda X: X[:, 1] * 0, ASKED, "chances of the classifier is 'nan'"),
        (lambda X: ["yes"] * 3, ASKED, "chances of the classifier is 'list'"),
    ],
)
def test_a_mistake_in_what_is_asked_or_answered_is_named(model: object, asked: object, told: str) -> None:
    """The table, and whatever a classifier may answer."""
    with pytest.raises(InvalidInput) as error:
        ModelOdds(model).odds(asked)

    assert told in str(error.value)


def test_what_is_no_classifier_is_refused() -> None:
    """Something with none of the three."""
    with pytest.raises(InvalidInput, match="classifier is 'int': expected a callable"):
        ModelOdds(3)


def test_too_few_calibration_people_are_refused() -> None:
    """99 of them; 100 will do."""
    with pytest.raises(NotEnoughData, match="calibration has 99 people: expected at least 100"):
        ModelOdds(chances, calibration=labelled(99))

    assert ModelOdds(chances, calibration=labelled(100)).odds(ASKED)
