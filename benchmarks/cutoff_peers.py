"""The peers of statsmodels for the next cut-off, in a process of their own: series in as JSON on standard input, mean
and sd of the next value of each out as JSON on standard output. Runs with the Python of `make bench-peers`.

    python benchmarks/cutoff_peers.py --peer "statsmodels ETS"
"""

import argparse
import importlib.metadata
import json
import sys
import warnings

import numpy as np

PEERS = ("statsmodels ETS", "statsmodels level")
LEAST_SD = 1.0


def next_of(name: str, series: list[float]) -> tuple[float, float]:
    """Simple exponential smoothing from the first value, or the local level model by maximum likelihood."""
    from statsmodels.tsa.exponential_smoothing.ets import ETSModel
    from statsmodels.tsa.statespace.structural import UnobservedComponents

    y = np.array(series)
    if name == PEERS[0]:
        fitted = ETSModel(y, error="add", initialization_method="known", initial_level=y[0]).fit(disp=False)
        level, sd = float(np.asarray(fitted.forecast(1))[0]), float(np.sqrt(np.mean(fitted.resid**2)))
    else:
        ahead = UnobservedComponents(y, "local level").fit(disp=False).get_forecast(1)
        level, sd = float(ahead.predicted_mean[0]), float(ahead.se_mean[0])
    return level, max(sd, LEAST_SD)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peer", choices=PEERS, required=True)
    asked = parser.parse_args()
    warnings.simplefilter("ignore")
    forecasts = [next_of(asked.peer, series) for series in json.load(sys.stdin)]
    print(json.dumps({"forecasts": forecasts, "version": importlib.metadata.version("statsmodels")}))


if __name__ == "__main__":
    main()
