"""The chance of a plan by hand, and against the history of 03-odds."""

import numpy as np
import pytest
from scipy.special import expit, logit
from tests.roadmap_cases import action, instance, small_case

from twelfth.distance import History
from twelfth.roadmap import Unseen, cases_of, chance
from twelfth.roadmap.chance import held_by


def test_without_anything_shared_rounds_multiply() -> None:
    case = instance(action("a"), rounds=((3, -2.0), (9, -1.0)))
    assert chance(case, {}) == pytest.approx(1 - (1 - expit(-2.0)) * (1 - expit(-1.0)))
    assert chance(case, {"a": 4}) == pytest.approx(1 - (1 - expit(-2.0)) * (1 - expit(0.0)))


@pytest.mark.parametrize(("p", "twelve"), [(0.10, 0.5861), (0.01, 0.1059)])
def test_twelve_rounds_are_those_of_the_history(p: float, twelve: float) -> None:
    """Sigma 1, normal shape: 03-odds, E6, to the figures given there; and History itself to 1e-6."""
    case = instance(rounds=tuple((week, float(logit(p))) for week in range(12)), weeks=12, sigma=1.0)
    own = History(sigma_prior={1.0: 1.0}, shape={"normal": 1.0}).update([], [p] * 12)
    assert chance(case, {}) == pytest.approx(twelve, abs=1e-4)
    assert chance(case, {}) == pytest.approx(float(own.by_horizon), abs=1e-6)


def test_a_trait_counts_from_its_week_until_it_lapses() -> None:
    case = instance(action("a", valid_weeks=3), rounds=((3, -2.0), (4, -2.0), (7, -2.0), (8, -2.0)))
    missed = (1 - expit(-2.0)) ** 2 * (1 - expit(-1.0)) ** 2
    assert chance(case, {"a": 4}) == pytest.approx(1 - missed)


def test_a_renewal_that_overlaps_its_original_counts_once() -> None:
    again = action("b", after=("a",), renews="a", valid_weeks=9)
    case = instance(action("a", valid_weeks=9), again, rounds=((8, -2.0),))
    assert chance(case, {"a": 3, "b": 5}) == pytest.approx(expit(-1.0))


def test_an_exam_is_tried_three_times_at_its_gap() -> None:
    case = instance(action("a", pass_probability=0.5, retry_weeks=2), rounds=((4, 0.0), (8, 0.0)))
    shares = {"first": 0.5, "second": 0.25, "third": 0.125, "never": 0.125}  # passed in week 3, 5, 7, never
    early, late = 1 - expit(0.0) * (1 - expit(1.0)), 1 - (1 - expit(1.0)) ** 2
    expected = shares["first"] * late + (shares["second"] + shares["third"]) * early + shares["never"] * 0.75
    assert chance(case, {"a": 3}) == pytest.approx(expected)


def test_an_effect_waits_for_its_prerequisites_to_be_passed() -> None:
    first = action("a", pass_probability=0.5, retry_weeks=4, effect=0.0)
    case = instance(first, action("b", after=("a",), effect=2.0), rounds=((6, 0.0),))
    assert chance(case, {"a": 3, "b": 5}) == pytest.approx(0.5 * expit(2.0) + 0.5 * expit(0.0))


def test_a_prerequisite_that_has_lapsed_undoes_nothing() -> None:
    case = instance(action("a", valid_weeks=1), action("b", after=("a",)), rounds=((9, -2.0),))
    assert chance(case, {"a": 2, "b": 5}) == pytest.approx(expit(-1.0))


def test_many_exams_are_sampled_in_their_shares() -> None:
    """Nine exams are too many to list; each keeps its own shares, and the chance that of all 262,144 cases."""
    exams = [action(f"e{i}", pass_probability=0.3 + 0.05 * i, retry_weeks=2, effect=0.3) for i in range(9)]
    delays, shares = cases_of(exams)
    assert delays.shape == (8_192, 9)
    assert shares.sum() == pytest.approx(1)
    for i, exam in enumerate(exams):
        assert (delays[:, i] == 0).mean() == pytest.approx(exam.pass_probability, abs=1 / 8_192)  # one case
    case = instance(*exams, rounds=((5, -2.0), (9, -1.5)), sigma=1.0)
    ends = {exam.id: 4 for exam in exams}
    listed = chance(case, ends, most_cases=4**9)
    assert chance(case, ends) == pytest.approx(listed, abs=3e-4)


def test_what_nobody_sees_never_changes_a_first_attempt() -> None:
    for sigma in (0.0, 0.5, 1.0, 3.0):
        case = instance(rounds=((3, -2.2),), sigma=sigma)
        assert chance(case, {}) == pytest.approx(expit(-2.2), abs=1e-8)


def test_no_round_no_chance() -> None:
    assert chance(instance(action("a"), rounds=()), {"a": 3}) == 0.0


def test_chances_stay_within_bounds_at_any_logit() -> None:
    case = instance(action("a", effect=500.0), rounds=((3, -300.0), (9, 0.0)), sigma=1.0)
    assert np.isfinite(chance(case, {"a": 5}))
    assert 0 <= chance(case, {"a": 5}) <= 1


def test_attempts_that_come_to_the_same_are_told_apart_for_nothing() -> None:
    """All outcomes of every exam, one by one, with what expires and what needs what."""
    several = 0
    for seed in range(200):
        case = small_case(seed)
        rng, done = np.random.default_rng(seed), dict[str, int]()
        for one in case.in_order:
            if done.keys() >= set(one.after) and rng.random() < 0.9:
                done[one.id] = int(rng.integers(1, case.weeks))
        chosen = [action for action in case.in_order if action.id in done]
        exams = [action for action in chosen if action.is_exam]
        several += len(exams) > 1
        delays, shares = cases_of(exams)
        passed = np.array([np.full(len(shares), float(done[action.id])) for action in chosen])
        for exam, delay in zip(exams, delays.T, strict=True):
            passed[chosen.index(exam)] += delay
        weeks = np.array([float(one.week) for one in case.rounds])
        logits = np.tile([one.base_logit for one in case.rounds], (len(shares), 1))
        for trait, holds in held_by(chosen, passed, weeks).items() if chosen else ():
            logits += case.by_id[trait].effect * holds
        assert chance(case, done) == pytest.approx(Unseen.normal(case.sigma).chance(logits, shares), abs=1e-12)
    assert several > 5
