"""The planner: a search in compiled code for a plan, and whole-number programmes for what no plan exceeds.

And a plan lived many times over. Each is loaded when it is asked for, the latter without a solver.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from twelfth.engines.roadmap.planner import AnytimePlanner
    from twelfth.engines.roadmap.redrawer import AnytimeRedrawer
    from twelfth.engines.roadmap.simulator import LifeSimulator

FILES = {"AnytimePlanner": "planner", "AnytimeRedrawer": "redrawer", "LifeSimulator": "simulator"}


def __getattr__(name: str) -> object:
    if name not in FILES:
        raise AttributeError(f"module 'twelfth.engines.roadmap' has no attribute {name!r}")
    return getattr(import_module(f"twelfth.engines.roadmap.{FILES[name]}"), name)


__all__ = ["AnytimePlanner", "AnytimeRedrawer", "LifeSimulator"]
