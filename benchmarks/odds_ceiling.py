"""How good the odds could be at best: somebody who is told how the simulated world is made (odds_reference.py), beside
Twelfth and plain logistic regression, on the replicates of cohort_odds.py where individuals of the pool are known.

Asked of target 3 at 10 % and 100 selected, where .93 is to be shown. "knows the world" knows the prior of the
coefficients, the joint distribution of the traits, quality, luck and why values are missing; its posterior mean bounds
the mean skill of every method. "knows all but the prior" has the same, and Twelfth's prior in place of the true one;
"knows the true pool" also has Twelfth's logistic chances, as if people of the same traits did not differ in quality.
What lies between it and Twelfth is the 2,000 individuals in place of the true pool, and how Twelfth computes.

Whether the reference is right is seen from itself: the log-loss that its posterior expects must be what it has, its
90 % intervals must hold the truth 90 times in 100, and two runs of other random numbers must agree. The two are
averaged for what it says.

Skill, the lead and their standard errors are those of odds_tally.py. What --out holds of the same code is not made
again, so a run that was ended goes on.

    python benchmarks/odds_ceiling.py [--seeds 1,2,3] [--replicates 200] [--rate 0.1] [--selected 100] [--draws 1200]
        [--out FILE]
"""

import argparse
import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from odds_machine import machine
from odds_peers import plain_logistic, said_twice
from odds_piece import HERE, OURS, code_of, digest_of, judge
from odds_reference import WORLDS, Prior, posterior_of, told
from odds_row import COVERED, FLAT, LOSS, ROW, TOP, log_loss
from odds_tally import ratio_of, replicates_of
from odds_world import SHARES, TRAITS, Drawn, drawn_of
from twelfth.distance import BaseRate, CohortOdds
from twelfth.distance.cohort.features import Features
from twelfth.goal import YesGroup

Array = NDArray[np.float64]

KNOWS, ALL_BUT, POOL = "knows the world", "knows all but the prior", "knows the true pool"
LOGISTIC = "plain logistic, told the base rate"
METHODS = (KNOWS, ALL_BUT, POOL, OURS, LOGISTIC)
RUNS = 2
OWN = ("odds_ceiling.py", "odds_reference.py", "odds_peers.py")
RESULTS = HERE / "results"
DIGITS, OFTEN = 6, 10


def twelfth_prior() -> Prior:
    """That of CohortOdds for these traits and the true shares of the pool."""
    marginals = ((0.85, 0.15), (0.65, 0.35), (0.95, 0.05), tuple(map(float, SHARES)), (0.0, 1.0), (0.0, 1.0))
    covariance = Features(TRAITS, marginals).prior
    return Prior(np.zeros(len(covariance)), covariance, ((None, 1.0),))


def reference(one: Drawn, rate: float, n: int, draws: int, seed: list[int], believed: Prior) -> tuple[Array, Array]:
    """p, lo, hi of the random applicants and the top decile [3, 800]; the log-loss it expects, effective draws."""
    people, size = np.concatenate([one.sample.random, one.sample.top]), len(one.sample.random)
    found = posterior_of(
        one.sample.yes, round(n / rate), rate, draws=draws // len(believed.without), seed=seed, believed=believed
    )
    said, surprises = told(found, people)
    return said, np.array([surprises[:size].mean(), found.effective])


def twelfth(one: Drawn, rate: float, n: int, seed: int) -> Array:
    base = BaseRate(slots=n, applicants=round(n / rate))
    odds = CohortOdds().fit(YesGroup(TRAITS, one.sample.yes), one.pool, base, seed=seed)
    found = odds.odds(np.concatenate([one.sample.random, one.sample.top]))
    return np.array([(this.p, this.lo, this.hi) for this in found], dtype=float).T


def logistic(one: Drawn, rate: float, _: int, seed: int) -> Array:
    people = np.concatenate([one.sample.random, one.sample.top])
    fitted = plain_logistic(one.sample.yes, one.partly, rate, seed)
    return np.tile(said_twice(fitted, one.whole, people, rate, factor=False)[1], (3, 1))


PLAIN: dict[str, Callable[[Drawn, float, int, int], Array]] = {OURS: twelfth, LOGISTIC: logistic}


