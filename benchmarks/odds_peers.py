"""One peer of the odds benchmark, in a process of its own: arrays in as npz on standard input, arrays out as npz on
standard output, nothing pickled. Runs with the Python of the peers' own environment (`make bench-peers`).

In, for replicate i: `yes_i` [N, 6], the selected, nan unknown; `pool_i` [m, 6], applicants with as many values unknown
as the selected, so that being unknown says nothing; `whole_i` [m, 6], the same applicants whole; `at_i` [q, 6], whom to
judge; `rate` [R], slots of applicants, and `seed` [R]. Out: `p_i`, `lo_i`, `hi_i` [2, q], `seconds` [R] with all
refits, `failed` refits [R]. The first line of each is what the peer says, taken at its word; the second is told the
base rate: one shift of all logits, so that over the whole applicants the chances average to it (of Elkan-Noto, whose
own constant is a factor, one factor). The interval is the 5 and 95 % quantile over refits, each to as many selected and
as many applicants drawn again.

    python benchmarks/odds_peers.py --peer NAME [--refits 200]        one of the names in PEERS
"""

import argparse
import importlib.metadata
import io
import sys
import time
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq
from scipy.special import expit, logit

Array = NDArray[np.float64]
Said = Callable[[Array], Array]

HELD, SHARES = np.array([0.15, 0.35, 0.05]), np.array([0.5, 0.3, 0.2])
NAMES = ["first", "second", "third", "field", "one", "two"]
FIELD, NUMBERS = 3, (4, 5)
LEAST = 1e-6
SHRINK, ROUNDS, LEAVES, DEPTH = 0.1, 50, 8, 3
TRIES = 50


def summed_weights(yes: Array, pool: Array, rate: float, seed: int) -> Said:
    """The logit of the rate plus the weight of each trait, log(share among yes / share in the pool), half a person
    added to each level; of a number the difference of two normal log densities of one sd. Knows the true shares."""
    del pool, seed
    weights = []
    for index, shares in enumerate([np.array([1 - held, held]) for held in HELD] + [SHARES]):
        seen = yes[~np.isnan(yes[:, index]), index]
        counts = np.array([(seen == level).sum() for level in range(len(shares))]) + 0.5
        weights.append(np.log(counts / counts.sum() / shares))
    shifts = np.nan_to_num(np.array([_mean(yes[:, index]) for index in NUMBERS]))

    def said(rows: Array) -> Array:
        total = logit(rate) + sum(weight[rows[:, i].astype(int)] for i, weight in enumerate(weights))
        return np.asarray(expit(total + rows[:, NUMBERS] @ shifts - (shifts**2).sum() / 2))

    return said


def plain_logistic(yes: Array, pool: Array, rate: float, seed: int) -> Said:
    """L2 logistic regression (C = 1) of selected against applicants; unknown values at the mean."""
    from sklearn.linear_model import LogisticRegression

    del rate, seed
    rows, labels, fill = _table(yes, pool)
    return _said(LogisticRegression(C=1.0, max_iter=500).fit(rows, labels), fill)


def optbinning(yes: Array, pool: Array, rate: float, seed: int) -> Said:
    """Optimal binning of each trait, its weight of evidence into a logistic regression; unknown is a bin of its own."""
    from optbinning import BinningProcess
    from sklearn.linear_model import LogisticRegression

    del rate, seed
    rows, labels = np.vstack([yes, pool]), np.repeat([1, 0], [len(yes), len(pool)])
    binning = BinningProcess(NAMES, categorical_variables=["field"]).fit(rows, labels)

    def weights(at: Array) -> Array:
        return np.asarray(binning.transform(at, metric="woe", metric_missing="empirical"), float)

    model = LogisticRegression(C=1.0, max_iter=500).fit(weights(rows), labels)
    return lambda at: model.predict_proba(weights(at))[:, 1]


def elkan_noto(yes: Array, pool: Array, rate: float, seed: int) -> Said:
    """pulearn's Elkan-Noto around the same logistic regression: the selected are the labelled, a fifth of all held out,
    drawn anew while none of the selected is among them. May exceed 1."""
    from pulearn import ElkanotoPuClassifier
    from sklearn.linear_model import LogisticRegression

    del rate
    rows, labels, fill = _table(yes, pool)
    for attempt in range(TRIES):
        again = 1000 * seed + attempt
        model = ElkanotoPuClassifier(LogisticRegression(C=1.0, max_iter=500), hold_out_ratio=0.2, random_state=again)
        try:
            model.fit(rows, labels)
        except ValueError:
            continue
        return _said(model, fill)
    raise ValueError(f"Elkan-Noto: none of {len(yes)} selected was held out in {TRIES} draws")


def hist_gradient_boosting(yes: Array, pool: Array, rate: float, seed: int) -> Said:
    """scikit-learn's histogram boosting, small trees, slow learning; unknown values as they are."""
    from sklearn.ensemble import HistGradientBoostingClassifier

    del rate
    model = HistGradientBoostingClassifier(
        max_iter=ROUNDS, learning_rate=SHRINK, max_leaf_nodes=LEAVES, categorical_features=[FIELD], random_state=seed
    ).fit(np.vstack([yes, pool]), np.repeat([1, 0], [len(yes), len(pool)]))
    return lambda at: model.predict_proba(at)[:, 1]


