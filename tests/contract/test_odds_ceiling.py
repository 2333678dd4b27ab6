"""The reference that is told how the simulated world is made is right, so that what it reaches bounds everybody."""

import json

import numpy as np
import pytest
from tests.command import ROOT

from odds_ceiling import ALL_BUT, KNOWS, LOGISTIC, POOL, summary, twelfth_prior
from odds_piece import OURS, judge
from odds_reference import (
    WORLDS,
    Prior,
    bars_at,
    chance_above,
    coded,
    people_of,
    posterior_of,
    selected_share,
    told,
)
from odds_row import COVERED, FLAT, LOSS, ROW
from odds_world import TRAITS, correlation, drawn_of, log_odds, people
from twelfth.distance import BaseRate, CohortOdds
from twelfth.goal import YesGroup

KEPT = ROOT / "benchmarks" / "results" / "odds_ceiling.json"
COEFFICIENTS = np.array([[0.8, 1.5, 0.2, 0.5, -0.3, 0.6, 0.9]])
BAR = np.array([3.0])


def skill_of(number: int, n: int, known: int, believed: Prior = WORLDS, draws: int = 200) -> float:
    """Of the reference at 10 %, when so many of the n selected are shown to it."""
    one = drawn_of("rows", 0.1, n, replicate=number, seed=9)
    found = posterior_of(one.sample.yes[:known], 10 * known, 0.1, draws=draws, seed=[9, number], believed=believed)
    said, _ = told(found, np.concatenate([one.sample.random, one.sample.top]))
    row, _ = judge(one, said, 0.1, 0.0)
    return float(1 - row[LOSS] / row[FLAT])


def test_the_reference_integrates_what_a_simulated_crowd_averages() -> None:
    """The share over a bar, and the chance of people of whom some values are unknown, are those of 400,000 people."""
    crowd = people(np.random.default_rng(0), 400_000, correlation("rows"))
    b = COEFFICIENTS[0]
    eta = log_odds(crowd, b[:3], np.array([0.0, *b[3:5]]), b[5:])
    np.testing.assert_allclose(coded(crowd) @ b, eta, atol=1e-9)
    chance = chance_above(eta - BAR[0])

    plain = 1 / (1 + np.exp(BAR[0] - eta))
    assert selected_share(COEFFICIENTS, BAR, 0.0)[0][0] == pytest.approx(plain.mean(), abs=0.002)
    np.testing.assert_allclose(chance_above(eta[:100] - BAR[0], 0.0), plain[:100], atol=1e-4)
    share, slope = selected_share(COEFFICIENTS, BAR)
    above, below = (selected_share(COEFFICIENTS, BAR + step)[0] for step in (-0.01, 0.01))
    assert share[0] == pytest.approx(chance.mean(), abs=4 * chance.std() / np.sqrt(len(chance)))
    assert slope[0] == pytest.approx((above - below)[0] / 0.02, rel=1e-4)
    assert selected_share(COEFFICIENTS, bars_at(COEFFICIENTS, 0.01, BAR))[0][0] == pytest.approx(0.01, rel=1e-5)

    nan = np.nan
    for row, width in (
        ([1, nan, 0, nan, nan, nan], 0),
        ([nan, 1, nan, 2, nan, nan], 0),
        ([0, nan, 0, nan, 1, nan], 0.1),
    ):
        alike = np.all(
            [np.isnan(value) | (np.abs(crowd[:, j] - value) <= width) for j, value in enumerate(row)], axis=0
        )
        ways = people_of(np.array([row], dtype=float))
        found = ways.weights @ chance_above(ways.ways @ b - BAR[0])
        assert found == pytest.approx(chance[alike].mean(), abs=4 * chance[alike].std() / np.sqrt(alike.sum()))


def test_the_reference_that_knows_nobody_says_what_it_believed() -> None:
    """Believing nothing of the traits, the base rate; believing the prior of the world, less than knowing people."""
    nothing = Prior(np.zeros(7), np.eye(7) * 1e-6, ((None, 1.0),))
    assert skill_of(0, 100, 0, nothing) == pytest.approx(0.0, abs=0.01)
    one = drawn_of("rows", 0.1, 100, replicate=0, seed=9)
    drawn = posterior_of(one.sample.yes[:0], 0, 0.1, draws=4000, seed=[0])

    np.testing.assert_allclose(drawn.weights @ drawn.coefficients, WORLDS.means * ([5 / 6] * 3 + [1] * 4), atol=0.06)
    assert np.mean([skill_of(i, 100, 0) for i in range(4)]) < np.mean([skill_of(i, 100, 100) for i in range(4)]) - 0.1


