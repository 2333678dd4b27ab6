"""How often the interval of odds learned from labelled people holds the truth, and how good the headline is.

Worlds: 3 traits held by 15/35/50 % and 3 standard-normal numbers, latent correlation .3; log-odds N(.8, .8) for a
trait and N(.6, .4) a unit of a number. "line" is that sum. "bent" adds what no such sum has: a product of two numbers
N(0, .7), a step of 1.2 up or down at .5 of the third, and .8 more for the positive half of the first. The constant
makes the rate 10 or 30 %. A tenth of the values of those learned from is unknown. Judged on 400 more people of whom
all is known and whose true chance is therefore exact.

Printed: coverage of the true chance by the 90 % interval with its standard error over replicates, median width; mean
log-loss of the next outcome in excess of the truth's own (nats), beside the base rate and what people would use
instead: scikit-learn's logistic regression and its boosted trees as they come, unknown numbers at their mean for the
first; skill (0 the base rate, 1 the truth); ECE on outcomes of the 400; how often trees were taken; seconds to fit and
answer.

    python benchmarks/labelled_odds.py [--seeds 1 2 3] [--replicates 20 6 2 2] [--quick] [--out FILE]

Set OMP_NUM_THREADS=1 for the seconds of one core. Choices were made on seeds 101 and 777; a run
on seeds 1 to 3 had been seen in part by then.
"""

import argparse
import json
import os
import platform
import time
import warnings
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import scipy
import sklearn
from numpy.typing import NDArray
from scipy.optimize import brentq
from scipy.special import expit, ndtri, xlogy
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from twelfth.base import NotEnoughData
from twelfth.engines import LabelledOdds

Array = NDArray[np.float64]

HELD = np.array([0.15, 0.35, 0.5])
CORRELATION, UNKNOWN, JUDGED, POPULATION = 0.3, 0.1, 400, 20_000
WORLDS, RATES, SIZES = ("line", "bent"), (0.1, 0.3), (60, 300, 1000, 5000)
REPLICATES, QUICK = (20, 6, 2, 2), (3, 2, 1, 1)
RESULTS = Path(__file__).parent / "results" / "labelled_odds.json"
BINS = 10


def drawn(rng: np.random.Generator, world: str, rate: float, n: int) -> tuple[Array, Array, Array, Array]:
    """Features and outcomes of people learned from, features and true chances of people judged."""
    count = n + JUDGED + POPULATION
    covariance = np.full((6, 6), CORRELATION) + (1 - CORRELATION) * np.eye(6)
    people = rng.multivariate_normal(np.zeros(6), covariance, count)
    people[:, :3] = people[:, :3] < ndtri(HELD)
    log_odds = people @ np.concatenate([rng.normal(0.8, 0.8, 3), rng.normal(0.6, 0.4, 3)])
    if world == "bent":
        product_, step = rng.normal(0, 0.7), rng.choice([-1.2, 1.2])
        log_odds += product_ * people[:, 3] * people[:, 4] + step * (people[:, 5] > 0.5)
        log_odds += 0.8 * np.maximum(people[:, 3], 0)
    constant = brentq(lambda one: expit(log_odds + one).mean() - rate, -30, 30)
    chance = expit(log_odds + constant)
    learned = people[:n].copy()
    learned[rng.random(learned.shape) < UNKNOWN] = np.nan
    return learned, (rng.random(n) < chance[:n]).astype(float), people[n : n + JUDGED], chance[n : n + JUDGED]


def excess(p: Array, truth: Array) -> float:
    """Nats per person beyond the truth's own."""
    p = np.clip(p, 1e-6, 1 - 1e-6)
    return float((xlogy(truth, truth / p) + xlogy(1 - truth, (1 - truth) / (1 - p))).mean())


def calibration_error(p: Array, outcome: Array) -> float:
    groups = np.array_split(np.argsort(p, kind="stable"), BINS)
    return float(sum(abs(p[one].mean() - outcome[one].mean()) * len(one) for one in groups) / len(p))


def rivals(X: Array, y: Array, asked: Array) -> dict[str, Array]:
    """What scikit-learn says with nothing chosen."""
    known = np.where(np.isnan(X), np.nanmean(X, axis=0), X)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return {
            "logistic": LogisticRegression(max_iter=1000).fit(known, y).predict_proba(asked)[:, 1],
            "boosted trees": HistGradientBoostingClassifier(random_state=0).fit(X, y).predict_proba(asked)[:, 1],
        }