def replicate(seed: int, number: int, rate: float, n: int, draws: int) -> dict[str, Any]:
    """Every method on one replicate: its row (odds_row.py), and of the reference what it thinks of itself."""
    one = drawn_of("rows", rate, n, replicate=number, seed=seed)
    found: dict[str, Any] = {"seed": seed, "replicate": number}

    def add(method: str, said: Array) -> None:
        row, _ = judge(one, said, rate, 0.0)
        found[method] = [float(f"{x:.{DIGITS}g}") for x in row[: len(ROW) - 1]]

    runs = [reference(one, rate, n, draws, [seed, number, run], WORLDS) for run in range(RUNS)]
    add(KNOWS, np.mean([said for said, _ in runs], axis=0))
    add(ALL_BUT, reference(one, rate, n, draws, [seed, number, RUNS], twelfth_prior())[0])
    add(POOL, reference(one, rate, n, draws, [seed, number, RUNS + 1], replace(twelfth_prior(), quality=0.0))[0])
    for method, ask in PLAIN.items():
        add(method, ask(one, rate, n, number))
    truth, size = one.sample.random_truth, len(one.sample.random_truth)
    losses = [log_loss(truth, said[0, :size]) - log_loss(truth, truth) for said, _ in runs]
    found["runs"] = [
        [float(f"{x:.{DIGITS}g}") for x in (loss, *own)] for loss, (_, own) in zip(losses, runs, strict=True)
    ]
    return found


def summary(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Of each method skill, the lead of the one who knows the world, and coverage; of the reference how far it agrees
    with itself."""
    tables = {method: np.array([row[method] for row in rows]) for method in METHODS}
    best, flat = tables[KNOWS], tables[KNOWS][:, FLAT]
    methods = []
    for method, table in tables.items():
        lost, se = ratio_of(table[:, LOSS], flat)
        behind, behind_se = ratio_of(table[:, LOSS] - best[:, LOSS], flat)
        figures = {"skill": 1 - lost, "se": se, "behind": behind, "behind_se": behind_se}
        if method != LOGISTIC:
            figures |= {"coverage": table[:, COVERED].mean(), "top": table[:, TOP].mean()}
            figures |= {"coverage_se": table[:, COVERED].std() / np.sqrt(len(table))}
        methods.append({"method": method} | {name: round(float(x), 5) for name, x in figures.items()})
    runs = np.array([row["runs"] for row in rows])
    skills = [1 - ratio_of(runs[:, run, 0], flat)[0] for run in range(RUNS)]
    apart, apart_se = ratio_of(runs[:, 0, 0] - runs[:, 1, 0], flat)
    expected, expected_se = ratio_of(runs[:, :, 1].mean(axis=1) - runs[:, :, 0].mean(axis=1), flat)
    own = {"expects_more_loss": expected, "expects_more_loss_se": expected_se, "apart": apart, "apart_se": apart_se}
    own |= {"effective_least": runs[:, :, 2].min(), "effective_median": float(np.median(runs[:, :, 2]))}
    return {
        "replicates": len(rows),
        "methods": methods,
        "reference": {name: round(float(x), 5) for name, x in own.items()} | {"skills": [round(x, 5) for x in skills]},
    }


def against_kept(rows: list[dict[str, Any]], rate: float, n: int) -> list[dict[str, Any]]:
    """Twelfth's skill here and in the kept results of cohort_odds.py, on the same replicates of each seed."""
    found = []
    for seed in sorted({row["seed"] for row in rows}):
        file = RESULTS / f"cohort_odds_{seed}.json"
        if not file.exists():
            continue
        tallies = json.loads(file.read_text(encoding="utf-8"))["tallies"]
        cell = {"world": "rows", "rate": rate, "n": n, "method": OURS}
        for one in (one for one in tallies if cell.items() <= one.items()):
            place = {number: i for i, number in enumerate(replicates_of(one["done"]))}
            table = np.array(one["rows"]).reshape(-1, len(ROW))
            here = [row for row in rows if row["seed"] == seed and row["replicate"] in place]
            then, now = table[[place[row["replicate"]] for row in here]], np.array([row[OURS] for row in here])
            skills = [1 - ratio_of(these[:, LOSS], these[:, FLAT])[0] for these in (now, then)]
            apart = float(np.abs(now[:, FLAT] / then[:, FLAT] - 1).max())
            found.append(
                {
                    "seed": seed,
                    "replicates": len(here),
                    "skill_here": round(skills[0], 5),
                    "skill_kept": round(skills[1], 5),
                    "same_samples": apart < 10**-4,
                }
            )
    return found


def written(file: Path, head: dict[str, Any], rows: list[dict[str, Any]]) -> dict[str, Any]:
    """The figures, then a replicate a line."""
    of_seeds = {str(seed): summary([row for row in rows if row["seed"] == seed]) for seed in head["seeds"]}
    found = head | {"kept": against_kept(rows, head["rate"], head["selected"]), "all": summary(rows), "each": of_seeds}
    text = json.dumps(found, indent=1)[:-2] + ',\n "rows": [\n'
    text += ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows) + "\n ]\n}\n"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return found


