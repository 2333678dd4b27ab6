"""How often the interval of the odds from a yes group holds the truth, and how good the headline is, beside what people
would use instead: targets 1 to 4 of the odds specification. The world is that of odds_world.py.

Peers (odds_peers.py): the summed weights of the traits, plain logistic regression, optbinning (weight of evidence into
a logistic regression), pulearn's Elkan-Noto, HistGradientBoosting and XGBoost, each in a process of its own and with
the 5 to 95 % quantiles of refits for an interval. Each is given the selected and 2,000 individuals of the true pool,
a fifth of their values unknown as well; summed weights also the true shares. We are given individuals in the world
"rows" only (the same ones), else marginals. Each peer is judged twice: taken at its word, and told the base rate, all
its logits shifted so that its chances average to it over the 2,000. They know the true pool, so the world of the wrong
pool has none.

Skill: log-loss on the random applicants, 0 the base rate, 1 the truth itself. Ratio: mean odds over mean truth. Seconds
are those of one fit and of its refits, with 800 people judged. Standard errors are between replicates.

A run is made of pieces, kept in a folder and added to what the results file has already: a run that was ended goes on
where it was, and --from/--to continue one another. Pieces of older code are never mixed in. A peer may have replicates
with few or no refits besides those with many; both are kept, its log-loss is taken from the more and its interval from
the most refits.

    python benchmarks/cohort_odds.py [--seed 1] [--replicates 200 | --from 0 --to 200] [--refits 200] [--jobs 1]
        [--peers PYTHON] [--only even,uneven,rows,wrong] [--sizes 20,100] [--groups ours,peers] [--out FILE]
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Collection, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from odds_judge import cells_of, shown_cell, shown_targets, targets_of
from odds_piece import HERE, OURS, Piece, code_of
from odds_tally import Tally, as_data, from_data, joined, ranges_of, replicates_of
from odds_world import RATES, SIZES

GROUPS = (OURS, "peers")
BENCH_PYTHON = HERE.parent / ".venv-bench" / "bin" / "python"
PIECES = HERE.parent / "build" / "odds"
PIECE_SIZE = 10

Kept = dict[tuple[str, float, int, str, int], Tally]


def read_results(file: Path, *, replace: bool) -> tuple[Kept, list[dict[str, str]]]:
    """What the results file holds of this code. ValueError if it holds other code's and `replace` is not set."""
    if not file.exists():
        return {}, []
    data = json.loads(file.read_text(encoding="utf-8"))
    tallies = [from_data(one) for one in data["tallies"]]
    fresh = [one for one in tallies if one.code == code_of(OURS if one.method == OURS else "peers")]
    if len(fresh) < len(tallies) and not replace:
        raise ValueError(
            f"{file}: {len(tallies) - len(fresh)} of {len(tallies)} results are of other code. Expected all of this "
            "code: name another --out, or drop them with --replace."
        )
    return {one.key: one for one in fresh}, data["machines"]


def missing(kept: Kept, world: str, rate: float, n: int, group: str, refits: int, wanted: set[int]) -> set[int]:
    """Replicates that some method of a group lacks."""
    has = [
        set(replicates_of(one.done))
        for key, one in kept.items()
        if key[:3] == (world, rate, n) and (one.method == OURS) == (group == OURS) and key[4] == refits
    ]
    return wanted - set.intersection(*has) if has else wanted


