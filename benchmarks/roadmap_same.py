"""Whether the same instance, seed and work give the same bytes, with the machine idle and busy.

Twenty runs of `twelfth plan` on an instance of the independent referee (40 actions, 10 rounds), once without exams and
once with, each in a process of its own. In every second run two other processes want a core all the while, in every
fourth the planner has one core only. What is printed must be the same to the byte, and no run may be cut by the clock.

    python benchmarks/roadmap_same.py [--seed 500] [--runs 20] [--work 12] [--out FILE]
"""

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from roadmap_instances import ran_on, referee, told_of

ACTIONS, ROUNDS, OTHERS = 40, 10, 2


def main() -> int:
    asked = _asked()
    judge, found = referee(), []
    for exams in (False, True):
        told = told_of(judge, ACTIONS, ROUNDS, asked.seed, exams=exams)
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "instance.json"
            file.write_text(json.dumps(told))
            runs = [_run(file, asked.work, number) for number in range(asked.runs)]
        found.append(_told(runs, exams=exams))
        print(found[-1]["line"], flush=True)
    if asked.out:
        asked.out.parent.mkdir(parents=True, exist_ok=True)
        asked.out.write_text(json.dumps({"machine": ran_on(), "work": asked.work, "instances": found}, indent=1) + "\n")
    return 0 if all(one["same"] for one in found) else 1


def _run(file: Path, work: int, number: int) -> tuple[str, float, bool]:
    """A digest of what is printed, the seconds it took, and whether the clock cut it."""
    command = [
        str(Path(sys.executable).with_name("twelfth")),
        "plan",
        "--instance",
        str(file),
        "--work",
        str(work),
        "--json",
    ]
    first = sorted(os.sched_getaffinity(0))[:1]
    begun = time.perf_counter()
    with _others(OTHERS if number % 2 else 0):
        done = subprocess.run(
            command,
            capture_output=True,
            check=True,
            preexec_fn=(lambda: os.sched_setaffinity(0, first)) if number % 4 == 3 else None,
        )
    return hashlib.sha256(done.stdout).hexdigest(), time.perf_counter() - begun, json.loads(done.stdout)["cut"]


@contextmanager
def _others(count: int) -> Iterator[None]:
    """Processes that want a core each, for as long as the body runs and two minutes at most."""
    spin = "import time\nend = time.monotonic() + 120\nwhile time.monotonic() < end: pass"
    running = [subprocess.Popen([sys.executable, "-c", spin]) for _ in range(count)]
    try:
        yield
    finally:
        for one in running:
            one.kill()
            one.wait()


def _told(runs: list[tuple[str, float, bool]], *, exams: bool) -> dict[str, Any]:
    digests = {digest for digest, _, _ in runs}
    same = len(digests) == 1 and not any(cut for _, _, cut in runs)
    idle, busy = ([seconds for place, (_, seconds, _) in enumerate(runs) if place % 2 == odd] for odd in (0, 1))
    line = (
        f"{'with exams' if exams else 'no exams':>10}: {len(runs)} runs, {len(digests)} different; "
        f"{min(idle):.1f} to {max(idle):.1f} s alone, {min(busy):.1f} to {max(busy):.1f} s beside others"
    )
    return {"exams": exams, "runs": len(runs), "different": len(digests), "same": same, "line": line}


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=500)
    parser.add_argument("--runs", type=int, default=20, help="of each instance; at least 4")
    parser.add_argument("--work", type=int, default=36, help="slices")
    parser.add_argument("--out", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
