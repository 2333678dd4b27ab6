"""Odds from labelled people: what an answer holds, which learner is taken, how it is judged, and what is refused."""

import datetime as dt
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
from scipy.special import logit
from tests.labelled_world import crossed, labelled, with_unknown

from twelfth.base import InvalidInput, NotEnoughData, TwelfthError
from twelfth.distance import Caveat, Tier
from twelfth.engines import LabelledOdds
from twelfth.engines.labelled.people import canonical_order

REFITS = "twelfth.engines.labelled.labelled_odds.REFITS"
"""64 fits to people drawn again; where trees are grown a quarter of them says the same of what is asked here."""
X, Y, TRUTH = labelled(250)
MODEL = LabelledOdds().fit(X, Y, seed=0)


def test_an_answer_has_its_interval_and_what_it_rests_on() -> None:
    """One answer a person; the chance is in its interval and near the truth on average."""
    found = MODEL.odds(X)
    p = np.array([one.p for one in found])

    assert all(0 < one.lo < one.p < one.hi < 1 for one in found)
    assert np.abs(p - TRUTH).mean() < 0.06
    assert p.mean() == pytest.approx(Y.mean(), abs=0.02)
    selected = int(Y.sum())
    assert found[0].basis == f"250 people, {selected} of them selected; logistic regression on 3 features"
    assert found[0].caveats == ()
    assert MODEL.tier is LabelledOdds.tier is Tier.LABELLED


def test_few_people_are_said_to_be_few() -> None:
    """Fewer than ten of the rarer outcome a feature."""
    few = LabelledOdds().fit(X[:40], Y[:40], seed=0)

    assert few.odds(X[:1])[0].caveats == (Caveat.FEW_LABELS,)


def test_the_interval_holds_the_true_chance() -> None:
    """Over 25 worlds of 80 people the 90 % interval holds .92 of true chances."""
    held = []
    for seed in range(25):
        known, outcome, _ = labelled(80, seed=seed)
        asked, _, truth = labelled(100, seed=1000 + seed)
        found = LabelledOdds().fit(known, outcome, seed=seed).odds(asked)
        held.append(np.mean([one.lo <= p <= one.hi for one, p in zip(found, truth, strict=True)]))

    assert 0.87 <= np.mean(held) <= 0.97


def test_draws_vary_as_the_interval_does() -> None:
    """512 of equal weight, around the headline, from at least the fits to people drawn again."""
    draws, found = MODEL.draws(X[:20]), MODEL.odds(X[:20])

    assert draws.shape == (512, 20)
    assert MODEL.weights.shape == (512,)
    assert MODEL.weights.sum() == pytest.approx(1)
    p, width = (np.array(one) for one in zip(*((o.p, o.hi - o.lo) for o in found), strict=True))
    assert np.median(draws, axis=0) == pytest.approx(p, abs=0.03)
    spread = np.diff(np.quantile(draws, [0.05, 0.95], axis=0), axis=0)[0]
    assert spread == pytest.approx(width, rel=0.5)


def test_what_is_unknown_is_not_taken_for_an_average() -> None:
    """Where not to answer speaks against a person, nan does."""
    hidden = with_unknown(X, 0.3)
    hidden[Y > 0, 1] = X[Y > 0, 1]
    low, known = LabelledOdds().fit(hidden, Y, seed=0).odds([[0.0, np.nan, 0.0], [0.0, 0.0, 0.0]])

    assert low.p < known.p / 2


def test_a_feature_that_says_nothing_is_left_out() -> None:
    """The same for all, or nowhere known: the answer is that without it, with a note."""
    padded = np.column_stack([np.full(250, 4.0), X, np.full(250, np.nan)])
    found, plain = LabelledOdds().fit(padded, Y, seed=0).odds(padded[:5]), MODEL.odds(X[:5])

    assert [one.p for one in found] == [one.p for one in plain]
    assert found[0].caveats == (Caveat.TRAIT_DROPPED,)


def test_sampled_outcomes_are_moved_to_the_true_rate() -> None:
    """King & Zeng: every end by logit(rate) - logit(share of those given)."""
    moved, plain = LabelledOdds().fit(X, Y, seed=0, rate=0.01).odds(X[:9]), MODEL.odds(X[:9])
    step = logit(0.01) - logit(Y.mean())

    for end in ("lo", "p", "hi"):
        before, after = (logit([getattr(one, end) for one in told]) for told in (plain, moved))
        assert after == pytest.approx(np.maximum(before + step, -16), abs=1e-9)
    assert moved[0].basis.endswith("moved to a rate of 0.01")


