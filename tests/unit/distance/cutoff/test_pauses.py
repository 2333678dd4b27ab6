"""How often kinds pause and for how long, learned from all of them."""

import numpy as np
import pytest

from twelfth.distance.cutoff.pauses import PRIOR_DAYS, YEAR, pauses

FORTNIGHTS = [14 * i for i in range(27)]
"""Of a year, ending on day 364."""


def test_before_any_round_paused_the_prior_speaks() -> None:
    """One pause in two years watched, and a year without one more: one in three; the median pause half a year."""
    told = pauses([FORTNIGHTS], today=364, pooled_gap=14.0)

    assert told.rate == pytest.approx(1 / (2 * YEAR + 364))
    assert told.length == pytest.approx(PRIOR_DAYS)
    assert told.seen == 1


def test_a_gap_of_more_than_three_typical_ones_is_a_pause() -> None:
    """42 days among fortnights are late, 43 a pause, of which three gaps count as active."""
    late, paused = ([*FORTNIGHTS, 364 + gap] for gap in (42, 43))

    assert pauses([late], today=406, pooled_gap=14.0).seen == 1
    told = pauses([paused], today=407, pooled_gap=14.0)
    assert told.seen == 2
    assert told.rate == pytest.approx(2 / (2 * YEAR + 364 + 42))


def test_a_pause_not_over_yet_counts_as_far_as_it_has_gone() -> None:
    """The longer the silence of today, the longer pauses are taken to be, though never as if it had ended."""
    lengths = [pauses([FORTNIGHTS], today=364 + silent, pooled_gap=14.0).length for silent in (42, 100, 400, 2000)]

    assert lengths == sorted(lengths)
    assert lengths[-1] > 1.3 * lengths[0]
    ended = pauses([[*FORTNIGHTS, 364 + 60]], today=364 + 60, pooled_gap=14.0)
    going = pauses([FORTNIGHTS], today=364 + 60, pooled_gap=14.0)
    assert ended.length < going.length


def test_pauses_come_by_the_calendar_and_not_by_the_round() -> None:
    """Kinds held twice a year and kinds held every fortnight, watched as long, give the same rate."""
    slow, fast = ([step * i for i in range(3640 // step + 1)] for step in (182, 14))

    rates = [pauses([days], today=3640, pooled_gap=float(days[1])).rate for days in (slow, fast)]
    assert rates[0] == pytest.approx(rates[1])


def test_the_length_is_the_most_likely_one() -> None:
    """The scale of the Lomax law beats its neighbours on the likelihood written out."""
    gaps = (60, 300, 90, 1200)
    days, day = [*FORTNIGHTS], 364
    for gap in gaps:
        days += [day + gap + 14 * i for i in range(14)]
        day = days[-1]
    told = pauses([days], today=day + 500, pooled_gap=14.0)

    def likelihood(scale: float) -> float:
        ended = np.array([*(gap - 42 for gap in gaps), PRIOR_DAYS, PRIOR_DAYS])
        return float(np.log(scale / (scale + ended) ** 2).sum() + np.log(scale / (scale + 500 - 42)))

    assert likelihood(told.length) > max(likelihood(told.length * by) for by in (0.98, 1.02))


def test_what_few_pauses_leave_open_is_wide() -> None:
    """Nine in ten draws span a factor of four with few pauses, less with more; half of them lie below the figure."""
    few = pauses([FORTNIGHTS], today=364, pooled_gap=14.0)
    at = np.array([0.05, 0.5, 0.95])
    rates, lengths = few.drawn(at, at)

    assert rates[2] > 4 * rates[0]
    assert lengths[1] == pytest.approx(few.length)
    assert lengths[2] > 4 * lengths[0]