def replicate(seed: int, number: int, world: str, rate: float, n: int) -> dict[str, float] | None:
    """The figures of one draw; None where it has fewer than five of an outcome."""
    rng = np.random.default_rng([seed, number, WORLDS.index(world), round(100 * rate), n])
    X, y, asked, truth = drawn(rng, world, rate, n)
    outcome = (rng.random(JUDGED) < truth).astype(float)
    begun = time.perf_counter()
    try:
        model = LabelledOdds().fit(X, y, seed=seed)
    except NotEnoughData:
        return None
    told = model.odds(asked)
    seconds = time.perf_counter() - begun
    p, lo, hi = (np.array([getattr(one, end) for one in told]) for end in ("p", "lo", "hi"))
    base = excess(np.full(JUDGED, y.mean()), truth)
    found = {
        "coverage": float(((lo <= truth) & (truth <= hi)).mean()),
        "width": float(np.median(hi - lo)),
        "excess": excess(p, truth),
        "excess_base": base,
        "ece": calibration_error(p, outcome),
        "ece_truth": calibration_error(truth, outcome),
        "trees": float(model.report.learner != "logistic regression"),
        "seconds": seconds,
    }
    for name, chances in rivals(X, y, asked).items():
        found[f"excess_{name.replace(' ', '_')}"] = excess(chances, truth)
        found[f"ece_{name.replace(' ', '_')}"] = calibration_error(chances, outcome)
    return found


def cell(seeds: list[int], replicates: int, world: str, rate: float, n: int) -> dict[str, Any]:
    """The mean of the replicates of all seeds."""
    asked = [replicate(seed, number, world, rate, n) for seed, number in product(seeds, range(replicates))]
    found = [one for one in asked if one is not None]
    means = {name: round(float(np.mean([one[name] for one in found])), 4) for name in found[0]}
    each = np.array([one["coverage"] for one in found])
    spread = float(each.std(ddof=1) / np.sqrt(len(each))) if len(each) > 1 else float("nan")
    return {
        "world": world,
        "rate": rate,
        "n": n,
        "replicates": len(found),
        "refused": len(asked) - len(found),
        "coverage_se": round(spread, 4),
        "skill": round(1 - means["excess"] / means["excess_base"], 4),
        **means,
    }


def show(row: dict[str, Any]) -> None:
    print(
        f"{row['world']:4} {row['rate']:.0%} n={row['n']:<5} coverage {row['coverage']:.3f} ±{row['coverage_se']:.3f} "
        f"width {row['width']:.3f}  excess {row['excess']:.4f} (base {row['excess_base']:.4f}, logistic "
        f"{row['excess_logistic']:.4f}, trees {row['excess_boosted_trees']:.4f}) skill {row['skill']:.2f}  "
        f"ece {row['ece']:.3f} (truth {row['ece_truth']:.3f})  trees {row['trees']:.0%}  {row['seconds']:.1f} s",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--replicates", type=int, nargs=len(SIZES), default=REPLICATES, help="per seed, for each n")
    parser.add_argument("--quick", action="store_true", help=f"{QUICK} replicates, nothing written")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--out", type=Path, default=RESULTS)
    asked = parser.parse_args()
    replicates = dict(zip(SIZES, QUICK if asked.quick else asked.replicates, strict=True))
    begun, rows = time.perf_counter(), []
    for n, world, rate in product(asked.sizes, WORLDS, RATES):
        rows.append(cell(asked.seeds, replicates[n], world, rate, n))
        show(rows[-1])
    seconds = round(time.perf_counter() - begun, 1)
    print(f"seeds {asked.seeds}, replicates {replicates} each, seconds {seconds}")
    if not asked.quick:
        found = {
            "seeds": asked.seeds,
            "replicates": replicates,
            "python": platform.python_version(),
            "numpy": np.__version__,
            "scipy": scipy.__version__,
            "scikit-learn": sklearn.__version__,
            "machine": platform.machine(),
            "cpu_count": os.cpu_count(),
            "seconds": seconds,
            "rows": rows,
        }
        asked.out.parent.mkdir(parents=True, exist_ok=True)
        asked.out.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
