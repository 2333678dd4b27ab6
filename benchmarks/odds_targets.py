"""Every target that the results in a folder speak of, met or not, with the seed, in one list.

python benchmarks/odds_targets.py FOLDER [--seed 1]
"""

import argparse
import json
from pathlib import Path
from typing import Any

FILES = ("cohort_odds", "woe_coverage", "history_odds", "cutoff_forecast", "odds_scaling")


def state(target: dict[str, Any]) -> str:
    """In words, the misses with it."""
    if target.get("skipped"):
        return f"SKIPPED: {target['skipped']}"
    if target["met"]:
        return "met"
    return f"NOT MET in {len(target['missed'])} of {target['of']}: {'; '.join(target['missed'])}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, required=True)
    asked = parser.parse_args()
    print(f"seed {asked.seed}")
    for name in FILES:
        file = asked.folder / f"{name}_{asked.seed}.json"
        if not file.exists():
            print(f"  {name}: not run")
            continue
        for target in json.loads(file.read_text(encoding="utf-8"))["targets"]:
            print(f"  {target['item']:7} {target['what']:66} {state(target)}")


if __name__ == "__main__":
    main()
