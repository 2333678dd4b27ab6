"""The chance by a horizon of Express Entry, looked back at: what was told on past days against what then happened.

    python benchmarks/cutoff_lookback.py --seed 1

Called by cutoff_forecast.py. Asked every 28 days from the first day on which a kind has four rounds, for each kind
alone and for the two that any applicant of the Canadian Experience Class may enter together; 3, 6 and 12 months
ahead, as far as the record goes; at the last cut-off and 10, 20 and 40 points to both sides. It happened when a round
of the kinds in the window took the score, a tie counting half. Nothing but what was known on the day goes in.

"past share": the share that happened of all windows asked about earlier, and over by then, for the same horizon and
points beside; one half before there is any. "1-(1-p)^n": with p of the next round and the expected rounds n. Every
parameter of ours is estimated anew on each day, from the rounds known by then, so each figure is out of sample; the
form of the model was chosen with all rounds in sight, which the eras, told apart, cannot undo.

Windows overlap and kinds pause together, so cases are far from independent: standard errors come from drawing whole
calendar years of asking with replacement, and eleven years are few. Intervals are asked for on every eighth day at
three scores. The interval is for the chance, so it is held against the share that happened among cases told alike.
"""

import argparse
import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from twelfth.base import add_months
from twelfth.distance.cutoff import CutOff, RubricOdds

Array = NDArray[np.float64]

EVERY = timedelta(days=28)
EARLIER = 4
MONTHS = (3, 6, 12)
BESIDE = (-40, -20, -10, 0, 10, 20, 40)
TOGETHER = ("cec", "general")
INTERVAL_EVERY, INTERVAL_BESIDE = 8, (-20, 0, 20)
ERA = date(2020, 1, 1)
TENTHS, REDRAWN = 10, 2000
ALLOWED = 0.05
METHODS = ("ours", "past share", "1-(1-p)^n")


@dataclass(frozen=True)
class Window:
    """A question asked on a day: the chance of a selection with `score` in a round of `kinds` by the end of `until`."""

    kinds: tuple[str, ...]
    as_of: date
    months: int
    until: date
    beside: int
    score: float
    nth: int


@dataclass(frozen=True)
class Case:
    """What was told of a window, and what happened: 1, .5 at a tie, 0. lo, hi: None where not asked for."""

    window: Window
    told: float
    share: float
    independent: float
    happened: float
    lo: float | None = None
    hi: float | None = None


def windows_of(rounds: Sequence[CutOff], *, last: date) -> list[Window]:
    """In order of day."""
    names = sorted({one.kind for one in rounds})
    found: list[Window] = []
    for kinds in [*((name,) for name in names), TOGETHER]:
        own = [[one for one in rounds if one.kind == kind] for kind in kinds]
        if any(len(one) < EARLIER for one in own):
            continue
        as_of, nth = max(sorted(past.since for past in one)[EARLIER - 1] for one in own), 0
        while add_months(as_of, MONTHS[0]) <= last:
            known = [past for one in own for past in one if past.since <= as_of]
            cut = max(known, key=lambda one: (one.decided, one.kind)).cut_off
            found += [
                Window(kinds, as_of, months, add_months(as_of, months), beside, cut + beside, nth)
                for months in MONTHS
                for beside in BESIDE
                if add_months(as_of, months) <= last
            ]
            as_of, nth = as_of + EVERY, nth + 1
    return sorted(found, key=lambda one: (one.as_of, one.kinds))


def happened(window: Window, rounds: Sequence[CutOff]) -> float:
    cuts = [one.cut_off for one in rounds if one.kind in window.kinds and window.as_of < one.decided <= window.until]
    return max(((window.score > cut) + 0.5 * (window.score == cut) for cut in cuts), default=0.0)


def told(model: RubricOdds, windows: Sequence[Window]) -> dict[Window, float]:
    """Windows that differ in their horizon alone are one question."""
    alike: dict[tuple[tuple[str, ...], date, int], list[Window]] = {}
    for one in windows:
        alike.setdefault((one.kinds, one.as_of, one.beside), []).append(one)
    found = {}
    for (kinds, as_of, _), group in alike.items():
        ends = [one.until for one in group]
        chances = dict(model.by_date(group[0].score, kinds, as_of=as_of, until=max(ends), ends=ends))
        found |= {one: chances[one.until] for one in group}
    return found