def blocks_of(replicates: set[int]) -> list[tuple[int, int]]:
    """Ranges of at most PIECE_SIZE that do not cross its multiples, so that a run made anew finds its pieces."""
    blocks = [{i for i in replicates if i // PIECE_SIZE == block} for block in {i // PIECE_SIZE for i in replicates}]
    return sorted(span for block in blocks for span in ranges_of(block))


def pieces_of(
    kept: Kept,
    worlds: Iterable[str],
    groups: Iterable[str],
    refits: int,
    wanted: set[int],
    sizes: Collection[int] = (),
) -> list[Piece]:
    """What is still to do, ours first, peers in rounds over all cells so that an early end leaves all equally far."""
    found = []
    for group in groups:
        for world in worlds:
            if group != OURS and world == "wrong":
                continue
            for rate in RATES:
                for n in (one for one in SIZES[world] if not sizes or one in sizes):
                    left = missing(kept, world, rate, n, group, refits if group != OURS else 0, wanted)
                    found += [Piece(world, rate, n, start, to, group) for start, to in blocks_of(left)]
    return sorted(found, key=lambda one: (GROUPS.index(one.group), one.start))


def made(piece: Piece, *, seed: int, refits: int, peers: str, folder: Path) -> dict[str, Any]:
    """The piece from the folder, or made now in a process of its own and put there."""
    times = refits if piece.group != OURS else 0
    name = f"{seed}-{str(piece).replace(':', '-')}-{times}-{code_of(piece.group)}.json"
    kept = folder / name
    if kept.exists():
        found: dict[str, Any] = json.loads(kept.read_text(encoding="utf-8"))
        if not any(one["skipped"] for one in found["tallies"]):
            return found
    command = [sys.executable, str(HERE / "odds_piece.py"), "--piece", str(piece), "--seed", str(seed)]
    command += ["--refits", str(times), "--peers", peers]
    one_core = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | one_core)
    if done.returncode:
        raise RuntimeError(f"piece {piece} broke off:\n{done.stderr}")
    folder.mkdir(parents=True, exist_ok=True)
    part = kept.with_suffix(".part")
    part.write_text(done.stdout, encoding="utf-8")
    part.replace(kept)
    return dict(json.loads(done.stdout))


def added(kept: Kept, tallies: Iterable[Tally]) -> None:
    for one in tallies:
        kept[one.key] = joined(kept[one.key], one) if one.key in kept else one


def written(file: Path, seed: int, machines: list[dict[str, str]], kept: Kept) -> dict[str, Any]:
    """The results as data: what is read off them, and the replicates they come from, an entry a line."""
    cells = cells_of(kept.values())
    head: dict[str, Any] = {"seed": seed, "machines": machines, "targets": targets_of(cells)}
    lists = {"cells": cells, "tallies": [as_data(kept[key]) for key in sorted(kept)]}
    text = json.dumps(head, indent=1)[:-2]
    for name, entries in lists.items():
        text += f',\n "{name}": [\n' + ",\n".join(json.dumps(one, separators=(",", ":")) for one in entries) + "\n ]"
    text += "\n}\n"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return head | {"cells": cells}


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--replicates", type=int, default=200, help="the same as --from 0 --to REPLICATES")
    parser.add_argument("--from", dest="start", type=int, default=0)
    parser.add_argument("--to", type=int, default=None)
    parser.add_argument("--refits", type=int, default=200, help="of each peer, for its interval; 0: no interval")
    parser.add_argument("--only", default=",".join(SIZES), help="worlds")
    parser.add_argument("--sizes", default="", help="numbers of people selected, else every one of 03-odds")
    parser.add_argument("--groups", default=",".join(GROUPS))
    parser.add_argument("--jobs", type=int, default=1, help="pieces at once, one core each")
    parser.add_argument("--peers", default="", help="the Python of the peers' environment; made by make bench-peers")
    parser.add_argument("--pieces", type=Path, default=PIECES)
    parser.add_argument("--out", type=Path, default=None)
    parser.add_argument("--replace", action="store_true", help="drop results of older code from --out")
    return parser.parse_args()


def main() -> None:
    asked = options()
    peers = asked.peers or (str(BENCH_PYTHON) if BENCH_PYTHON.exists() else sys.executable)
    if peers == sys.executable and "peers" in asked.groups:
        print("The peers' environment is not installed (make bench-peers): those that this Python lacks are skipped.")
    out = asked.out or PIECES.parent / f"cohort_odds_{asked.seed}.json"
    wanted = set(range(asked.start, asked.replicates if asked.to is None else asked.to))
    sizes = [int(one) for one in asked.sizes.split(",") if one]
    try:
        kept, machines = read_results(out, replace=asked.replace)
        todo = pieces_of(kept, asked.only.split(","), asked.groups.split(","), asked.refits, wanted, sizes)
        print(f"seed {asked.seed}, {len(todo)} pieces to make, {asked.jobs} at once", flush=True)
        with ThreadPoolExecutor(asked.jobs) as pool:
            jobs = [
                pool.submit(made, one, seed=asked.seed, refits=asked.refits, peers=peers, folder=asked.pieces)
                for one in todo
            ]
            for job in jobs:
                piece = job.result()
                added(kept, map(from_data, piece["tallies"]))
                if piece["machine"] not in machines:
                    machines.append(piece["machine"])
    except (ValueError, RuntimeError) as wrong:
        sys.exit(str(wrong))
    head = written(out, asked.seed, machines, kept)
    for one in head["cells"]:
        print(shown_cell(one))
    print(shown_targets(head["targets"]))


if __name__ == "__main__":
    main()