def xgboost(yes: Array, pool: Array, rate: float, seed: int) -> Said:
    """XGBoost, small trees, slow learning; unknown values as they are."""
    from xgboost import XGBClassifier

    del rate
    model = XGBClassifier(
        n_estimators=ROUNDS, learning_rate=SHRINK, max_depth=DEPTH, tree_method="hist", n_jobs=1, random_state=seed
    ).fit(_coded(np.vstack([yes, pool])), np.repeat([1, 0], [len(yes), len(pool)]))
    return lambda at: model.predict_proba(_coded(at))[:, 1]


PEERS: dict[str, tuple[Callable[[Array, Array, float, int], Said], str]] = {
    "summed weights": (summed_weights, "numpy"),
    "plain logistic": (plain_logistic, "scikit-learn"),
    "optbinning": (optbinning, "optbinning"),
    "Elkan-Noto": (elkan_noto, "pulearn"),
    "HistGradientBoosting": (hist_gradient_boosting, "scikit-learn"),
    "XGBoost": (xgboost, "xgboost-cpu"),
}
FACTOR = "Elkan-Noto"


def _said(model: Any, fill: Array) -> Said:
    return lambda at: np.asarray(model.predict_proba(_coded(at, fill))[:, 1])


def _mean(column: Array) -> float:
    known = column[~np.isnan(column)]
    return float(known.mean()) if len(known) else float("nan")


def _coded(rows: Array, fill: Array | None = None) -> Array:
    """Columns of numbers, the category against its first level; unknown ones filled if `fill` is given."""
    field = rows[:, [FIELD]]
    levels = np.where(np.isnan(field), np.nan, field == np.array([[1.0, 2.0]]))
    coded = np.column_stack([rows[:, :FIELD], levels, rows[:, NUMBERS]])
    return coded if fill is None else np.where(np.isnan(coded), fill, coded)


def _table(yes: Array, pool: Array) -> tuple[Array, NDArray[np.int64], Array]:
    coded = _coded(np.vstack([yes, pool]))
    fill = np.nanmean(coded, axis=0)
    return np.where(np.isnan(coded), fill, coded), np.repeat([1, 0], [len(yes), len(pool)]), fill


def said_twice(said: Said, whole: Array, at: Array, rate: float, *, factor: bool) -> Array:
    """[2, q]: taken at its word, and with one shift or factor such that the whole applicants average to the rate."""
    raw = said(np.vstack([whole, at]))
    p = raw.clip(LEAST, 1 - LEAST)
    if factor:
        k = brentq(lambda k: np.minimum(k * raw[: len(whole)], 1).mean() - rate, 0.0, 1e6, xtol=1e-9)
        return np.vstack([p[len(whole) :], (k * raw[len(whole) :]).clip(LEAST, 1 - LEAST)])
    eta = logit(p)
    shift = brentq(lambda s: expit(eta[: len(whole)] + s).mean() - rate, -30.0, 30.0, xtol=1e-6)
    return np.vstack([p[len(whole) :], expit(eta[len(whole) :] + shift)])


def judged(
    name: str, yes: Array, pool: Array, whole: Array, at: Array, rate: float, *, refits: int, seed: int
) -> tuple[Array, Array, Array, int]:
    """Chances [2, q], 5 and 95 % quantiles over refits, and how many refits broke off."""
    fit, factor = PEERS[name][0], name == FACTOR
    p = said_twice(fit(yes, pool, rate, seed), whole, at, rate, factor=factor)
    rng, again, failed = np.random.default_rng([seed, refits]), [], 0
    for refit in range(refits):
        drawn, others = rng.integers(len(yes), size=len(yes)), rng.integers(len(pool), size=len(pool))
        try:
            told = fit(yes[drawn], pool[others], rate, refit)
            again.append(said_twice(told, whole[others], at, rate, factor=factor))
        except ValueError:
            failed += 1
    low, high = np.quantile(again, [0.05, 0.95], axis=0) if again else (p, p)
    return p, low, high, failed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peer", choices=PEERS, required=True)
    parser.add_argument("--refits", type=int, default=200)
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    told = np.load(io.BytesIO(sys.stdin.buffer.read()), allow_pickle=False)
    found: dict[str, Array] = {}
    seconds, broken = [], []
    PEERS[options.peer][0](told["yes_0"], told["pool_0"], float(told["rate"][0]), 0)  # what is imported is not timed
    for i, (rate, seed) in enumerate(zip(told["rate"], told["seed"], strict=True)):
        rows = [told[f"{name}_{i}"] for name in ("yes", "pool", "whole", "at")]
        begun = time.perf_counter()
        *found_here, failed = judged(options.peer, *rows, float(rate), refits=options.refits, seed=int(seed))
        seconds.append(time.perf_counter() - begun)
        broken.append(failed)
        found |= dict(zip((f"p_{i}", f"lo_{i}", f"hi_{i}"), found_here, strict=True))
    version = importlib.metadata.version(PEERS[options.peer][1])
    back = io.BytesIO()
    np.savez(back, seconds=np.array(seconds), failed=np.array(broken), version=np.array(version), **found)
    sys.stdout.buffer.write(back.getvalue())


if __name__ == "__main__":
    main()