def test_trees_are_taken_where_a_sum_of_features_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only agreement of two features helps: trees; a straight line of log-odds: logistic regression."""
    monkeypatch.setattr(REFITS, 16)
    rows, outcome = crossed(500)
    found = LabelledOdds().fit(rows, outcome, seed=0)
    both, neither = found.odds([[1.0, 1.0], [-1.0, 1.0]])

    assert found.report.learner == "boosted trees"
    assert both.lo > neither.hi
    assert MODEL.report.learner == "logistic regression"


def test_below_300_people_no_tree_is_grown() -> None:
    """What trees would have learned of 299 people is not asked."""
    rows, outcome = crossed(299)

    assert LabelledOdds().fit(rows, outcome, seed=0).report.learner == "logistic regression"


@pytest.mark.parametrize("people", [60, 310])
def test_a_declared_direction_is_kept(people: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot hurt hurts nobody, in line and trees, also where the data by chance say otherwise."""
    monkeypatch.setattr(REFITS, 16)
    rows, outcome, _ = labelled(people, features=2, seed=5)
    against = outcome.copy()
    against[rows[:, 0] > 1] = 0
    line = np.column_stack([np.linspace(-2, 2, 30), np.zeros(30)])
    free, held = (LabelledOdds().fit(rows, against, seed=0, monotone=one).odds(line) for one in (None, [1, 0]))

    assert (np.diff([one.p for one in held]) >= 0).all()
    assert (np.diff([one.hi for one in held]) >= -1e-12).all()
    assert [one.p for one in held] != [one.p for one in free]


def test_the_last_round_judges_what_the_earlier_ones_taught() -> None:
    """The report is on the last round, by a model of the earlier ones; the answer is learned from all of them."""
    days = [
        dt.date(2020 + one % 5, 6, 1) if one % 2 else dt.datetime(2020 + one % 5, 6, 1, 9, tzinfo=dt.UTC)
        for one in range(250)
    ]
    found = LabelledOdds().fit(X, Y, seed=0, dates=days)
    report = found.report

    assert (report.judged_on, report.people) == ("the round of 2024-06-01", 50)
    assert report.log_loss < report.base_log_loss
    assert 0.6 < report.auc < 1
    assert found.odds(X[:3]) == MODEL.odds(X[:3])


def test_the_last_round_is_not_learned_from_before_it_judges() -> None:
    """Its outcomes turned round: the report is as bad as it was good."""
    last = np.arange(250) % 5 == 4
    days = [dt.date(2024 if one else 2020, 6, 1) for one in last]
    true, false = (
        LabelledOdds().fit(X, np.where(last & turned, 1 - Y, Y), seed=0, dates=days).report for turned in (False, True)
    )

    assert true.auc + false.auc == pytest.approx(1)
    assert false.log_loss > false.base_log_loss


def test_without_dates_it_is_judged_out_of_fold() -> None:
    """Where features say nothing it does not beat the base rate, though on people learned from it would."""
    rng = np.random.default_rng(4)
    report = LabelledOdds().fit(rng.normal(size=(80, 8)), rng.random(80) < 0.4, seed=0).report

    assert report.judged_on == "people out of fold"
    assert report.log_loss > report.base_log_loss - 0.005
    assert report.auc < 0.65
    assert MODEL.report.auc > 0.7
    assert MODEL.report.ece < 0.1


def test_the_same_seed_gives_the_same_bytes() -> None:
    """And another seed moves the answer by little."""
    other = LabelledOdds().fit(X, Y, seed=1).odds(X[:30])

    assert repr(LabelledOdds().fit(X, Y, seed=0).odds(X)) == repr(MODEL.odds(X))
    assert [one.p for one in other] == pytest.approx([one.p for one in MODEL.odds(X[:30])], abs=0.03)
    assert other != MODEL.odds(X[:30])


def test_nobody_asked_about_is_no_mistake() -> None:
    """An empty table has an empty answer."""
    assert MODEL.odds(np.empty((0, 3))) == []
    assert MODEL.draws(np.empty((0, 3))).shape == (512, 0)


def test_columns_are_told_apart_by_what_they_hold() -> None:
    """Two traits held by as many, of both outcomes alike, in different company."""
    table = np.array([[1, 0, 3.0], [0, 1, 4.0], [1, 0, 5.0], [0, 1, 6.0]])
    labels, signs = np.array([0.0, 0, 1, 1]), np.zeros(3, dtype=np.int64)
    rows, columns = canonical_order(table, labels, signs)
    turned_rows, turned_columns = canonical_order(table[::-1][:, [1, 2, 0]], labels[::-1], signs)

    turned = table[::-1][:, [1, 2, 0]]
    assert (table[rows][:, columns] == turned[turned_rows][:, turned_columns]).all()


