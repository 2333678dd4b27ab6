"""The forecast ledger: forecasts against outcomes."""

from datetime import date

import pytest

from twelfth.audit import Forecasted, calibration
from twelfth.base import When
from twelfth.distance import Odds


def entry(p: float | None, selected: bool | None, *, lo: float = 0.01, hi: float = 0.9) -> Forecasted:
    odds = Odds(p=p, lo=lo, hi=hi, basis="") if p is not None or lo else None
    day = date(2000, 1, 2)
    return Forecasted(attempt=1, round="r", decided=When.on(day), made=date(2000, 1, 1), odds=odds, selected=selected)


def test_forecasts_are_added_up_and_scored() -> None:
    """.2, .5 and .8 of which the last was selected: 1.5 expected, Brier (.04 + .25 + .04) / 3."""
    found = calibration([entry(0.2, False), entry(0.5, False), entry(0.8, True)])

    assert found is not None
    assert (found.attempts, found.selected) == (3, 1)
    assert found.expected == pytest.approx(1.5)
    assert (found.expected_lo, found.expected_hi) == (pytest.approx(0.03), pytest.approx(2.7))
    assert found.brier == pytest.approx(0.11)


def test_what_was_not_decided_or_has_no_headline_counts_in_nothing() -> None:
    """A withdrawn attempt and an interval without a figure."""
    counted = calibration([entry(0.2, False)])

    assert calibration([entry(0.2, False), entry(0.9, None), entry(None, True)]) == counted
    assert calibration([entry(None, False), entry(0.5, None)]) is None
    assert calibration([]) is None
