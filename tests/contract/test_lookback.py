"""The look back at chances by a horizon: what it asks, what it takes for granted on a day, and how it judges."""

import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from cutoff_lookback import (
    EARLIER,
    Case,
    Window,
    cases_of,
    figures_of,
    happened,
    past_shares,
    targets_of,
    told,
    windows_of,
)
from twelfth.distance.cutoff import CutOff, RubricOdds

START = date(2024, 1, 3)
CUTS = (520, 516, 523, 511, 518, 526, 509, 515, 521, 507, 512, 519)
ROUNDS = [
    CutOff(START + timedelta(28 * i + shift), kind, 100, float(cut + higher))
    for kind, shift, higher in (("cec", 0, 0), ("general", 7, 12))
    for i, cut in enumerate(CUTS)
]
LAST = max(one.decided for one in ROUNDS)


def window(**changed: object) -> Window:
    told: dict[str, object] = {
        "kinds": ("cec",), "as_of": START, "months": 3, "until": START + timedelta(90), "beside": 0, "score": 518.0,
        "nth": 0,
    }  # fmt: skip
    return Window(**told | changed)  # type: ignore[arg-type]


def test_a_window_is_asked_only_with_four_rounds_behind_it_and_its_end_on_record() -> None:
    """Every 28 days, for each kind alone and for both together, up to the last day of the record."""
    found = windows_of(ROUNDS, last=LAST)

    assert {one.kinds for one in found} == {("cec",), ("general",), ("cec", "general")}
    for one in found:
        known = [past for past in ROUNDS if past.kind in one.kinds and past.since <= one.as_of]
        assert all(sum(past.kind == kind for past in known) >= EARLIER for kind in one.kinds)
        assert one.score - one.beside == max(known, key=lambda past: past.decided).cut_off
        assert one.until <= LAST


def test_what_happened_counts_rounds_after_the_day_and_within_the_window() -> None:
    """The round of the day itself and that after the end count for nothing; a tie is one half."""
    first, next_, third = ROUNDS[:3]

    assert happened(window(score=900.0, until=next_.decided - timedelta(1)), ROUNDS) == 0
    assert happened(window(score=first.cut_off, until=next_.decided), ROUNDS) == 1
    assert happened(window(score=next_.cut_off, until=third.decided), ROUNDS) == 0.5


def test_nothing_that_became_known_later_changes_what_was_told() -> None:
    """Each window told from the rounds known on its day alone is told the same, to the last bit."""
    asked = [one for one in windows_of(ROUNDS, last=LAST) if one.beside == 0]
    model = RubricOdds().fit(ROUNDS, seed=1)
    whole = told(model, asked)

    for one in asked[::3]:
        past = RubricOdds().fit([past for past in ROUNDS if past.since <= one.as_of], seed=1)
        assert told(past, [one])[one] == pytest.approx(whole[one], abs=1e-12)


def test_the_past_share_knows_only_windows_that_are_over() -> None:
    """A window open on the day asked says nothing of it, nor does one of another horizon or other points."""
    early = window()
    other = window(beside=10, score=528.0)
    open_, late = (window(as_of=START + timedelta(n), until=START + timedelta(n + 90)) for n in (89, 90))
    shares = past_shares({early: 1.0, other: 0.0, open_: 0.0, late: 0.0})

    assert shares == {early: 0.5, other: 0.5, open_: 0.5, late: 1.0}


def test_a_chance_that_runs_too_high_is_reported() -> None:
    """Told .6 where .4 happened misses the target; the standard error is by whole years, none for one year alone."""
    cases = [Case(window(nth=n), 0.6, 0.4, 0.5, float(n % 5 < 2)) for n in range(100)]
    found = figures_of(cases)

    assert (found["told"], found["happened"], found["over_se"]) == (0.6, 0.4, 0.0)
    all_ = {"group": "all", **found}
    targets = targets_of({"seed": 1, "groups": [all_], "intervals": [[0.1, 0.6, 0.3, 0.4, 100]]})
    assert [one["met"] for one in targets] == [False, False, False]


def test_intervals_are_told_and_hold_the_chance() -> None:
    """Every eighth day at three scores: lo <= told <= hi."""
    cases = [one for one in cases_of(ROUNDS, seed=1, every=8) if one.window.months == 3]

    assert any(one.lo is not None for one in cases)
    assert all(one.lo <= one.told <= one.hi for one in cases if one.lo is not None and one.hi is not None)