def shown(found: dict[str, Any]) -> str:
    lines = []
    for name, one in [("all seeds", found["all"]), *((f"seed {seed}", one) for seed, one in found["each"].items())]:
        lines.append(f"{name}, {one['replicates']} replicates")
        for row in one["methods"]:
            covers = f", coverage {row['coverage']:.3f} ± {row['coverage_se']:.3f}" if "coverage" in row else ""
            behind = f"behind by {row['behind']:.4f} ± {row['behind_se']:.4f}"
            lines.append(f"  {row['method']:36} skill {row['skill']:.4f} ± {row['se']:.4f}, {behind}{covers}")
        own = one["reference"]
        lines.append(
            f"  the reference expects {own['expects_more_loss']:+.4f} ± {own['expects_more_loss_se']:.4f} more loss "
            f"than it has; two runs {own['apart']:+.5f} ± {own['apart_se']:.5f} apart; effective draws "
            f"{own['effective_median']:.0f}, at least {own['effective_least']:.0f}"
        )
    for one in found["kept"]:
        same = "" if one["same_samples"] else ", OTHER SAMPLES"
        lines.append(f"seed {one['seed']}: Twelfth {one['skill_here']}, in the kept results {one['skill_kept']}{same}")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", default="1,2,3")
    parser.add_argument("--replicates", type=int, default=200)
    parser.add_argument("--rate", type=float, default=0.1)
    parser.add_argument("--selected", type=int, default=100)
    parser.add_argument("--draws", type=int, default=1200, help="of each run of the reference")
    parser.add_argument("--out", type=Path, default=RESULTS / "odds_ceiling.json")
    asked = parser.parse_args()
    own = digest_of((HERE / name).read_text(encoding="utf-8") for name in OWN)
    seeds = [int(one) for one in asked.seeds.split(",")]
    head = {"rate": asked.rate, "selected": asked.selected, "draws": asked.draws, "code": f"{code_of(OURS)} {own}"}
    rows: list[dict[str, Any]] = []
    if asked.out.exists():
        before = json.loads(asked.out.read_text(encoding="utf-8"))
        if any(before[name] != head[name] for name in head):
            sys.exit(f"{asked.out} holds results of other code or another cell. Name another --out, or remove it.")
        rows = before["rows"]
    wanted = [(number, seed) for number in range(asked.replicates) for seed in seeds]
    done = {(row["replicate"], row["seed"]) for row in rows}
    head |= {"seeds": sorted({*seeds, *(row["seed"] for row in rows)}), "machine": machine()}
    begun = time.perf_counter()
    for count, (number, seed) in enumerate(one for one in wanted if one not in done):
        rows.append(replicate(seed, number, asked.rate, asked.selected, asked.draws))
        if count % (OFTEN * len(seeds)) == OFTEN * len(seeds) - 1:
            written(asked.out, head, sorted(rows, key=lambda row: (row["seed"], row["replicate"])))
            print(f"{len(rows)} replicates, {time.perf_counter() - begun:.0f} s", flush=True)
    print(shown(written(asked.out, head, sorted(rows, key=lambda row: (row["seed"], row["replicate"])))))


if __name__ == "__main__":
    main()