def test_importing_twelfth_imports_no_scikit_learn() -> None:
    """Nor does naming the class, nor a fit to so few that no tree is grown."""
    code = (
        "import sys, numpy as np, twelfth as tw; tw.LabelledOdds().fit(np.arange(20.0)[:, None], np.arange(20) % 2);"
        "sys.exit('sklearn' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], timeout=120, check=False).returncode == 0


DAYS = [dt.date(2020, 1, 1)] * 250


@pytest.mark.parametrize(
    ("people", "labels", "options", "told"),
    [
        (X[:, 0], Y, {}, "X is 'of shape (250,)'"),
        (np.empty((250, 0)), Y, {}, "X is 'of shape (250, 0)'"),
        ([["a"]] * 250, Y, {}, "X is 'list': expected a table of numbers"),
        (np.where(X > 2, np.inf, X), Y, {}, "X is 'inf': expected finite numbers, nan where unknown"),
        (X, Y[:-1], {}, "y is 'of shape (249,)'"),
        (X, Y * 2, {}, "y is '2.0': expected 0 (not selected) or 1 (selected)"),
        (X, np.where(Y > 0, np.nan, Y), {}, "y is 'nan'"),
        (X, Y, {"rate": 0}, "rate is '0': expected a number between 0 and 1"),
        (X, Y, {"rate": 1.2}, "rate is '1.2'"),
        (X, Y, {"seed": 0.5}, "seed is '0.5'"),
        (X, Y, {"monotone": [1, 0]}, "monotone is 'of length 2': expected one direction a feature, 3"),
        (X, Y, {"monotone": [1, 0, 2]}, "direction of a feature is '2'"),
        (X, Y, {"dates": DAYS}, "dates is 'all 2020-01-01': expected two rounds or more"),
        (X, Y, {"dates": DAYS[:9]}, "dates is '9 days': expected one a person, 250"),
        (X, Y, {"dates": ["2020-01-01"] * 250}, "day of a round is '2020-01-01': expected a datetime.date"),
    ],
)
def test_a_mistake_in_what_is_given_is_named(
    people: object, labels: object, options: dict[str, object], told: str
) -> None:
    """Table, labels and every option."""
    with pytest.raises(InvalidInput) as error:
        LabelledOdds().fit(people, labels, **{"seed": 0, **options})

    assert told in str(error.value)


@pytest.mark.parametrize(
    ("people", "labels", "told", "next_step"),
    [
        (X, np.ones(250), "y has 250 selected and 0 not selected", "CohortOdds().fit(yes, pool, base, seed=0)"),
        (X, np.zeros(250), "y has 0 selected and 250 not selected", "CohortOdds"),
        (X[:0], Y[:0], "y has 0 selected and 0 not selected", "CohortOdds"),
        (X[:9], np.arange(9) % 2, "y has 4 selected and 5 not selected: expected at least 5 of each", "CohortOdds"),
        (X * 0, Y, "No feature of X differs between people", "base rate"),
    ],
)
def test_too_little_to_learn_from_is_said(people: object, labels: object, told: str, next_step: str) -> None:
    """One outcome points to odds from a yes group."""
    with pytest.raises(NotEnoughData) as error:
        LabelledOdds().fit(people, labels, seed=0)

    assert told in str(error.value)
    assert next_step in error.value.next_step


def test_earlier_rounds_of_one_outcome_cannot_judge() -> None:
    """Nobody was selected before the last round."""
    early = np.arange(250) < 100
    days = [dt.date(2019 if one else 2020, 1, 1) for one in early]
    with pytest.raises(NotEnoughData, match="y before the round of 2020-01-01 has 0 selected"):
        LabelledOdds().fit(X, np.where(early, 0, Y), seed=0, dates=days)


@pytest.mark.parametrize("asked", [X[:, :2], X[0], [[np.inf, 0, 0]]])
def test_a_mistake_in_what_is_asked_is_named(asked: object) -> None:
    """Another number of features, one row that is no table, an infinite number."""
    for answer in (MODEL.odds, MODEL.draws):
        with pytest.raises(InvalidInput, match="X is"):
            answer(asked)


@pytest.mark.parametrize("name", ["odds", "draws", "weights", "report"])
def test_an_unfitted_model_answers_nothing(name: str) -> None:
    """It says what to call."""
    with pytest.raises(TwelfthError, match="LabelledOdds is 'not fitted'") as error:
        getattr(LabelledOdds(), name)

    assert error.value.next_step == "Call fit(X, y, seed=0)."
    assert not hasattr(LabelledOdds(), "anything_else")


def test_a_misfit_is_calibrated_and_a_fit_is_not() -> None:
    """A bar in one feature of long tails, which no straight line of log-odds follows: Venn-Abers gives the headline."""
    rng = np.random.default_rng(6)
    rows = rng.standard_t(1.5, size=(280, 1))
    model = LabelledOdds().fit(rows, rng.random(280) < np.where(rows[:, 0] > 0.5, 0.8, 0.05), seed=0)
    below, above = model.odds([[0.2], [0.9]])

    assert model.calibrated
    assert not MODEL.calibrated
    assert below.p == pytest.approx(0.05, abs=0.05)
    assert above.p == pytest.approx(0.8, abs=0.1)


def test_what_venn_abers_says_is_in_the_interval() -> None:
    """Also where it is not the headline."""
    told = replace(MODEL, calibrated=True).odds(X[:40])

    assert all(one.lo <= other.p <= one.hi for one, other in zip(MODEL.odds(X[:40]), told, strict=True))
    assert [one.p for one in MODEL.odds(X[:40])] != [one.p for one in told]
