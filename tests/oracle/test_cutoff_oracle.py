"""The horizon against twins that share none of its code: an integral over two rounds, and a walk in plain loops."""

import math
import random
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.special import stdtr, stdtrit
from scipy.stats import t

from twelfth.distance.cutoff.horizon import Course, noise_for, within
from twelfth.distance.cutoff.pace import Pace
from twelfth.distance.cutoff.pauses import Pauses
from twelfth.distance.cutoff.student import cdf, upper_end

RATE = 0.0015
LAW = t(4, scale=math.sqrt(0.5))


def held_every(gap: float, silent: float = 0.0, rate: float = RATE) -> Pace:
    return Pace(gap, silent, (gap,), Pauses(rate, 60.0, 3.0))


def simulated(course: Course, scores: np.ndarray) -> float:
    noise = noise_for([course], len(scores), seed=11, kind="cec", paths=40_000)
    return within(course, scores, noise)


def test_the_student_t_in_closed_form_is_that_of_the_incomplete_beta_function() -> None:
    """To 1e-15 on both sides and without end, and its inverse to 1e-12."""
    x = np.array([*np.linspace(-60, 60, 4001), 1e6, -1e6, np.inf, -np.inf])

    assert np.abs(cdf(x) - stdtr(4, x)).max() < 1e-15
    assert [upper_end(p) for p in (0.5, 0.8, 0.95, 0.999)] == pytest.approx(
        [float(stdtrit(4, p)) for p in (0.5, 0.8, 0.95, 0.999)], abs=1e-12
    )


@pytest.mark.parametrize("gain", [1.0, 0.5, 0.35])
@pytest.mark.parametrize("score", [455.0, 488.0, 500.0, 520.0])
def test_two_rounds_agree_with_the_integral(gain: float, score: float) -> None:
    """q (P(first) + q P(second and not first)), q = P(no pause), by quadrature over the first error; a tie is half."""
    course = Course(mean=500, sd=20, later_sd=15, gain=gain, pace=held_every(14), typical_gap=14)
    going = math.exp(-14 * RATE)

    def missed_then_selected(end: float) -> float:
        low = (end - 500) / 20

        def second(e: float) -> float:
            return float(LAW.pdf(e) * LAW.cdf((end - 500 - gain * 20 * e) / 15))

        return float(quad(second, low, low + 20)[0] + quad(second, low + 20, np.inf)[0])

    ends = (score - 0.5, score + 0.5)
    told = sum(LAW.cdf((end - 500) / 20) + going * missed_then_selected(end) for end in ends) / 2
    assert simulated(course, np.full(28, score)) == pytest.approx(going * told, abs=0.008)


def held(pace: Pace, days: int, rng: random.Random) -> Iterator[tuple[float, float]]:
    """One history of days with a round, and of each how long one waits for the next."""
    gap, silent = pace.gap, pace.silent
    stops = 1 - math.exp(-RATE * gap)
    late = 1 / (1 + (silent / gap) ** 4)
    paused = silent > 3 * gap or rng.random() < stops / (stops + (1 - stops) * late)
    day = max(3 * gap - silent, 0) + pause(60 + max(silent - 3 * gap, 0), rng) if paused else rng.random() * gap
    rested = False
    while day < days:
        resting = not rested and rng.random() < stops
        wait, rested = (3 * gap + pause(60, rng) if resting else gap), rested or resting
        yield day, wait
        day += wait


def walk(course: Course, score: Callable[[int], float], days: int, rng: random.Random) -> float:
    """One history of rounds, day by day and round by round: 1 selected, .5 a tie at best, 0 not selected."""
    level, best, shift = course.mean, 0.0, {at: student(rng) * 35 for at in course.breaks}
    sd = course.sd
    for day, wait in held(course.pace, days, rng):
        error = student(rng) * sd
        cut = round(level + error + sum(by for at, by in shift.items() if math.floor(day) + 1 >= at))
        mine = score(math.floor(day))
        best = max(best, 1.0 if mine > cut else 0.5 if mine == cut else 0.0)
        sd = course.later_sd * min(max(math.sqrt(wait / course.pace.gap), 0.7), 4.0)
        level += course.gain * error + course.drift
    return best


def pause(median: float, rng: random.Random) -> float:
    odds = rng.random()
    return median * odds / (1 - odds)


def student(rng: random.Random) -> float:
    """A Student-t of 4 degrees with sd 1."""
    chi = sum(rng.gauss(0, 1) ** 2 for _ in range(4))
    return rng.gauss(0, 1) / math.sqrt(chi / 4) / math.sqrt(2)


CASES = {
    "steady": Course(mean=500, sd=15, later_sd=15, gain=0.5, pace=held_every(14), typical_gap=14),
    "late": Course(mean=500, sd=15, later_sd=10, gain=0.7, pace=held_every(14, 26, 0.0015), typical_gap=14),
    "silent": Course(mean=500, sd=30, later_sd=15, gain=1.0, pace=held_every(14, 240), typical_gap=14),
    "drifting": Course(mean=500, sd=15, later_sd=15, gain=1.0, pace=held_every(14), typical_gap=14, drift=3.0),
    "break ahead": Course(
        mean=500, sd=15, later_sd=15, gain=0.35, pace=held_every(20), typical_gap=20, breaks=(50, 90)
    ),
    "silent, break ahead": Course(
        mean=540, sd=15, later_sd=15, gain=1.0, pace=held_every(14, 100), typical_gap=14, breaks=(20,)
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", CASES)
def test_the_horizon_agrees_with_a_walk_in_plain_loops(name: str) -> None:
    """Twelve thousand walks with another generator give the chance of an ageing score within four standard errors."""
    course, walks, days, rng = CASES[name], 12_000, 150, random.Random(4)
    ageing = [492.0 if day < 70 else 487.0 for day in range(days)]

    told = [walk(course, ageing.__getitem__, days, rng) for _ in range(walks)]
    error = 4 * np.std(told) / math.sqrt(walks) + 0.005
    assert simulated(course, np.array(ageing)) == pytest.approx(np.mean(told), abs=error)


@pytest.mark.parametrize(("silent", "days"), [(0.0, 100), (0.0, 9), (30.0, 40), (92.0, 100), (442.0, 30), (0.0, 700)])
def test_the_expected_number_of_rounds_agrees_with_counting(silent: float, days: int) -> None:
    """The sum of chances equals the mean count over fifty thousand walks, one pause in each at most."""
    rng, told = random.Random(1), held_every(14.0, silent)
    counts = [sum(1 for _ in held(told, days, rng)) for _ in range(50_000)]

    assert told.expected(days) == pytest.approx(np.mean(counts), abs=4 * np.std(counts) / 223 + 0.02)
