"""One piece of the odds benchmark: some replicates of one cell, judged for us or for every peer; one core.

The samples come from the seed and the number of the replicate alone, so pieces may be made in any order, and we and
the peers meet the same ones. Prints the tallies as JSON.

    python benchmarks/odds_piece.py --piece even:0.01:20:0:10:peers --seed 1 --refits 200 --peers PYTHON
"""

import argparse
import ast
import hashlib
import io
import json
import subprocess
import time
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from odds_machine import machine
from odds_peers import PEERS
from odds_row import replicate_of
from odds_tally import Tally, as_data, judged_rows
from odds_world import TRAITS, Drawn, drawn_of
from twelfth.distance import BaseRate, CohortOdds
from twelfth.goal import YesGroup

Array = NDArray[np.float64]

HERE = Path(__file__).parent
CORE = HERE.parent / "src" / "twelfth"
WORLD = (HERE / "odds_world.py", HERE / "odds_row.py")
ENGINE = ("base", "distance/cohort", "distance/odds", "goal/traits.py", "goal/yes_group.py")
"""What the odds of a cohort are made by, under the package."""
OURS, TOLD = "ours", ", told the base rate"
METHODS = (OURS, *(name + told for name in PEERS for told in ("", TOLD)))


@dataclass(frozen=True)
class Piece:
    """Replicates [start, to) of one cell, for `group`: "ours" or "peers"."""

    world: str
    rate: float
    n: int
    start: int
    to: int
    group: str

    def __str__(self) -> str:
        return ":".join(str(one) for one in asdict(self).values())

    @classmethod
    def read(cls, text: str) -> "Piece":
        world, rate, n, start, to, group = text.split(":")
        return cls(world, float(rate), int(n), int(start), int(to), group)


def code_of(group: str) -> str:
    """A digest of the code that the figures of a group hang on."""
    places = [CORE / place for place in ENGINE]
    engine = sorted(file for place in places for file in ([place] if place.is_file() else place.rglob("*.py")))
    own = engine if group == OURS else [HERE / "odds_peers.py"]
    return digest_of(file.read_text(encoding="utf-8") for file in (*own, *WORLD))


def digest_of(texts: Iterable[str]) -> str:
    """Of the statements, without comments, docstrings and the way they are laid out."""
    digest = hashlib.sha256()
    for text in texts:
        tree = ast.parse(text)
        for node in ast.walk(tree):
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node) is not None:
                node.body = node.body[1:]
        digest.update(ast.dump(tree).encode())
    return digest.hexdigest()[:12]


def judge(one: Drawn, told: Array, rate: float, seconds: float) -> tuple[Array, Array]:
    """`told`: p, lo, hi of the random applicants and then of the top decile [3, n]."""
    sample, size = one.sample, len(one.sample.random)
    return replicate_of(
        told[:, :size], sample.random_truth, told[:, size:], sample.top_truth, rate=rate, seconds=seconds
    )


def ours(piece: Piece, drawn: list[Drawn], base: BaseRate) -> Tally:
    rows = []
    for replicate, one in enumerate(drawn, piece.start):
        at = np.concatenate([one.sample.random, one.sample.top])
        begun = time.perf_counter()
        odds = CohortOdds().fit(YesGroup(TRAITS, one.sample.yes), one.pool, base, seed=replicate).odds(at)
        seconds = time.perf_counter() - begun
        told = np.array([(this.p, this.lo, this.hi) for this in odds], dtype=float).T
        rows.append(judge(one, told, piece.rate, seconds))
    return Tally(**_cell(piece, OURS), code=code_of(OURS), own_interval=True, **judged_rows(rows))


def peer(name: str, piece: Piece, drawn: list[Drawn], refits: int, python: str) -> Iterator[Tally]:
    """The tallies of one peer at its word and told the base rate, from a process of its own; or why there are none."""
    arrays: dict[str, Any] = {"rate": np.full(len(drawn), piece.rate), "seed": np.arange(piece.start, piece.to)}
    for i, one in enumerate(drawn):
        at = np.concatenate([one.sample.random, one.sample.top])
        arrays |= {f"yes_{i}": one.sample.yes, f"pool_{i}": one.partly, f"whole_{i}": one.whole, f"at_{i}": at}
    sent = io.BytesIO()
    np.savez(sent, **arrays)
    command = [python, str(HERE / "odds_peers.py"), "--peer", name, "--refits", str(refits)]
    done = subprocess.run(command, input=sent.getvalue(), capture_output=True, check=False)
    shared = {"code": code_of("peers"), "refits": refits}
    if done.returncode:
        why = (done.stderr.decode(errors="replace").strip().splitlines() or [f"exit code {done.returncode}"])[-1]
        for told in ("", TOLD):
            yield Tally(**_cell(piece, name + told) | {"done": ()}, **shared, skipped=why)
        return
    back = np.load(io.BytesIO(done.stdout), allow_pickle=False)
    for at, told in enumerate(("", TOLD)):
        said = [np.array([back[f"{part}_{i}"][at] for part in ("p", "lo", "hi")]) for i in range(len(drawn))]
        rows = [
            judge(*one, piece.rate, float(seconds)) for *one, seconds in zip(drawn, said, back["seconds"], strict=True)
        ]
        shared |= {"version": str(back["version"]), "failed": int(back["failed"].sum())}
        yield Tally(**_cell(piece, name + told), **shared, **judged_rows(rows))


def tallies_of(piece: Piece, *, seed: int, refits: int, python: str) -> Iterator[Tally]:
    cell = (piece.world, piece.rate, piece.n)
    drawn = [drawn_of(*cell, replicate=one, seed=seed) for one in range(piece.start, piece.to)]
    if piece.group == OURS:
        yield ours(piece, drawn, BaseRate(slots=piece.n, applicants=round(piece.n / piece.rate)))
        return
    for name in PEERS:
        yield from peer(name, piece, drawn, refits, python)


def _cell(piece: Piece, method: str) -> dict[str, Any]:
    done = ((piece.start, piece.to),)
    return {"world": piece.world, "rate": piece.rate, "n": piece.n, "method": method, "done": done}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--piece", type=Piece.read, required=True)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--refits", type=int, default=0)
    parser.add_argument("--peers", required=True, help="the Python of the peers' environment")
    asked = parser.parse_args()
    found = tallies_of(asked.piece, seed=asked.seed, refits=asked.refits, python=asked.peers)
    print(json.dumps({"seed": asked.seed, "machine": machine(), "tallies": [as_data(one) for one in found]}))


if __name__ == "__main__":
    main()