def independent(model: RubricOdds, windows: Sequence[Window]) -> dict[Window, float]:
    next_ = cache(lambda kind, as_of: model.forecast(kind, as_of=as_of))
    rounds = cache(lambda kind, as_of, until: model.expected_rounds(kind, as_of=as_of, until=until))
    return {
        one: 1 - math.prod(
            (1 - next_(kind, one.as_of).cdf(one.score)) ** rounds(kind, one.as_of, one.until) for kind in one.kinds
        )
        for one in windows
    }  # fmt: skip


def cases_of(rounds: Sequence[CutOff], *, seed: int, every: int = 1) -> list[Case]:
    """All windows, or those of every so-manyth day."""
    model, last = RubricOdds().fit(rounds, seed=seed), max(one.decided for one in rounds)
    windows = [one for one in windows_of(rounds, last=last) if one.nth % every == 0]
    outcome = {one: happened(one, rounds) for one in windows}
    chances, shares, apart = told(model, windows), past_shares(outcome), independent(model, windows)
    cases = []
    for one in windows:
        ends: dict[str, float | None] = {}
        if one.nth % INTERVAL_EVERY == 0 and one.beside in INTERVAL_BESIDE:
            odds = model.by_horizon(one.score, one.kinds, as_of=one.as_of, until=one.until)
            ends = {"lo": odds.lo, "hi": odds.hi}
        cases.append(Case(one, chances[one], shares[one], apart[one], outcome[one], **ends))
    return cases


def past_shares(outcome: Mapping[Window, float]) -> dict[Window, float]:
    """Of earlier windows alike in horizon and points beside, over by the day asked; one half before there is any."""
    found = {}
    for months, beside in product(MONTHS, BESIDE):
        alike = sorted(
            (one for one in outcome if (one.months, one.beside) == (months, beside)), key=lambda one: one.until
        )
        over = [one.until for one in alike]
        total = np.concatenate([[0.0], np.cumsum([outcome[one] for one in alike])])
        for one in alike:
            n = bisect_right(over, one.as_of)
            found[one] = float(total[n] / n) if n else 0.5
    return found


def figures_of(cases: Sequence[Case]) -> dict[str, Any]:
    """Means and Brier scores of some cases, with standard errors by years redrawn."""
    y = np.array([one.happened for one in cases])
    chances = np.array([[one.told, one.share, one.independent] for one in cases])
    errors = (chances - y[:, None]) ** 2
    year = np.array([one.window.as_of.year for one in cases])
    columns = np.column_stack([chances[:, 0] - y, errors, errors[:, 1:] - errors[:, :1]])
    se = _redrawn(columns, year)
    return {
        "n": len(y),
        "told": round(float(chances[:, 0].mean()), 3),
        "happened": round(float(y.mean()), 3),
        "over_se": round(float(se[0]), 3),
        "brier": {name: round(float(one), 4) for name, one in zip(METHODS, errors.mean(axis=0), strict=True)},
        "brier_se": {name: round(float(one), 4) for name, one in zip(METHODS, se[1:4], strict=True)},
        "lead_se": {name: round(float(one), 4) for name, one in zip(METHODS[1:], se[4:], strict=True)},
    }


def _redrawn(columns: Array, year: NDArray[np.int_]) -> Array:
    """Standard errors of the means of columns [cases, k], whole years drawn with replacement."""
    years = np.unique(year)
    sums = np.array([columns[year == one].sum(axis=0) for one in years])
    count = np.array([(year == one).sum() for one in years])
    drawn = np.random.default_rng(0).integers(0, len(years), (REDRAWN, len(years)))
    return np.asarray((sums[drawn].sum(axis=1) / count[drawn].sum(axis=1)[:, None]).std(axis=0))


def tenths_of(cases: Sequence[Case]) -> list[list[float]]:
    """By tenth of what was told: mean told, share that happened, cases."""
    order = np.array_split(np.argsort([one.told for one in cases], kind="stable"), TENTHS)
    pairs = np.array([[one.told, one.happened] for one in cases])
    return [[*(round(float(one), 4) for one in pairs[i].mean(axis=0)), len(i)] for i in order]


