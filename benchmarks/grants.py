"""Odds learned from the grant applications of 2005 to 2007, judged on all of 2008: target 8 of the odds specification.

    python benchmarks/grants.py build/grants.npz [--seed 1] [--out FILE]

The file is made by benchmarks/grants_read.py. Features are those of the earlier years in which fewer than 95 % of
applications are alike, less the second of two that go together with a correlation of .95 or more. Rivals, on the same
features: scikit-learn's logistic regression (standardised) and boosted trees as they come.
"""

import argparse
import json
import os
import platform
import time
from dataclasses import asdict
from pathlib import Path

import numpy as np
import sklearn
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from twelfth.engines import LabelledOdds
from twelfth.engines.labelled.report import judged

Array = NDArray[np.float64]

MOST_ALIKE, TOGETHER = 0.95, 0.95
LEAST_AUC, MOST_LOG_LOSS, MOST_ECE = 0.87, 0.43, 0.05
INSIDE = 1e-9
RESULTS = Path(__file__).parent / "results" / "grants.json"


def chosen(earlier: Array) -> list[int]:
    """Features that vary and do not repeat another one, by the earlier years alone."""
    alike = [np.unique(column, return_counts=True)[1].max() / len(column) for column in earlier.T]
    varied = np.flatnonzero(np.array(alike) < MOST_ALIKE)
    correlation = np.abs(np.corrcoef(earlier[:, varied].T))
    kept: list[int] = []
    for k in range(len(varied)):
        if (correlation[k, kept] < TOGETHER).all():
            kept.append(k)
    return [int(varied[k]) for k in kept]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("applications", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=RESULTS)
    asked = parser.parse_args()
    held = np.load(asked.applications, allow_pickle=False)
    X, y, late = held["X"], held["y"], held["late"]
    X = X[:, chosen(X[~late])]
    A, a, B, b = X[~late], y[~late], X[late], y[late]
    begun = time.perf_counter()
    model = LabelledOdds().fit(A, a, seed=asked.seed)
    told = np.array([one.p for one in model.odds(B)])
    seconds = round(time.perf_counter() - begun, 1)
    centre, sd = A.mean(axis=0), A.std(axis=0)
    line = LogisticRegression(max_iter=2000).fit((A - centre) / sd, a).predict_proba((B - centre) / sd)[:, 1]
    boosted = HistGradientBoostingClassifier(random_state=asked.seed).fit(A, a).predict_proba(B)[:, 1]
    rows = []
    for name, chances in (("ours", told), ("logistic", line), ("boosted trees", boosted)):
        learner = model.report.learner if name == "ours" else name
        inside = np.clip(chances, INSIDE, 1 - INSIDE)
        row = {"method": name} | asdict(judged(inside, b, float(a.mean()), judged_on="2008", learner=learner))
        rows.append({key: round(value, 4) if isinstance(value, float) else value for key, value in row.items()})
        print(rows[-1])
    ours = rows[0]
    met = ours["auc"] >= LEAST_AUC and ours["log_loss"] <= MOST_LOG_LOSS and ours["ece"] <= MOST_ECE
    print(
        f"AUC >= {LEAST_AUC}, log-loss <= {MOST_LOG_LOSS}, ECE <= {MOST_ECE}: {'met' if met else 'missed'}; {seconds} s"
    )
    found = {
        "seed": asked.seed,
        "learned_from": len(a),
        "features": X.shape[1],
        "python": platform.python_version(),
        "numpy": np.__version__,
        "scikit-learn": sklearn.__version__,
        "machine": platform.machine(),
        "cpu_count": os.cpu_count(),
        "seconds": seconds,
        "target_met": bool(met),
        "rows": rows,
    }
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    asked.out.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
