"""Instances of the roadmap benchmarks, made and judged by the independent referee that lies beside a checkout."""

import importlib.metadata
import importlib.util
import json
import os
import sys
import tempfile
from pathlib import Path
from types import ModuleType
from typing import Any

from odds_machine import machine
from twelfth.packs import read_instance, work_of
from twelfth.roadmap import Instance, Plan

HERE = Path(__file__).parent
REFEREE = HERE.parents[1] / "shared" / "bench" / "roadmap_referee.py"
ENGINE = tuple(HERE.parent / "src" / "twelfth" / place for place in ("roadmap", "engines/roadmap", "distance/history"))
"""What a plan and its bound are made by."""


def referee() -> ModuleType:
    """Ends the benchmark, saying so, where there is none."""
    if not REFEREE.exists():
        print("The referee is beside a checkout in development only; nothing was measured.")
        sys.exit(0)
    spec = importlib.util.spec_from_file_location("roadmap_referee", REFEREE)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{REFEREE} cannot be loaded.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def told_of(
    judge: ModuleType, actions: int, rounds: int, seed: int, *, exams: bool, years: int = 10, sigma: float = 1.0
) -> dict[str, Any]:
    """An instance as its file says it; without exams, every exam is taken for passed."""
    told: dict[str, Any] = judge.make(actions, rounds, seed, sigma, years)
    if not exams:
        for action in told["actions"]:
            action["pass_probability"], action["retry_weeks"] = 1.0, None
    return told


def read(told: dict[str, Any]) -> Instance:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "instance.json"
        path.write_text(json.dumps(told))
        return read_instance(path)[0]


def judged(judge: ModuleType, told: dict[str, Any], plan: Plan, bound: float | None = None) -> dict[str, Any]:
    """The referee's verdict."""
    verdict: dict[str, Any] = judge.judge(told, {"work": work_of(plan), "bound": bound})
    return verdict


def ran_on() -> dict[str, Any]:
    """The machine, the versions of what plans, and how many processes wanted a core in the last minute."""
    versions = {name: importlib.metadata.version(name) for name in ("twelfth", "numba", "ortools")}
    return {**machine(), **versions, "load": round(os.getloadavg()[0], 2)}


def kept_piece(folder: Path, name: str) -> dict[str, Any] | None:
    """What an earlier run left under a name, if it did."""
    path = folder / f"{name}.json"
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else None


def keep_piece(folder: Path, name: str, piece: dict[str, Any]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f"{name}.part"
    part.write_text(json.dumps(piece), encoding="utf-8")
    part.replace(folder / f"{name}.json")