def intervals_of(cases: Sequence[Case]) -> list[list[float]]:
    """By tenth of what was told, of those with an interval: mean lower end, told, upper end, share that happened, n."""
    rows = np.array([[one.lo, one.told, one.hi, one.happened] for one in cases if one.lo is not None], float)
    order = np.array_split(np.argsort(rows[:, 1], kind="stable"), TENTHS)
    return [[*(round(float(one), 4) for one in rows[i].mean(axis=0)), len(i)] for i in order]


def look_back(rounds: Sequence[CutOff], *, seed: int) -> dict[str, Any]:
    cases = cases_of(rounds, seed=seed)
    groups = {
        "all": cases,
        **{f"{months} months": [one for one in cases if one.window.months == months] for months in MONTHS},
        f"before {ERA.year}": [one for one in cases if one.window.as_of < ERA],
        f"from {ERA.year}": [one for one in cases if one.window.as_of >= ERA],
        **{f"beside {beside:+d}": [one for one in cases if one.window.beside == beside] for beside in BESIDE},
        **{
            "+".join(kinds): [one for one in cases if one.window.kinds == kinds]
            for kinds in sorted({one.window.kinds for one in cases})
        },
    }
    return {
        "seed": seed,
        "every_days": EVERY.days,
        "groups": [{"group": name, **figures_of(group)} for name, group in groups.items()],
        "tenths": tenths_of(cases),
        "intervals": intervals_of(cases),
    }


def targets_of(found: dict[str, Any]) -> list[dict[str, Any]]:
    """Within .05 of what happened, overall and by horizon; Brier score below the past share and independent rounds."""
    groups = [one for one in found["groups"] if one["group"] == "all" or one["group"].endswith("months")]
    far = [
        f"{one['group']}: {one['told']:.3f} told, {one['happened']:.3f} happened (± {one['over_se']:.3f})"
        for one in groups
        if abs(one["told"] - one["happened"]) > ALLOWED
    ]
    lost = [
        f"{one['group']}, {name}: {one['brier']['ours']:.4f} against {one['brier'][name]:.4f}"
        for one in groups
        for name in METHODS[1:]
        if one["brier"]["ours"] >= one["brier"][name]
    ]
    out = [f"{lo:.3f} to {hi:.3f}: {share:.3f}" for lo, _, hi, share, _ in found["intervals"] if not lo <= share <= hi]
    return [
        {
            "item": "horizon",
            "what": f"told within .05 of what happened, seed {found['seed']}",
            "met": not far,
            "of": len(groups),
            "missed": far,
        },
        {
            "item": "horizon",
            "what": f"Brier lower than both, seed {found['seed']}",
            "met": not lost,
            "of": 2 * len(groups),
            "missed": lost,
        },
        {
            "item": "horizon",
            "what": f"share within the mean interval, seed {found['seed']}",
            "met": not out,
            "of": TENTHS,
            "missed": out,
        },
    ]


def shown(found: dict[str, Any]) -> str:
    lines = [
        f"looking back every {found['every_days']} days; windows overlap, errors by redrawing whole years",
        f"{'':15} {'n':>5} {'told':>6} {'happened':>9} {'':9} Brier {METHODS[0]:14} {METHODS[1]:16} {METHODS[2]}",
    ]
    for one in found["groups"]:
        brier = "  ".join(f"{one['brier'][name]:.4f} (±{one['brier_se'][name]:.4f})" for name in METHODS)
        start = f"{one['group']:15} {one['n']:5d} {one['told']:6.3f} {one['happened']:9.3f}"
        lines.append(f"{start} (±{one['over_se']:.3f})       {brier}")
    lines.append("told and happened by tenth: " + ", ".join(f"{p:.3f} {y:.3f}" for p, y, _ in found["tenths"]))
    held = ", ".join(f"{lo:.3f}..{hi:.3f} {y:.3f}" for lo, _, hi, y, _ in found["intervals"])
    return "\n".join([*lines, f"mean interval and happened by tenth: {held}"])


def main() -> None:
    from cutoff_forecast import rounds_of

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    found = look_back(rounds_of("pack"), seed=parser.parse_args().seed)
    print(shown(found))
    for one in targets_of(found):
        print(f"{one['what']}: {'met' if one['met'] else 'NOT MET: ' + '; '.join(one['missed'])}")


if __name__ == "__main__":
    main()