def test_the_reference_that_knows_thousands_is_the_truth() -> None:
    """With three thousand selected its skill is nearly 1."""
    assert skill_of(1, 3000, 3000, draws=60) > 0.99


def test_two_runs_of_the_reference_agree() -> None:
    """Within a thousandth of the base rate's loss, from other random numbers; and most of the draws count."""
    one = drawn_of("rows", 0.1, 100, replicate=2, seed=9)
    runs = [posterior_of(one.sample.yes, 1000, 0.1, draws=500, seed=[run]) for run in range(2)]
    first, second = (told(run, one.sample.random)[0][0] for run in runs)
    surprise = first * np.log(first / second) + (1 - first) * np.log((1 - first) / (1 - second))
    row, _ = judge(one, told(runs[0], np.concatenate([one.sample.random, one.sample.top]))[0], 0.1, 0.0)

    assert surprise.mean() < 0.002 * row[FLAT]
    assert min(run.effective for run in runs) > 300


def test_a_summary_tells_leads_over_the_same_replicates() -> None:
    """Skill is a ratio of sums; the lead that of the one who knows over each of the others."""
    rows = []
    for flat, losses in ((0.2, (0.01, 0.02, 0.02, 0.03, 0.04)), (0.6, (0.03, 0.02, 0.02, 0.05, 0.2))):
        table = dict(zip((KNOWS, ALL_BUT, POOL, OURS, LOGISTIC), losses, strict=True))
        row = {"runs": [[losses[0], losses[0] + 0.01, 500.0]] * 2}
        for method, loss in table.items():
            one = np.zeros(len(ROW))
            one[[LOSS, FLAT, COVERED]] = loss, flat, 0.9
            row[method] = one.tolist()
        rows.append(row)
    found = summary(rows)
    told_of = {one["method"]: one for one in found["methods"]}

    assert told_of[KNOWS]["skill"] == pytest.approx(0.95)
    assert told_of[OURS]["behind"] == pytest.approx(0.05)
    assert told_of[OURS]["behind_se"] == pytest.approx(np.hypot(0.01, 0.01) / 0.8, abs=1e-5)
    assert found["reference"]["expects_more_loss"] == pytest.approx(0.025)


def test_the_kept_ceiling_is_that_of_a_right_reference() -> None:
    """It loses what it expects to lose, holds the truth as often as it says, met the samples of the odds measured, and
    lies above what anybody else reached."""
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    own, methods = kept["all"]["reference"], {one["method"]: one for one in kept["all"]["methods"]}

    assert abs(own["expects_more_loss"]) < 3 * own["expects_more_loss_se"]
    assert abs(own["apart"]) < 0.001
    assert own["effective_least"] > 100
    assert abs(methods[KNOWS]["coverage"] - 0.9) < 3 * methods[KNOWS]["coverage_se"]
    assert all(one["same_samples"] for one in kept["kept"])
    assert min(one["behind"] - 2 * one["behind_se"] for name, one in methods.items() if name != KNOWS) > 0
    assert summary(kept["rows"]) == kept["all"]


def test_the_prior_beside_that_of_the_world_is_the_one_twelfth_uses() -> None:
    """In the order of the reference's columns: presumes no direction, and is what CohortOdds fits these traits with."""
    prior, one = twelfth_prior(), drawn_of("rows", 0.1, 20, replicate=0, seed=9)
    base = BaseRate(slots=20, applicants=200)
    fitted = CohortOdds().fit(YesGroup(TRAITS, one.sample.yes), one.pool, base, seed=0)
    theirs, owner = fitted.evidence.features.prior, fitted.evidence.features.owner
    places = np.argsort([TRAITS.index(fitted.evidence.traits[index]) for index in owner], kind="stable")

    assert not prior.means.any()
    assert prior.without == ((None, 1.0),)
    np.testing.assert_allclose(prior.covariance, theirs[np.ix_(places, places)], rtol=0.1)
