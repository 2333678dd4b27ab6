"""What another prior would be worth to the odds: the computing of odds_reference.py, which knows the world but for the
prior, under priors that Twelfth might have in place of its own; and under that of the world, for the most there is.

The cell is that of odds_ceiling.py, the seeds are others, so that nothing is chosen on the samples it is measured with.

- "as Twelfth": no direction presumed, log-odds of traits declared better correlated .3, all together 1.6 logits.
- narrower: its standard deviations times .8 and .6.
- sharing: correlated 0, .5 and .7 instead of .3.
- presumed to help: the mean of those declared better half a standard deviation up.
- one may not count: half the time one of the five declared better has no log-odds at all.
- logistic chances: Twelfth's prior, and as if people of the same traits did not differ in quality, as Twelfth has it.

    python benchmarks/odds_priors.py [--seeds 101,102] [--replicates 30] [--rate 0.1] [--selected 100] [--draws 600]
        [--out FILE]
"""

import argparse
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from odds_ceiling import reference, twelfth_prior
from odds_machine import machine
from odds_piece import HERE, digest_of, judge
from odds_reference import WORLDS, Prior
from odds_row import COVERED, FLAT, LOSS, TOP
from odds_tally import ratio_of
from odds_world import drawn_of

Array = NDArray[np.float64]

DECLARED = np.array([0, 1, 2, 5, 6])
"""Columns of the traits of which more is declared better: all but the category's."""
OWN = ("odds_priors.py", "odds_reference.py", "odds_ceiling.py")
NOW, WORLD = "as Twelfth", "that of the world"


def priors() -> dict[str, Prior]:
    now = twelfth_prior()
    sds = np.sqrt(np.diag(now.covariance))
    helpful = np.zeros(len(sds))
    helpful[DECLARED] = sds[DECLARED] / 2
    none = ((None, 1 / 2), *((int(one), 1 / 10) for one in DECLARED))
    found = {NOW: now}
    found |= {f"standard deviations times {by}": replace(now, covariance=now.covariance * by**2) for by in (0.8, 0.6)}
    found |= {f"sharing {share}": replace(now, covariance=sharing(sds, share)) for share in (0.0, 0.5, 0.7)}
    found |= {"presumed to help": replace(now, means=helpful), "one may not count": replace(now, without=none)}
    return found | {"logistic chances": replace(now, quality=0.0), WORLD: WORLDS}


def sharing(sds: Array, share: float) -> Array:
    """The covariance where the log-odds of traits declared better are so correlated."""
    found = np.eye(len(sds))
    found[np.ix_(DECLARED, DECLARED)] = share
    np.fill_diagonal(found, 1.0)
    return np.asarray(found * np.outer(sds, sds))


def figures(rows: dict[str, list[Array]]) -> list[dict[str, Any]]:
    """Skill, its lead on Twelfth's prior over the same replicates, and coverage, of each prior."""
    base, found = np.array(rows[NOW]), []
    for name, several in rows.items():
        table = np.array(several)
        lost, se = ratio_of(table[:, LOSS], table[:, FLAT])
        lead, lead_se = ratio_of(base[:, LOSS] - table[:, LOSS], table[:, FLAT])
        own = {"skill": 1 - lost, "se": se, "lead": lead, "lead_se": lead_se}
        own |= {"coverage": table[:, COVERED].mean(), "top": table[:, TOP].mean()}
        found.append({"prior": name} | {key: round(float(value), 5) for key, value in own.items()})
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", default="101,102")
    parser.add_argument("--replicates", type=int, default=30)
    parser.add_argument("--rate", type=float, default=0.1)
    parser.add_argument("--selected", type=int, default=100)
    parser.add_argument("--draws", type=int, default=600)
    parser.add_argument("--out", type=Path, default=HERE / "results" / "odds_priors.json")
    asked = parser.parse_args()
    seeds = [int(one) for one in asked.seeds.split(",")]
    tried = priors()
    rows: dict[str, list[Array]] = {name: [] for name in tried}
    for seed in seeds:
        for number in range(asked.replicates):
            one = drawn_of("rows", asked.rate, asked.selected, replicate=number, seed=seed)
            for name, believed in tried.items():
                said, _ = reference(one, asked.rate, asked.selected, asked.draws, [seed, number], believed)
                rows[name].append(judge(one, said, asked.rate, 0.0)[0])
    head = {"rate": asked.rate, "selected": asked.selected, "seeds": seeds, "replicates": asked.replicates * len(seeds)}
    code = digest_of((HERE / name).read_text(encoding="utf-8") for name in OWN)
    found = head | {"draws": asked.draws, "code": code, "machine": machine(), "priors": figures(rows)}
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    asked.out.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    for row in found["priors"]:
        print(
            f"{row['prior']:32} skill {row['skill']:.4f} ± {row['se']:.4f}, lead {row['lead']:+.4f} ± "
            f"{row['lead_se']:.4f}, coverage {row['coverage']:.3f}, of the top decile {row['top']:.3f}"
        )


if __name__ == "__main__":
    main()
